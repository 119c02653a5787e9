"""Splitting Persian text into sentences, for the translation memory and the engine.

A sentence ends at ``.``, ``!``, ``?``, ``؟`` or ``…`` with the closing quotes after it, at an empty line, and before a
line that begins an item of a list. It does not end

* after initials and abbreviations (ا. م. رضایی, ق.م., ج.ا.ایران, Dr.), in numbers (۳٫۵, 3.5), in addresses of the web
  and of mail;
* inside quotes and brackets, as long as they are short;
* after the marker of a list (۱. or الف.);
* after dots that mark a pause («من… نمی‌دانم»): with a blank before them or none after them, with fewer than three
  words so far, or with «و» beside them;
* where the text goes on after a quote: with a comma, with «و» or «که», with a verb of saying.

A missing blank («رفت.او») does not matter between Persian words. ؛ ends nothing. When in doubt two sentences stay
together: who translates then sees more, not less.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from goftogu.persian.enclosed import brackets, quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

_FA: Final = "\u0621-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u064b-\u065f\u0670\u200c"
_STOPS: Final = ".!?؟…۔"
_END: Final = re.compile(
    rf"(?P<stop>[{_STOPS}]+)(?P<close>(?:[»”’›\"')\]*_{_STOPS}]|\[[0-9۰-۹]{{1,3}}\])*)"
    r"|\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-–—*•●▪]|[0-9۰-۹]{1,3}[.)-])\s)"
)
_NEXT: Final = re.compile(rf"(?P<gap>\s*)(?P<sign>[«“‘‹\"'(\[*]*)(?P<word>[{_FA}]+|\S?)")
_MARKER: Final = re.compile(r"(?P<lead>\S?)(?P<gap>\s{0,9})(?<!\S)(?P<number>[0-9۰-۹]{1,3})\.(?=\s)")
_QUOTE_ENDS: Final = frozenset("»”’›\"'")
_LAST_WORD: Final = re.compile(rf"(?:^|[^{_FA}.])([{_FA}]{{2,}})$")
_SHORT_FORM: Final = re.compile(
    rf"(?:^|[\s«“\"'(\[./-])(?:[{_FA}A-Za-z]\u200c?|الف|رک|نک|صص|[Mm]rs?|Dr|Prof|St|vs|No|Vol|pp?|eds?|Jr|Sr|Inc|Ltd|cf|Ph)$"
)
_PERSIAN: Final = re.compile(f"[{_FA}]")
_SMALL_LATIN: Final = re.compile("[a-z]")
_PAUSE: Final = re.compile(r"\.\.+|[.…]*…[.…]*")
_COMMAS: Final = frozenset("،,؛;:")
_GOES_ON: Final = frozenset("و که را تا ولی اما یا یعنی هم".split())
_SAYING: Final = _GOES_ON | frozenset(
    (
        "است بود می نمی گفت گفتم گفتند گفته میگوید میگویند میگفت میگفتند "
        "پرسید پرسیدم پرسیدند نوشت نوشتند جواب پاسخ خطاب افزود"
    ).split()
)
_LOOK_BACK: Final = 64
_PAUSE_WORDS: Final = 3


def split(text: str) -> list[str]:
    """Split a text into sentences, without the white space around them."""
    return [text[start:end] for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end.

    Between them, before the first and after the last there is only white space; no sentence is empty.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in (*_Text(text).ends(), len(text)):
        piece = text[start:end]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            if found and not _has_word(body):
                first = found.pop()[0]
            found.append((first, start + len(piece.rstrip())))
        start = end
    return found


class _Text:
    """A text, with what has to be known of all of it to judge one stop."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = quotes(text)
        self._brackets = brackets(text)
        self._markers = _markers(text)

    def ends(self) -> Iterator[int]:
        """Yield where sentences end, but for the last one."""
        start = 0
        for match in _END.finditer(self._text):
            if match["stop"] is None or self._is_end(match, start):
                start = match.end()
                yield start

    def _is_end(self, match: re.Match[str], start: int) -> bool:
        stop, end = match.span("stop")
        if stop in self._markers or self._quotes.holds(stop, match.end()) or self._brackets.holds(stop, end):
            return False
        following = _NEXT.match(self._text, match.end())
        if following is None or _continues(match["close"], following["word"]):
            return False
        before = self._text[max(start, stop - _LOOK_BACK) : stop]
        if _PAUSE.fullmatch(match["stop"]):
            said = self._text[start:stop]
            return _pause_ends(before, following) and len(said.split(maxsplit=_PAUSE_WORDS)) >= _PAUSE_WORDS
        if _SHORT_FORM.search(before) and match["stop"] == ".":
            return False
        return _apart(before, match["stop"], following)


def _continues(close: str, word: str) -> bool:
    """Tell whether the word after a stop (and what closes after it) belongs to the same sentence."""
    quoted = not _QUOTE_ENDS.isdisjoint(close)
    return word in _COMMAS or (quoted and word.replace("\u200c", "") in _SAYING)


def _pause_ends(before: str, following: re.Match[str]) -> bool:
    """Tell whether dots that could be a pause look like an end."""
    attached = bool(before) and not before[-1].isspace() and before.rsplit(maxsplit=1)[-1] != "و"
    return attached and bool(following["gap"]) and following["word"] not in _GOES_ON


def _apart(before: str, stop: str, following: re.Match[str]) -> bool:
    """Tell whether a new sentence begins after the stop, by the blank or by the words around a missing one."""
    word = following["word"]
    if not word:
        return True
    if following["gap"]:
        return _SMALL_LATIN.match(word) is None
    if _PERSIAN.match(word) is None:
        return False
    return stop != "." or (_LAST_WORD.search(before) is not None and len(word) > 1)


def _markers(text: str) -> set[int]:
    """Return where the dots of list markers are: at the head of a sentence, after a colon, or next in the count."""
    found: set[int] = set()
    last = 0
    for match in _MARKER.finditer(text):
        number = int(match["number"])
        leads = "\n" in match["gap"] or match["lead"] in {"", *_STOPS, *_QUOTE_ENDS}
        if leads or (number == 1 and match["lead"] in {*_COMMAS, *"(–-"}) or 0 < last == number - 1:
            found.add(match.end() - 1)
            last = number
    return found


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))
