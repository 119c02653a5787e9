"""An interview as TEI P5: both languages, turns as ``<u>``, topics as a taxonomy, and where all of it comes from.

The Persian and the English are two texts of one group. A turn keeps its id in the original; in the translation the
same id ends in its language, such as ``.en``, and ``corresp`` leads to the original. Each translated paragraph says its
state (``ana``) and who made and reviewed it (``resp``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from goftogu import markup
from goftogu.conventions import marks
from goftogu.edition import shapes
from goftogu.edition.material import Material
from goftogu.exports import inner_links, tei_figures, tei_header, tei_marks, timeline, xml
from goftogu.exports.xml import Attributes, Element, lines, node
from goftogu.model import Footnote, Language, Paragraph, Section, Turn
from goftogu.transcripts.collation import Edit
from goftogu.translation.memory.entry import NOTHING, State

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMES: Final = {"em": ("emph", {}), "strong": ("hi", {"rend": "bold"}), "br": ("lb", {})}


def tei(material: Material) -> bytes:
    """Write the interview as TEI P5."""
    bodies = [_TeiBody(material, language).text() for language in material.config.editions]
    root = lines(
        "TEI",
        {"xmlns": "http://www.tei-c.org/ns/1.0"},
        tei_header.header(material),
        *_edits(material),
        lines("text", {}, lines("group", {}, *bodies)),
    )
    return xml.dump(root, _DECLARATION)


def _edits(material: Material) -> Iterator[Element]:
    """Yield where the archive edited the text received, as an apparatus: what is shown, and what was received."""
    found = material.collation.edits if material.collation else ()
    if found:
        listed = (_edit(edit) for edit in found)
        yield lines(
            "standOff", {"type": "edits"}, lines("listApp", {"xml:lang": material.tag_of(material.original)}, *listed)
        )


def _edit(edit: Edit) -> Element:
    place = {"loc": edit.paragraph, "from": f"#{edit.paragraph}"} if edit.paragraph else {}
    received = node("rdg", {"source": "#received"}, edit.before)
    return lines("app", {"type": edit.kind, **place}, node("lem", {}, edit.after), received)


class _TeiBody:
    """One of the two texts."""

    def __init__(self, material: Material, language: Language) -> None:
        self.material = material
        self.language = language
        self.speakers = {label: f"#who-{number}" for number, label in enumerate(material.interview.speakers, 1)}
        conventions = material.conventions
        apart = conventions and conventions.apart(marks.ENGLISH)
        self.conventions = apart if language != material.original else conventions
        self.agents = tei_header.agents(material)
        self.ending = f".{language}" if language != material.original else ""
        self.lead = inner_links.leading(material, language, self.ending)
        self.placed = material.pictures.placed(material.interview)

    def text(self) -> Element:
        interview = self.material.interview
        spans = (
            [lines("spanGrp", {"type": "exchanges"}, *self.spans()), *timeline.timeline(interview)]
            if self.language == self.material.original
            else []
        )
        body = [
            self.unit("head", interview.title),
            *(tei_figures.portrait(self.material) if self.language == self.material.original else ()),
            *self.pictures(interview.title),
            *(part for unit in interview.front() for part in (self.unit("p", unit), *self.pictures(unit))),
            *self.divisions(),
            *spans,
        ]
        return lines("text", {"xml:lang": self.material.tag_of(self.language)}, lines("body", {}, *body), *self.back())

    def back(self) -> Iterator[Element]:
        """Yield the notes of the archive."""
        if notes := self.material.interview.footnotes:
            yield lines("back", {}, lines("div", {"type": "notes"}, *map(self.note, notes)))

    def note(self, note: Footnote) -> Element:
        """Return a note, which leads back to its reference."""
        place = self.material.translations.get(note.place, NOTHING).text
        target = tei_marks.target(note, self.language, place, self.material.original)
        return self.unit("note", note.text, {"n": str(note.number), "place": "end", "target": f"#{target}"})

    def divisions(self) -> Iterator[Element]:
        """Yield the turns before the first section, then the sections with their turns."""
        sections = {section.first: section for section in self.material.interview.sections}
        section: Section | None = None
        held: list[Element] = []
        for turn in self.material.interview.turns:
            if turn.id in sections:
                yield from self.division(section, held)
                section, held = sections[turn.id], []
            held.append(self.turn(turn))
        yield from self.division(section, held)

    def division(self, section: Section | None, turns: list[Element]) -> Iterable[Element]:
        if section is None:
            return turns
        head = [self.unit("head", section.title), *self.pictures(section.title), *self.about(section)]
        return [lines("div", {"type": "section"}, *head, *turns)]

    def about(self, section: Section) -> Iterator[Element]:
        """Yield the synopsis and the keywords of a section."""
        for kind, unit in (("synopsis", section.synopsis), ("keywords", section.keywords)):
            if unit is not None:
                yield lines("argument", {"n": kind}, self.unit("p", unit))

    def turn(self, turn: Turn) -> Element:
        attributes = {**self.names(turn.id), "who": self.speakers[turn.speaker], "start": timeline.point(turn.time)}
        synch = ["", *(timeline.point(unit.time) for unit in turn.paragraphs[1:])]
        said = (
            part
            for unit, point in zip(turn.paragraphs, synch, strict=True)
            for part in (self.unit("seg", unit, {"synch": point}), *self.pictures(unit))
        )
        return lines("u", attributes, *said)

    def pictures(self, unit: Paragraph) -> Iterator[Element]:
        """Yield the pictures below a paragraph or a heading."""
        for picture in self.placed.get(unit.id, ()):
            yield tei_figures.figure(self.material, picture, self.language, self.names, self.unit)

    def names(self, identifier: str) -> dict[str, str]:
        """Return the id of an element of this text, and of the original one that it translates."""
        if not self.ending:
            return {"xml:id": identifier}
        return {"xml:id": f"{identifier}{self.ending}", "corresp": f"#{identifier}"}

    def unit(self, tag: str, unit: Paragraph, more: Attributes = {}) -> Element:  # noqa: B006  nobody changes it
        names = {**self.names(unit.id), **more}
        if self.language == self.material.original:
            return self.rich(tag, {**names, "xml:lang": unit.language}, unit, unit.reading)
        found = self.material.english(unit)
        agents = " ".join(f"#{self.agents[agent]}" for agent in tei_header.responsible(self.material, unit))
        said = {**names, "ana": f"#state-{found.state}", "resp": agents}
        if found.state == State.MISSING:
            return node(tag, said, node("gap", {"reason": "untranslated"}))
        return self.rich(tag, said, unit, found.text)

    def rich(self, tag: str, attributes: dict[str, str], unit: Paragraph, text: str) -> Element:
        if unit.form or unit.language:
            shape = shapes.shape(unit, text, self.language, self.conventions)
            made = shape.inside if shape.tag == "p" else shape.block
        else:
            made = markup.inline(text, self.language, self.conventions)
        return node(tag, attributes, xml.inline(made, partial(_rename, self.ending), self.lead))

    def spans(self) -> Iterator[Element]:
        """Yield the exchanges with what they are about."""
        for exchange in self.material.interview.exchanges:
            marks = self.material.marks.get(exchange.id, ())
            ends = {"from": f"#{exchange.turns[0]}", "to": f"#{exchange.turns[-1]}"}
            topics = " ".join(f"#topic-{mark.topic}" for mark in marks)
            yield node("span", {"xml:id": exchange.id, **ends, "ana": topics})


def _rename(ending: str, element: ET.Element) -> None:
    """Turn an element of inline HTML into one of TEI; ids of its text have an ending."""
    if element.tag == "a":
        target = element.attrib.pop("href", "")
        element.tag = "ref" if target else "seg"
        element.attrib.update({"target": target} if target else {})
    elif element.tag == "sup" or element.get("class"):
        tei_marks.rename(element, ending)
    elif element.tag == "bdi":
        language = element.attrib.pop("lang", "")
        element.attrib.clear()
        element.tag = "foreign" if language else "seg"
        element.attrib.update({"xml:lang": language} if language else {})
    elif element.tag in tei_marks.BLOCKS:
        tei_marks.block(element)
    else:
        element.tag, attributes = _NAMES[element.tag]
        element.attrib.update(attributes)
