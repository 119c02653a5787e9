"""A paragraph in both languages, as the pages of an interview show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from goftogu import markup
from goftogu.edition.shapes import Shape
from goftogu.model import Language

_PARAGRAPH: Final = Markup("<p>%s</p>")
_ANCHORED: Final = Markup('<p id="%s">%s</p>')
_ANCHOR: Final = Markup(' id="%s"')


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
        anchor: Its own id on a page, such as ``t7.2``; empty where the turn has no other paragraph.
    """

    id: str
    fa: Markup
    en: Markup
    state: str
    doubtful: bool = False
    shapes: tuple[Shape | None, Shape | None] | None = None
    anchor: str = ""

    def __getitem__(self, language: str) -> Markup:
        """Return its text in one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == Language.FA else self.en

    @property
    def named(self) -> Markup:
        """The attribute with its own id, or nothing."""
        return _ANCHOR % self.anchor if self.anchor else Markup()

    def block(self, language: str) -> Markup:
        """Return the text of one language as a block."""
        return self._block(language, self.anchor)

    def beside(self, language: str) -> Markup:
        """Return the text of one language as a block for the column beside that of the original: without its id."""
        return self._block(language, "")

    def _block(self, language: str, anchor: str) -> Markup:
        shape = self.shapes and self.shapes[language != Language.FA]
        if shape:
            return shape.anchored(anchor).block
        return _ANCHORED % (anchor, self[language]) if anchor else _PARAGRAPH % self[language]

    def within(self, language: str) -> Markup:
        """Return the text for a line of the given language, isolated when only the other one is there."""
        if language == Language.FA:
            return self.fa or markup.isolated(self.en, Language.EN)
        return self.en or markup.isolated(self.fa, Language.FA)
