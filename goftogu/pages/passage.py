"""A paragraph in both languages, as the pages of an interview show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from goftogu import markup
from goftogu.edition.shapes import Shape
from goftogu.model import Language

_PARAGRAPH: Final = Markup("<p>%s</p>")
_ANCHORED: Final = Markup('<p id="%s">%s</p>')
_ANCHOR: Final = Markup(' id="%s"')
_ANCHORS: Final = re.compile(r' id="[a-z][0-9a-f-]+\.[0-9]+"')


def unanchored(made: Markup) -> Markup:
    """Return safe HTML that its page shows a second time, without the ids of its paragraphs."""
    return Markup(_ANCHORS.sub("", made)) if ' id="' in made else made  # noqa: S704  attributes are taken away


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
    def persian(self) -> Markup:
        """The Persian as a block."""
        return self._block(self.shapes[0] if self.shapes else None, self.fa)

    @property
    def english(self) -> Markup:
        """The English as a block."""
        return self._block(self.shapes[1] if self.shapes else None, self.en)

    @property
    def named(self) -> Markup:
        """The attribute with its own id, or nothing."""
        return _ANCHOR % self.anchor if self.anchor else Markup()

    def _block(self, shape: Shape | None, text: Markup) -> Markup:
        if shape:
            return shape.anchored(self.anchor).block
        return _ANCHORED % (self.anchor, text) if self.anchor else _PARAGRAPH % text

    def block(self, language: str) -> Markup:
        """Return the text of one language as a block."""
        return self.persian if language == Language.FA else self.english

    def beside(self, language: str) -> Markup:
        """Return the text of one language as a block for the column beside that of the original: without its id."""
        return unanchored(self.block(language))

    def within(self, language: str) -> Markup:
        """Return the text for a line of the given language, isolated when only the other one is there."""
        if language == Language.FA:
            return self.fa or markup.isolated(self.en, Language.EN)
        return self.en or markup.isolated(self.fa, Language.FA)
