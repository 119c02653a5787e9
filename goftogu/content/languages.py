"""The languages that people speak in interviews: their tags as in BCP 47, and their names in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goftogu.content.schema import Many, Text
from goftogu.model import Bilingual

NAMES: Final[Mapping[str, Bilingual]] = {
    "fa": Bilingual("فارسی", "Persian"),
    "prs": Bilingual("دری", "Dari"),
    "tg": Bilingual("تاجیکی", "Tajik"),
    "haz": Bilingual("هزارگی", "Hazaragi"),
    "aiq": Bilingual("ایماقی", "Aimaq"),
    "ps": Bilingual("پشتو", "Pashto"),
    "ku": Bilingual("کردی", "Kurdish"),
    "ckb": Bilingual("کردی سورانی", "Central Kurdish"),
    "kmr": Bilingual("کردی کرمانجی", "Northern Kurdish"),
    "sdh": Bilingual("کردی جنوبی", "Southern Kurdish"),
    "hac": Bilingual("گورانی (هورامی)", "Gurani (Hawrami)"),
    "zza": Bilingual("زازاکی", "Zazaki"),
    "lrc": Bilingual("لری شمالی", "Northern Luri"),
    "luz": Bilingual("لری جنوبی", "Southern Luri"),
    "bqi": Bilingual("بختیاری", "Bakhtiari"),
    "glk": Bilingual("گیلکی", "Gilaki"),
    "mzn": Bilingual("مازندرانی", "Mazandarani"),
    "tly": Bilingual("تالشی", "Talysh"),
    "bal": Bilingual("بلوچی", "Balochi"),
    "gbz": Bilingual("بهدینی", "Zoroastrian Dari"),
    "az": Bilingual("ترکی آذربایجانی", "Azerbaijani"),
    "azb": Bilingual("ترکی آذربایجانی جنوبی", "South Azerbaijani"),
    "qxq": Bilingual("ترکی قشقایی", "Qashqai"),
    "kmz": Bilingual("ترکی خراسانی", "Khorasani Turkic"),
    "klj": Bilingual("خلجی", "Khalaj"),
    "tr": Bilingual("ترکی استانبولی", "Turkish"),
    "tk": Bilingual("ترکمنی", "Turkmen"),
    "uz": Bilingual("ازبکی", "Uzbek"),
    "kk": Bilingual("قزاقی", "Kazakh"),
    "ar": Bilingual("عربی", "Arabic"),
    "he": Bilingual("عبری", "Hebrew"),
    "syr": Bilingual("سریانی", "Syriac"),
    "aii": Bilingual("آشوری", "Assyrian Neo-Aramaic"),
    "mid": Bilingual("مندایی", "Mandaic"),
    "hy": Bilingual("ارمنی", "Armenian"),
    "ka": Bilingual("گرجی", "Georgian"),
    "ur": Bilingual("اردو", "Urdu"),
    "hi": Bilingual("هندی", "Hindi"),
    "en": Bilingual("انگلیسی", "English"),
    "fr": Bilingual("فرانسوی", "French"),
    "de": Bilingual("آلمانی", "German"),
    "es": Bilingual("اسپانیایی", "Spanish"),
    "it": Bilingual("ایتالیایی", "Italian"),
    "nl": Bilingual("هلندی", "Dutch"),
    "sv": Bilingual("سوئدی", "Swedish"),
    "el": Bilingual("یونانی", "Greek"),
    "pl": Bilingual("لهستانی", "Polish"),
    "ru": Bilingual("روسی", "Russian"),
    "zh": Bilingual("چینی", "Chinese"),
    "ja": Bilingual("ژاپنی", "Japanese"),
    "ko": Bilingual("کره‌ای", "Korean"),
}
"""The name of each language, by its tag in the registry of BCP 47."""

LANGUAGES: Final = Many(Text(choices=tuple(NAMES)), alone=True)
"""What a list of languages may be written as."""
