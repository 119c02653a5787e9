"""An interview as a book: EPUB 3 with a part in each language of the archive, its pages turned from right to left.

The archive (ZIP) is the same for the same interview: its files have a fixed order and a fixed date.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Final
from xml.etree import ElementTree as ET

from goftogu.edition import shapes
from goftogu.edition.material import Material
from goftogu.edition.messages import NAMES
from goftogu.exports import epub_cover, epub_package, epub_pictures, styling, xml
from goftogu.exports.xhtml import XhtmlPieces, tongue
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Language, Role, Turn
from goftogu.persian import digits

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644 << 16
_TEXTS: Final = (".xml", ".opf", ".xhtml", ".css", ".svg")
_XHTML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>'
_STYLE: Final = f"""\
body {{ margin: 5%; line-height: 1.6; font-family: {styling.LATIN}; }}
body:lang(fa), :lang(fa) {{ line-height: 1.9; font-family: {styling.PERSIAN}; }}
"""
_RULES: Final = """\
h1 { font-size: 1.4em; } h2 { font-size: 1.2em; }
.cover { margin: 0; text-align: center; }
.cover svg { width: 100%; height: 95vh; }
nav ol { list-style: none; }
h3 { font-size: .9em; margin: 1.5em 0 0 0; page-break-after: avoid; break-after: avoid; }
p { margin: .4em 0 0 0; }
ul { margin: .5em 0; padding: 0; list-style: none; }
em:lang(fa) { font-style: normal; font-weight: bold; }
.question { padding-inline-start: 1em; border-inline-start: 2px solid; }
.state { font-size: .85em; }
a { text-decoration: none; }
h3 a { color: inherit; font-weight: 400; }
"""
_PICTURES: Final = """\
figure { margin: 1em 0; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; height: auto; }
figcaption p { font-size: .9em; }
"""


def epub(material: Material) -> bytes:
    """Write the interview as EPUB 3."""
    files = {
        "META-INF/container.xml": epub_package.CONTAINER,
        "book/package.opf": epub_package.package(material),
        "book/nav.xhtml": epub_package.navigation(material),
        "book/style.css": "".join([styling.font_face(styling.FACE), _STYLE, _RULES, _own_style(material)]).encode(),
        f"book/{styling.FACE}": styling.face(),
        f"book/{epub_cover.PICTURE}": epub_cover.picture(material),
        f"book/{epub_cover.PAGE}": epub_cover.page(material),
        **{f"book/{language}.xhtml": _part(material, language) for language in material.config.editions},
        **{f"book/{name}": data for name, data in epub_pictures.files(material)},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        _put(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        for name, data in files.items():
            _put(book, name, data, zipfile.ZIP_DEFLATED if name.endswith(_TEXTS) else zipfile.ZIP_STORED)
    return stream.getvalue()


def _own_style(material: Material) -> str:
    return styling.STATE_MARKS + (_PICTURES if material.pictures.published else "") + shapes.style(material.interview)


def _put(book: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type, entry.create_system, entry.external_attr = method, _UNIX, _MODE
    book.writestr(entry, data, compresslevel=9)


def _part(material: Material, language: Language) -> bytes:
    pieces = XhtmlPieces(material, language, partial(epub_pictures.name, material), _refer)
    head = lines(
        "head",
        {},
        node("title", {}, material.plain(material.interview.title, language)),
        node("link", {"rel": "stylesheet", "href": "style.css"}),
    )
    interview = material.interview
    front = (part for unit in interview.front() for part in pieces.said(unit))
    title = (*pieces.portrait(), pieces.title(), *pieces.imprint(), *pieces.pictures(interview.title))
    opening = [*title, *front, pieces.conversation()]
    body = lines(
        "body", {}, *opening, *_turns(material, pieces, language), *_notes(material, pieces), *pieces.colophon()
    )
    tag = material.page_tag(language)
    notes = {"xmlns:epub": "http://www.idpf.org/2007/ops"} if interview.footnotes else {}
    names = {"xmlns": "http://www.w3.org/1999/xhtml", **notes, "xml:lang": tag, **tongue(language), "lang": tag}
    return xml.dump(lines("html", names, head, body), _XHTML)


def _refer(element: ET.Element) -> None:
    """Tell readers of books that a link leads to a note."""
    if element.get("role") == xml.NOTEREF:
        element.set("epub:type", "noteref")


def _notes(material: Material, pieces: XhtmlPieces) -> Iterator[Element]:
    notes = material.interview.footnotes
    if notes:
        yield pieces.notes()
    for note in notes:
        names = {"id": note.text.id, "epub:type": "footnote", "role": "doc-footnote"}
        yield pieces.note("aside", names, note)


def _turns(material: Material, pieces: XhtmlPieces, language: Language) -> Iterator[Element]:
    sections = {section.first: section for section in material.interview.sections}
    for number, turn in enumerate(material.interview.turns, 1):
        if turn.id in sections:
            section = sections[turn.id]
            yield from (pieces.section(section.title), *pieces.pictures(section.title), *pieces.about(section))
        yield _turn(material, pieces, turn, _across(material, turn, number, language))


def _turn(material: Material, pieces: XhtmlPieces, turn: Turn, across: Element) -> Element:
    asked = material.interview.speakers[turn.speaker].role == Role.INTERVIEWER
    heading = node(
        "h3",
        {},
        pieces.speaker(turn),
        " ",
        across,
        *pieces.moment(turn),
        *styling.state_mark(material, turn, pieces.language, mixed=pieces.mixed),
    )
    said = (part for unit in turn.paragraphs for part in pieces.said(unit))
    return lines("section", {"id": turn.id, "class": "question" if asked else ""}, heading, *said)


def _across(material: Material, turn: Turn, number: int, language: Language) -> Element:
    """Return the number of a turn, which leads to the same turn in the other language where the archive has one."""
    shown = digits.number(number, language)
    if not material.config.translated:
        return node("a", {"href": f"#{turn.id}"}, shown)
    other = language.other
    return node("a", {"href": f"{other}.xhtml#{turn.id}", "title": NAMES[other]}, shown)
