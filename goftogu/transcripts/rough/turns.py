"""Who speaks in a raw text: the turns, from labels, marks and question marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from goftogu.model import Role
from goftogu.transcripts.draft import Passage, Speech
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.paragraphs import Piece
from goftogu.transcripts.rough.questions import asks

ASKS: Final = "پرسش"
"""Label of an interviewer whom the text does not name."""

ANSWERS: Final = "پاسخ"
"""Label of an interviewee whom the text does not name."""

_TWICE: Final = 2

Found = Sequence[tuple[Piece, Start | None]]


class Scheme(Enum):
    """How a raw text tells questions from answers; the value says it in words."""

    LABELLED = "every turn has a label; a paragraph without one continues the turn"
    DROPPED = "turns have labels at first; below the last one a paragraph that asks is the interviewer's"
    QUESTIONS = "only questions have a label; a paragraph without one belongs to the answer"
    ANSWERS = "only answers have a label; a question before one belongs to the interviewer"
    MARKED = "questions are bold or have a bullet"
    SPARSE = "a paragraph that asks is the interviewer's, any other one the interviewee's"


@dataclass(slots=True)
class Turns:
    """The turns of a raw text and what could not be known.

    Attributes:
        speeches: In order.
        scheme: By which rule they were found.
        rhetorical: Paragraphs that ask but were taken for a part of an answer.
        torn: Paragraphs without a label that one of several guests must have spoken.
        empty: Labels that no text follows.
    """

    scheme: Scheme
    speeches: list[Speech] = field(default_factory=list)
    rhetorical: list[Piece] = field(default_factory=list)
    torn: list[Piece] = field(default_factory=list)
    empty: list[Piece] = field(default_factory=list)


def scheme_of(found: Found, roles: Mapping[str, Role]) -> Scheme:
    """Tell how a raw text parts questions and answers.

    Args:
        found: All pieces of the interview with their labels.
        roles: Of all labels.
    """
    counts = Counter(start.label for _, start in found if start)
    there = {roles[label] for label in counts}
    repeated = max(counts.values(), default=0) >= _TWICE
    if repeated and len(there) > 1:
        return (
            Scheme.DROPPED
            if sum(asks(piece.text) for piece, _ in found[_last(found) + 1 :]) >= _TWICE
            else Scheme.LABELLED
        )
    if repeated:
        return Scheme.QUESTIONS if Role.INTERVIEWER in there else Scheme.ANSWERS
    marked = [piece.unmarked for piece, _ in found if piece.unmarked is not None]
    if not counts and len(marked) >= _TWICE and sum(map(asks, marked)) * 2 >= len(marked):
        return Scheme.MARKED
    return Scheme.SPARSE


def read(found: Found, roles: Mapping[str, Role]) -> Turns:
    """Find the turns.

    Args:
        found: All pieces of the interview with their labels, from the first turn on.
        roles: Of all labels.
    """
    turns = Turns(scheme_of(found, roles))
    reader = _Reader(turns, roles)
    last = _last(found)
    for number, (piece, start) in enumerate(found):
        if start is not None:
            reader.labelled(piece, start)
        else:
            reader.below_labels = number > last
            reader.unlabelled(piece, before_label=number < last and found[number + 1][1] is not None)
    reader.end()
    return turns


def _last(found: Found) -> int:
    """Return the index of the last piece with a label."""
    return max((number for number, (_, start) in enumerate(found) if start), default=-1)


class _Reader:
    """Goes through the pieces; ``below_labels`` is true when no label follows any more."""

    def __init__(self, turns: Turns, roles: Mapping[str, Role]) -> None:
        self.below_labels = False
        self._turns = turns
        self._roles = roles
        self._guests = [label for label, role in roles.items() if role != Role.INTERVIEWER]
        self._host = next((label for label, role in roles.items() if role == Role.INTERVIEWER), ASKS)
        self._guest = self._guests[0] if self._guests else ANSWERS
        self._pending: tuple[Piece, Start] | None = None
        self._asked = False

    def labelled(self, piece: Piece, start: Start) -> None:
        self._drop_pending()
        if start.text:
            self._open(start.label, start.shown, Passage(start.text, piece.line))
        else:
            self._pending = piece, start

    def unlabelled(self, piece: Piece, *, before_label: bool) -> None:
        if self._pending is not None:
            (labelled, start), self._pending = self._pending, None
            self._open(start.label, start.shown, Passage(piece.text, piece.line), labelled.line)
            return
        asking = self._is_question(piece, before_label=before_label)
        text = piece.unmarked if asking else None
        self._add(self._host if asking else self._guest_now(piece), Passage(text or piece.text, piece.line))

    def end(self) -> None:
        """Keep the words of a label that nothing follows."""
        self._drop_pending()

    def _is_question(self, piece: Piece, *, before_label: bool) -> bool:
        scheme, in_question = self._turns.scheme, self._in_question()
        if scheme is Scheme.SPARSE or (scheme is Scheme.DROPPED and self.below_labels):
            return asks(piece.text)
        if scheme in {Scheme.LABELLED, Scheme.DROPPED}:
            answer_asks = not in_question and asks(piece.text)
            self._turns.rhetorical += [piece] if answer_asks else []
            return in_question
        if scheme is Scheme.ANSWERS:
            return in_question or (before_label and asks(piece.text)) or not self._turns.speeches
        marked = scheme is Scheme.MARKED and piece.unmarked is not None
        return marked or (in_question and not self._asked and asks(piece.text))

    def _in_question(self) -> bool:
        speeches = self._turns.speeches
        return bool(speeches) and speeches[-1].label == self._host

    def _guest_now(self, piece: Piece) -> str:
        """Return the guest who spoke last; with several guests and none speaking now, nobody can know."""
        if len(self._guests) > 1 and (not self._turns.speeches or self._in_question()):
            self._turns.torn.append(piece)
        return self._guest

    def _add(self, label: str, passage: Passage) -> None:
        if self._turns.speeches and self._turns.speeches[-1].label == label:
            self._turns.speeches[-1].passages.append(passage)
            self._asked = self._asked or asks(passage.record)
        else:
            self._open(label, "", passage)

    def _open(self, label: str, shown: str, passage: Passage, line: int = 0) -> None:
        self._turns.speeches.append(Speech(label, shown, line or passage.line, [passage]))
        self._asked = asks(passage.record)
        if self._roles.get(label) == Role.INTERVIEWER:
            self._host = label
        elif label in self._roles:
            self._guest = label

    def _drop_pending(self) -> None:
        if self._pending is None:
            return
        (piece, _), self._pending = self._pending, None
        self._turns.empty.append(piece)
        if self._turns.speeches:
            self._turns.speeches[-1].passages.append(Passage(piece.text, piece.line))
        else:
            self._open(self._host, "", Passage(piece.text, piece.line))
