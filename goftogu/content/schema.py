"""Checks a parsed TOML or YAML mapping against a declared schema and keeps what is sound.

A schema is a tree of :class:`Text`, :class:`Flag`, :class:`Many` and :class:`Table`. :func:`check`
walks value and schema together. What does not fit becomes a :class:`~goftogu.problems.Problem` with its place and is
left out of the result, so that the reader of a file goes on with plain, well-typed values and all faults of the file
are told in one run.

The place of a value is asked from a callback, because TOML and YAML know it in different ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from goftogu.problems import Problem, did_you_mean

Keys = tuple[str | int, ...]
"""The way to a value: the keys of the tables and the positions (from 0) in the lists that lead to it."""

Where = Callable[[Keys], tuple[int, int]]
"""Tells the line and column, from 1, of a key or list item; of its nearest parent when it has none of its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text.

    Attributes:
        choices: The values allowed; empty allows all.
        pattern: A regular expression that the whole text must match.
        expects: What the pattern means, in words, for the message.
        empty: Whether the empty text is allowed.
    """

    choices: tuple[str, ...] = ()
    pattern: str = ""
    expects: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list.

    Attributes:
        item: What each item must be.
    """

    item: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping.

    Attributes:
        keys: The known keys.
        required: The known keys that must be there.
        others: What the value of any other key must be; ``None`` allows no other key.
        name: The pattern that an other key must match; empty allows all.
    """

    keys: Mapping[str, Kind] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    others: Kind | None = None
    name: str = ""


Kind = Text | Flag | Many | Table

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Ids of vocabulary entries: part of addresses, so ASCII, and written once for ever."""

BILINGUAL = Table({"fa": Text(), "en": Text()}, required=("fa", "en"))
"""A text in both languages, both by hand."""

_NAMES: Mapping[type, str] = {
    Text: "a text",
    Flag: "true or false",
    Many: "a list",
    Table: "a table",
}
_FORMS: Mapping[type, type] = {Text: str, Flag: bool, Many: list, Table: dict}


def check(value: object, kind: Table, where: Where, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """Check a mapping.

    Args:
        value: What the parser made of the file.
        kind: The schema of the whole mapping.
        where: Tells the place of a value.
        path: The file, for the problems.

    Returns:
        The mapping without what does not fit (so a required key may be missing), and the problems.
    """
    checker = _Checker(path, where)
    return checker.value(value, kind, ()) or {}, checker.problems


class _Checker:
    def __init__(self, path: str, where: Where) -> None:
        self._path = path
        self._where = where
        self.problems: list[Problem] = []

    def value(self, value: object, kind: Kind, keys: Keys) -> Any:  # noqa: ANN401 - the type is what the schema says
        """Return the value as far as it fits, or ``None``."""
        form = _FORMS[type(kind)]
        if not isinstance(value, form):
            self._report("C004", keys, f"{_say(keys)} is {_describe(value)}", f"write {_NAMES[type(kind)]}")
        elif isinstance(kind, Many) and isinstance(value, list):
            found = [self.value(item, kind.item, (*keys, number)) for number, item in enumerate(value)]
            return [item for item in found if item is not None]
        elif isinstance(kind, Table) and isinstance(value, dict):
            return self._table(value, kind, keys)
        elif fault := _fault(value, kind):
            self._report("C005", keys, f"{fault[0]} for {_say(keys)}", fault[1])
        else:
            return value
        return None

    def _table(self, value: Mapping[object, object], kind: Table, keys: Keys) -> dict[str, Any]:
        for missing in kind.required:
            if missing not in value:
                hint = "both languages are needed" if kind is BILINGUAL else ""
                self._report("C003", keys, f"“{missing}” is missing in {_say(keys)}", hint)
        result: dict[str, Any] = {}
        for key, item in value.items():
            name = str(key)
            expected = kind.keys.get(name) or self._other(name, kind, keys)
            fit = self.value(item, expected, (*keys, name)) if expected else None
            if fit is not None:
                result[name] = fit
        return result

    def _other(self, name: str, kind: Table, keys: Keys) -> Kind | None:
        if kind.others is None:
            hint = did_you_mean(name, kind.keys)
            self._report("C002", (*keys, name), f"unknown key “{name}” in {_say(keys)}", hint)
        elif kind.name and not re.fullmatch(kind.name, name):
            hint = "write small Latin letters and digits, with single hyphens between"
            self._report("C005", (*keys, name), f"“{name}” cannot be an id", hint)
        else:
            return kind.others
        return None

    def _report(self, code: str, keys: Keys, message: str, hint: str) -> None:
        line, column = self._where(keys)
        self.problems.append(Problem(self._path, line, column, code, message, hint))


def _fault(value: object, kind: Kind) -> tuple[str, str] | None:
    """Return what is wrong with a single value, and what to do; ``None`` when nothing is."""
    if not isinstance(kind, Text) or not isinstance(value, str):
        return None
    if not value.strip():
        return None if kind.empty else ("an empty text is not allowed", "write a text or leave the key out")
    if kind.choices and value not in kind.choices:
        return f"“{value}” is not allowed", did_you_mean(value, kind.choices)
    if kind.pattern and not re.fullmatch(kind.pattern, value):
        return f"“{value}” is not allowed", f"write {kind.expects}"
    return None


def _say(keys: Keys) -> str:
    parts = [f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys]
    return "".join(parts).removeprefix(".") or "the file"


def _describe(value: object) -> str:
    names = (name for kind, name in _NAMES.items() if isinstance(value, _FORMS[kind]))
    return next(names, "empty" if value is None else f"“{value}”")
