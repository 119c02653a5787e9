"""What stands between turns and is no speech: headings, captions, footnotes, addresses of networks, "read also"."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from goftogu.locale.message import Message
from goftogu.persian import folding
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough.boilerplate import is_english
from goftogu.transcripts.rough.head import is_data, is_session
from goftogu.transcripts.rough.questions import asks

_SHORT: Final = 90
_LONG: Final = 400
_WORDS: Final = 12
_SQUARE: Final = re.compile(r"[\s\u200f]*(?:[■▪◼◾◆❖□▣▶►★☆✦]|#{1,6}\s)\s*")
_PART: Final = re.compile(
    r"(?:بخش|فصل|قسمت|گفتار|پرده|پاره|دفتر)(?: ی)? "
    r"(?:\d{1,2}|اول|نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|پایانی|آخر)(?!\w)"
)
_CAPTION: Final = re.compile(
    r"(?:عکس|تصویر|نگاره|نقشه|شکل|نمودار|فیلم|ویدیو|ویدئو)(?: \d{1,3})? ?(?:[:：از–-]|$)|\[(?:عکس|تصویر)"
)
_READ_ALSO: Final = re.compile(
    "(?:بیشتر|همچنین|(?:این )?مطالب مرتبط را|در این (?:باره|زمینه)) بخوانید|"
    "(?:مطلب|مطالب|خبر|اخبار|خبرهای) مرتبط|از همین نویسنده|(?:مرتبط|پیوند|لینک) ?:"
)
_FOOTNOTE: Final = re.compile(r"(?:[\[(]?[\d۰-۹]{1,2}[\])]|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹†‡])\s*[-–.:]?\s*(?=[^\W\d])")
_NOTES_BEGIN: Final = re.compile(r"(?:پی ?نوشت|پانوشت|پانویس|یادداشت|منابع|توضیح)(?: ?ها)?\s*:?\s*\Z")
_HANDLE: Final = re.compile(
    r"(?:[^\s@]{1,20}[\s:]*)?@[A-Za-z0-9_.]{2,40}(?:\s+@[A-Za-z0-9_.]{2,40})*\s*\Z|https?://\S+\Z|www\.\S+\Z|t\.me/\S+\Z"
)
_STAGE: Final = re.compile(r"[\[(][^\[\]()\n]{1,80}[\])]\.?")
_ENDED: Final = (".", "؟", "?", "!", "…", ":", "؛", "،", "»")


class BetweenKind(Enum):
    """What a paragraph is when it is no speech."""

    HEADING = Message("heading")
    SESSION = Message("session")
    CAPTION = Message("caption")
    FOOTNOTE = Message("footnote")
    HANDLE = Message("address of a network")
    ALSO = Message("“read also”")
    SITE = Message("line of the site")
    DATA = Message("data of a session")


def kind_of(piece: Piece, *, bold_is_heading: bool) -> BetweenKind | None:
    """Tell what a paragraph without a label is by itself, or ``None`` when it is speech.

    Args:
        piece: Not the first one of the interview.
        bold_is_heading: Whether bold is not used for labels or questions.
    """
    text = piece.text
    folded = folding.fold_split(text[:_SHORT])
    if piece.note == "caption" or (len(text) < _LONG and _CAPTION.match(folded) and not asks(text)):
        return BetweenKind.CAPTION
    if _HANDLE.match(text) and len(text) < _SHORT:
        return BetweenKind.HANDLE
    if len(text) < 2 * _SHORT and _READ_ALSO.match(folded):
        return BetweenKind.ALSO
    if is_english(text):
        return BetweenKind.SITE
    if is_session(text):
        return BetweenKind.SESSION
    return BetweenKind.HEADING if _is_heading(piece, folded, bold_is_heading=bold_is_heading) else None


def _is_heading(piece: Piece, folded: str, *, bold_is_heading: bool) -> bool:
    text = piece.text
    short = len(text) <= _SHORT and len(text.split()) <= _WORDS and "\n" not in text
    if not short or not any(map(str.isalpha, text)):
        return False
    if piece.heading or (_SQUARE.match(text) and not asks(text)):
        return True
    bare = folded.lstrip("«*-–—ـ •●")
    return _PART.match(bare) is not None or (bold_is_heading and piece.bold and not asks(text) and not is_stage(text))


def heading(piece: Piece) -> Piece:
    """Return a heading without its square and its bold."""
    found = _SQUARE.match(piece.text)
    cut = piece.cut(found.end() if found else 0)
    return Piece(cut.text.strip("*#■ :"), cut.line)


def is_plain_heading(text: str) -> bool:
    """Tell whether a line without any mark reads like a heading: a few words without a stop."""
    short = len(text) <= _SHORT // 2 and len(text.split()) <= _WORDS // 2 and "\n" not in text
    return short and not text.rstrip().endswith(_ENDED) and not asks(text) and not is_stage(text) and text[:1].isalpha()


def begins_links(text: str) -> bool:
    """Tell whether a line leads to a list of other texts: «بیشتر بخوانید:»."""
    return len(text) < _SHORT and text.rstrip().endswith(":") and _READ_ALSO.match(folding.fold_split(text)) is not None


def is_footnote(text: str) -> bool:
    """Tell whether a paragraph begins with the number or the star of a footnote."""
    return len(text) < _LONG and _FOOTNOTE.match(text) is not None


def begins_notes(text: str) -> bool:
    """Tell whether nothing but notes follows: «پی‌نوشت‌ها:»."""
    return _NOTES_BEGIN.match(folding.fold_split(text)) is not None and len(text) < _SHORT // 2


def is_session_data(text: str) -> bool:
    """Tell whether a line below the heading of a session says its date or place."""
    return len(text) < _SHORT and is_data(text)


def is_stage(text: str) -> bool:
    """Tell whether a paragraph is a stage note: «[قطع ضبط]»."""
    return _STAGE.fullmatch(text.strip()) is not None
