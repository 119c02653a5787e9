"""Guesses which lines are not Persian although their letters are: Arabic, Kurdish and Azeri are left as they are."""

from __future__ import annotations

import re

from goftogu.persian.orthography.letters import fold

_ARABIC = frozenset(
    "فی الی عن الذی التی الذین هذا هذه ذلک تلک لم لن کانت ثم اذا هو هی نحن انت مع عند لیس لها لهم علیها علیهم "
    "الیه فیه فیها منه منها عنه عنها وهو ولا ومن وفی ولم فلا وان انا انه لا قد کان له علیه لنا لک اللهم ربنا یقول "
    "قال لله وانا الله صلی واله کنت فهذا والله".split()
)
_PERSIAN = frozenset(
    "در به از که را این است با آن برای یک تا شد بود می نمی کرد دارد های ها شده کرده خود نیست ولی اما اگر باید شما "
    "هر چون پس بودند کردند گفت گفتند اند هستند هستم دارند چه رو اون تو چی دیگه".split()
)
_AZERI = frozenset(
    "بیر ایله اولان اولدو اولدی اولور اولسون دیر ایدی ائتدی ائله ائلدی گئتدی گئدیر گلدی گلیر وئردی وئریر دئدی "
    "دئییر دئدیم یوخ یوخدو یوخدور منیم سنین اونون بیزیم سیزین اونلار بونلار بو اوچون ایچون کیمی سونرا ایندی نئجه "
    "گون گؤزل آدام قیز اوغلان ائو سؤز چوخ یاخشی یئر منه سنه اونا بیزه سیزه دئمک یازدی اولماز ائدیر ائتمک وار دیل "
    "دیلی".split()
)
_KURDISH_LETTER = re.compile("[ێۆڕڵڤە]|^ئ").search
_AZERI_LETTER = re.compile("^.?ئ[^وی]|[ۇۆ]").search
_ARTICLE = re.compile("[وبفک]?ال...").match
_OURS = re.compile("[پچژگ]").search
_LETTERS = re.compile("[ێۆڕڵڤەۇئ\u064e-\u0650]").search
_HINTS = frozenset(variant for word in _ARABIC | _AZERI for variant in (word, word.replace("ی", "ي").replace("ک", "ك")))
_HINTING = 2
_ENOUGH = 3


def is_foreign(line: str, words: list[str]) -> bool:
    """Tell whether a line is surely Arabic, Kurdish or Azeri; when in doubt it is Persian.

    Args:
        line: The line.
        words: Its words.
    """
    if len(_HINTS.intersection(words)) < _HINTING and _LETTERS(line) is None:
        return False
    ours = sum(word in _PERSIAN for word in words)
    needed = max(_ENOUGH, len(words) / 4, 2 * ours)
    return _kurdish(words) >= needed or _azeri(words) >= needed or _arabic(words) >= needed


def _kurdish(words: list[str]) -> int:
    return sum(_KURDISH_LETTER(word) is not None for word in words)


def _azeri(words: list[str]) -> int:
    return sum(word in _AZERI or _AZERI_LETTER(word) is not None for word in words)


def _arabic(words: list[str]) -> int:
    if sum(_OURS(word) is not None for word in words):
        return 0
    return sum(fold(word) in _ARABIC or _ARTICLE(word) is not None for word in words)
