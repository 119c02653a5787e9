"""Counts what an archive holds: interviews, turns, words, the English of them, and the entries of its index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final, NamedTuple

from goftogu import markup
from goftogu.content.vocabulary import Vocabulary
from goftogu.index import usage
from goftogu.index.index import ArchiveIndex
from goftogu.locale import language
from goftogu.locale.message import Message, plural, verbatim
from goftogu.model import Interview, Language
from goftogu.problems import NO_HINT
from goftogu.translation.memory.entry import State, Translation

_WORD: Final = re.compile(r"\w+(?:[\u200c'’-]\w+)*")
"""What half-spaces, hyphens and apostrophes join is one word."""
_REGISTERS: Final = ("topics", "people", "places")
_NUMBER: Final = Message("{count:,}")
_WEEK: Final = Message("  week {day}")
_WEEKS: Final = 12
"""Weeks that the table shows."""
_STATES: Final = {
    State.MACHINE: Message("  machine"),
    State.DRAFT: Message("  draft"),
    State.REVIEWED: Message("  reviewed"),
    State.STALE: Message("  stale"),
    State.MISSING: Message("  missing"),
    State.ORIGINAL: Message("  as spoken"),
}
_NAMES: Final = {
    "topics": Message("topics"),
    "people": Message("people"),
    "places": Message("places"),
    "content": Message("content"),
    "site": Message("site"),
}
_COUNTS: Final = ("interviews", "turns", "exchanges", "paragraphs", "persian", "english")


class EntryUse(NamedTuple):
    """How many entries of a vocabulary may be in the index, and how many are."""

    entries: int
    used: int


class Size(NamedTuple):
    """How many files a folder has, and their size in bytes."""

    files: int
    bytes: int


@dataclass(slots=True)
class Figures:
    """What an archive holds.

    Attributes:
        interviews: Those that can be read.
        turns: Turns of speakers.
        exchanges: Questions with their answers.
        paragraphs: What is translated as one, titles and descriptions too.
        persian: Persian words, as readers see them.
        english: English words.
        states: How many paragraphs are in each state of translation.
        weeks: How many paragraphs were approved in each week, by the ISO date of its Monday; an approval without a day
            is in no week.
        entries: How many ``topics``, ``people`` (the public ones) and ``places`` there are, and how many are in use.
    """

    interviews: int = 0
    turns: int = 0
    exchanges: int = 0
    paragraphs: int = 0
    persian: int = 0
    english: int = 0
    states: Counter[State] = field(default_factory=Counter)
    weeks: Counter[str] = field(default_factory=Counter)
    entries: dict[str, EntryUse] = field(default_factory=lambda: dict.fromkeys(_REGISTERS, EntryUse(0, 0)))


def take(
    interviews: Sequence[Interview],
    english: Mapping[str, Mapping[str, Translation]],
    vocabulary: Vocabulary,
    index: ArchiveIndex,
    *,
    translated: bool,
) -> Figures:
    """Count.

    Args:
        interviews: All interviews of the archive.
        english: By id of the interview, then by id of the paragraph.
        vocabulary: Topics, people and places.
        index: Of the same interviews.
        translated: False for an archive in Persian alone, which has no states.
    """
    usual = (state for state in State if translated and state is not State.ORIGINAL)
    figures = Figures(states=Counter(dict.fromkeys(usual, 0)))
    for interview in interviews:
        _add(figures, interview, english.get(interview.id, {}) if translated else {})
    for row in usage.take(interviews, vocabulary, index):
        entries, used = figures.entries[row.register]
        figures.entries[row.register] = EntryUse(entries + 1, used + (row.remark != "unused"))
    return figures


def words(text: str) -> int:
    """Return the number of words of a text, of its markup none."""
    return sum(1 for _ in _WORD.finditer(markup.bare(text)))


def as_data(figures: Figures, sizes: Mapping[str, Size]) -> dict[str, Any]:
    """Return the figures as values for JSON.

    Args:
        figures: What was counted.
        sizes: By the name of what has that size.
    """
    return {
        **{name: getattr(figures, name) for name in _COUNTS},
        "states": {state.value: count for state, count in figures.states.items()},
        "weeks": dict(sorted(figures.weeks.items())),
        **{name: use._asdict() for name, use in figures.entries.items()},
        "sizes": {name: size._asdict() for name, size in sizes.items()},
    }


def as_text(figures: Figures, sizes: Mapping[str, Size]) -> str:
    """Return the figures as a table; see :func:`as_data`."""
    rows = [*_held(figures), *_english(figures), *_by_week(figures), *_indexed(figures), *_sizes(sizes)]
    return "".join(_line(*map(language.spoken, row)) for row in rows)


def _line(name: str, number: str, remark: str) -> str:
    return f"{name:<18}{number:>12}  {remark}".rstrip() + "\n"


_Row = tuple[Message, Message, Message]
"""A name, a number and a remark."""


def _add(figures: Figures, interview: Interview, english: Mapping[str, Translation]) -> None:
    figures.interviews += 1
    figures.turns += len(interview.turns)
    figures.exchanges += len(interview.exchanges)
    for unit in interview.units():
        figures.paragraphs += 1
        spoken = words(unit.reading)
        figures.persian += spoken if interview.original is Language.FA else 0
        figures.english += spoken if interview.original is Language.EN else 0
    for found in english.values():
        figures.states[found.state] += 1
        if found.state is State.REVIEWED and (monday := _monday(found.day)):
            figures.weeks[monday] += 1
        figures.english += words(found.text) if interview.original is Language.FA else 0
        figures.persian += words(found.text) if interview.original is Language.EN else 0


def _held(figures: Figures) -> Iterator[_Row]:
    yield Message("interviews"), _NUMBER.of(count=figures.interviews), NO_HINT
    yield Message("turns"), _NUMBER.of(count=figures.turns), _in(plural(figures.exchanges, "exchange"))
    yield Message("Persian words"), _NUMBER.of(count=figures.persian), _in(plural(figures.paragraphs, "paragraph"))
    if figures.states:
        yield Message("English words"), _NUMBER.of(count=figures.english), NO_HINT


def _in(counted: Message) -> Message:
    return Message("in {counted}", counted=counted)


def _english(figures: Figures) -> Iterator[_Row]:
    whole = figures.states.total() or 1
    for state, count in figures.states.items():
        share = Message("{share}% of the paragraphs", share=round(100 * count / whole))
        yield _STATES[state], _NUMBER.of(count=count), share


def _by_week(figures: Figures) -> Iterator[_Row]:
    """Yield the last weeks in which something was reviewed, with all that was until then."""
    weeks = sorted(figures.weeks.items())
    totals = list(accumulate(count for _, count in weeks))
    for (monday, count), total in list(zip(weeks, totals, strict=True))[-_WEEKS:]:
        yield _WEEK.of(day=monday), _NUMBER.of(count=count), Message("{total:,} until then", total=total)


def _monday(day: str) -> str:
    """Return the Monday of a week, as an ISO date; nothing for what is no day."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return ""
    return (found - timedelta(days=found.weekday())).isoformat() if found.toordinal() > found.weekday() else ""


def _indexed(figures: Figures) -> Iterator[_Row]:
    for name, use in figures.entries.items():
        used = Message("{count:,} in use", count=use.used)
        yield _NAMES[name], _NUMBER.of(count=use.entries), used


def _sizes(sizes: Mapping[str, Size]) -> Iterable[_Row]:
    for name, size in sizes.items():
        megabytes = Message("{size:,.1f} MB", size=size.bytes / 1_000_000)
        yield _NAMES.get(name, verbatim(name)), megabytes, _in(plural(size.files, "file"))
