"""Folding: one key for all spellings of a word, for matching, searching and finding duplicates.

A key is not meant to be read. These are equal under :func:`fold`:

* Persian, Arabic and Urdu code points of one letter (ی ي ى, ک ك, ه ة ۀ ہ), presentation forms, the three digit sets;
* with and without half-space, tatweel, vowel marks and bidi controls;
* the seats of hamza (مسئول مسؤول, مسئله مسأله مساله, مؤثر موثر, رئیس رییس, املاء املا) and وو for و (داوود داود);
* آ inside a word (قرآن قران). At its beginning آ stays, because it tells words apart there (آلمان is not المان);
* ezafe after silent ه (خانه‌ی خانه ی خانۀ خانهٔ خانه), as far as a half-space, a blank or a mark shows that it is ezafe;
* compounds with «و» in the middle (گفت و گو گفت‌وگو گفتوگو گفتگو), see ``_COMPOUNDS``;
* Latin letters with and without diacritics and capitals (Muṣaddiq musaddiq).

Sources of the mappings: the Unicode Character Database (NFKC, NFKD, case folding), and the spellings that the Academy
of Persian Language and Literature tells apart in its orthography («دستور خط فارسی»).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from goftogu.persian.replacing import replacer

ZWNJ: Final = "\u200c"

_MARKS = "".join(
    map(chr, (0x640, *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6DD), *range(0x6DF, 0x6E5)))
)
_MORE_MARKS = "\u06e7\u06e8\u06ea\u06eb\u06ec\u06ed"
LETTERS: Final = str.maketrans(
    "يىېےۓكڪةۀەہۂھۃأإٱؤ٫٬" + "۰۱۲۳۴۵۶۷۸۹" + "٠١٢٣٤٥٦٧٨٩",
    "یییییککهههههههاااو.," + "0123456789" * 2,
    f"{_MARKS}{_MORE_MARKS}ء",
)
"""What becomes of the letters of the Arabic script, their marks and digits."""

_letters = replacer(LETTERS)

_FOREIGN: Final = re.compile("[^\x00-\x7f\u0600-\u06ff\u200c]+")
FOREIGN_LETTERS: Final = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys(map(chr, range(0x2B9, 0x2C0)), "")
)
"""Replacements for Latin letters that Unicode does not decompose, and for characters of transliterations."""

_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})

_EZAFE: Final = re.compile(r"ه(?<=[\w\u200c]ه)(?:[\s\u200c]+ی)+(?!\w)")
_HAMZA_WAW: Final = re.compile("(?<![ئو])[ئو]+و")
_HAMZA_ALEF: Final = re.compile(r"ئ(?<=[^\W\d_آاو]ئ)(?=[تل])")
_INNER_MADDA: Final = re.compile(r"آ(?<=\wآ)")

_COMPOUNDS: Final = {
    "آب": "هوا",
    "آمد": "شد رفت",
    "بند": "بست",
    "پخت": "پز",
    "پرس": "جو",
    "پیچ": "تاب خم",
    "تاخت": "تاز",
    "تک": "پو تا دو",
    "جست": "جو خیز",
    "جنب": "جوش",
    "چون": "چرا",
    "حال": "هوا",
    "حل": "فصل",
    "حمل": "نقل",
    "خرید": "فروش",
    "خفت": "خیز",
    "خورد": "خوراک خواب",
    "داد": "ستد",
    "دوخت": "دوز",
    "دید": "بازدید",
    "رفت": "امد روب",
    "ریخت": "پاش",
    "زاد": "ولد",
    "زد": "خورد بند",
    "ساخت": "ساز پاخت",
    "سمت": "سو",
    "سوخت": "ساز",
    "سوز": "گداز",
    "شست": "شو",
    "کش": "قوس واکش",
    "کند": "کاو",
    "گشت": "گذار",
    "گفت": "گو شنود شنید",
    "گیر": "دار",
    "مرگ": "میر",
    "نشست": "برخاست",
    "نقل": "انتقال",
}
"""First and second parts of compounds that are written apart, with half-spaces, joined, and some without «و»."""

_ENDING = r"(?:یی?|ی?(?:[مت]ان|شان)|ی[متش]|ها(?:ی\w*)?|ات|گر(?:ی|ان|ها(?:ی\w*)?)?|کننده\w*)?(?!\w)"


def _choice(seconds: str) -> str:
    return "|".join(re.sub("^ا", "[آا]", second) for second in seconds.split())


def _compound(first: str, seconds: str) -> str:
    return f"{first} ?و ?(?:{_choice(seconds)})"


_WHOLE = "|".join(map(_compound, _COMPOUNDS, _COMPOUNDS.values()))
COMPOUNDS: Final = f"(?=(?:{_WHOLE}){_ENDING})(?:{'|'.join(_COMPOUNDS)})"
"""Pattern of the first part of a compound, at the beginning of a word and before its «و»."""

_COMPOUND: Final = re.compile(rf"\b({COMPOUNDS}) ?و ?")
_MAY_BE_COMPOUND: Final = re.compile(f"و ?(?:{_choice(' '.join(_COMPOUNDS.values()))})")
"""What every compound has; it begins with one letter, so that it is looked for in a fraction of the time."""


def compounds() -> list[str]:
    """Return the keys of the compounds with «و»."""
    return [fold(f"{first} و {second}") for first, seconds in _COMPOUNDS.items() for second in seconds.split()]


def fold(text: str) -> str:
    """Return the key under which all spellings of a text are equal, half-spaces dropped.

    Idempotent. White space becomes one blank, at the ends none. Punctuation stays.
    """
    return _fold(text, "")


def fold_split(text: str) -> str:
    """Return the key of :func:`fold` with every half-space read as a blank."""
    return _fold(text, " ")


def fold_both(text: str) -> tuple[str, str]:
    """Return what :func:`fold` and :func:`fold_split` return, for little more than the price of one."""
    if text.isascii():
        return (folded := _ascii(text)), folded
    base = _EZAFE.sub("ه", base_letters(text))
    joined = _spelled(base, "")
    return joined, _spelled(base, " ") if ZWNJ in base else joined


def base_letters(text: str) -> str:
    """Bring characters to their base, without any rule of spelling: what folding and alphabetical order share.

    Marks and invisible characters go, letters lose their variants, digits become ASCII and capitals small. ئ, آ and the
    half-space stay.
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("ی\u0654", "ئ")
    return _FOREIGN.sub(_base_foreign, _letters(text))


def _base_foreign(run: re.Match[str]) -> str:
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", run[0]).casefold())
    return "".join(c for c in text if unicodedata.category(c) not in _INVISIBLE).translate(FOREIGN_LETTERS)


def _fold(text: str, joint: str) -> str:
    return _ascii(text) if text.isascii() else _spelled(_EZAFE.sub("ه", base_letters(text)), joint)


def _ascii(text: str) -> str:
    return " ".join(text.lower().split())


def _spelled(base: str, joint: str) -> str:
    """Apply the rules of spelling to base letters, with something in place of each half-space."""
    text = " ".join(base.replace(ZWNJ, joint).split())
    if "ئ" in text or "وو" in text:
        text = _HAMZA_ALEF.sub("ا", _HAMZA_WAW.sub("و", text)).replace("ئ", "ی")
    if _MAY_BE_COMPOUND.search(text):
        text = _COMPOUND.sub(r"\1", text)
    return _INNER_MADDA.sub("ا", text)
