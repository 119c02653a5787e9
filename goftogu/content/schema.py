"""Checks what a TOML or YAML text holds against a declared schema, and keeps what is sound.

A schema is a tree of :class:`Text`, :class:`Date`, :class:`Flag`, :class:`Whole`, :class:`Many` and :class:`Table`.
:func:`check` walks value and schema together. What does not fit becomes a :class:`~goftogu.problems.Problem` with its
place and is left out of the result, so that the reader of a file goes on with well-typed values and one run reports all
faults of the file. :mod:`goftogu.content.toml` and :mod:`goftogu.content.yaml` give values and their
:class:`Positions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from goftogu.content import characters
from goftogu.content.positions import Keys, Positions
from goftogu.locale.message import Message
from goftogu.persian.dates.calendar import DateError, DateValue, parse
from goftogu.problems import NO_HINT, Problem, Problems, did_you_mean

_A_DATE: Final = Message("a date as 2025-12-13, or Jalali as 1404-09-22; also a month, a year or a range")
_WHOLE: Final = Message("the file")


@dataclass(frozen=True, slots=True)
class Text:
    """A text.

    Attributes:
        choices: The values allowed; empty allows all. With members of an enumeration the value becomes one.
        pattern: A regular expression that the whole text must match.
        expects: What the text is, in words, for the hint.
        empty: Whether the empty text is allowed.
        test: What a text that matches must pass, too.
    """

    choices: tuple[str, ...] = ()
    pattern: str = ""
    expects: Message = NO_HINT
    empty: bool = False
    test: Callable[[str], bool] | None = None

    def fits(self, text: str) -> bool:
        """Tell whether the pattern matches a text that passes the test."""
        return (not self.pattern or re.fullmatch(self.pattern, text) is not None) and (not self.test or self.test(text))


@dataclass(frozen=True, slots=True)
class Date:
    """A date; the value becomes what :func:`goftogu.persian.dates.calendar.parse` makes of it.

    Attributes:
        read: Makes a date of a text, or raises :class:`~goftogu.persian.dates.calendar.DateError`.
        expects: What may be written, for the hint where the error has none.
    """

    read: Callable[[str], DateValue | str] = parse
    expects: Message = _A_DATE


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, from 1.

    Attributes:
        most: The largest that is allowed; 0 allows all.
    """

    most: int = 0


