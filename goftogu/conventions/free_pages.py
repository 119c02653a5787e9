"""Free pages: their lists as the parser of Markdown wants them, and what in them is told with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.conventions import marks, unsupported
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

_ITEM: Final = re.compile(r"([ ]*)((?:[-*+]|\d{1,9}[.)])[ ]+)(?=\S)")
_FENCE: Final = re.compile(r"[ ]{0,3}(```|~~~)")
_CODE: Final = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)|(?<![\\`])`[^`\n]+`", re.MULTILINE | re.DOTALL)
_NOTE: Final = re.compile(r"^\[\^([^\[\]\n]*)\]:[ \t]*(\S?)|(?<!\\)\[\^([^\[\]\n]*)\]", re.MULTILINE)
_KINDS: Final = frozenset({"html", "reference", "strike"})
"""What free pages do not have either."""
_STEP: Final = 4
"""Blanks of one level of a list, for the parser."""


def indented(text: str) -> str:
    """Return a text whose lists are indented by four blanks a level, however many its author uses."""
    return "\n".join(_indented(text.split("\n"))) if _has_nested(text) else text


def _has_nested(text: str) -> bool:
    return re.search(r"^[ ]+(?:[-*+]|\d{1,9}[.)])[ ]", text, re.MULTILINE) is not None


def _indented(lines: list[str]) -> Iterator[str]:
    levels: list[int] = []
    fence = False
    for line in lines:
        fence ^= _FENCE.match(line) is not None
        found = None if fence else _ITEM.match(line)
        blanks = len(line) - len(line.lstrip(" "))
        if found and (levels or blanks < _STEP):
            levels = [level for level in levels if level < blanks] + [blanks]
            yield " " * _STEP * (len(levels) - 1) + line[blanks:]
        elif levels and blanks and not fence and line.strip():
            depth = max(sum(level < blanks for level in levels), 1)
            yield " " * _STEP * depth + line[blanks:]
        else:
            levels = levels if not line.strip() else []
            yield line


def check(path: str, body: str, first_line: int, problems: Problems) -> None:
    """Report notes and references that do not belong together, and Markdown that is shown as typed.

    Args:
        path: The page.
        body: Its text below the heading.
        first_line: The line of the file on which that begins.
        problems: What is found is added.
    """
    text = _CODE.sub(_blank, body)
    unsupported.check(path, text, first_line, problems, _KINDS)
    if "[^" in text:
        _check_notes(path, text, first_line, problems)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _check_notes(path: str, text: str, first_line: int, problems: Problems) -> None:
    notes: dict[str, int] = {}
    references: dict[str, int] = {}
    for found in _NOTE.finditer(text):
        defined = found[3] is None
        name, place, known = found[1] if defined else found[3], found.start(), notes if defined else references
        line = first_line + text.count("\n", 0, place)
        if re.fullmatch(marks.LABEL, name) is None:
            message, hint = Message("this refers to no note"), Message("name a note with letters, digits and hyphens")
            problems.add(Problem(path, line, 0, "T030", message, hint))
            continue
        if name in known:
            message = (Message("a second note “{name}”") if defined else _TWICE).of(name=name)
            problems.add(Problem(path, line, 0, "T030", message, _OTHER if defined else _OWN))
        known.setdefault(name, line)
    for name in references.keys() - notes.keys():
        hint = Message("write it on a line of its own: [^{name}]: …", name=name)
        problems.add(Problem(path, references[name], 0, "T030", Message("there is no note “{name}”", name=name), hint))
    for name in notes.keys() - references.keys():
        hint = Message("write [^{name}] where it belongs, or delete the note", name=name)
        message = Message("nothing refers to the note “{name}”", name=name)
        problems.add(Problem(path, notes[name], 0, "T030", message, hint))


_TWICE: Final = Message("a second reference to the note “{name}”")
_OTHER: Final = Message("give it another name")
_OWN: Final = Message("write a note of its own for this place")
