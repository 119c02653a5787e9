"""Reads TOML with the places of its keys.

The parser of the standard library gives values without places. A small scanner walks over the same text and notes the
line and column of every key and list item. It trusts the parser for validity and only has to find its way.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import Table, check
from goftogu.locale.message import Message, verbatim
from goftogu.problems import Problem, Problems

_TOKEN: Final = re.compile(
    r"""
    (?P<skip>[ \t]+|\#[^\n]*)
    | (?P<newline>\n)
    | (?P<long>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5})
    | (?P<string>"(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<mark>[\[\]{},.=])
    | (?P<bare>[^\s\[\]{},.="'\#]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE: Final = re.compile(
    r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL
)
_CURLY: Final = re.compile("[\u201c-\u201f\u2018-\u201b«»]")
"""The quotation marks that word processors make of straight ones."""
_TWICE: Final = ("Cannot overwrite", "Cannot declare", "Duplicate inline table key")


def read_toml(text: str, path: str, kind: Table, problems: Problems) -> tuple[dict[str, Any], Positions]:
    """Parse a TOML text and check it against a schema.

    Args:
        text: The whole file.
        path: The file, for the problems.
        kind: The schema.
        problems: What is wrong is added.

    Returns:
        The sound part of the mapping, and the places of its keys. A syntax error leaves nothing of it.
    """
    try:
        value, where = tomllib.loads(text), positions(text, path)
    except RecursionError:
        problems.add(
            Problem(path, 1, 1, "C001", Message("lists or tables are nested too deeply"), Message("make it flatter"))
        )
    except ValueError as error:  # also a number too long for Python
        problems.add(_syntax(str(error), text, path))
    else:
        return check(value, kind, where, problems), where
    return {}, Positions(path)


def positions(text: str, path: str) -> Positions:
    """Return the places of the keys and list items of a valid TOML text; a value has the place of its key."""
    return _Scanner(text, path).positions


def _syntax(message: str, text: str, path: str) -> Problem:
    found = _PLACE.match(message)
    what, line, column = found.group("what", "line", "column") if found else (message, None, None)
    place = int(line or text.rstrip("\n").count("\n") + 1), int(column or 1)
    if what.startswith(_TWICE):
        return Problem(path, *place, "C008", Message("a key or table occurs twice"), Message("keep one of them"))
    return Problem(path, *place, "C001", verbatim(what), _hint(text.split("\n")[place[0] - 1]))


def _hint(line: str) -> Message:
    """Return what to do with a line that is no TOML."""
    if _CURLY.search(line) and '"' not in line:
        return Message('put texts in straight quotation marks: "')
    return Message("put texts in quotation marks and lists in square brackets")


class _Token(NamedTuple):
    kind: str
    text: str
    place: tuple[int, int]


class _Scanner:
    def __init__(self, text: str, path: str) -> None:
        self.positions = Positions(path)
        self._counts: dict[Keys, int] = {}
        self._tokens = tuple(_tokens(text))
        self._next = 0
        self._document()

    def _document(self) -> None:
        table: Keys = ()
        while self._next < len(self._tokens):
            if self._at("["):
                table = self._header()
            elif not self._take("\n"):
                self._pair(table)

    def _header(self) -> Keys:
        several = self._take("[") and self._take("[")
        names = self._names()
        self._take("]")
        self._take("]")
        way: Keys = ()
        for last, (name, place) in enumerate(names, start=1 - len(names)):
            way = (*way, name)
            self.positions.add(way, place)
            if several and last == 0:
                self._counts[way] = self._counts.get(way, -1) + 1
            if way in self._counts:
                way = (*way, self._counts[way])
                self.positions.add(way, place)
        return way

    def _pair(self, table: Keys) -> None:
        keys = table
        for name, place in self._names():
            keys = (*keys, name)
            self.positions.add(keys, place)
        self._take("=")
        self._value(keys)

    def _names(self) -> list[tuple[str, tuple[int, int]]]:
        names = []
        while self._tokens[self._next].kind in {"bare", "string"}:
            token = self._tokens[self._next]
            names.append((_unquote(token.text), token.place))
            self._next += 1
            self._take(".")
        return names

    def _value(self, keys: Keys) -> None:
        if self._take("["):
            self._list(keys)
        elif self._take("{"):
            self._inline(keys)
        else:
            while not any(self._at(mark) for mark in ",]}\n"):
                self._next += 1

    def _list(self, keys: Keys) -> None:
        number = 0
        while not self._take("]"):
            if self._take("\n") or self._take(","):
                continue
            self.positions.add((*keys, number), self._tokens[self._next].place)
            self._value((*keys, number))
            number += 1

    def _inline(self, keys: Keys) -> None:
        while not self._take("}"):
            if not self._take(","):
                self._pair(keys)

    def _at(self, mark: str) -> bool:
        return self._tokens[self._next].text == mark

    def _take(self, mark: str) -> bool:
        found = self._at(mark)
        self._next += found
        return found


def _tokens(text: str) -> Iterator[_Token]:
    line, start = 1, 0
    for found in _TOKEN.finditer(text + "\n"):
        if found.lastgroup != "skip":
            yield _Token(str(found.lastgroup), found.group(), (line, found.start() - start + 1))
        breaks = found.group().count("\n")
        if breaks:
            line += breaks
            start = found.start() + found.group().rindex("\n") + 1


def _unquote(key: str) -> str:
    if key[0] in "\"'":
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key
