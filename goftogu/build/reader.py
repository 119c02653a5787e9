"""Reads all interviews and their English, each only when it or the way it is read has changed.

What is known of an interview is kept in the cache in two entries: a card with what lists show, and the body with the
text. Both are named after everything that they depend on: the code, the transcript, its translation memory, and the
archive's own spellings. Nothing with an error is kept; it is read again until it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NoReturn

from goftogu.build import shelf, summaries
from goftogu.build.shelf import Body, English, Shelf, Shelved
from goftogu.build.summaries import Card
from goftogu.content import files
from goftogu.content.archive import CACHE, check_code_points
from goftogu.content.vocabulary import Vocabulary
from goftogu.model import Interview, T
from goftogu.pages import plan
from goftogu.persian.orthography import layer
from goftogu.persian.orthography.layer import Orthography
from goftogu.problems import Problems
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Stamps
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import NOTHING, Translation


class Reader:
    """Reads the interviews of a project."""

    def __init__(self, root: Path, cache: Cache, stamps: Stamps, vocabulary: Vocabulary) -> None:
        """Prepare to read.

        Args:
            root: The project's folder.
            cache: Holds what is known.
            stamps: Of the project's files.
            vocabulary: Has the archive's own spellings.
        """
        self.shelf = Shelf(cache)
        self._root = root
        self._cache = cache
        self._stamps = stamps
        self._vocabulary = vocabulary
        self._recalling = 0
        own = vocabulary.orthography
        self._spelling = repr((sorted(own.words.items()), sorted(own.keep)))

    def cards(self, problems: Problems) -> Iterator[Card]:
        """Yield the card of each interview that can be read, and add what is wrong to the problems."""
        for path in files.transcripts(self._root, problems):
            card = self._card(path, problems)
            if card is not None:
                yield card

    def interview(self, card: Card) -> Shelved:
        """Return the interview of a card; its text is read when it is asked for."""
        return shelf.shelved(card.shown().light, partial(self.body, card), _forget)

    def whole(self, card: Card) -> tuple[Interview, dict[str, Translation]]:
        """Return the interview of a card with its text, and its English as its own memory has it."""
        body = self.body(card)
        return Interview(**card.shown().light, **body.parts), body.english

    def listed(self, card: Card, parts: str) -> tuple[Shelved, English]:
        """Return the interview of a card for lists, and its English.

        Lists are made anew only when what they show of an interview is another. So they may not look into its text but
        by :meth:`~goftogu.model.Interview.recall`; nothing else opens it.

        Args:
            card: From :meth:`cards`.
            parts: Names all that what is recalled depends on.
        """
        opened, (light, near) = partial(self._open, card), card.shown()
        return shelf.shelved(light, opened, partial(self.recall, parts)), English(near, opened)

    def recall(self, parts: str, name: str, make: Callable[[], T]) -> T:
        """Return a value that depends on an interview; only while it is made may the text be opened.

        Args:
            parts: Names all that it depends on.
            name: Names the value among those of the interview.
            make: Makes it.
        """
        return self._cache.recall(f"{parts}.{name}", partial(self._recalled, make))

    def _recalled(self, make: Callable[[], T]) -> T:
        self._recalling += 1
        try:
            return make()
        finally:
            self._recalling -= 1

    def _open(self, card: Card) -> Body:
        return self.body(card) if self._recalling else _closed()

    def body(self, card: Card) -> Body:
        """Return the body of a card; one that has got lost is read again."""
        body = self.shelf.get(f"{card.key}.body")
        if body is not None:
            return body
        interview, english = self._read(card.path, Problems())
        assert interview is not None  # noqa: S101  it could be read before, and its bytes are the same
        return self.shelf.put(f"{card.key}.body", interview, english)

    def _card(self, path: str, problems: Problems) -> Card | None:
        memory = store.path_of(Path(path).stem)
        digests = self._stamps.first(path), self._stamps.first(memory)
        key = caches.key("read", self._spelling, path, *digests)
        self._cache.spare(key)
        packed = self._cache.get(f"{key}.card")
        if packed is not None:
            card = Card.read(packed)
            problems.extend(card.problems)
            return card
        found = Problems()
        interview, english = self._read(path, found)
        if digests != (self._stamps.digest(path), self._stamps.digest(memory)):
            self._stamps.forget(path, memory)  # somebody has written it in the meantime
            return self._card(path, problems)
        problems.extend(found)
        if interview is None:
            return None
        card = summaries.make(key, interview, english, found)
        self.shelf.put(f"{key}.body", interview, english)
        if not found.has_errors():
            self._cache.put(f"{key}.card", card.packed())
        return card

    def _read(self, path: str, problems: Problems) -> tuple[Interview | None, dict[str, Translation]]:
        from goftogu.transcripts import read as transcript_read  # noqa: PLC0415  costs time, and only what has changed is read

        source = files.text(self._root / path, problems, self._root)
        if source is None:
            return None, {}
        check_code_points(source, self._layer, problems)
        interview = transcript_read.read(source, self._layer.reading, problems)
        if interview is None:
            return None, {}
        problems.extend(plan.faults(interview))
        english = store.own(self._root, interview, problems)
        nothing = dict.fromkeys((unit.id for unit in interview.units()), NOTHING)
        return interview, english or nothing

    @cached_property
    def _layer(self) -> Orthography:
        own = self._vocabulary.orthography
        return layer.load(self._root / CACHE, own.words, own.keep)


def outline(interview: Interview, english: Mapping[str, Translation]) -> tuple[Shelved, English]:
    """Return an interview for lists of all interviews, and its English, neither with any text.

    Args:
        interview: From :meth:`Reader.listed`.
        english: The English of the interview.
    """
    return shelf.shelved(shelf.light(interview), _closed, _closed), English(summaries.near(interview, english), _closed)


def _closed(*_: object) -> NoReturn:
    message = "a list has opened the text of an interview, which is not among the things that it is made of"
    raise RuntimeError(message)


def _forget(_: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401  whatever is made
    return make()
