"""The cover of a book: the sign of the site, the title, who speaks, the day and the archive, as SVG.

It is drawn in the colours of the pages. Shelves of reading systems show the picture; in the book it is a page, in our
face. Nothing but text is drawn, so a cover costs no time and is sharp in every size.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from goftogu.edition.material import Material
from goftogu.exports import xml
from goftogu.exports.xml import Element, lines, node
from goftogu.model import DIRECTIONS, Language, Role

PICTURE: Final = "cover.svg"
PAGE: Final = "cover.xhtml"

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_WIDTH, _HEIGHT = 600, 900
_EDGE: Final = 60
_START: Final = _WIDTH - _EDGE
"""Where lines begin: at the right, since every book begins in Persian."""
_TOP: Final = 300
_TEAL, _PAPER, _MADDER = "#0b5c6b", "#fbfaf7", "#f0a578"
_SIGN: Final = "M14 8 7 16l7 8M24 8l-7 8 7 8"
_LETTERS: Final = 17
"""How many letters of the largest size a line has."""
_LARGEST: Final = 50
_LEAST: Final = 30
"""The size of a title that is cut."""
_LINES: Final = 6
_SMALL: Final = 26
_FEW: Final = 2
"""How many lines a name has at most."""
_SPEAKERS: Final = 3
_BOLD: Final = "700"
_PLAIN: Final = "400"


class _Words(NamedTuple):
    """Words of the cover: their language, how large and how heavy they are, and their baseline."""

    text: str
    language: Language
    size: int
    weight: str
    y: int


class _Block(NamedTuple):
    """Lines that belong together, and whether there were more of them."""

    lines: tuple[str, ...]
    language: Language
    size: int
    weight: str
    cut: bool

    @property
    def step(self) -> int:
        """From one baseline to the next."""
        return self.size * 3 // 2

    @property
    def height(self) -> int:
        """From the first baseline to the last."""
        return (len(self.lines) - 1) * self.step

    def placed(self, first: int) -> Iterator[_Words]:
        """Yield the lines from the baseline of the first one on."""
        for number, line in enumerate(self.lines):
            yield _Words(line, self.language, self.size, self.weight, first + number * self.step)


def picture(material: Material) -> bytes:
    """Return the cover as a picture of its own."""
    return xml.dump(_drawing(material), _DECLARATION)


def page(material: Material) -> bytes:
    """Return the cover as the first page of the book."""
    language = material.config.editions[0]
    title = node("title", {}, material.plain(material.interview.title, language))
    head = lines("head", {}, title, node("link", {"rel": "stylesheet", "href": "style.css"}))
    section = node("section", {"epub:type": "cover", "class": "cover"}, _drawing(material))
    names = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
    said = {"xml:lang": language, "lang": language, "dir": DIRECTIONS[language]}
    return xml.dump(
        lines("html", {**names, **said}, head, lines("body", {}, section)), f"{_DECLARATION}\n<!DOCTYPE html>"
    )


def items() -> Iterator[Element]:
    """Yield what the manifest says of the cover."""
    yield node("item", {"id": "cover", "href": PAGE, "media-type": "application/xhtml+xml", "properties": "svg"})
    kind = {"media-type": "image/svg+xml", "properties": "cover-image"}
    yield node("item", {"id": "cover-image", "href": PICTURE, **kind})


def _drawing(material: Material) -> Element:
    language = material.config.editions[0]
    size = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {_WIDTH} {_HEIGHT}", "role": "img"}
    sign = {"d": _SIGN, "fill": "none", "stroke": _MADDER, "stroke-width": "3"}
    return lines(
        "svg",
        {**size, "xml:lang": language},
        node("title", {}, material.plain(material.interview.title, language)),
        node("rect", {"width": "100%", "height": "100%", "fill": _TEAL}),
        node("g", {"transform": f"translate({_START - 72} 90) scale(3)"}, node("path", sign)),
        *map(_text, _words(material, language)),
    )


def _text(words: _Words) -> Element:
    """Write a line from the side on which the cover begins."""
    direction = DIRECTIONS[words.language]
    anchor = "start" if direction == "rtl" else "end"
    place = {"x": str(_START), "y": str(words.y), "direction": direction, "text-anchor": anchor}
    font = {"font-size": str(words.size), "font-weight": words.weight, "fill": _PAPER, "xml:lang": words.language}
    family = "Vazirmatn, sans-serif" if words.language == Language.FA else "Charter, Georgia, serif"
    return node("text", {**place, **font, "font-family": family}, words.text)


def _words(material: Material, language: Language) -> Iterator[_Words]:
    """Lay out the cover: the archive at the foot, the title as large as what is below it allows."""
    archive = _small(material.config.title[language], language)
    foot = _HEIGHT - _EDGE - archive.height
    below = list(_below(material, language))
    room = foot - _TOP - _SMALL - sum(block.height + 2 * _SMALL for block in below)
    title = _title(material, language, room)
    yield from title.placed(_TOP)
    top = _TOP + title.height + title.step + _SMALL
    for block in below:
        yield from block.placed(top)
        top += block.height + 2 * _SMALL
    yield from archive.placed(foot)


def _below(material: Material, language: Language) -> Iterator[_Block]:
    """Yield who speaks, and the day."""
    speakers = [credit.name(language) for credit in material.credits(Role.INTERVIEWEE)]
    day = material.date(language) if material.interview.date else ""
    for text in filter(None, (*speakers[:_SPEAKERS], day)):
        yield _small(text, language)


def _title(material: Material, language: Language, room: int) -> _Block:
    """Return the title in the largest size in which all of it fits, else its first lines; two always have room."""
    title = material.interview.title
    tongues = material.languages(title)
    tongue = language if language in tongues else Language(tongues[0])
    text = material.plain(title, tongue)
    whole = (_block(text, tongue, size, _BOLD, _LINES) for size in range(_LARGEST, _LEAST, -2))
    cut = (_block(text, tongue, _LEAST, _BOLD, lines) for lines in range(_LINES, 1, -1))
    tried = chain((block for block in whole if not block.cut), cut)
    return next(block for block in tried if block.height + block.step <= room)


def _small(text: str, language: Language) -> _Block:
    return _block(text, language, _SMALL, _PLAIN, _FEW)


def _block(text: str, language: Language, largest: int, weight: str, most: int) -> _Block:
    """Wrap words into lines of a size, or of a smaller one where a word is longer than a line."""
    wrapped = textwrap.wrap(text, _LETTERS * _LARGEST // largest, break_long_words=False)
    cut = len(wrapped) > most
    shown = (*wrapped[: most - 1], f"{wrapped[most - 1]}…") if cut else tuple(wrapped)
    size = min(largest, _LARGEST * _LETTERS // max(map(len, shown), default=1))
    return _Block(shown, language, size, weight, cut)
