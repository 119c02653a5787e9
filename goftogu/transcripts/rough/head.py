"""What stands above and below the interview in a text from outside: data, title, introduction, and boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from goftogu.model import Role
from goftogu.persian import folding
from goftogu.persian.dates.calendar import Calendar, DateError, DateValue, PartialDate, parse
from goftogu.problems import Problem, Problems
from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import dates, keys
from goftogu.transcripts.rough.boilerplate import is_end, is_furniture, is_signature, page_numbers
from goftogu.transcripts.rough.questions import by_mark

_NAMED: Final = frozenset({Calendar.HIJRI, Calendar.ZODIAC, Calendar.KURDISH})
"""Calendars that a date must name."""

_PEOPLE: Final = frozenset({Role.INTERVIEWER, Role.INTERVIEWEE})
_WINDOW: Final = 400
_DAY: Final = 3
_HEAD: Final = 30
_TAIL: Final = 15
_TITLE: Final = 160
_CUT: Final = 90
_WORDS: Final = 8

_DATE_LINE: Final = re.compile(r"date[ \t:]{1,9}(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?!\d)[ \t]*", re.IGNORECASE)
_REPORT: Final = re.compile(r"به\s+گزارش\s+(?P<name>[^،,.:؛\n]{2,60}?)\s*[،,]")
_ABOUT: Final = re.compile(r"(?<!\w)(?:گفتگو|گفت و گو|مصاحبه|متن|مشروح|حاصل|ماحصل|گپ|سخنان|پرسش و پاسخ)")
_LEADS: Final = re.compile(
    "متن (?:کامل|این|مشروح|گفتگو|مصاحبه)|مشروح (?:این|گفتگو|مصاحبه)|(?:شرح|قرار|صورت) (?:زیر|ذیل)|در (?:ادامه|پی|زیر)|"
    "(?:از نظر|می ?گذرد|می ?خوانید|می ?آید|میاید|بخوانید|بدین شرح|به این شرح)"
)
_CLAUSE: Final = re.compile(r"[،؛:.!؟?]")
_PRAYER: Final = re.compile(
    r"(?:به نام (?:خدا|خداوند|یزدان|او|ایزد|پروردگار)|بسم ?ه? ?(?:الله|تعالی)|باسمه|بنام (?:خدا|خداوند))"
)
_SESSION: Final = re.compile(
    r"(?:پایان |ادامه |آغاز )?(?:جلسه|نشست|نوار|کاست|فایل|دیدار|روی|روز)(?: شماره| ی)?"
    r" (?:\d{1,3}|اول|نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یکم|الف|ب)(?!\w)"
)


@dataclass(slots=True)
class RoughHead:
    """What was taken for what.

    Attributes:
        date: Or ``None``.
        date_line: Line of the date.
        published: ISO date on which the text was published, or empty.
        published_line: Line of that date.
        future: The line of a date after today, which was not taken.
        other_dates: Lines with another date.
        lede: The rest of a line that begins with ``date``.
        title: A title that the file names apart from its text.
        notes: Data and boilerplate, in the order of the file.
        body: All other pieces.
        named: Names of speakers with the role that the head gives them.
    """

    date: DateValue | None = None
    date_line: int = 0
    published: str = ""
    published_line: int = 0
    future: Piece | None = None
    other_dates: list[Piece] = field(default_factory=list)
    lede: Piece | None = None
    title: Piece | None = None
    notes: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    named: dict[str, Role] = field(default_factory=dict)

    def set_date(self, value: DateValue, piece: Piece) -> None:
        """Take a date; another one than before, and one after today, are questions."""
        if dates.is_future(value):
            self.future = self.future or piece
        elif self.date is None:
            self.date, self.date_line = value, piece.line
        elif value != self.date:
            self.other_dates.append(piece)

    def set_published(self, value: DateValue, piece: Piece) -> None:
        """Take the day on which the text was published; the first one counts."""
        if dates.is_future(value):
            self.future = self.future or piece
        elif not self.published and value.precision == _DAY:
            self.published, self.published_line = value.first.isoformat(), piece.line


def part(pieces: Sequence[Piece], path: str, problems: Problems) -> RoughHead:
    """Take data, date lines and boilerplate from the top and the bottom of a text.

    Args:
        pieces: All of the text.
        path: The file.
        problems: A date that cannot be is added.
    """
    head = RoughHead()
    rest = list(pieces)
    if rest and (found := _DATE_LINE.match(rest[0].text)):
        _dated_lede(head, rest.pop(0), found, path, problems)
    rest = [one for number, piece in enumerate(rest) for one in (keys.parted(piece) if number < _HEAD else (piece,))]
    alone = keys.lone(rest)
    top, bottom, end, leaves = (
        _top(rest, alone),
        _bottom(rest),
        _end(rest),
        page_numbers([piece.text for piece in rest]),
    )
    for number, piece in enumerate(rest):
        around = number < top or number >= bottom
        if piece.speaker and not piece.note:
            head.body.append(piece)
        elif (
            piece.note
            or not _has_words(piece.text)
            or number >= end
            or number in leaves
            or (around and _is_data(head, piece, alone, number < top))
        ):
            head.notes.append(piece)
        else:
            head.body.append(piece)
    return head


def _is_data(head: RoughHead, piece: Piece, alone: set[str], above: bool) -> bool:  # noqa: FBT001  a private step
    """Take what a line says; tell whether it says anything that is no speech."""
    value = dates.of_line(piece.text)
    pair = keys.pair(piece.text)
    if above and pair is not None and pair[0] in alone:
        _take(head, piece, *pair)
        return True
    if value is not None:
        take = head.set_published if dates.is_publication(piece.text) else head.set_date
        take(value, piece)
        return True
    prayer = _PRAYER.match(folding.fold_split(piece.text)) is not None and len(piece.text) < _CUT
    return prayer or (above and is_session(piece.text)) or is_furniture(piece.text)


def _take(head: RoughHead, piece: Piece, key: str, value: str) -> None:
    kind = keys.KIND[key]
    if kind == "date" and (date := dates.of_value(value)) is not None:
        head.set_date(date, piece)
    elif kind == "published" and (date := dates.of_value(value)) is not None:
        head.set_published(date, piece)
    elif kind == "title":
        head.title = piece.cut(piece.text.index(value))
    elif kind in {Role.INTERVIEWER, Role.INTERVIEWEE}:
        for name in re.split(r"\s*(?:[،,؛]|\sو\s)\s*", value):
            head.named[re.sub(r"\s*\([^()]*\)", "", name).strip(" .")] = Role(kind)


def is_session(text: str) -> bool:
    """Tell whether a line says that a session or a tape begins or ends: «جلسه دوم», «نوار ۳، روی ب»."""
    folded = folding.fold_split(text).strip(" .:()[]*-–—ـ■●")
    return len(text) < _CUT and _SESSION.match(folded) is not None and not by_mark(text) and len(text.split()) <= _WORDS


def is_data(text: str) -> bool:
    """Tell whether a line says a date or other data of a session: «تاریخ: ۱۶ / ۲ / ۱۴۰۱», «مکان: کاشان»."""
    pair = keys.pair(text)
    return dates.of_line(text) is not None or (pair is not None and keys.KIND[pair[0]] not in _PEOPLE)


def is_note(text: str) -> bool:
    """Tell whether a paragraph leads to the text of the interview: «متن کامل این گفت‌وگو به شرح زیر است:»."""
    if len(text) >= _WINDOW:
        return False
    folded = folding.fold(text)
    ends = folded.endswith((":", ".", "است", "گذرد", "خوانید", "آید", "اید", "بخوانید"))
    return ends and bool(_LEADS.search(folded)) and bool(_ABOUT.search(folded))


def is_title(text: str) -> bool:
    """Tell whether a paragraph can be a headline: short, on one line, not ended by a full stop."""
    return len(text) <= _TITLE and "\n" not in text and not text.rstrip().endswith((".", ":", "؟", "?"))


def reported_by(text: str) -> str:
    """Return the name in «به گزارش …،», or an empty string."""
    found = _REPORT.search(text[:_WINDOW])
    return found["name"].strip() if found else ""


def first_clause(text: str) -> str:
    """Return what stands before the first comma or stop, cut between words when it is long."""
    clause = _CLAUSE.split(text.strip())[0].replace("\n", " ").strip()
    if len(clause) <= _CUT:
        return clause
    return clause[:_CUT].rpartition(" ")[0] or clause[:_CUT]


def written(date: DateValue) -> str:
    """Return a date as it is written in front matter."""
    ends = (date,) if isinstance(date, PartialDate) else (date.start, date.end)
    return "/".join(_written(end) for end in ends)


def _written(date: PartialDate) -> str:
    prefix = f"{date.calendar}:" if date.calendar in _NAMED else ""
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return prefix + "-".join(parts)


def _dated_lede(head: RoughHead, piece: Piece, found: re.Match[str], path: str, problems: Problems) -> None:
    try:
        head.set_date(parse(found[1]), piece)
    except DateError as error:
        problems.add(Problem(path, piece.line, found.start(1) + 1, "C006", error.message, error.hint))
    if (rest := piece.cut(found.end())).text:
        head.lede = rest


def _top(pieces: Sequence[Piece], alone: set[str]) -> int:
    """Return the index from which on data is no longer looked for: the first question or label of a role."""
    for number, piece in enumerate(pieces[:_HEAD]):
        pair = keys.pair(piece.text)
        if pair is not None and pair[0] in alone:
            continue
        found = labels.split(piece.text)
        if (by_mark(piece.text) and number) or (
            found is not None and labels.role_of(found.head) and not is_furniture(piece.text)
        ):
            return number
    return min(_HEAD, len(pieces))


def _bottom(pieces: Sequence[Piece]) -> int:
    """Return the index from which on all pieces are boilerplate."""
    place = len(pieces)
    while place > max(0, len(pieces) - _TAIL) and _ends(pieces[place - 1]):
        place -= 1
    return place


def _end(pieces: Sequence[Piece]) -> int:
    """Return the index of the line near the bottom that ends the text: «انتهای پیام/»."""
    first = max(0, len(pieces) - _TAIL)
    return next((number for number in range(first, len(pieces)) if is_end(pieces[number].text)), len(pieces))


def _ends(piece: Piece) -> bool:
    text = piece.text
    return bool(piece.note) or not _has_words(text) or is_signature(text) or is_furniture(text)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
