"""The reading layer of Persian spelling: half-spaces are put back, nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from goftogu.persian.orthography import lexicon as lexicons
from goftogu.persian.orthography.letters import RUN, fold, normal, transfer
from goftogu.persian.orthography.rules import Decision, Rules
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
_FAULT = re.compile(f"[{''.join(_FAULTS)}]")
_as_persian = replacer({ord(found): shown for found, (_, shown) in _FAULTS.items()})


class Orthography:
    """Restores half-spaces. Compiled once, cheap to call, remembers every word it has decided."""

    def __init__(self, rules: Rules) -> None:
        """Wrap the rules; use :func:`load` to get them with their lexicon."""
        self._rules = rules
        self._memory: dict[str, str] = {}
        self._open: dict[str, Decision] = {}

    def restore(self, text: str) -> str:
        """Insert the half-spaces a Persian text has lost. Every other character is copied."""
        return "\n".join(RUN.sub(self._replace, line) for line in text.split("\n"))

    def explain(self, text: str) -> list[Change]:
        """List the words that :meth:`restore` changes, with the rule of each."""
        return list(self._changes(text))

    def reading(self, text: str) -> str:
        """Restore half-spaces and show faulty code points as Persian has them. For display, not for the record."""
        return self.restore(_as_persian(text))

    def faults(self, text: str) -> list[Fault]:
        """List the code points that :meth:`reading` shows otherwise."""
        return [Fault(match.start(), match[0], *_FAULTS[match[0]]) for match in _FAULT.finditer(text)]

    def _changes(self, text: str) -> Iterator[Change]:
        for match in RUN.finditer(text):
            restored = self._replace(match)
            if restored != match[0]:
                yield Change(match.start(), match[0], restored, self._decide(match[0]).rule)

    def _replace(self, match: re.Match[str]) -> str:
        run = match[0]
        known = self._memory.get(run)
        return self._learn(match) if known is None else known

    def _learn(self, match: re.Match[str]) -> str:
        run = match[0]
        decision = self._decide(run)
        if decision.indefinite:
            return transfer(self._choose(decision, match), run)
        if len(self._memory) >= _MEMORY:
            self._memory.clear()
        restored = self._memory[run] = transfer(decision.spelling, run)
        return restored

    def _decide(self, run: str) -> Decision:
        decision = self._open.get(run)
        if decision is None:
            decision = self._rules.decide(fold(run))
            if decision.indefinite:
                self._open[run] = decision
        return decision

    def _choose(self, decision: Decision, match: re.Match[str]) -> str:
        if decision.indefinite and self._rules.context.indefinite(match, adjective=decision.adjective):
            return decision.indefinite
        return decision.spelling


def load(cache_dir: Path | None = None, words: Mapping[str, str] = {}, keep: Collection[str] = ()) -> Orthography:
    """Load the lexicon and make the restorer.

    Args:
        cache_dir: Where the compiled lexicon is kept; None compiles it afresh.
        words: An archive's own words and their spellings; they win over every rule. A spelling with other letters
            than its word is none, and is left out.
        keep: Words that stay as they are.

    Raises:
        ModuleNotFoundError: hazm, whose word list is needed, is not installed.
    """
    own = {fold(word): normal(spelling) for word, spelling in words.items() if fold(word) == fold(spelling)}
    return Orthography(Rules(lexicons.load(cache_dir), own, [fold(word) for word in keep]))
