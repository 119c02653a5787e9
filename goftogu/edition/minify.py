"""Minifies style sheets and scripts: removes comments and white space.

Strings, ``url()`` and escapes stay as they are, and so do comments that begin with ``/*!``, the usual mark of a
licence.
"""

from __future__ import annotations

import re
from typing import Final

_COMMENT: Final = r"/\*(?!!)(?:[^*]|\*(?!/))*+\*/"
_GAP: Final = rf"(?:\s|{_COMMENT})"
_CSS: Final = re.compile(
    rf"""
    (?P<kept> "(?:\\.|[^"\\\n])*+["\n]? | '(?:\\.|[^'\\\n])*+['\n]?
            | url\((?:\\.|[^"'()\\])*+\)
            | \\(?:[0-9a-f]{{1,6}}(?:\r\n|\s)?|.)
            | /\*!(?:[^*]|\*(?!/))*+\*/ )
    | {_GAP}*+ (?:;{_GAP}*+)*+ (?P<end>}}) {_GAP}*+
    | {_GAP}*+ (?P<mark>[{{;,]) {_GAP}*+
    | (?P<empty>:) {_GAP}++ (?=[;}}])
    | (?P<colon>:) {_GAP}++
    | (?P<gap>{_GAP}++)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_BEFORE_SCRIPT: Final = re.compile(rf"\A{_GAP}*+")
_BLANK: Final = re.compile(rf"(?:{_COMMENT})*+\s")


def slim(path: str, data: bytes) -> bytes:
    """Return a file as it is sent to readers.

    Args:
        path: Its path; the ending says what it is.
        data: Its content. What is neither a style sheet nor a script, or not in UTF-8, stays as it is.
    """
    change = _CHANGES.get(path.rpartition(".")[2])
    if change is None:
        return data
    try:
        return change(data.decode()).encode()
    except UnicodeDecodeError:
        return data


def css(text: str) -> str:
    """Return a style sheet that means the same without comments, line breaks, indents and last semicolons."""
    return _CSS.sub(_without, text).strip()


def _without(found: re.Match[str]) -> str:
    if gap := found["gap"]:  # a comment separates two words, but is not a blank between two selectors
        return " " if _BLANK.match(gap) else "/**/"
    if found["empty"]:  # an empty custom property, which older browsers know by its blank
        return ": "
    return found["kept"] or found["end"] or found["mark"] or found["colon"]


def javascript(text: str) -> str:
    """Return a script without the comments before its first statement.

    Further down, only a parser of the whole language could tell a comment from part of a regular expression or of a
    template.
    """
    return _BEFORE_SCRIPT.sub("", text)


_CHANGES: Final = {"css": css, "js": javascript}
