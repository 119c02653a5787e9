"""Metadata of pages for programs: search engines, reference managers, messengers.

Highwire ``citation_*`` and Dublin Core are what Zotero and Google Scholar read. The words of schema.org know no
interview: it is an ``Article`` whose ``genre`` says so, and who asks and who answers are a ``Role``. A machine is no
``translator`` there, so ``creditText`` says what the English is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from goftogu import urls
from goftogu.content.settings import SiteConfig
from goftogu.edition import descriptions, particular_metadata, tags, wording
from goftogu.edition.material import Credit, Material
from goftogu.edition.particular_metadata import KINDS
from goftogu.edition.recordings import PublishedRecording
from goftogu.model import Bilingual, Language, Role
from goftogu.persian.dates.calendar import iso
from goftogu.pictures import card as card_drawing

CARD_SIZE: Final = card_drawing.SIZE
"""Width and height of the card that messengers show, in pixels."""

_LOCALES: Final = {Language.FA: "fa_IR", Language.EN: "en_GB"}
_VERSIONS: Final = {True: "DC.relation.hasVersion", False: "DC.relation.isVersionOf"}
_COUNTERPARTS: Final = {True: "workTranslation", False: "translationOfWork"}
"""What the other edition is to the original, and to its translation."""
_CONTEXT: Final = "https://schema.org"

Named = tuple[str, str]
"""A name and its content."""


def references(material: Material, language: Language) -> Iterator[Named]:
    """Yield the name and the content of what reference managers read about an interview."""
    interview = material.interview
    asked, asking = material.credits(Role.INTERVIEWEE), material.credits(Role.INTERVIEWER)
    title = material.plain(interview.title, language)
    day = iso(interview.date) if interview.date else ""
    tongue, paired = material.tag(language), len(material.tongues) > 1
    found = [
        ("citation_title", title),
        *(("citation_author", _listed(credit, language)) for credit in asked),
        ("citation_date", day.replace("-", "/")),
        ("citation_publication_date", interview.provenance.published.replace("-", "/")),
        ("citation_language", tongue),
        ("citation_public_url", _address(material, language)),
        ("DC.title", title),
        ("DC.type", "Interview"),
        *(("DC.creator", credit.name(language)) for credit in asked),
        *(("DC.contributor", credit.name(language)) for credit in asking),
        *(("DC.subject", topic.label[language]) for topic in material.topics()),
        ("DC.date", day),
        ("DC.language", tongue),
        ("DC.publisher", material.publisher(language)),
        ("DC.source", interview.provenance.url),
        ("DC.identifier", _address(material, language)),
        (_VERSIONS[language is material.original], _address(material, language.other) if paired else ""),
        ("DC.description", descriptions.description(material, language)),
        ("DC.description", wording.quoted(material, interview.units(), language)),
        ("DC.rights", said := material.rights.brief(language)),
        ("DC.rights", material.rights.held(language)),
        ("DC.rights.license", licence if (licence := _licence(material, language)) != said else ""),
        *particular_metadata.references(material, language),
    ]
    return ((name, content) for name, content in found if content)


def article(material: Material, language: Language, description: str) -> Mapping[str, Any]:
    """Describe an interview in the words of schema.org; the archive knows its own address.

    Args:
        material: The interview.
        language: The edition that is described.
        description: What it is about, as plain text.
    """
    interview, config = material.interview, material.config
    here, there = _address(material, language), _address(material, language.other)
    series = particular_metadata.series(material, language)
    collection = {"@type": "Collection", "name": config.title[language], "url": _home(config, language)}
    tag = material.page_tag(language.other)
    counterpart = {"@type": "Article", "@id": f"{there}#article", "inLanguage": tag, "url": there}
    found = {
        "@type": "Article",
        "@id": f"{here}#article",
        "url": here,
        "headline": material.plain(interview.title, language),
        "description": description,
        "inLanguage": material.page_tag(material.tongue(language)),
        "genre": "Interview",
        "dateCreated": iso(interview.date) if interview.date else "",
        "datePublished": interview.provenance.published,
        "dateModified": interview.changed,
        "contributor": [
            *(role for credit_role in _ROLES for role in _roles(material, credit_role, language)),
            *particular_metadata.roles(material, language),
        ],
        "about": [topic.label[language] for topic in material.topics()],
        "isPartOf": [series, collection] if series else collection,
        "license": _licence(material, language),
        "copyrightHolder": _holder(material, language),
        "copyrightNotice": material.rights.statement[language] if material.rights.statement else "",
        "creditText": wording.quoted(material, interview.units(), language),
        "image": [*_images(material)],
        "associatedMedia": [_media(material, item, language) for item in material.recordings],
        _COUNTERPARTS[language is material.original]: counterpart if len(material.tongues) > 1 else {},
        **particular_metadata.article(material, language),
    }
    return {name: value for name, value in found.items() if value}


def _licence(material: Material, language: Language) -> str:
    """Return the licence of the text that an edition shows: a translation may have one of its own."""
    owned = material.rights
    return (owned.translation if material.tongue(language) is not material.original else "") or owned.licence


def _images(material: Material) -> Iterator[str]:
    """Yield the addresses of the portrait and the pictures, each in its largest size."""
    held = material.interview
    for picture in (*([held.portrait] if held.portrait else []), *held.pictures):
        if (found := material.pictures.of(picture)) is not None:
            yield urls.absolute(material.config.url, found.sizes[-1].path)


def _media(material: Material, item: PublishedRecording, language: Language) -> Mapping[str, Any]:
    """Describe a recording."""
    found = {
        "@type": "VideoObject" if item.is_video else "AudioObject",
        "name": f"{material.plain(material.interview.title, language)}{wording.COMMA[language]}{item.label[language]}",
        "contentUrl": item.address(material.config),
        "encodingFormat": item.type,
        "duration": f"PT{round(item.seconds)}S" if item.seconds else "",
        "inLanguage": material.page_tag(material.original),
        "license": material.rights.licence,
    }
    return {name: value for name, value in found.items() if value}


def _holder(material: Material, language: Language) -> Mapping[str, Any]:
    holder = material.rights.holder
    if holder is None:
        return {}
    known = material.vocabulary.people.get(material.rights.holder_id)
    return {"@type": KINDS[known.kind] if known else "Person", "name": holder[language]}


def breadcrumbs(config: SiteConfig, language: Language, steps: Iterable[tuple[Bilingual, str]]) -> Mapping[str, Any]:
    """Describe the way from the front page to a page.

    Args:
        config: The archive, which knows its own address.
        language: Language of the page.
        steps: Name and path of each page between the front page and the last one, that one included.
    """
    way = [
        (config.title[language], _home(config, language)),
        *((name[language], urls.absolute(config.url, path)) for name, path in steps),
    ]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (name, address) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def graph(things: Iterable[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Join descriptions of a page into one document of linked data."""
    return {"@context": _CONTEXT, "@graph": list(things)}


