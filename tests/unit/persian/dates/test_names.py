from __future__ import annotations

import pytest

from goftogu.persian.dates.calendar import find_persian, parse
from goftogu.persian.dates.names import DAY_NAMES, MONTHS_EN, MONTHS_FA, SPOKEN_MONTHS
from goftogu.persian.dates.values import Calendar

JALALI = """
فروردین||Farvardin
اردیبهشت||Ordibehesht
خرداد||Khordad
تیر||Tir
مرداد||Mordad
شهریور||Shahrivar
مهر||Mehr
آبان||Aban
آذر||Azar
دی||Dey
بهمن||Bahman
اسفند||Esfand
"""
ZODIAC = """
حمل||Hamal
ثور||Sawr
جوزا||Jawza
سرطان||Saratan
اسد||Asad
سنبله||Sonbola
میزان||Mizan
عقرب||Aqrab
قوس||Qaws
جدی||Jadi
دلو||Dalw
حوت||Hut
"""
KURDISH = """
خاکەلێوە|خاکەلێوەی|Xakelêwe
گوڵان|گوڵانی|Gulan
جۆزەردان||Cozerdan
پووشپەڕ|پوشپەر پووشپەڕی|Pûşper
گەلاوێژ||Gelawêj
خەرمانان|خەرمانانی|Xermanan
ڕەزبەر|رەزبەر ڕەزبەری|Rezber
گەڵاڕێزان|گەڵارێزان خەزەڵوەر خەزەڵوەری|Gelarêzan
سەرماوەز||Sermawez
بەفرانبار|بەفرانباری|Befranbar
ڕێبەندان|رێبەندان|Rêbendan
ڕەشەمێ|رەشەمە ڕەشەمەی|Reşemê
"""
GREGORIAN = """
ژانویه|جنوری|January
فوریه|فبروری|February
مارس|مارچ|March
آوریل|اپریل|April
مه|می|May
ژوئن|ژوین جون|June
ژوئیه|ژوییه جولای|July
اوت|آگوست اگوست اگست|August
سپتامبر|سپتمبر|September
اکتبر|اکتوبر|October
نوامبر|نومبر|November
دسامبر|دسمبر|December
"""
HIJRI = """
محرم|محرم‌الحرام|Muharram
صفر|صفرالمظفر|Safar
ربیع‌الاول|ربیع‌الول ربیع‌المولود|Rabiʿ I
ربیع‌الثانی|ربیع‌الآخر ربیع‌الاخر|Rabiʿ II
جمادی‌الاول|جمادی‌الاولی جمادی‌الاولا|Jumada I
جمادی‌الثانی|جمادی‌الثانیه جمادی‌الآخره جمادی‌الاخر|Jumada II
رجب|رجب‌المرجب|Rajab
شعبان|شعبان‌المعظم|Shaʿban
رمضان|رمضان‌المبارک|Ramadan
شوال|شوال‌المکرم|Shawwal
ذی‌قعده|ذیقعده ذوالقعده ذی‌القعده ذی‌قعده‌الحرام|Dhu al-Qaʿda
ذی‌حجه|ذیحجه ذوالحجه ذی‌الحجه|Dhu al-Hijja
"""
TABLES = {
    Calendar.JALALI: (JALALI, 1342),
    Calendar.GREGORIAN: (GREGORIAN, 1963),
    Calendar.HIJRI: (HIJRI, 1383),
    Calendar.ZODIAC: (ZODIAC, 1342),
    Calendar.KURDISH: (KURDISH, 2663),
}
ROWS = [
    (calendar, year, number, line)
    for calendar, (table, year) in TABLES.items()
    for number, line in enumerate(table.split("\n")[1:-1], 1)
]
DAYS = """
یک|یکم|اول
دو|دوم
سه|سوم|سه‌م
چهار|چهارم
پنج|پنجم
شش|ششم
هفت|هفتم
هشت|هشتم
نه|نهم
ده|دهم
یازده|یازدهم
دوازده|دوازدهم
سیزده|سیزدهم
چهارده|چهاردهم
پانزده|پانزدهم
شانزده|شانزدهم
هفده|هفدهم
هجده|هجدهم|هیجده|هیجدهم
نوزده|نوزدهم
بیست|بیستم
بیست و یک|بیست و یکم|بیست‌ویکم
بیست و دو|بیست و دوم|بیست‌ودوم
بیست و سه|بیست و سوم|بیست‌وسوم
بیست و چهار|بیست و چهارم
بیست و پنج|بیست و پنجم
بیست و شش|بیست و ششم
بیست و هفت|بیست و هفتم
بیست و هشت|بیست و هشتم|بیست‌وهشتم
بیست و نه|بیست و نهم
سی|سی‌ام|سی ام
سی و یک|سی و یکم
"""


