"""Names of months, in both languages, and the forms under which texts use them."""

from __future__ import annotations

from typing import Final, NamedTuple

from goftogu.persian.dates.values import Calendar

_JALALI_FA: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
_JALALI_EN: Final = "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand"
_GREGORIAN_FA: Final = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"
_GREGORIAN_EN: Final = "January February March April May June July August September October November December"
_HIJRI_FA: Final = "محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌قعده ذی‌حجه"
_HIJRI_EN: Final = (
    "Muharram,Safar,Rabiʿ I,Rabiʿ II,Jumada I,Jumada II,Rajab,Shaʿban,Ramadan,Shawwal,Dhu al-Qaʿda,Dhu al-Hijja"
)

_ZODIAC_FA: Final = "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت"
_ZODIAC_EN: Final = "Hamal Sawr Jawza Saratan Asad Sonbola Mizan Aqrab Qaws Jadi Dalw Hut"
_KURDISH_FA: Final = (
    "خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان ڕەشەمێ"
)
_KURDISH_EN: Final = (
    "Xakelêwe Gulan Cozerdan Pûşper Gelawêj Xermanan Rezber Gelarêzan Sermawez Befranbar Rêbendan Reşemê"
)

MONTHS_FA: Final = {
    Calendar.JALALI: tuple(_JALALI_FA.split()),
    Calendar.IMPERIAL: tuple(_JALALI_FA.split()),
    Calendar.GREGORIAN: tuple(_GREGORIAN_FA.split()),
    Calendar.HIJRI: tuple(_HIJRI_FA.split()),
    Calendar.ZODIAC: tuple(_ZODIAC_FA.split()),
    Calendar.KURDISH: tuple(_KURDISH_FA.split()),
}
MONTHS_EN: Final = {
    Calendar.JALALI: tuple(_JALALI_EN.split()),
    Calendar.IMPERIAL: tuple(_JALALI_EN.split()),
    Calendar.GREGORIAN: tuple(_GREGORIAN_EN.split()),
    Calendar.HIJRI: tuple(_HIJRI_EN.split(",")),
    Calendar.ZODIAC: tuple(_ZODIAC_EN.split()),
    Calendar.KURDISH: tuple(_KURDISH_EN.split()),
}
_GREGORIAN_PRS: Final = "جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نومبر دسمبر"

MONTHS_PRS: Final = MONTHS_FA | {
    Calendar.JALALI: MONTHS_FA[Calendar.ZODIAC],
    Calendar.GREGORIAN: tuple(_GREGORIAN_PRS.split()),
}
"""Months as Dari names them. Source: the names of fa-AF in the Common Locale Data Repository of Unicode."""
MONTHS_EN_PRS: Final = MONTHS_EN | {Calendar.JALALI: MONTHS_EN[Calendar.ZODIAC]}
SUFFIX_FA: Final = {Calendar.HIJRI: "قمری", Calendar.IMPERIAL: "شاهنشاهی"}
SUFFIX_EN: Final = {Calendar.HIJRI: "AH", Calendar.IMPERIAL: "imperial"}


class SpokenMonths(NamedTuple):
    """Names of months as texts have them.

    Attributes:
        calendar: The calendar they belong to.
        alone: Whether a name followed by a year is a date without a day before it; some names are common words.
        names: Regular expressions, ``_`` for an optional blank or half-space.
    """

    calendar: Calendar
    alone: bool
    names: tuple[str, ...]


SPOKEN_MONTHS: Final = (
    SpokenMonths(
        Calendar.JALALI,
        alone=True,
        names=tuple("فروردین اردی_بهشت خرداد تیر ا?مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()),
    ),
    SpokenMonths(Calendar.ZODIAC, alone=False, names=tuple(_ZODIAC_FA.split())),
    SpokenMonths(
        Calendar.KURDISH,
        alone=True,
        names=(
            "خاکەلێوەی?",
            "گوڵانی?",
            "جۆزەردانی?",
            "پوو?شپە[ڕر]ی?",
            "گەلاوێژی?",
            "خەرمانانی?",
            "[ڕر]ەزبەری?",
            "(?:گە[ڵل]ا[ڕر]ێزان|خەزە[ڵل]وەر)ی?",
            "سەرماوەزی?",
            "بەفرانباری?",
            "[ڕر]ێبەندانی?",
            "[ڕر]ەشەم[ێە]ی?",
        ),
    ),
    SpokenMonths(
        Calendar.GREGORIAN,
        alone=True,
        names=(
            "ژانویه|جنوری",
            "فوریه|فبروری",
            "مارس|مارچ",
            "آوریل|اپریل",
            "مه|می",
            "ژو[ئی]ن|جون",
            "ژو[ئی]یه|جولای",
            "اوت|[آا]گوست|اگست",
            "سپتا?مبر",
            "اکتبر|اکتوبر",
            "نوا?مبر",
            "دسا?مبر",
        ),
    ),
    SpokenMonths(
        Calendar.HIJRI,
        alone=False,
        names=(
            "محرم(?:_الحرام)?",
            "صفر(?:_المظفر)?",
            "ربیع_ال(?:ا?ول|مولود)",
            "ربیع_ال(?:ثانی|[آا]خر)",
            "جمادی_ال(?:اول[یا]?)",
            "جمادی_ال(?:ثانیه?|[آا]خره?)",
            "رجب(?:_المرجب)?",
            "شعبان(?:_المعظم)?",
            "رمضان(?:_المبارک)?",
            "شوال(?:_المکرم)?",
            "ذ[یو]?_(?:ال)?قعده(?:_الحرام)?",
            "ذ[یو]?_(?:ال)?حجه(?:_الحرام)?",
        ),
    ),
)
"""Month names in Persian text.

Those of the zodiac were used before 1304, and are used in Dari. A month in two common spellings or names, as the eighth
Kurdish one, is shown in the first.
"""

_NUMBERS: Final = (
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست".split()
)
_DAYS: Final = {
    **{name: number for number, name in enumerate(_NUMBERS, 1)},
    **{f"بیست_و_{name}": number for number, name in enumerate(_NUMBERS[:9], 21)},
    "سی_و_یک": 31,
}
DAY_NAMES: Final = (
    {"اول": 1, "سوم": 3, "بیست_و_سوم": 23, "سی": 30, "سی_ام": 30}
    | _DAYS
    | {f"{name}م": number for name, number in _DAYS.items()}
    | {"هیجده": 18, "هیجدهم": 18}
)
"""Days in words, ``_`` for an optional blank or half-space."""
