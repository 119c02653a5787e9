"""The rules that find the half-spaces of one word, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography.context import Context, When
from goftogu.persian.orthography.letters import ZWNJ, joins, separate
from goftogu.persian.orthography.lexicon import Lexicon
from goftogu.persian.orthography.names import CompoundNames, letters
from goftogu.persian.orthography.phrases import Phrases
from goftogu.persian.orthography.stems import Stems, endings, silent, splits
from goftogu.persian.orthography.verbs import Verbs

_DEMONSTRATIVE = re.compile(f"({affixes.PREPOSITIONS})?({affixes.DEMONSTRATIVES})(.+)").fullmatch
_LONG = 9
"""Letters of a word that is hardly two words by chance."""

_SHORT = 3
"""Letters of a word that is too short to be told by its ending."""

_ADJECTIVE = re.compile("...+(?:ی|انه|مند|ناک|ور|ده|ته)").fullmatch


class Decision(NamedTuple):
    """How a folded word is to be written, and the rule that says so.

    Attributes:
        spelling: The word with its half-spaces.
        rule: Name of the rule.
        other: The other spelling of a word that can be read in two ways.
        when: Which neighbours ask for the other spelling.
    """

    spelling: str
    rule: str
    other: str | None = None
    when: When = When.NO_EZAFE


class Rules:
    """Decides the half-spaces of folded words by a lexicon and an archive's own words."""

    def __init__(self, lexicon: Lexicon, words: Mapping[str, str], keep: Collection[str]) -> None:
        """Put the rules in order.

        Args:
            lexicon: The words and stems of the language.
            words: Folded words of the archive and their spellings.
            keep: Folded words that stay joined.
        """
        self._own = own = {word: word for word in keep} | dict(words)
        self._degrees = lexicon.degrees
        self._known, self._wholes = lexicon.words, lexicon.wholes
        self._stems = Stems(lexicon, own)
        self._lists = lexicon.lists
        self._verbs = Verbs(lexicon)
        self.context = Context(lexicon, self._verbs)
        self.phrases = Phrases(lexicon, self._stems, self._verbs, own)
        names = CompoundNames(lexicon, self._stems)
        self._order: tuple[tuple[str, Callable[[str], str | None]], ...] = (
            ("archive", own.get),
            ("word-list", lexicon.spellings.get),
            ("demonstrative", self._demonstrative),
            ("word", self._stems.word),
            ("verb", self._verbs.continuous),
            ("perfect", self._verbs.perfect),
            ("inflected", self._inflected),
            ("letters", letters),
            ("after-he", self._after_he),
            ("plural", self._plural),
            ("after-ye", self._after_ye),
            ("verb-form", self._verb_form),
            ("copula", self._copula),
            ("degree", self._degree),
            ("inflected", self._joined),
            ("compound", self._stems.stem),
            ("name", names.name),
            ("arabic", names.arabic),
            ("pair", self._pair),
            ("madda", self._madda),
            ("two-words", self._two_words),
            ("new-plural", self._new_plural),
        )

    def decide(self, word: str) -> Decision:
        """Decide a folded word without its context."""
        if word.endswith("های") and word not in self._own:
            return self._two_ways(word)
        if word == "میدانی" and word not in self._own:
            return Decision(separate("می", "دانی"), "verb", word, When.FIELD)
        for name, rule in self._order:
            spelling = rule(word)
            if spelling is not None:
                return Decision(spelling, name)
        return Decision(word, "unknown")

    def _demonstrative(self, word: str) -> str | None:
        match = _DEMONSTRATIVE(word)
        if match is None or match[3] not in self._lists["demonstrated"]:
            return None
        shown = separate(match[2], match[3])
        return separate(match[1], shown) if match[1] else shown

    def _two_ways(self, word: str) -> Decision:
        """Decide between the plural with ezafe and the indefinite of a word in ه: «زمین‌های», «زمینه‌ای»."""
        head, single = word[:-3], self._single(word[:-2])
        known = self._stems.listed(word)
        if self._stems.word(word[:-1]) or (known and head not in self._lists["plural-first"]):
            return Decision(known or word, "word-list")
        plural = self._plural(word)
        if single is None:
            return Decision(plural or self._madda(word) or self._new_plural(word) or word, "plural")
        indefinite = separate(single, "ای")
        if plural and self._plural_first(head, single):
            if plural == word and head in self._lists["plural-first"]:
                return Decision(word, "plural", indefinite, When.COUNTED)
            return Decision(plural, "context", indefinite, When.NO_EZAFE if known is None else When.ADJECTIVE)
        return Decision(indefinite, "after-he")

    def _single(self, word: str) -> str | None:
        if not silent(word):
            return None
        return self._stem(word)

    def _plural_first(self, head: str, single: str) -> bool:
        likely = single not in self._lists["singular-first"] and self._stems.listed(head) is not None
        return likely or head in self._lists["plural-first"]

    def _inflected(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.JOINED):
            if head in self._known and not silent(head):
                return None if ending in affixes.AFTER_YE and head.endswith("ی") else word
        return None

    def _after_he(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.AFTER_HE, 3):
            stem = self._stem(head) if silent(head) and not self._is_plural(head, ending) else None
            if stem:
                return separate(stem, ending)
        return self._spoken_after_he(word)

    def _is_plural(self, head: str, ending: str) -> bool:
        """Tell a plural from an ending after a silent ه: «انسان‌هاست», not «انسانه‌است»."""
        noun = self._stems.word(head[:-1]) is not None
        clear = "ه" + ending in affixes.PLURALS and noun and self._stems.listed(head) is None
        return clear or (ending in {"است", "ایم"} and head[:-1] in self._lists["plural-first"])

    def _spoken_after_he(self, word: str) -> str | None:
        head, ending = word[:-1], word[-1:]
        if ending not in affixes.SPOKEN_AFTER_HE or not silent(head) or head.removesuffix("ه") in affixes.NUMERALS:
            return None
        told = head in affixes.SPOKEN_NOUNS or (ending == "م" and self._verbs.participle(head))
        known = told or (ending == "ش" and len(head) > _SHORT and self._stems.word(head) is not None)
        return separate(head, ending) if known else None

    def _plural(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.PLURALS):
            stem = self._plural_stem(head) or self._degree(head)
            if stem:
                return separate(stem, ending)
        return None

    def _plural_stem(self, head: str) -> str | None:
        """Spell a stem that takes ها: not one that already has the plural ان."""
        doubled = head.endswith("ان") and self._stems.listed(head[:-2]) and not self._stems.listed(head)
        return None if doubled else self._stem(head)

    def _stem(self, word: str) -> str | None:
        """Spell a stem; a participle that is not listed is no compound by chance: «برنگشته», not «برن‌گشته»."""
        participle = word if self._verbs.participle(word) else None
        return self._stems.listed(word) or participle or self._stems.stem(word)

    def _after_ye(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.AFTER_YE, 3):
            if head.endswith("ی") and not (ending == "ای" and self._stems.listed(word[:-1])):
                stem = self._stems.stem(head)
                if stem:
                    return separate(stem, ending)
        return None

    def _verb_form(self, word: str) -> str | None:
        return word if self._verbs.plain(word) or self._verbs.participle(word) else None

    def _copula(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.AFTER_ANY, 3):
            stem = self._stems.stem(head)
            if stem:
                return separate(stem, ending)
        return None

    def _degree(self, word: str) -> str | None:
        if word in self._wholes:
            return None
        for head, ending in endings(word, affixes.SPOKEN_DEGREES):
            stem = self._stems.stem(head)
            spoken = ending == "تره" and (len(head) < _SHORT or self._stems.word(head + "تر") is not None)
            if stem and not spoken and (head in self._degrees or ZWNJ in stem or _ADJECTIVE(head)):
                return separate(stem, ending)
        return None

    def _joined(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.JOINED):
            stem = None if silent(head) else self._stems.stem(head)
            if stem:
                return stem + ending
        return None

    def _pair(self, word: str) -> str | None:
        for head, tail in splits(word, 3, 5):
            if tail.startswith("و") and self._stems.word(head) and self._stems.word(tail[1:]):
                return separate(head, tail)
        return None

    def _madda(self, word: str) -> str | None:
        place = word.find("آ", 2)
        if place < 0 or not joins(word[place - 1]):
            return None
        head, tail = word[:place], word[place:]
        return separate(self._stems.stem(head) or head, self.decide(tail).spelling)

    def _two_words(self, word: str) -> str | None:
        for head, tail in splits(word, 3, 3):
            second = self._stems.listed(tail)
            if second and self._stems.word(head) and (silent(head) or min(len(word) - _LONG, len(head) - 4) >= 0):
                return separate(head, second)
        return None

    def _new_plural(self, word: str) -> str | None:
        for head, ending in endings(word, affixes.NEW_PLURALS, 3):
            if joins(head[-1]):
                return separate(head, ending)
        return None
