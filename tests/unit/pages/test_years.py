from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.edition.edition import Edition
from goftogu.edition.outline import outline
from goftogu.model import Language
from goftogu.pages import years
from goftogu.persian.dates.calendar import parse
from tests import sample_site

DATES = {"old": "1357-11-22", "spring": "1404-01-15", "winter": "1403-12-20", "undated": "", "also-undated": ""}
ARCHIVE = sample_site.archive(*(sample_site.interview(name, date) for name, date in DATES.items()))
FA, EN = (Edition(ARCHIVE.listing, language) for language in Language)


def groups(edition: Edition) -> list[tuple[str, int]]:
    (page,) = years.listed(edition)
    return [(name, len(rows)) for name, rows in page.groups]


def test_years_are_those_that_readers_of_the_language_expect() -> None:
    assert groups(FA) == [("y1404", 1), ("y1403", 1), ("y1357", 1), ("undated", 2)]
    assert groups(EN) == [("y2025", 2), ("y1979", 1), ("undated", 2)]


@pytest.mark.parametrize(("group", "year"), [("y1404", 1404), ("y1979", 1979), ("undated", None)])
def test_a_group_is_about_a_year(group: str, year: int | None) -> None:
    assert years.year_of(group) == year


@pytest.mark.parametrize(
    ("date", "persian", "english"),
    [
        ("1404-01-15", "1404", "2025"),
        ("2025-03-10", "1403", "2025"),
        ("1357", "1357", "1978"),
        ("1356-10/1357-02", "1356", "1977"),
        ("hijri:1445-09-01", "1402", "2024"),
    ],
)
def test_the_year_is_that_in_which_it_began(date: str, persian: str, english: str) -> None:
    item = replace(outline(sample_site.interview(), {}), date=parse(date))
    assert (years.year("fa", item), years.year("en", item)) == (persian, english)
    assert years.year("fa", replace(item, date=None)) == ""


def context(archive: Any, number: int = 0) -> dict[str, Any]:
    page = list(years.pages(archive.listing))[number]
    return dict(page.context())


def test_the_page_lists_the_works_below_their_years() -> None:
    shown = context(ARCHIVE)
    assert [(name, year, href, len(works)) for name, year, href, works in shown["years"]] == [
        ("y1404", 1404, "#y1404", 1),
        ("y1403", 1403, "#y1403", 1),
        ("y1357", 1357, "#y1357", 1),
        ("undated", None, "#undated", 2),
    ]
    assert (shown["before"], shown["after"], shown["frame"].section) == ("", "", "interviews")
    assert [page.path for page in years.pages(ARCHIVE.listing)] == [
        "fa/interviews/index.html",
        "en/interviews/index.html",
    ]
