"""What the archive's catalogue says of an interview, in the words of Dublin Core, Highwire and schema.org."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from goftogu import urls
from goftogu.content.vocabulary import PersonKind
from goftogu.edition import particulars
from goftogu.edition.material import Credit, Material
from goftogu.model import Language

KINDS: Final = {PersonKind.PERSON: "Person", PersonKind.ORGANISATION: "Organization"}
"""What people and bodies are in schema.org."""

_OWN: Final = frozenset({"editor", "translator", "producer", "sponsor"})
"""Roles that are properties of schema.org; all others are contributors."""


def references(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each element; what is not known is empty."""
    said = material.particulars
    words = particulars.subjects(material, said.keywords, language)
    yield "citation_doi", said.doi
    yield from (("citation_keywords", word) for word in words)
    yield from (("DC.subject", word) for word in words)
    yield "DC.description.abstract", material.plain(said.summary, language) if said.summary else ""
    yield from (("DC.contributor", credit.name(language)) for _, credit in particulars.credited(material))
    yield "DC.relation.isPartOf", particulars.series(material, language)
    yield "DC.identifier", said.identifier
    yield "DC.identifier", particulars.doi_address(said.doi)
    yield "DC.format.extent", particulars.iso_duration(said.duration)


def article(material: Material, language: Language) -> dict[str, Any]:
    """Describe the same in the words of schema.org; what is not known is empty."""
    said = material.particulars
    return {
        "abstract": material.plain(said.summary, language) if said.summary else "",
        "keywords": particulars.subjects(material, said.keywords, language),
        "locationCreated": _place(material, language),
        "recordedAt": _recorded(material),
        "position": said.part,
        "identifier": [*filter(None, (said.identifier, particulars.doi_address(said.doi)))],
        **{role: _people(material, role, language) for role in sorted(_OWN)},
    }


def series(material: Material, language: Language) -> Mapping[str, Any]:
    """Describe the series of an interview; nothing when it has none."""
    found = material.series
    if found is None:
        return {}
    address = urls.absolute(material.config.url, urls.series(language, found.id))
    return {"@type": "CreativeWorkSeries", "name": found.title[language], "url": address}


def roles(material: Material, language: Language) -> Iterator[Mapping[str, Any]]:
    """Yield the contributors for whom schema.org has no property of their own."""
    for role, credit in particulars.credited(material):
        if role not in _OWN:
            yield {"@type": "Role", "roleName": role, "contributor": somebody(credit, language)}


def somebody(credit: Credit, language: Language) -> Mapping[str, Any]:
    """Describe a person or a body."""
    return {"@type": KINDS[credit.known.kind] if credit.known else "Person", "name": credit.name(language)}


def _people(material: Material, wanted: str, language: Language) -> list[Mapping[str, Any]]:
    return [somebody(credit, language) for role, credit in particulars.credited(material) if role == wanted]


def _place(material: Material, language: Language) -> Mapping[str, Any]:
    found = material.vocabulary.places.get(material.particulars.place)
    if found is None:
        return {}
    latitude, _, longitude = found.coordinates.partition(",")
    where = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude.strip()} if longitude else None
    return {"@type": "Place", "name": found.name[language], **({"geo": where} if where else {})}


def _recorded(material: Material) -> Mapping[str, Any]:
    """Describe the talk itself: how long it took, and in which languages."""
    said = material.particulars
    known = {"duration": particulars.iso_duration(said.duration), "inLanguage": list(said.languages)}
    found = {name: value for name, value in known.items() if value}
    return {"@type": "Event", **found} if found else {}
