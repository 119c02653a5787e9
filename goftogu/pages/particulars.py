"""The box “About this interview”, what is said about its sections, and the way through its series."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content import languages
from goftogu.content.contributors import ROLES
from goftogu.edition import particulars
from goftogu.edition.edition import Edition, Link
from goftogu.edition.material import Credit, Material
from goftogu.edition.neighbours import Neighbour, Neighbours
from goftogu.model import Language, Paragraph
from goftogu.pages.passage import Passage

Shown = Callable[[Paragraph], Passage]
"""Makes a paragraph safe in both languages."""


class ParticularsView(NamedTuple):
    """What the catalogue says of an interview, as shown; what is not known is empty.

    Attributes:
        summary: What it is about.
        keywords: Its keywords.
        series: The series, with a link to its page.
        part: Its number in the series, or 0.
        place: Where it was held, with a link to the page of the place if that has one.
        languages: The languages that are spoken.
        duration: How long it took, in words.
        people: Who made it, by role.
        identifier: Its call number.
        doi: The address of its DOI.
    """

    summary: Passage | None
    keywords: Passage | None
    series: Link | None
    part: int
    place: Link | None
    languages: list[Markup]
    duration: str
    people: list[tuple[Markup, list[Link]]]
    identifier: Markup
    doi: Link | None


class SectionView(NamedTuple):
    """What is said about a section."""

    synopsis: Passage | None
    keywords: Passage | None


class SeriesView(NamedTuple):
    """The interviews before and after one in its series."""

    before: Link | None
    after: Link | None


def view(edition: Edition, here: str, material: Material, shown: Callable[[], Shown]) -> ParticularsView | None:
    """Return what the catalogue says of an interview; ``None`` when that is nothing.

    Args:
        edition: The language of the page.
        here: Path of the page.
        material: The interview.
        shown: Returns what makes its paragraphs safe; it is asked only when there are some.
    """
    said, language = material.particulars, edition.language
    made = ParticularsView(
        shown()(said.summary) if said.summary else None,
        shown()(said.keywords) if said.keywords else None,
        _series(edition, here, material),
        said.part,
        _place(edition, here, material),
        [edition.label(languages.NAMES[tag]) for tag in said.languages],
        particulars.duration(said.duration, language),
        list(_people(edition, here, material)),
        markup.plain(said.identifier, language),
        Link(particulars.doi_address(said.doi), markup.plain(said.doi, Language.EN)) if said.doi else None,
    )
    return made if any(made) else None


def sections(material: Material, shown: Callable[[], Shown]) -> Mapping[str, SectionView]:
    """Return what is said about sections, by their ids; those of which nothing is said are left out.

    Args:
        material: The interview.
        shown: Returns what makes its paragraphs safe; it is asked only when there are some.
    """
    return {
        found.id: SectionView(
            shown()(found.synopsis) if found.synopsis else None, shown()(found.keywords) if found.keywords else None
        )
        for found in material.interview.sections
        if found.synopsis or found.keywords
    }


def beside(edition: Edition, view: str, here: str, found: Neighbours | None) -> SeriesView | None:
    """Return links to the interviews before and after one; ``None`` when there are none.

    Args:
        edition: The language of the page.
        view: The view of the page, which the links keep.
        here: Path of the page.
        found: What is beside the interview.
    """
    if found is None or not any(found[:2]):
        return None
    return SeriesView(*(link_to(edition, view, here, item) if item else None for item in found[:2]))


def link_to(edition: Edition, view: str, here: str, found: Neighbour) -> Link:
    """Return a link to an interview that is beside another one."""
    translated = found.english.text if edition.language != found.original else ""
    shown = (translated, edition.language) if translated else (found.title.reading, found.original)
    title = edition.written(*shown)
    return Link(urls.href(here, urls.interview(view, found.id)), title)


def _series(edition: Edition, here: str, material: Material) -> Link | None:
    found = material.series
    return Link(urls.href(here, urls.series(edition.language, found.id)), edition.label(found.title)) if found else None


def _place(edition: Edition, here: str, material: Material) -> Link | None:
    found = material.vocabulary.places.get(material.particulars.place)
    if found is None:
        return None
    return Link(
        urls.href(here, urls.place(edition.language, found.id)) if found.public else "", edition.label(found.name)
    )


def _people(edition: Edition, here: str, material: Material) -> Iterator[tuple[Markup, list[Link]]]:
    for role, found in groupby(particulars.credited(material), key=itemgetter(0)):
        yield edition.label(ROLES[role]), [_somebody(edition, here, credit) for _, credit in found]


def _somebody(edition: Edition, here: str, credit: Credit) -> Link:
    if credit.known is None:
        return Link("", markup.plain(credit.label, edition.language))
    href = urls.href(here, urls.person(edition.language, credit.known.id)) if credit.known.public else ""
    return Link(href, edition.label(credit.known.name))
