"""Interviews as Dublin Core, in the XML of the Open Archives Initiative (``oai_dc``): one by one, and all together.

A record says the same as the head of the interview's pages, in both languages. Sources: Dublin Core Metadata Element
Set 1.1, and the section on ``oai_dc`` in OAI-PMH 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goftogu.edition import metadata
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports.xml import Element, clean, dump, lines, node
from goftogu.model import Language
from goftogu.persian.dates.calendar import iso

NAMESPACE: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
SCHEMA: Final = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_ROOT: Final = {
    "xmlns:oai_dc": NAMESPACE,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}",
}
_WRITTEN: Final = frozenset("title creator contributor subject description publisher rights coverage relation".split())
"""The elements whose contents are in a language."""

_Statement = tuple[str, str, str]
"""A name of an element, its content, and the language of the content or nothing."""


def dublin_core(material: Material) -> bytes:
    """Write the record of an interview."""
    return dump(record(material), _DECLARATION)


def frame(_: Site) -> tuple[bytes, bytes]:
    """Return what is before the first record of the archive and after the last one."""
    return f"{_DECLARATION}\n<records>\n".encode(), b"</records>\n"


def piece(material: Material) -> bytes:
    """Return the record of an interview as an element of the whole."""
    return f"{clean(record(material))}\n".encode()


def record(material: Material) -> Element:
    """Return the record of an interview."""
    found = (node(f"dc:{name}", {"xml:lang": language}, text) for name, text, language in statements(material))
    return lines("oai_dc:dc", _ROOT, *found)


def statements(material: Material) -> Iterator[_Statement]:
    """Yield what is said of an interview: in each language of its text, and what is the same in both of them once."""
    addresses = {material.address(language) for language in Language} if material.config.url else set()
    said = {language: _said(material, language, addresses) for language in material.tongues}
    for language, found in said.items():
        others = [other for tongue, other in said.items() if tongue != language]
        for name, text in found:
            shared = any((name, text) in other for other in others)
            if not shared:
                yield name, text, material.tag_of(language) if name in _WRITTEN else ""
            elif language == material.tongues[0]:
                yield name, text, ""
    yield from (("date", text, "") for text in _range(material))
    yield from (("identifier", text, "") for text in _path(material))


def _said(material: Material, language: Language, addresses: set[str]) -> dict[tuple[str, str], None]:
    """Return the elements of the head of a page, in order; what refers to the other language is one record here."""
    found = [(name.split("."), text) for name, text in metadata.references(material, language)]
    core = [(parts[1].lower(), text) for parts, text in found if parts[0] == "DC"]
    return dict.fromkeys((name, text) for name, text in core if not (name == "relation" and text in addresses))


def _range(material: Material) -> Iterator[str]:
    """Yield when it was held, where that is not within one Gregorian year, as an interval of ISO 8601 and in words."""
    date = material.interview.date
    if date is not None and not iso(date):
        yield f"{date.first.isoformat()}/{date.last.isoformat()}"
        yield material.date(material.config.editions[-1])


def _path(material: Material) -> Iterator[str]:
    if not material.config.url:
        yield material.interview.id
