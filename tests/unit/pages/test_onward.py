"""The ways from an interview to others."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.edition.neighbours import Neighbours, Related, neighbour
from goftogu.edition.outline import outline
from goftogu.model import Language, Paragraph
from goftogu.pages import particulars
from goftogu.pages.interview import pages
from goftogu.pages.onward import onward
from goftogu.problems import Problems
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample
from tests.archives import renderer

ARCHIVE = sample.archive()
FA, EN = (Edition(ARCHIVE.site, language) for language in Language)
HILL = neighbour(outline(sample.interview("hill"), {"title": Translation("The *Hill*", State.DRAFT, "")}))
LAKE = neighbour(outline(sample.interview("lake"), {}))


def rendered(view: str, given: Neighbours | None) -> str:
    (interview,) = ARCHIVE.interviews
    site = replace(ARCHIVE.alone(interview), neighbours=given)
    (page,) = (item for item in pages(site, Material.of(site, interview)) if item.path == f"{view}/{interview.id}.html")
    problems = Problems()
    found = renderer().render(page, problems, dari=False)
    assert found is not None
    return found.decode()


def test_an_interview_that_is_alone_leads_nowhere() -> None:
    assert onward(FA, "fa", "fa/sea.html", None) is None
    assert onward(FA, "fa", "fa/sea.html", Neighbours(before=HILL)) is None


def test_before_and_after_are_those_of_the_series() -> None:
    others = Neighbours(earlier=HILL, later=LAKE, related=(Related(HILL, ("trade",), ()),))
    assert particulars.beside(FA, "fa", "fa/sea.html", None) is None
    assert particulars.beside(FA, "fa", "fa/sea.html", others) is None
    before = particulars.beside(FA, "both", "both/sea.html", others._replace(before=LAKE))
    after = particulars.beside(EN, "en", "en/sea.html", others._replace(after=HILL))
    assert before is not None
    assert after is not None
    assert (before.before and before.before.href, before.after) == ("lake.html", None)
    assert (after.before, after.after and after.after.href) == (None, "hill.html")


@pytest.mark.parametrize(
    ("edition", "view", "title"),
    [(FA, "fa", "رئیس جمهور و دریا"), (EN, "en", "The <em>Hill</em>"), (FA, "both", "رئیس جمهور و دریا")],
)
def test_the_ways_keep_the_view_and_speak_its_language(edition: Edition, view: str, title: str) -> None:
    found = onward(edition, view, f"{view}/sea.html", Neighbours(earlier=HILL, later=LAKE))
    assert found is not None
    assert found.earlier is not None
    assert found.later is not None
    assert (found.earlier.href, str(found.earlier.text)) == ("hill.html", title)
    assert found.later.href == "lake.html"
    assert found.related == []


def test_a_title_without_english_is_one_piece_of_persian_on_an_english_page() -> None:
    title = Paragraph("title", "از BBC تا دریا", "از BBC تا دریا", line=0)
    found = onward(EN, "en", "en/sea.html", Neighbours(earlier=LAKE._replace(title=title)))
    assert found is not None
    assert found.earlier is not None
    assert str(found.earlier.text).startswith('<bdi lang="fa" dir="rtl">از ')
    assert str(found.earlier.text).endswith(" تا دریا</bdi>")


def test_what_is_shared_is_named_in_the_language_of_the_page() -> None:
    given = Neighbours(related=(Related(HILL, ("trade",), ("radio",)),))
    for edition, names in ((FA, ["تجارت", "رادیو"]), (EN, ["Trade", "The Radio"])):
        found = onward(edition, str(edition.language), "fa/sea.html", given)
        assert found is not None
        assert (found.earlier, found.later) == (None, None)
        assert [(item.link.href[-9:], list(map(str, item.shared))) for item in found.related] == [("hill.html", names)]


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("fa", ("گفت‌وگوهای دیگر", "در هر دو: تجارت", "گفت‌وگوی قبلی، به ترتیب تاریخ")),
        ("en", ("Other interviews", "In both: Trade", "The one before, by date")),
        ("both", ("در هر دو: تجارت",)),
    ],
)
def test_the_page_shows_them_in_one_list_of_links(view: str, words: tuple[str, ...]) -> None:
    given = Neighbours(earlier=HILL, related=(Related(LAKE, ("trade",), ()),))
    nav = rendered(view, given).partition('class="onward"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]*)"', nav) == ["lake.html", "hill.html"]
    assert all(word in nav for word in words)
    assert 'class="onward"' not in rendered(view, None)
