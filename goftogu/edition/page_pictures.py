"""Pictures on free pages: ``![what it shows](file "caption")`` on a line of its own, outside of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.content import picture_lines
from goftogu.content.pages import FreePage
from goftogu.content.picture_lines import PictureLine
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.pictures.published import FIGURE
from goftogu.problems import Problem, Problems, SourcePlace

_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_CODE: Final = re.compile(r"`[^`\n]*`")
_MARK: Final = "\ufdd1"
"""Takes the place of a picture while a page is parsed; no text may hold it."""
_HELD: Final = re.compile(rf"<p>{_MARK}(\d+)</p>")


def mentions(page: FreePage) -> Iterator[MediaMention]:
    """Yield the files that the pictures of a page name."""
    for number, line in _lines(page.body):
        found = picture_lines.read(line) if picture_lines.is_mark(line) else None
        if isinstance(found, PictureLine):
            yield MediaMention(found.file, SourcePlace(page.path, page.line + number, found.column), FIGURE)


def check(page: FreePage, problems: Problems) -> None:
    """Report pictures that cannot be read, and pictures within a text.

    Args:
        page: The page.
        problems: What is wrong is added.
    """
    for number, line in _lines(page.body):
        if picture_lines.is_mark(line):
            found = picture_lines.read(line)
            if not isinstance(found, PictureLine):
                problems.add(Problem(page.path, page.line + number, 1, *found))
        elif (start := picture_lines.inside(_CODE.sub(lambda code: " " * len(code[0]), line))) is not None:
            message = Message("a picture within a text")
            hint = Message("put it on a line of its own; to show the characters: \\!")
            problems.add(Problem(page.path, page.line + number, start + 1, picture_lines.CODE, message, hint))


def cut(body: str) -> tuple[str, list[PictureLine]]:
    """Return the text of a page with a mark in the place of each picture, and the pictures."""
    if picture_lines.MARK not in body:
        return body, []
    lines = body.replace(_MARK, "\ufffd").split("\n")
    found: list[PictureLine] = []
    for number, line in _lines("\n".join(lines)):
        picture = picture_lines.read(line) if picture_lines.is_mark(line) else None
        if isinstance(picture, PictureLine):
            lines[number] = f"\n{_MARK}{len(found)}\n"
            found.append(picture)
    return "\n".join(lines), found


def parts(made: str) -> Iterator[str | int]:
    """Cut a page at its marks: pieces of HTML, and numbers of pictures by turns.

    Args:
        made: The HTML of what :func:`cut` has returned.
    """
    for place, piece in enumerate(_HELD.split(made)):
        if place % 2:
            yield int(piece)
        elif piece:
            yield piece


def _lines(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page that are not code, with their numbers, from 0."""
    if picture_lines.MARK not in body:
        return
    fence = ""
    for number, line in enumerate(body.split("\n")):
        if (found := _FENCE.match(line)) and fence in {"", found[1]}:
            fence = "" if fence else found[1]
        elif not fence:
            yield number, line
