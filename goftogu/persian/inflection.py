"""The dictionary form of a folded word: what all of its forms are found under.

:mod:`goftogu.persian.lemmas` does this for text that is read, where half-spaces tell much. Here the word is a key of
the search, and what decides is the list of hazm: an ending is only an ending if what is left of the word is in the list
and the word is not («باران» is no plural of «بار»). So no word is taken for a form of another by its look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from goftogu.persian import endings, wordlists
from goftogu.persian.folding import compounds, fold

Listed = tuple[str, int, bool]
"""A folded word of a list, how often it is used, and whether it is a plural."""

_DATA: Final = Path(__file__).parent / "data"
_CLASSED: Final = re.compile(r"^([^\t\n]+)\t(\d+)\t(?!0$)(\S+)$", re.MULTILINE)
_FOLDED: Final = re.compile("[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهی]+")
"""A word of letters that folding leaves as they are: those that have no other form, and are no part of a compound."""
_SHORTEST: Final = 3
_HUMAN: Final = ("ین", "گان", "ییان")
"""Plural endings that the list does not tell: «مسئولین», «نویسندگان»."""

_LONG_ENOUGH: Final = 6
_FAR_MORE: Final = 20
_PERSONS: Final = frozenset("م یم ید ند".split())


def _folded(words: str) -> list[str]:
    return list(map(fold, words.split()))


_COMMON: Final = {
    verb: rank
    for rank, verb in enumerate(
        _folded(
            "کردن شدن بودن داشتن گفتن رفتن آمدن دادن گرفتن خواستن توانستن دانستن دیدن زدن گذاشتن ساختن نوشتن خواندن "
            "رسیدن ماندن آوردن بردن خوردن یافتن کشیدن"
        )
    )
}
"""Verbs whose forms come before a noun that is written like one of them, and before a rarer verb with the same stem."""

_NOUNS: Final = frozenset(
    _folded(
        "مرد خرید درد کشت ساخت نشست شکست برداشت بازداشت پرداخت دریافت شناخت سوخت گذشت بافت بازگشت سرشت سرنوشت زندگی "
        "درگذشت خواست پخت باخت گشت نمود رشت گذشته نوشته خسته بسته رشته کشته پیوسته شایسته وابسته برجسته دسته پوسته "
        "هسته آهسته فرشته گشته بایسته رود روند روم روی بینی زنی زنم زند دهم دهی داری دانی کنی شوی خوانی مانی سازی سازم "
        "رسم باری بری برم گویی یابی کشی کردی بردی بدن ندا بنا بده نرم نبرد نرد نکات خواهی خواهم ماند مانند مانده نمایی"
    )
)
"""Nouns that come before a form of a verb."""

_SINGULAR: Final = frozenset(_folded("ادبیات عملیات مالیات ریاضیات الهیات شکلات روبات ملاقات"))
"""Words that the list calls plurals."""


class Inflection:
    """Knows the dictionary form of folded words.

    Attributes:
        listed: Dictionary forms and how often each is used, those that only look like a form of another word included.
        irregular: Forms that no ending makes, as broken plurals, and their words.
        stems: Stems of verbs, as :func:`goftogu.persian.endings.verbs` gives them, and their infinitives.
    """

    def __init__(self, words: Iterable[Listed], verbs: Iterable[str], irregular: Iterable[str]) -> None:
        """Take lists.

        Args:
            words: Dictionary forms.
            verbs: Verbs by their stems, ``past#present``.
            irregular: Lines of a word and such forms.
        """
        self.listed: dict[str, int] = {}
        self._plural = set[str]()
        for word, times, plural in words:
            self.listed[word] = max(times, self.listed.get(word, 0))
            if plural and word not in _SINGULAR:
                self._plural.add(word)
        self.irregular = {fold(form): fold(one) for one, *more in map(str.split, irregular) for form in more}
        self.stems = dict(_stems(verbs))

    def lemma(self, word: str) -> str:
        """Return the dictionary form of a folded word; the word itself where nothing is known of it."""
        if word in self.irregular:
            return self.irregular[word]
        verb = self._verb(word)
        if word in self.listed:
            return self._listed(word, verb)
        if (
            verb
            and word not in _NOUNS
            and (verb in _COMMON or word.startswith(endings.CONTINUOUS) or _past(word, verb))
        ):
            return verb
        return self._noun(word) or verb or self._unknown(word)

    def _verb(self, word: str) -> str | None:
        return next((self.stems[stem] for stem in endings.verbs(word) if stem in self.stems), None)

    def _listed(self, word: str, verb: str | None) -> str:
        if verb and word not in _NOUNS and verb != word and (verb in _COMMON or f"{word.removesuffix('ه')}ن" == verb):
            return verb
        plural = word in self._plural or (word.endswith(_HUMAN) and len(word) >= _LONG_ENOUGH)
        return (self._likely(word) or word) if plural else word

    def _noun(self, word: str) -> str | None:
        stem = self._likely(word)
        return self.lemma(stem) if stem else None

    def _likely(self, word: str) -> str | None:
        """Return what an ending leaves, if a list has it: the longest, unless another is far more used.

        So «خانه‌ای» is of «خانه», not of «خان», and «شهرهای» is of «شهر», not of «شهره».
        """
        known = [stem for stem in endings.nouns(word) if stem in self.listed or stem in self.irregular]
        usual = max(known, key=lambda stem: self.listed.get(stem, 0), default=None)
        return (
            usual
            if usual and self.listed.get(usual, 0) > _FAR_MORE * self.listed.get(known[0], 0)
            else next(iter(known), None)
        )

    def _unknown(self, word: str) -> str:
        """Take off an ending that is no part of any word."""
        found = (ending for ending in endings.SURE if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST)
        ending = next(found, "")
        return self.lemma(word.removesuffix(ending)) if ending else word


@cache
def load() -> Inflection:
    """Read the lists.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    irregular = (_DATA / "irregular.txt").read_text(encoding="utf-8").splitlines()
    return Inflection(_words(), wordlists.lines("verbs.dat"), irregular[1:])


def _past(word: str, verb: str) -> bool:
    """Tell whether a word is a past form that is no noun with an ending: «خریدند»."""
    return word.startswith(verb[:-1]) and word[len(verb) - 1 :] in _PERSONS


def _stems(verbs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the stems of verbs with the infinitive; of two verbs with one stem, the commonest comes last."""
    pairs = [(fold(past), fold(present)) for past, _, present in (verb.partition("#") for verb in verbs) if past]
    for past, present in sorted(pairs, key=lambda pair: -_COMMON.get(f"{pair[0]}ن", len(_COMMON))):
        yield from ((stem, f"{past}ن") for stem in (f"{past}<", f"{present}>"))
    yield from (("هست<", "بودن"), ("نیست<", "بودن"))


def _words() -> Iterator[Listed]:
    """Yield the words of hazm's list that have a class; the others are forms of these, and much else."""
    text = wordlists.path("words.dat").read_text(encoding="utf-8")
    for word, times, parts in _CLASSED.findall(text):
        yield word if _FOLDED.fullmatch(word) else fold(word), int(times), "PL" in parts
    yield from ((word, 1, False) for word in compounds())
