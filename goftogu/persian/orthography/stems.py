"""The words that can carry an ending: listed ones, their derivations, and compounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography.letters import separate
from goftogu.persian.orthography.lexicon import Lexicon

_SHORT = 2
"""Letters of a part too short to be told by itself."""


def silent(word: str) -> bool:
    """Tell whether a word ends in a ه that only shows a vowel: «خانه», not «راه» or «توجه»."""
    return (
        word.endswith("ه")
        and len(word) > _SHORT
        and not word.endswith(affixes.SOUNDED_HE)
        and word not in affixes.SOUNDED_WORDS
    )


def endings(word: str, table: frozenset[str], shortest: int = 2) -> Iterator[tuple[str, str]]:
    """Yield every way to take an ending of the table off a word, the longest first.

    Args:
        word: The word.
        table: The endings, of at most ``affixes.LONGEST`` letters.
        shortest: How many letters must be left.
    """
    for size in range(min(affixes.LONGEST, len(word) - shortest), 0, -1):
        if word[-size:] in table:
            yield word[:-size], word[-size:]


def splits(word: str, first: int = 2, last: int = 2) -> Iterator[tuple[str, str]]:
    """Yield every way to cut a word in two parts of at least the given lengths, the shortest first part first."""
    for place in range(first, len(word) - last + 1):
        yield word[:place], word[place:]


class Stems:
    """Spells stems, and remembers them."""

    def __init__(self, lexicon: Lexicon, own: Mapping[str, str]) -> None:
        """Take the words of the lexicon, and an archive's own ones, which win."""
        self._words, self._wholes = lexicon.words, lexicon.wholes
        self._spellings = lexicon.spellings | dict(own)
        self._lists = lexicon.lists
        self._memory: dict[str, str | None] = {}

    def word(self, word: str) -> str | None:
        """Return a word that is listed as written joined."""
        return word if word in self._words else None

    def listed(self, word: str) -> str | None:
        """Spell a word that is listed."""
        return self._spellings.get(word) or self.word(word)

    def stem(self, word: str) -> str | None:
        """Spell a word that is listed, derived or a compound; None when it is not known."""
        if word not in self._memory:
            self._memory[word] = None
            self._memory[word] = self.listed(word) or self._derived(word) or self._compound(word)
        return self._memory[word]

    def _derived(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.DERIVATIONS):
            of_he = ending.startswith("گ")
            stem = self.stem(head + "ه" if of_he else head)
            if stem and of_he == silent(stem):
                return (stem[:-1] if of_he else stem) + ending
        return self._suffixed(word) or self._of_he(word)

    def _suffixed(self, word: str) -> str | None:
        for head, suffix in endings(word, affixes.SUFFIXES, 3):
            stem = self.listed(head)
            if stem:
                return separate(stem, suffix) if silent(head) else stem + suffix
        return None

    def _of_he(self, word: str) -> str | None:
        """Spell an adjective in ه‌ای that carries something else: «توده‌ای‌ها», «حرفه‌ای‌تر»."""
        head = word[:-2]
        if word.endswith("های") and silent(head) and head[:-1] not in self._lists["plural-first"]:
            stem = self.listed(head)
            return separate(stem, "ای") if stem else None
        return None

    def _compound(self, word: str) -> str | None:
        if word in self._wholes:
            return None
        return self._prefixed(word) or self._tailed(word) or self._headed(word)

    def _prefixed(self, word: str) -> str | None:
        for prefix in affixes.PREFIXES:
            rest = word.removeprefix(prefix)
            known = self.listed(rest) if rest != word and len(rest) > _SHORT + 1 else None
            if known:
                return prefix + known
        rest = word.removeprefix("بی")
        return separate("بی", rest) if rest != word and len(rest) > _SHORT and self.word(rest) else None

    def _tailed(self, word: str) -> str | None:
        tails = self._lists["tails"]
        cuts = [(head, tail) for head, tail in splits(word) if tail in tails and _likely(head, tail)]
        for head, tail in cuts:
            stem = self.stem(head)
            if stem:
                return separate(stem, tail)
        for head, tail in cuts:
            if self._plain(head, tail):
                return separate(head, tail)
        return None

    def _plain(self, head: str, tail: str) -> bool:
        """Tell whether a compound shows although its first part is not known."""
        return len(head) > _SHORT and (tail in self._lists["free-tails"] or (silent(head) and len(head) > _SHORT + 1))

    def _headed(self, word: str) -> str | None:
        for head, tail in splits(word, last=3):
            if head in affixes.NUMERALS and tail in self._lists["measures"]:
                return separate(head, tail)
            stem = self._second(head, tail) if head in self._lists["heads"] else None
            if stem:
                return separate(head, stem)
        return None

    def _second(self, head: str, tail: str) -> str | None:
        """Spell the second part of a compound; after other heads than بی and هم, short or derived ones mislead."""
        if head in affixes.FREE_HEADS:
            return self.listed(tail) or self._derived(tail)
        return self.listed(tail) if len(tail) > _SHORT + 1 else None


def _likely(head: str, tail: str) -> bool:
    """Tell a compound from a chance likeness: two short parts are none, nor is می or به a first part of any."""
    short = len(head) + len(tail) <= _SHORT + _SHORT
    article = head.startswith("ال") and len(head) <= _SHORT + 1
    rare = len(head) <= _SHORT and head not in affixes.SHORT_HEADS
    return not short and not article and not rare
