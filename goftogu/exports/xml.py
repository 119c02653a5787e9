"""XML and XHTML for the exports, as trees: what is written is always well formed.

Attributes keep their order and nothing is indented within a text, so that equal trees give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from markupsafe import Markup

Element = ET.Element
Child = Element | str
Attributes = dict[str, str]

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold."""
_BREAK: Final = re.compile("<br>")
_ABSOLUTE: Final = re.compile("(?:https?|mailto):", re.IGNORECASE)
_IN_ADDRESSES: Final = "%/:=&?~#+!$,;'@()*"


def node(tag: str, attributes: Attributes | None = None, *children: Child) -> Element:
    """Make an element; attributes without a value are left out."""
    made = ET.Element(tag, {name: value for name, value in (attributes or {}).items() if value})
    _fill(made, children)
    return made


def lines(tag: str, attributes: Attributes | None = None, *children: Element) -> Element:
    """Make an element that holds no text of its own, each child on its own line."""
    made = node(tag, attributes, "\n", *children)
    for child in made:
        child.tail = "\n"
    return made


def rich(tag: str, attributes: Attributes | None, made: Markup) -> Element:
    """Make an element of safe HTML; a link that does not say where it leads outside this document becomes text.

    Args:
        tag: Name of the element.
        attributes: Its attributes.
        made: Inline HTML from :mod:`goftogu.markup`.
    """
    if "<" not in made:
        return node(tag, attributes, made.unescape())
    text = _NOT_XML.sub("\ufffd", _BREAK.sub("<br/>", made))
    parsed = ET.fromstring(f"<{tag}>{text}</{tag}>")  # noqa: S314  # our own HTML: no declarations, no entities
    for link in parsed.iter("a"):
        target = link.attrib.pop("href", "")
        link.attrib.clear()
        if _ABSOLUTE.match(target):
            link.set("href", quote(target, safe=_IN_ADDRESSES))
    found = node(tag, attributes)
    found.text = parsed.text
    found.extend(parsed)
    return found


def dump(root: Element, declaration: str) -> bytes:
    """Write a tree in UTF-8.

    Args:
        root: The document.
        declaration: What stands above it.
    """
    written = ET.tostring(root, encoding="unicode")
    return f"{declaration}\n{_NOT_XML.sub(chr(0xFFFD), written)}\n".encode()


def page(root: Element) -> bytes:
    """Write a tree as an HTML page in UTF-8; its style sheet is the only text that is not escaped."""
    written = ET.tostring(root, encoding="unicode", method="html")
    return f"<!doctype html>\n{_NOT_XML.sub(chr(0xFFFD), written)}\n".encode()


def _fill(parent: Element, children: Iterable[Child]) -> None:
    last: Element | None = None
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
            last = child
        elif last is None:
            parent.text = (parent.text or "") + child
        else:
            last.tail = (last.tail or "") + child
