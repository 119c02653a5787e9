"""What the workbench answers to its pages: JSON for JSON, without any word of HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from goftogu import terminal
from goftogu.content.media import FOLDER as MEDIA
from goftogu.content.vocabulary import Vocabulary
from goftogu.locale import language
from goftogu.problems import Problems
from goftogu.serve.review import window, words
from goftogu.serve.review.queue import ORDERS, SHOWN, ListedRow, Queue, Wish
from goftogu.serve.review.refresh import Refresher
from goftogu.serve.review.rows import PERSON, TOPIC
from goftogu.serve.review.saving import ReviewDecision, Saved, SaveFate, Saver
from goftogu.serve.review.window import PassageExtent
from goftogu.storage import files as disk
from goftogu.translation.corrections import Correction
from goftogu.translation.memory.entry import State, Translation

_PAGE: Final = 50
"""Rows of a page of the list."""
_SUGGESTED: Final = 20
"""How many interviews are suggested for some letters."""
_SLEEP: Final = 25.0
"""Seconds that a window waits for news before it asks again."""

CORRECTED: Final = "corrected"
"""The filter that shows turns about which readers have written."""
_NOWHERE: Final = ("",)
"""Where no paragraph is."""

Query = Mapping[str, str]


class WorkbenchAnswer(NamedTuple):
    """An answer: its status, and a value that becomes JSON."""

    status: HTTPStatus
    value: Any


_STATUSES: Final = {
    SaveFate.SAVED: HTTPStatus.OK,
    SaveFate.CLASH: HTTPStatus.CONFLICT,
    SaveFate.BUSY: HTTPStatus.SERVICE_UNAVAILABLE,
    SaveFate.GONE: HTTPStatus.GONE,
    SaveFate.REFUSED: HTTPStatus.UNPROCESSABLE_ENTITY,
}


class Taken(msgspec.Struct):
    """The number of a decision that is taken back."""

    undo: int


class Typed(msgspec.Struct):
    """A text that somebody is typing into a paragraph."""

    interview: str
    unit: str
    text: str


class WorkbenchAnswers:
    """Answers the questions of the pages."""

    def __init__(self, refresher: Refresher, by: str = "", letters: Sequence[Correction] = ()) -> None:
        """Prepare.

        Args:
            refresher: Has the archive, the list and the news.
            by: Who reviews; empty when the page is to ask.
            letters: What readers have written.
        """
        self._letters = tuple(letters)
        self._corrected = tuple(dict.fromkeys(letter.place for letter in letters if letter.place))
        self._refresher = refresher
        self._by = by
        self._saver = Saver(refresher)
        self.gets: Mapping[str, Callable[[Query], WorkbenchAnswer]] = {
            "start": self._start,
            "queue": self._queue,
            "counts": self._counts,
            "passage": self._passage,
            "interviews": self._interviews,
            "news": self._news,
        }
        self.posts: Mapping[str, Callable[[bytes], WorkbenchAnswer]] = {
            "save": self._save,
            "undo": self._undo,
            "check": self._check,
        }

    def media(self, query: Query) -> Path | None:
        """Return a recording that an interview names; ``None`` when it names no such file."""
        desk = self._refresher.archive.desk(query.get("interview", ""), Problems())
        name = query.get("file", "")
        if desk is None or name not in window.media(desk.interview):
            return None
        file = self._refresher.archive.root / MEDIA / name
        return file if disk.mode(str(file)) else None

    def _start(self, query: Query) -> WorkbenchAnswer:
        tongue = query.get("lang", "")
        chosen = tongue if tongue in language.LANGUAGES else language.chosen()
        archive, queue = self._refresher.archive, self._refresher.queue
        root = str(archive.root.resolve())
        value = {
            **words.said(chosen),
            "language": chosen,
            "archive": archive.config.title[chosen],
            "key": hashlib.sha256(root.encode(errors="replace")).hexdigest()[:12],
            "by": self._by,
            "shown": [name for name in SHOWN if name != CORRECTED or self._corrected],
            "first": CORRECTED if self._corrected else Wish().shown,
            "letters": [_written(letter) for letter in self._letters if not letter.place],
            "orders": list(ORDERS),
            "topics": _named(queue, TOPIC, archive.shared.vocabulary, chosen),
            "people": _named(queue, PERSON, archive.shared.vocabulary, chosen),
            "faults": queue.faults(),
            "news": self._refresher.news.number,
        }
        return WorkbenchAnswer(HTTPStatus.OK, value)

    def _queue(self, query: Query) -> WorkbenchAnswer:
        wish = self._wish(query)
        found = self._refresher.queue.rows(wish, _after(query.get("after", "")), _PAGE + 1)
        return WorkbenchAnswer(HTTPStatus.OK, {"rows": list(map(_listed, found[:_PAGE])), "more": len(found) > _PAGE})

    def _counts(self, query: Query) -> WorkbenchAnswer:
        wish, queue = self._wish(query), self._refresher.queue
        counts = queue.counts(replace(wish, places=()))
        corrected = queue.counts(replace(wish, places=self._corrected or _NOWHERE))["all"]
        return WorkbenchAnswer(HTTPStatus.OK, {**counts, CORRECTED: corrected})

    def _interviews(self, query: Query) -> WorkbenchAnswer:
        found = self._refresher.queue.interviews(query.get("words", "").strip(), _SUGGESTED)
        return WorkbenchAnswer(
            HTTPStatus.OK, [{"id": name, "title": title, "waiting": count} for name, title, count in found]
        )

    def _passage(self, query: Query) -> WorkbenchAnswer:
        desk = self._refresher.archive.desk(query.get("interview", ""), Problems())
        if desk is None:
            return WorkbenchAnswer(HTTPStatus.GONE, {"fate": SaveFate.GONE.value})
        extent = PassageExtent(
            _number(query.get("before"), PassageExtent().before), _number(query.get("after"), PassageExtent().after)
        )
        shown = window.passage(desk, self._refresher.archive.shared, query.get("unit", ""), extent)
        letters = [_written(letter) for letter in self._letters if letter.interview == desk.interview.id]
        return WorkbenchAnswer(HTTPStatus.OK, {**shown, "letters": letters})

    def _news(self, query: Query) -> WorkbenchAnswer:
        number, events = self._refresher.news.wait(_number(query.get("after"), 0), _SLEEP)
        return WorkbenchAnswer(HTTPStatus.OK, {"number": number, "events": [event._asdict() for event in events]})

    def _save(self, body: bytes) -> WorkbenchAnswer:
        wanted = msgspec.json.decode(body, type=ReviewDecision)
        return self._told(self._saver.save(wanted))

    def _undo(self, body: bytes) -> WorkbenchAnswer:
        return self._told(self._saver.undo(msgspec.json.decode(body, type=Taken).undo))

    def _check(self, body: bytes) -> WorkbenchAnswer:
        given, shared = msgspec.json.decode(body, type=Typed), self._refresher.archive.shared
        desk = self._refresher.archive.desk(given.interview, Problems())
        if desk is None or given.unit not in desk.units:
            return WorkbenchAnswer(HTTPStatus.GONE, {"fate": SaveFate.GONE.value})
        typed = Translation(given.text, State.DRAFT, "")
        return WorkbenchAnswer(HTTPStatus.OK, window.checked(desk, desk.units[given.unit], typed, shared.terms))

    def _wish(self, query: Query) -> Wish:
        shown, order = query.get("shown", ""), query.get("order", "")
        return Wish(
            shown if shown in SHOWN else Wish().shown,
            query.get("interview", ""),
            query.get("topic", ""),
            query.get("person", ""),
            (self._corrected or _NOWHERE) if shown == CORRECTED else (),
            order if order in ORDERS else Wish().order,
        )

    def _told(self, saved: Saved) -> WorkbenchAnswer:
        value: dict[str, Any] = {"fate": saved.fate.value, "undo": saved.undo}
        if saved.reason is not None:
            value["reason"] = terminal.as_said(saved.reason)
        if saved.desk is not None:
            value["unit"] = window.one(saved.desk, self._refresher.archive.shared, saved.desk.units[saved.unit])
            value["interview"] = saved.desk.interview.id
        return WorkbenchAnswer(_STATUSES[saved.fate], value)


def _written(letter: Correction) -> dict[str, Any]:
    """Return what a page shows of a letter."""
    return {**asdict(letter), "place": letter.place}


def _after(text: str) -> tuple[int, str, int] | tuple[()]:
    """Read the place of a row: rank, position and interview, with blanks between them."""
    rank, _, rest = text.partition(" ")
    position, _, interview = rest.partition(" ")
    return (_number(rank, 0), interview, _number(position, 0)) if interview else ()


def _number(text: str | None, usual: int) -> int:
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdecimal() and len(digits) < _DIGITS else usual


_DIGITS: Final = 16


def _listed(found: ListedRow) -> dict[str, Any]:
    place = f"{found.rank} {found.position} {found.interview}"
    return {"interview": found.interview, "title": found.title, "place": place, **found.row._asdict()}


def _named(queue: Queue, kind: str, vocabulary: Vocabulary, tongue: str) -> list[dict[str, Any]]:
    labels = {name: topic.label for name, topic in vocabulary.topics.items()}
    people = {name: person.name for name, person in vocabulary.people.items()}
    known = labels if kind == TOPIC else people
    found = [(known[name][tongue], name, count) for name, count in queue.subjects(kind) if name in known]
    return [{"id": name, "label": label, "turns": count} for label, name, count in sorted(found)]
