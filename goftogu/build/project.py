"""A project as far as a build has to know it: reads what has changed, and fills the gaps of the English."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from goftogu import urls
from goftogu.build import abstracts, reader
from goftogu.build.abstracts import Abstract
from goftogu.build.reader import Reader
from goftogu.build.summaries import Card
from goftogu.checks import origins, permalinks
from goftogu.checks.origins import Origins
from goftogu.content import archive, files
from goftogu.edition.site import Site
from goftogu.index.index import Catalogue, arrange
from goftogu.index.index import check as check_index
from goftogu.index.indexing import Findings, Indexer
from goftogu.index.people import People
from goftogu.index.topics import Index
from goftogu.model import Interview, T
from goftogu.pages import plan
from goftogu.pages.list_entries import ordered
from goftogu.problems import Place, Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Stamps, listing
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.store import Request


class Project:
    """A project, as far as a build has to know it: the texts stay on the disk until they are asked for.

    Attributes:
        problems: What was found so far.
        config: ``site.toml``.
        cards: One for each interview that can be read.
        states: How many paragraphs are in each state of translation.
        anchors: The ids of the turns of each interview.
        picture: What messengers show of the site, or ``None``.
        cache: Holds what earlier builds have found out.
    """

    def __init__(self, root: Path, cache: Cache, stamps: Stamps, url: str = "") -> None:
        """Read a project.

        Args:
            root: Its folder.
            cache: Holds what earlier builds have found out.
            stamps: Of the files in that folder.
            url: Address of the site, in place of that of ``site.toml``.
        """
        self.cache = cache
        self._root = root
        self._stamps = stamps
        self.problems = Problems()
        config = archive.settings(root, self.problems)
        self.config = replace(config, url=url) if url else config
        self._vocabulary = archive.vocabularies(root, self.problems)
        self._pages = tuple(archive.free_pages(root, self.problems))
        self.picture = files.card(root, self.problems)
        self._reader = Reader(root, cache, stamps, self._vocabulary)
        self.cards = list(self._reader.cards(self.problems))
        self._by_id = {card.id: card for card in self.cards}
        self._received = {card.id: received for card in self.cards if (received := self._as_received(card))}
        self._lists: dict[str, tuple[Interview, Mapping[str, Translation]]] = {}
        self._english: dict[str, dict[str, Translation]] = {}
        self.anchors = {card.id: card.anchors for card in self.cards}

    @property
    def gaps(self) -> list[Card]:
        """The interviews whose English an engine would have to make, in part or as a whole."""
        return [card for card in self.cards if card.open]

    def fill(self, request: Request) -> None:
        """Fill the gaps of the English, as far as the request allows and there are any."""
        gaps = self.gaps
        if gaps:
            lacking = frozenset().union(*(card.lacking for card in gaps))
            chosen = [card for card in self.cards if card.open or card.helps(lacking)]
            interviews = [self._reader.interview(card) for card in chosen]
            outcome = store.update(self._root, interviews, self._vocabulary, self.problems, request)
            self._english = {card.id: outcome.english[card.id] for card in gaps if card.id in outcome.english}
        for name, states in self._states.items():
            store.check_states(name, states, self.problems)
        store.check_strangers(self._root, {card.id for card in self.cards}, self.problems)

    def check(self, output: Path) -> None:
        """Check the archive as a whole.

        Args:
            output: The folder of the site, with the ids that were published last.
        """
        there = {Path(path).stem for path in listing(str(self._root), files.INTERVIEWS)}
        paths = {name: anchors.path for name, anchors in self.anchors.items()}
        self.problems.extend(self.kept(self.outlines, "faults", self._faults))
        self.problems.extend(plan.check_free(self._pages, paths))
        permalinks.check(output, self.anchors, self.problems, there)

    def _faults(self) -> list[Problem]:
        site = self.site
        made = Catalogue(site.index, site.people, site.places, site.dates, site.findings)
        found = Problems()
        check_index(made, site.interviews, self._vocabulary, found)
        return list(found)

    def kept(self, made_of: str, name: str, make: Callable[[], T]) -> T:
        """Return a value that an earlier build may have made.

        Args:
            made_of: Names all that it depends on.
            name: Tells it from others that depend on the same.
            make: Makes it.
        """
        return self.cache.recall(f"{made_of}.{name}", make)

    @property
    def states(self) -> Counter[State]:
        """How many paragraphs are in each state of translation."""
        counted = Counter(dict.fromkeys(State, 0))
        for states in self._states.values():
            counted.update(states)
        return counted

    @cached_property
    def abstracts(self) -> dict[str, Abstract]:
        """The names of what the pages of others may show of each interview, by its id."""
        return {
            name: self._reader.recall(self._parts[name], "abstract", partial(self._abstract, name))
            for name in self._by_id
        }

    @cached_property
    def outlines(self) -> str:
        """Names what lists of all interviews are made of, but for the templates."""
        return caches.key("outlines", self.settings, *(known.outline for known in self.abstracts.values()))

    @cached_property
    def order(self) -> list[str]:
        """The ids of the interviews in the order of the archive."""
        return self.kept(self.outlines, "order", lambda: [interview.id for interview in ordered(self.site)])

    @cached_property
    def numbered(self) -> list[str]:
        """The ids of the interviews, each at its number: old ones first, so that a new one changes no number."""
        return self.order[::-1] if self.config.newest_first else self.order

    def in_order(self, ids: Container[str]) -> tuple[str, ...]:
        """Return some ids in the order of the files."""
        return tuple(name for name in self._by_id if name in ids)

    @cached_property
    def site(self) -> Site:
        """The archive, with interviews that are read when they are asked for."""
        return self.part(self._by_id)

    def outlined(self) -> Site:
        """Return the archive without any text: what lists of all interviews are made of."""
        site = self.site
        outlines = {item.id: reader.outline(item, site.translations[item.id]) for item in site.interviews}
        return replace(
            site,
            interviews=tuple(interview for interview, _ in outlines.values()),
            translations={name: english for name, (_, english) in outlines.items()},
        )

    def alone(self, card: Card) -> Site:
        """Return the archive as if it had one interview only, with its text."""
        interview, english = self._reader.whole(card)
        given = {card.id: self._english.get(card.id) or english}
        return replace(self.part([card.id]), interviews=(interview,), translations=given)

    def part(self, ids: Iterable[str]) -> Site:
        """Return the archive as if it had some of its interviews only, in the order of the ids."""
        bare = self.bare(ids)
        own = bare.interviews
        made = arrange(own, self._vocabulary, [self._findings(interview) for interview in own])
        index, people, places, dates = made.topics, made.people, made.places, made.dates
        return replace(bare, index=index, people=people, places=places, dates=dates, findings=made.findings)

    def bare(self, ids: Iterable[str]) -> Site:
        """Return the archive as if it had some of its interviews only, and no index.

        How much of each interview is translated is told for all of them.
        """
        listed = {name: self._listed(name) for name in ids}
        return Site(
            config=self.config,
            vocabulary=self._vocabulary,
            interviews=tuple(interview for interview, _ in listed.values()),
            translations={name: self._english.get(name) or english for name, (_, english) in listed.items()},
            index=Index((), self._vocabulary),
            people=People({}, {}),
            pages=self._pages,
            card=self.picture is not None,
            states=self._states,
        )

    def origin(self, page: str, subject: str) -> Place | None:
        """Return where a link of a page was written; see :meth:`goftogu.checks.origins.Origins.place`."""
        return self._origins.place(page, subject)

    def received(self, card: Card) -> bytes:
        """Return the text of an interview as it was received."""
        name = card.received
        found = Problems()  # told when the project was read
        data = files.received(self._root, name, found) if name else files.data(self._root, card.path, found)
        return data or b""

    @property
    def common(self) -> list[str]:
        """Names of what every file of the site is made of, but for the interviews."""
        paths = listing(str(self._root), "templates")
        templates = [f"{path} {self._stamps.digest(path)}" for path in paths]
        return [*templates, repr(self._pages), repr(self.picture is not None), self.settings]

    def made_of(self, card: Card) -> str:
        """Name all that the files of one interview are made of, besides what is common to all."""
        return card.key + self._names.get(card.id, "")

    def _listed(self, name: str) -> tuple[Interview, Mapping[str, Translation]]:
        """Return an interview and its English for lists."""
        if name not in self._lists:
            self._lists[name] = self._reader.listed(self._by_id[name], self._parts[name])
        return self._lists[name]

    def _findings(self, interview: Interview) -> Findings:
        return interview.recall("findings", lambda: self._indexer.read(interview))

    def _abstract(self, name: str) -> Abstract:
        site = self.part([name])
        return abstracts.make(site, site.interviews[0], self._by_id[name].shown().light)

    @cached_property
    def _indexer(self) -> Indexer:
        return Indexer(self._labels, self._vocabulary)

    @cached_property
    def _origins(self) -> Origins:
        made_of: dict[str, Sequence[str]] = {urls.free(page.language, page.id): [page.path] for page in self._pages}
        for card in self.cards:
            made_of.update(origins.of_interview(card.id, [card.anchors.path, store.path_of(card.id)]))
        return Origins(self._root, self.config.url, made_of)

    @cached_property
    def settings(self) -> str:
        """Names all that is the same for every interview, but for the templates."""
        return caches.key("settings", repr(self.config), repr(self._vocabulary), *self._labels)

    @cached_property
    def _labels(self) -> list[str]:
        return sorted({label for card in self.cards for label in card.labels})

    @cached_property
    def _parts(self) -> dict[str, str]:
        """Names of what can be recalled of each interview."""
        found = {card.id: caches.key("parts", self.made_of(card), self.settings) for card in self.cards}
        for name in (*found.values(), self.settings):
            self.cache.spare(name)
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names of what an interview is made of besides its card: other English, and the text as received."""
        beside = {
            name: (self._received.get(name, ""), self._english.get(name)) for name in (*self._received, *self._english)
        }
        return {
            name: caches.key("beside", received, pickle.dumps(english)) for name, (received, english) in beside.items()
        }

    @cached_property
    def _states(self) -> dict[str, Counter[State]]:
        """How many paragraphs of each interview are in each state of translation."""
        return {card.id: self._states_of(card) for card in self.cards}

    def _as_received(self, card: Card) -> str:
        """Return the digest of the text as received, and report one that is not there."""
        name = card.received
        if not name:
            return ""
        digest = self._stamps.digest(f"{files.RECEIVED}/{name}")
        data = None if digest else files.received(self._root, name, self.problems)
        return digest if data is None else hashlib.sha256(data).hexdigest()

    def _states_of(self, card: Card) -> Counter[State]:
        english = self._english.get(card.id)
        return card.states if english is None else Counter(found.state for found in english.values())
