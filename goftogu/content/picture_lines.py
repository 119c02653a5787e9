"""A picture on a line of its own, in a transcript or a free page: ``![what it shows](file "caption")``."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from goftogu.locale.message import Message
from goftogu.problems import Fault

MARK: Final = "!["
CODE: Final = "I001"
FORM: Final = Message('the form is ![what it shows](file.jpg "caption")')
_LINE: Final = re.compile(
    r"""!\[(?P<alt>(?:[^\[\]\\]|\\.)*)\]\([ \t]*(?P<file><[^<>]*>|[^\s()<>"]*)"""
    r"""(?:[ \t]+"(?P<caption>(?:[^"\\]|\\.)*)")?[ \t]*\)[ \t]*"""
)
_INSIDE: Final = re.compile(r"(?<=[^\\\n])!\[[^\[\]\n]*\]\(")
"""Not at the beginning of a line: there a mark is a picture, or its backslash has been taken away."""
_ESCAPED: Final = re.compile(r"\\([\[\]\\\"])")
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


class PictureLine(NamedTuple):
    """What a line says of a picture.

    Attributes:
        alt: What the picture shows, for those who do not see it.
        file: Its name in ``content/media/``.
        caption: The words below it, or empty.
        column: Column of the name, from 1.
    """

    alt: str
    file: str
    caption: str
    column: int


def is_mark(line: str) -> bool:
    """Tell whether a line is meant to be a picture."""
    return line.startswith(MARK)


def read(line: str) -> PictureLine | Fault:
    """Read the line of a picture.

    Args:
        line: It begins with :data:`MARK`.

    Returns:
        What it says; or code, message and hint of what is wrong with it.
    """
    found = _LINE.fullmatch(line)
    if found is None:
        return CODE, Message("the line begins as a picture, and cannot be read as one"), FORM
    alt, name = _unescaped(found["alt"]), found["file"].removeprefix("<").removesuffix(">").strip()
    if not alt:
        hint = Message("write between [ and ] what it shows, for those who do not see it")
        return CODE, Message("the picture has no description"), hint
    if not name:
        return CODE, Message("the picture names no file"), FORM
    if _ELSEWHERE.match(name):
        message = Message("the picture is not in {folder}", folder="content/media/")
        return CODE, message, Message("put a copy of the file there, and give its name alone")
    return PictureLine(alt, name, _unescaped(found["caption"] or ""), found.start("file") + 1)


def inside(text: str) -> int | None:
    """Return where a picture begins within a text, where none is shown; ``None`` when there is none."""
    found = _INSIDE.search(text) if MARK in text else None
    return found.start() if found else None


def written(alt: str, file: str, caption: str) -> str:
    """Return the line of a picture; the reverse of :func:`read`."""
    title = f' "{_escaped(caption)}"' if caption else ""
    return (
        f"![{_escaped(alt)}](<{file}>{title})" if re.search(r"[\s()]", file) else f"![{_escaped(alt)}]({file}{title})"
    )


def _unescaped(text: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1", text).split())


def _escaped(text: str) -> str:
    return re.sub(r"[\[\]\\\"]", r"\\\g<0>", text)
