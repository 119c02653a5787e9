"""The transcript as the archive has it: labels, turns and ids, without the front matter.

The file of the transcript itself is not published: its front matter may hold notes and comments that are for the
archive alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.edition.material import Material
from goftogu.model import Interview, Turn


def transcript(material: Material) -> bytes:
    """Write the transcript of an interview in the form of a labelled one."""
    return ("\n".join(_lines(material.interview)).rstrip() + "\n").encode()


def _lines(interview: Interview) -> Iterator[str]:
    yield from (f"# {interview.title.record}", "")
    for unit in interview.front():
        kind = {interview.lede: " .lede", interview.note: " .note"}.get(unit, "")
        yield from _block(unit.record, f"#{unit.id}{kind}")
    sections = {section.first: section for section in interview.sections}
    for turn in interview.turns:
        if section := sections.get(turn.id):
            yield from _block(f"## {section.title.record}", f"#{section.id}")
        yield from _turn(turn)


def _turn(turn: Turn) -> Iterator[str]:
    first, *others = turn.paragraphs
    yield from _block(f"{turn.speaker}: {first.record}", f"#{turn.id}")
    for unit in others:
        yield from (unit.record, "")


def _block(text: str, names: str) -> Iterator[str]:
    yield from (text, f"{{: {names} }}", "")
