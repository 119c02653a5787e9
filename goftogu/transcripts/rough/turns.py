"""Who speaks in a text from outside: the turns, from labels, signs and question marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from goftogu.model import Role
from goftogu.transcripts.draft import DraftHeading, DraftParagraph, Speech
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import between, bullets, schemes
from goftogu.transcripts.rough.between import BetweenKind
from goftogu.transcripts.rough.doubts import EMPTY, LONG_QUESTION, RHETORICAL, TORN, TWO_QUESTIONS, Doubt
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.questions import asks
from goftogu.transcripts.rough.schemes import Choice, LabelScheme

ASKS: Final = "پرسش"
"""Label of an interviewer whom the text does not name."""

ANSWERS: Final = "پاسخ"
"""Label of an interviewee whom the text does not name."""

_TWICE: Final = 2
_LONG: Final = 60
"""Words of a paragraph that is hardly a question."""

Found = Sequence[tuple[Piece, Start | None]]


@dataclass(slots=True)
class Turns:
    """The turns of a text and what could not be known.

    Attributes:
        choice: By which rule they were found.
        speeches: In order.
        doubts: Pieces that could be another speaker's, by the reason for the doubt.
        headings: What was taken for headings.
        aside: What was set aside, with its kind.
        numbers: How many numbers before questions were left out.
    """

    choice: Choice
    speeches: list[Speech] = field(default_factory=list)
    doubts: dict[Doubt, list[Piece]] = field(default_factory=dict)
    headings: list[Piece] = field(default_factory=list)
    aside: list[tuple[BetweenKind, Piece]] = field(default_factory=list)
    numbers: int = 0

    def doubt(self, reason: Doubt, piece: Piece) -> None:
        """Keep that a piece could be another speaker's."""
        self.doubts.setdefault(reason, []).append(piece)


def read_turns(found: Found, roles: Mapping[str, Role], heading: Piece | None = None) -> Turns:
    """Find the turns.

    Args:
        found: All pieces of the interview with their labels, from the first turn on.
        roles: Of all labels.
        heading: The heading that stands right above them.
    """
    turns = Turns(schemes.choose(found, roles))
    reader = _TurnReader(turns, roles, found)
    if heading is not None:
        reader.head(heading)
    for number in range(len(found)):
        reader.take(number)
    reader.end()
    return turns


