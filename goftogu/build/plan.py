"""The plan of the site: each of its files, with the values that it is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain

from goftogu import urls
from goftogu.build import cards, make
from goftogu.build.artifacts import Artifact, Ref
from goftogu.build.joined import JoinedFile
from goftogu.build.make import Edited, WordFiles
from goftogu.build.project import Project
from goftogu.build.theme import Listing, Theme
from goftogu.build.workers import Shared
from goftogu.edition import related
from goftogu.edition.edition import Edition
from goftogu.edition.neighbours import Neighbours
from goftogu.edition.outline import Listed
from goftogu.edition.site import ordered
from goftogu.exports import feeds, registry
from goftogu.exports.downloads import Download
from goftogu.model import Language, MediaMention
from goftogu.pages import data, hits, names, plan, progress, topics
from goftogu.search import documents, pairs
from goftogu.search.documents import SearchDocument
from goftogu.storage import values


class Plan:
    """The files of a project's site that are made, not copied.

    Attributes:
        theme: What all files share.
    """

    def __init__(self, project: Project, theme: Theme) -> None:
        """Prepare.

        Args:
            project: Read, filled and indexed.
            theme: What all files share.
        """
        self._project = project
        self._indexed = project.indexed
        self.theme = theme
        self._theme = Shared(theme, theme.digest())
        listed = [Listed(found.outline, found.findings) for found in self._indexed.values()]
        listing = Listing(theme, listed)
        self._listing = Shared(listing, values.digest([self._theme.digest, listed]))
        self._site = listing.site

    def interviews(self) -> Iterator[Artifact]:
        """Yield the pages and the downloads of the interviews."""
        yield from map(self._interview, self._indexed)

    def cards(self) -> Iterator[Artifact]:
        """Yield the cards of the interviews."""
        outlines = (found.outline for found in self._indexed.values())
        return cards.artifacts(self._theme.value.site, outlines, self._mentions, self._project.pictures)

    def others(self, sizes: Mapping[str, int]) -> Iterator[Artifact]:
        """Yield everything else that is made.

        Args:
            sizes: Those of the joined files, in bytes, by path.
        """
        yield from (Artifact(make.lists, self._listing, kind, light=True) for kind in plan.LISTS)
        yield Artifact(make.vocabulary, self._listing, None, light=True)
        for download in self._whole:
            if not download.piece:
                yield Artifact(make.archive_file, self._listing, download.name, light=True)
        yield from self._topics()
        yield from self._names()
        for values_ in progress.pages(self._site, self._project.states):
            yield Artifact(make.progress, self._theme, values_)
        yield self._feeds()
        yield self._data(sizes)
        if self._project.redirects.gone:
            yield Artifact(make.gone, self._theme, self._project.redirects, light=True)
        yield from self._search()

    def joined(self) -> Iterator[JoinedFile]:
        """Yield the files of the archive that are a piece for each interview, in the order of the files."""
        for download in registry.joined(self._site.config):
            head, tail = registry.frame(self._site, download)
            refs = tuple(self._part(name, download.part) for name in self._indexed)
            yield JoinedFile(urls.archive_data(download.ending), head, refs, tail)

    @cached_property
    def _whole(self) -> list[Download]:
        return registry.of_archive(self._site.config)

    @cached_property
    def _neighbours(self) -> Mapping[str, Neighbours]:
        return related.around(self._listing.value.listed)

    def edited(self, name: str) -> Edited:
        """Return what the files of an interview are made from, except its text."""
        shown = self._project.pictures.of(self._mentions[name])
        facts = self._project.recordings.facts(name)
        english, findings = self._project.english.get(name), self._indexed[name].findings
        return Edited(english, findings, shown, facts, self._neighbours.get(name))

    def _interview(self, name: str) -> Artifact:
        reader, pictures, given = self._project.reader, self._project.pictures, self.edited(name)
        body = Ref(reader.name(name).encode(), partial(reader.body, name))
        collated = self._project.collator.ref(name)
        refs = (body, *map(pictures.ref, given.pictures), *([collated] if collated else []))
        return Artifact(make.interview, self._theme, given, refs)

    @cached_property
    def _mentions(self) -> Mapping[str, Sequence[MediaMention]]:
        """The files that each interview names, by its id."""
        return {held.id: held.mentions for held in self._project.summaries}

    def _topics(self) -> Iterator[Artifact]:
        for page in topics.pages(self._site):
            refs = self._lines(page.language, hits.topic(page.topic), page.page.items)
            yield Artifact(make.topic, self._theme, page, refs)

    def _names(self) -> Iterator[Artifact]:
        for page in names.pages(self._site):
            refs = self._lines(page.language, hits.named(page.name, place=page.section == "places"), page.page.items)
            yield Artifact(make.name, self._theme, page, refs)

    def _lines(self, language: Language, subject: str, items: Sequence[object]) -> tuple[Ref, ...]:
        load = self._project.indexer.lines
        return tuple(
            Ref(self._indexed[name].lines[subject], partial(load, name, language, subject))
            for name in hits.interviews(items)
        )

    def _feeds(self) -> Artifact:
        refs = tuple(self._part(name, "feed") for name in feeds.newest(self._site))
        return Artifact(make.feeds, self._theme, None, refs, light=True)

    def _data(self, sizes: Mapping[str, int]) -> Artifact:
        turns = sum(len(held.turns) for held in self._project.summaries)
        return Artifact(make.data, self._theme, data.contents(self._whole, len(self._indexed), turns, sizes))

    def _search(self) -> Iterator[Artifact]:
        """Yield the search documents, the oldest first, so that a new interview changes no other number."""
        numbered, editions = self._numbered, self._site.config.editions
        for number, name in enumerate(numbered):
            refs = tuple(self._part(name, f"document-{language}") for language in editions)
            yield Artifact(make.document, self._theme, number, refs, light=True, kept=False)
        yield Artifact(make.other_documents, self._theme, len(numbered), light=True)
        yield Artifact(make.search_facets, self._listing, numbered, light=True)
        for language in editions:
            lengths = [self._indexed[name].words[language] for name in numbered]
            number = pairs.divided(lengths, len(self._others[language]))
            refs = tuple(self._part(name, f"words-{language}") for name in numbered)
            yield Artifact(make.words, self._theme, WordFiles(language, number), refs, light=True)
            yield from self._pairs(language, number)

    def _pairs(self, language: Language, number: int) -> Iterator[Artifact]:
        others = range(len(self._others[language]))
        for given in pairs.shared(language, number, len(self._numbered) + len(others)):
            refs = [
                ref
                for group in given.groups()
                for ref in chain(
                    (self._group(name, language, group) for name in self._numbered),
                    (Ref(b"", partial(self._group_of_other, language, group, other)) for other in others),
                )
            ]
            yield Artifact(make.word_pairs, self._theme, given, tuple(refs), light=True)

    def _group(self, name: str, language: Language, group: int) -> Ref:
        first = group * values.DIGEST_SIZE
        digest = self._indexed[name].pairs[language][first : first + values.DIGEST_SIZE]
        return Ref(digest, partial(self._project.indexer.pairs, name, language, group, digest))

    def _group_of_other(self, language: Language, group: int, other: int) -> bytes:
        return self._pairs_of_others[language][other][group]

    @cached_property
    def _others(self) -> Mapping[Language, list[SearchDocument]]:
        """What can be found in addition to the interviews; it is all in the theme, and so in the digest of that."""
        site = self._theme.value.site
        return {language: documents.others(Edition(site, language)) for language in site.config.editions}

    @cached_property
    def _pairs_of_others(self) -> Mapping[Language, list[tuple[bytes, ...]]]:
        return {
            language: [pairs.groups(documents.rows(held)) for held in found] for language, found in self._others.items()
        }

    def _part(self, name: str, part: str) -> Ref:
        digest = self._indexed[name].parts[part]
        return Ref(digest, partial(self._project.indexer.part, name, part, digest))

    @cached_property
    def _numbered(self) -> list[str]:
        order = [outline.id for outline in ordered(self._site)]
        return order[::-1] if self._site.config.newest_first else order
