"""What stands above and below the interview in a raw text: date, title, introduction, and furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from goftogu.persian import folding
from goftogu.persian.dates.calendar import Calendar, DateError, DateValue, PartialDate, parse, parse_persian
from goftogu.problems import Problem
from goftogu.transcripts import labels
from goftogu.transcripts.rough.boilerplate import is_furniture, is_signature
from goftogu.transcripts.rough.paragraphs import Piece
from goftogu.transcripts.rough.questions import by_mark

_WINDOW: Final = 400
_SHORT: Final = 120
_HEAD: Final = 30
_TAIL: Final = 15
_TITLE: Final = 160
_CUT: Final = 90

_DATE_LINE: Final = re.compile(r"date[ \t:]{1,9}(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?!\d)[ \t]*", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_AROUND_A_DATE: Final = frozenset(
    folding.fold(
        "تاریخ انتشار خبر درج مصاحبه گفتگو زمان ساعت مورخ روز ماه سال چاپ به روز رسانی بروزرسانی آخرین تغییر "
        "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه پنج چهار سه دو یک جمعه آدینه date کد شناسه"
    ).split()
)
_REPORT: Final = re.compile(r"به\s+گزارش\s+(?P<name>[^،,.:؛\n]{2,60}?)\s*[،,]")
_NOTE: Final = re.compile(
    "متن (?:کامل|این|مشروح|گفتگو|مصاحبه)|مشروح (?:این|گفتگو|مصاحبه)|(?:شرح|قرار|صورت) (?:زیر|ذیل)|در ادامه|"
    "(?:از نظر|میگذرد|میخوانید|می خوانید|می آید|میاید|بخوانید|بدین شرح|به این شرح)"
)
_CLAUSE: Final = re.compile(r"[،؛:.!؟?]")


@dataclass(slots=True)
class Head:
    """What was taken for what.

    Attributes:
        date: Or ``None``.
        date_line: Line of the date.
        other_dates: Lines with another date.
        lede: The rest of a line that begins with ``date``.
        notes: Furniture, in the order of the file.
        body: All other pieces.
        problems: Dates that cannot be.
    """

    date: DateValue | None = None
    date_line: int = 0
    other_dates: list[Piece] = field(default_factory=list)
    lede: Piece | None = None
    notes: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def part(pieces: Sequence[Piece], path: str) -> Head:
    """Take date lines and furniture from the top and the bottom of a text."""
    head = Head()
    rest = list(pieces)
    if rest and (found := _DATE_LINE.match(rest[0].text)):
        _dated_lede(head, rest.pop(0), found, path)
    top, bottom = _top(rest), _bottom(rest)
    for number, piece in enumerate(rest):
        around = number < top or number >= bottom
        date = _date_of(piece.text) if around else None
        if date is not None and head.date is None:
            head.date, head.date_line = date, piece.line
        elif date not in {None, head.date}:
            head.other_dates.append(piece)
        if date is not None or not _has_words(piece.text) or (around and is_furniture(piece.text)):
            head.notes.append(piece)
        else:
            head.body.append(piece)
    return head


def is_note(text: str) -> bool:
    """Tell whether a paragraph leads to the text of the interview: «متن کامل این گفت‌وگو به شرح زیر است:»."""
    folded = folding.fold(text[-_WINDOW:])
    return len(text) < _WINDOW and folded.endswith((":", ".", "است", "گذرد", "خوانید")) and bool(_NOTE.search(folded))


def is_title(text: str) -> bool:
    """Tell whether a paragraph can be a headline: short, on one line, not ended by a full stop."""
    return len(text) <= _TITLE and "\n" not in text and not text.rstrip().endswith((".", ":", "؟", "?"))


def reported_by(text: str) -> str:
    """Return the name in «به گزارش …،», or an empty string."""
    found = _REPORT.search(text[:_WINDOW])
    return found["name"].strip() if found else ""


def first_clause(text: str) -> str:
    """Return what stands before the first comma or stop, cut between words when it is long."""
    clause = _CLAUSE.split(text[:_WINDOW].strip(), maxsplit=1)[0].replace("\n", " ").strip()
    if len(clause) <= _CUT:
        return clause
    return clause[:_CUT].rpartition(" ")[0] or clause[:_CUT]


def written(date: DateValue) -> str:
    """Return a date as it is written in front matter."""
    ends = (date,) if isinstance(date, PartialDate) else (date.start, date.end)
    return "/".join(_written(end) for end in ends)


def _written(date: PartialDate) -> str:
    prefix = f"{date.calendar}:" if date.calendar == Calendar.HIJRI else ""
    parts = [f"{date.year:04d}", *(f"{part:02d}" for part in (date.month, date.day) if part is not None)]
    return prefix + "-".join(parts)


def _dated_lede(head: Head, piece: Piece, found: re.Match[str], path: str) -> None:
    try:
        head.date, head.date_line = parse(found[1]), piece.line
    except DateError as error:
        head.problems.append(Problem(path, piece.line, found.start(1) + 1, "C006", str(error), error.hint))
    if rest := piece.text[found.end() :].strip():
        head.lede = Piece(rest, piece.line)


def _top(pieces: Sequence[Piece]) -> int:
    """Return the index from which on furniture is no longer looked for: the first question or label of a role."""
    for number, piece in enumerate(pieces[:_HEAD]):
        found = labels.split(piece.text)
        if by_mark(piece.text) or (found is not None and labels.role_of(found.head) and not is_furniture(piece.text)):
            return number
    return min(_HEAD, len(pieces))


def _bottom(pieces: Sequence[Piece]) -> int:
    """Return the index from which on all pieces are furniture."""
    place = len(pieces)
    while place > max(0, len(pieces) - _TAIL) and _ends(pieces[place - 1].text):
        place -= 1
    return place


def _ends(text: str) -> bool:
    return not _has_words(text) or is_signature(text) or is_furniture(text)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def _date_of(text: str) -> DateValue | None:
    """Return the date of a line that says nothing else."""
    found = parse_persian(text) if len(text) <= _SHORT else None
    if found is None:
        return None
    around = folding.fold_split(f"{text[: found.start]} {text[found.end :]}")
    return found.value if all(word in _AROUND_A_DATE for word in _WORD.findall(around)) else None
