"""Pages as a browser's parser reads them, and the texts that any published file holds."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

import html5lib
from defusedxml import ElementTree

LINKS: Final = ("href", "src", "action", "formaction", "poster")


class Parsed(NamedTuple):
    """A page: its ids, its links, what a browser has to put up with, and all its texts."""

    ids: list[str]
    links: list[str]
    faults: list[str]
    texts: list[str]


def page(text: str) -> Parsed:
    """Return what a browser's parser finds in a page; ``srcset`` comes last among the links."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    ids, links, sets, texts = list[str](), list[str](), list[str](), list[str]()
    for element in parser.parse(text).iter():
        texts += [found for found in (element.text, element.tail, *element.attrib.values()) if found]
        for name, value in element.attrib.items():
            if name == "id":
                ids.append(value)
            elif name in LINKS:
                links.append(value)
            elif name == "srcset":
                sets += [part.split()[0] for part in value.split(",") if part.strip()]
    return Parsed(ids, links + sets, [f"{place}: {code}" for place, code, _ in parser.errors], texts)


def texts(path: str, data: bytes) -> Iterator[str]:
    """Yield the texts of a file, as a program that reads its form would get them.

    Args:
        path: Its path; the ending says its form.
        data: Its content.
    """
    read = FORMS.get(path.rpartition(".")[2])
    return read(data) if read else iter(())


def _page(data: bytes) -> Iterator[str]:
    found = page(data.decode())
    assert found.faults == []
    yield from found.texts


def _xml(data: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(data).iter():
        yield from filter(None, (element.text, element.tail, *element.attrib.values()))


def _rows(data: bytes, delimiter: str = ",") -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter):
        yield from row


def _lines(data: bytes) -> Iterator[str]:
    for line in data.decode().splitlines():
        yield from _strings(json.loads(line))


def _book(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            yield from texts(name, book.read(name))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value.keys()
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


FORMS: Final[Mapping[str, Callable[[bytes], Iterator[str]]]] = {
    "html": _page,
    **dict.fromkeys(("xml", "tmx", "xlf", "svg", "opf", "ncx", "xhtml"), _xml),
    **dict.fromkeys(("json", "webmanifest"), lambda data: _strings(json.loads(data))),
    "jsonl": _lines,
    "csv": _rows,
    "tsv": partial(_rows, delimiter="\t"),
    "epub": _book,
    **dict.fromkeys(("md", "txt", "ris", "bib", "po", "vtt", "css", "js"), lambda data: iter([data.decode()])),
}
"""By the ending of a file: what reads its texts."""
