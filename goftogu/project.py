"""A project as far as a build has to know it: reads what has changed, and fills the gaps of the English."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from goftogu import abstracts, archive, catalogue, load, origins, pages, published, urls
from goftogu import cache as caches
from goftogu.abstracts import Abstract
from goftogu.cache import Cache
from goftogu.indexing import Findings, Indexer
from goftogu.model import Interview
from goftogu.origins import Origins
from goftogu.problems import Problem
from goftogu.reading import Card, Reader
from goftogu.site import Site
from goftogu.stamps import Stamps, listing
from goftogu.translation import memories
from goftogu.translation.entries import State, Translation
from goftogu.translation.memories import Request

_NOTES: Final = {
    State.MISSING: (
        "M006",
        "have no English yet; their Persian is shown in its place",
        "install a package with: build.py package install, then build again; or write the English yourself",
    ),
    State.STALE: (
        "M007",
        "have English that belongs to an earlier wording",
        "list them with: build.py review",
    ),
}


class Project:
    """A project, as far as a build has to know it: the texts stay on the disk until they are asked for.

    Attributes:
        problems: What was found so far.
        config: ``site.toml``.
        cards: One for each interview that can be read.
        states: How many paragraphs are in each state of translation.
        anchors: The ids of the turns of each interview.
        picture: What messengers show of the site, or ``None``.
    """

    def __init__(self, root: Path, cache: Cache, stamps: Stamps, url: str = "") -> None:
        """Read a project.

        Args:
            root: Its folder.
            cache: Holds what earlier builds have found out.
            stamps: Of the files in that folder.
            url: Address of the site, in place of that of ``site.toml``.
        """
        self._root = root
        self._stamps = stamps
        config, self.problems = archive.settings(root)
        self.config = replace(config, url=url) if url else config
        self._vocabulary, found = archive.vocabularies(root)
        self.problems += found
        self._pages = tuple(archive.free_pages(root, self.problems))
        self.picture, found = load.card(root)
        self.problems += found
        self._reader = Reader(root, cache, stamps, self._vocabulary)
        self.cards = list(self._reader.cards(self.problems))
        self._received = {card.id: self._as_received(card) for card in self.cards}
        self._english: dict[str, dict[str, Translation]] = {}
        self.anchors = {card.id: card.anchors for card in self.cards}

    @property
    def gaps(self) -> list[Card]:
        """The interviews whose English an engine would have to make, in part or as a whole."""
        return [card for card in self.cards if card.open]

    def fill(self, request: Request) -> None:
        """Fill the gaps of the English, as far as the request allows and there are any."""
        gaps = self.gaps
        chosen = self.cards if any(card.waits for card in gaps) else gaps
        if gaps:
            outcome = memories.update(
                self._root, [self._reader.interview(card) for card in chosen], self._vocabulary, request
            )
            self.problems += outcome.problems
            self._english = {card.id: outcome.english[card.id] for card in gaps if card.id in outcome.english}
        self.problems += [fault for card in self.cards for fault in self._untranslated(card)]
        self.problems += memories.strangers(self._root, {card.id for card in self.cards})

    def check(self, output: Path) -> None:
        """Check the archive as a whole.

        Args:
            output: The folder of the site, with the ids that were published last.
        """
        there = {Path(path).stem for path in listing(str(self._root), load.INTERVIEWS)}
        gone = published.check(output, self.anchors, there)
        self.problems += [*self._catalogue[1], *pages.check_shared(self.site), *gone]

    @property
    def states(self) -> Counter[State]:
        """How many paragraphs are in each state of translation."""
        counted = Counter(dict.fromkeys(State, 0))
        for card in self.cards:
            counted.update(self._states(card))
        return counted

    @cached_property
    def site(self) -> Site:
        """The archive, with interviews that are read when they are asked for."""
        index = self._catalogue[0]
        return Site(
            config=self.config,
            vocabulary=self._vocabulary,
            interviews=self._interviews,
            translations={card.id: self._english.get(card.id) or self._listed[card.id][1] for card in self.cards},
            index=index.topics,
            people=index.people,
            pages=self._pages,
            card=self.picture is not None,
            places=index.places,
            dates=index.dates,
            findings=index.findings,
            states={card.id: self._states(card) for card in self.cards},
        )

    @property
    def origins(self) -> Origins:
        """Tells where a link of a page was written."""
        made_of: dict[str, Sequence[str]] = {urls.free(page.language, page.id): [page.path] for page in self._pages}
        for card in self.cards:
            made_of.update(origins.of_interview(card.id, [card.anchors.path, memories.path_of(card.id)]))
        return Origins(self._root, self.config.url, made_of)

    @cached_property
    def _listed(self) -> dict[str, tuple[Interview, Mapping[str, Translation]]]:
        """The interviews and their English for lists."""
        return {card.id: self._reader.listed(card, self._settings, self._names[card.id]) for card in self.cards}

    @property
    def _interviews(self) -> tuple[Interview, ...]:
        return tuple(interview for interview, _ in self._listed.values())

    def outlines(self) -> Site:
        """Return the archive without any text: what lists of all interviews are made of."""
        outlines = {card.id: self._reader.outline(card, self.site.translations[card.id]) for card in self.cards}
        return replace(
            self.site,
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
        own = tuple(self._listed[name][0] for name in ids)
        index, _ = catalogue.arrange(own, self._vocabulary, [self._findings[interview.id] for interview in own])
        return replace(
            self.site,
            interviews=own,
            translations={interview.id: self.site.translations[interview.id] for interview in own},
            index=index.topics,
            people=index.people,
            places=index.places,
            dates=index.dates,
        )

    def abstract(self, card: Card) -> Abstract:
        """Return the names of what the pages of others may show of an interview."""
        interview, _ = self._listed[card.id]
        make = partial(abstracts.make, self.site, interview, card.light)
        return interview.recall("abstract", make)

    def received(self, card: Card) -> bytes:
        """Return the text of an interview as it was received."""
        name = card.light["provenance"].file
        data, _ = load.received(self._root, name) if name else load.data(self._root, card.light["path"])
        return data or b""

    @property
    def common(self) -> list[str]:
        """Names of what every file of the site is made of, but for the interviews."""
        paths = listing(str(self._root), "templates")
        templates = [f"{path} {self._stamps.digest(path)}" for path in paths]
        return [*templates, repr(self.config), repr(self._pages), repr(self.site.card), self._settings]

    def made_of(self, card: Card) -> str:
        """Name all that the files of one interview are made of, besides what is common to all."""
        return card.key + self._names[card.id]

    @cached_property
    def _catalogue(self) -> tuple[catalogue.Catalogue, list[Problem]]:
        return catalogue.arrange(self._interviews, self._vocabulary, list(self._findings.values()))

    @cached_property
    def _indexer(self) -> Indexer:
        return Indexer(self._interviews, self._vocabulary)

    @cached_property
    def _findings(self) -> dict[str, Findings]:
        return {
            interview.id: interview.recall("findings", partial(self._indexer.read, interview))
            for interview in self._interviews
        }

    @cached_property
    def _settings(self) -> str:
        """Names all that is the same for every interview, but for the templates."""
        labels = sorted({label for card in self.cards for label in card.light["speakers"]})
        return caches.key("settings", repr(self.config), repr(self._vocabulary), *labels)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Names of what an interview is made of besides its card: other English, and the text as received."""
        return {
            card.id: caches.key("beside", self._received[card.id], pickle.dumps(self._english.get(card.id)))
            for card in self.cards
        }

    def _as_received(self, card: Card) -> str:
        """Return the digest of the text as received, and report one that is not there."""
        name = card.light["provenance"].file
        if not name:
            return ""
        digest = self._stamps.digest(f"{load.RECEIVED}/{name}")
        data, found = (None, []) if digest else load.received(self._root, name)
        self.problems += found
        return digest if data is None else hashlib.sha256(data).hexdigest()

    def _states(self, card: Card) -> Counter[State]:
        english = self._english.get(card.id)
        return card.states if english is None else Counter(found.state for found in english.values())

    def _untranslated(self, card: Card) -> Iterator[Problem]:
        states = self._states(card)
        for state, (code, message, hint) in _NOTES.items():
            if states[state]:
                counted = f"{states[state]} of {states.total()} paragraphs {message}"
                yield Problem(memories.path_of(card.id), 0, 0, code, counted, hint)
