"""What was taken for what in a text from outside, and what a person must decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from goftogu.locale.message import Message
from goftogu.model import Role, Speaker
from goftogu.transcripts.decisions import ImportDecision, Subject
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.formats import footnotes
from goftogu.transcripts.formats.document import NOTES, Document, Piece
from goftogu.transcripts.rough import bullets, opening
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough.head import RoughHead
from goftogu.transcripts.rough.labels import RoughLabels
from goftogu.transcripts.rough.questions import by_mark
from goftogu.transcripts.rough.turns import Turns

_NAMES: Final = 8
_CUT: Final = 60

_IS: Final = {
    Role.INTERVIEWER: Message("«{name}» is the interviewer"),
    Role.INTERVIEWEE: Message("«{name}» is the interviewee"),
    Role.OTHER: Message("«{name}» is the other"),
}
_HEADS: Final = {
    Role.INTERVIEWER: Message("the head names the interviewer: {name}"),
    Role.INTERVIEWEE: Message("the head names the interviewee: {name}"),
    Role.OTHER: Message("the head names the other: {name}"),
}
_FRONT: Final = {
    "lede": Message("lede: {text}…"),
    "note": Message("note: {text}…"),
    "": Message("introduction: {text}…"),
}


def of_document(document: Document) -> Iterator[ImportDecision]:
    """Tell how the file was read."""
    for told in (*footnotes.told(document.footnotes), *document.told):
        yield ImportDecision(Subject.FORM, told)
    yield from (ImportDecision(Subject.FORM, message, hint, asked=True) for message, hint in document.asked)


def of_text(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[ImportDecision]:
    """Tell what was taken for the date, the title, the introduction and for no part of the interview."""
    yield _of_title(draft, head)
    yield from _of_date(draft, head, spoken_of)
    for kind, passage in draft.front:
        message = _FRONT[kind].of(text=rough_head.first_clause(passage.record))
        yield ImportDecision(Subject.FRONT, message, lines=(passage.line,))
    if draft.details.provenance.name_text:
        yield ImportDecision(
            Subject.SOURCE,
            Message("source: {name}", name=draft.details.provenance.name_text),
        )
    for name, role in head.named.items():
        yield ImportDecision(Subject.NAMED, _HEADS[role].of(name=name))
    for piece in head.notes:
        message = Message("not part of the interview: {text}", text=piece.text)
        if piece.note:
            message = Message(
                "not part of the interview ({kind}): {text}", kind=NOTES.get(piece.note, piece.note), text=piece.text
            )
        yield ImportDecision(Subject.ASIDE, message, lines=_line(piece.line), label=NOTES.get(piece.note, piece.note))


def _of_title(draft: Draft, head: RoughHead) -> ImportDecision:
    hint = Message("if it is another: --title, or “title:” in the front matter")
    main = head.lede.text if head.lede else next((passage.record for _, passage in draft.front), "")
    if not draft.title.line and head.title is None:
        return _untitled(draft, head)
    lines = _line(draft.title.line)
    if head.title is None and main != draft.title.record == rough_head.first_clause(main):
        return ImportDecision(
            Subject.TITLE,
            Message("no headline was found; title: {title}", title=draft.title.record),
            hint,
            lines,
            asked=True,
        )
    return ImportDecision(Subject.TITLE, Message("title: {title}", title=draft.title.record), lines=lines)


def _untitled(draft: Draft, head: RoughHead) -> ImportDecision:
    """Ask for a title, and name the line that may be one: the first of the text, where it asks."""
    message = Message("no title was found: the name of the file stands for it")
    hint = Message("--title «…», or “title:” in the front matter")
    top = head.body[0] if head.body else None
    first = next(iter(draft.speeches), None)
    is_bare = top is not None and not top.bold and bullets.of(top) is None and by_mark(top.text)
    if top is None or not is_bare or first is None or first.shown or first.line != top.line:
        return ImportDecision(Subject.TITLE, message, hint, asked=True)
    message = Message("{problem}; the first line asks, and may be the headline", problem=message)
    return ImportDecision(Subject.TITLE, message, hint, (top.line,), asked=True)


def _of_date(draft: Draft, head: RoughHead, spoken_of: str) -> Iterator[ImportDecision]:
    hint = Message("check “date:” in the front matter, or give --date")
    if draft.details.date is not None:
        message = Message("date: {date}", date=rough_head.written(draft.details.date))
        yield ImportDecision(Subject.DATE, message, lines=_line(head.date_line))
    elif head.published and head.future is None:
        message = Message("published: {date}; the text does not say when the interview was held", date=head.published)
        yield ImportDecision(Subject.DATE, message, lines=_line(head.published_line))
    elif head.future is not None:
        message = Message("a date after today, which was not taken: {text}", text=head.future.text)
        yield ImportDecision(Subject.DATE, message, hint, _line(head.future.line), asked=True)
    else:
        named = Message("no date was found; the introduction names {dates}", dates=spoken_of)
        message = named if spoken_of else Message("no date was found")
        yield ImportDecision(
            Subject.DATE, message, Message("--date 1402-03-14, or “date:” in the front matter"), asked=True
        )
    for piece in head.other_dates:
        yield ImportDecision(
            Subject.DATE, Message("another date: {text}", text=piece.text), hint, _line(piece.line), asked=True
        )


def of_turns(draft: Draft, turns: Turns, *, sure: bool) -> Iterator[ImportDecision]:
    """Tell by which rule the speakers were found, and which paragraphs could be another one's."""
    roles = [_IS[speaker.role].of(name=speaker.label) for speaker in draft.speakers]
    message = Message("{roles}; {rule}", roles=roles, rule=turns.choice.scheme.value)
    yield ImportDecision(Subject.ROLES, message, Message("see whether it is so; labels in the file settle it"))
    for speaker in draft.speakers:
        yield from _unlabelled(draft, speaker)
    if turns.numbers:
        yield ImportDecision(
            Subject.LEFT_OUT, Message("numbers before questions or answers left out: {count}", count=turns.numbers)
        )
    for piece in turns.headings:
        yield ImportDecision(Subject.SECTION, Message("section: {text}", text=piece.text), lines=(piece.line,))
    for kind, piece in turns.aside:
        message = Message("not part of the interview ({kind}): {text}", kind=kind.value, text=_short(piece))
        yield ImportDecision(Subject.ASIDE, message, lines=(piece.line,), label=kind.value)
    for doubt, pieces in turns.doubts.items():
        lines = tuple(piece.line for piece in pieces)
        yield ImportDecision(Subject.TURN, doubt.message, doubt.hint, lines, asked=True)
    if not sure and len(draft.speakers) > 1:
        first = draft.speakers[0].label
        hint = Message('--speaker "{label}=interviewer", or check the roles in the front matter', label=first)
        message = Message("no label and no question mark tells who asks")
        yield ImportDecision(Subject.ROLES, message, hint, asked=True, label=first)
    if turns.choice.is_doubtful:
        message, hint = (
            Message("few paragraphs ask: is this an interview?"),
            Message("write labels such as «پرسش:» and «پاسخ:»"),
        )
        yield ImportDecision(Subject.TURN, message, hint, asked=True)


