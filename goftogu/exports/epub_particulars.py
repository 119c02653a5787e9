"""What the archive's catalogue says of an interview, as metadata of an EPUB package."""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.content.contributors import RELATORS
from goftogu.edition import particulars
from goftogu.edition.material import Material
from goftogu.exports.xhtml import tongue
from goftogu.exports.xml import Element, node
from goftogu.model import Language, Paragraph


def metadata(material: Material) -> Iterator[Element]:
    """Yield the elements; nothing when nothing is known."""
    said = material.particulars
    yield from (node("dc:identifier", {}, text) for text in (said.identifier, said.doi and f"doi:{said.doi}") if text)
    yield from _summary(material, said.summary) if said.summary else ()
    yield from _keywords(material)
    yield from _contributors(material)
    yield from _series(material)
    if duration := particulars.iso_duration(said.duration):
        yield node("meta", {"property": "dcterms:extent"}, duration)
    rights = material.rights
    more = {rights.held(Language.FA), rights.licence, *rights.translated(Language.FA)} - {"", rights.brief(Language.FA)}
    yield from (node("dc:rights", {}, text) for text in sorted(more))


def _summary(material: Material, unit: Paragraph) -> Iterator[Element]:
    for language in material.languages(unit):
        yield node("dc:description", _in(language), material.plain(unit, language))


def _keywords(material: Material) -> Iterator[Element]:
    unit = material.particulars.keywords
    for language in material.languages(unit) if unit else ():
        words = particulars.subjects(material, unit, language)
        yield from (node("dc:subject", _in(language), word) for word in words)


def _contributors(material: Material) -> Iterator[Element]:
    for number, (role, credit) in enumerate(particulars.credited(material), 1):
        name, code = f"by-{number}", RELATORS.get(role)
        yield node("dc:contributor", {"id": name}, credit.name(Language.FA))
        if code:
            yield node("meta", {"refines": f"#{name}", "property": "role", "scheme": "marc:relators"}, code)


def _series(material: Material) -> Iterator[Element]:
    found, part = material.series, material.particulars.part
    if found is None:
        return
    yield node("meta", {"property": "belongs-to-collection", "id": "series"}, found.title.fa)
    yield node("meta", {"refines": "#series", "property": "collection-type"}, "series")
    if part:
        yield node("meta", {"refines": "#series", "property": "group-position"}, str(part))


def _in(language: Language) -> dict[str, str]:
    return {"xml:lang": language, "dir": tongue(language)["dir"]}
