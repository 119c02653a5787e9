"""The input of a build: what was read, the English that fills gaps, and the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.build import cards, embargo, templates
from goftogu.build.collate import ArchiveCollator
from goftogu.build.index import ArchiveIndexer, English, Indexed, IndexPhrases
from goftogu.build.pictures import ArchivePictures
from goftogu.build.read import InterviewReader
from goftogu.build.recordings import ArchiveRecordings
from goftogu.build.summaries import counted
from goftogu.build.workers import Workers
from goftogu.checks import inventory, origins, permalinks, references
from goftogu.checks.origins import Origins
from goftogu.content import files, ignored, media, redirects
from goftogu.content import settings as content_settings
from goftogu.edition import media_mentions, published_english
from goftogu.edition.site import Site
from goftogu.index import index as archive_index
from goftogu.locale.message import Message
from goftogu.pages import plan
from goftogu.problems import Problem, Problems, SourcePlace
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints, listing
from goftogu.transcripts import archive
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.store import Request

_UNUSED: Final = frozenset({"V004", "V005"})
"""Codes of what no interview uses."""


class Project:
    """A project that was read; the texts of its interviews are loaded only when they are needed.

    Attributes:
        root: Its folder.
        problems: What was found so far.
        config: ``site.toml``.
        site: What all pages share.
        summaries: One for each interview that is published.
        redirects: What became of interviews that are gone.
        drafts: Ids of the interviews that were left out.
        waiting: Whether an embargo has not ended, so that another day brings another report.
        picture: What messengers show of the site, or ``None``.
        media: The path of each file of ``content/media/``, by its name.
        recordings: What its recordings are.
        reader: Loads the texts.
        english: English that replaces an interview's own, by its id.
        indexer: Indexes the interviews, and loads their lines and words.
        indexed: The result without lines and words, by id of the interview.
        pictures: Those that are published.
    """

    def __init__(self, root: Path, cache: Cache, fingerprints: Fingerprints, workers: Workers, url: str) -> None:
        """Read a project.

        Args:
            root: Its folder.
            cache: Holds the results of earlier builds.
            fingerprints: Of the files in that folder.
            workers: Do what is to be done.
            url: Address of the site, in place of that of ``site.toml``.
        """
        self.root = root
        self._cache = cache
        self._fingerprints = fingerprints
        self._workers = workers
        self.problems = Problems()
        config = content_settings.of_archive(root, self.problems)
        self.config = replace(config, url=url) if url else config
        vocabulary = archive.vocabularies(root, self.problems, config.languages)
        self._pages = tuple(archive.free_pages(root, self.problems))
        self._ignored = ignored.matcher(config.ignore)
        inventory.check(root, self._ignored, listing(str(templates.default()), ""), self.problems)
        pages = tuple(page for page in self._pages if page.language in config.languages)
        self.picture = files.card(root, self.problems)
        own_style = (root / "templates" / urls.OWN_STYLE).is_file()
        self.site = Site(self.config, vocabulary, pages, card=self.picture is not None, own_style=own_style)
        self.redirects = archive.redirects(root, self.problems, config.languages)
        self.media = media.read_folder(root, self._ignored, self.problems)
        self.recordings = ArchiveRecordings(root, self.media)
        self.reader = InterviewReader(root, cache, fingerprints, self.site)
        self.summaries = self.reader.read(workers, self.problems)
        shared = list(media_mentions.shared(self.site, self.problems))
        self._shared = [mention for mention, is_shown in shared if is_shown]
        named = (mention for held in self.summaries for mention in held.mentions)
        self._mentions = [*named, *(mention for mention, _ in shared)]
        self._targets = {held.id: held.original.other for held in self.summaries}
        self.drafts: frozenset[str] = frozenset()
        self.waiting = False
        self.english: Mapping[str, English] = {}
        self.indexed: Mapping[str, Indexed] = {}
        self.pictures = ArchivePictures(cache, self.media, self.data)

    def leave_out_drafts(self) -> None:
        """Take the interviews that are not to be published yet out of all that follows."""
        self.drafts = frozenset(held.id for held in self.summaries if held.kept_back)
        self.waiting = any(held.embargo >= embargo.today() for held in self.summaries if held.embargo)
        self.summaries = [held for held in self.summaries if not held.kept_back]

    @property
    def gaps(self) -> bool:
        """Whether there is something left to translate."""
        return any(held.open for held in self.summaries)

    @cached_property
    def anchors(self) -> dict[str, permalinks.Anchors]:
        """The ids of the turns of each interview."""
        return {held.id: held.anchors for held in self.summaries}

    @property
    def states(self) -> dict[str, dict[State, int]]:
        """How many paragraphs of each interview are in each state of translation."""
        return {
            held.id: counted(self.english[held.id]) if held.id in self.english else held.states
            for held in self.summaries
        }

    @property
    def counted(self) -> Counter[State]:
        """How many paragraphs are in each state of translation; empty in an archive in Persian alone."""
        total = Counter(dict.fromkeys(State if self.config.translated else (), 0))
        for states in self.states.values():
            total.update(states)
        return total

    def fill(self, request: Request) -> None:
        """Fill the gaps of the English, if the request allows it; an archive in Persian alone has none."""
        if not self.config.translated:
            memory_checks.check_unused(self.root, self.problems)
            return
        gaps = [held for held in self.summaries if held.open]
        if gaps:
            lacking = frozenset().union(*(held.lacking for held in gaps))
            chosen = [held.id for held in self.summaries if held.open or held.helps(lacking)]
            interviews = map(self.reader.interview, chosen)
            outcome = store.update(self.root, interviews, self.site.vocabulary, self.problems, request)
            found = {held.id: outcome.english[held.id] for held in gaps if held.id in outcome.english}
            closed = {held.id for held in gaps if held.closed} & found.keys()
            shown = {name: published_english.publishable(self.reader.interview(name), found[name]) for name in closed}
            self.english = {**found, **shown}
        for name, states in self.states.items():
            memory_checks.check_states(name, Counter(states), self.problems, self._targets[name])
        memory_checks.check_strangers(self.root, self._targets, self.problems)

    @cached_property
    def indexer(self) -> ArchiveIndexer:
        """Indexes the interviews."""
        return ArchiveIndexer(self._cache, self.reader, self.phrases)

    @cached_property
    def phrases(self) -> IndexPhrases:
        """What is looked for in every interview."""
        labels = (label for held in self.summaries for label in held.labels)
        return IndexPhrases(self.config, self.site.vocabulary, labels)

    @cached_property
    def collator(self) -> ArchiveCollator:
        """Compares the interviews with the files received."""
        return ArchiveCollator(self._cache, self.reader, self.data)

    def collate(self) -> None:
        """Compare the interviews with the files received."""
        paths = {held.id: f"{files.RECEIVED}/{held.received}" for held in self.summaries if held.received}
        there = {name: path for name, path in paths.items() if self.digest(path)}
        self.collator.collate(self._workers, there, self.digest)

    def resize(self) -> None:
        """Make the sizes of the pictures that are published."""
        mentions = [mention for held in self.summaries for mention in held.mentions]
        self.pictures.make(self._workers, [*mentions, *self._shared], self.digest, self.problems)
        possible = cards.possible(self.config, (*mentions, *self._shared), self._cache, self.problems)
        self.site = replace(self.site, pictures=self.pictures.of(self._shared), cards=possible)

    def index(self) -> None:
        """Index the interviews, and check the index."""
        self.indexed = self.indexer.index(self._workers, self.anchors, self.english)
        outlines = [found.outline for found in self.indexed.values()]
        findings = [found.findings for found in self.indexed.values()]
        made = archive_index.arrange(outlines, self.site.vocabulary, findings)
        found = Problems()
        archive_index.check(made, outlines, self.site.vocabulary, found)
        self._add_used(found)

    def _add_used(self, found: Problems) -> None:
        """Add problems, but not of what no interview uses while one has an error: that may be what uses it."""
        errors = (*self.problems.errors(), *found.errors())
        is_whole = not any(problem.path.startswith(f"{files.INTERVIEWS}/") for problem in errors)
        self.problems.extend(problem for problem in found if is_whole or problem.code not in _UNUSED)

    def check(self, published: Mapping[str, Sequence[str]]) -> None:
        """Check the archive as a whole.

        Args:
            published: Ids of turns that are published, by the id of their interview, beside those that it keeps.
        """
        listed = (path for path in listing(str(self.root), files.INTERVIEWS) if not self._ignored(path))
        there = {archive.id_of(path) for path in listed} - self.drafts
        paths = {name: anchors.path for name, anchors in self.anchors.items()}
        plan.check_free(self._pages, paths, self.problems, self.config.editions)
        before = permalinks.merged(permalinks.published(self.root, self.problems), published)
        before = permalinks.renamed(before, self.redirects.renamed)
        permalinks.check(before, self.anchors, self.problems, there | set(self.redirects.withdrawn))
        others = {page.id for page in self._pages} | self.drafts
        redirects.check(self.redirects, self.anchors, others, self.problems)
        media.check(self.media, self._mentions, self.problems)
        found = Problems()
        references.check(self.summaries, self.config, self.site.vocabulary, found)
        self._add_used(found)
        self.recordings.look(self.summaries, self.problems)
        self._check_closed()
        for held in self.summaries:
            if held.received and not self.digest(f"{files.RECEIVED}/{held.received}"):
                files.received(self.root, held.received, self.problems)
        self.collator.check(self.received, self.problems)

    def _check_closed(self) -> None:
        """Report files that one interview publishes while another one withholds a part of them."""
        closed = {held.received: held.path for held in self.summaries if held.closed and held.received}
        for held in self.summaries:
            if not held.closed and held.received in closed:
                message = Message(
                    "“{file}” is also the file of {path}, which does not publish it",
                    file=held.received,
                    path=closed[held.received],
                )
                hint = Message("write publish: false under source")
                self.problems.add(Problem.of_file(held.path, "C005", message, hint))

    def origin(self, page: str, subject: str) -> SourcePlace | None:
        """Return where a link of a page was written; see :meth:`goftogu.checks.origins.Origins.place`."""
        return self._origins.place(page, subject)

    @cached_property
    def received(self) -> dict[str, str]:
        """The path of each file that was received and is published, by the id of its interview."""
        return {
            held.id: f"{files.RECEIVED}/{held.received}" if held.received else held.path
            for held in self.summaries
            if not held.closed and (held.received or not held.path.endswith(".md"))
        }

    def data(self, path: str) -> bytes:
        """Return the bytes of a file of the project."""
        data = files.data(self.root, path, self.problems)
        return data or b""

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file of the project; empty when there is none."""
        return self._fingerprints.digest(path)

    @cached_property
    def _origins(self) -> Origins:
        made_of: dict[str, Sequence[str]] = {urls.free(page.language, page.id): [page.path] for page in self.site.pages}
        for held in self.summaries:
            made_of.update(origins.of_interview(held.id, [held.path, store.path_of(held.id, held.original.other)]))
        return Origins(self.root, self.config.url, made_of)
