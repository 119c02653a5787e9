"""What to do about a text that YAML cannot read, by what stands at the place of the fault."""

from __future__ import annotations

import re
from typing import Final

import yaml

from goftogu.locale.message import Message

_VALUE: Final = re.compile(r"[^:]*:[ \t]+(?P<value>\S.*)?")
_QUOTED: Final = re.compile(r"(?P<mark>[\"'])(?:(?!(?P=mark)).)*(?P=mark)[ \t]*(?P<rest>[^\s#].*)")
_CUT: Final = re.compile(r"[ \t]+(?P<rest>#(?P<close>\S?).*)")
_WORD: Final = re.compile(r"[\w.:/-]+", re.ASCII)
_BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line of YAML."""
_SPECIAL: Final = "@`%&*!|>?-,]}"
_USUAL: Final = Message("put a text that holds “: ” or “#” between quotes")


def hint(error: yaml.MarkedYAMLError, text: str) -> Message:
    """Return what to do about a fault of the syntax.

    Args:
        error: What the parser says.
        text: What it read.
    """
    lines = [*_BREAK.split(text), ""]
    mark = error.problem_mark or error.context_mark
    here = "" if mark is None else lines[mark.line]
    opened = error.context_mark
    if opened is not None and "unexpected end of stream" in (error.problem or ""):
        return Message("close the quotation mark that is opened here")
    if opened is not None and any(kind in (error.context or "") for kind in ("flow", "block scalar")):
        begins = lines[opened.line][opened.column : opened.column + 1]
        return _between_quotes(begins) if begins.strip() else _USUAL
    return _of_line(here, "" if mark is None else here[mark.column : mark.column + 1])


def _of_line(line: str, character: str) -> Message:
    found = _VALUE.match(line)
    if character == "\t":
        return Message("a tab begins the line or the value; write blanks in its place")
    if found and _QUOTED.match(found["value"] or ""):
        return Message("the quotation marks enclose only the beginning; put the whole text between ' and '")
    return _between_quotes(character) if character and character in _SPECIAL else _USUAL


def _between_quotes(character: str) -> Message:
    return Message("put a text that begins with “{character}” between quotes", character=character)


def cut(value: str, text: str, end: int) -> str:
    """Return what a comment takes away from a text that nobody put between quotes, or an empty text.

    A comment behind a date, a number or a single Latin word, with a blank after its “#”, is what it seems to be.

    Args:
        value: The value as YAML reads it.
        text: The whole text.
        end: Where the value ends in it.
    """
    found = _CUT.match(text, end)
    if found is None or (not found["close"] and (not value or _WORD.fullmatch(value))):
        return ""
    return found["rest"]
