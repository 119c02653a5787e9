"""What the catalogue says of an interview, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition import particulars
from goftogu.model import Particulars
from tests import described, materials


def test_every_fact_is_told_in_persian() -> None:
    assert list(particulars.facts(described.material(), "fa")) == [
        ("مجموعه", "آب‌ها، بخش ۲"),
        ("محل گفت‌وگو", "رشت"),
        ("زبان گفت‌وگو", "فارسی، گیلکی"),
        ("مدت", "۱ ساعت و ۱۲ دقیقه و ۳۰ ثانیه"),
        ("تصویربردار", "رادیو"),
        ("پیاده‌کنندهٔ متن", "سارا نیک"),
        ("پیاده‌کنندهٔ متن", "بهرام"),
        ("ویراستار", "سارا نیک"),
        ("مترجم", "Jane Doe"),
        ("شناسه", "OH-12 & 13"),
        ("DOI", "https://doi.org/10.5072/River.1"),
    ]


def test_every_fact_is_told_in_english() -> None:
    found = dict(particulars.facts(described.material(), "en"))
    assert (found["Series"], found["Place"], found["Spoken in"]) == ("Waters, part 2", "Rasht", "Persian, Gilaki")
    assert (found["Duration"], found["Camera"], found["Editor"]) == (
        "1 hour 12 minutes 30 seconds",
        "Radio, Tehran",
        "Sara Nik",
    )


def test_of_nothing_nothing_is_told() -> None:
    assert list(particulars.facts(materials.material(), "fa")) == []
    unknown = described.material(Particulars(place="nowhere", series="none"))
    assert list(particulars.facts(unknown, "en")) == []


def test_what_holds_for_the_archive_is_told_of_each_interview() -> None:
    config = described.with_defaults(place="rasht", languages=("fa",), contributors={"camera": ("سحر",)})
    found = list(particulars.facts(described.material(Particulars(), config=config), "en"))
    assert found == [("Place", "Rasht"), ("Spoken in", "Persian"), ("Camera", "سحر")]


def test_a_series_may_have_no_parts() -> None:
    assert particulars.series(described.material(Particulars(series="water")), "en") == "Waters"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("باغ، چاه آب؛ قنات", ["باغ", "چاه آب", "قنات"]),
        ("garden, water;well ,", ["garden", "water", "well"]),
        ("  ", []),
        ("،،", []),
    ],
)
def test_keywords_are_what_is_between_commas(text: str, words: list[str]) -> None:
    assert particulars.keywords(text) == words


def test_keywords_without_english_stay_persian() -> None:
    given = described.material(translations={})
    assert particulars.subjects(given, given.particulars.keywords, "en") == ["رودخانه", "سیلاب"]
    assert particulars.subjects(described.material(), described.PARTICULARS.keywords, "en") == ["river", "flood"]
    assert particulars.subjects(given, None, "en") == []


@pytest.mark.parametrize(
    ("seconds", "persian", "english", "iso"),
    [
        (0, "", "", ""),
        (1, "۱ ثانیه", "1 second", "PT1S"),
        (60, "۱ دقیقه", "1 minute", "PT1M"),
        (119, "۱ دقیقه و ۵۹ ثانیه", "1 minute 59 seconds", "PT1M59S"),
        (3600, "۱ ساعت", "1 hour", "PT1H"),
        (7200 + 120, "۲ ساعت و ۲ دقیقه", "2 hours 2 minutes", "PT2H2M"),
        (360_000, "۱۰۰ ساعت", "100 hours", "PT100H"),
    ],
)
def test_durations_are_told_to_readers_and_to_programs(seconds: int, persian: str, english: str, iso: str) -> None:
    assert particulars.duration(seconds, "fa") == persian
    assert particulars.duration(seconds, "en") == english
    assert particulars.iso_duration(seconds) == iso


@given(st.integers(1, 3_600_000))
def test_no_second_is_lost(seconds: int) -> None:
    written = particulars.iso_duration(seconds).removeprefix("PT")
    total = 0
    for unit, size in (("H", 3600), ("M", 60), ("S", 1)):
        count, found, rest = written.partition(unit)
        total, written = (total + int(count) * size, rest) if found else (total, written)
    assert (total, written) == (seconds, "")


def test_a_doi_has_an_address() -> None:
    assert particulars.doi_address("10.5072/x") == "https://doi.org/10.5072/x"
    assert particulars.doi_address("") == ""
