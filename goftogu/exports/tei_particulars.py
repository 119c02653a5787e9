"""What the archive's catalogue says of an interview, as elements of a TEI header."""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.content import languages
from goftogu.content.contributors import ROLES
from goftogu.conventions import tongues
from goftogu.edition import particulars
from goftogu.edition.material import Material
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Language, Paragraph


def responsible(material: Material) -> Iterator[Element]:
    """Yield who made the interview apart from those who speak in it, for ``titleStmt``."""
    told = material.config.editions[-1]
    for role, credit in particulars.credited(material):
        shown = credit.name(told)
        name = node("name", {"xml:lang": Language.FA if tongues.has_persian_letters(shown) else Language.EN}, shown)
        yield lines("respStmt", {}, node("resp", {}, ROLES[role][told].lower()), name)


def identifiers(material: Material) -> Iterator[Element]:
    """Yield its call number and its DOI, for ``publicationStmt``."""
    found = {"call-number": material.particulars.identifier, "DOI": material.particulars.doi}
    return (node("idno", {"type": kind}, text) for kind, text in found.items() if text)


def series(material: Material) -> Iterator[Element]:
    """Yield the ``seriesStmt``."""
    found, part, editions = material.series, material.particulars.part, material.config.editions
    if found is not None:
        titles = (node("title", {"xml:lang": language}, found.title[language]) for language in editions)
        scope = [node("biblScope", {"unit": "part", "n": str(part)}, str(part))] if part else []
        yield lines("seriesStmt", {}, *titles, *scope, node("idno", {"type": "series"}, found.id))


def recording(material: Material) -> Iterator[Element]:
    """Yield how long the talk took, for ``sourceDesc``; recordings that are published tell it themselves."""
    if not material.recordings and (duration := particulars.iso_duration(material.particulars.duration)):
        yield lines("recordingStmt", {}, node("recording", {"dur": duration}))


def profile(material: Material) -> Iterator[Element]:
    """Yield the summary and the place, for ``profileDesc``."""
    if (unit := material.particulars.summary) is not None:
        for language in material.languages(unit):
            yield lines("abstract", {"xml:lang": language}, node("p", {}, material.plain(unit, language)))
    editions = material.config.editions
    if places := [(language, place) for language in editions if (place := particulars.place(material, language))]:
        names = (node("placeName", {"xml:lang": language}, name) for language, name in places)
        yield lines("settingDesc", {}, lines("setting", {}, *names))


def spoken(material: Material) -> Iterator[Element]:
    """Yield the languages that are spoken and that the text is not in, for ``langUsage``."""
    text = {material.tag_of(language) for language in material.config.editions}
    for tag in material.particulars.languages:
        if tag not in text:
            yield node("language", {"ident": tag}, f"{languages.NAMES[tag].en}, spoken")


def keywords(material: Material, unit: Paragraph | None) -> Iterator[Element]:
    """Yield keywords in each language in which they are, for ``textClass``."""
    for language in material.languages(unit) if unit else ():
        terms = (node("term", {}, word) for word in particulars.subjects(material, unit, language))
        yield lines("keywords", {"xml:lang": language}, *terms)
