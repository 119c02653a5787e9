"""How a paragraph may open: with a time, a sign, a name and a mark. Which of these is a label is said elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from goftogu.content import times
from goftogu.persian.digits import to_ascii
from goftogu.transcripts import labels

QUOTES: Final = ("«", "“", '"')
"""What opens a name in quotation marks."""


class OpeningMark(Enum):
    """What follows a label."""

    COLON = ":"
    SEMICOLON = "؛"
    DASH = "-"
    BRACKET = ")"
    DOT = "."
    SLASH = "/"
    BAR = "|"
    TAB = "tab"
    ALONE = "the end of the line"
    HELD = "brackets around it"
    AGE = "an age"
    GIVEN = "the file"


class Opening(NamedTuple):
    """One way to read the start of a paragraph.

    Attributes:
        name: Without number and aside.
        mark: What follows it.
        end: Where the text begins.
        aside: A stage direction beside the name («با خنده»), or empty.
        number: Of a question, or empty.
        time: As ``0:00:05``, or empty.
    """

    name: str
    mark: OpeningMark
    end: int
    aside: str
    number: str = ""
    time: str = ""

    @property
    def key(self) -> str:
        """What all spellings of the name have in common."""
        return labels.key(self.name)


_WINDOW: Final = 90
_DIRECTION: Final = r"\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
UNSEEN: Final = rf"[\s{_DIRECTION}]*"
_COLON: Final = "[:：∶꞉︓﹕]{1,2}"
_DIGIT: Final = "[0-9۰-۹٠-٩]"
CLOCK: Final = rf"(?:{_DIGIT}{{1,2}}:)?{_DIGIT}{{1,2}}:{_DIGIT}{{2}}(?:[.,]{_DIGIT}{{1,3}})?"
_BEFORE: Final = re.compile(
    rf"{UNSEEN}(?:[\[(<]\s?(?P<held>{CLOCK})\s?[\])>]|(?P<clock>{CLOCK}))(?=[\s\])>:|–-])[ \t:|–-]*"
)
_AFTER: Final = rf"(?:[\[(<]\s?(?P<held>{CLOCK})\s?[\])>]|(?P<clock>{CLOCK}))"
_NAME: Final = (
    r"(?P<name>[^\W\d_][\w\u200c\u0610-\u0615\u064b-\u0655 .'’]{0,45}?"
    r"(?:\s?\([^\W\d_][\w\u200c ]{0,20}\)\s[\w\u200c ]{1,25}?)?)"
)
_ASIDE: Final = r"[(\[](?P<aside>[^()\[\]\n:]{1,40})[)\]]"
_SIGNS: Final = re.compile(rf"{UNSEEN}(?:[^\w\s«»\"'“”()\[\]{{}}\\+#<>&:؛،,.؟?!…/|ـ–—-]|[-–—](?=\s))[\ufe0f\u200d\s]*")
_MARKS: Final = {
    OpeningMark.COLON: rf"(?:(?<!{_DIGIT}){_COLON}|{_COLON}(?!{_DIGIT}))",
    OpeningMark.SEMICOLON: "[؛;]",
    OpeningMark.DASH: r"(?:(?<=[\s\w)])[-–—ـ]+(?=[\s«\w])|[-–—]+\Z)",
    OpeningMark.BRACKET: r"\)",
    OpeningMark.DOT: r"\.(?=\s|\Z)",
    OpeningMark.SLASH: "/",
    OpeningMark.BAR: r"\|",
    OpeningMark.TAB: r"\t",
    OpeningMark.ALONE: r"\Z",
}
_AGED: Final = rf"[(\[]?{_DIGIT}{{1,2}}[)\].]?\s?[-–]?\s*"
_WITH_AGE: Final = re.compile(
    rf"{_AGED}{_NAME}\s*[،,]\s*(?P<aside>{_DIGIT}{{1,3}}[ \u200c]ساله(?:[ ،][^\n]{{0,40}})?)\Z"
)
_PATTERNS: Final = {
    mark: re.compile(rf"{_NAME}[ \u200c{_DIRECTION}]*(?:{_ASIDE}[ ]*)?(?:{_AFTER}[ ]*)?{sign}\s*")
    for mark, sign in _MARKS.items()
}
_QUOTED: Final = re.compile(rf'[«“"]{_NAME}[»”"] *(?:{_ASIDE} *)?(?:{_AFTER} *)?{_COLON}\s*')
_HELD: Final = re.compile(rf"[\[<]{_NAME}[\]>] *(?:{_AFTER} *)?(?:{_COLON})?\s*(?P<aside>)")
_COUNTED: Final = re.compile(rf"{UNSEEN}[(\[]?(?P<number>{_DIGIT}{{1,3}})\s?[.)\]/ـ–-]{{1,2}}\s*(?=[^\W\d_])")
"""The number of a turn before its label."""
_NUMBERED: Final = re.compile(
    rf"[\s\u200c]*(?:[-–ـ.]\s?)?(?:شماره(?:ی)?\s)?(?:(?P<number>{_DIGIT}{{1,3}})|(?<=\s)(?P<word>اول|نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم))\Z"
)


_DIRECTED: Final = re.compile(
    r"(?P<name>\S.*?)[\s\u200c]+"
    r"(?P<aside>با (?:خنده|لبخند|گریه|بغض|تعجب|خشم|تردید|افسوس|شوخی|مکث|هیجان|ناراحتی|صدای بلند))\Z"
)


def openings(text: str) -> Iterator[Opening]:
    """Yield every way to read the start of a line, with each mark that could follow a label."""
    line = text.partition("\n")[0][:_WINDOW]
    if aged := _WITH_AGE.match(line):
        yield Opening(aged["name"].strip(), OpeningMark.AGE, len(line), aged["aside"].rstrip(" .:"))
    start, time = _skipped(line)
    counted = _COUNTED.match(line, start)
    if counted is not None and (found := _PATTERNS[OpeningMark.COLON].match(line, counted.end())) is not None:
        opening = _opening(text, found, OpeningMark.COLON, time)
        yield from [opening._replace(number=opening.number or counted["number"])] if opening else []
    first = line[start : start + 1]
    patterns = {OpeningMark.COLON: _QUOTED} if first in QUOTES else _PATTERNS
    patterns = {OpeningMark.HELD: _HELD} if first in {"[", "<"} else patterns
    for mark, pattern in patterns.items():
        found = pattern.match(line, start)
        if found is not None and (opening := _opening(text, found, mark, time)):
            yield opening


def time_of(text: str) -> tuple[str, int]:
    """Return the time with which a text begins, and where the rest begins."""
    found = _BEFORE.match(text)
    if found is None:
        return "", 0
    return _clock(found), found.end()


def _skipped(line: str) -> tuple[int, str]:
    """Return where the name begins: below a time, and below signs such as a bullet or an emoji."""
    time, start = time_of(line)
    while found := _SIGNS.match(line, start):
        start = found.end()
    if not time:
        time, more = time_of(line[start:])
        start += more
    return start, time


def _opening(text: str, found: re.Match[str], mark: OpeningMark, time: str) -> Opening | None:
    whole = found["name"].rstrip(" .\u200c")
    directed = _DIRECTED.fullmatch(whole)
    name, number = _bare(directed["name"] if directed else whole)
    if not name or len(name) > labels.LONGEST or text[found.end() : found.end() + 2] == "//":
        return None
    end = found.end()
    if mark is OpeningMark.ALONE:
        end = len(text.partition("\n")[0])
    return Opening(
        name,
        mark,
        end,
        "، ".join(filter(None, (directed["aside"] if directed else "", (found["aside"] or "").strip()))),
        number,
        _clock(found) or time,
    )


def _bare(name: str) -> tuple[str, str]:
    """Return a name without its number when it is a role: «سؤال ۲» is «سؤال»."""
    found = _NUMBERED.search(name)
    if found is None:
        return name, ""
    bare = name[: found.start()].strip(" \u200c")
    return (bare, found["number"] or found["word"]) if labels.role_of(bare) or len(bare) == 1 else (name, "")


def _clock(found: re.Match[str]) -> str:
    return clock(found["held"] or found["clock"] or "")


def clock(written: str) -> str:
    """Return a time in digits of any script as ``0:00:05``; empty when it is none."""
    seconds = times.seconds(to_ascii(written))
    return "" if seconds is None else times.clock(seconds)
