"""The reading text of an interview as plain text, one file for each language.

Ids and addresses are on lines of their own: within a line of Persian they would disturb its direction. A blank line
parts paragraphs. The English says of what kind it is, above the text when all of it is of one kind, else above each
paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goftogu.conventions import marks
from goftogu.edition import particulars, translation_credits, wording
from goftogu.edition.material import Material
from goftogu.model import Language, Paragraph, Turn
from goftogu.transcripts import labels


def persian(material: Material) -> bytes:
    """Write the Persian reading text."""
    return text(material, Language.FA)


def english(material: Material) -> bytes:
    """Write the English reading text."""
    return text(material, Language.EN)


def text(material: Material, language: Language) -> bytes:
    """Write the reading text in one language; what is not translated is in Persian, and marked as such."""
    return ("\n".join(_Writer(material, language).lines()) + "\n").encode()


class _Writer:
    def __init__(self, material: Material, language: Language) -> None:
        self.material = material
        self.language = language
        self.mixed = wording.mixed(material, language)
        self.placed = material.pictures.placed(material.interview)

    def lines(self) -> Iterator[str]:
        interview = self.material.interview
        yield self.material.plain(interview.title, self.language)
        yield from self.imprint()
        yield from self.about()
        yield from self.pictures(interview.title)
        for unit in interview.front():
            yield from ("", *self.paragraph(unit))
            yield from self.pictures(unit)
        sections = {section.first: section for section in interview.sections}
        for turn in interview.turns:
            if section := sections.get(turn.id):
                shown = ((*self.paragraph(unit), *self.pictures(unit)) for unit in section.units())
                yield from ("", section.id, *_parted(shown))
            yield from ("", *self.turn(turn))
        if interview.footnotes:
            yield from ("", wording.NOTES[self.language])
        for note in interview.footnotes:
            yield from ("", f"[{marks.shown(note.number, self.language)}]", *self.paragraph(note.text))

    def imprint(self) -> Iterator[str]:
        material, language = self.material, self.language
        if material.interview.date:
            yield material.date(language)
        for speaker in filter(labels.is_introduced, material.interview.speakers.values()):
            about = [material.plain(speaker.description, language)] if speaker.description else []
            said = wording.COMMA[language].join([material.credit(speaker).name(language), *about])
            yield f"{wording.ROLES[speaker.role][language]}: {said}"
        yield from (f"{label}: {text}" for label, text in particulars.facts(material, language))
        yield material.config.title[language]
        yield material.address(language)
        yield wording.quoted(material, material.interview.units(), language)
        yield from wording.recordings(material, language)
        yield from wording.account(material, language)
        yield from translation_credits.account(material, language)
        yield from material.rights.sentences(language)

    def about(self) -> Iterator[str]:
        """Yield the summary and the keywords."""
        said = self.material.particulars
        for label, unit in ((particulars.SUMMARY, said.summary), (particulars.KEYWORDS, said.keywords)):
            if unit is not None:
                yield from ("", label[self.language], *self.paragraph(unit))

    def turn(self, turn: Turn) -> Iterator[str]:
        yield turn.id
        yield from wording.moment(turn, self.language)
        yield wording.voice(self.material, self.material.interview.speakers[turn.speaker], self.language)
        yield from _parted((*self.paragraph(unit), *self.pictures(unit)) for unit in turn.paragraphs)

    def pictures(self, unit: Paragraph) -> Iterator[str]:
        """Yield the alternative texts, captions and credits of the pictures below a paragraph or a heading."""
        for picture in self.placed.get(unit.id, ()):
            shown = self.material.plain(picture.alt, self.language)
            yield from ("", f"[{wording.PICTURE[self.language]}: {shown}]")
            if picture.caption:
                yield from self.paragraph(picture.caption)
            if picture.credit:
                yield picture.credit

    def paragraph(self, unit: Paragraph) -> Iterator[str]:
        if self.mixed:
            yield f"[{wording.english(self.material, (unit,), self.language)}]"
        yield self.material.plain(unit, self.language, notes=True)


def _parted(paragraphs: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of paragraphs, with a blank line between two of them."""
    for number, lines in enumerate(paragraphs):
        if number:
            yield ""
        yield from lines
