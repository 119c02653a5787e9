"""The transcript as the archive has it: labels, turns and ids, without the front matter.

The file of the transcript itself is not published: its front matter may hold notes and comments that are for the
archive alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goftogu.content import picture_lines, times
from goftogu.conventions.forms import TextForm
from goftogu.edition.material import Material
from goftogu.model import Interview, Paragraph, Picture, Section, Turn
from goftogu.transcripts import blocks, labels


def transcript(material: Material) -> bytes:
    """Write the transcript of an interview in the form of a labelled one."""
    return ("\n".join(_lines(material.interview)).rstrip() + "\n").encode()


def _lines(interview: Interview) -> Iterator[str]:
    yield from (f"# {interview.title.record}", "")
    known, placed = labels.Labels(interview.speakers), interview.placed()
    yield from _pictures(placed.get(interview.title.id, ()))
    for unit in interview.front():
        kind = {interview.lede: " .lede", interview.note: " .note"}.get(unit, "")
        yield from _block(labels.unlabelled(unit.record, known), f"#{unit.id}{kind}{_said(unit)}")
        yield from _pictures(placed.get(unit.id, ()))
    sections = {section.first: section for section in interview.sections}
    for turn in interview.turns:
        if section := sections.get(turn.id):
            yield from _block(f"## {section.title.record}", f"#{section.id}")
            yield from _pictures(placed.get(section.id, ()))
            yield from _about(section)
        yield from _turn(turn, known, placed, str(interview.original))
    for note in interview.footnotes:
        told = _said(note.text).strip()
        yield blocks.escape(f"[^{note.label}]: {note.text.record}")
        yield from ([f"{{: {told} }}", ""] if told else [""])


def _about(section: Section) -> Iterator[str]:
    for kind, unit in (("synopsis", section.synopsis), ("keywords", section.keywords)):
        if unit is not None:
            yield from _block(blocks.escape(unit.record), f".{kind}")


def _turn(turn: Turn, known: labels.Labels, placed: Mapping[str, Sequence[Picture]], usual: str) -> Iterator[str]:
    first, *others = turn.paragraphs
    yield from _block(blocks.escape(f"{turn.speaker}: {first.record}"), f"#{turn.id}{_said(first)}")
    yield from _pictures(placed.get(first.id, ()))
    for unit in others:
        told = _said(unit, first.language, usual).strip()
        yield labels.unlabelled(unit.record, known)
        yield from ([f"{{: {told} }}", ""] if told else [""])
        yield from _pictures(placed.get(unit.id, ()))


def _pictures(pictures: Iterable[Picture]) -> Iterator[str]:
    for picture in pictures:
        caption = picture.caption.record if picture.caption else ""
        credit = f' credit="{picture.credit}"' if picture.credit else ""
        yield from _block(picture_lines.written(picture.alt.record, picture.file, caption), f"#{picture.id}{credit}")


def _said(unit: Paragraph, language: str = "", usual: str = "") -> str:
    """Return the attributes of a paragraph: that it is a poem, its language where it is another one, and its time.

    Args:
        unit: The paragraph.
        language: Tag of the language that it has without an attribute; empty for that of the interview.
        usual: Tag of the language of the interview.
    """
    poem = " .poem" if unit.form == TextForm.POEM else ""
    time = f' time="{times.clock(unit.time)}"' if unit.time is not None else ""
    told = poem if unit.language == language else f'{poem} lang="{unit.language or usual}"'
    return told + time


def _block(text: str, names: str) -> Iterator[str]:
    yield from (text, f"{{: {names} }}", "")
