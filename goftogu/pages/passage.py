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
    """A paragraph in both languages.

    Attributes:
        id: Id of the paragraph.
        fa: The reading text.
        en: The translation, or empty.
        state: State of the translation.
        doubtful: True when the automatic checks found something and no person has approved it.
        shapes: Both texts as blocks, when it is no plain paragraph or in another language; else ``None``.
    """

    id: str
    fa: Markup
    en: Markup
    state: str
    doubtful: bool = False
    shapes: tuple[Shape, Shape | None] | None = None

    @property
    def again(self) -> Markup:
        """The reading text where the page has it a second time."""
        return markup.unnamed(self.fa)

    @property
    def persian(self) -> Markup:
        """The reading text as a block."""
        return self.shapes[0].block if self.shapes else _PARAGRAPH % self.fa

    @property
    def persian_again(self) -> Markup:
        """The reading text as a block where the page has it a second time."""
        return markup.unnamed(self.persian)

    @property
    def english(self) -> Markup:
        """The translation as a block."""
        made = self.shapes[1] if self.shapes else None
        return made.block if made else _PARAGRAPH % self.en

    def within(self, language: str) -> Markup:
        """Return the text for a line of the given language, isolated when only the Persian is there."""
        if language == Language.FA:
            return self.fa
        return self.en or markup.isolated(self.fa, Language.FA)
