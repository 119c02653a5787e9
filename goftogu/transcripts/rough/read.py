"""A raw text as an interview: its head, its speakers and its turns, and an account of what was taken for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

from goftogu.model import Details, Provenance, Role, Source, Speaker
from goftogu.problems import Problem
from goftogu.transcripts.draft import Draft, Passage, Speech
from goftogu.transcripts.labels import role_of
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import paragraphs, report
from goftogu.transcripts.rough import turns as rough_turns
from goftogu.transcripts.rough.head import Head
from goftogu.transcripts.rough.labels import RawLabels, Start, roles
from goftogu.transcripts.rough.paragraphs import Piece
from goftogu.transcripts.rough.questions import asks

_HEAD: Final = 15

Found = list[tuple[Piece, Start | None]]


def read(source: Source) -> tuple[Draft | None, list[Problem]]:
    """Read a raw text.

    Args:
        source: A ``.txt`` file. Without any label, mark or question it cannot be parted into turns.

    Returns:
        ``None`` with an error when there is no text or nobody can be told from another.
    """
    raw = paragraphs.read(source.text)
    head = rough_head.part(raw.pieces, source.path)
    known = RawLabels(head.body)
    found: Found = [(piece, known.find(piece.text)) for piece in paragraphs.broken_at(head.body, known.starts)]
    start = _first_turn(found)
    if start is None:
        return None, [*head.problems, _no_turns(source.path, found, head)]
    draft = _draft(source.path, head, [piece for piece, _ in found[:start]])
    spoken = found[start:]
    parts, sure = roles(spoken)
    turns = rough_turns.read(spoken, parts)
    draft.speeches = turns.speeches
    draft.speakers = list(_speakers(turns.speeches, parts))
    account = [
        *report.of_text(draft, raw, head),
        *report.of_turns(draft, turns, sure=sure),
        *report.of_labels(known),
    ]
    return draft, head.problems + report.problems(draft, account)


def _first_turn(found: Found) -> int | None:
    """Return the index at which the interview begins: below the line that leads to it, at a label or at a question."""
    top = range(min(_HEAD, len(found)))
    labelled = [number for number, (_, start) in enumerate(found) if start]
    if labelled[1:] and labelled[0] == 0 and _is_headline(found):
        labelled = labelled[1:]
    first = labelled[0] if labelled else len(found)
    note = next((number + 1 for number in top if number < first and rough_head.is_note(found[number][0].text)), 0)
    named = any(role_of(start.label) == Role.INTERVIEWER for _, start in found if start)
    asking = [
        number
        for number in range(note, first)
        if (note or not named) and not found[number][1] and _is_asked(found[number][0])
    ]
    begins = [*asking[:1], *labelled[:1]]
    return begins[0] if begins else None


def _is_headline(found: Found) -> bool:
    """Tell whether «پزشکیان: …» on the first line is a headline: no sentence, and no label follows at once."""
    piece, start = found[0]
    name = start.label if start else ""
    return role_of(name) != Role.INTERVIEWER and rough_head.is_title(piece.text) and found[1][1] is None


def _is_asked(piece: Piece) -> bool:
    return asks(piece.unmarked or piece.text)


def _no_turns(path: str, found: Found, head: Head) -> Problem:
    if not found and not head.lede:
        return Problem(path, 1, 1, "T001", "the file holds no interview", "write the transcript or delete the file")
    line = found[0][0].line if found else 1
    hint = "write a label such as «پرسش:» before each question, with the colon"
    return Problem(path, line, 1, "T003", "no paragraph has a label, a mark or a question", hint)


def _draft(path: str, head: Head, above: Sequence[Piece]) -> Draft:
    pieces = list(above)
    title = None
    if head.lede is None and pieces and rough_head.is_title(pieces[0].text):
        title = pieces.pop(0)
    front = list(_front(head.lede, pieces))
    main = head.lede or (pieces[0] if pieces else None)
    shown = title or (Piece(rough_head.first_clause(main.text), main.line) if main else None)
    reported = next(filter(None, (rough_head.reported_by(piece.record) for _, piece in front)), "")
    return Draft(
        path,
        title=Passage(shown.text, shown.line) if shown else Passage(PurePosixPath(path).stem, 0),
        details=Details(date=head.date, provenance=Provenance(name_text=reported)),
        front=front,
        raw=True,
        notes=[piece.text for piece in head.notes],
    )


def _front(lede: Piece | None, pieces: list[Piece]) -> Iterator[tuple[str, Passage]]:
    """Yield the paragraphs above the first turn with their class."""
    if lede is None and len(pieces) > 1 and not rough_head.is_note(pieces[0].text) and _reports(pieces[1]):
        lede = pieces.pop(0)
    if lede is not None:
        yield "lede", Passage(lede.text, lede.line)
    note = pieces.pop() if pieces and rough_head.is_note(pieces[-1].text) else None
    yield from (("", Passage(piece.text, piece.line)) for piece in pieces)
    if note is not None:
        yield "note", Passage(note.text, note.line)


def _reports(piece: Piece) -> bool:
    return bool(rough_head.reported_by(piece.text))


def _speakers(speeches: Iterable[Speech], parts: dict[str, Role]) -> Iterator[Speaker]:
    for label in dict.fromkeys(speech.label for speech in speeches):
        role = parts.get(label) or (Role.INTERVIEWER if label == rough_turns.ASKS else Role.INTERVIEWEE)
        yield Speaker(label, role, inferred=True)