@dataclass(frozen=True, slots=True)
class Many:
    """A list; it becomes a tuple.

    Attributes:
        item: What each item must be.
        alone: Whether one text counts as a list of it.
    """

    item: Kind
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping.

    Attributes:
        keys: The known keys.
        required: The known keys that must be there.
        others: What the value of any other key must be; ``None`` allows no other key.
        name: What any other key must be; its ``expects`` is the hint.
        filled: Whether it must hold something.
        expects: What the table holds, in words, for the hint where it is missing.
        whole: What the outermost table is called in messages.
    """

    keys: Mapping[str, Kind] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    others: Kind | None = None
    name: Text | None = None
    filled: bool = False
    expects: Message = NO_HINT
    whole: Message = _WHOLE


Kind = Text | Date | Flag | Whole | Many | Table

ID: Final = Text(
    pattern=r"[a-z0-9]+(?:-[a-z0-9]+)*", expects=Message("small Latin letters and digits, with single hyphens between")
)
"""Ids of vocabulary entries: part of addresses, so ASCII, and written once for ever."""

EMPTY: Final = Message("an empty text is not allowed")
BILINGUAL: Final = Table({"fa": Text(), "en": Text()}, required=("fa", "en"))
"""A text in both languages, both by hand; :func:`goftogu.content.needed.within` says which of them an archive needs."""

LINE: Final = Text(pattern=r"[^\n]*", expects=Message("it on one line"))
TITLE: Final = Table({"fa": LINE, "en": LINE}, required=("fa", "en"))
"""A title or a name in both languages, both by hand."""

_NAMES: Final[Mapping[type, Message]] = {
    str: Message("a text"),
    bool: Message("true or false"),
    int: Message("a whole number"),
    list: Message("a list"),
    dict: Message("a table"),
}
_OR_MORE: Final = Message("write 1 or more")
_FORMS: Final[Mapping[type, type]] = {Text: str, Date: str, Flag: bool, Whole: int, Many: list, Table: dict}
_NUMBER: Final = re.compile(r"\d{1,9}")
_FLAGS: Final[Mapping[object, bool]] = {"true": True, "false": False}


def check(value: object, kind: Table, where: Positions, problems: Problems, *, typed: bool = True) -> dict[str, Any]:
    """Check a mapping.

    Args:
        value: What the parser made of the file.
        kind: The schema of the whole mapping.
        where: Tells the place of a value.
        problems: What does not fit is added.
        typed: Whether the parser tells flags from texts.

    Returns:
        The mapping without what does not fit (so a required key may be missing).
    """
    return _ValueChecker(kind.whole, where, problems, typed=typed).value(value, kind, ()) or {}


class _ValueChecker:
    def __init__(self, whole: Message, where: Positions, problems: Problems, *, typed: bool) -> None:
        self._whole = whole
        self._where = where
        self._problems = problems
        self._typed = typed

    def value(self, value: object, kind: Kind, keys: Keys) -> Any:  # noqa: ANN401 - the type is what the schema says
        """Return the valid part of the value, or ``None``."""
        if isinstance(kind, Flag) and not self._typed:
            value = _FLAGS.get(value, value) if isinstance(value, str) else value
        if isinstance(kind, Whole) and not self._typed and isinstance(value, str) and _NUMBER.fullmatch(value):
            value = int(value)
        if isinstance(kind, Many) and kind.alone and isinstance(value, str):
            value = [value]
        if not isinstance(value, _FORMS[type(kind)]) or (isinstance(kind, Whole) and isinstance(value, bool)):
            message = Message("{of} is {value}", of=self._say(keys), value=_describe(value))
            self._report("C004", self._where(keys), message, _form(kind))
        elif isinstance(kind, Many) and isinstance(value, list):
            found = (self.value(item, kind.item, (*keys, number)) for number, item in enumerate(value))
            return tuple(item for item in found if item is not None)
        elif isinstance(kind, Table) and isinstance(value, dict):
            return self._table(value, kind, keys)
        elif isinstance(value, str) and isinstance(kind, Text | Date):
            return self._text(value, kind, keys)
        elif isinstance(kind, Whole) and isinstance(value, int) and not 1 <= value <= (kind.most or value):
            message = Message("{value} is not allowed for {of}", value=value, of=self._say(keys))
            hint = Message("write a number from 1 to {most:,}", most=kind.most) if kind.most else _OR_MORE
            self._report("C005", self._where(keys), message, hint)
        else:
            return value
        return None

    def _text(self, value: str, kind: Text | Date, keys: Keys) -> object:
        if fault := characters.fault_of_value(value):
            self._character(fault, self._where(keys), keys)
        elif isinstance(kind, Date):
            try:
                return kind.read(value)
            except DateError as error:
                hint = error.hint or Message("write {expects}", expects=kind.expects)
                message = Message("{error}, in {of}", error=error.message, of=self._say(keys))
                self._report("C006", self._where(keys), message, hint)
        elif wrong := _fault(value, kind):
            message = Message("{fault} for {of}", fault=wrong[0], of=self._say(keys))
            self._report("C005", self._where(keys), message, wrong[1])
        else:
            return next((choice for choice in kind.choices if choice == value), value)
        return None

    def _character(self, fault: Message, place: tuple[int, int], keys: Keys) -> None:
        message = Message("{fault}, in {of}", fault=fault, of=self._say(keys))
        self._report("S003", place, message, Message("delete the character, or the escape that means it"))

    def _table(self, value: Mapping[str, object], kind: Table, keys: Keys) -> dict[str, Any] | None:
        if kind.filled and not value:
            self._report("C004", self._where(keys), Message("{of} is empty", of=self._say(keys)), _form(kind))
            return None
        self._missing(value, kind, keys)
        result: dict[str, Any] = {}
        for name, item in value.items():
            way = (*keys, name)
            if fault := characters.fault_of_value(name):
                self._character(fault, self._where.key(way), keys)
                continue
            expected = kind.keys.get(name) or self._other(name, kind, way)
            fit = self.value(item, expected, way) if expected else None
            if fit is not None:
                result[name] = fit
        return result

    def _missing(self, value: Mapping[str, object], kind: Table, keys: Keys) -> None:
        for name in kind.required:
            if name not in value:
                both = kind.keys in (BILINGUAL.keys, TITLE.keys)
                hint = Message("both languages are needed") if both else _hint(kind.keys[name])
                message = Message("“{name}” is missing in {of}", name=name, of=self._say(keys))
                self._report("C003", self._where(keys), message, hint)

    def _other(self, name: str, kind: Table, keys: Keys) -> Kind | None:
        if kind.others is None:
            message = Message("unknown key “{name}” in {of}", name=name, of=self._say(keys[:-1]))
            self._report("C002", self._where.key(keys), message, did_you_mean(name, kind.keys))
        elif kind.name is not None and not kind.name.fits(name):
            message = Message("“{name}” cannot be an id", name=name)
            self._report("C005", self._where.key(keys), message, _hint(kind.name))
        else:
            return kind.others
        return None

    def _say(self, keys: Keys) -> str:
        parts = [f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in keys]
        return "".join(parts).removeprefix(".") or self._whole

    def _report(self, code: str, place: tuple[int, int], message: Message, hint: Message) -> None:
        self._problems.add(Problem(self._where.path, *place, code, message, hint))


def _fault(value: str, kind: Text) -> tuple[Message, Message] | None:
    """Return what is wrong with a text, and what to do; ``None`` when nothing is."""
    if characters.is_blank(value):
        fault = EMPTY, Message("write a text or leave the key out")
        return None if kind.empty else fault
    if kind.choices and value not in kind.choices:
        return Message("“{value}” is not allowed", value=value), did_you_mean(value, kind.choices)
    if not kind.fits(value):
        return Message("“{value}” is not allowed", value=value), _hint(kind)
    return None


def _hint(kind: Kind) -> Message:
    """Return what to write in place of a value that is missing or not allowed."""
    if isinstance(kind, Text) and kind.choices:
        return Message("write one of {names}", names=kind.choices)
    expects = NO_HINT if isinstance(kind, Flag | Whole | Many) else kind.expects
    return Message("write {expects}", expects=expects) if expects else NO_HINT


def _form(kind: Kind) -> Message:
    """Return what to write in place of a value of a wrong type."""
    form = _NAMES[_FORMS[type(kind)]]
    if isinstance(kind, Table) and kind.keys:
        return Message("write {form} with the keys {keys}", form=form, keys=[*kind.keys])
    if isinstance(kind, Table) and kind.expects:
        return _hint(kind)
    return Message("write {form}", form=form)


def _describe(value: object) -> Message:
    names = (name for form, name in _NAMES.items() if form is not int and isinstance(value, form))
    return next(names, Message("empty") if value is None else Message("“{value}”", value=value))
