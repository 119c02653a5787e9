"""Which openings are labels: the whole text decides, and whatever mark follows them counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from goftogu.conventions import stage_notes
from goftogu.model import Role
from goftogu.persian import folding
from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import bullets, people
from goftogu.transcripts.rough.openings import QUOTES, Opening, OpeningMark, openings
from goftogu.transcripts.rough.questions import asks

_TWICE: Final = 2
_THRICE: Final = 3
_STAGE: Final = frozenset(stage_notes.table())
_SHARE: Final = 0.25
_OFTEN: Final = 0.2
_MOST: Final = 12
_WORDS: Final = 3
_ASKED: Final = 0.5
_OTHERS: Final = (
    OpeningMark.TAB,
    OpeningMark.BRACKET,
    OpeningMark.SLASH,
    OpeningMark.BAR,
    OpeningMark.SEMICOLON,
    OpeningMark.DASH,
    OpeningMark.DOT,
    OpeningMark.HELD,
    OpeningMark.ALONE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """The labelled start of a piece.

    Attributes:
        label: The label as it will be declared.
        shown: The label as it stands here; empty when it stands nowhere.
        rest: The piece below the label; a stage direction of the label is a note at its start.
        number: The number that stood in the label.
    """

    label: str
    shown: str
    rest: Piece
    number: str = ""

    @property
    def text(self) -> str:
        """What follows the label."""
        return self.rest.text


@dataclass(slots=True)
class RoughLabels:
    """The labels of one text.

    Attributes:
        names: In their fullest spelling, by key, in order of appearance.
        marks: What follows a label, by key.
        once: Pieces that begin like a label but are taken for text.
        merged: Spellings that were taken for one speaker: the other one and the label.
    """

    names: dict[str, str] = field(default_factory=dict)
    marks: dict[str, set[OpeningMark]] = field(default_factory=lambda: defaultdict(set))
    once: list[tuple[Opening, Piece]] = field(default_factory=list)
    merged: dict[str, str] = field(default_factory=dict)

    def accept(self, opening: Opening) -> None:
        """Take an opening for a label, with the mark that follows it."""
        self.names.setdefault(opening.key, opening.name)
        self.marks[opening.key].add(opening.mark)

    def find(self, piece: Piece) -> Start | None:
        """Return the label with which a piece begins."""
        if piece.speaker:
            return Start(piece.speaker, piece.speaker, piece)
        if not self.names:
            return None
        for opening in openings(piece.text):
            key, aside = self._known(opening)
            if key and opening.mark in self.marks[key]:
                return self._start(piece, opening, key, aside)
        return None

    def starts(self, line: str) -> bool:
        """Tell whether a line begins with a label."""
        return self.find(Piece(line, 1)) is not None

    def _known(self, opening: Opening) -> tuple[str, str]:
        """Return the key of the label that an opening names, and the stage direction in it."""
        if opening.key in self.names:
            return opening.key, opening.aside
        name, aside = people.with_direction(opening.name, self.names)
        return name, "، ".join(filter(None, (aside, opening.aside)))

    def _start(self, piece: Piece, opening: Opening, key: str, aside: str) -> Start:
        rest = piece.cut(opening.end).leading(piece.spans)
        if piece.bold:
            rest = rest.unmarked()
        if aside:
            rest = rest.after(f"[{aside}]")
        return Start(self.names[key], opening.name, replace(rest, time=opening.time or piece.time), opening.number)


def find(pieces: Sequence[Piece], named: Collection[str] = ()) -> RoughLabels:
    """Find the labels of a text.

    Args:
        pieces: All that could be speech.
        named: Names that the head of the text gives to speakers.
    """
    found = RoughLabels()
    lines = list(_lines(pieces))
    hints = {labels.key(word) for name in named for word in (name, name.split()[-1]) if word}
    _colons(found, lines, hints)
    known = set(found.names)
    for mark in _OTHERS:
        _others(found, mark, lines, known | hints)
    aged = [line[OpeningMark.AGE] for _, line in lines if OpeningMark.AGE in line]
    for opening in aged if len(aged) >= _TWICE else ():
        found.accept(opening)
    people.merge(found.names, found.merged)
    for key in found.names:
        found.marks[key] |= {OpeningMark.SEMICOLON} if OpeningMark.COLON in found.marks[key] else set()
    return found


def _lines(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, dict[OpeningMark, Opening]]]:
    for piece in pieces:
        for line in piece.text.split("\n"):
            yield piece, {opening.mark: opening for opening in openings(line)}


_Lines = Sequence[tuple[Piece, Mapping[OpeningMark, Opening]]]


def _colons(found: RoughLabels, lines: _Lines, hints: Collection[str]) -> None:
    """Take what stands before a colon: a role, a form of address, a name that comes twice or answers a role."""
    heads = [(piece, line[OpeningMark.COLON]) for piece, line in lines if OpeningMark.COLON in line]
    counts = Counter(opening.key for _, opening in heads)
    often = {key for key, number in counts.items() if number >= max(_THRICE, len(lines) * _OFTEN)}
    asked = False
    dashed = _before_dashes([piece for piece, _ in lines])
    for piece, opening in heads:
        key, role = opening.key, labels.role_of(opening.name)
        if not (labels.resembles(opening.name) or (key in often and _is_short(opening.name))):
            continue
        sure = key in found.names or role or counts[key] >= _TWICE or key in hints or labels.is_titled(opening.name)
        directed = any(people.with_direction(opening.name, found.names))
        follows = (asked or piece.line in dashed) and not piece.text.lstrip().startswith(QUOTES)
        if (sure or follows) and not directed:
            found.accept(opening)
        elif not directed:
            found.once.append((opening, piece))
        asked = role == Role.INTERVIEWER
    for opening, piece in list(found.once):
        directed = any(people.with_direction(opening.name, found.names))
        if directed or people.is_same(opening.name, found.names):
            found.once.remove((opening, piece))
        if not directed and people.is_same(opening.name, found.names):
            found.accept(opening)


def _before_dashes(pieces: Sequence[Piece]) -> set[int]:
    """Return the lines of pieces that a run of dashes follows."""
    signs = [bullets.of(piece) for piece in pieces]
    dash = [sign is not None and sign.kind == "dash" for sign in signs]
    return {
        pieces[number].line
        for number in range(len(pieces) - 2)
        if not dash[number] and dash[number + 1] and dash[number + 2]
    }


def _others(found: RoughLabels, mark: OpeningMark, lines: _Lines, known: Collection[str]) -> None:
    """Take what stands before another mark when it opens so many lines that it can be nothing else."""
    heads = [(piece, line[mark]) for piece, line in lines if mark in line and _may_be(line[mark])]
    counts = Counter(opening.key for _, opening in heads)
    asking = Counter(opening.key for piece, opening in heads if asks(piece.text))
    accepted = {
        opening.key: opening.name
        for _, opening in reversed(heads)
        if counts[opening.key] >= _TWICE or opening.key in known or (labels.role_of(opening.name) and not _plain(mark))
    }
    covered = sum(counts[key] for key in accepted)
    if covered < _THRICE or covered < len(lines) * _SHARE or len(accepted) > _MOST:
        slip = mark in {OpeningMark.SLASH, OpeningMark.BAR}
        known_here = {key: name for key, name in accepted.items() if key in found.names}
        accepted = {key: name for key, name in known_here.items() if counts[key] >= _TWICE or not slip}
    if len(accepted) == 1 and not _may_stand_alone(accepted, counts, asking, found):
        return
    for _, opening in heads:
        if opening.key in accepted:
            found.accept(opening)


def _may_stand_alone(
    accepted: Mapping[str, str], counts: Counter[str], asking: Counter[str], found: RoughLabels
) -> bool:
    """Tell whether a single label is one: it is a role, it asks, or it was found with another mark."""
    ((key, name),) = accepted.items()
    return bool(key in found.names or labels.role_of(name) or asking[key] > counts[key] * _ASKED)


def _may_be(opening: Opening) -> bool:
    """Tell whether a name before a mark other than a colon is short enough to be a label."""
    letters = len(folding.fold(opening.name).replace(" ", ""))
    if opening.mark in {OpeningMark.BRACKET, OpeningMark.DOT}:
        return letters <= _TWICE or labels.role_of(opening.name) is not None
    if opening.mark is OpeningMark.HELD and stage_notes.key(opening.name) in _STAGE:
        return False
    return _is_short(opening.name) and (labels.resembles(opening.name) or letters <= _TWICE)


def _plain(mark: OpeningMark) -> bool:
    """Tell whether a mark is so common that even a role before it must come twice."""
    return mark in {OpeningMark.ALONE, OpeningMark.DOT, OpeningMark.DASH}


def _is_short(name: str) -> bool:
    return len(name.split()) <= _WORDS
