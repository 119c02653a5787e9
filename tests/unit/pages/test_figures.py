"""Pictures on the pages of an interview: sizes, words, and where they are."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from goftogu.build import templates as template_places
from goftogu.build.theme import Theme
from goftogu.content.given_pictures import GivenPicture
from goftogu.edition import catalogue
from goftogu.edition.pictures import InterviewPictures
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview
from goftogu.pages import figures
from goftogu.pages import interview as interview_pages
from goftogu.pages.figures import NO_FIGURES
from goftogu.pages.render import templates
from goftogu.problems import Problems, SourcePlace
from tests import drawn, sample_site, sites
from tests.materials import illustrated, material


@pytest.fixture(scope="module")
def theme() -> Theme:
    problems = Problems()
    folders = template_places.folders(sites.ROOT)
    site = Site(illustrated().config, illustrated().vocabulary)
    made = Theme(site, templates(folders, problems), catalogue.find(folders, problems))
    assert not problems
    return made


def page(theme: Theme, view: str, **changes: Any) -> str:
    given = illustrated(**changes)
    site = Site(given.config, given.vocabulary, translations={given.interview.id: given.translations})
    problems = Problems()
    found = next(one for one in interview_pages.pages(site, given) if one.path == f"{view}/{given.interview.id}.html")
    data = theme.render(found, problems)
    assert data is not None, list(problems)
    return data.decode()


def alternatives(text: str) -> list[tuple[str, str]]:
    """Return what the pictures of a page show, and the language of it where that is not the page's."""
    return [(unescape(alt), tongue) for alt, tongue in re.findall(r'<img [^>]*alt="(.*?)"(?: lang="(.*?)")?', text)]


def test_an_interview_without_pictures_has_none() -> None:
    given = material()
    assert figures.figures(Site(given.config, given.vocabulary), given.interview, given.pictures) is NO_FIGURES


def test_the_persian_page_shows_the_pictures_where_they_are(theme: Theme) -> None:
    text = page(theme, "fa")
    assert alternatives(text) == [(words, "") for words in ("خانم احمدی", "نقشه", "همان رود", "رود")]
    assert re.findall(r"<figure (.*?)>", text) == ['class="portrait"', 'id="f1"', 'id="f3"', 'id="f2"']
    turn = text.partition('id="t2"')[2].partition('id="t4"')[0]
    assert turn.index("نان") < turn.index('id="f2"') < turn.index("بس")
    assert "<figcaption><em>سفیدرود</em>، ۱۳۴۰ <small>بایگانی</small></figcaption>" in turn
    assert text.index('<h2 class="section"') < text.index('id="f3"') < text.index('id="t2"')
    assert text.index("<h1>") < text.index('id="f1"') < text.index("کنار رودخانه")


def test_the_english_page_says_in_which_state_its_words_are(theme: Theme) -> None:
    text = page(theme, "en")
    assert alternatives(text) == [("Ms Ahmadi", ""), ("نقشه", "fa"), ("همان رود", "fa"), ("A <river>", "")]
    said = '<figcaption>The <em>Sefidrud</em>, 1961 <small class="standing machine"><span>machine translation</span>'
    assert said in text
    assert text.count("سفیدرود") == 0
    turn = text.partition('id="t2"')[2].partition('id="t4"')[0]
    assert turn.count('id="f2"') == 1
    assert turn.count("<details") == 1


def test_the_page_with_both_has_each_picture_once_with_both_captions(theme: Theme) -> None:
    text = page(theme, "both")
    assert len(alternatives(text)) == 4
    assert '<em>سفیدرود</em>، ۱۳۴۰ <span lang="en" dir="ltr">The <em>Sefidrud</em>, 1961' in text
    assert text.index('id="t2"') < text.index('id="f2"') < text.index('id="t4"')


def test_only_what_is_above_the_text_is_fetched_at_once(theme: Theme) -> None:
    found = re.findall(r"<img [^>]*?media/([a-z]+)[^>]*>", page(theme, "fa"))
    lazy = re.findall(r'<img [^>]*?media/([a-z]+)[^>]* loading="lazy"', page(theme, "fa"))
    assert found == ["rad", "map", "rud", "rud"]
    assert lazy == ["rud", "rud"]


def test_the_room_for_a_picture_is_known_before_it_comes(theme: Theme) -> None:
    for image in re.findall(r"<img [^>]*>", page(theme, "fa")):
        assert 'width="60" height="40"' in image


def test_an_old_anchor_of_a_picture_still_leads_to_it(theme: Theme) -> None:
    assert '<span class="unseen" id="f9"></span><figure id="f2">' in page(theme, "fa", redirects={"f9": "f2"})


def test_what_is_not_published_is_not_shown(theme: Theme) -> None:
    text = page(theme, "fa", files=("rud.jpg",))
    assert [words for words, _ in alternatives(text)] == ["همان رود", "رود"]
    assert "<figure" not in page(theme, "fa", files=())


def test_paragraphs_without_english_keep_their_place_beside_pictures(theme: Theme) -> None:
    text = page(theme, "en", translations={})
    turn = text.partition('id="t2"')[2].partition('id="t4"')[0]
    assert turn.index("نان") < turn.index('id="f2"') < turn.index("بس")


def test_the_turns_with_pictures_are_known() -> None:
    given = illustrated()
    found = figures.figures(Site(given.config, given.vocabulary), given.interview, given.pictures)
    assert found.turns == {"t2"}


def known(*people: str, files: tuple[str, ...] = ("guest.jpg", "host.jpg")) -> tuple[Site, Interview]:
    """Return an interview of which no picture is given, and an archive that has pictures of some people."""
    held = sample_site.archive()
    shown = {
        name: replace(
            held.site.vocabulary.people[name],
            portrait=GivenPicture(f"{file}.jpg", Bilingual(file, file), None, SourcePlace("people.toml", 1)),
        )
        for name, file in zip(("sarv", "radio"), ("guest", "host"), strict=True)
        if name in people
    }
    vocabulary = replace(held.site.vocabulary, people={**held.site.vocabulary.people, **shown})
    pictures = {name: drawn.published(name)[0] for name in files}
    speakers = held.interviews[0].speakers
    host = replace(speakers["مجری"], person="radio")
    return held.changed(vocabulary=vocabulary, pictures=pictures).site, replace(
        held.interviews[0], speakers={"مجری": host, "آقای سرو": speakers["آقای سرو"]}
    )


@pytest.mark.parametrize(
    ("people", "files", "shown"),
    [
        (("sarv", "radio"), ("guest.jpg", "host.jpg"), "guest"),
        (("radio",), ("host.jpg",), ""),
        (("sarv",), (), ""),
        ((), (), ""),
    ],
)
def test_without_a_portrait_that_of_the_person_who_is_interviewed_is_shown(
    people: tuple[str, ...], files: tuple[str, ...], shown: str
) -> None:
    found = figures.figures(*known(*people, files=files), InterviewPictures())
    assert (found.portrait.alt.en if found.portrait else "") == shown
