"""The reading layer of Persian spelling: half-spaces are put back, nothing else is touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from goftogu.persian.orthography import lexicon as lexicons
from goftogu.persian.orthography import stretches
from goftogu.persian.orthography.blanks import UNSURE, Blanks, Joint, join
from goftogu.persian.orthography.foreign import is_foreign
from goftogu.persian.orthography.habit import Count, Habit
from goftogu.persian.orthography.letters import SHORTEST, ZWNJ, fold, normal, split, transfer
from goftogu.persian.orthography.rules import Decision, Rules
from goftogu.persian.remembering import Remembered
from goftogu.persian.replacing import replacer

_MEMORY = 100_000


class Change(NamedTuple):
    """One word to which half-spaces were given.

    Attributes:
        start: Offset of the word in the input, in code points.
        word: The word as received.
        restored: The word as read.
        rule: The rule that decided.
    """

    start: int
    word: str
    restored: str
    rule: str


class Fault(NamedTuple):
    """A code point that Persian text should not hold: where, which, and what is read in its place."""

    start: int
    found: str
    name: str
    shown: str


_FAULTS = {
    "\u064a": ("ARABIC LETTER YEH", "\u06cc"),
    "\u0649": ("ARABIC LETTER ALEF MAKSURA", "\u06cc"),
    "\u0643": ("ARABIC LETTER KAF", "\u06a9"),
    "\u00a0": ("NO-BREAK SPACE", " "),
    "\ufeff": ("ZERO WIDTH NO-BREAK SPACE", ""),
    "\u200e": ("LEFT-TO-RIGHT MARK", ""),
    "\u200f": ("RIGHT-TO-LEFT MARK", ""),
    "\u061c": ("ARABIC LETTER MARK", ""),
    "\u202a": ("LEFT-TO-RIGHT EMBEDDING", ""),
    "\u202b": ("RIGHT-TO-LEFT EMBEDDING", ""),
    "\u202c": ("POP DIRECTIONAL FORMATTING", ""),
    "\u202d": ("LEFT-TO-RIGHT OVERRIDE", ""),
    "\u202e": ("RIGHT-TO-LEFT OVERRIDE", ""),
    "\u2066": ("LEFT-TO-RIGHT ISOLATE", ""),
    "\u2067": ("RIGHT-TO-LEFT ISOLATE", ""),
    "\u2068": ("FIRST STRONG ISOLATE", ""),
    "\u2069": ("POP DIRECTIONAL ISOLATE", ""),
}
_FORMS = re.compile("<(?:initial|medial|final|isolated)>")


def _forms() -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the shapes of letters that old programs and PDF files have in their place; ``ﷲ`` and ``ﷺ`` are words."""
    for code in (*range(0xFB50, 0xFDF0), *range(0xFE70, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if _FORMS.match(unicodedata.decomposition(chr(code))) and letters.isalpha():
            shown = "".join(_FAULTS.get(letter, ("", letter))[1] for letter in letters)
            yield chr(code), ("ARABIC PRESENTATION FORM", shown)


_ALL_FAULTS = {**_FAULTS, **dict(_forms())}
_HALF_SIGN = "\u00ac"
"""What some programs leave where a half-space was, within a word."""
_ARABIC = "[\u0621-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]"
_HALF = f"(?<={_ARABIC}){_HALF_SIGN}(?={_ARABIC})"
_half = re.compile(_HALF)
_FAULT = re.compile(f"[{''.join(_ALL_FAULTS)}]|{_HALF}")
_as_letters = replacer({ord(found): shown for found, (_, shown) in _ALL_FAULTS.items()})
_HALVED = ("NOT SIGN", ZWNJ)


def as_persian(text: str) -> str:
    """Return a text with its faulty code points shown as Persian has them."""
    return _as_letters(with_halves(text))


def with_halves(text: str) -> str:
    """Return a text with half-spaces where signs stand for them: «می¬رود»."""
    return _half.sub(ZWNJ, text) if _HALF_SIGN in text else text


class Orthography:
    """Restores half-spaces. Compiled once, cheap to call, remembers every word it has decided."""

    def __init__(self, rules: Rules, *, join: bool) -> None:
        """Wrap the rules; use :func:`load` to get them with their lexicon.

        Args:
            rules: Of words and phrases.
            join: Read blanks as half-spaces, too.
        """
        self._rules = rules
        self._join = join
        self._blanks = Blanks(rules.phrases.rule, rules.phrases.head, rules.phrases.tail)
        self._spelled = Remembered(self._spell, _MEMORY)
        self._open: dict[str, Decision] = {}

    def habit(self, text: str) -> Habit:
        """Tell what the blanks of a text may stand for."""
        if not self._join:
            return Habit.SET
        count = Count()
        seen: list[list[str]] = []
        for stretch in chain.from_iterable(stretches.lines(as_persian(text))):
            seen.append(pieces := split(stretch))
            if count.add(len(pieces) // 2, sum(joint.rule not in UNSURE for joint in self._blanks.find(pieces))):
                break
        return count.habit("".join(self._words(pieces)).count(ZWNJ) for pieces in seen)

    def restore(self, text: str, habit: Habit | None = None) -> str:
        """Put back the half-spaces that a Persian text has lost. Every other character is copied.

        Args:
            text: The text.
            habit: What its blanks may stand for; found out when it is not given.
        """
        return self._read(text, str, habit)

    def reading(self, text: str, habit: Habit | None = None) -> str:
        """Restore half-spaces and show faulty code points as Persian has them. For display, not for the record."""
        return self._read(text, as_persian, habit)

    def reader(self, text: str) -> Callable[[str], str]:
        """Return :meth:`reading` for the paragraphs of a text, which are typed in one habit."""
        return partial(self.reading, habit=self.habit(text))

    def _read(self, text: str, as_shown: Callable[[str], str], habit: Habit | None) -> str:
        habit = self.habit(text) if habit is None else habit
        lines = zip(stretches.lines(text), as_shown(text).split("\n"), strict=True)
        return "\n".join(self._line(parts, line, as_shown, habit) for parts, line in lines)

    def _line(self, parts: list[str], line: str, as_shown: Callable[[str], str], habit: Habit) -> str:
        if len(parts) == 1:
            return self._restore(parts[0], line, habit)
        return "".join(self._restore(part, as_shown(part), habit) for part in parts)

    def _restore(self, received: str, line: str, habit: Habit) -> str:
        pieces = split(line)
        if is_foreign(line, pieces[1::2]):
            return received
        joints = self._joints(pieces, habit)
        return "".join(self._words(join(pieces, joints) if joints else pieces))

    def _joints(self, pieces: list[str], habit: Habit) -> list[Joint]:
        if habit == Habit.SET:
            return []
        return [joint for joint in self._blanks.find(pieces) if habit == Habit.BLANKS or joint.rule not in UNSURE]

    def _words(self, pieces: list[str]) -> list[str]:
        words = list(map(self._spelled.__getitem__, pieces[1::2]))
        if "" in words:
            words = [word or self._choose(pieces, 2 * number + 1) for number, word in enumerate(words)]
        restored = pieces.copy()
        restored[1::2] = words
        return restored

    def explain(self, text: str, habit: Habit | None = None) -> list[Change]:
        """List the words that :meth:`restore` changes, with the rule of each."""
        habit = self.habit(text) if habit is None else habit
        found: list[Change] = []
        start = 0
        for line in text.split("\n"):
            pieces = split(line)
            if not is_foreign(line, pieces[1::2]):
                found += self._changes(pieces, start, habit)
            start += len(line) + 1
        return found

    def _changes(self, pieces: list[str], start: int, habit: Habit) -> Iterator[Change]:
        joints = {joint.place: joint for joint in self._joints(pieces, habit)}
        joined, place = join(pieces, list(joints.values())), 0
        for number, restored in enumerate(self._words(joined)):
            first, rule = place, ""
            while place + 1 in joints:
                rule = joints[place + 1].rule
                place += 2
            word = "".join(pieces[first : place + 1])
            if word != restored:
                yield Change(start, word, restored, rule or self._decide(joined[number]).rule)
            start += len(word)
            place += 1

    def faults(self, text: str) -> list[Fault]:
        """List the code points that :meth:`reading` shows otherwise."""
        found: list[Fault] = []
        start = 0
        for line in text.split("\n"):
            if _FAULT.search(line) and not _is_foreign(as_persian(line)):
                found += [
                    Fault(start + match.start(), match[0], *_ALL_FAULTS.get(match[0], _HALVED))
                    for match in _FAULT.finditer(line)
                ]
            start += len(line) + 1
        return found

    def _spell(self, run: str) -> str:
        """Restore a word; return nothing when its neighbours have to tell which of two spellings is meant."""
        decision = self._decide(run)
        return "" if decision.other else transfer(decision.spelling, run)

    def _decide(self, run: str) -> Decision:
        decision = self._open.get(run)
        if decision is None:
            decision = self._rules.decide(fold(run)) if len(run) >= SHORTEST else Decision(run, "short")
            if decision.other:
                self._open[run] = decision
        return decision

    def _choose(self, pieces: list[str], place: int) -> str:
        run = pieces[place]
        decision = self._decide(run)
        if decision.other and self._rules.context.other(decision.when, pieces, place):
            return transfer(decision.other, run)
        return transfer(decision.spelling, run)


def _is_foreign(line: str) -> bool:
    return is_foreign(line, split(line)[1::2])


def load(
    cache_dir: Path | None = None, words: Mapping[str, str] = {}, keep: Collection[str] = (), *, join: bool = True
) -> Orthography:
    """Load the lexicon and make the restorer.

    Args:
        cache_dir: Where the compiled lexicon is kept; None compiles it afresh.
        words: An archive's own words and their spellings; they win over every rule. A spelling with other letters
            than its word is none, and is left out.
        keep: Words that stay as they are.
        join: Read blanks as half-spaces, too, where that is sure.

    Raises:
        ModuleNotFoundError: hazm, whose word list is needed, is not installed.
    """
    own = {fold(word): normal(spelling) for word, spelling in words.items() if fold(word) == fold(spelling)}
    return Orthography(Rules(lexicons.load(cache_dir), own, [fold(word) for word in keep]), join=join)
