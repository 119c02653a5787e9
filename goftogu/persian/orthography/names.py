"""Compound names of people and places, and abbreviations in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography.letters import separate
from goftogu.persian.orthography.lexicon import Lexicon
from goftogu.persian.orthography.stems import Stems, splits


class CompoundNames:
    """Spells compound names."""

    def __init__(self, lexicon: Lexicon, stems: Stems) -> None:
        """Take the given names of the lexicon."""
        self._names = lexicon.lists["names"]
        self._stems = stems

    def name(self, word: str) -> str | None:
        """Spell given names grown together, family names and places: «نورعلی‌خان», «شریفی‌نسب», «ملک‌حسینی»."""
        found = self._compound(word) or self._son(word)
        if found is None and word.endswith("ی"):
            found = self._compound(word[:-1])
            return found and found + "ی"
        return found

    def arabic(self, word: str) -> str | None:
        """Set a second part with the Arabic article apart: «شمس‌الدین», «فارغ‌التحصیل»."""
        for place in range(len(word) - 4, 1, -1):
            head, tail = word[:place], word[place:]
            if tail in affixes.ARABIC:
                return separate(self._stems.stem(head) or self.name(head) or self.arabic(head) or head, tail)
            if tail.startswith("ال") and self._phrase(head, tail[2:]):
                return separate(head, tail)
        return None

    def _titled(self, word: str) -> str | None:
        return self.arabic(word) if word.endswith(_ARABIC) else None

    def _phrase(self, head: str, tail: str) -> bool:
        known = self._stems.word(head) is not None
        return known and len(tail) > _SHORT and (len(head) > _SHORT + 1 or self._stems.word(tail) is not None)

    def _compound(self, word: str) -> str | None:
        for head, tail in splits(word):
            if tail in self._names or tail in affixes.SURNAMES or tail in affixes.PLACES:
                first = head if head in self._names else self._compound(head) or self._titled(head)
                if first is None and tail in affixes.SURNAMES and self._family(head, tail):
                    first = self._stems.stem(head)
                if first:
                    return separate(first, tail)
        return None

    def _family(self, head: str, tail: str) -> bool:
        """Tell a first part that makes a family name with a second one: «کیانی‌فر», not «دونفر»."""
        long = len(head) > _SHORT + 1
        return tail not in affixes.SHORT_SURNAMES or (
            long and (head.endswith("ی") or self._stems.word(head) is not None)
        )

    def _son(self, word: str) -> str | None:
        for link in ("ابن", "بن"):
            father, found, son = word.partition(link)
            if found and {father, son} & self._names and self._person(father) and self._person(son):
                return separate(separate(father, link), son)
        return None

    def _person(self, word: str) -> bool:
        return len(word) > _SHORT and (word in self._names or self._stems.stem(word) is not None)


def letters(word: str) -> str | None:
    """Spell an abbreviation of three Latin letters or more, as it is read: «بی‌بی‌سی»."""
    if not _ABBREVIATION(word):
        return None
    first, *rest = next(names for names in _spelt(word) if len(names) > _SHORT)
    for name in rest:
        first = separate(first, name)
    return first


def _spelt(word: str) -> Iterator[list[str]]:
    if not word:
        yield []
    for name in affixes.LATIN:
        if word.startswith(name):
            for rest in _spelt(word[len(name) :]):
                yield [name, *rest]


_SHORT = 2
_ARABIC = tuple(affixes.ARABIC)
_ABBREVIATION = re.compile(f"(?:{'|'.join(affixes.LATIN)}){{3,}}").fullmatch
