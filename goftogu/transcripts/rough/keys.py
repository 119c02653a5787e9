"""Data above an interview, as «تاریخ مصاحبه: ۱۳۹۸/۲/۳»: keys with their values, in lines or in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import dates

_DATED: Final = frozenset({"date", "published"})
_VALUE: Final = 120
_WORDS: Final = 15
_KEYS: Final = {
    "interviewer": "مصاحبه‌کننده مصاحبه‌گر پرسشگر پرسش‌گر گفت‌وگوکننده گفت‌وگو‌از مصاحبه‌از گفت‌وگو مصاحبه "
    "نام‌مصاحبه‌گر نام‌مصاحبه‌کننده نام‌پرسشگر",
    "interviewee": "مصاحبه‌شونده راوی گفت‌وگوشونده مهمان میهمان پاسخ‌گو گفت‌وگوبا مصاحبه‌با نام‌مصاحبه‌شونده نام‌راوی",
    "date": "تاریخ تاریخ‌مصاحبه تاریخ‌گفت‌وگو تاریخ‌ضبط زمان زمان‌مصاحبه تاریخ‌جلسه زمان‌گفت‌وگو",
    "published": "تاریخ‌انتشار تاریخ‌نشر تاریخ‌درج زمان‌انتشار انتشار",
    "title": "عنوان تیتر عنوان‌مصاحبه موضوع موضوع‌مصاحبه موضوع‌گفت‌وگو",
    "other": "مکان محل محل‌مصاحبه مکان‌مصاحبه محل‌گفت‌وگو مدت مدت‌مصاحبه جلسه نوار شماره‌نوار شماره‌جلسه پیاده‌سازی "
    "پیاده‌کننده ویرایش ویراستار تنظیم تدوین تنظیم‌کننده تدوین‌گر تایپ تهیه تهیه‌کننده عکس عکاس منبع پروژه طرح آرشیو شماره "
    "شماره‌پرونده کد نویسنده مترجم ترجمه گزارش فیلم‌بردار ضبط شغل سن متولد تولد زادگاه "
    "تحصیلات نشانی سمت حاضران حاضرین با‌حضور پیاده‌ساز حروف‌چین بازبین",
}
KIND: Final = {
    labels.key(word.replace("گفت‌وگو", spelled)): kind
    for kind, words in _KEYS.items()
    for word in words.split()
    for spelled in ("گفت‌وگو", "گفتگو")
}
"""What the value of a key is: who speaks, when, the title, or something else; by the key."""

_COLUMN: Final = re.compile(r"\S+(?:[ \u200c\u00a0]{1,2}\S+)*")
"""What stands together in a line: three blanks or a tab begin another column."""
_PAIR: Final = re.compile(r"\s*(?P<key>[^\W\d_][\w\u200c ]{1,24}?)\s*[:：]\s*(?P<value>\S.*)")


def pair(text: str) -> tuple[str, str] | None:
    """Return the key and the value of «تاریخ مصاحبه: …», when nothing else stands in the line."""
    found = _PAIR.fullmatch(text)
    if found is None or len(found["value"]) > _VALUE or labels.key(found["key"]) not in KIND:
        return None
    value = found["value"].strip()
    sentence = value.endswith((".", "؟", "?", "!")) or len(value.split()) > _WORDS
    return None if sentence and KIND[labels.key(found["key"])] not in _DATED else (labels.key(found["key"]), value)


def lone(pieces: Sequence[Piece]) -> set[str]:
    """Return the keys that open one line only, or a date; what else opens more of them is the label of a speaker."""
    keys = [labels.key(found["key"]) for piece in pieces if (found := _PAIR.match(piece.text.partition("\n")[0]))]
    return {key for key in keys if key in KIND and (keys.count(key) == 1 or KIND[key] in _DATED)}


def parted(piece: Piece) -> Iterator[Piece]:
    """Yield the lines of a paragraph, and the columns of a line, when they are data."""
    for line in _lines(piece):
        columns = [found.span() for found in _COLUMN.finditer(line.text)]
        if len(columns) > 1 and all(pair(line.text[start:end]) for start, end in columns):
            yield from (replace(line.cut(start, end), line=line.line) for start, end in columns)
        else:
            yield line


def _lines(piece: Piece) -> Iterator[Piece]:
    """Yield the lines of a paragraph when one of them is data."""
    if "\n" in piece.text and any(pair(line) or dates.of_line(line) for line in piece.text.split("\n")):
        start = 0
        for line in piece.text.split("\n"):
            yield piece.cut(start, start + len(line))
            start += len(line) + 1
    else:
        yield piece
