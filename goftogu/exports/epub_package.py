"""The package document and the table of contents of an EPUB 3 book."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from typing import Final

from goftogu.edition import asking, wording
from goftogu.edition.material import Material
from goftogu.exports import epub_cover, epub_particulars, epub_pictures, styling, xml
from goftogu.exports.xhtml import say, tongue
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Bilingual, Language, Role, Turn
from goftogu.persian import digits
from goftogu.persian.dates.calendar import iso

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>'
CONTAINER: Final = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
"""Tells a reading system where the package document is."""

_RELATORS: Final = {Role.INTERVIEWEE: ("creator", "ive"), Role.INTERVIEWER: ("contributor", "ivr")}
"""Elements of Dublin Core and codes of the MARC relator list."""
_ACCESS: Final = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)
_PICTURED: Final = (("schema:accessMode", "visual"), ("schema:accessibilityFeature", "alternativeText"))
_ILLUSTRATED: Final = Bilingual(
    "متن با تصویرهای توصیف‌شده و عنوان‌ها؛ زبان هر بخش مشخص شده است.",
    "Text with described pictures, with headings, and the language of every passage marked.",
)
_SUMMARY: Final = Bilingual(
    "تنها متن، با عنوان‌ها؛ زبان هر بخش مشخص شده است.",
    "Text only, with headings, and the language of every passage marked.",
)
_NO_DAY: Final = "2000-01-01"
_CONTENTS: Final = Bilingual("فهرست", "Contents")
_TEXT: Final = Bilingual("متن فارسی", "English text")


def package(material: Material) -> bytes:
    """Write the package document."""
    editions = material.config.editions
    items = [
        node("item", {"id": "nav", "href": "nav.xhtml", "media-type": "application/xhtml+xml", "properties": "nav"}),
        node("item", {"id": "style", "href": "style.css", "media-type": "text/css"}),
        *(node("item", {"id": tag, "href": f"{tag}.xhtml", "media-type": "application/xhtml+xml"}) for tag in editions),
        node("item", {"id": "face", "href": styling.FACE, "media-type": styling.FONT_TYPE}),
        *epub_cover.items(),
        *epub_pictures.items(material),
    ]
    root = lines(
        "package",
        {
            "xmlns": "http://www.idpf.org/2007/opf",
            "version": "3.0",
            "unique-identifier": "id",
            "xml:lang": Language.FA,
            "dir": "rtl",
        },
        lines("metadata", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}, *_metadata(material)),
        lines("manifest", {}, *items),
        lines(
            "spine",
            {"page-progression-direction": "rtl"},
            *(node("itemref", {"idref": tag}) for tag in ("cover", *editions)),
        ),
    )
    return xml.dump(root, _DECLARATION)


def navigation(material: Material) -> bytes:
    """Write the table of contents: the sections and questions of each part, in its language."""
    style = node("link", {"rel": "stylesheet", "href": "style.css"})
    head = lines("head", {}, node("title", {}, _CONTENTS.fa), style)
    parts = lines("ol", {}, *(_part(material, language) for language in material.config.editions))
    contents = lines("nav", {"epub:type": "toc"}, node("h1", {}, _CONTENTS.fa), parts)
    names = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
    root = lines("html", {**names, "xml:lang": Language.FA, **tongue(Language.FA)}, head, lines("body", {}, contents))
    return xml.dump(root, f"{_DECLARATION}\n<!DOCTYPE html>")


def _part(material: Material, language: Language) -> Element:
    links = (_link(f"{language}.xhtml#{turn}", words, language) for turn, words in _entries(material, language))
    link = _link(f"{language}.xhtml", _TEXT[language], language)
    return lines("li", tongue(language), link, lines("ol", {}, *(lines("li", {}, entry) for entry in links)))


def _entries(material: Material, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the id of a turn and the words of each entry: a section, or a question by the number of its turn."""
    sections = {section.first: section.title for section in material.interview.sections}
    turns = material.interview.turns
    begins = {exchange.turns[0]: len(exchange.turns) for exchange in material.interview.exchanges}
    for number, turn in enumerate(turns, 1):
        if turn.id in sections:
            yield turn.id, material.plain(sections[turn.id], language)
        if turn.id in begins:
            question = _question(material, turns[number - 1 :][: begins[turn.id]], language)
            yield turn.id, f"{digits.number(number, language)}. {question}"


def _question(material: Material, turns: Sequence[Turn], language: Language) -> str:
    interview = material.interview
    found, asks = asking.unit(turns, interview.speakers, lambda unit: material.plain(unit, interview.original))
    return asking.words(material.plain(found, language), asks=asks)


def _link(href: str, words: str, language: Language) -> Element:
    return say("a", {"href": href}, words, language)


def _metadata(material: Material) -> Iterator[Element]:
    interview, config = material.interview, material.config
    name = f"{config.url or config.title.fa}#{interview.id}"
    yield node("dc:identifier", {"id": "id"}, uuid.uuid5(uuid.NAMESPACE_URL, name).urn)
    for language in material.languages(interview.title):
        title = material.plain(interview.title, language)
        yield node("dc:title", {"xml:lang": language, "dir": tongue(language)["dir"]}, title)
    yield from (node("dc:language", {}, material.page_tag(language)) for language in material.tongues)
    yield from _people(material)
    yield node("dc:publisher", {}, config.title.fa)
    if interview.date and (day := iso(interview.date)):
        yield node("dc:date", {}, day)
    yield node("dc:source", {}, material.address(Language.FA))
    language = config.editions[-1]
    said = {"xml:lang": language, "dir": tongue(language)["dir"]}
    yield node("dc:description", said, wording.quoted(material, interview.units(), language))
    yield from (node("dc:subject", said, topic.label[language]) for topic in material.topics())
    if rights := material.rights.brief(Language.FA):
        yield node("dc:rights", {}, rights)
    yield from epub_particulars.metadata(material)
    yield node("meta", {"property": "dcterms:modified"}, f"{_changed(material)}T00:00:00Z")
    tokens = {"xml:lang": "en", "dir": "ltr"}
    yield from (node("meta", {"property": name, **tokens}, value) for name, value in _ACCESS)
    summary = _ILLUSTRATED if material.pictures.published else _SUMMARY
    yield node("meta", {"property": "schema:accessibilitySummary", **said}, summary[language])
    pictured = _PICTURED if material.pictures.published else ()
    yield from (node("meta", {"property": name, **tokens}, value) for name, value in pictured)


def _people(material: Material) -> Iterator[Element]:
    for role, (element, code) in _RELATORS.items():
        for number, credit in enumerate(material.credits(role), 1):
            name = f"{code}-{number}"
            yield node(f"dc:{element}", {"id": name}, credit.name(Language.FA))
            yield node("meta", {"refines": f"#{name}", "property": "role", "scheme": "marc:relators"}, code)


def _changed(material: Material) -> str:
    """Return the day of the last change, which EPUB asks for: of the last revision, else when the text came."""
    return material.interview.changed or material.interview.provenance.received or _NO_DAY
