"""What was taken for what in a text from outside, how sure it is, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from goftogu.model import Role, Speaker
from goftogu.transcripts.decisions import SURE, Decision, Subject
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import opening
from goftogu.transcripts.rough.head import RoughHead
from goftogu.transcripts.rough.labels import RoughLabels
from goftogu.transcripts.rough.schemes import LabelScheme
from goftogu.transcripts.rough.turns import Turns

_NAMES: Final = 8
_CUT: Final = 60
_LIKELY: Final = 0.9
_UNSURE: Final = 0.5
_CLAUSE: Final = 0.4


def of_document(document: Document) -> Iterator[Decision]:
    """Tell how the file was read."""
    yield from (Decision(Subject.FORM, told) for told in document.told)
    yield from (Decision(Subject.FORM, message, hint, confidence=_UNSURE) for message, hint in document.asked)


def of_text(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[Decision]:
    """Tell what was taken for the date, the title, the introduction and for no part of the interview."""
    yield _of_title(draft, head)
    yield from _of_date(draft, head, spoken_of)
    for kind, passage in draft.front:
        message = f"{kind or 'introduction'}: {rough_head.first_clause(passage.record)}…"
        yield Decision(Subject.FRONT, message, lines=(passage.line,), confidence=_LIKELY)
    if draft.details.provenance.name_text:
        yield Decision(Subject.SOURCE, f"source: {draft.details.provenance.name_text}", confidence=_LIKELY)
    for name, role in head.named.items():
        yield Decision(Subject.NAMED, f"the head names the {role}: {name}")
    for piece in head.notes:
        kind = f" ({piece.note})" if piece.note else ""
        message = f"not part of the interview{kind}: {piece.text}"
        yield Decision(Subject.ASIDE, message, lines=_line(piece.line), label=piece.note)


def _of_title(draft: Draft, head: RoughHead) -> Decision:
    hint = "if it is another: --title, or “title:” in the front matter"
    main = head.lede.text if head.lede else next((passage.record for _, passage in draft.front), "")
    if not draft.title.line and head.title is None:
        message = "no title was found: the name of the file stands for it"
        return Decision(Subject.TITLE, message, "--title «…», or “title:” in the front matter", confidence=0)
    lines = _line(draft.title.line)
    if head.title is None and main != draft.title.record == rough_head.first_clause(main):
        return Decision(
            Subject.TITLE, f"no headline was found; title: {draft.title.record}", hint, lines, confidence=_CLAUSE
        )
    told = 1.0 if head.title else _LIKELY
    return Decision(Subject.TITLE, f"title: {draft.title.record}", lines=lines, confidence=told)


def _of_date(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[Decision]:
    hint = "check “date:” in the front matter, or give --date"
    if draft.details.date is not None:
        message = f"date: {rough_head.written(draft.details.date)}"
        yield Decision(Subject.DATE, message, lines=_line(head.date_line), confidence=_LIKELY)
    elif head.future is not None:
        message = f"a date after today, which was not taken: {head.future.text}"
        yield Decision(Subject.DATE, message, hint, _line(head.future.line), confidence=0)
    else:
        known = f"; the introduction names {spoken_of}" if spoken_of else ""
        message = f"no date was found{known}"
        yield Decision(Subject.DATE, message, "--date 1402-03-14, or “date:” in the front matter", confidence=0)
    for piece in head.other_dates:
        yield Decision(Subject.DATE, f"another date: {piece.text}", hint, _line(piece.line), confidence=_UNSURE)


def of_turns(draft: Draft, turns: Turns, confidence: float) -> Iterator[Decision]:
    """Tell by which rule the speakers were found, and which paragraphs could be another one's."""
    roles = ", ".join(f"«{speaker.label}» is the {speaker.role}" for speaker in draft.speakers)
    message = f"{roles}; {turns.choice.scheme.value}"
    yield Decision(Subject.ROLES, message, "see whether it is so; labels in the file settle it")
    for speaker in draft.speakers:
        yield from _unlabelled(draft, speaker)
    if turns.numbers:
        yield Decision(Subject.LEFT_OUT, f"numbers before questions or answers left out: {turns.numbers}")
    if turns.times:
        message = f"times inside turns left out: {turns.times}; a turn keeps its first one"
        yield Decision(Subject.LEFT_OUT, message)
    for piece in turns.headings:
        yield Decision(Subject.SECTION, f"section: {piece.text}", lines=(piece.line,), confidence=_LIKELY)
    for kind, piece in turns.aside:
        message = f"not part of the interview ({kind.value}): {_short(piece)}"
        yield Decision(Subject.ASIDE, message, lines=(piece.line,), label=kind.value)
    for doubt, pieces in turns.doubts.items():
        lines = tuple(piece.line for piece in pieces)
        yield Decision(Subject.TURN, doubt.message, doubt.hint, lines, doubt.confidence)
    if confidence < SURE and len(draft.speakers) > 1:
        first = draft.speakers[0].label
        hint = f"--speaker {first}=interviewer, or check the roles in the front matter"
        message = "no label and no question mark tells who asks"
        yield Decision(Subject.ROLES, message, hint, confidence=confidence, label=first)
    if turns.choice.scheme is LabelScheme.SPARSE and turns.choice.confidence < SURE:
        message, hint = "few paragraphs ask: is this an interview?", "write labels such as «پرسش:» and «پاسخ:»"
        yield Decision(Subject.TURN, message, hint, confidence=turns.choice.confidence)


def of_people(draft: Draft, known: RoughLabels, offered: Sequence[str]) -> Iterator[Decision]:
    """Tell which labels were taken for one person, and ask who a guest without a name is."""
    for name, label in known.merged.items():
        message = f"«{name}» and «{label}» are taken for one person"
        yield Decision(Subject.SAME, message, "if not so, give one of them another label", confidence=_LIKELY)
    nameless = [
        speaker
        for speaker in draft.speakers
        if speaker.role != Role.INTERVIEWER and opening.names_role_only(speaker.label)
    ]
    for speaker in nameless:
        names = f"; the introduction names {', '.join(offered[:_NAMES])}" if offered else ""
        name = offered[0] if offered else "…"
        hint = f"--speaker {speaker.label}='{name}', or the name in the front matter"
        yield Decision(Subject.NAME, f"who is «{speaker.label}»?{names}", hint, confidence=0, label=speaker.label)


def of_labels(known: RoughLabels) -> Iterator[Decision]:
    """Tell what begins like a label but stands only once."""
    for opened, piece in known.once if known.names else ():
        message = f"«{opened.name}:» stands once at the start of a paragraph: taken for text"
        hint = "declare the speaker, or write a backslash before the colon"
        yield Decision(Subject.TURN, message, hint, (piece.line,), _UNSURE)


def _unlabelled(draft: Draft, speaker: Speaker) -> Iterator[Decision]:
    lines = tuple(speech.line for speech in draft.speeches if speech.label == speaker.label and not speech.shown)
    if lines:
        message = f"no label, taken for «{speaker.label}»"
        yield Decision(Subject.TURN, message, "check them", lines, _LIKELY, speaker.label)


def _line(number: int) -> tuple[int, ...]:
    return (number,) if number else ()


def _short(piece: Piece) -> str:
    return piece.text if len(piece.text) <= _CUT else f"{piece.text[:_CUT]}…"
