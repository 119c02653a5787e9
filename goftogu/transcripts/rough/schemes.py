"""How a text tells questions from answers: each way is weighed over the whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Final

from goftogu.locale.message import Message
from goftogu.model import Role
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import bullets
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.questions import asks, is_reported

_TWICE: Final = 2
_NEARLY_ALL: Final = 0.8
_MOSTLY: Final = 0.7
_HALF: Final = 0.5
_FEW: Final = 0.35
_MORE: Final = 0.15
_INTERVIEW: Final = 12
"""Of so many paragraphs, one asks in an interview."""

Found = Sequence[tuple[Piece, Start | None]]


class LabelScheme(Enum):
    """How a raw text tells questions from answers; the value says it in words."""

    LABELLED = Message("every turn has a label; a paragraph without one continues the turn")
    DROPPED = Message("turns have labels at first; below the last one a paragraph that asks is the interviewer's")
    QUESTIONS = Message("only questions have a label; a paragraph without one belongs to the answer")
    ANSWERS = Message("only answers have a label; a question before one belongs to the interviewer")
    MARKED = Message("questions are bold or have a bullet")
    REPLIES = Message("answers have a dash or a bullet")
    DIALOGUE = Message("each turn begins with a dash or a bullet, and the speakers alternate")
    SPARSE = Message("a paragraph that asks is the interviewer's, any other one the interviewee's")


_ORDER: Final = (LabelScheme.MARKED, LabelScheme.DIALOGUE, LabelScheme.REPLIES)
"""Of what two signs say, the first counts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to read a text.

    Attributes:
        scheme: The way.
        kind: Of the sign that sets paragraphs apart, or empty.
        reply: Of a second sign, which answers have.
        fit: How well the sign parts questions and answers, beside another one with the same scheme.
        is_doubtful: Whether so few paragraphs ask that the text may be no interview.
    """

    scheme: LabelScheme
    kind: str = ""
    reply: str = ""
    fit: float = 0.0
    is_doubtful: bool = False


def choose(found: Found, roles: Mapping[str, Role]) -> Choice:
    """Tell how a text parts questions and answers.

    Args:
        found: All pieces of the interview with their labels.
        roles: Of all labels.
    """
    counts = Counter(start.label for _, start in found if start)
    bare = [piece for piece, start in found if not start]
    if not counts:
        return without_labels(bare)
    there = {roles[label] for label in counts}
    signs = without_labels(bare)
    if signs.kind == "dash" and sum(counts.values()) < len(bare) / 2:
        return replace(signs, scheme=LabelScheme.DIALOGUE)
    if _share_of_dashes(bare) == 1 and sum(counts.values()) < len(bare):
        return Choice(LabelScheme.DIALOGUE, "dash")
    if max(counts.values()) < _TWICE:
        return Choice(LabelScheme.SPARSE)
    reply = "dash" if _share_of_dashes(bare) > 1 / 2 else ""
    if len(there) > 1:
        dropped = sum(asks(piece.text) for piece, _ in found[last_label(found) + 1 :]) >= _TWICE
        return Choice(LabelScheme.DROPPED if dropped else LabelScheme.LABELLED, reply=reply)
    return Choice(LabelScheme.QUESTIONS if Role.INTERVIEWER in there else LabelScheme.ANSWERS, reply=reply)


def _share_of_dashes(bare: Sequence[Piece]) -> float:
    signs = [bullets.of(piece) for piece in bare]
    return _share([sign is not None and sign.kind == "dash" for sign in signs])


def without_labels(pieces: Sequence[Piece]) -> Choice:
    """Choose the way that fits best the question marks and requests of a text without labels."""
    signs = [bullets.of(piece) for piece in pieces]
    asking = [asks(bullets.text_after(piece, sign)) for piece, sign in zip(pieces, signs, strict=True)]
    counts = Counter(sign.kind for sign in signs if sign)
    choices = [_weigh(kind, signs, asking) for kind, number in counts.items() if number >= _TWICE]
    found = [choice for choice in choices if choice is not None]
    best = max(found, key=lambda choice: (-_ORDER.index(choice.scheme), choice.fit), default=None)
    if best is not None:
        replies = (choice.kind for choice in found if choice.scheme is LabelScheme.REPLIES and choice is not best)
        return replace(best, reply=next(replies, ""))
    real = sum(asked and not is_reported(piece.text) for piece, asked in zip(pieces, asking, strict=True))
    return Choice(LabelScheme.SPARSE, is_doubtful=real < max(_TWICE, len(pieces) / _INTERVIEW))


def last_label(found: Found) -> int:
    """Return the index of the last piece with a label, or 0."""
    return max((number for number, (_, start) in enumerate(found) if start), default=0)


def _weigh(kind: str, signs: Sequence[bullets.Bullet | None], asking: Sequence[bool]) -> Choice | None:
    """Return what a sign means, or ``None`` when it sets apart neither questions nor answers."""
    first = next(number for number, sign in enumerate(signs) if sign and sign.kind == kind)
    marked = [bool(sign and sign.kind == kind) for sign in signs[first:]]
    asks_here = asking[first:]
    on = [asked for asked, is_marked in zip(asks_here, marked, strict=True) if is_marked]
    off = [asked for asked, is_marked in zip(asks_here, marked, strict=True) if not is_marked]
    if not _counts_up([sign.number for sign in signs if sign and sign.kind == kind]):
        return None
    asks_on, asks_off = _share(on), _share([*asking[:first], *off])
    apart = _share([one != other for one, other in pairwise(marked)])
    together = len(on) >= _NEARLY_ALL * len(marked) or (apart < _HALF <= len(on) / len(marked))
    if together and len(on) > _TWICE and asks_off < _HALF:
        dialogue = _dialogue(kind, on)
        if dialogue is not None or len(on) >= _NEARLY_ALL * len(marked):
            return dialogue
    if (asks_on >= _HALF and asks_on >= asks_off + _MORE) or (asks_on >= _FEW and apart > _HALF and asks_off < _FEW):
        return Choice(LabelScheme.MARKED, kind, fit=asks_on)
    if asks_on < _FEW <= asks_off and not kind.startswith(("bold", "heading", "number")):
        return Choice(LabelScheme.REPLIES, kind, fit=-asks_on)
    return None


def _dialogue(kind: str, asking: Sequence[bool]) -> Choice | None:
    """Return strict alternation when every other turn asks, and those between do not."""
    first, second = _share(asking[::2]), _share(asking[1::2])
    high, low = max(first, second), min(first, second)
    if high >= _HALF and low <= _FEW:
        return Choice(LabelScheme.DIALOGUE, kind)
    return None


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _counts_up(numbers: Sequence[int]) -> bool:
    known = [number for number in numbers if number]
    return all(one < other for one, other in pairwise(known))


def in_blocks(pieces: Sequence[Piece]) -> bool:
    """Tell whether blank lines part a text into questions, each with the lines of its answer right below it."""
    asked = [asks(piece.text) for piece in pieces]
    below = [False, *(piece.is_below(before) for before, piece in pairwise(pieces))]
    first = sum(asking and not under for asking, under in zip(asked, below, strict=True))
    answers = sum(under and not asking for asking, under in zip(asked, below, strict=True))
    return first > _TWICE and first >= _MOSTLY * sum(asked) and answers >= _MOSTLY * asked.count(False)