@pytest.mark.parametrize(("calendar", "year", "number", "line"), ROWS)
def test_a_month_has_its_names_and_is_read_under_each(calendar: Calendar, year: int, number: int, line: str) -> None:
    name, others, english = line.split("|")
    assert (MONTHS_FA[calendar][number - 1], MONTHS_EN[calendar][number - 1]) == (name, english)
    for written in (name, *others.split()):
        (found,) = find_persian(f"جلسهٔ روز ۷ {written} {year} بود")
        assert (found.value.calendar, found.value.month, found.value.day) == (calendar, number, 7), written


def test_imperial_months_are_those_of_the_jalali_calendar() -> None:
    assert MONTHS_FA[Calendar.IMPERIAL] == MONTHS_FA[Calendar.JALALI]
    assert MONTHS_EN[Calendar.IMPERIAL] == MONTHS_EN[Calendar.JALALI]
    assert {len(names) for names in (*MONTHS_FA.values(), *MONTHS_EN.values())} == {12}
    assert [len(group.names) for group in SPOKEN_MONTHS] == [12, 12, 12, 12, 12]


@pytest.mark.parametrize(
    ("day", "words"), [(day, line.split("|")) for day, line in enumerate(DAYS.split("\n")[1:-1], 1)]
)
def test_days_in_words_are_read(day: int, words: list[str]) -> None:
    month = "فروردین" if day == 31 else "مهر"
    for word in words:
        found = [date.value for date in find_persian(f"روز {word} {month} ۱۳۲۰ آنجا بودم")]
        assert found == [parse(f"1320-{1 if day == 31 else 7:02d}-{day:02d}")], word


def test_no_day_is_beyond_the_longest_month() -> None:
    assert set(DAY_NAMES.values()) == set(range(1, 32))


@pytest.mark.parametrize("word", ["سی‌ویکمین", "چهل", "صفرم", "دهه"])
def test_other_words_before_a_month_are_no_days(word: str) -> None:
    assert [date.value for date in find_persian(f"روز {word} مهر ۱۳۲۰")] == [parse("1320-07")]


@pytest.mark.parametrize("name", ["حمل", "ثور", "اسد", "میزان", "قوس", "حوت", "صفر", "رجب", "محرم"])
def test_months_that_are_common_words_need_a_day(name: str) -> None:
    assert list(find_persian(f"{name} ۱۳۱۴")) == []
    assert len(list(find_persian(f"۳ {name} ۱۳۱۴"))) == 1


@pytest.mark.parametrize("text", ["آذری ۱۳۲۰", "مهری ۱۳۲۰", "دیر ۱۳۲۰", "ماهی ۱۳۲۰", "مهربان ۱۳۲۰", "تیرگان ۱۳۲۰"])
def test_a_word_that_begins_like_a_month_is_none(text: str) -> None:
    assert list(find_persian(text)) == []


@pytest.mark.parametrize(("text", "value"), [("مهر ۱۳۲۰", "1320-07"), ("گوڵان ۲۷۲۱", "kurdish:2721-02")])
def test_a_name_that_is_no_common_word_needs_no_day(text: str, value: str) -> None:
    assert [date.value for date in find_persian(text)] == [parse(value)]
