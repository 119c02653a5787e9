from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.edition.edition import Edition
from goftogu.index.chronology import DateMention
from goftogu.model import Language
from goftogu.pages import chronology
from goftogu.pages.years import YearLink
from goftogu.persian.dates.calendar import parse
from tests import sample_site
from tests.archives import Archive

SEA = sample_site.interview()


def archive(*said: tuple[str, str, int], date: str = "1404-01-15") -> Archive:
    """Return an archive in which dates are spoken of: the date, the words, the number of the turn."""
    dates = tuple(
        DateMention(parse(value), "sea", "x-t1", f"t{turn}", f"t{turn}.1", 0, 1, turn, words)
        for value, words, turn in said
    )
    held = replace(SEA, date=parse(date) if date else None)
    found = sample_site.findings("sea")._replace(dates=dates)
    return replace(sample_site.archive(held), findings={"sea": found})


def pages(held: Archive, language: Language) -> list[dict[str, Any]]:
    return [dict(page.context()) for page in chronology.pages(held.listing) if page.language == language]


def decades(held: Archive, language: Language) -> list[tuple[int, list[str]]]:
    """Return each decade with the dates in it, as machines read them or as they were said."""
    (page,) = pages(held, language)
    return [(number, [row.day or str(row.said[0]) for row in rows]) for _, number, _, rows in page["decades"]]


FOUND = archive(
    ("1342-03-15", "۱۵ خرداد ۴۲", 2), ("1357", "سال ۵۷", 1), ("1357", "سال پنجاه و هفت", 3), ("1979", "۱۹۷۹", 4)
)


def test_dates_are_in_decades_of_the_calendar_that_readers_expect() -> None:
    assert decades(FOUND, Language.FA) == [(1340, ["1963-06-05"]), (1350, ["سال ۵۷", "1979"])]
    english = decades(FOUND, Language.EN)
    assert [number for number, _ in english] == [1960, 1970]
    assert english[0][1] == ["1963-06-05"]


@pytest.mark.parametrize(
    ("date", "fa", "en"),
    [("1359", 1350, 1980), ("1360", 1360, 1980), ("1979", 1350, 1970), ("1380", 1380, 2000), ("1356/1361", 1350, 1970)],
)
def test_a_decade_begins_with_its_first_year(date: str, fa: int, en: int) -> None:
    held = archive((date, "آن سال", 1))
    assert [number for number, _ in decades(held, Language.FA)] == [fa]
    assert [number for number, _ in decades(held, Language.EN)] == [en]


def test_a_date_is_shown_as_it_was_said_with_all_its_turns() -> None:
    many = archive(
        *(("1357", words, turn) for turn, words in enumerate(["۵۷", "سال ۵۷", "۵۷", "پنجاه و هفت", "سال انقلاب"], 1))
    )
    ((_, _, _, (row,)),) = pages(many, Language.FA)[0]["decades"]
    assert [str(words) for words in row.said] == ["۵۷", "سال ۵۷", "پنجاه و هفت"]
    assert row.date == "۱۳۵۷ (۱۹۷۸–۱۹۷۹)"
    assert row.day == ""
    ((run,), rest) = (row.line.runs, row.line.rest)
    assert ([locator.number for locator in run.locators], rest) == ([1, 2, 3, 4, 5], 0)
    ((_, _, _, (english,)),) = pages(many, Language.EN)[0]["decades"]
    assert str(english.said[0]) == '<bdi lang="fa" dir="rtl">۵۷</bdi>'


def test_the_years_of_the_interviews_are_counted_on_the_first_page() -> None:
    assert pages(FOUND, Language.FA)[0]["years"] == [YearLink(1404, "../interviews/index.html#y1404", 1)]
    assert pages(FOUND, Language.EN)[0]["years"] == [YearLink(2025, "../interviews/index.html#y2025", 1)]
    undated = archive(("1357", "سال ۵۷", 1), date="")
    assert pages(undated, Language.FA)[0]["years"] == [YearLink(None, "../interviews/index.html#undated", 1)]


def test_a_long_chronology_has_a_page_for_each_decade_and_years_on_the_first_only() -> None:
    held = archive(*((str(year), str(year), 1) for year in range(1200, 1450)))
    first, *rest = pages(held, Language.FA)
    assert [number for _, number, _, _ in first["decades"]] == list(range(1200, 1450, 10))
    assert all(rows == [] for _, _, _, rows in first["decades"])
    assert len(rest) == 25
    assert [page["years"] for page in rest] == [[]] * 25
    assert rest[0]["decades"][0][1] == 1200
    assert (rest[0]["before"], rest[0]["after"], rest[-1]["after"]) == ("", "d1210.html", "")


def test_an_archive_without_dates_has_an_empty_chronology() -> None:
    assert pages(archive(), Language.EN)[0]["decades"] == []


def test_a_bare_gregorian_date_begins_with_the_jalali_one_in_persian() -> None:
    held = archive(("1985", "۱۹۸۵", 1), ("1979-02", "فوریهٔ ۱۹۷۹", 2))
    shown = {
        language: [row.date for _, _, _, rows in pages(held, language)[0]["decades"] for row in rows]
        for language in Language
    }
    assert shown[Language.FA] == ["بهمن–اسفند ۱۳۵۷ (فوریهٔ ۱۹۷۹)", "۱۳۶۳–۱۳۶۴ (۱۹۸۵)"]
    assert [date.split(" (")[0] for date in shown[Language.EN]] == ["February 1979", "1985"]


@pytest.mark.parametrize(("places", "rows"), [(24, 1), (25, 2), (48, 2), (49, 3)])
def test_a_date_with_very_many_places_has_several_rows(places: int, rows: int) -> None:
    held = archive(*(("1357", "۵۷", 1 + number % 4) for number in range(places)))
    ((_, _, _, found),) = pages(held, Language.FA)[0]["decades"]
    assert [row.date for row in found] == ["۱۳۵۷ (۱۹۷۸–۱۹۷۹)"] * rows
    assert all(row.line.rest == 0 for row in found)


def test_only_where_there_are_more_interviews_a_locator_names_its_own() -> None:
    alone = archive(("1357", "۵۷", 1))
    silent = sample_site.findings("hill")._replace(dates=())
    more = replace(
        alone,
        interviews=(*alone.interviews, sample_site.interview("hill")),
        findings={**alone.findings, "hill": silent},
    )
    for held, named in ((alone, False), (more, True)):
        ((_, _, _, (row, *_)),) = pages(held, Language.FA)[0]["decades"]
        assert [run.title is not None for run in row.line.runs] == [named]


def test_a_date_is_as_high_as_its_line_and_those_of_the_interviews_and_the_first_as_its_decade() -> None:
    held = archive(("1357", "۵۷", 1), ("1357", "۵۷", 2), ("1358", "۵۸", 2), ("1361", "۶۱", 2))
    groups = chronology._groups(Edition(held.listing, Language.FA))
    assert [[row.height for row in rows] for _, rows in groups] == [[76 + 44 + 56, 44 + 56], [76 + 44 + 56]]
