"""An account of what was taken for what in a raw text (T007, T008), and of what a person must decide (T012)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from goftogu.model import Speaker
from goftogu.problems import Problem
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough.head import Head
from goftogu.transcripts.rough.labels import RawLabels
from goftogu.transcripts.rough.paragraphs import RawText
from goftogu.transcripts.rough.turns import Turns

_SHOWN: Final = 8

Entry = tuple[int, str, str, str]
"""Line, code, message and hint."""


def problems(draft: Draft, entries: Iterable[Entry]) -> list[Problem]:
    """Return entries of the account as problems of a file."""
    return [Problem(draft.path, line, 0, code, message, hint) for line, code, message, hint in entries]


def of_text(draft: Draft, raw: RawText, head: Head) -> Iterator[Entry]:
    """Tell what was taken for the date, the title, the introduction and for no part of the interview."""
    if raw.markup:
        yield 0, "T008", "tags and entities of HTML read as what they stand for", ""
    if raw.joined or raw.broken:
        meaning = "the ends of typed lines" if raw.joined else "the ends of paragraphs"
        yield 0, "T008", f"single line breaks taken for {meaning}", ""
    if draft.title.line:
        yield draft.title.line, "T008", f"title: {draft.title.record}", ""
    else:
        yield 0, "T012", "no title was found: the name of the file stands for it", "write “title:” in the front matter"
    if draft.details.date is not None:
        yield head.date_line, "T008", f"date: {rough_head.written(draft.details.date)}", ""
    else:
        yield 0, "T012", "no date was found", "write “date:” in the front matter"
    for piece in head.other_dates:
        yield piece.line, "T012", f"another date: {piece.text}", "check “date:” in the front matter"
    for kind, passage in draft.front:
        yield passage.line, "T008", f"{kind or 'introduction'}: {rough_head.first_clause(passage.record)}…", ""
    if draft.details.provenance.name_text:
        yield 0, "T008", f"source: {draft.details.provenance.name_text}", ""
    for piece in head.notes:
        yield piece.line, "T008", f"not part of the interview: {piece.text}", ""


def of_turns(draft: Draft, turns: Turns, *, sure: bool) -> Iterator[Entry]:
    """Tell by which rule the speakers were found, and which paragraphs could be another one's."""
    roles = ", ".join(f"«{speaker.label}» is the {speaker.role}" for speaker in draft.speakers)
    yield 0, "T007", f"{roles}; {turns.scheme.value}", "see whether it is so; labels in the file settle it"
    for speaker in draft.speakers:
        yield from _unlabelled(draft, speaker)
    for pieces, message, hint in (
        (turns.rhetorical, "a question without a label, taken for part of the answer", "write a label if not so"),
        (turns.torn, "no label, and there are several guests; taken for the last one's", "write a label if not so"),
        (turns.empty, "a label without a text, taken for text", "write the text or delete the label"),
    ):
        if pieces:
            yield pieces[0].line, "T012", f"{_places([piece.line for piece in pieces])}: {message}", hint
    if not sure:
        yield 0, "T012", "no label and no question mark tells who asks", "check the roles in the front matter"


def of_labels(known: RawLabels) -> Iterator[Entry]:
    """Tell what begins like a label but stands only once."""
    for head, piece in known.once if known.names else ():
        hint = "declare the speaker, or write a backslash before the colon"
        yield piece.line, "T012", f"«{head}:» stands once at the start of a paragraph: taken for text", hint


def _unlabelled(draft: Draft, speaker: Speaker) -> Iterator[Entry]:
    lines = [speech.line for speech in draft.speeches if speech.label == speaker.label and not speech.shown]
    if lines:
        yield lines[0], "T007", f"{_places(lines)}: no label, taken for «{speaker.label}»", "check them"


def _places(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
    return f"{len(numbers)} paragraphs (lines {shown})" if len(numbers) > 1 else f"line {shown}"
