"""Collation: the text that is shown, compared word by word with the text that was received.

Two words are the same when they differ only in what the reading layer restores: half-spaces, blanks typed in their
place, the Persian forms of letters, characters that nobody sees. Everything else is an edit of the archive: another
digit, a full stop, a blank between two words that had none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, groupby
from typing import Final, NamedTuple

from goftogu import markup
from goftogu.conventions import forms, withheld
from goftogu.model import Interview, Paragraph
from goftogu.persian.orthography import differences
from goftogu.persian.orthography.differences import Differences
from goftogu.transcripts import labels
from goftogu.transcripts.alignment import AlignedSpan, align
from goftogu.transcripts.received import Received
from goftogu.transcripts.words import WrittenWord, joined, letters, restored, split

_CONTEXT: Final = 4
"""How many words are shown on each side of an edit."""
_NEIGHBOURS: Final = 3
"""How many words on each side show that a passage is the same."""
_LONG: Final = 3
"""How many words a passage has that is known for the same in another place; fewer are there by chance."""
_NOTHING: Final = Differences()
_BREAK: Final = "\0"
_GAP: Final = " \ufdd0 "
"""Stands for what is withheld: no word of the text received."""


class EditKind(StrEnum):
    """What the archive did."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where the words shown are not those received.

    Attributes:
        kind: What was done; a heading is one that the text received does not have.
        paragraph: Id of the paragraph; empty above all of them.
        turn: Id of its turn or heading; empty above the first turn.
        before: The words received, or empty.
        after: The words shown, or empty.
        lead: Some words of the paragraph before them.
        tail: Some words of the paragraph after them.
    """

    kind: EditKind
    paragraph: str
    turn: str
    before: str
    after: str
    lead: str
    tail: str


@dataclass(frozen=True, slots=True)
class Collation:
    """The result of comparing the text shown with the text received.

    Attributes:
        edits: In the order of the text.
        restored: What was restored in all other words.
        titled: Whether the title is in the text received.
    """

    edits: tuple[Edit, ...] = ()
    restored: Differences = _NOTHING
    titled: bool = True

    @property
    def headings(self) -> int:
        """How many headings the archive added."""
        return sum(edit.kind == EditKind.HEADING for edit in self.edits)

    @property
    def places(self) -> int:
        """In how many places the archive edited the text; headings are counted apart."""
        return len(self.edits) - self.headings


class _Item(NamedTuple):
    """A paragraph that is shown, the id of its turn or heading, and whether it is a heading."""

    unit: Paragraph
    turn: str = ""
    heading: bool = False


def unedited(interview: Interview) -> Collation:
    """Return the collation of an interview that is read from the very file that was received."""
    return Collation(restored=reread(interview.units()))


def collate(interview: Interview, received: Received) -> Collation:
    """Compare the text of an interview with the text received. Descriptions of speakers are words of the archive."""
    items = list(_items(interview))
    title = split(markup.bare(interview.title.reading))
    heading = letters(title)
    passages = (split(_plain(passage)) for passage in received.passages)
    given = [words for words in passages if letters(words) != heading]
    whole = _Whole(split(forms.unmarked(received.whole)), given)
    shown = [_shown(item.unit, whole) for item in items]
    spans = align(given, shown)
    known = {labels.key(label) for label in (*interview.speakers, *received.labels)}
    edits: Iterable[Edit] = _Edits(given, shown, items).edits(spans, whole, known)
    if withheld.is_closed(interview):
        edits = [replace(edit, before="") for edit in edits]
    text = {item.unit.id for item in items}
    same = [span.same for span in spans if span.same is not None]
    apart = reread(unit for unit in interview.units() if unit.id not in text)
    return Collation(tuple(edits), differences.total([*same, apart]), whole.holds(title))


def _plain(text: str) -> str:
    """Return what is said in a text: without its markup, and without the marks of lists and quotations."""
    return forms.unmarked(markup.bare(text))


def _shown(unit: Paragraph, whole: _Whole) -> list[WrittenWord]:
    """Return the words of a paragraph; what parts the halves of a verse is a word only if the text received has it."""
    words = split(_plain(withheld.MARK.sub(_GAP, unit.reading)))
    if unit.form == forms.TextForm.POEM and not whole.has_halves:
        return [word for word in words if word.key != forms.HALF]
    return words


def reread(units: Iterable[Paragraph]) -> Differences:
    """Return what reading the transcript restores."""
    return differences.total(differences.compare(unit.record, unit.reading) for unit in units)


def _items(interview: Interview) -> Iterator[_Item]:
    yield from map(_Item, interview.front())
    sections = {section.first: section for section in interview.sections}
    for turn in interview.turns:
        if turn.id in sections:
            yield _Item(sections[turn.id].title, sections[turn.id].id, heading=True)
        yield from (_Item(unit, turn.id) for unit in turn.paragraphs)


class _Whole:
    """All words of the file received, also those that are not part of the interview."""

    def __init__(self, words: Sequence[WrittenWord], given: Sequence[Sequence[WrittenWord]]) -> None:
        self._words, self._letters = words, letters(words)
        starts = accumulate((len(word.key) for word in words), initial=0)
        self._places = {start: place for place, start in enumerate(starts)}
        self._text = _chained(words)
        self._given = [*map(_chained, given)]
        self.has_halves = any(word.key == forms.HALF for word in words)

    def holds(self, words: Sequence[WrittenWord]) -> bool:
        """Tell whether some words follow each other in it, but for what the reading layer restores."""
        wanted = letters(words)
        for found in re.finditer(f"(?={re.escape(wanted)})", self._letters):
            first, last = (self._places.get(place) for place in (found.start(), found.start() + len(wanted)))
            if first is not None and last is not None and restored(self._words[first:last], words) is not None:
                return True
        return False

    def sets_aside(self, words: Sequence[WrittenWord]) -> bool:
        """Tell whether some words follow each other in what is not part of the interview."""
        chain = _chained(words)
        return self._text.count(chain) > sum(passage.count(chain) for passage in self._given)


def _chained(words: Sequence[WrittenWord]) -> str:
    return _BREAK.join(["", *(word.key for word in words), ""])


class _Edits:
    """Makes edits of the spans in which the words differ."""

    def __init__(
        self, given: Sequence[Sequence[WrittenWord]], shown: Sequence[Sequence[WrittenWord]], items: Sequence[_Item]
    ) -> None:
        self.given = [word for passage in given for word in passage]
        self.shown = [word for passage in shown for word in passage]
        self.passages = [number for number, passage in enumerate(given) for _ in passage]
        self.items = [item for item, passage in zip(items, shown, strict=True) for _ in passage]

    def edits(self, spans: Sequence[AlignedSpan], whole: _Whole, known: set[str]) -> Iterator[Edit]:
        """Yield the edits in the order of the text.

        Args:
            spans: All of them.
            whole: The words of the file received.
            known: Keys of all labels; a label is not part of what is said.
        """
        changed = [part for span in spans if span.same is None for part in self._parts(span)]
        gone = {self._given(span): span for span in changed if _is_removal(span) and self._is_long(span)}
        moved = {span: gone[text] for span in changed if _is_addition(span) and (text := self._shown(span)) in gone}
        sources = set(moved.values())
        for span in changed:
            if _GAP.strip() in self._shown(span):
                continue
            if span in moved:
                yield replace(self._edit(span, EditKind.MOVED), before=self._text(moved[span]))
            elif span not in sources and not self._is_label(span, known) and not self._is_received(span, whole):
                yield self._edit(span, self._kind(span))

    def _parts(self, span: AlignedSpan) -> Iterator[AlignedSpan]:
        """Yield a span, without the headings in it; these are spans of their own."""
        groups = groupby(range(*span.shown), key=lambda number: self.items[number].heading)
        runs = [(heading, list(numbers)) for heading, numbers in groups]
        left = span.given
        for heading, run in runs:
            given = (left[1], left[1]) if heading and len(runs) > 1 else left
            left = left if given != left else (left[1], left[1])
            yield AlignedSpan(given, (run[0], run[-1] + 1))
        if not runs:
            yield span

    def _given(self, span: AlignedSpan) -> str:
        return letters(self.given[slice(*span.given)])

    def _shown(self, span: AlignedSpan) -> str:
        return letters(self.shown[slice(*span.shown)])

    def _text(self, span: AlignedSpan) -> str:
        return joined(self.given[slice(*span.given)])

    def _is_long(self, span: AlignedSpan) -> bool:
        return span.given[1] - span.given[0] >= _LONG

    def _is_label(self, span: AlignedSpan, known: set[str]) -> bool:
        """Tell whether all that is missing is a label, or all that was added was taken for one."""
        if not _is_removal(span) and not _is_addition(span):
            return False
        text = joined(self.given[slice(*span.given)] or self.shown[slice(*span.shown)])
        return text[-1] in ":：" and labels.key(text[:-1]) in known

    def _is_received(self, span: AlignedSpan, whole: _Whole) -> bool:
        """Tell whether words that seem to be added are in the file, where it was not taken for the interview."""
        if not _is_addition(span):
            return False
        first, last = span.shown
        if last - first >= _LONG and whole.sets_aside(self.shown[first:last]):
            return True
        return whole.holds(self.shown[max(first - _NEIGHBOURS, 0) : last + _NEIGHBOURS])

    def _kind(self, span: AlignedSpan) -> EditKind:
        if _is_removal(span):
            return EditKind.REMOVED
        if not _is_addition(span):
            return EditKind.CHANGED
        return EditKind.HEADING if self.items[span.shown[0]].heading else EditKind.ADDED

    def _edit(self, span: AlignedSpan, kind: EditKind) -> Edit:
        item = self._place(span)
        first, last = span.shown
        lead = [number for number in range(max(first - _CONTEXT, 0), first) if self.items[number] is item]
        tail = [number for number in range(last, min(last + _CONTEXT, len(self.items))) if self.items[number] is item]
        return Edit(
            kind,
            item.unit.id if item else "",
            item.turn if item else "",
            self._text(span),
            joined(self.shown[first:last]),
            joined([self.shown[number] for number in lead]),
            joined([self.shown[number] for number in tail]),
        )

    def _place(self, span: AlignedSpan) -> _Item | None:
        """Return the paragraph of the words shown; of what is gone, that of the words around it."""
        last, start = span.given[1], span.shown[0]
        follows = last < len(self.passages) and self.passages[last - 1] == self.passages[last]
        if follows or not _is_removal(span):
            return self.items[start]
        return self.items[start - 1] if start else None


def _is_removal(span: AlignedSpan) -> bool:
    return span.shown[0] == span.shown[1]


def _is_addition(span: AlignedSpan) -> bool:
    return span.given[0] == span.given[1]
