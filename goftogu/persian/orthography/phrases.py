"""The rules by which two words that a blank keeps apart are one: «می شود», «کتاب های», «رفته ام», «بزرگ تر»."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from goftogu.persian.orthography import affixes, function_words
from goftogu.persian.orthography.blanks import Gap
from goftogu.persian.orthography.letters import ZWNJ, breaks, joins
from goftogu.persian.orthography.lexicon import Lexicon
from goftogu.persian.orthography.stems import Stems, silent
from goftogu.persian.orthography.verbs import Verbs
from goftogu.persian.remembering import Remembered

_SHORT = 2
_VERBAL = ("د", "م", "ن", "ه", "ی")
_COMPARED = re.compile("...+(?:انه|مند|ناک|ور)").fullmatch
_CONTINUOUS = re.compile("^ن?می").sub
_PREFIXED = re.compile("ن?می").match
"""A word that may have its prefix already: of «می می‌زند» the first «می» is a slip of the tongue."""
_ENDS = frozenset({*"!؟?….،", ""})
_INITIAL = frozenset({*".():", "ه"})
_MEMORY = 50_000

Rule = Callable[[str, str], bool]
Guard = Callable[[Gap], bool]


class Phrases:
    """Decides which blanks stand for half-spaces."""

    def __init__(self, lexicon: Lexicon, stems: Stems, verbs: Verbs, own: Mapping[str, str]) -> None:
        """Take what is known of words.

        Args:
            lexicon: The words and stems of the language.
            stems: Spells words.
            verbs: Recognises verb forms.
            own: Folded words of the archive and their spellings.
        """
        self._lexicon, self._stems, self._verbs, self._own = lexicon, stems, verbs, own
        self._bound = _inflected(lexicon.lists["bound"])
        self._pairs = _pairs([*lexicon.pairs, *own.values()])
        self._firsts = {first for first, _ in self._pairs}
        self._by_left, self._by_right = self._left_table(), self._right_table()
        self._guards: Mapping[str, Guard] = {
            "verb": self._is_no_verb,
            "without": _is_idiom,
            "plural": self._is_exclaimed,
            "indefinite": _is_called,
            "person": _is_other_am,
            "owner": _is_dignity,
            "letter": self._is_initial,
            "degree": _is_wet,
        }
        self._decided = Remembered(self._decide, _MEMORY)

    def _left_table(self) -> dict[str, tuple[str, Rule]]:
        verbs = dict.fromkeys(affixes.CONTINUOUS, ("verb", self._continuous))
        heads = dict.fromkeys(affixes.BOUND_HEADS, ("compound", self._listed))
        return {**verbs, **heads, "بی": ("without", self._without)}

    def _right_table(self) -> dict[str, tuple[str, Rule]]:
        groups: tuple[tuple[str, Collection[str], Rule], ...] = (
            ("compound", self._bound, self._compound),
            ("compound", {"گانه"}, _counted),
            ("owner", affixes.OWNERS, self._owner),
            ("person", affixes.PERSONS, self._person),
            ("letter", affixes.SPOKEN_AFTER_HE, self._letter),
            ("plural", affixes.APART_PLURALS, self._plural),
            ("degree", affixes.APART_DEGREES, self._degree),
            ("ezafe", {"ی", "یی"}, self._ezafe),
            ("indefinite", {"ای"}, self._indefinite),
        )
        return {right: (name, rule) for name, rights, rule in groups for right in rights}

    def head(self, word: str) -> bool:
        """Tell quickly whether something may be joined to a folded word because of what it is."""
        return word in self._by_left or word in self._firsts

    def tail(self, word: str) -> bool:
        """Tell quickly whether a folded word may be joined to the word before it."""
        return word in self._by_right

    def rule(self, gap: Gap) -> str | None:
        """Name the rule by which a blank is read as a half-space; ``None`` when it is a blank."""
        if gap.right == "و":
            return "pair" if (gap.left, "و" + gap.after()) in self._pairs else None
        name = self._decided[gap.left, gap.right] or self._objects(gap)
        return name if name and not self._is_other(name, gap) else None

    def _is_other(self, name: str, gap: Gap) -> bool:
        """Tell whether a word beside the two says that they are something else."""
        guard = self._guards.get(name)
        return guard is not None and guard(gap)

    def _decide(self, words: tuple[str, str]) -> str | None:
        """Decide without looking at other words."""
        left, right = words
        if left + right in self._own:
            return "archive" if words in self._pairs else None
        if words in self._pairs:
            return "pair"
        name, rule = self._by_left.get(left) or self._by_right.get(right, ("", _never))
        return name if rule(left, right) else None

    def _continuous(self, left: str, right: str) -> bool:
        if left == "می" and right in function_words.DRUNK:
            return False
        if self._verbs.continuous(left + right):
            return True
        unknown = self._stems.stem(right) is None and right not in function_words.NO_NOUNS and not _PREFIXED(right)
        return unknown and len(right) > _SHORT and right.endswith(_VERBAL)

    def _is_no_verb(self, gap: Gap) -> bool:
        """Tell whether «می» is wine, or stands by chance before an unknown word with a half-space: «می سرمایه‌های»."""
        if _is_wine(gap):
            return True
        chance = ZWNJ in gap.pieces[gap.place + 1]
        return chance and bool(_PREFIXED(gap.right) or self._verbs.continuous(gap.left + gap.right) is None)

    def _without(self, left: str, right: str) -> bool:
        return right != "بی" and self._listed(left, right)

    def _plural(self, left: str, right: str) -> bool:
        if left in function_words.NO_NOUNS or len(left) < _SHORT:
            return False
        return right != "ها" or not self._finite(left) or silent(left) or self._stems.stem(left) is not None

    @staticmethod
    def _objects(gap: Gap) -> str | None:
        """Join the plural of a word that may be a verb elsewhere: «لنج ها را», for no verb is stressed before «را»."""
        noun = len(gap.left) >= _SHORT and gap.left not in function_words.NO_NOUNS
        return "plural" if gap.right == "ها" and noun and gap.after() == "را" else None

    def _finite(self, word: str) -> bool:
        """Tell whether a word may be a finite verb, as it is written or as it is spoken."""
        verbs = self._verbs
        if verbs.participle(word):
            return False
        negated = word[:1] in {"ن", "ب"} and verbs.continuous("می" + word[1:]) is not None
        return verbs.plain(word) or verbs.continuous(word) is not None or negated

    def _ezafe(self, left: str, _: str) -> bool:
        return silent(left) or (left.endswith("ها") and len(left) > _SHORT + 1)

    def _indefinite(self, left: str, _: str) -> bool:
        return self._after_he(left, function_words.NO_INDEFINITE)

    def _after_he(self, left: str, barred: Collection[str]) -> bool:
        perfect = self._verbs.participle(_CONTINUOUS("", left))
        return silent(left) and left not in barred and (perfect or not self._verbs.continuous(left))

    def _person(self, left: str, right: str) -> bool:
        """Join a copula: «رفته ام», «آماده اید», «ایرانی ام», «مشغول اند»."""
        if self._after_he(left, function_words.NO_OWNERS):
            return True
        named = len(left) > _SHORT and left not in function_words.NO_OWNERS and self._stems.word(left) is not None
        if named and right == "اند" and joins(left[-1]):
            return True
        return left.endswith("ی") and self._noun(left)

    def _noun(self, word: str) -> bool:
        known = len(word) > _SHORT and word not in function_words.NO_OWNERS and self._stems.stem(word) is not None
        return known and not self._finite(word)

    def _owner(self, left: str, right: str) -> bool:
        """Join a possessive: «خانه شان», «کتاب هایشان», «پدر مان»."""
        plural = left.endswith(("ها", "های")) and len(left) > _SHORT + 1
        if plural or silent(left):
            return left not in function_words.NO_OWNERS
        barred = left.endswith(("ا", "و")) or (right in {"اش", "ات"} and not joins(left[-1]))
        return not barred and right != "ات" and self._noun(left)

    def _letter(self, left: str, _: str) -> bool:
        return silent(left) and self._stems.stem(left) is not None and left not in function_words.NO_OWNERS

    def _degree(self, left: str, right: str) -> bool:
        stem = self._stems.stem(left)
        if stem is None or left in function_words.NO_DEGREES or right.startswith("ترین"):
            return stem is not None and left not in function_words.NO_DEGREES
        compared = left in self._lexicon.degrees or _COMPARED(left) is not None
        return compared or ZWNJ in stem or self._verbs.participle(left)

    def _compound(self, left: str, right: str) -> bool:
        bases = self._bound[right]
        free = any(base in self._lexicon.lists["free-bound"] for base in bases)
        return any(self._listed(left, base) for base in bases) or (free and self._noun(left))

    def _listed(self, left: str, right: str) -> bool:
        """Tell whether the word list sets the two apart as parts of one word."""
        return len(left) in breaks(self._lexicon.spellings.get(left + right, ""))

    def _is_exclaimed(self, gap: Gap) -> bool:
        """Tell the «ها» that stresses a verb from the plural: «می‌روم ها!»."""
        if gap.right != "ها" or gap.after() not in _ENDS:
            return False
        told = (silent(gap.left) and len(gap.left) > _SHORT + 1) or gap.left in self._lexicon.present
        noun = told and self._stems.word(gap.left) is not None
        return not noun and self._finite(gap.left)

    def _is_initial(self, gap: Gap) -> bool:
        """Tell the initial of a name, or a point of a list, from an ending of one letter."""
        return gap.after() in _INITIAL and not self._verbs.participle(gap.left)


def _is_wine(gap: Gap) -> bool:
    return gap.left == "می" and gap.before() in function_words.CUPS


def _is_idiom(gap: Gap) -> bool:
    """Tell «بی سر و پا» from «بی‌سر», and «بی خبر ی» from «بی‌خبر»."""
    return gap.after() == "ی" or (gap.after() == "و" and gap.right in function_words.WITHOUT_BOTH)


def _is_called(gap: Gap) -> bool:
    return gap.after() in function_words.CALLED


def _is_other_am(gap: Gap) -> bool:
    """Tell the Latin letter M and the Arabic mother from the copula."""
    after = gap.after()
    return gap.right == "ام" and (after in affixes.LATIN or after in function_words.MOTHERS or after[:2] == "ال")


def _is_dignity(gap: Gap) -> bool:
    """Tell «شأن و منزلت» from the possessive."""
    first, second, *_ = [*gap.words_after(), "", ""]
    noun = first == "نزول" or (first == "و" and second in function_words.RANKS)
    return noun and gap.right == "شان"


def _is_wet(gap: Gap) -> bool:
    """Tell «تر و تازه» from «بزرگ‌تر و تازه‌تر»."""
    link, other, *rest = [*gap.words_after(), "", ""]
    return link == "و" and other in function_words.WET and rest[0] not in affixes.APART_DEGREES


def _counted(left: str, _: str) -> bool:
    return left in affixes.NUMERALS


def _never(_: str, __: str) -> bool:
    return False


def _inflected(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        for form in _forms(word):
            found.setdefault(form, []).append(word)
    return found


def _forms(word: str) -> Iterator[str]:
    """Yield a second part, and with the endings that it carries as a noun."""
    yield word
    for ending in affixes.BOUND_ENDINGS:
        if word + ending not in affixes.FREE_FORMS:
            yield word + ending
    if word.endswith("ه"):
        yield word[:-1] + "گان"
    if word.endswith("و"):
        yield word + "یی"


def _pairs(spellings: Iterable[str]) -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for spelling in spellings:
        parts = spelling.split(ZWNJ)
        for place in range(1, len(parts)):
            first, second = "".join(parts[:place]), "".join(parts[place:])
            found.update((first, form) for form in _forms(second))
    return frozenset(found)
