from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.dates.calendar import format_en
from goftogu.persian.dates.spoken import find_spoken

FOUND = [
    ("سال ۵۷ انقلاب شد", ["سال ۵۷ = 1357/1978–79"]),
    ("سالِ ۱۳۴۲", ["سالِ ۱۳۴۲ = 1342/1963–64"]),
    ("در سال‌های ۱۳۵۶ تا ۱۳۵۸ بودیم", ["سال‌های ۱۳۵۶ تا ۱۳۵۸ = 1356–58/1977–80"]),
    ("سالهای ۵۶ و ۵۷ بود", ["سالهای ۵۶ = 1356/1977–78", "۵۷ = 1357/1978–79"]),
    ("سال ۵۸ تا ۵۷", ["سال ۵۸ = 1358/1979–80", "۵۷ = 1357/1978–79"]),
    ("دههٔ شصت", ["دههٔ شصت = 1360–69/1981–91"]),
    ("دهه ۶۰ میلادی", ["دهه ۶۰ میلادی = 1960–69 (1338–48)"]),
    ("دههٔ ۱۳۴۰ خوب بود", ["دههٔ ۱۳۴۰ = 1340–49/1961–71"]),
    ("دهه‌های ۴۰ و ۵۰", ["دهه‌های ۴۰ = 1340–49/1961–71"]),
    ("زمستان ۵۶ سرد بود", ["زمستان ۵۶ = Dey–Esfand 1356 (December 1977 – March 1978)"]),
    ("بهار ۲۰۱۱", ["بهار ۲۰۱۱ = 2011 (1389–90)"]),
    ("انقلاب ۱۳۵۷ که", ["۱۳۵۷ = 1357/1978–79"]),
    ("از ۱۳۳۲ تا ۱۳۴۰ آنجا", ["۱۳۳۲ تا ۱۳۴۰ = 1332–40/1953–62"]),
    ("۲۲ بهمن ۱۳۵۷", ["۲۲ بهمن ۱۳۵۷ = 11 February 1979 (22 Bahman 1357)"]),
    ("سال پنجاه و هفت بود", ["سال پنجاه و هفت = 1357/1978–79"]),
    ("سال هزار و سیصد و سی و دو", ["سال هزار و سیصد و سی و دو = 1332/1953–54"]),
    ("سال ۰۲", ["سال ۰۲ = 1402/2023–24"]),
]
NOTHING = [
    "سال ۵۷ نفر آمدند",
    "هر سال ۳۰ نفر",
    "۳ میلیارد و ۹۰ میلیون و ۱۴ روز",
    "در ۱۴۰۰ متری",
    "تا ۲۰۰۰ تومان",
    "از ۱۳۰۰ تا ۱۴۰۰ نفر",
    "دههٔ بیست زندگی",
    "دههٔ ۵۷",
    "دههٔ ۱۰۰",
    "در ۳۰ سالگی",
    "سال ۱۵ بود",
    "سال ۹۹۹۹",
    "تابستان ۴۰ درجه",
    "زمستان ۱۵ بود",
    "هیچ تاریخی در این سال‌ها نیست.",
    "۱۲۳۴۵",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_as_people_say_them(text: str, expected: list[str]) -> None:
    assert [f"{text[date.start : date.end]} = {format_en(date.value)}" for date in find_spoken(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_may_be_a_number_of_things_is_no_date(text: str) -> None:
    assert list(find_spoken(text)) == []


def test_a_century_that_was_added_is_told() -> None:
    assert [date.expanded for date in find_spoken("سال ۵۷، سال ۱۳۵۷، سال پنجاه، سال هزار و سیصد و پنجاه")] == [
        True,
        False,
        True,
        False,
    ]


@given(st.lists(st.sampled_from("سال دهه زمستان ۵۷ ۱۳۵۷ ۲۰۱۱ پنجاه و هفت تا از در هزار سیصد نفر ، 22 بهمن".split())))
def test_dates_do_not_overlap_and_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for date in find_spoken(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
