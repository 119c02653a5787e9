from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.dates.calendar import parse
from goftogu.persian.dates.search import find_persian, parse_persian, unified

FOUND = [
    ("۳ تیر ۹۴.", "۳ تیر ۹۴", "1394-04-03"),
    ("۳ تیر ۰۴، تهران", "۳ تیر ۰۴", "1404-04-03"),
    ("۳ تیر ۱۹", "۳ تیر ۱۹", "1419-04-03"),
    ("۳ تیر ۲۰", "۳ تیر ۲۰", "1320-04-03"),
    ("۳ تیر سال ۲۰ نفر", "۳ تیر سال ۲۰", "1320-04-03"),
    ("۳ تیر ۹۴ ساعت ۸", "۳ تیر ۹۴", "1394-04-03"),
    ("۱۲ حمل ۹۸", "۱۲ حمل ۹۸", "zodiac:1398-01-12"),
    ("۱۲ حمل ۰۳، کابل", "۱۲ حمل ۰۳", "zodiac:1403-01-12"),
    ("۳ گوڵانی ۹۹", "۳ گوڵانی ۹۹", "kurdish:1399-02-03"),
    ("۹۴/۳/۵", "۹۴/۳/۵", "1394-03-05"),
    ("32/05/28", "32/05/28", "1332-05-28"),
    ("۲۸ مرداد،۱۳۳۲", "۲۸ مرداد،۱۳۳۲", "1332-05-28"),
    ("۱۲ فوریهٔ ۱۹۷۹ بود", "۱۲ فوریهٔ ۱۹۷۹", "1979-02-12"),
    ("۵ صفر ۱۳۴۲", "۵ صفر ۱۳۴۲", "hijri:1342-02-05"),
    ("۱۳۴۲/۰۱/۰۱ قمری", "۱۳۴۲/۰۱/۰۱ قمری", "hijri:1342-01-01"),
    ("۱۳۴۲/۰۱/۰۱ هجری قمری", "۱۳۴۲/۰۱/۰۱ هجری قمری", "hijri:1342-01-01"),
    ("۱۳۴۲/۰۱/۰۱ ه.ق", "۱۳۴۲/۰۱/۰۱ ه.ق", "hijri:1342-01-01"),
    ("۱۳۴۲/۰۱/۰۱ قمریان", "۱۳۴۲/۰۱/۰۱", "1342-01-01"),
    ("سال ۱۳۴۲ قمری", "سال ۱۳۴۲ قمری", "hijri:1342"),
    ("سال ۲۵۳۶ بود", "سال ۲۵۳۶", "2536"),
    ("سال ۲۰۱۱ بود", "سال ۲۰۱۱", "2011"),
    ("۱۱/۲/۱۹۷۹", "۱۱/۲/۱۹۷۹", "1979-02-11"),
    ("13-12-2025", "13-12-2025", "2025-12-13"),
    ("شهريور ۱۳۲۰", "شهريور ۱۳۲۰", "1320-06"),
    ("روز\u200cهای ۱۵ خرداد\u200cماه ۱۳۴۲", "۱۵ خرداد\u200cماه ۱۳۴۲", "1342-03-15"),
    ("در ۵ می ۲۰۱۱", "۵ می ۲۰۱۱", "2011-05-05"),
    ("می ۲۰۱۱", "می ۲۰۱۱", "2011-05"),
    ("خبر(۵ دی ۱۳۸۲)", "۵ دی ۱۳۸۲", "1382-10-05"),
]
NOT_FOUND = [
    "۳ تیر ۹۴ نفر",
    "۳ تیر ۹۴٪",
    "۳ تیر ۹۴:۳۰",
    "۳ تیر ۹۴.۵",
    "۵ مارس ۷۹",
    "۵ رجب ۴۲",
    "۳۱/۰۵/۲۸",
    "۱۳۹۴/۰۳-۲۳",
    "۱۳۹۴/۰۳/۲۳۴",
    "۱۳۹۴/۰۳/۲۳/۱",
    "۲۰۲۵.۱۲.۱۳.۱",
    "نسخهٔ ۱.۲.۳",
    "۳۲ فروردین ۱۴۰۰",
    "۱۲ خرداد ۱۱۰۰",
    "۵ صفر ۱۱۴۲",
    "۵ خرداد ۱۳۹۴۵",
    "شمسال ۱۳۹۴",
    "سال۱۳۹۴",
    "اسد ۱۳۱۴",
    "ماه ۱۳۹۴",
]


@pytest.mark.parametrize(("text", "written", "expected"), FOUND)
def test_a_date_is_found_with_its_place(text: str, written: str, expected: str) -> None:
    (found,) = find_persian(text)
    assert (text[found.start : found.end], found.value) == (written, parse(expected))


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_whole_date_is_passed_over(text: str) -> None:
    assert list(find_persian(text)) == []


def test_a_date_that_does_not_exist_hides_no_other() -> None:
    text = "۳۱ مهر ۱۳۹۴ و ۳۰ مهر ۱۳۹۴، و سال ۱۳۹۵"
    assert [text[found.start : found.end] for found in find_persian(text)] == ["۳۰ مهر ۱۳۹۴", "سال ۱۳۹۵"]


def test_the_first_of_the_most_precise_dates_is_that_of_a_line() -> None:
    found = parse_persian("سال ۱۳۹۳، خرداد ۱۳۹۴، ۵ تیر ۱۳۹۴ و ۶ تیر ۱۳۹۴")
    assert found is not None
    assert found.value == parse("1394-04-05")
    assert parse_persian("هیچ") is None


@pytest.mark.parametrize(
    ("text", "expanded"),
    [("۵ تیر ۹۴", True), ("۵ تیر ۱۳۹۴", False), ("۹۴/۴/۵", True), ("سال ۱۳۹۴", False), ("۵ تیر ۰۴", True)],
)
def test_a_century_that_nobody_wrote_is_told(text: str, expanded: bool) -> None:
    assert [found.expanded for found in find_persian(text)] == [expanded]


@given(st.text(alphabet="يىكأإةۀ\u200c\u00a0۱٢3 آب\n/.-سال") | st.text())
def test_a_unified_text_has_its_length_and_needs_it_once(text: str) -> None:
    plain = unified(text)
    assert len(plain) == len(text)
    assert unified(plain) == plain
    assert not set(plain) & set("يىكأإةۀ\u200c\u00a0۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")


def test_letters_have_one_form() -> None:
    assert unified("يىكأإةۀ\u200c\u00a0") == "ییکااهه  "
    assert unified("آبان، ژوئن ۲۰۲۰؛ مؤمن") == "آبان، ژوئن 2020؛ مؤمن"
