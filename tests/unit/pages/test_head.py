from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from goftogu import urls
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.site import Site
from goftogu.model import Language
from goftogu.pages import head
from goftogu.pages.head import About, PageHead
from tests import sample_site

URL = "https://example.org/talks"
ARCHIVE = sample_site.archive(url=URL)
PAGE = partial(urls.interview, interview_id="sea")


def made(about: About, view: str = "en", path: Any = PAGE, site: Site = ARCHIVE.site) -> PageHead:
    return head.make(site, Language.FA if view == urls.BOTH else Language(view), view, path, about)


def way(page: PageHead) -> list[tuple[str, str]]:
    """Return the way from the front page to a page: names and addresses."""
    (found,) = json.loads(page.data)["@graph"]
    assert [item["position"] for item in found["itemListElement"]] == list(range(1, len(found["itemListElement"]) + 1))
    return [(item["name"], item["item"]) for item in found["itemListElement"]]


def test_without_an_address_a_head_has_nothing_absolute() -> None:
    about = About("Title", names=(("DC.type", "Interview"),), section="interviews")
    found = made(about, site=sample_site.archive().site)
    assert found == PageHead(
        "",
        (),
        (),
        (("DC.type", "Interview"),),
        (("og:locale", "en_GB"), ("og:locale:alternate", "fa_IR")),
        False,
        found.data,
    )
    assert found.data == ""


def test_a_page_knows_its_address_its_editions_and_the_feeds() -> None:
    found = made(About())
    assert found.canonical == f"{URL}/en/sea.html"
    assert found.alternates == (
        ("fa", f"{URL}/fa/sea.html"),
        ("en", f"{URL}/en/sea.html"),
        ("x-default", f"{URL}/fa/sea.html"),
    )
    assert found.feeds == (
        ("application/atom+xml", f"{URL}/en/feed.xml"),
        ("application/feed+json", f"{URL}/en/feed.json"),
    )
    assert found.data == ""


@pytest.mark.parametrize(("view", "paired"), [(urls.BOTH, True), ("en", False)])
def test_a_page_without_a_counterpart_names_none(view: str, paired: bool) -> None:
    found = made(About(paired=paired), view)
    assert found.alternates == ()
    assert found.canonical == f"{URL}/{view}/sea.html"


def test_the_way_leads_over_the_list_above() -> None:
    assert way(made(About("The sea", section="topics"), path=partial(urls.topic, topic_id="sea"))) == [
        ("The Archive", f"{URL}/en/"),
        ("Topics", f"{URL}/en/topics/"),
        ("The sea", f"{URL}/en/topics/sea.html"),
    ]
    assert way(made(About("دریا", section="places"), "fa", partial(urls.place, place_id="coast"))) == [
        ("بایگانی", f"{URL}/fa/"),
        ("مکان‌ها", f"{URL}/fa/places/"),
        ("دریا", f"{URL}/fa/places/coast.html"),
    ]


@pytest.mark.parametrize(
    ("section", "path", "persian", "english"),
    [
        ("interviews", urls.interviews, "همهٔ گفت‌وگوها", "All interviews"),
        ("index", urls.a_to_z, "نمایه", "Index"),
        ("topics", urls.topics, "موضوع‌ها", "Topics"),
        ("people", urls.people, "اشخاص و نهادها", "People and organisations"),
        ("places", urls.places, "مکان‌ها", "Places"),
        ("chronology", urls.chronology, "گاه‌شمار", "Chronology"),
    ],
)
def test_the_list_itself_ends_the_way(section: str, path: Any, persian: str, english: str) -> None:
    assert [name for name, _ in way(made(About("ignored", section=section), path=path))] == ["The Archive", english]
    assert [name for name, _ in way(made(About("ignored", section=section), "fa", path))] == ["بایگانی", persian]


def test_a_page_outside_the_lists_has_no_way() -> None:
    assert made(About("About", section="about"), path=partial(urls.free, page_id="about")).data == ""


def test_messengers_get_a_picture_only_if_there_is_one() -> None:
    with_card, without = (made(About(), site=replace(ARCHIVE.site, card=there)) for there in (True, False))
    assert (with_card.card, without.card) == (True, False)
    assert dict(with_card.properties)["og:image"] == f"{URL}/static/card.png"
    assert (dict(with_card.properties)["og:image:width"], dict(with_card.properties)["og:image:height"]) == (
        "1200",
        "630",
    )
    assert dict(with_card.properties)["og:image:alt"] == "The Archive"
    assert [name for name, _ in without.properties] == ["og:locale", "og:locale:alternate"]


@pytest.mark.parametrize("there", [True, False])
def test_a_page_with_a_card_of_its_own_shows_that_one_and_says_what_is_on_it(there: bool) -> None:
    site = replace(ARCHIVE.site, card=there)
    shown = dict(made(About("The sea & the hill", card="en/sea.card.png"), site=site).properties)
    assert (shown["og:image"], shown["og:image:alt"]) == (f"{URL}/en/sea.card.png", "The sea & the hill")


def test_what_a_page_describes_comes_before_the_way() -> None:
    found = made(About("Sea", section="interviews", things=({"@type": "Article"},)))
    assert [thing["@type"] for thing in json.loads(found.data)["@graph"]] == ["Article", "BreadcrumbList"]
    assert json.loads(found.data)["@context"] == "https://schema.org"


@pytest.mark.parametrize(
    ("site", "page", "locale"),
    [
        (TranscriptLanguage.PERSIAN, None, "fa_IR"),
        (TranscriptLanguage.DARI, None, "fa_AF"),
        (TranscriptLanguage.PERSIAN, True, "fa_AF"),
        (TranscriptLanguage.DARI, False, "fa_IR"),
    ],
)
def test_a_page_is_in_dari_as_its_site_unless_it_says_otherwise(
    site: TranscriptLanguage, page: bool | None, locale: str
) -> None:
    found = made(About(dari=page), "fa", site=ARCHIVE.configured(language=site).site)
    assert dict(found.properties)["og:locale"] == locale
