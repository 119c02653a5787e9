from __future__ import annotations

from typing import Any

import pytest

from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages.lists import LATEST, pages
from tests import sample_site
from tests.archives import Archive

URL = "https://example.org/talks/"


def archive(count: int = 1, url: str = "") -> Archive:
    return sample_site.archive(
        *(sample_site.interview(f"talk-{number:02}", f"1404-01-{number + 1:02}") for number in range(count)), url=url
    )


def made(held: Archive) -> dict[str, Page]:
    return {page.path: page for page in pages(held.listing)}


def shown(held: Archive, path: str) -> dict[str, Any]:
    return dict(made(held)[path].context())


def test_the_entry_pages_are_there_in_both_languages() -> None:
    assert [(page.path, page.template, page.language) for page in made(archive()).values()] == [
        ("index.html", "landing.html.jinja", Language.FA),
        ("404.html", "404.html.jinja", Language.FA),
        ("fa/index.html", "home.html.jinja", Language.FA),
        ("fa/search/index.html", "search.html.jinja", Language.FA),
        ("en/index.html", "home.html.jinja", Language.EN),
        ("en/search/index.html", "search.html.jinja", Language.EN),
        ("fa/about.html", "free.html.jinja", Language.FA),
        ("en/about.html", "free.html.jinja", Language.EN),
    ]


def test_the_door_shows_both_languages_with_the_newest_interviews() -> None:
    fa, en = shown(archive(5), "index.html")["doors"]
    assert (fa["language"], fa["title"], fa["description"], fa["home"]) == (
        "fa",
        "بایگانی",
        "چند گفت‌وگو.",
        "fa/index.html",
    )
    assert (en["language"], en["title"], en["home"]) == ("en", "The Archive", "en/index.html")
    assert [work.href for work in en["works"]] == ["en/talk-04.html", "en/talk-03.html", "en/talk-02.html"]
    assert [work.href for work in fa["works"]] == ["fa/talk-04.html", "fa/talk-03.html", "fa/talk-02.html"]


def test_the_door_begins_with_the_first_language_of_the_archive() -> None:
    held = archive().configured(languages=(Language.EN, Language.FA))
    assert [door["language"] for door in shown(held, "index.html")["doors"]] == ["en", "fa"]
    assert made(held)["index.html"].language == Language.EN
    assert shown(held, "index.html")["frame"].title == "The Archive"


@pytest.mark.parametrize(
    ("count", "works", "more"), [(LATEST, LATEST, False), (LATEST + 1, LATEST, True), (0, 0, False)]
)
def test_a_front_page_shows_the_newest_and_leads_to_the_rest(count: int, works: int, more: bool) -> None:
    held = archive(count) if count else Archive(archive().site)
    found = shown(held, "en/index.html")
    assert (len(found["works"]), found["more"]) == (works, more)
    assert found["frame"].section == "home"
    assert found["description"] == "Some interviews."
    assert [heading.text for heading in found["headings"]] == ["Nature", "The sea", "Trade"]


def test_entries_of_a_front_page_have_their_first_words() -> None:
    (work,) = shown(archive(), "fa/index.html")["works"]
    assert work.lines == "دربارهٔ تجارت و دریا."
    (work,) = shown(archive(), "index.html")["doors"][0]["works"]
    assert work.lines == ""


@pytest.mark.parametrize(
    ("url", "style", "home"),
    [("", "static/site.css", "fa/index.html"), (URL, "/talks/static/site.css", "/talks/fa/")],
)
def test_a_page_that_is_missing_links_from_the_root(url: str, style: str, home: str) -> None:
    found = shown(archive(url=url), "404.html")
    assert (found["style"], found["doors"]["fa"]["home"]) == (style, home)
    assert set(found["doors"]) == {"fa", "en"}
    assert found["title"].en == "The Archive"


def test_front_pages_and_the_door_say_what_is_inside() -> None:
    for path, here in (("index.html", "fa/"), ("fa/index.html", "")):
        found = shown(archive(2), path)
        inside = found["doors"][0] if path == "index.html" else found
        assert inside["counts"] == {"interviews": 2, "people": 2, "topics": 3, "places": 1, "chronology": 1}
        assert [way.href for way in inside["ways"]] == [
            f"{here}{section}/index.html" for section in ("people", "topics", "chronology")
        ]


def test_the_newest_interview_leads_and_is_not_listed_again() -> None:
    for count in (1, 3):
        page = archive(count).rendered(whole=False, wanted="en/index.html".__eq__)["en/index.html"]
        lead = page.partition('class="lead"')[2].partition("</div>")[0]
        newest = f"talk-{count - 1:02}.html"
        assert f'href="{newest}"' in lead
        assert page.count(f'href="{newest}"') == 1
        assert ('<ol class="works">' in page) == (count > 1)


def test_an_archive_without_interviews_has_no_lead_and_no_ways() -> None:
    page = Archive(archive().site).rendered(whole=False, wanted="en/index.html".__eq__)["en/index.html"]
    assert 'class="lead"' not in page
    assert 'class="counts' not in page
    assert "ways-in" not in page


def test_a_free_page_is_markdown_in_its_language() -> None:
    fa, en = (shown(archive(), f"{language}/about.html") for language in Language)
    assert (fa["title"], [str(part) for part in fa["parts"]]) == ("درباره", ["<p>متن <strong>مهم</strong>.</p>"])
    assert '<a href="topics/index.html">topics</a>' in en["parts"][0]
    assert (fa["frame"].title, fa["frame"].section) == ("درباره", "about")
    assert [switch.href for switch in fa["frame"].switches] == ["about.html", "../en/about.html"]


def test_the_search_has_its_scripts() -> None:
    found = shown(archive(), "fa/search/index.html")
    names = ("fold", "stem", "lookup", "search")
    assert found["scripts"] == [f"../../static/{name}.js" for name in names]
    assert found["filters"] == "../../static/filters"
    assert found["frame"].section == "search"


def test_the_search_knows_the_index_of_the_other_language() -> None:
    found = [shown(archive(), f"{language}/search/index.html")["other"] for language in ("fa", "en")]
    assert found == [
        {"language": "en", "base": "../../en/search/", "direction": "ltr", "name": "English", "own": "فارسی"},
        {"language": "fa", "base": "../../fa/search/", "direction": "rtl", "name": "فارسی", "own": "English"},
    ]


def test_the_search_of_an_archive_in_persian_alone_has_no_other_language() -> None:
    alone = archive().configured(languages=(Language.FA,))
    assert shown(alone, "fa/search/index.html")["other"] is None
