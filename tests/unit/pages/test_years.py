from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from goftogu import urls
from goftogu.edition.edition import Edition
from goftogu.model import Language
from goftogu.pages import years
from goftogu.pages.pagination import MOST_ROWS
from goftogu.pages.years import InterviewList, YearLink
from tests import sample_site
from tests.archives import Archive

DATES = {"old": "1357-11-22", "spring": "1404-01-15", "winter": "1403-12-20", "undated": "", "also-undated": ""}
HERE = "fa/interviews/index.html"


def archive(dates: dict[str, str]) -> Archive:
    return sample_site.archive(*(sample_site.interview(name, date) for name, date in dates.items()))


def daily(count: int, first: date, step: int = 1) -> dict[str, str]:
    return {f"i{number:03}": (first + timedelta(days=step * number)).isoformat() for number in range(count)}


ARCHIVE = archive(DATES)
FA, EN = (Edition(ARCHIVE.listing, language) for language in Language)
LONG = archive({**daily(MOST_ROWS + 10, date(2019, 3, 1), 10), "old": "1357-11-22", "undated": ""})


def counted(edition: Edition) -> list[tuple[int | None, str, int]]:
    return [(link.year, link.href, link.count) for link in InterviewList(edition).years(HERE)]


def context(found: Archive, path: str = HERE) -> dict[str, Any]:
    return next(dict(page.context()) for page in years.pages(found.listing) if page.path == path)


def test_years_are_those_that_readers_of_the_language_expect() -> None:
    assert counted(FA) == [(1404, "#y1404", 1), (1403, "#y1403", 1), (1357, "#y1357", 1), (None, "#undated", 2)]
    assert [(year, count) for year, _, count in counted(EN)] == [(2025, 2), (1979, 1), (None, 2)]


def test_a_short_list_has_its_interviews_below_their_years() -> None:
    shown = context(ARCHIVE)
    assert [(name, year, len(works)) for name, year, works in shown["sections"]] == [
        ("y1404", 1404, 1),
        ("y1403", 1403, 1),
        ("y1357", 1357, 1),
        ("undated", None, 2),
    ]
    assert (shown["before"], shown["after"], shown["frame"].section) == ("", "", "interviews")
    assert (shown["all"], shown["newest"], shown["decade"]) == ("", [], 0)
    assert [page.path for page in years.pages(ARCHIVE.listing)] == [HERE, "en/interviews/index.html"]


def test_a_short_list_leads_to_its_decades_on_the_same_page() -> None:
    found = [(item.first, item.href, item.count, item.current) for item in context(ARCHIVE)["decades"]]
    assert found == [(1400, "#y1404", 2, False), (1350, "#y1357", 1, False), (None, "#undated", 2, False)]
    assert context(archive({"one": "1404-01-15", "two": "1404-02-15"}))["decades"] == []
    two = context(archive({"one": "1404-01-15", "two": "1403-02-15", "three": "1398-02-15"}))["decades"]
    assert [(item.first, [link.year for link in item.years]) for item in two] == [(1400, [1404, 1403]), (1390, [])]


def test_a_long_list_has_pages_for_each_decade_and_begins_with_the_newest() -> None:
    assert [page.path for page in years.pages(LONG.listing) if page.language == Language.FA] == [
        HERE,
        "fa/interviews/part/d1390.html",
        "fa/interviews/part/d1390/2.html",
        "fa/interviews/part/d1350.html",
        "fa/interviews/part/undated.html",
    ]
    shown = context(LONG)
    assert shown["sections"] == []
    assert [work.href for work in shown["newest"]][:2] == ["../i059.html", "../i058.html"]
    assert len(shown["newest"]) == 20
    assert [(item.first, item.href, item.count) for item in shown["decades"]] == [
        (1390, "part/d1390.html", 60),
        (1350, "part/d1350.html", 1),
        (None, "part/undated.html", 1),
    ]
    assert [(link.year, link.href) for link in shown["decades"][0].years] == [
        (1399, "part/d1390.html#y1399"),
        (1398, "part/d1390.html#y1398"),
        (1397, "part/d1390/2.html#y1397"),
    ]
    assert shown["decades"][1].years == ()


def test_the_page_of_a_decade_leads_to_its_own_years_and_back() -> None:
    shown = context(LONG, "fa/interviews/part/d1390/2.html")
    assert (shown["decade"], shown["all"], shown["newest"], shown["facets"]) == (1390, "../../index.html", [], None)
    current = [item for item in shown["decades"] if item.current]
    assert [[link.href for link in item.years] for item in current] == [
        ["../d1390.html#y1399", "../d1390.html#y1398", "#y1397"]
    ]
    assert all(item.years == () for item in shown["decades"] if not item.current)
    undated = context(LONG, "fa/interviews/part/undated.html")
    assert (undated["decade"], [name for name, _, _ in undated["sections"]]) == (None, ["undated"])


def test_a_year_goes_on_without_a_second_link_to_it() -> None:
    crowded = archive(daily(MOST_ROWS + 10, date(2020, 4, 1)))
    (link,) = InterviewList(Edition(crowded.listing, Language.FA)).years("fa/index.html")
    assert link == YearLink(1399, "interviews/part/d1390.html#y1399", MOST_ROWS + 10)
    parts = [context(crowded, f"fa/interviews/part/d1390{number}.html") for number in ("", "/2")]
    assert [[name for name, _, _ in part["sections"]] for part in parts] == [["y1399"], ["y1399"]]
    assert sum(len(part["sections"][0].works) for part in parts) == MOST_ROWS + 10


def test_with_very_many_years_the_first_page_leads_to_decades_alone() -> None:
    found = archive({f"i{year}": f"{year}-05-05" for year in range(1940, 2010)})
    assert {item.years for item in context(found)["decades"]} == {()}
    inner = context(found, "fa/interviews/part/d1350.html")["decades"]
    assert [len(item.years) for item in inner if item.current] == [10]


@pytest.mark.parametrize(("count", "years"), [(60, 60), (61, 0)])
def test_the_first_page_leads_to_sixty_years_at_most(count: int, years: int) -> None:
    found = archive({f"i{year}": f"{year}-05-05" for year in range(1941, 1941 + count)})
    assert sum(len(item.years) for item in context(found)["decades"]) == years


def test_the_first_interview_of_a_year_is_higher_by_the_heading() -> None:
    heights = [[row.height for row in rows] for _, rows in InterviewList(FA)._groups()]
    assert heights == [[98 + 76, 98 + 76], [98 + 76], [98 + 76, 98]]


def test_an_empty_archive_has_an_empty_list() -> None:
    shown = context(replace(ARCHIVE, interviews=()))
    assert (shown["sections"], shown["newest"], shown["decades"], shown["facets"]) == ([], [], [], None)


def test_a_page_makes_no_link_that_it_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = InterviewList(
        Edition(archive({f"i{year}": f"{year}-05-05" for year in range(1940, 2010)}).listing, Language.FA)
    )
    (inner,) = [page for page in listed.pages if page.current == "d1350"]
    made, href = [], urls.href

    def counted(here: str, target: str, fragment: str = "") -> str:
        made.append(target)
        return href(here, target, fragment)

    monkeypatch.setattr(urls, "href", counted)
    decades = list(listed.decades(inner))
    assert len(made) == len(decades) + sum(len(item.years) for item in decades) == 8 + 10
