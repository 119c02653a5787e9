"""Indexes each interview by itself: what the index, the lists, the feeds and the search need of it.

It is kept under the digest of all that it was made from. The lines of text that pages of topics, people and places
show, and what the feeds and the search need, are kept beside it and known by their digests, so that an archive of any
size fits into little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from goftogu.build import joined
from goftogu.build.read import Body, InterviewReader
from goftogu.build.workers import Shared, Workers
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.conventions import marks, withheld
from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.edition.outline import Outline, outline
from goftogu.edition.site import Site
from goftogu.exports import feeds, registry
from goftogu.failures import doing
from goftogu.index.indexing import Findings, Indexer
from goftogu.locale.message import Message
from goftogu.model import Interview, Language
from goftogu.pages import hits
from goftogu.search import documents, pairs
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.translation.memory.entry import Translation

English = dict[str, Translation]
"""The English of an interview by paragraph."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index, the lists and the search need of one interview.

    Attributes:
        outline: What lists show of it.
        findings: Where the index leads in it.
        lines: Digests of the lines of each subject in both languages.
        parts: Digests of the values kept beside it, by name.
        words: How many words the search has of it, by language.
        pairs: Digests of the groups of its pairs, one after the other, by language.
    """

    outline: Outline
    findings: Findings
    lines: dict[str, bytes]
    parts: dict[str, bytes]
    words: dict[Language, int]
    pairs: dict[Language, bytes]

    def __post_init__(self) -> None:
        """Spare the memory of ids that are there already."""
        object.__setattr__(self, "findings", self.findings.sparing())


class IndexPhrases:
    """The phrases that are looked for in every interview."""

    def __init__(self, config: SiteConfig, vocabulary: Vocabulary, labels: Iterable[str]) -> None:
        """Prepare.

        Args:
            config: The archive's settings.
            vocabulary: Topics, people and places.
            labels: Those of the speakers of all interviews, so that each finds its own among what is compiled.
        """
        self.site = Site(config, vocabulary)
        self._labels = frozenset(labels)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how they are prepared in another process."""
        return IndexPhrases, (self.site.config, self.site.vocabulary, self._labels)

    def digest(self) -> bytes:
        """Return a digest of these phrases. Labels do not count: an interview is matched with its own, which it has."""
        return self.site.digest()

    @cached_property
    def indexer(self) -> Indexer:
        """Finds them."""
        return Indexer(self._labels, self.site.vocabulary)


class IndexInput(NamedTuple):
    """An interview with its text, encoded, and English that takes the place of its own."""

    body: bytes
    english: English | None


class Searched(NamedTuple):
    """What the search needs of an interview in a language: values kept beside it, its pairs, and how long it is."""

    parts: dict[str, bytes]
    groups: tuple[bytes, ...]
    length: int


class IndexResult(NamedTuple):
    """The result for one interview, encoded: the value itself, and what is kept beside it."""

    indexed: bytes
    parts: dict[str, bytes]


class ArchiveIndexer:
    """Indexes the interviews of a project."""

    def __init__(self, cache: Cache, reader: InterviewReader, phrases: IndexPhrases) -> None:
        """Prepare.

        Args:
            cache: Holds what is known.
            reader: Gives the interviews.
            phrases: What is looked for.
        """
        self._cache = cache
        self._reader = reader
        self._shared = Shared(phrases, phrases.digest())
        self._names: dict[str, str] = {}
        self._english: Mapping[str, English] = {}

    def index(self, workers: Workers, interviews: Iterable[str], english: Mapping[str, English]) -> dict[str, Indexed]:
        """Return the index of each interview, by its id.

        Args:
            workers: Do what is to be done.
            interviews: Ids in the order of the files.
            english: English that takes the place of an interview's own, by its id.
        """
        self._english = english
        found = {name: self._known(name, english.get(name)) for name in interviews}
        new = [name for name, held in found.items() if held is None]
        given = (IndexInput(self._reader.body(name), english.get(name)) for name in new)
        results = workers.map(Message("Indexing"), index, self._shared, given, len(new))
        for name, made in zip(new, results, strict=True):
            found[name] = self._keep(name, made)
        return {name: held for name, held in found.items() if held is not None}

    def part(self, interview: str, part: str, digest: bytes) -> bytes:
        """Return a value kept beside that of an interview, encoded; it is made again if it was lost.

        Args:
            interview: Id of the interview.
            part: Name of the part.
            digest: Its digest.
        """
        data = self._cache.get(f"{self._names[interview]}.{part}")
        if data is None or values.digest(data) != digest:
            data = self._again(interview).parts[part]
        return data

    def pairs(self, interview: str, language: Language, group: int, digest: bytes) -> bytes:
        """Return a group of the pairs of an interview; see :func:`goftogu.search.pairs.groups`."""
        return self.part(interview, _group(language, group), digest)

    def lines(self, interview: str, language: Language, subject: str) -> bytes:
        """Return the lines of a subject in an interview, encoded."""
        name = f"lines-{language}"
        held = self._cache.take(f"{self._names[interview]}.{name}", dict[str, bytes]) or {}
        if subject not in held:
            held = values.decode(self._again(interview).parts[name], dict[str, bytes]) or {}
        return held[subject]

    def _again(self, interview: str) -> IndexResult:
        made = index(self._shared.value, IndexInput(self._reader.body(interview), self._english.get(interview)))
        self._keep(interview, made)
        return made

    def _known(self, name: str, english: English | None) -> Indexed | None:
        other = values.digest(english) if english is not None else b""
        made_of = (self._shared.digest, self._reader.name(name), other)
        key = self._names[name] = caches.key("index", *made_of)
        self._cache.spare(key)
        return self._cache.take(f"{key}.indexed", Indexed)

    def _keep(self, name: str, made: IndexResult) -> Indexed | None:
        self._cache.put(f"{self._names[name]}.indexed", made.indexed)
        for part, data in made.parts.items():
            self._cache.put(f"{self._names[name]}.{part}", data)
        return values.decode(made.indexed, Indexed)


