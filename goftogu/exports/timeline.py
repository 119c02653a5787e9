"""The times of an interview and its recordings in TEI: a ``timeline`` to whose points turns and paragraphs refer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goftogu.edition.material import Material
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Interview, Language

_ORIGIN: Final = "time-0"


def point(time: int | None) -> str:
    """Return the reference to the point of a time; empty without one."""
    return "" if time is None else f"#time-{time}"


def timeline(interview: Interview) -> Iterator[Element]:
    """Yield the timeline of an interview, if any of its paragraphs has a time."""
    found = {unit.time for turn in interview.turns for unit in turn.paragraphs if unit.time is not None}
    if found:
        points = (
            node("when", {"xml:id": f"time-{time}", "interval": str(time), "since": f"#{_ORIGIN}"})
            for time in sorted(found - {0})
        )
        yield lines("timeline", {"unit": "s", "origin": f"#{_ORIGIN}"}, node("when", {"xml:id": _ORIGIN}), *points)


def recordings(material: Material) -> Iterator[Element]:
    """Yield the statement of the recordings from which an interview was made, if they are published."""
    if material.recordings:
        yield lines("recordingStmt", {}, *_each(material))


def _each(material: Material) -> Iterator[Element]:
    for item in material.recordings:
        length = f"PT{round(item.seconds)}S" if item.seconds else ""
        names = (
            node("desc", {"xml:lang": language}, item.label[language]) for language in Language if item.label[language]
        )
        media = lines("media", {"mimeType": item.type, "url": item.address(material.config)}, *names)
        yield lines("recording", {"type": "video" if item.is_video else "audio", "dur": length}, media)