def card(base: str, path: str, words: str) -> Iterator[Named]:
    """Yield what messengers read about the picture that they show.

    Args:
        base: Full address of the site's folder.
        path: The picture.
        words: What it shows.
    """
    width, height = CARD_SIZE
    yield "og:image", urls.absolute(base, path)
    yield "og:image:width", str(width)
    yield "og:image:height", str(height)
    yield "og:image:alt", words


def editions(base: str, path: Callable[[str], str], *, dari: bool) -> Iterator[Named]:
    """Yield the editions of a page: language and full address.

    The door, which has both languages, is the edition of the front pages for all other languages.

    Args:
        base: Full address of the site's folder.
        path: Gives the page's path in a language.
        dari: Whether its Persian is Dari.
    """
    door = path(Language.FA) in {urls.LANDING, urls.home(Language.FA)}
    within = urls.home if door else path
    for language in Language:
        yield tags.tags(dari=dari)[language], urls.absolute(base, within(language))
    yield "x-default", urls.absolute(base, urls.LANDING if door else path(Language.FA))


def locales(language: Language, *, paired: bool, dari: bool) -> Iterator[Named]:
    """Yield the language of a page, and that of its other edition, as messengers name them.

    Args:
        language: That of the page.
        paired: Whether there is the other one.
        dari: Whether its Persian is Dari.
    """
    known = _LOCALES | {Language.FA: "fa_AF"} if dari else _LOCALES
    yield "og:locale", known[language]
    if paired:
        yield "og:locale:alternate", known[language.other]


_ROLES: Final = (Role.INTERVIEWEE, Role.INTERVIEWER)


def _roles(material: Material, role: Role, language: Language) -> Iterator[Mapping[str, Any]]:
    for credit in material.credits(role):
        who = particular_metadata.somebody(credit, language)
        yield {"@type": "Role", "roleName": str(role), "contributor": who}


def _listed(credit: Credit, language: Language) -> str:
    """Return a name as Highwire expects it: the family name first."""
    name = credit.parts(language)
    return f"{name.family}, {name.given}" if name.given else name.family


def _address(material: Material, language: Language) -> str:
    return material.address(language) if material.config.url else ""


def _home(config: SiteConfig, language: Language) -> str:
    return urls.absolute(config.url, urls.home(language))
