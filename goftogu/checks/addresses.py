"""Finds the ids and the links of files.

Tags are found with regular expressions that know quoted attributes, comments and scripts. They are right for what the
templates and :mod:`goftogu.markup` make, where ``<`` occurs in no text. A parser that repairs faulty HTML would take
longer than rendering does.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from goftogu.persian.remembering import Remembered

_SILENT: Final = re.compile(rb"<(?:!--.*?-->|s((?:cript|tyle)\b[^>]*>).*?(?=</s(?:cript|tyle)))", re.DOTALL)
_TAG_IN_SCRIPT: Final = re.compile(rb"<script[^>]*>[^<]*+<(?!/script)")
_EMBEDDED: Final = re.compile(rb' src="data:image/(?:jpeg|png|webp);base64,[A-Za-z0-9+/=]*"')
"""A picture that is part of the page itself."""
_TAG: Final = re.compile(rb"""<[a-zA-Z][^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
_ATTRIBUTE: Final = re.compile(
    rb"""\s(?:(id|href|src|srcset|action|formaction|poster)|[^\s=>"']+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)"""
)
_NOT_LINKS: Final = frozenset({b"id", b"srcset"})
_LOCATION: Final = re.compile(rb"<loc>([^<]*)</loc>")
_CSS_URL: Final = re.compile(rb"""url\(\s*["']?([^"')]*)""")
_LINKED_XML: Final = (b"http://www.w3.org/2005/Atom", b"http://www.sitemaps.org/schemas/sitemap/")


def in_page(data: bytes) -> tuple[list[bytes], list[bytes]]:
    """Return the ids and the links of a page, as they are meant, without quotes and entities."""
    if b"<!--" in data or b"<style" in data or _TAG_IN_SCRIPT.search(data):
        data = _SILENT.sub(lambda found: b"<s" + found[1] if found[1] else b"", data)
    if b";base64," in data:
        data = _EMBEDDED.sub(b"", data)
    found = list(chain.from_iterable(map(_ATTRIBUTES.__getitem__, _TAG.findall(data))))
    ids = [value for name, value in found if name == b"id"]
    links = [value for name, value in found if name not in _NOT_LINKS]
    for name, value in found:
        if name == b"srcset":
            links.extend(part.split()[0] for part in value.split(b",") if part.strip())
    return ids, links


def in_file(path: str, data: bytes) -> Iterator[bytes]:
    """Yield the links of a file that is not a page: a style sheet, a feed or the sitemap.

    Args:
        path: Its path; the ending says what it is.
        data: Its content.
    """
    if path.endswith(".css"):
        yield from (link for link in _CSS_URL.findall(data) if not link.startswith(b"data:"))
    elif path.endswith(".xml") and any(name in data[:1000] for name in _LINKED_XML):
        yield from map(_meant, _LOCATION.findall(data))
        yield from in_page(data)[1]


def _attributes(tag: bytes) -> list[tuple[bytes, bytes]]:
    """Return the names and values of the attributes of a tag that are ids or links."""
    return [(name, _meant(_bare(quoted))) for name, quoted in _ATTRIBUTE.findall(tag) if name]


def _bare(quoted: bytes) -> bytes:
    return quoted[1:-1] if quoted[:1] in b"\"'" else quoted


_ATTRIBUTES: Final = Remembered(_attributes, 4_000)
"""By tag: most tags of a page occur more than once, there or on other pages."""


def _meant(value: bytes) -> bytes:
    return html.unescape(value.decode(errors="replace")).encode() if b"&" in value else value
