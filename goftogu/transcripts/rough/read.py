"""A text from outside as an interview: its head, its speakers and its turns, and what was taken for what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from goftogu.locale.message import Message
from goftogu.model import Details, Provenance, Role, Source, Speaker
from goftogu.persian import folding
from goftogu.problems import Problem, Problems
from goftogu.transcripts.draft import Draft, DraftFootnote, DraftParagraph, Speech
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import between, dates, opening, people, report, roles, typed_times
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import labels as rough_labels
from goftogu.transcripts.rough import turns as rough_turns
from goftogu.transcripts.rough.head import RoughHead
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.questions import asks

_TITLES: Final = 3
_TOP: Final = 10
_HEADLINE: Final = 3
"""Words; what is shorter may be an answer that happens to be the title."""

Found = list[tuple[Piece, Start | None]]


def read_rough(source: Source, problems: Problems) -> Draft | None:
    """Read a plain text; see :func:`of_document`.

    Args:
        source: The file.
        problems: What was taken for what, and what a person must decide, is added.
    """
    document = plain.document(source.text, source.path)
    draft = of_document(document, problems)
    if draft is not None:
        notes = document.footnotes.items()
        draft.footnotes = [DraftFootnote(label, DraftParagraph(note.record, note.line)) for label, note in notes]
        problems.extend(decision.problem(source.path) for decision in draft.decisions)
    return draft


def of_document(document: Document, problems: Problems) -> Draft | None:
    """Find the interview in a file from outside.

    Args:
        document: Without any label, sign or question it cannot be parted into turns.
        problems: What is wrong is added; what was taken for what is in the draft.

    Returns:
        ``None`` when there is no text or nobody can be told from another.
    """
    head = rough_head.part(list(typed_times.carried(document.pieces)), document.path, problems)
    _add_metadata(head, document)
    while head.body and not head.body[0].speaker and opening.is_byline(head.body[0].text):
        head.notes.append(head.body.pop(0))
    hints = people.offered(piece.text for piece in head.body[:_TOP])
    known = rough_labels.find(head.body, [*head.named, *hints])
    found = _found(head.body, known)
    start = opening.first_turn(found, head)
    if start is None:
        problems.add(_no_turns(document.path, found, head))
        return None
    above = [piece for piece, _ in found[:start]]
    heading = above.pop() if len(above) > (head.title is None) and _is_heading(above[-1]) else None
    explained = {piece.line: pair for piece in above if (pair := people.explained(piece.text, known.names))}
    head.notes += [piece for piece in above if piece.line in explained]
    above = [piece for piece in above if piece.line not in explained]
    draft = _draft(document, head, above)
    copies = _copies(found[start:], draft.title.record)
    spoken = [(piece, label) for piece, label in found[start:] if piece not in copies]
    draft.notes += [piece.text for piece in copies]
    parts, sure = roles.of(spoken, head.named)
    turns = rough_turns.read_turns(spoken, parts, heading)
    draft.speeches = turns.speeches
    draft.notes += [f"{start.shown} {start.number}" for _, start in spoken if start and start.number.isalpha()]
    draft.speakers = list(_speakers(turns.speeches, parts))
    for label, name in explained.values():
        rename(draft, label, name)
    _name_speakers(draft, head)
    draft.notes += [piece.text for _, piece in turns.aside]
    _set_aside_notes(document, draft, head)
    texts = [piece.text for piece in above]
    draft.decisions += [
        *report.of_document(document),
        *report.of_text(draft, head, dates.in_text("\n".join(texts))),
        *report.of_turns(draft, turns, sure=sure),
        *report.of_people(draft, known, people.offered([draft.title.record, *texts])),
        *report.of_labels(known),
    ]
    return draft


def _add_metadata(head: RoughHead, document: Document) -> None:
    """Add what the file says apart from its text."""
    if document.date and head.date is None and (value := dates.of_value(document.date)) is not None:
        head.set_date(value, Piece(document.date, 0))
    if document.published and (value := dates.of_value(document.published)) is not None:
        head.set_published(value, Piece(document.published, 0))
    if document.title:
        head.title = head.title or Piece(document.title, 0)
    head.named |= dict.fromkeys(document.interviewees, Role.INTERVIEWEE)
    head.named |= dict.fromkeys(document.interviewers, Role.INTERVIEWER)


def _set_aside_notes(document: Document, draft: Draft, head: RoughHead) -> None:
    """Keep the notes to which no text leads, such as that of the title, with what is not part of the interview."""
    spoken = (passage for speech in draft.speeches for passage in speech.passages)
    text = "\n".join(passage.record for passage in (*(passage for _, passage in draft.front), *spoken))
    for label in [label for label in document.footnotes if f"[^{label}]" not in text]:
        note = document.footnotes.pop(label)
        head.notes.append(note)
        draft.notes.append(note.text)


def _found(pieces: Iterable[Piece], known: rough_labels.RoughLabels) -> Found:
    starts = ((piece, known.find(piece)) for piece in _broken_at(pieces, known))
    return [(piece if start else typed_times.begun(piece), start) for piece, start in starts]


def _broken_at(pieces: Iterable[Piece], known: rough_labels.RoughLabels) -> Iterator[Piece]:
    """Part pieces at every line that begins with a label."""
    for piece in pieces:
        start = place = 0
        for line in piece.text.split("\n"):
            if place > start and not piece.speaker and known.starts(line):
                yield piece.cut(start, place)
                start = place
            place += len(line) + 1
        yield piece.cut(start) if start else piece


def _is_heading(piece: Piece) -> bool:
    return between.kind_of(piece, bold_is_heading=False) in {between.BetweenKind.HEADING, between.BetweenKind.SESSION}


def _no_turns(path: str, found: Found, head: RoughHead) -> Problem:
    if not found and not head.lede:
        return Problem(
            path,
            1,
            1,
            "T001",
            Message("the file holds no interview"),
            Message("write the transcript or delete the file"),
        )
    line = found[0][0].line if found else 1
    hint = Message("write a label such as «پرسش:» before each question, with the colon")
    return Problem(path, line, 1, "T003", Message("no paragraph has a label, a mark or a question"), hint)


def _draft(document: Document, head: RoughHead, above: Sequence[Piece]) -> Draft:
    pieces = list(above)
    title = _title(head, pieces)
    front = list(_front(head.lede, pieces))
    main = head.lede or (pieces[0] if pieces else None)
    shown = title or (Piece(rough_head.first_clause(main.text), main.line) if main else None)
    reported = (rough_head.reported_by(passage.record) for _, passage in front)
    return Draft(
        document.path,
        title=DraftParagraph(" ".join(shown.record.split()), shown.line)
        if shown
        else DraftParagraph(PurePosixPath(document.path).stem, 0),
        front=front,
        details=Details(
            date=head.date,
            provenance=Provenance(
                name_text=next(filter(None, reported), "") or document.source,
                url=document.url,
                published=head.published,
            ),
        ),
        raw=True,
        notes=[piece.text for piece in head.notes],
    )


def _title(head: RoughHead, pieces: list[Piece]) -> Piece | None:
    """Take the headline from the top; an overline above it and a copy below it are boilerplate."""
    if head.lede is not None:
        return head.title
    candidates: list[Piece] = []
    while pieces and len(candidates) < _TITLES and opening.is_headline(pieces, head):
        candidates.append(pieces.pop(0))
    title = _headline(candidates, head)
    if title is not None:
        same = [
            piece
            for piece in [*candidates, *pieces[:_TITLES]]
            if piece is not title and _key(piece.text) == _key(title.text)
        ]
        head.notes += same
        pieces[:] = [piece for piece in pieces if piece not in same]
        over = candidates[: candidates.index(title)] if title in candidates else []
        head.notes += [piece for piece in over if piece not in same]
        below = candidates[candidates.index(title) + 1 :] if title in candidates else candidates
        pieces[:0] = [piece for piece in below if piece not in same]
    return replace(title, spans=()) if title else None


def _copies(spoken: Found, title: str) -> list[Piece]:
    """Return the copies of the headline in the text, which a website sets below a picture; no one says them.

    A question may be the headline, too, and so may what somebody says whose label is on other paragraphs. Copies are
    never all that is said.
    """
    labels, key = Counter(start.label for _, start in spoken if start), _key(title)
    if len(title.split()) < _HEADLINE:
        return []
    copies = [
        piece
        for piece, start in spoken
        if _key(piece.text) == key and not (piece.speaker or asks(piece.text) or (start and labels[start.label] > 1))
    ]
    return copies if len(copies) < len(spoken) else []


def _headline(candidates: Sequence[Piece], head: RoughHead) -> Piece | None:
    """Return the headline among the lines at the top."""
    if head.title is not None:
        return head.title
    marked = [piece for piece in candidates if piece.heading or piece.bold]
    if marked:
        return min(marked, key=lambda piece: piece.heading or len(candidates))
    if len(candidates) > 1 and opening.is_overline(candidates[0], candidates[1]):
        return candidates[1]
    return candidates[0] if candidates else None


def _key(text: str) -> str:
    return folding.fold(text.strip("*#«»\"' .؟?!")).replace(" ", "")


def _front(lede: Piece | None, pieces: list[Piece]) -> Iterator[tuple[str, DraftParagraph]]:
    """Yield the paragraphs above the first turn with their class."""
    if lede is None and len(pieces) > 1 and not rough_head.is_note(pieces[0].text) and _reports(pieces[1]):
        lede = pieces.pop(0)
    if lede is not None:
        yield "lede", DraftParagraph(lede.record, lede.line)
    note = pieces.pop() if pieces and rough_head.is_note(pieces[-1].text) else None
    yield from (("", DraftParagraph(piece.record, piece.line)) for piece in pieces)
    if note is not None:
        yield "note", DraftParagraph(note.record, note.line)


def _reports(piece: Piece) -> bool:
    return bool(rough_head.reported_by(piece.text))


def _speakers(speeches: Iterable[Speech], parts: dict[str, Role]) -> Iterator[Speaker]:
    for label in dict.fromkeys(speech.label for speech in speeches):
        role = parts.get(label) or (Role.INTERVIEWER if label == rough_turns.ASKS else Role.INTERVIEWEE)
        yield Speaker(label, role, inferred=True)


def _name_speakers(draft: Draft, head: RoughHead) -> None:
    """Give a speaker whose label names a role only the name that the head gives to the one person of that role."""
    for role in (Role.INTERVIEWER, Role.INTERVIEWEE):
        names = [name for name, said in head.named.items() if said == role]
        found = [speaker for speaker in draft.speakers if speaker.role == role]
        if len(names) == len(found) == 1 and opening.names_role_only(found[0].label):
            rename(draft, found[0].label, names[0])


def rename(draft: Draft, label: str, name: str) -> None:
    """Give a speaker another label, everywhere."""
    draft.speakers = [
        replace(speaker, label=name if speaker.label == label else speaker.label) for speaker in draft.speakers
    ]
    for speech in draft.speeches:
        if speech.label == label:
            speech.label = name
            speech.shown = name if speech.shown else ""