def of_people(draft: Draft, known: RoughLabels, offered: Sequence[str]) -> Iterator[ImportDecision]:
    """Tell which labels were taken for one person, and ask who a guest without a name is."""
    for name, label in known.merged.items():
        message = Message("«{name}» and «{label}» are taken for one person", name=name, label=label)
        yield ImportDecision(Subject.SAME, message, Message("if not so, give one of them another label"))
    nameless = [
        speaker
        for speaker in draft.speakers
        if speaker.role != Role.INTERVIEWER and opening.names_role_only(speaker.label)
    ]
    for speaker in nameless:
        who, names = Message("who is «{label}»?", label=speaker.label), offered[:_NAMES]
        if names:
            who = Message("{question}; the introduction names {names}", question=who, names=names)
        name = offered[0] if offered else "…"
        hint = Message('--speaker "{label}={name}", or the name in the front matter', label=speaker.label, name=name)
        yield ImportDecision(
            Subject.NAME,
            who,
            hint,
            asked=True,
            label=speaker.label,
        )


def of_labels(known: RoughLabels) -> Iterator[ImportDecision]:
    """Tell what begins like a label but stands only once."""
    for opened, piece in known.once if known.names else ():
        message = Message("«{label}:» stands once at the start of a paragraph: taken for text", label=opened.name)
        hint = Message("declare the speaker, or write a backslash before the colon")
        yield ImportDecision(Subject.TURN, message, hint, (piece.line,), asked=True)


def _unlabelled(draft: Draft, speaker: Speaker) -> Iterator[ImportDecision]:
    lines = tuple(speech.line for speech in draft.speeches if speech.label == speaker.label and not speech.shown)
    if lines:
        message = Message("no label, taken for «{label}»", label=speaker.label)
        yield ImportDecision(Subject.TURN, message, Message("check them"), lines, label=speaker.label)


def _line(number: int) -> tuple[int, ...]:
    return (number,) if number else ()


def _short(piece: Piece) -> str:
    return piece.text if len(piece.text) <= _CUT else f"{piece.text[:_CUT]}…"
