"""The earlier Persian of obsolete entries (``#~| msgid``), which polib neither reads nor writes.

Gettext and Weblate keep it there. While a file is in memory, these lines are comments of the entry; in the file they
are again what they were. Source: the manual of GNU gettext, "The Format of PO Files".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import polib

_MARK: Final = "#~|"
_LINE: Final = re.compile(r"^[ \t]*(#~\|.*)$", re.MULTILINE)
_COMMENTS: Final = re.compile(r"(?:^#(?!~).*\n)+(?=#~ )", re.MULTILINE)
_TEXT: Final = re.compile(r'#~\| (?:msgid )?"((?:[^"\\]|\\.)*)"')


def hidden(text: str) -> str:
    """Return a PO file with these lines as comments."""
    return _LINE.sub(r"# \1", text)


def shown(text: str) -> str:
    """Return a PO file in which comments made by :func:`hidden` are such lines again, right above their entry."""
    return _COMMENTS.sub(_below, text) if _MARK in text else text


def _below(comments: re.Match[str]) -> str:
    lines = comments[0].splitlines(keepends=True)
    kept = [line.removeprefix("# ") for line in lines if line.startswith(f"# {_MARK}")]
    return "".join([*(line for line in lines if not line.startswith(f"# {_MARK}")), *kept])


def keep(entry: polib.POEntry) -> None:
    """Write the earlier Persian of an entry that becomes obsolete into its comment."""
    from polib import escape  # noqa: PLC0415  only who changes a memory pays for it

    if entry.previous_msgid is not None:
        line = f'{_MARK} msgid "{escape(entry.previous_msgid)}"'
        entry.tcomment = "\n".join(filter(None, [entry.tcomment, line]))
        entry.previous_msgid = None


def bring_back(entry: polib.POEntry) -> None:
    """Undo :func:`keep`."""
    from polib import unescape  # noqa: PLC0415  as above

    lines = entry.tcomment.split("\n")
    found = [line for line in lines if line.startswith(_MARK)]
    texts = [text[1] for line in found if (text := _TEXT.fullmatch(line.rstrip()))]
    if texts:
        entry.previous_msgid = unescape("".join(texts))
    entry.tcomment = "\n".join(line for line in lines if not line.startswith(_MARK))
