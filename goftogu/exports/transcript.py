"""The transcript as the archive has it: labels, turns and ids, without the front matter.

The file of the transcript itself is not published: its front matter may hold notes and comments that are for the
archive alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.edition.material import Material
from goftogu.model import Interview, Section, Turn
from goftogu.transcripts import blocks, labels


def transcript(material: Material) -> bytes:
    """Write the transcript of an interview in the form of a labelled one."""
    return ("\n".join(_lines(material.interview)).rstrip() + "\n").encode()


def _lines(interview: Interview) -> Iterator[str]:
    yield from (f"# {interview.title.record}", "")
    known = labels.Labels(interview.speakers)
    for unit in interview.front():
        kind = {interview.lede: " .lede", interview.note: " .note"}.get(unit, "")
        yield from _block(labels.unlabelled(unit.record, known), f"#{unit.id}{kind}")
    sections = {section.first: section for section in interview.sections}
    for turn in interview.turns:
        if section := sections.get(turn.id):
            yield from _block(f"## {section.title.record}", f"#{section.id}")
            yield from _about(section)
        yield from _turn(turn, known)
    for note in interview.footnotes:
        yield from (blocks.escape(f"[^{note.label}]: {note.text.record}"), "")


def _about(section: Section) -> Iterator[str]:
    for kind, unit in (("synopsis", section.synopsis), ("keywords", section.keywords)):
        if unit is not None:
            yield from _block(blocks.escape(unit.record), f".{kind}")


def _turn(turn: Turn, known: labels.Labels) -> Iterator[str]:
    first, *others = turn.paragraphs
    yield from _block(blocks.escape(f"{turn.speaker}: {first.record}"), f"#{turn.id}")
    for unit in others:
        yield from (labels.unlabelled(unit.record, known), "")


def _block(text: str, names: str) -> Iterator[str]:
    yield from (text, f"{{: {names} }}", "")
