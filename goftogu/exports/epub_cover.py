"""The cover of a book: the sign of the site, the title, who speaks, the day and the archive, as SVG.

It is drawn in the colours of the pages. Shelves of reading systems show the picture; in the book it is a page, in our
face. Nothing but text is drawn, so a cover costs no time and is sharp in every size.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, NamedTuple

from goftogu.edition.material import Material
from goftogu.edition.messages import DIRECTIONS
from goftogu.exports import xml
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Language, Role

PICTURE: Final = "cover.svg"
PAGE: Final = "cover.xhtml"

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_WIDTH, _HEIGHT = 600, 900
_EDGE: Final = 60
_TOP: Final = 300
_TEAL, _PAPER, _MADDER = "#0b5c6b", "#fbfaf7", "#f0a578"
_SIGN: Final = "M14 8 7 16l7 8M24 8l-7 8 7 8"
_LETTERS: Final = 17
"""How many letters of the largest size a line has."""
_LARGEST: Final = 50
_LINES: Final = 6
_SMALL: Final = 26


class _Words(NamedTuple):
    """Words of the cover: their language, how large and how heavy they are, and their baseline."""

    text: str
    language: Language
    size: int
    weight: str
    y: int


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
    start = _WIDTH - _EDGE if DIRECTIONS[language] == "rtl" else _EDGE
    sign = {"d": _SIGN, "fill": "none", "stroke": _MADDER, "stroke-width": "3"}
    across = start - 72 if start > _WIDTH / 2 else start - 21
    return lines(
        "svg",
        {**size, "xml:lang": language},
        node("title", {}, material.plain(material.interview.title, language)),
        node("rect", {"width": "100%", "height": "100%", "fill": _TEAL}),
        node("g", {"transform": f"translate({across} 90) scale(3)"}, node("path", sign)),
        *(_text(words, start) for words in _words(material, language)),
    )


def _text(words: _Words, start: int) -> Element:
    """Write a line from the side on which the cover begins."""
    direction = DIRECTIONS[words.language]
    anchor = "end" if (start > _WIDTH / 2) != (direction == "rtl") else "start"
    place = {"x": str(start), "y": str(words.y), "direction": direction, "text-anchor": anchor}
    font = {"font-size": str(words.size), "font-weight": words.weight, "fill": _PAPER, "xml:lang": words.language}
    family = "Vazirmatn, sans-serif" if words.language == Language.FA else "Charter, Georgia, serif"
    return node("text", {**place, **font, "font-family": family}, words.text)


def _words(material: Material, language: Language) -> Iterator[_Words]:
    title = material.interview.title
    tongues = material.languages(title)
    tongue = language if language in tongues else Language(tongues[0])
    wrapped = textwrap.wrap(material.plain(title, tongue), _LETTERS, break_long_words=False)
    if len(wrapped) > _LINES:
        wrapped = [*wrapped[: _LINES - 1], f"{wrapped[_LINES - 1]}…"]
    size = min(_LARGEST, _LARGEST * _LETTERS // max(map(len, wrapped), default=1))
    step = size * 3 // 2
    for number, line in enumerate(wrapped):
        yield _Words(line, tongue, size, "700", _TOP + number * step)
    below = _TOP + len(wrapped) * step + _SMALL
    speakers = [credit.name(language) for credit in material.credits(Role.INTERVIEWEE)]
    day = material.date(language) if material.interview.date else ""
    for number, line in enumerate(filter(None, (*speakers[:3], day))):
        yield _Words(line, language, _SMALL, "400", below + number * _SMALL * 2)
    yield _Words(material.config.title[language], language, _SMALL, "400", _HEIGHT - _EDGE)
