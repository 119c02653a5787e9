"""Reads TOML with the places of its keys.

The parser of the standard library gives values without places. A small scanner walks over the same text and notes the
line and column of every key and list item. It trusts the parser for validity and only has to find its way.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from goftogu.content.schema import Keys, Table, check
from goftogu.problems import Problem

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
_TWICE: Final = ("Cannot overwrite", "Cannot declare", "Duplicate inline table key")


def read(text: str, path: str, kind: Table) -> tuple[dict[str, Any], Positions, list[Problem]]:
    """Parse a TOML text and check it against a schema.

    Args:
        text: The whole file.
        path: The file, for the problems.
        kind: The schema.

    Returns:
        The sound part of the mapping, the places of its keys, and the problems. A syntax error leaves nothing of it.
    """
    try:
        value, where = tomllib.loads(text), Positions(text)
    except RecursionError:
        return (
            {},
            Positions(""),
            [Problem(path, 1, 1, "C001", "lists or tables are nested too deeply", "make it flatter")],
        )
    except ValueError as error:  # also a number too long for Python
        return {}, Positions(""), [_syntax(str(error), text, path)]
    result, problems = check(value, kind, where, path)
    return result, where, problems


def _syntax(message: str, text: str, path: str) -> Problem:
    found = _PLACE.match(message)
    what, line, column = found.group("what", "line", "column") if found else (message, None, None)
    code = "C008" if what.startswith(_TWICE) else "C001"
    end = text.rstrip("\n").count("\n") + 1
    hint = (
        "each key and table may stand once"
        if code == "C008"
        else "texts stand in quotation marks, lists in square brackets"
    )
    return Problem(path, int(line or end), int(column or 1), code, what, hint)


class _Token(NamedTuple):
    kind: str
    text: str
    place: tuple[int, int]


class Positions:
    """The places of the keys and list items of a valid TOML text; call it with a way of keys to get line and column."""

    def __init__(self, text: str) -> None:
        """Scan the text."""
        self._places: dict[Keys, tuple[int, int]] = {}
        self._counts: dict[Keys, int] = {}
        self._tokens = tuple(_tokens(text))
        self._next = 0
        self._document()

    def __call__(self, keys: Keys) -> tuple[int, int]:
        """Return line and column, from 1, of the key or of its nearest parent that has a place; else (1, 1)."""
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places.get(keys, (1, 1))

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
            self._places.setdefault(way, place)
            if several and last == 0:
                self._counts[way] = self._counts.get(way, -1) + 1
            if way in self._counts:
                way = (*way, self._counts[way])
                self._places.setdefault(way, place)
        return way

    def _pair(self, table: Keys) -> None:
        keys = table
        for name, place in self._names():
            keys = (*keys, name)
            self._places.setdefault(keys, place)
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
            self._places[(*keys, number)] = self._tokens[self._next].place
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
