"""The table of ``docs/exports.md`` that says where each fact about an interview is: it is what the exports contain.

A fact is changed, and nothing else; the fields of a form that differ then are those that the table names.
"""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.details import SeriesPart
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition import metadata
from goftogu.edition.material import Material
from goftogu.exports import epub, references, tei
from goftogu.model import Bilingual, Language, Rights
from tests import described, materials, sites

TEXT: Final = (sites.ROOT / "docs/exports.md").read_text(encoding="utf-8")
TABLE: Final = TEXT.partition("## Facts about an interview")[2].partition("\n## ")[0]
FORMS: Final = ("head", "schema.org", "TEI", "RIS", "BibTeX", "CSL", "EPUB")

Fields = Mapping[str, list[str]]

_TEI: Final = ("abstract", "keywords", "settingDesc", "langUsage", "recordingStmt", "seriesStmt", "idno", "respStmt",
               "availability")  # fmt: skip
_NAMELESS: Final = {"ET", "version", "creditText"}


def rows() -> dict[str, list[set[str]]]:
    """Return the fields that the table names, by fact."""
    found = {}
    for line in TABLE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `"):
            found[cells[0].strip("`")] = [set(re.findall(r"`([^`]+)`", cell)) for cell in cells[1:]]
    return found


ROWS: Final = rows()


def gathered(pairs: Iterator[tuple[str, str]]) -> Fields:
    found: dict[str, list[str]] = {}
    for name, content in pairs:
        found.setdefault(name, []).append(content)
    return found


def _head(given: Material) -> Fields:
    return gathered(iter(metadata.references(given, Language.EN)))


def _linked(given: Material) -> Fields:
    return gathered((name, json.dumps(value)) for name, value in metadata.article(given, Language.EN, "").items())


def _tei(given: Material) -> Fields:
    header = ET.fromstring(tei.tei(given))[0]  # noqa: S314  our own
    return gathered(_elements(header, ""))


def _elements(element: ET.Element, within: str) -> Iterator[tuple[str, str]]:
    tag = element.tag.rpartition("}")[2]
    name = within or (tag if tag in _TEI else "")
    if element.get("type", "")[:7] != "version":
        yield name or tag, f"{element.attrib} {element.text}"
    for child in element:
        yield from _elements(child, name)


def _ris(given: Material) -> Fields:
    english = references.ris(given).decode().partition("ER  - \r\n")[2]
    return gathered((line[:2], line[6:]) for line in english.splitlines() if line[2:6] == "  - ")


def _bibtex(given: Material) -> Fields:
    english = references.bibtex(given).decode().partition("\n}\n")[2]
    return gathered((match[1], match[2]) for match in re.finditer(r"^  (\w+) = (.*),$", english, re.MULTILINE))


def _csl(given: Material) -> Fields:
    english = json.loads(references.csl(given))[1]
    return gathered((name, json.dumps(value)) for name, value in english.items())


def _epub(given: Material) -> Fields:
    with zipfile.ZipFile(io.BytesIO(epub.epub(given))) as book:
        package = ET.fromstring(book.read("book/package.opf"))  # noqa: S314  our own
    return gathered(_metadata(package[0]))


def _metadata(found: ET.Element) -> Iterator[tuple[str, str]]:
    for element in found:
        tag = element.tag.rpartition("}")[2]
        if element.get("scheme") != "marc:relators":
            yield element.get("property") or f"dc:{tag}", f"{element.attrib.get('refines')} {element.text}"


READERS: Final[Mapping[str, Callable[[Material], Fields]]] = dict(
    zip(FORMS, (_head, _linked, _tei, _ris, _bibtex, _csl, _epub), strict=True)
)


def changed(key: str, value: Any) -> Material:
    return described.material(dataclasses.replace(described.PARTICULARS, **{key: value}))


def contributor(role: str) -> Material:
    said = {**described.PARTICULARS.contributors, role: ("Somebody Else",)}
    return changed("contributors", said)


def owned(**rights: Any) -> Material:
    usual = {"holder": "sara", "licence": "https://example.org/l", "statement": Bilingual("آزاد", "Free")}
    return described.material(rights=Rights(**{**usual, **rights}))


def translated(key: str, english: str) -> Material:
    made = described.material()
    entry = dataclasses.replace(made.translations[key], text=english)
    return dataclasses.replace(made, translations={**made.translations, key: entry})


def known(**changes: Any) -> Material:
    vocabulary: Vocabulary = dataclasses.replace(described.vocabulary(), **changes)
    return dataclasses.replace(described.material(), vocabulary=vocabulary)


OTHER: Final = Bilingual("دیگر", "Other")
BASE: Final = described.material()
FACTS: Final[Mapping[str, tuple[Material, Material]]] = {
    "summary": (BASE, translated("summary", "Something else")),
    "keywords": (BASE, translated("keywords", "lake, ice")),
    "place": (BASE, known(places={"rasht": dataclasses.replace(described.PLACE, name=OTHER)})),
    "languages": (BASE, changed("languages", ("fa", "ckb"))),
    "duration": (BASE, changed("duration", 60)),
    "series": (BASE, known(series={"water": dataclasses.replace(described.SERIES, title=OTHER)})),
    "part": (BASE, changed("numbered", SeriesPart("water", 7, 1, 1))),
    "identifier": (BASE, changed("identifier", "B 7")),
    "doi": (BASE, changed("doi", "10.5072/other")),
    "contributors.editor": (BASE, contributor("editor")),
    "contributors.translator": (BASE, contributor("translator")),
    "contributors.producer": (
        contributor("producer"),
        changed("contributors", {**described.PARTICULARS.contributors, "producer": ("X Y",)}),
    ),
    "contributors.director": (
        contributor("director"),
        changed("contributors", {**described.PARTICULARS.contributors, "director": ("X Y",)}),
    ),
    "contributors.sponsor": (
        contributor("sponsor"),
        changed("contributors", {**described.PARTICULARS.contributors, "sponsor": ("X Y",)}),
    ),
    "contributors, other roles": (BASE, contributor("transcriber")),
    "rights.statement": (owned(), owned(statement=OTHER)),
    "rights.licence": (owned(), owned(licence="https://example.org/other")),
    "rights.holder": (owned(), owned(holder="ahmadi")),
}
"""Two interviews that differ in one fact."""


def test_the_table_has_every_fact_in_every_form() -> None:
    assert list(ROWS) == list(FACTS)
    assert all(len(cells) == len(FORMS) for cells in ROWS.values())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_where_the_table_says_and_nowhere_else(fact: str, form: str) -> None:
    one, other = map(READERS[form], FACTS[fact])
    differing = {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
    assert differing - _NAMELESS == ROWS[fact][FORMS.index(form)]


def test_without_facts_their_fields_are_not_there() -> None:
    bare = materials.material()
    for number, form in enumerate(FORMS):
        named = set().union(*(cells[number] for fact, cells in ROWS.items() if not fact.startswith("rights")))
        assert named & READERS[form](bare).keys() == SHARED[form], form


SHARED: Final[Mapping[str, set[str]]] = {
    "head": {"DC.subject", "DC.description", "DC.contributor", "DC.identifier"},
    "schema.org": {"contributor", "isPartOf"},
    "TEI": {"idno", "respStmt", "langUsage"},
    "RIS": {"KW", "AB"},
    "BibTeX": {"keywords", "abstract"},
    "CSL": {"keyword", "abstract"},
    "EPUB": {"dc:identifier", "dc:description", "dc:subject", "dc:contributor"},
}
"""Fields that hold something else, too: topics, speakers, addresses."""
