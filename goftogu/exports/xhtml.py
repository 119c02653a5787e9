"""Pieces of an interview as XHTML, for the exports that are read like a page: the book and the single file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from goftogu import markup
from goftogu.content import times
from goftogu.conventions import marks
from goftogu.edition import backlinks, citations, particulars, shapes, translation_credits, wording
from goftogu.edition.material import Material
from goftogu.exports import inner_links, xml
from goftogu.exports.xml import Attributes, Element, lines, node
from goftogu.model import DIRECTIONS, Footnote, Language, Paragraph, Picture, Section, Turn
from goftogu.transcripts import labels
from goftogu.translation.memory.entry import State

WIDTH: Final = 960
"""Pixels of a picture in a book or a single file."""


def tongue(language: str) -> Attributes:
    """Return the attributes that say in which language and direction an element is written."""
    return {"lang": language, "dir": DIRECTIONS[language]}


def say(tag: str, attributes: Attributes, text: str, language: str) -> Element:
    """Make an element of a plain text; runs of the other script are isolated."""
    return node(tag, attributes, xml.inline(markup.plain(text, language)))


Sources = Callable[[Picture], str]
"""Returns the address of a picture for an ``img``."""


class XhtmlPieces:
    """Makes the pieces of an interview in one language.

    Attributes:
        language: The language.
        mixed: Whether the states of its paragraphs differ.
    """

    def __init__(
        self,
        material: Material,
        language: Language,
        sources: Sources,
        rename: Callable[[ET.Element], None] = lambda _: None,
    ) -> None:
        """Prepare what all pieces of the interview share.

        Args:
            material: The interview.
            language: The language of the pieces.
            sources: Returns the addresses of pictures.
            rename: Gives elements within a text other attributes.
        """
        self._rename = rename
        self._material = material
        self.language = self._language = language
        conventions = material.conventions
        apart = conventions and conventions.apart(marks.ENGLISH)
        self._conventions = apart if language != material.original else conventions
        self.mixed = wording.mixed(material, language)
        self._lead = inner_links.leading(material, language)
        self._sources = sources
        self._placed = material.pictures.placed(material.interview)

    def title(self) -> Element:
        """Return the title, as a heading of the first level."""
        unit = self._material.interview.title
        return self._shown("h1", unit)

    def portrait(self) -> Iterator[Element]:
        """Yield the picture of who is interviewed."""
        picture = self._material.interview.portrait
        if picture is not None and self._material.pictures.of(picture):
            yield self._figure(picture)

    def pictures(self, unit: Paragraph) -> Iterator[Element]:
        """Yield the pictures below a paragraph or a heading."""
        yield from map(self._figure, self._placed.get(unit.id, ()))

    def _figure(self, picture: Picture) -> Element:
        words = [*self.caption(picture), *self.credit(picture)]
        return lines("figure", {}, self.image(picture), *([lines("figcaption", {}, *words)] if words else []))

    def image(self, picture: Picture) -> Element:
        """Return a picture without its words."""
        size = self._material.pictures.published[picture.file].nearest(WIDTH)
        said = {"lang": self._material.original} if self._missing(picture.alt) else {}
        image = {"src": self._sources(picture), "alt": self._material.plain(picture.alt, self._language), **said}
        return node("img", {**image, "width": str(size.width), "height": str(size.height)})

    def caption(self, picture: Picture) -> Iterator[Element]:
        """Yield the words below a picture."""
        if picture.caption is not None:
            yield from self.passage(picture.caption)

    def credit(self, picture: Picture) -> Iterator[Element]:
        """Yield who made a picture, in Persian."""
        if picture.credit:
            yield say("p", tongue(Language.FA), picture.credit, Language.FA)

    def imprint(self) -> Iterator[Element]:
        """Yield when the interview was held, who speaks, and which text this is."""
        material, language = self._material, self._language
        interview = material.interview
        if interview.date:
            yield node("p", {}, material.date(language))
        if voices := list(self._voices()):
            yield lines("ul", {}, *voices)
        yield from self._recordings()
        yield say("p", {"class": "state"}, wording.quoted(material, interview.units(), language), language)
        yield from self._about()

    def conversation(self) -> Element:
        """Return the heading above the turns."""
        return node("h2", {}, wording.CONVERSATION[self._language])

    def colophon(self) -> Iterator[Element]:
        """Yield what was done to the text, and how to cite the interview."""
        material, language = self._material, self._language
        yield node("h2", {}, wording.CITE[language])
        citation = citations.cite(material, language)
        words = xml.inline(markup.plain(citation.words + wording.COMMA[language], language))
        yield node("p", {}, words, node("bdi", {"dir": "ltr"}, citation.address))
        yield from (node("p", {}, said) for said in wording.account(material, language))
        yield from (say("p", {}, said, language) for said in translation_credits.account(material, language))
        yield from (say("p", {}, said, language) for said in material.rights.sentences(language))

    def block(self, tag: str, *children: Element) -> Element:
        """Put pieces into an element of their language."""
        said = {**tongue(self._language), "lang": self._material.page_tag(self._language)}
        return lines(tag, said, *children)

    def front(self) -> Iterator[Element]:
        """Yield the paragraphs above the first turn."""
        for unit in self._material.interview.front():
            yield from self.passage(unit)

    def speaker(self, turn: Turn) -> str:
        """Return how the speaker of a turn is called."""
        return wording.voice(self._material, self._material.interview.speakers[turn.speaker], self._language)

    def section(self, unit: Paragraph) -> Element:
        """Return the heading of a section."""
        return self._shown("h2", unit)

    def about(self, section: Section) -> Iterator[Element]:
        """Yield the synopsis and the keywords of a section."""
        for unit in filter(None, (section.synopsis, section.keywords)):
            yield from self.passage(unit)

    def passage(self, unit: Paragraph) -> Iterator[Element]:
        """Yield a paragraph; a translation with its state when not all are alike, or the original without one."""
        if self.mixed or self._missing(unit):
            yield say("p", {"class": "state"}, wording.english(self._material, (unit,), self._language), self._language)
        yield self._shown("p", unit)

    def notes(self) -> Element:
        """Return the heading of the notes of the archive."""
        return node("h2", {}, wording.NOTES[self._language])

    def note(self, tag: str, attributes: Attributes, note: Footnote) -> Element:
        """Return a note of the archive, with its number, which leads back to the text."""
        material = self._material
        back = backlinks.of(note, material.translations, material.original, apart=True)[self._language]
        number = marks.shown(note.number, self._language)
        link = {"href": f"#{back}", "role": "doc-backlink"} if back else {}
        text = [*self.passage(note.text)]
        return lines(tag, attributes, node("p", {"class": "number"}, node("a", link, number)), *text)

    def _about(self) -> Iterator[Element]:
        """Yield what the catalogue says of the interview, below a heading; nothing when that is nothing."""
        material, language = self._material, self._language
        said, found = material.particulars, list(particulars.facts(material, language))
        if found or said.summary or said.keywords:
            yield node("h2", {}, particulars.ABOUT[language])
        if said.summary:
            yield from self.passage(said.summary)
        if found:
            yield lines("ul", {}, *(say("li", {}, f"{label}: {text}", language) for label, text in found))
        if said.keywords:
            yield node("p", {}, particulars.KEYWORDS[language])
            yield from self.passage(said.keywords)

    def said(self, unit: Paragraph) -> Iterator[Element]:
        """Yield a paragraph as :meth:`passage` does, and the pictures below it."""
        yield from self.passage(unit)
        yield from self.pictures(unit)

    def _shown(self, tag: str, unit: Paragraph) -> Element:
        language = self._material.original if self._missing(unit) else self._language
        attributes = tongue(language) if language != self._language else {}
        text = self._material.text(unit, language)
        if tag == "p" and (unit.form or unit.language):
            shape = shapes.shape(unit, text, language, self._conventions)
            inside = xml.inline(shape.inside, self._rename, self._lead)
            return node(shape.tag, {**attributes, **shape.attributes}, inside)
        made = markup.inline(text, language, self._conventions)
        return node(tag, attributes, xml.inline(made, self._rename, self._lead))

    def _missing(self, unit: Paragraph) -> bool:
        return self._language != self._material.original and self._material.english(unit).state == State.MISSING

    def moment(self, turn: Turn) -> Iterator[Element | str]:
        """Yield the time of a turn, with a blank before it, if it is known."""
        for time in wording.moment(turn, self._language):
            yield " "
            yield node("span", {"class": "state", "dir": "ltr"}, time)

    def _recordings(self) -> Iterator[Element]:
        """Yield what the recordings are called, with their addresses; a path of the site leads nowhere here."""
        config = self._material.config
        for item in self._material.recordings:
            address = item.address(config) if item.url or config.url else ""
            link = node("a", {"href": address}, item.label[self._language])
            length = [f" ({times.shown(item.seconds, self._language)})"] if item.seconds else []
            yield node("p", {}, link, *length)

    def _voices(self) -> Iterator[Element]:
        material, language = self._material, self._language
        for speaker in filter(labels.is_introduced, material.interview.speakers.values()):
            about = [material.text(speaker.description, language)] if speaker.description else []
            said = wording.COMMA[language].join([material.credit(speaker).name(language), *about])
            yield say("li", {}, f"{wording.ROLES[speaker.role][language]}: {said}", language)