class _TurnReader:
    """Goes through the pieces."""

    def __init__(self, turns: Turns, roles: Mapping[str, Role], found: Found) -> None:
        self._turns = turns
        self._choice = turns.choice
        self._roles = roles
        self._found = found
        self._last = schemes.last_label(found)
        self._guests = [label for label, role in roles.items() if role != Role.INTERVIEWER]
        self._host = next((label for label, role in roles.items() if role == Role.INTERVIEWER), ASKS)
        self._guest = self._guests[0] if self._guests else ANSWERS
        self._pending: tuple[Piece, Start] | None = None
        self._heading: DraftParagraph | None = None
        self._asked = False
        self._rest: BetweenKind | None = None
        self._blocks = schemes.in_blocks([piece for piece, _ in found])
        bold_labels = any(piece.bold for piece, start in found if start)
        self._bold = not bold_labels and not turns.choice.kind.startswith(("bold", "heading"))

    def take(self, number: int) -> None:
        piece, start = self._found[number]
        if start is not None and self._rest is None:
            self._labelled(piece, start)
        elif (kind := self._kind(number, piece)) in {BetweenKind.HEADING, BetweenKind.SESSION} and self._rest is None:
            self.head(piece)
        elif kind is not None:
            self._turns.aside.append((kind, piece))
        else:
            self._unlabelled(piece, number)

    def head(self, piece: Piece) -> None:
        """Take a heading; two in a row are one."""
        self._drop_pending()
        title = between.heading(piece)
        self._turns.headings.append(piece)
        above = f"{self._heading.record}: " if self._heading else ""
        self._heading = DraftParagraph(above + title.record, self._heading.line if self._heading else piece.line)

    def end(self) -> None:
        """Keep the words of a label or heading that nothing follows."""
        self._drop_pending()
        if self._heading is not None:
            self._turns.aside.append((BetweenKind.HEADING, Piece(self._heading.record, self._heading.line)))

    def _kind(self, number: int, piece: Piece) -> BetweenKind | None:
        """Tell what a piece without a label is when it is no speech."""
        self._rest = self._rest or self._ends(number, piece)
        if self._rest is not None:
            return self._rest
        if self._heading is not None and between.is_session_data(piece.text):
            return BetweenKind.DATA
        kind = between.kind_of(piece, bold_is_heading=self._bold) if number or piece.heading else None
        sign = bullets.of(piece)
        if kind is BetweenKind.HEADING and sign is not None and sign.kind in {self._choice.kind, self._choice.reply}:
            return None
        if kind is None and self._is_foot(number):
            return BetweenKind.FOOTNOTE
        return BetweenKind.HEADING if kind is None and self._is_plain_heading(number, piece) else kind

    def _ends(self, number: int, piece: Piece) -> BetweenKind | None:
        """Return what all that follows is, when a line says that the interview is over."""
        if piece.note or number <= len(self._found) / 2:
            return None
        if between.begins_notes(piece.text):
            return BetweenKind.FOOTNOTE
        if number < self._last or not between.begins_links(piece.text):
            return None
        signs = (bullets.of(after) for after, _ in self._found[number:])
        return None if any(sign and sign.kind == self._choice.kind for sign in signs) else BetweenKind.ALSO

    def _is_foot(self, number: int) -> bool:
        """Tell whether nothing but footnotes follows, also such as a word processor has numbered."""
        if self._choice.kind in {"number", "*"} or number <= self._last:
            return False
        rest = islice(self._found, number, None)
        return all(between.is_footnote(piece.text) or piece.mark.endswith(".") for piece, _ in rest)

    def _is_plain_heading(self, number: int, piece: Piece) -> bool:
        """Tell whether a few words between an answer and the label of the next question are a heading."""
        if (
            self._choice.scheme not in {LabelScheme.LABELLED, LabelScheme.QUESTIONS}
            or self._pending
            or not 0 < number < self._last
        ):
            return False
        start = self._found[number + 1][1]
        above = self._found[number - 1][0].text.rstrip().endswith((".", "!", "؟", "…", "»"))
        return bool(start and above and start.label == self._host and between.is_plain_heading(piece.text))

    def _labelled(self, piece: Piece, start: Start) -> None:
        self._drop_pending()
        self._turns.numbers += bool(start.number)
        if start.text:
            self._open(start.label, start.shown, start.rest, piece.line)
        else:
            self._pending = piece, start

    def _unlabelled(self, piece: Piece, number: int) -> None:
        if self._pending is not None:
            (labelled, start), self._pending = self._pending, None
            self._open(start.label, start.shown, replace(piece, time=start.rest.time or piece.time), labelled.line)
            return
        sign = bullets.of(piece)
        speaker = self._speaker(piece, sign, number)
        if sign is not None and self._is_set_apart(sign, speaker):
            piece = bullets.without(piece, sign)
            self._turns.numbers += sign.kind == "number"
        self._add(speaker, piece)

    def _is_set_apart(self, sign: bullets.Bullet, speaker: str) -> bool:
        """Tell whether a sign only sets a question or an answer apart, so that it goes."""
        if speaker == self._host:
            return sign.kind == self._choice.kind or (
                sign.kind in {"bold", "dash", "*", "•"} and self._choice.scheme is not LabelScheme.LABELLED
            )
        in_answer = self._turns.speeches and self._turns.speeches[-1].label == speaker
        return (
            sign.kind in {self._choice.reply, self._choice.kind}
            and sign.kind != "bold"
            and not (in_answer and self._choice.scheme is not LabelScheme.DIALOGUE)
        )

    def _speaker(self, piece: Piece, sign: bullets.Bullet | None, number: int) -> str:
        """Return who speaks a piece without a label."""
        text = bullets.text_after(piece, sign)
        if self._choice.scheme is LabelScheme.DIALOGUE:
            return self._alternating(text, sign)
        if between.is_stage(piece.text) and self._turns.speeches:
            return self._turns.speeches[-1].label
        return self._host if self._is_question(piece, text, sign, number) else self._guest_now(piece)

    def _alternating(self, text: str, sign: bullets.Bullet | None) -> str:
        """Return the speaker where each turn has a sign: a question is the interviewer's, else the sides change."""
        speeches = self._turns.speeches
        if sign is None or sign.kind != self._choice.kind:
            return speeches[-1].label if speeches else self._host
        if asks(text) and not (speeches and speeches[-1].label == self._host):
            return self._host
        return self._guest if not speeches or speeches[-1].label == self._host else self._host

    def _is_question(self, piece: Piece, text: str, sign: bullets.Bullet | None, number: int) -> bool:
        scheme, in_question = self._choice.scheme, self._in_question()
        marked = sign is not None and sign.kind == self._choice.kind
        if scheme is LabelScheme.SPARSE or (scheme is LabelScheme.DROPPED and number > self._last):
            return self._doubted(piece, text, number)
        if scheme is LabelScheme.REPLIES:
            return asks(text) or (not marked and (in_question or not self._turns.speeches))
        if scheme in {LabelScheme.LABELLED, LabelScheme.DROPPED}:
            answer_asks = not in_question and asks(text)
            if answer_asks:
                self._turns.doubt(RHETORICAL, piece)
            return in_question
        if scheme is LabelScheme.ANSWERS:
            before_label = number < self._last and self._found[number + 1][1] is not None
            return in_question or (before_label and asks(text)) or not self._turns.speeches
        if scheme is LabelScheme.QUESTIONS:
            replies = sign is not None and sign.kind == self._choice.reply
            return in_question and not self._asked and not replies and asks(text)
        return marked or not self._turns.speeches or (in_question and not self._asked and asks(text))

    def _doubted(self, piece: Piece, text: str, number: int) -> bool:
        """Tell whether a paragraph asks where nothing else tells the speakers apart, and keep doubts about it."""
        asked = asks(text)
        if asked and self._blocks and number and piece.is_below(self._found[number - 1][0]):
            self._turns.doubt(RHETORICAL, piece)
            return False
        if asked and self._in_question():
            self._turns.doubt(TWO_QUESTIONS, piece)
        elif asked and len(text.split()) > _LONG:
            self._turns.doubt(LONG_QUESTION, piece)
        return asked

    def _in_question(self) -> bool:
        speeches = self._turns.speeches
        return bool(speeches) and speeches[-1].label == self._host

    def _guest_now(self, piece: Piece) -> str:
        """Return the guest who spoke last; with several guests and none speaking now, nobody can know."""
        if len(self._guests) > 1 and (not self._turns.speeches or self._in_question()):
            self._turns.doubt(TORN, piece)
        return self._guest

    def _add(self, label: str, piece: Piece) -> None:
        speeches = self._turns.speeches
        if speeches and speeches[-1].label == label and self._heading is None:
            speeches[-1].passages.append(DraftParagraph(piece.record, piece.line, time=piece.seconds))
            self._asked = self._asked or asks(piece.text)
        else:
            self._open(label, "", piece, piece.line)

    def _open(self, label: str, shown: str, piece: Piece, line: int) -> None:
        speech = Speech(label, shown, line, [DraftParagraph(piece.record, piece.line)], time=piece.seconds)
        if self._heading is not None:
            speech.heading, self._heading = DraftHeading(self._heading), None
        self._turns.speeches.append(speech)
        self._asked = asks(piece.text)
        if self._roles.get(label) == Role.INTERVIEWER:
            self._host = label
        elif label in self._roles:
            self._guest = label

    def _drop_pending(self) -> None:
        if self._pending is None:
            return
        (piece, _), self._pending = self._pending, None
        self._turns.doubt(EMPTY, piece)
        self._add(self._turns.speeches[-1].label if self._turns.speeches else self._host, piece)
