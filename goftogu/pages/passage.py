"""A paragraph in both languages, as the pages of an interview show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from goftogu import markup
from goftogu.edition.shapes import Shape
from goftogu.model import Language

_PARAGRAPH: Final = Markup("<p>%s</p>")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in both languages; that of the translation is empty when there is none.

    Attributes:
        id: Id of the paragraph.
        fa: The Persian, or empty.
        en: The English, or empty.
        state: State of the translation.
        doubtful: True when the automatic checks found something and no person has approved it.
        shapes: Both texts as blocks, when it is no plain paragraph or in another language; else ``None``.
    """

    id: str
    fa: Markup
    en: Markup
    state: str
    doubtful: bool = False
    shapes: tuple[Shape | None, Shape | None] | None = None

    @property
    def persian(self) -> Markup:
        """The Persian as a block."""
        made = self.shapes[0] if self.shapes else None
        return made.block if made else _PARAGRAPH % self.fa

    @property
    def english(self) -> Markup:
        """The English as a block."""
        made = self.shapes[1] if self.shapes else None
        return made.block if made else _PARAGRAPH % self.en

    def block(self, language: str) -> Markup:
        """Return the text of one language as a block."""
        return self.persian if language == Language.FA else self.english

    def repeated(self, language: str) -> Markup:
        """Return the text of one language where the page has it a second time."""
        return markup.unnamed(self.fa if language == Language.FA else self.en)

    def block_again(self, language: str) -> Markup:
        """Return the text of one language as a block where the page has it a second time."""
        return markup.unnamed(self.block(language))

    def within(self, language: str) -> Markup:
        """Return the text for a line of the given language, isolated when only the other one is there."""
        if language == Language.FA:
            return self.fa or markup.isolated(self.en, Language.EN)
        return self.en or markup.isolated(self.fa, Language.FA)
