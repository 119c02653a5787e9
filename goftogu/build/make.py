"""The functions that make the files of the site, each from what it is given and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from goftogu.build.index import English
from goftogu.build.read import Body
from goftogu.build.theme import Listing, Theme
from goftogu.content.redirects import Redirects
from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.edition.neighbours import Neighbours
from goftogu.edition.pictures import InterviewPictures
from goftogu.edition.recordings import MediaFacts
from goftogu.edition.site import Page, Site
from goftogu.exports import feeds as feed_exports
from goftogu.exports import registry
from goftogu.exports.feeds import FeedEntry
from goftogu.index.indexing import Findings
from goftogu.model import Language
from goftogu.pages import data as data_pages
from goftogu.pages import edits as edit_pages
from goftogu.pages import gone as gone_pages
from goftogu.pages import hits, plan
from goftogu.pages import interview as interview_pages
from goftogu.pages import names as name_pages
from goftogu.pages import progress as progress_pages
from goftogu.pages import topics as topic_pages
from goftogu.pages.data import DataContents
from goftogu.pages.hits import ContextLine
from goftogu.pages.names import NamePage
from goftogu.pages.progress import ProgressPage
from goftogu.pages.topics import TopicPage
from goftogu.pictures.published import PublishedPicture
from goftogu.problems import Problem
from goftogu.search import documents, facets, pairs, terms
from goftogu.search import index as search_index
from goftogu.search.documents import SearchEntry
from goftogu.search.pairs import PairFiles
from goftogu.storage import values
from goftogu.transcripts.collation import Collation, unedited

Files = Iterator[tuple[str, bytes]]
Refs = Iterable[bytes]
"""The values that an artifact refers to, encoded."""


class Edited(NamedTuple):
    """What an interview's files are made from, except its text.

    Attributes:
        english: English that replaces its own, or ``None``.
        findings: Its index entries.
        pictures: What is published of each picture that it shows, by the name of its file.
        media: What its recordings were found to be, by the name of the file.
        neighbours: What is around it: in its series, in time, and related to it.
    """

    english: English | None
    findings: Findings
    pictures: dict[str, PublishedPicture]
    media: Mapping[str, MediaFacts]
    neighbours: Neighbours | None = None


class WordFiles(NamedTuple):
    """Which words are looked up.

    Attributes:
        language: Their language.
        pairs: How many files of pairs there are.
    """

    language: Language
    pairs: int


def interview(theme: Theme, given: Edited, refs: Refs) -> Iterator[Page | tuple[str, bytes | Problem]]:
    """Make the pages and the downloads of an interview.

    Args:
        theme: What all files share.
        given: What its files are made from, except its text.
        refs: Its text, the files of each of its pictures, and its collation, if any.
    """
    site, material = _material(theme, given, refs)
    yield from interview_pages.pages(site, material)
    yield from edit_pages.pages(site, material.interview)
    yield from registry.files(material)


def pages_alone(theme: Theme, given: Edited, refs: Refs) -> Iterator[Page]:
    """Make the pages of an interview without its downloads; for them a picture need not be at hand.

    Args:
        theme: What all files share.
        given: What its files are made from, except its text.
        refs: Its text, and for each of its pictures any bytes.
    """
    yield from interview_pages.pages(*_material(theme, given, refs))


def _material(theme: Theme, given: Edited, refs: Refs) -> tuple[Site, Material]:
    text, *others = refs
    packed, collated = others[: len(given.pictures)], others[len(given.pictures) :]
    body = values.decode(text, Body)
    assert body is not None  # noqa: S101  the reader has seen to it
    found = values.decode(collated[0], list[Collation]) if collated else None
    held = unedited(body.interview) if body.interview.raw else next(iter(found or ()), None)
    site = theme.site.alone(body.interview, given.english or body.english, given.findings, held, given.neighbours)
    site = replace(site, media=given.media) if given.media else site
    return site, Material.of(site, body.interview, _pictures(given, packed))


def _pictures(given: Edited, packed: Iterable[bytes]) -> InterviewPictures:
    """Return the pictures of an interview; their files are unpacked only where they are part of a download."""
    files = dict(zip(given.pictures, packed, strict=True))
    return InterviewPictures(given.pictures, files)


def lists(listing: Listing, kind: str, _: Refs) -> Iterator[Page]:
    """Make the lists of a kind."""
    return plan.LISTS[kind](listing.site)


def archive_file(listing: Listing, name: str, _: Refs) -> Iterator[tuple[str, bytes | Problem]]:
    """Make a download of the whole archive."""
    yield registry.archive_file(listing.site, name)


def vocabulary(listing: Listing, _: None, __: Refs) -> Files:
    """Make the downloads of the topics."""
    return registry.vocabulary(listing.site)


def topic(theme: Theme, given: TopicPage, refs: Refs) -> Iterator[Page]:
    """Make a page of a topic; the references are the lines of its interviews."""
    yield topic_pages.page(theme.site, given, _lines(hits.interviews(given.page.items), refs))


def name(theme: Theme, given: NamePage, refs: Refs) -> Iterator[Page]:
    """Make a page of a person or a place; the references are the lines of its interviews."""
    yield name_pages.page(theme.site, given, _lines(hits.interviews(given.page.items), refs))


def data(theme: Theme, given: DataContents, _: Refs) -> Iterator[Page]:
    """Make the pages that offer the archive as data."""
    return data_pages.pages(theme.site, given)


def gone(theme: Theme, given: Redirects, _: Refs) -> Iterator[Page]:
    """Make the pages in place of interviews that are gone."""
    yield from gone_pages.pages(theme.site, given)


def progress(theme: Theme, given: ProgressPage, _: Refs) -> Iterator[Page]:
    """Make a page that shows how far the translation has been reviewed."""
    yield progress_pages.page(theme.site, given)


def feeds(theme: Theme, _: None, refs: Refs) -> Files:
    """Make the feeds; the references are the entries of each interview in both languages, the newest first."""
    found = [values.decode(data, dict[Language, FeedEntry]) or {} for data in refs]
    entries = {language: [held[language] for held in found] for language in theme.site.config.editions}
    return feed_exports.files(theme.site, entries)


def document(theme: Theme, number: int, refs: Refs) -> Files:
    """Make the search documents of an interview; the references are its documents, language by language."""
    for language, data in zip(theme.site.config.editions, refs, strict=True):
        yield documents.numbered(language, number, values.decode(data, str) or "")


def other_documents(theme: Theme, first: int, _: Refs) -> Files:
    """Make the search documents of everything else; they are numbered after the interviews."""
    for language in theme.site.config.editions:
        for number, found in enumerate(documents.others(Edition(theme.site, language)), first):
            yield documents.numbered(language, number, documents.shown(language, found))


def words(theme: Theme, given: WordFiles, refs: Refs) -> Files:
    """Make the files in which the search looks words up; the references are what it has of each interview."""
    language, vocabulary = given.language, theme.site.vocabulary
    found = filter(None, (values.decode(data, SearchEntry) for data in refs))
    others = (
        documents.indexed(language, held, documents.rows(held))
        for held in documents.others(Edition(theme.site, language))
    )
    names = documents.names(vocabulary)
    known = terms.forms(vocabulary, language, names)
    return search_index.files(language, chain(found, others), names, known, pairs=given.pairs)


def word_pairs(_: Theme, given: PairFiles, refs: Refs) -> Files:
    """Make some of the files in which the search looks phrases up; the references are the pairs of each document."""
    return pairs.files(given, refs)


def search_facets(listing: Listing, numbered: Sequence[str], _: Refs) -> Files:
    """Make the files by which results are narrowed, from the ids of the interviews in the order of their numbers."""
    for language in listing.site.config.editions:
        yield facets.files(listing.site, language, numbered)


def _lines(interviews: Iterable[str], refs: Refs) -> dict[str, list[ContextLine]]:
    pairs = zip(interviews, refs, strict=True)
    return {interview: values.decode(data, list[ContextLine]) or [] for interview, data in pairs}
