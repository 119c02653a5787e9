r"""YAML as a tree of texts, with line and column for every value.

The text is read as a stream of events and never turned into objects by YAML's own rules: a value is the text that
stands there (``1404-09-22``, ``no`` and ``12`` stay what was typed). Aliases and tags are refused, depth and size are
bounded, so that no input can blow up or crash the parser (the composer of LibYAML dies on deep nesting).

Example:
    >>> node, problems = parse("title: سلام", "a.md")
    >>> node.value["title"]
    Node(value='سلام', line=1, column=8, key=(1, 1))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

import yaml

from goftogu.problems import Problem

LONGEST: Final = 65_536
"""Longest text that is read, in code points."""

_DEEPEST: Final = 8
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL: Final = {"", "~", "null", "Null", "NULL"}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands.

    Attributes:
        value: A text, ``None`` for nothing, a list or a mapping.
        line: Line of the file, from 1.
        column: Column, from 1.
        key: Line and column of its key; its own when it has none.
    """

    value: str | tuple[Node, ...] | dict[str, Node] | None
    line: int
    column: int
    key: Place


class _Mark(Protocol):
    line: int
    column: int


class _Refused(Exception):  # noqa: N818  it never leaves the module
    def __init__(self, message: str, mark: _Mark | None, hint: str) -> None:
        super().__init__(message)
        self.mark = mark
        self.hint = hint


def parse(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML.

    Args:
        text: One document.
        path: For problems.
        first_line: Line of the file on which the text begins.
    """
    if len(text) > LONGEST:
        return None, [
            Problem(path, first_line, 1, "C001", f"more than {LONGEST:,} characters of YAML", "make it shorter")
        ]
    builder = _Builder(path, first_line - 1)
    try:
        root = builder.document(yaml.parse(text, Loader=_LOADER))
    except _Refused as error:
        return None, [builder.problem(error.mark, "C001", str(error), error.hint)]
    except yaml.YAMLError as error:
        return None, [_syntax(builder, error)]
    return root, builder.problems


class _Builder:
    """Makes nodes of events; by its depth limit it cannot run out of stack."""

    def __init__(self, path: str, lines_above: int) -> None:
        self._path = path
        self._lines_above = lines_above
        self._events: Iterator[yaml.Event] = iter(())
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> Node:
        self._events = events
        next(events)
        if isinstance(next(events), yaml.StreamEndEvent):
            return Node(None, self._lines_above + 1, 1, (self._lines_above + 1, 1))
        root = self._node(next(events), 0)
        next(events)
        if not isinstance(rest := next(events), yaml.StreamEndEvent):
            raise _Refused("a second YAML document begins", rest.start_mark, "delete what follows")
        return root

    def problem(self, mark: _Mark | None, code: str, message: str, hint: str = "") -> Problem:
        return Problem(self._path, *self._place(mark), code, message, hint)

    def _place(self, mark: _Mark | None) -> Place:
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return line + 1 + self._lines_above, column + 1

    def _node(self, event: yaml.Event, depth: int) -> Node:
        known = yaml.ScalarEvent | yaml.CollectionStartEvent
        if not isinstance(event, known) or event.anchor is not None or event.tag not in {None, "!"}:
            hint = "put a text that begins with &, * or ! between quotes"
            raise _Refused("anchors, aliases and tags are not allowed", event.start_mark, hint)
        if depth > _DEEPEST:
            raise _Refused("nested too deeply", event.start_mark, "write it flat")
        place = self._place(event.start_mark)
        return Node(self._value(event, depth), *place, place)

    def _value(self, event: yaml.Event, depth: int) -> str | tuple[Node, ...] | dict[str, Node] | None:
        if isinstance(event, yaml.ScalarEvent):
            return None if event.style in {None, ""} and event.value in _NULL else str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return tuple(self._node(item, depth + 1) for item in self._until(yaml.SequenceEndEvent))
        return self._mapping(depth)

    def _mapping(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for event in self._until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused("a key is a text", event.start_mark, "put the key between quotes")
            key = self._node(event, depth)
            value = self._node(next(self._events), depth + 1)
            name = str(event.value)
            if name in found:
                message = f"the key “{name}” stands twice"
                self.problems.append(self.problem(event.start_mark, "C008", message, "keep one of them"))
            found.setdefault(name, Node(value.value, value.line, value.column, (key.line, key.column)))
        return found

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self._events), end):
            yield event


def _syntax(builder: _Builder, error: yaml.YAMLError) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return builder.problem(None, "C001", str(error).splitlines()[0], "delete the character")
    message = ", ".join(part for part in (error.context, error.problem) if part)
    hint = "put a text that holds “: ” or “#” between quotes"
    return builder.problem(error.problem_mark or error.context_mark, "C001", message, hint)
