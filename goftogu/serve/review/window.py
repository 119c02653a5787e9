"""What a window of the workbench shows of one interview: some paragraphs, with all that is known of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from goftogu import urls
from goftogu.content import times
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition import recordings
from goftogu.edition.recordings import PublishedRecording
from goftogu.locale import language
from goftogu.model import Interview, Language, Turn
from goftogu.problems import Problems
from goftogu.serve.review.archive import SharedReading
from goftogu.serve.review.desk import Desk
from goftogu.serve.review.rows import CHANGES, found_in
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory import missing_marks
from goftogu.translation.memory.earlier import Earlier
from goftogu.translation.memory.memory import Translation, Unit
from goftogu.translation.quality import flags

_MARKS: Final = "marks"
MOST: Final = 200
"""How many paragraphs are shown at once at most."""

Shown = Mapping[str, Any]
"""A value that becomes JSON."""


@dataclass(frozen=True, slots=True)
class PassageExtent:
    """How many paragraphs are shown before and after the one that is meant."""

    before: int = 4
    after: int = 12


def passage(desk: Desk, shared: SharedReading, unit: str, extent: PassageExtent) -> Shown:
    """Return a passage of an interview.

    Args:
        desk: The interview.
        shared: Has the terms and the names of the vocabularies.
        unit: Id of the paragraph that is meant, or of its turn; the first one when there is no such.
        extent: How much of the text is shown around it.
    """
    ids = list(desk.units)
    at = next((number for number, name in enumerate(ids) if name == unit or name.partition(".")[0] == unit), 0)
    start, end = max(0, at - min(extent.before, MOST)), at + 1 + min(extent.after, MOST)
    describer = _Describer(desk, shared)
    return {
        "interview": about(desk),
        "units": [describer.shown(desk.units[name]) for name in ids[start:end]],
        "at": ids[at] if ids else "",
        "first": start == 0,
        "last": end >= len(ids),
    }


def one(desk: Desk, shared: SharedReading, unit: Unit) -> Shown:
    """Return what is shown of one paragraph."""
    return _Describer(desk, shared).shown(unit)


def checked(desk: Desk, unit: Unit, found: Translation, terms: Terminology) -> dict[str, Any]:
    """Return what the checks find in a translation of a paragraph, and its names and terms.

    Args:
        desk: The interview.
        unit: The paragraph.
        found: A translation of it, saved or not.
        terms: Names and terms whose English is settled.
    """
    told = [*found_in(desk, unit, found, terms), *([_MARKS] if _lacks_marks(desk, unit, found) else [])]
    shown = [{"name": name, "sure": name == _MARKS or flags.is_sure(name)} for name in dict.fromkeys(told)]
    return {
        "flags": [flag for flag in shown if flag["name"] not in CHANGES],
        "terms": list(_met(unit, found, terms)) if desk.source_language is Language.FA else [],
    }


def about(desk: Desk) -> Shown:
    """Return what is shown of an interview as a whole."""
    interview = desk.interview
    return {
        "id": interview.id,
        "title": interview.title.reading,
        "source": str(interview.original),
        "target": str(interview.original.other),
        "file": desk.path,
    }


class _Describer:
    """Tells what is known of the paragraphs of one interview."""

    def __init__(self, desk: Desk, shared: SharedReading) -> None:
        self._desk = desk
        self._terms = shared.terms
        self._speakers = _speakers(desk.interview, shared.vocabulary)
        self._turns = {unit.id: (number, turn) for number, turn in _turns(desk.interview) for unit in turn.paragraphs}
        self._times = {unit.id: unit.time for _, turn in self._turns.values() for unit in turn.paragraphs}
        self._recordings = recordings.of(desk.interview, {}) if desk.interview.media else ()

    def shown(self, unit: Unit) -> Shown:
        found = self._desk.found(unit)
        number, turn = self._turns.get(unit.id, (0, None))
        return {
            "id": unit.id,
            "turn": turn.id if turn else "",
            "number": number,
            "begins": turn is not None and turn.paragraphs[0].id == unit.id,
            "speaker": self._speakers.get(turn.speaker, "") if turn else "",
            "form": unit.form,
            "source": unit.source,
            "language": unit.language,
            "text": found.text,
            "state": str(found.state),
            "origin": found.origin,
            "by": found.by or "",
            "day": found.day,
            "earlier": [_earlier(version) for version in self._desk.memory.earlier(unit)],
            "version": self._desk.version(unit),
            **checked(self._desk, unit, found, self._terms),
            "was": self._desk.earlier_source(unit),
            **self._played(unit.id, turn),
        }

    def _played(self, name: str, turn: Turn | None) -> Shown:
        """Return the recording that plays at a paragraph, and the second in it; nothing when none does."""
        time = self._times.get(name)
        time = turn.time if time is None and turn else time
        found = None if time is None else recordings.playing(self._recordings, time)
        if found is None or time is None:
            return {}
        return {
            "play": _playable(found, self._desk.interview) | {"at": max(0, time - found.offset)},
            "time": _clock(time),
        }


def _earlier(version: Earlier) -> Shown:
    seal = version.approved
    said = {"by": seal.by, "day": seal.day} if seal else {"by": "", "day": ""}
    return {"text": version.text, "origin": version.origin, **said}


def _clock(time: int) -> str:
    return times.shown(time, language.ENGLISH)


def _playable(found: PublishedRecording, interview: Interview) -> dict[str, Any]:
    file = next((item.file for item in interview.media if item.file and _path(item.file) == found.path), "")
    return {"file": file, "url": found.url, "video": found.is_video}


def _path(file: str) -> str:
    return urls.recording(unicodedata.normalize("NFC", file))


def _turns(interview: Interview) -> Iterator[tuple[int, Turn]]:
    return enumerate(interview.turns, 1)


def _speakers(interview: Interview, vocabulary: Vocabulary) -> Mapping[str, str]:
    known = vocabulary.people
    return {
        label: known[speaker.person].name.fa if speaker.person in known else label
        for label, speaker in interview.speakers.items()
    }


def _lacks_marks(desk: Desk, unit: Unit, found: Translation) -> bool:
    """Tell whether references to notes or stage notes are other ones than in the source."""
    problems = Problems()
    missing_marks.check(desk.interview, desk.path, {unit.id: found}, problems)
    return bool(problems)


def _met(unit: Unit, found: Translation, terms: Terminology) -> Iterator[Shown]:
    """Yield the names and terms of a paragraph whose English is settled, each once."""
    lacking = {met.en for met in terms.missing(unit.source, found.text)}
    told: set[Sequence[str]] = set()
    for met in terms.met(unit.source):
        if met.en not in told:
            told.add(met.en)
            yield {"source": unit.source[met.start : met.end], "forms": list(met.en), "there": met.en not in lacking}


def media(interview: Interview) -> frozenset[str]:
    """Return the names of the files of ``content/media/`` that a window may play for an interview."""
    return frozenset(item.file for item in interview.media if item.file)
