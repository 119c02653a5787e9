"""The list of what the archive edited."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from goftogu.model import Interview
from goftogu.pages import edits
from goftogu.problems import Problems
from goftogu.transcripts.collation import Collation, Edit, EditKind
from tests import archives
from tests import sample_site as sample

EDITS = (
    Edit(EditKind.ADDED, "p1", "", "", "این <افزوده> است", "", ""),
    Edit(EditKind.CHANGED, "t1.1", "t1", "چه", "که", "آب", "خبر؟"),
    Edit(EditKind.REMOVED, "t2.1", "t2", "بسیار", "", "دریا", ""),
    Edit(EditKind.MOVED, "t2.1", "t2", "و باز هم", "و باز هم", "", ""),
    Edit(EditKind.HEADING, "s1", "s1", "", "دریا", "", ""),
)


def made(interview: Interview, collation: Collation | None) -> dict[str, str]:
    """Render the list, and return its pages as lines of text."""
    archive = sample.archive(interview)
    site = replace(archive.alone(interview), collation=collation)
    found = {
        page.path: archives.renderer().render(page, Problems(), dari=False) for page in edits.pages(site, interview)
    }
    return {path: page.decode() for path, page in found.items() if isinstance(page, bytes)}


def lines(page: str) -> list[str]:
    """Return the items of the list as text."""
    found = re.findall(r"<li><p>.*?</li>", page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<(?!del|/del|ins|/ins)[^>]+>", " ", item)).split()) for item in found]


def test_each_place_is_told_as_it_was_and_as_it_is() -> None:
    pages = made(sample.interview(), Collation(EDITS))
    assert set(pages) == {"fa/edits/sea.html", "en/edits/sea.html"}
    assert lines(pages["en/edits/sea.html"]) == [
        "Above the first turn · Added Shown: <ins>این <افزوده> است</ins>",
        "Turn 1 · Changed Received: آب <del>چه</del> خبر؟ Shown: آب <ins>که</ins> خبر؟",
        "Turn 2 · Removed Received: دریا <del>بسیار</del> Shown: دریا",
        "Turn 2 · Moved here Shown: <ins>و باز هم</ins>",
        "Heading · Heading added Shown: <ins>دریا</ins>",
    ]
    assert lines(pages["fa/edits/sea.html"])[1] == (
        "نوبت ۱ · تغییریافته متن دریافتی: آب <del>چه</del> خبر؟ متن بایگانی: آب <ins>که</ins> خبر؟"
    )


def test_an_edit_leads_to_its_turn_and_the_list_to_the_interview() -> None:
    page = made(sample.interview(), Collation(EDITS))["en/edits/sea.html"]
    assert 'href="../sea.html#t1"' in page
    assert 'href="../sea.html#s1"' in page
    assert '<p class="eyebrow"><a href="../sea.html">' in page


def test_the_words_are_marked_as_persian_and_shown_as_they_are() -> None:
    page = made(sample.interview(), Collation(EDITS))["en/edits/sea.html"]
    assert page.count('<p lang="fa" dir="rtl">') == 7
    assert "&lt;افزوده&gt;" in page


def test_there_is_no_list_without_edits() -> None:
    assert made(sample.interview(), None) == {}
    assert made(sample.interview(), Collation()) == {}
