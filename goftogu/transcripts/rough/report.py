"""What was taken for what in a text from outside (T007, T008), and what a person must decide (T012)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from goftogu.model import Role, Speaker
from goftogu.problems import Problem
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import opening
from goftogu.transcripts.rough.head import RoughHead
from goftogu.transcripts.rough.labels import RoughLabels
from goftogu.transcripts.rough.roles import SURE
from goftogu.transcripts.rough.schemes import LabelScheme
from goftogu.transcripts.rough.turns import Turns

_SHOWN: Final = 8
_CUT: Final = 60

Entry = tuple[int, str, str, str]
"""Line, code, message and hint."""


def problems(draft: Draft, entries: Iterable[Entry]) -> list[Problem]:
    """Return entries of the account as problems of a file."""
    return [Problem(draft.path, line, 0, code, message, hint) for line, code, message, hint in entries]


def of_document(document: Document) -> Iterator[Entry]:
    """Tell how the file was read."""
    yield from ((0, "T008", told, "") for told in document.told)
    yield from ((0, "T012", message, hint) for message, hint in document.asked)


def of_text(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[Entry]:
    """Tell what was taken for the date, the title, the introduction and for no part of the interview."""
    yield from _of_title(draft, head)
    yield from _of_date(draft, head, spoken_of)
    for kind, passage in draft.front:
        yield passage.line, "T008", f"{kind or 'introduction'}: {rough_head.first_clause(passage.record)}…", ""
    if draft.details.provenance.name_text:
        yield 0, "T008", f"source: {draft.details.provenance.name_text}", ""
    for name, role in head.named.items():
        yield 0, "T008", f"the head names the {role}: {name}", ""
    for piece in head.notes:
        yield piece.line, "T008", f"not part of the interview: {piece.text}", ""


def _of_title(draft: Draft, head: RoughHead) -> Iterator[Entry]:
    hint = "if it is another: --title, or “title:” in the front matter"
    main = head.lede.text if head.lede else next((passage.record for _, passage in draft.front), "")
    if not draft.title.line and head.title is None:
        yield (
            0,
            "T012",
            "no title was found: the name of the file stands for it",
            "--title «…», or “title:” in the front matter",
        )
    elif head.title is None and main != draft.title.record == rough_head.first_clause(main):
        yield draft.title.line, "T012", f"no headline was found; title: {draft.title.record}", hint
    else:
        yield draft.title.line, "T008", f"title: {draft.title.record}", ""


def _of_date(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[Entry]:
    hint = "check “date:” in the front matter, or give --date"
    if draft.details.date is not None:
        yield head.date_line, "T008", f"date: {rough_head.written(draft.details.date)}", ""
    elif head.future is not None:
        yield head.future.line, "T012", f"a date after today, which was not taken: {head.future.text}", hint
    else:
        known = f"; the introduction names {spoken_of}" if spoken_of else ""
        yield 0, "T012", f"no date was found{known}", "--date 1402-03-14, or “date:” in the front matter"
    for piece in head.other_dates:
        yield piece.line, "T012", f"another date: {piece.text}", hint


def of_turns(draft: Draft, turns: Turns, confidence: float) -> Iterator[Entry]:
    """Tell by which rule the speakers were found, and which paragraphs could be another one's."""
    roles = ", ".join(f"«{speaker.label}» is the {speaker.role}" for speaker in draft.speakers)
    yield 0, "T007", f"{roles}; {turns.choice.scheme.value}", "see whether it is so; labels in the file settle it"
    for speaker in draft.speakers:
        yield from _unlabelled(draft, speaker)
    if turns.numbers:
        yield 0, "T008", f"numbers before questions or answers left out: {turns.numbers}", ""
    if turns.times:
        yield 0, "T008", f"times inside turns left out: {turns.times}; a turn keeps its first one", ""
    for piece in turns.headings:
        yield piece.line, "T008", f"section: {piece.text}", ""
    for kind, piece in turns.aside:
        yield piece.line, "T008", f"not part of the interview ({kind.value}): {_short(piece)}", ""
    for pieces, message, hint in (
        (turns.rhetorical, "a question without a label, taken for part of the answer", "write a label if not so"),
        (turns.torn, "no label, and there are several guests; taken for the last one's", "write a label if not so"),
        (turns.empty, "a label without a text, taken for text", "write the text or delete the label"),
    ):
        if pieces:
            yield pieces[0].line, "T012", f"{_places([piece.line for piece in pieces])}: {message}", hint
    if confidence < SURE and len(draft.speakers) > 1:
        first = draft.speakers[0].label
        hint = f"--speaker {first}=interviewer, or check the roles in the front matter"
        yield 0, "T012", "no label and no question mark tells who asks", hint
    if turns.choice.scheme is LabelScheme.SPARSE and turns.choice.confidence < SURE:
        yield 0, "T012", "few paragraphs ask: is this an interview?", "write labels such as «پرسش:» and «پاسخ:»"


def of_people(draft: Draft, known: RoughLabels, offered: Sequence[str]) -> Iterator[Entry]:
    """Tell which labels were taken for one person, and ask who a guest without a name is."""
    for name, label in known.merged.items():
        yield 0, "T007", f"«{name}» and «{label}» are taken for one person", "if not so, give one of them another label"
    nameless = [
        speaker
        for speaker in draft.speakers
        if speaker.role != Role.INTERVIEWER and opening.names_role_only(speaker.label)
    ]
    for speaker in nameless:
        names = f"; the introduction names {', '.join(offered[:_SHOWN])}" if offered else ""
        name = offered[0] if offered else "…"
        hint = f"--speaker {speaker.label}='{name}', or the name in the front matter"
        yield 0, "T012", f"who is «{speaker.label}»?{names}", hint


def of_labels(known: RoughLabels) -> Iterator[Entry]:
    """Tell what begins like a label but stands only once."""
    for opened, piece in known.once if known.names else ():
        hint = "declare the speaker, or write a backslash before the colon"
        yield piece.line, "T012", f"«{opened.name}:» stands once at the start of a paragraph: taken for text", hint


def _unlabelled(draft: Draft, speaker: Speaker) -> Iterator[Entry]:
    lines = [speech.line for speech in draft.speeches if speech.label == speaker.label and not speech.shown]
    if lines:
        yield lines[0], "T007", f"{_places(lines)}: no label, taken for «{speaker.label}»", "check them"


def _places(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
    return f"{len(numbers)} paragraphs (lines {shown})" if len(numbers) > 1 else f"line {shown}"


def _short(piece: Piece) -> str:
    return piece.text if len(piece.text) <= _CUT else f"{piece.text[:_CUT]}…"
