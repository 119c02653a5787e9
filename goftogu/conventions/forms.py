r"""Forms of a paragraph: lists, quotations and poems.

Every line of a list begins with ``- ``, or there are several and each begins with a number and a dot; every line of a
quotation begins with ``> ``. A poem says so (``{: .poem }``): each line is a verse, and `` / `` parts its two
hemistichs. A backslash takes the meaning away: ``\-``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

_BULLET: Final = re.compile(r"[-*][ \t]+(?=\S)")
_NUMBER: Final = re.compile(r"\d{1,3}[.)][ \t]+(?=\S)")
_NUMERAL: Final = re.compile(r"\d{1,3}[.)]")
_QUOTE: Final = re.compile(r">[ \t]?")
_LIKE: Final = re.compile(r"^(?:-(?=[ \t]+\S)|>)|^(\d{1,3})(?=[.)][ \t]+\S)", re.MULTILINE)
_HALVES: Final = re.compile(r"[ \t\u00a0]+/[ \t\u00a0]+")
_LEADING: Final = re.compile(r"^[ \t]*(?:[-*•][ \t]+|>[ \t]?)(?=\S)", re.MULTILINE)
HALF: Final = "/"
"""Parts the hemistichs of a verse."""


class TextForm(StrEnum):
    """What a paragraph is when it is not plain."""

    PLAIN = ""
    POEM = "poem"
    QUOTE = "quote"
    BULLETS = "list"
    NUMBERS = "numbered"


_MARKS: Final = {TextForm.QUOTE: _QUOTE, TextForm.BULLETS: _BULLET, TextForm.NUMBERS: _NUMBER}


def of(text: str) -> TextForm:
    """Return the form that the lines of a text have; a line that is indented goes on with the one above."""
    if text[:1] not in "-*>" and not text[:1].isdigit():
        return TextForm.PLAIN
    lines = [line for line in text.split("\n") if not line.startswith(("  ", "\t"))]
    form = next((form for form, mark in _MARKS.items() if all(map(mark.match, lines))), TextForm.PLAIN)
    return TextForm.PLAIN if form == TextForm.NUMBERS and len(lines) == 1 else form


def parts(text: str, form: str) -> list[str]:
    """Return the items of a list, the paragraphs of a quotation or the verses of a poem, without their marks."""
    if form == TextForm.POEM:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if form == TextForm.QUOTE:
        bare = "\n".join(_QUOTE.sub("", line, count=1) for line in text.split("\n"))
        return [part.strip() for part in re.split(r"\n[ \t]*\n", bare) if part.strip()]
    mark = _MARKS[TextForm(form)]
    found: list[str] = []
    for line in text.split("\n"):
        if (match := mark.match(line)) or not found:
            found.append(line[match.end() :] if match else line)
        else:
            found[-1] += f"\n{line.strip()}"
    return found


def first_number(text: str) -> int:
    """Return the number with which a numbered list begins."""
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 1


def halves(verse: str) -> list[str]:
    """Return the hemistichs of a verse."""
    return _HALVES.split(verse)


def pieces(line: str, form: str) -> list[str]:
    """Cut a line where its form has marks; the marks are pieces of their own, which no engine translates."""
    if form == TextForm.POEM:
        found = [piece for half in halves(line) for piece in (half, HALF)][:-1]
        return [piece for piece in found if piece]
    mark = _MARKS.get(TextForm(form))
    match = mark.match(line) if mark else None
    return [match[0].strip(), line[match.end() :]] if match else [line]


def is_mark(piece: str) -> bool:
    """Tell whether a piece is a mark of a form."""
    return piece in {HALF, "-", "*", ">"} or _NUMERAL.fullmatch(piece) is not None


def escaped(text: str) -> str:
    """Return a plain text so that no line of it begins like a list or a quotation."""
    return _LIKE.sub(lambda found: f"{found[1]}\\" if found[1] else f"\\{found[0]}", text)


def unmarked(text: str) -> str:
    """Return a plain text without the bullets and the marks of quotations with which its lines begin."""
    return _LEADING.sub("", text)
