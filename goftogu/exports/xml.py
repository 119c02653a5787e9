"""Writes XML and XHTML for the exports, well formed whatever the texts hold.

An element is written when it is made, with all that is in it; only text is escaped. Attributes keep their order
and nothing is indented within a text, so that equal elements give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import quote
from xml.etree import ElementTree as ET

from markupsafe import Markup


class Element(str):
    """A written element. Nothing in it is escaped again."""

    __slots__ = ()


Child = Element | str
Attributes = dict[str, str]

NOTEREF: Final = "doc-noteref"
"""The role of a link to a note, the only one that leads to a place in the same document."""
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold."""
_BREAK: Final = re.compile("<br>")
_ABSOLUTE: Final = re.compile("(?:https?|mailto):", re.IGNORECASE)
_IN_ADDRESSES: Final = "%/:=&?~#+!$,;'@()*"
_EMPTY: Final = re.compile(r'<(\w++)((?: [^ <>"=]++="[^"]*+")*+) />')
_IN_VALUES: Final = re.compile('[&<>"\r\n\t]')
"""What is escaped in the value of an attribute."""
_VOID: Final = frozenset({"br", "img", "input", "link", "meta"})
"""The elements that HTML does not close."""


def node(tag: str, attributes: Attributes | None = None, *children: Child) -> Element:
    """Make an element; attributes without a value are left out."""
    inside = "".join([child if isinstance(child, Element) else _escaped(child) for child in children])
    return _element(tag, attributes, inside)


def lines(tag: str, attributes: Attributes | None = None, *children: Element) -> Element:
    """Make an element that holds no text of its own, each child on its own line."""
    return _element(tag, attributes, "\n".join(["", *children, ""]))


def outside(target: str) -> str:
    """Return the target of a link as an address that any reader understands; empty when it is not absolute."""
    return quote(target, safe=_IN_ADDRESSES) if _ABSOLUTE.match(target) else ""


def inline(
    made: Markup, rename: Callable[[ET.Element], None] = lambda _: None, lead: Callable[[str], str] = outside
) -> Element:
    """Write safe HTML as XML; a link that leads nowhere becomes text.

    Args:
        made: Inline HTML from :mod:`goftogu.markup`.
        rename: Gives an element of the HTML another name, and other attributes.
        lead: Returns where a link leads from this document, or nothing; links to notes of the document are not asked.
    """
    if "<" not in made:
        return Element(_escaped(made.unescape()) if "&" in made else made)
    text = clean(_BREAK.sub("<br/>", made))
    parsed = ET.fromstring(f"<_>{text}</_>")  # noqa: S314  # our own HTML: no declarations, no entities
    for inner in list(parsed.iter())[1:]:
        if inner.tag == "a" and inner.get("role") != NOTEREF:
            target = lead(inner.attrib.pop("href", ""))
            inner.attrib.clear()
            inner.attrib.update({"href": target} if target else {})
        rename(inner)
    return Element(_inside(parsed))


def raw(text: str) -> Element:
    """Return text that goes into HTML unescaped, such as a style sheet."""
    return Element(text)


def clean(text: str) -> str:
    """Return a text with ``U+FFFD`` in the place of every character that no XML document may hold."""
    return _NOT_XML.sub("\ufffd", text)


def dump(root: Element, declaration: str) -> bytes:
    """Return a document in UTF-8.

    Args:
        root: The document.
        declaration: What precedes it.
    """
    return f"{declaration}\n{clean(root)}\n".encode()


def page(root: Element) -> bytes:
    """Return a page of HTML in UTF-8."""
    return dump(Element(_EMPTY.sub(_as_html, root)), "<!doctype html>")


def _element(tag: str, attributes: Attributes | None, inside: str) -> Element:
    named = "".join([f' {name}="{_value(value)}"' for name, value in attributes.items() if value]) if attributes else ""
    return Element(f"<{tag}{named}>{inside}</{tag}>" if inside else f"<{tag}{named} />")


def _inside(element: ET.Element) -> str:
    """Write the content of a parsed element."""
    parts = [_escaped(element.text or "")]
    for child in element:
        parts += [_element(child.tag, child.attrib, _inside(child)), _escaped(child.tail or "")]
    return "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(text: str) -> str:
    if _IN_VALUES.search(text) is None:
        return text
    text = _escaped(text).replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _as_html(empty: re.Match[str]) -> str:
    tag, attributes = empty.groups()
    return f"<{tag}{attributes}>" if tag in _VOID else f"<{tag}{attributes}></{tag}>"
