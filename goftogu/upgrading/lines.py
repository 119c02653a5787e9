"""The lines of a file that a person wrote: some are edited, and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

_END: Final = re.compile(r"\r\n|\r|\n")
_MARK: Final = "\ufeff"


class LineEdit(NamedTuple):
    """A change of a file.

    Attributes:
        line: The line, from 1.
        text: What it says now, without its end.
        new: True for a line that was put before it.
    """

    line: int
    text: str
    new: bool = False


def edited(data: bytes, edits: Iterable[LineEdit]) -> bytes:
    """Return the bytes of a file with some edits; line ends and a byte-order mark stay as they are.

    Args:
        data: UTF-8.
        edits: In the order of the lines.
    """
    text = data.decode()
    mark = _MARK if text.startswith(_MARK) else ""
    lines, ends = _END.split(text.removeprefix(mark)), _END.findall(text)
    usual = ends[0] if ends else "\n"
    for edit in reversed(list(edits)):
        if edit.new:
            lines.insert(edit.line - 1, edit.text)
            ends.insert(edit.line - 1, usual)
        else:
            lines[edit.line - 1] = edit.text
    return (mark + "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))).encode()