def index(phrases: IndexPhrases, given: IndexInput) -> IndexResult:
    """Index one interview.

    Args:
        phrases: What is looked for.
        given: The interview.
    """
    body = values.decode(given.body, Body)
    assert body is not None  # noqa: S101  the reader has seen to it
    with doing(body.interview.id):
        return _index(phrases, body.interview, given.english or body.english)


def findings(phrases: IndexPhrases, data: bytes) -> Findings:
    """Return where the index leads in an interview, and nothing else of :func:`index`.

    Args:
        phrases: What is looked for.
        data: The interview with its text, encoded.
    """
    body = values.decode(data, Body)
    assert body is not None  # noqa: S101  the reader has seen to it
    return phrases.indexer.read(_searchable(body.interview)).placeless()


def _searchable(interview: Interview) -> Interview:
    """Return an interview without what is withheld and without marks."""
    return marks.blanked(withheld.blanked(interview))


def _index(phrases: IndexPhrases, interview: Interview, english: English) -> IndexResult:
    searched = _searchable(interview)
    found = phrases.indexer.read(searched)
    placeless = found.placeless()
    site = phrases.site.alone(interview, english, placeless)
    editions = [Edition(site, language) for language in site.config.editions]
    lines = {edition.language: _lines(edition, searched, found) for edition in editions}
    packed = {name: joined.packed(piece) for name, piece in registry.pieces(Material.of(site, interview))}
    if site.config.url:
        packed["feed"] = values.encode(_feed(Material.of(site, interview)))
    said = {edition.language: _searched(edition, interview) for edition in editions}
    for held in said.values():
        packed.update(held.parts)
    parts = {name: values.digest(data) for name, data in packed.items()}
    packed.update({f"lines-{language}": values.encode(held) for language, held in lines.items()})
    for language, held in said.items():
        packed.update((_group(language, number), data) for number, data in enumerate(held.groups))
    shown = Indexed(
        outline(interview, english, site.config.defaults),
        placeless,
        _digests(lines),
        parts,
        {language: held.length for language, held in said.items()},
        {language: b"".join(map(values.digest, held.groups)) for language, held in said.items()},
    )
    return IndexResult(values.encode(shown), packed)


def _feed(given: Material) -> dict[Language, feeds.FeedEntry]:
    return {language: feeds.entry(given, language) for language in given.config.editions}


def _searched(edition: Edition, interview: Interview) -> Searched:
    document = documents.interview(edition, Material.of(edition.site, interview))
    rows = documents.rows(document)
    parts = {
        f"words-{edition.language}": values.encode(documents.indexed(edition.language, document, rows)),
        f"document-{edition.language}": values.encode(documents.shown(edition.language, document)),
    }
    return Searched(parts, pairs.groups(rows), documents.length(rows))


def _group(language: Language, number: int) -> str:
    return f"pairs-{language}-{number}"


def _lines(edition: Edition, interview: Interview, findings: Findings) -> dict[str, bytes]:
    """Return the lines of each subject, encoded; a page needs those of one only."""
    found = hits.by_subject(edition, interview, findings)
    return {subject: values.encode(lines) for subject, lines in found.items()}


def _digests(lines: Mapping[Language, Mapping[str, bytes]]) -> dict[str, bytes]:
    subjects = dict.fromkeys(subject for found in lines.values() for subject in found)
    return {subject: values.digest([found.get(subject) for found in lines.values()]) for subject in subjects}
