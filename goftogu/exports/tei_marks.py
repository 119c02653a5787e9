"""Marks within a text as TEI: references to notes, stage notes, and what is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from goftogu.conventions import marks
from goftogu.model import Footnote, Language

BLOCKS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "ul": ("list", {"rend": "bulleted"}),
    "ol": ("list", {"rend": "numbered"}),
    "li": ("item", {}),
    "blockquote": ("q", {}),
    "p": ("p", {}),
    "span": ("l", {}),
}
"""The elements of lists, quotations and hemistichs in TEI."""
_VERSES: Final = {"poem": ("lg", "poem"), "verse": ("lg", "verse")}


def target(note: Footnote, language: str, text: str, original: str = Language.FA) -> str:
    """Return the id of the reference to a note, or of its paragraph when a text has lost the reference.

    Args:
        note: The note.
        language: Language of the text.
        text: That of its paragraph.
        original: Language of the transcript.
    """
    if language == original:
        return f"noteref-{note.label}"
    return f"noteref-{note.label}{marks.ENGLISH}" if marks.refers(text, note.label) else f"{note.place}.{language}"


def block(element: ET.Element) -> None:
    """Turn an element of a list, a quotation or a poem into one of TEI."""
    tag, attributes = BLOCKS[element.tag]
    element.tag, element.attrib = tag, dict(attributes)


def rename(element: ET.Element, ending: str) -> None:
    """Turn a ``sup`` or an element with a class into an element of TEI; the ids of notes have an ending."""
    if element.tag == "sup":
        _refer(element, ending)
    elif element.get("class") in _VERSES:
        element.tag, kind = _VERSES[element.attrib.pop("class")]
        element.attrib = {"type": kind}
    elif (kind := element.get("class", "").removeprefix("stage ")) == "gap":
        _describe(element, "gap", {"reason": "withheld"})
    elif kind == "unclear":
        _describe(element, "gap", {"reason": "inaudible"})
    elif kind == "pause":
        words = _words(element)
        element.tag, element.attrib = "pause", {"n": words}
    else:
        _describe(element, kind, {})


def _refer(element: ET.Element, ending: str) -> None:
    link = element[0]
    label, identifier, number, tail = link.get("href", ""), link.get("id", ""), link.text, element.tail
    element.clear()
    element.tag, element.text, element.tail = "ref", number, tail
    element.attrib = {"xml:id": identifier, "type": "noteref", "target": f"{label}{ending}"}


def _describe(element: ET.Element, tag: str, attributes: dict[str, str]) -> None:
    words = _words(element)
    element.tag, element.attrib = tag, attributes
    ET.SubElement(element, "desc").text = words


def _words(element: ET.Element) -> str:
    """Return the words of a mark without their brackets, and leave it empty; the text after it stays."""
    words, tail = "".join(element.itertext()), element.tail
    element.clear()
    element.tail = tail
    return words.strip("[]")
