"""Who of the speakers asks: by the label, by the head of the text, or by the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from goftogu.model import Role
from goftogu.persian import folding
from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import bullets, people
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.questions import asks, by_mark

_LETTERS: Final = (("پ", "ج"), ("س", "پ"), ("س", "ج"), ("خ", "ج"))
_MARGIN: Final = 0.2
_COURTESY: Final = (
    "خوش آمدید",
    "در اختیار ما",
    "سپاس از شما",
    "سپاسگزارم از شما",
    "ممنون از شما",
    "خوشحالم که",
    "خوشحالیم که",
    "مهمان ما",
    "بینندگان",
)

Found = Sequence[tuple[Piece, Start | None]]


def of(found: Found, named: Mapping[str, Role]) -> tuple[dict[str, Role], bool]:
    """Tell who asks.

    Args:
        found: All pieces of the interview with their labels.
        named: Speakers whom the head of the text names.

    Returns:
        The role of every label, and whether it is sure.
    """
    turns = Counter(start.label for _, start in found if start)
    known = {label: role for label in turns if (role := _known(label, turns, named))}
    if Role.INTERVIEWER in known.values():
        return {label: known.get(label, Role.INTERVIEWEE) for label in turns}, True
    unknown = [label for label in turns if label not in known]
    if known and len(unknown) == 1:
        return {label: known.get(label, Role.INTERVIEWER) for label in turns}, True
    return _by_questions(found, turns, known)


def _known(label: str, turns: Iterable[str], named: Mapping[str, Role]) -> Role | None:
    """Return the role that a label names, that the head gives it, or that its letter has beside another letter."""
    said = next((role for name, role in named.items() if people.is_same(label, {"": name})), None)
    keys = {labels.key(other) for other in turns}
    for asking, answering in _LETTERS:
        if {asking, answering} <= keys and labels.key(label) in {asking, answering}:
            return Role.INTERVIEWER if labels.key(label) == asking else Role.INTERVIEWEE
    return said or labels.role_of(label)


def _by_questions(found: Found, turns: Counter[str], known: Mapping[str, Role]) -> tuple[dict[str, Role], bool]:
    share = {label: 0.0 for label in turns if label not in known}
    said = list(_said(found))
    for label, text in said:
        if label in share:
            share[label] += (_is_asked(text) + _is_courteous(text)) / turns[label]
    interviewers = {label for label, number in share.items() if number > 1 / 2} or _by_turns(found, share)
    sure = True
    if not interviewers and not any(not label and asks(text) for label, text in said):
        once = len(turns) > 1 and max(turns.values()) == 1 and not any(share.values())
        interviewers, sure = (set(), False) if once else _most_likely(share)
    return {label: Role.INTERVIEWER if label in interviewers else Role.INTERVIEWEE for label in turns}, sure


def _by_turns(found: Found, share: Iterable[str]) -> set[str]:
    """Return who asks at the end of a turn, or right below its first paragraph, where every turn has a label."""
    if not found or found[0][1] is None:
        return set()
    turns: list[tuple[str, list[str]]] = []
    for piece, start in found:
        if start is not None:
            turns.append((start.label, [start.text]))
        elif bullets.of(piece) is None:
            turns[-1][1].append(piece.text)
    labels_of = [label for label, _ in turns]
    alone = len(set(labels_of)) == 1
    asking = Counter(label for label, texts in turns if any(map(_is_asked, texts[:2] if alone else texts[-1:])))
    return {label for label in share if asking[label] * 2 > labels_of.count(label)}


def _said(found: Found) -> Iterator[tuple[str, str]]:
    """Yield label and text; a label that stands alone has the text of the paragraph below it."""
    waiting = ""
    for piece, start in found:
        if start is None:
            yield waiting, piece.text
            waiting = ""
        else:
            waiting = "" if start.text else start.label
            yield start.label, start.text


def _most_likely(share: Mapping[str, float]) -> tuple[set[str], bool]:
    """Return the one who asks most, else the first one, when more than one speaks, and whether it is sure."""
    if len(share) < 2:  # noqa: PLR2004  one speaker alone does not ask
        return set(), False
    best, second, *_ = sorted(share, key=lambda label: -share[label])
    return {best}, share[best] - share[second] > _MARGIN


def _is_asked(text: str) -> bool:
    """Tell whether a turn asks; «بفرمایید» alone may be anybody's."""
    return by_mark(text) or (asks(text) and len(text.split()) > 1)


def _is_courteous(text: str) -> bool:
    """Tell whether a speaker welcomes or thanks a guest, as one does who asks."""
    folded = folding.fold_split(text)
    return any(folding.fold_split(words) in folded for words in _COURTESY)
