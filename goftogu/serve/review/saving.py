"""Saves what a reviewer decides about a paragraph, if the paragraph is still what the reviewer has seen."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import Final, NamedTuple

from goftogu.build.embargo import today
from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.serve.review.desk import Desk, KeptEntry
from goftogu.serve.review.refresh import Refresher
from goftogu.translation.memory import store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.keys import tidy
from goftogu.translation.memory.memory import Unit

_PATIENCE: Final = 5.0
"""Seconds to wait for another process that writes translations."""
_PAUSE: Final = 0.05
_UNDONE: Final = 2000
"""How many decisions can be taken back."""
LONGEST_NAME: Final = 200
"""Letters of a reviewer's name."""


class SaveFate(Enum):
    """What became of a decision."""

    SAVED = "saved"
    CLASH = "clash"
    BUSY = "busy"
    GONE = "gone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """What a reviewer decides about a paragraph.

    Attributes:
        interview: Id of the interview.
        unit: Id of the paragraph.
        version: The version that the reviewer has seen.
        text: The translation as it is to be.
        by: Who decides.
        approved: Whether the pair is approved, or only kept as a draft.
    """

    interview: str
    unit: str
    version: str
    text: str
    by: str
    approved: bool


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer to a decision.

    Attributes:
        fate: What became of it.
        reason: Why it was refused or has to wait.
        desk: The interview as it is now, when there is one.
        undo: Number by which the decision can be taken back; 0 when it changed nothing.
        unit: Id of the paragraph, when there is an interview.
    """

    fate: SaveFate
    reason: Message | None = None
    desk: Desk | None = None
    undo: int = 0
    unit: str = ""


class _Undo(NamedTuple):
    interview: str
    unit: str
    kept: KeptEntry
    version: str


class Saver:
    """Writes PO files, one at a time."""

    def __init__(self, refresher: Refresher) -> None:
        """Prepare.

        Args:
            refresher: Has the archive, and is told of what is written.
        """
        self._refresher = refresher
        self._alone = Lock()
        self._undo: dict[int, _Undo] = {}
        self._numbers = itertools.count(1)

    def save(self, wanted: ReviewDecision) -> Saved:
        """Save a decision, unless the paragraph is another one by now."""
        fault = _fault(wanted)
        if fault is not None:
            return Saved(SaveFate.REFUSED, fault)
        with self._writing() as free:
            return self._save(wanted) if free else _busy()

    def undo(self, number: int) -> Saved:
        """Take a decision back, unless the paragraph has changed since."""
        with self._writing() as free:
            return self._take_back(number) if free else _busy()

    def _save(self, wanted: ReviewDecision) -> Saved:
        desk, unit = self._opened(wanted.interview, wanted.unit)
        if desk is None or unit is None:
            return Saved(SaveFate.GONE)
        now = desk.found(unit)
        if now.text == tidy(wanted.text) and (now.state is State.REVIEWED) == wanted.approved:
            return Saved(SaveFate.SAVED, desk=desk, unit=unit.id)
        if desk.version(unit) != wanted.version:
            return Saved(SaveFate.CLASH, desk=desk, unit=unit.id)
        kept = desk.keep(unit)
        desk.put(unit, wanted.text, Reviewer(wanted.by.strip(), today()) if wanted.approved else None)
        return self._written(desk, unit, kept)

    def _take_back(self, number: int) -> Saved:
        done = self._undo.get(number)
        desk, unit = self._opened(done.interview, done.unit) if done else (None, None)
        if done is None or desk is None or unit is None:
            return Saved(SaveFate.GONE)
        if desk.version(unit) != done.version:
            return Saved(SaveFate.CLASH, desk=desk, unit=unit.id)
        desk.put_back(unit, done.kept)
        saved = self._written(desk, unit, None)
        if saved.fate is SaveFate.SAVED:
            del self._undo[number]
        return saved

    def _written(self, desk: Desk, unit: Unit, kept: KeptEntry | None) -> Saved:
        """Write a PO file; what somebody else saves at that moment wins."""
        problems = Problems()
        store.save(self._refresher.archive.root, desk.memory, problems)
        if problems.has_errors():
            return Saved(SaveFate.REFUSED, problems.errors()[0].message)
        self._refresher.saved(desk)
        if unit.id in desk.memory.taken:
            return Saved(SaveFate.CLASH, desk=desk, unit=unit.id)
        number = 0 if kept is None else self._remember(_Undo(desk.interview.id, unit.id, kept, desk.version(unit)))
        return Saved(SaveFate.SAVED, desk=desk, undo=number, unit=unit.id)

    def _remember(self, done: _Undo) -> int:
        number = next(self._numbers)
        self._undo[number] = done
        self._undo.pop(number - _UNDONE, None)
        return number

    def _opened(self, interview: str, unit: str) -> tuple[Desk | None, Unit | None]:
        desk = self._refresher.archive.desk(interview, Problems())
        return desk, None if desk is None else desk.units.get(unit)

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        """Keep others from writing, here and in other processes; yield whether that succeeded in time."""
        last = time.monotonic() + _PATIENCE
        with self._alone:
            while True:
                with store.alone(self._refresher.archive.root, Problems()) as free:
                    if free or time.monotonic() > last:
                        yield free
                        return
                time.sleep(_PAUSE)


def _busy() -> Saved:
    return Saved(SaveFate.BUSY, Message("another process is writing the translations"))


def _fault(wanted: ReviewDecision) -> Message | None:
    """Return why a decision cannot be saved, whatever the paragraph is."""
    if not is_name(wanted.by):
        return Message("say who you are before you approve")
    if wanted.approved and characters.is_blank(wanted.text):
        return Message("there is nothing to approve")
    return characters.fault_of_value(wanted.text) or None


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of a person: one line that can be seen."""
    plain = text.strip()
    return not (characters.is_blank(plain) or characters.fault_of_value(plain) or {"\n", "\t"} & set(plain)) and (
        len(plain) <= LONGEST_NAME
    )
