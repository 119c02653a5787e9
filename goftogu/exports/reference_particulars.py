"""What reference managers are told of an interview from the archive's catalogue: RIS, BibTeX and CSL fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from goftogu.edition import descriptions, particulars, wording
from goftogu.edition.material import CitedName, Material
from goftogu.model import Language

_CSL_ROLES: Final = ("editor", "translator", "director", "producer")
"""Roles that are variables of CSL; all others are contributors."""


def names(material: Material, language: Language, *roles: str) -> list[CitedName]:
    """Return the names of those who had one of some roles."""
    return [credit.parts(language) for role, credit in particulars.credited(material) if role in roles]


def keywords(material: Material, language: Language) -> list[str]:
    """Return the keywords of the interview."""
    return particulars.subjects(material, material.particulars.keywords, language)


def rights(material: Material, language: Language) -> str:
    """Return all that is known of the rights, on one line."""
    return wording.SEMICOLON[language].join(said.rstrip(".") for said in material.rights.sentences(language))


def ris(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    """Yield tags of RIS with their contents; editors are ``A3``, because interviewers are ``A2``."""
    said = material.particulars
    yield from (("A3", inverted(name)) for name in names(material, language, "editor"))
    yield from (("A4", inverted(name)) for name in names(material, language, "translator"))
    found = {
        "AB": descriptions.abstract(material, language),
        "T3": material.series.title[language] if material.series else "",
        "VL": str(said.part or ""),
        "CN": said.identifier,
        "DO": said.doi,
        "N1": rights(material, language),
    }
    yield from ((tag, text) for tag, text in found.items() if text)
    yield from (("KW", word) for word in keywords(material, language))


def bibtex(material: Material, language: Language) -> Mapping[str, str]:
    """Return fields of BibTeX and biblatex with plain contents; what is not known is empty."""
    said = material.particulars
    return {
        "abstract": descriptions.abstract(material, language),
        "series": material.series.title[language] if material.series else "",
        "number": str(said.part or ""),
        "library": said.identifier,
        "doi": said.doi,
        "copyright": rights(material, language),
    }


def csl(material: Material, language: Language) -> Mapping[str, Any]:
    """Return variables of CSL, without names; what is not known is empty."""
    said, owned = material.particulars, material.rights
    custom = {"rights": rights(material, language), "license": owned.licence}
    return {
        "abstract": descriptions.abstract(material, language),
        "collection-title": material.series.title[language] if material.series else "",
        "collection-number": str(said.part or ""),
        "event-place": particulars.place(material, language),
        "dimensions": particulars.duration(said.duration, language),
        "call-number": said.identifier,
        "DOI": said.doi,
        "custom": {name: text for name, text in custom.items() if text},
    }


def csl_names(material: Material, language: Language) -> Mapping[str, list[CitedName]]:
    """Return the names of contributors by variable of CSL."""
    found = {role: names(material, language, role) for role in _CSL_ROLES}
    others = [role for role in material.particulars.contributors if role not in _CSL_ROLES]
    return {**found, "contributor": names(material, language, *others)}


def inverted(name: CitedName) -> str:
    """Return a name with the family name first, as RIS has it."""
    return ", ".join(filter(None, (name.family, name.given)))
