"""The dictionary form of a Persian word, so that words that differ only by their endings are counted together.

A word that the list of hazm knows is its own lemma. The lemma of a verb form is the pair of its stems, as hazm writes
it: ``رفت#رو``. From any other word, endings are taken off as long as there are some; what is left is its lemma if the
list knows it. Words are not folded: half-spaces and letters count as they are written, so this is for text of the
reading layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from goftogu.persian import wordlists

_ZWNJ: Final = "\u200c"
_CONTINUOUS: Final = (f"می{_ZWNJ}", f"نمی{_ZWNJ}")
_PAST: Final = ("", *"م ی یم ید ند ن".split())
_PERFECT: Final = ("ه", *(f"ه{_ZWNJ}{ending}" for ending in "ام ای ایم اید اند".split()))
_PRESENT: Final = tuple("م ی د یم ید ند".split())
_ENDINGS: Final = (*"ات ان ترین تر م ت ش یی ی ها".split(), "\u0654", f"{_ZWNJ}ا", _ZWNJ)
"""Each is taken off once, in this order: of «کتاب‌هایشان» first ان and ش, then یی or ی, ها and the half-space."""


class Lemmas:
    """Finds lemmas by a list of words and one of verbs."""

    def __init__(self, words: Iterable[str], verbs: Iterable[str]) -> None:
        """Take words, and verbs by their stems, ``past#present``, of which one may be empty.

        Where two verbs share a form, it is the first one's.
        """
        self._words = frozenset(words)
        self._verbs = {form: verb for verb in reversed(list(verbs)) for form in _forms(verb)}

    def lemma(self, word: str) -> str:
        """Return the lemma of a word; the word itself where nothing is known of it."""
        if word in self._words:
            return word
        if word in self._verbs:
            return self._verbs[word]
        bare = _bare(word)
        return bare if bare in self._words else word


def load() -> Lemmas:
    """Read the lists of hazm.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    words = (line.partition("\t")[0] for line in wordlists.lines("words.dat"))
    return Lemmas(words, wordlists.lines("verbs.dat"))


def _forms(verb: str) -> Iterator[str]:
    """Yield the forms of a verb that are one word."""
    past, _, present = verb.partition("#")
    if past:
        for prefix in ("", "ن", *_CONTINUOUS):
            yield from (f"{prefix}{past}{ending}" for ending in (*_PAST, *_PERFECT))
    if present:
        yield from (f"{prefix}{present}{ending}" for prefix in ("", *_CONTINUOUS) for ending in _PRESENT)
        for start in _negative_and_subjunctive(present):
            yield from (f"{start}{ending}" for ending in ("", *_PRESENT))


def _negative_and_subjunctive(stem: str) -> Iterator[str]:
    """Yield a present stem with ن and with ب, with the glide of «بیاموزد» and «نیندازد», also typed «نیاندازد»."""
    for prefix in ("ن", "ب"):
        if not stem.startswith(("آ", "ا")):
            yield f"{prefix}{stem}"
            continue
        yield f"{prefix}یا{stem[1:]}"
        if stem.startswith("ا"):
            yield f"{prefix}ی{stem[1:]}"


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        word = word.removesuffix(ending)
    return f"{word[:-1]}ه" if word.endswith("ۀ") else word
