"""One entry of a memory: its notes, what it says about its own past, and the state that follows from it.

The notes are comment lines (``#.``) of the form ``name: value``; every other comment is left alone:

``origin``
    Who made the English: ``argos translate-fa_en 1.5``, ``engine: house 1.0``, ``draft: language model``.
``score``
    Mean log-probability of a token, as the engine saw it.
``flags``
    What only the engine knows: ``cut-off`` when it stopped because the sentence grew too long.
``terms``
    English of names and terms that the engine did not choose, but was made to use.
``lacks``
    Fingerprint of the names and terms that were asked for, when some of them could not be had.
``from``
    The place of the same Persian whose English was taken over.
``pair``
    Fingerprint of the pair as its origin made it: shows later whether a person has changed either side.
``approved``
    Fingerprint of the pair that a person approved, when that was, and who did (:mod:`.approval`).
``was-approved``
    The same, after one side has changed.
``earlier``
    An English that was there before, up to five times (:mod:`.earlier`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.translation.memory import approval, earlier
from goftogu.translation.memory.approval import Approval, EditorSave
from goftogu.translation.memory.earlier import Earlier
from goftogu.translation.memory.keys import fingerprint, same, same_source, tidy

if TYPE_CHECKING:
    import polib

HOUSE: Final = "engine: "
"""How the origin of a house engine begins."""
ENGINES: Final = ("argos ", HOUSE)
"""How the origins of all engines begin."""
CUT_OFF: Final = "cut-off"
"""The flag of an English at whose end the engine stopped, because the sentence grew too long."""
DRAFT: Final = "draft:"
EDITED: Final = "edited: "
_NAMES: Final = ("origin", "score", "flags", "terms", "lacks", "from", "pair", "approved", "was-approved")
_NOTE: Final = re.compile(rf"({'|'.join(_NAMES)}):\s*(.*)")


class State(StrEnum):
    """What a reader may expect of the English of a paragraph."""

    MACHINE = "machine"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    STALE = "stale"
    MISSING = "missing"
    ORIGINAL = "original"


STATES: Final = {
    State.MACHINE: Message("{count:,} machine"),
    State.DRAFT: Message("{count:,} draft"),
    State.REVIEWED: Message("{count:,} reviewed"),
    State.STALE: Message("{count:,} stale"),
    State.MISSING: Message("{count:,} missing"),
    State.ORIGINAL: Message("{count:,} as spoken"),
}
"""What is said of the number of paragraphs in a state, of whatever language the translation is."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of one paragraph, and what is known about it.

    Attributes:
        text: The English; empty when it is missing.
        state: What a reader may expect of it.
        origin: Who made it; ``edited: …`` when a person has changed it since, empty when nobody knows.
        flags: What cannot be seen from the pair: ``cut-off``; for stale text ``source-changed`` or ``text-changed``.
        score: Mean log-probability of a token, from the engine.
        by: Who approved it, or had approved it before it went stale: a name, empty for somebody in an editor of PO
            files, ``None`` for nobody.
        day: When that was, as an ISO date; empty when nobody knows.
    """

    text: str
    state: State
    origin: str
    flags: tuple[str, ...] = ()
    score: float | None = None
    by: str | None = None
    day: str = ""


_between_flags: Final = re.compile(r",\s*").split

NOTHING: Final = Translation("", State.MISSING, "")
_UNSAVED: Final = EditorSave()


def notes(entry: polib.POEntry) -> Mapping[str, str]:
    """Return the notes of an entry by their names."""
    return _notes(entry.comment)


@lru_cache(maxsize=1024)
def _notes(comment: str) -> Mapping[str, str]:
    return {found[1]: found[2].strip() for line in comment.split("\n") if (found := _NOTE.fullmatch(line))}


def is_note(line: str) -> bool:
    """Tell whether a line of comment is a note of this program."""
    return _NOTE.fullmatch(line) is not None or earlier.version_of(line) is not None


def annotate(entry: polib.POEntry, **changes: str | None) -> None:
    """Set notes (``was_approved`` means ``was-approved``) and remove those that are ``None`` or empty."""
    values = {**notes(entry), **{name.replace("_", "-"): value or "" for name, value in changes.items()}}
    others = [line for line in entry.comment.split("\n") if line and not _NOTE.fullmatch(line)]
    kept = [line for line in others if earlier.version_of(line)]
    foreign = [line for line in others if line not in kept]
    said = (f"{name}: {values[name]}" for name in _NAMES if values.get(name))
    entry.comment = "\n".join([*foreign, *said, *kept])


def mark_fuzzy(entry: polib.POEntry, *, fuzzy: bool) -> None:
    """Say whether the entry waits for a person."""
    entry.flags = [*(["fuzzy"] if fuzzy else []), *(flag for flag in entry.flags if flag != "fuzzy")]


def approve(entry: polib.POEntry, by: str, day: str = "") -> None:
    """Record that a person approved the pair as it is now."""
    annotate(entry, approved=str(Approval(_now(entry), by, day)), was_approved=None)
    entry.previous_msgid = None
    mark_fuzzy(entry, fuzzy=False)


def withdraw(entry: polib.POEntry) -> None:
    """Take an approval back, whether it still holds or not; the text waits for a person again."""
    annotate(entry, approved=None, was_approved=None)
    mark_fuzzy(entry, fuzzy=True)


def keep(entry: polib.POEntry, text: str) -> None:
    """Note the English of an entry, which is about to be replaced by another text, as an earlier version."""
    if entry.msgstr.strip() and tidy(text) != tidy(entry.msgstr):
        said = notes(entry)
        seal = approval.read(said.get("approved") or said.get("was-approved", ""))
        approved = seal if seal.pair.endswith(_now(entry).partition("-")[2]) else None
        earlier.keep(entry, Earlier(entry.msgstr, _origin(entry, said), approved))


def settle(entry: polib.POEntry, saved: EditorSave = _UNSAVED) -> None:
    """Write down what follows from the entry, so that a later change can be noticed.

    A pair that somebody accepted in an editor gets its fingerprint. So does one that was approved and then improved in
    an editor that says who saved it and when. Any other approval that no longer holds is withdrawn and the entry
    marked fuzzy; it comes back when its pair does. A person who marks an approved pair fuzzy takes the approval back.
    A text without a fingerprint gets one.

    Args:
        entry: It is changed.
        saved: What the file says of its last save by an editor.
    """
    said = notes(entry)
    if not entry.msgstr.strip():
        return
    given = _given(entry, said, saved)
    if given is not None:
        if str(given) != said.get("approved"):
            approve(entry, given.by, given.day)
    elif "approved" in said:
        _settle_approved(entry, said["approved"])
    elif _holds(said.get("was-approved", ""), entry):
        annotate(entry, approved=said["was-approved"], was_approved=None)
        entry.previous_msgid = None
        mark_fuzzy(entry, fuzzy=False)
    elif said.get("origin") and "pair" not in said and not _moved(entry, said):
        annotate(entry, pair=_now(entry))


def _settle_approved(entry: polib.POEntry, seal: str) -> None:
    if not _holds(seal, entry):
        annotate(entry, approved=None, was_approved=seal)
        mark_fuzzy(entry, fuzzy=True)
    else:
        annotate(entry, approved=None)


def judge(entry: polib.POEntry, source: str, saved: EditorSave = _UNSAVED) -> Translation:
    """Return the translation that an entry gives for a Persian text.

    Args:
        entry: The entry with the id of the text.
        source: The reading text as it is now.
        saved: What the file says of its last save by an editor.
    """
    if not entry.msgstr.strip():
        return NOTHING
    said = notes(entry)
    given = _given(entry, said, saved)
    state, reason = _state(entry, said, source, given)
    cut_off = [CUT_OFF] if CUT_OFF in _between_flags(said.get("flags", "")) else []
    origin = _origin(entry, said)
    flags = () if origin.startswith(EDITED) else tuple(cut_off)
    seal = _approver(state, said, given)
    by, day = (seal.by, seal.day) if seal else (None, "")
    return Translation(entry.msgstr, state, origin, (*flags, *reason), _score(said), by, day)


def _given(entry: polib.POEntry, said: Mapping[str, str], saved: EditorSave) -> Approval | None:
    """Return the approval of the pair as it is now; ``None`` when nobody has given it."""
    if entry.fuzzy:
        return None
    now = _now(entry)
    seals = [approval.read(said[name]) for name in ("approved", "was-approved") if name in said]
    for seal in seals:
        if seal.pair == now:
            return seal
    if "approved" not in said or (saved.after(seals[0]) and same_source(seals[0].pair, now)):
        return Approval(now, saved.by, saved.day)
    return None


def _approver(state: State, said: Mapping[str, str], given: Approval | None) -> Approval | None:
    if state is State.REVIEWED:
        return given
    note = said.get("approved", said.get("was-approved"))
    return approval.read(note) if note is not None and state is State.STALE else None


def _state(
    entry: polib.POEntry, said: Mapping[str, str], source: str, given: Approval | None
) -> tuple[State, list[str]]:
    if not same(entry.msgid, source):
        return State.STALE, ["source-changed"]
    if given is not None:
        return State.REVIEWED, []
    if _moved(entry, said):
        return State.STALE, ["source-changed"]
    seal = said.get("approved")
    if "was-approved" in said or (seal and not _holds(seal, entry)):
        return State.STALE, ["text-changed"]
    return (State.MACHINE if _origin(entry, said).startswith(ENGINES) else State.DRAFT), []


def _moved(entry: polib.POEntry, said: Mapping[str, str]) -> bool:
    """Tell whether the Persian has changed since the English was made or approved."""
    for name in ("approved", "was-approved", "pair"):
        if name in said:
            return not same_source(said[name], _now(entry))
    return entry.previous_msgid is not None and not same(entry.previous_msgid, entry.msgid)


def _origin(entry: polib.POEntry, said: Mapping[str, str]) -> str:
    origin = said.get("origin", "")
    made = said.get("pair")
    untouched = made is None or made.partition("-")[2] == _now(entry).partition("-")[2]
    return origin if untouched else edited(origin)


def edited(origin: str) -> str:
    """Return the origin of a text that a person has changed or chosen, so that no engine replaces it."""
    return f"{EDITED}{origin.removeprefix(EDITED)}" if origin else ""


def _holds(seal: str, entry: polib.POEntry) -> bool:
    return bool(seal) and seal.partition(" ")[0] == _now(entry)


def _score(said: Mapping[str, str]) -> float | None:
    try:
        return float(said["score"])
    except (KeyError, ValueError):
        return None


def _now(entry: polib.POEntry) -> str:
    return fingerprint(entry.msgid, entry.msgstr)
