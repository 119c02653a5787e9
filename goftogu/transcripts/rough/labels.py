"""Which labels a raw text uses, and who of the speakers asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from goftogu.model import Role
from goftogu.transcripts import labels
from goftogu.transcripts.rough.paragraphs import Piece
from goftogu.transcripts.rough.questions import asks

_TWICE: Final = 2


@dataclass(frozen=True, slots=True)
class Start:
    """The labelled start of a piece.

    Attributes:
        label: The label in its first spelling.
        shown: The label as it stands here.
        text: What follows; a number or an aside after the label («سؤال ۲:», «مجری (با خنده):») stays with the text.
    """

    label: str
    shown: str
    text: str


class RawLabels:
    """The labels of one raw text.

    Attributes:
        names: In their first spelling, in order of appearance.
        once: Pieces that begin like a label but are taken for text.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.once: list[tuple[str, Piece]] = []
        self._names: dict[str, str] = {}
        counts = Counter(labels.key(head) for _, head in _candidates(pieces))
        asked = False
        for piece, head in _candidates(pieces):
            key = labels.key(head)
            role = labels.role_of(head)
            if key in self._names or role or counts[key] >= _TWICE or labels.is_titled(head) or asked:
                self._names.setdefault(key, head)
                asked = role == Role.INTERVIEWER
            else:
                self.once.append((head, piece))

    @property
    def names(self) -> list[str]:
        """All labels, in their first spelling and in order of appearance."""
        return list(self._names.values())

    def find(self, text: str) -> Start | None:
        """Return the label with which a piece begins."""
        found = labels.split(text)
        if found is None or found.escapes:
            return None
        bare = _bare(found.head)
        name = self._names.get(labels.key(bare))
        if name is None:
            return None
        tail = found.head[len(bare) :].strip()
        tail += ":" if tail and not tail.endswith(")") else ""
        return Start(name, bare, f"{tail} {found.rest}".strip())

    def starts(self, line: str) -> bool:
        """Tell whether a line begins with a label."""
        return self.find(line) is not None


def roles(found: Sequence[tuple[Piece, Start | None]]) -> tuple[dict[str, Role], bool]:
    """Tell who asks.

    The label may say it («مجری», «س»). Else it is the speaker most of whose paragraphs ask, else the first one.

    Args:
        found: All pieces of the interview with their labels.

    Returns:
        The role of every label, and whether it is sure.
    """
    turns = Counter(start.label for _, start in found if start)
    named = {label: labels.role_of(label) for label in turns}
    if Role.INTERVIEWER in named.values():
        return {label: role or Role.INTERVIEWEE for label, role in named.items()}, True
    asking = Counter(start.label for _, start in found if start and named[start.label] is None and asks(start.text))
    interviewers = {label for label, number in asking.items() if number * 2 > turns[label]}
    sure = bool(interviewers) or any(not start and asks(piece.text) for piece, start in found)
    if not sure:
        interviewers = (
            {next(label for label in turns if named[label] is None or len(turns) > 1)} if len(turns) > 1 else set()
        )
    return {label: Role.INTERVIEWER if label in interviewers else Role.INTERVIEWEE for label in turns}, sure


def _candidates(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Yield what looks like a label, without an aside, and without a number when it names a role."""
    for piece in pieces:
        for line in piece.text.split("\n"):
            found = labels.split(line)
            if found is not None and not found.escapes and labels.resembles(found.head):
                yield piece, _bare(found.head)


def _bare(head: str) -> str:
    name = labels.without_aside(head)
    return labels.without_number(name) if labels.role_of(name) else name
