"""What the archive's catalogue says of an interview, for its JSON; a key is there only where something is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from goftogu.edition import particulars
from goftogu.edition.material import Credit, Material
from goftogu.model import Bilingual, Language, Paragraph, Section

Shown = Callable[[Paragraph], dict[str, Any]]
"""Makes the object of a paragraph."""


def document(material: Material, paragraph: Shown) -> Mapping[str, Any]:
    """Return the keys of the interview.

    Args:
        material: The interview.
        paragraph: Makes the object of a paragraph.
    """
    said = material.particulars
    found = {
        "summary": paragraph(said.summary) if said.summary else None,
        "keywords": keywords(material, said.keywords, paragraph),
        "place": _place(material),
        "spoken": list(said.languages),
        "duration": said.duration,
        "series": _series(material),
        "identifier": said.identifier,
        "doi": said.doi,
        "contributors": list(_contributors(material)),
    }
    return {name: value for name, value in found.items() if value}


def section(material: Material, found: Section, paragraph: Shown) -> Mapping[str, Any]:
    """Return the keys of a section.

    Args:
        material: The interview.
        found: The section.
        paragraph: Makes the object of a paragraph.
    """
    about = {
        "title": paragraph(found.title),
        "first": found.first,
        "synopsis": paragraph(found.synopsis) if found.synopsis else None,
        "keywords": keywords(material, found.keywords, paragraph),
    }
    return {name: value for name, value in about.items() if value}


def keywords(material: Material, unit: Paragraph | None, paragraph: Shown) -> dict[str, Any] | None:
    """Return a paragraph of keywords, with the words one by one in each language in which they are."""
    if unit is None:
        return None
    words = {str(tag): particulars.subjects(material, unit, tag) for tag in material.languages(unit)}
    return {**paragraph(unit), "words": words}


def _place(material: Material) -> Mapping[str, str | None] | None:
    found = material.vocabulary.places.get(material.particulars.place)
    return {"id": found.id, **_both(found.name)} if found else None


def _series(material: Material) -> Mapping[str, Any] | None:
    found, part = material.series, material.particulars.part
    return {"id": found.id, **_both(found.title), "part": part or None} if found else None


def _contributors(material: Material) -> Iterator[Mapping[str, Any]]:
    for role, credit in particulars.credited(material):
        yield {"role": role, "person": credit.known.id if credit.known else None, "name": _name(credit)}


def _name(credit: Credit) -> dict[str, str | None]:
    return {str(language): credit.name(language) or None for language in Language}


def _both(text: Bilingual) -> dict[str, str | None]:
    return {str(language): text[language] or None for language in Language}
