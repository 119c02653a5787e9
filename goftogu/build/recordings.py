"""The recordings of the archive: looked at, checked against the times of their transcripts, and published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.build.summaries import Summary
from goftogu.checks.site import LARGEST
from goftogu.content import containers, media, times
from goftogu.content.recording import Recording
from goftogu.edition.recordings import MediaFacts
from goftogu.locale.message import Message
from goftogu.problems import Fault, Problem, Problems
from goftogu.storage import files as storage_files

_MEGABYTE: Final = 1_000_000


class ArchiveRecordings:
    """Looks at the recordings that interviews name.

    Attributes:
        files: The path in the project of each recording that is published, by its path in the site.
    """

    def __init__(self, root: Path, there: Mapping[str, str]) -> None:
        """Prepare.

        Args:
            root: The project's folder.
            there: The path of each file of ``content/media/``, by its name.
        """
        self._root = root
        self._there = there
        self._facts: dict[str, dict[str, MediaFacts]] = {}
        self.files: dict[str, str] = {}

    def facts(self, interview: str) -> Mapping[str, MediaFacts]:
        """Return what the files of an interview were found to be, by name."""
        return self._facts.get(interview, {})

    def look(self, summaries: Sequence[Summary], problems: Problems) -> None:
        """Look at the recordings of interviews, and report what is wrong with them and with the times."""
        hidden = {media.composed(name): held.path for held in summaries for name in held.closed_media}
        for held in summaries:
            if not held.recordings:
                continue
            found = Problems()
            for recording in held.recordings:
                found.extend(Problem(held.path, recording.line, 1, *fault) for fault in self._look(held, recording))
                if other := hidden.get(media.composed(recording.file)):
                    found.add(_leak(held.path, recording, other))
            if not found.has_errors():
                found.extend(_beyond(held, self.facts(held.id)))
            problems.extend(found)

    def _look(self, held: Summary, recording: Recording) -> Iterator[Fault]:
        path = self._there.get(media.composed(recording.file))
        if path is None:
            return  # an address, or a file that is reported as missing
        file = self._root / path
        try:
            size, found = file.stat().st_size, containers.look(file)
        except OSError as error:
            message = Message("the file cannot be read: {reason}", reason=storage_files.reason(error))
            yield "S002", message, Message("check its permissions")
            return
        yield from _faults(recording, size, found)
        if found is not None:
            self._facts.setdefault(held.id, {})[recording.file] = MediaFacts(
                recording.usual_type, round(found.seconds, 3)
            )
            self.files[urls.recording(media.composed(recording.file))] = path


def pieces(file: Path) -> Iterator[bytes]:
    """Yield what a file holds, piece by piece."""
    with file.open("rb") as stream:
        while piece := stream.read(_MEGABYTE):
            yield piece


def _faults(recording: Recording, size: int, found: containers.Container | None) -> Iterator[Fault]:
    name = recording.file
    if found is None:
        hint = Message("known are MP3, M4A, MP4, Opus, Ogg, WebM and WAV: convert it to one of them")
        yield "R001", Message("“{name}” is no recording of a form that is known", name=name), hint
    elif recording.usual_type not in found.types:
        message = Message("“{name}” is not what its name says, but {types}", name=name, types=[*found.types])
        yield "R001", message, Message("name it by its form, or correct the type")
    elif found.variable:
        message = Message(
            "“{name}” is an MP3 of variable rate: some browsers play it from seconds beside the time", name=name
        )
        yield "R006", message, Message("hand in M4A, Opus or an MP3 of constant rate")
    if size > LARGEST:
        message = Message(
            "“{name}” has {size:,} MB; hosts such as Pages take {most} MB a file",
            name=name,
            size=size // _MEGABYTE,
            most=LARGEST // _MEGABYTE,
        )
        hint = Message(
            "make it smaller (an hour of Opus or M4A at 48 kbit/s has 22 MB), part it, or give its url elsewhere"
        )
        yield "R004", message, hint


def _leak(path: str, recording: Recording, other: str) -> Problem:
    message = Message(
        "“{file}” is also the recording of {path}, which does not publish it", file=recording.file, path=other
    )
    return Problem(
        path, recording.line, 1, "C005", message, Message("take it out here, too, or cut the passage out of it")
    )


def _beyond(held: Summary, facts: Mapping[str, MediaFacts]) -> Iterator[Problem]:
    """Yield the times at which no recording plays."""
    spans = list(_spans(held.recordings, facts))
    for line, time in held.times:
        begun = [end for start, end in spans if start <= time]
        if not begun:
            message = Message("{time} is before any recording begins", time=times.clock(time))
        elif begun[-1] is not None and time > begun[-1]:
            message = Message(
                "{time} is after the end of the recording, {end}", time=times.clock(time), end=times.clock(begun[-1])
            )
        else:
            continue
        hint = Message("correct the time, or the offset of the recording")
        yield Problem(held.path, line, 1, "R003", message, hint)


def _spans(said: Iterable[Recording], facts: Mapping[str, MediaFacts]) -> Iterator[tuple[int, float | None]]:
    """Yield when recordings begin on the clock of the transcript, and when they end, if that is known."""
    for item in sorted(said, key=lambda item: item.offset):
        found = facts.get(item.file)
        seconds = found.seconds if found and found.seconds else item.duration
        yield item.offset, item.offset + seconds if seconds else None
