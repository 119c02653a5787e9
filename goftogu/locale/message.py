"""A sentence of the program that knows how it was made, so that it can be said in another language later.

A :class:`Message` is the English sentence, a text like any other. It keeps its template, which is the key of the
catalogue ``goftogu/locale/fa.po``, and the values of the template. So a message that comes from a worker process or
from the cache is translated when it is shown (:mod:`goftogu.locale.persian`), and not before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, Self

Value = str | int | float | tuple[str, ...]
"""What a template can be filled with. A text may be another message, and so may each text of a list."""

PLACEHOLDER: Final = re.compile(r"\{(?P<name>[a-z_]+)(?::(?P<form>,|,?\.\df))?\}")
"""``{name}``, or a number with its form: ``{count:,}``, ``{size:,.1f}``. Every other brace means itself."""


class Message(str):
    """An English sentence with its template and the values in it.

    Attributes:
        template: English with placeholders. One without a value stays as it is: ``{goftogu}``, which is the command.
        values: By placeholder. A text is the same in every language, a number gets the digits of the language, a
            message is translated, and a list gets the commas of the language.

    Example:
        >>> Message("{count:,} turns in “{name}”", count=1200, name="azar")
        '1,200 turns in “azar”'
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """Fill a template.

        Args:
            template: English, a literal in the source, so that a test finds it.
            values: Numbers, messages, lists of texts, and others of which the text is taken.
        """
        kept = {name: _value(value) for name, value in values.items()}
        self = super().__new__(cls, fill(template, kept, _shown))
        self.template, self.values = template, kept
        return self

    def of(self, **values: object) -> Self:
        """Return the same sentence with other values."""
        return type(self)(self.template, **values)

    def __reduce__(self) -> tuple[Callable[[str, Mapping[str, Value]], Message], tuple[str, Mapping[str, Value]]]:
        """Tell how another process makes the same message."""
        return made, (self.template, self.values)


def made(template: str, values: Mapping[str, object]) -> Message:
    """Return the message of a template and values from elsewhere: another process, or the cache."""
    return Message(template, **values)


def verbatim(text: object) -> Message:
    """Return a message of what is not ours to translate: the words of a parser, of a file, of another program."""
    return Message("{text}", text=text)


def plural(number: int, noun: str) -> Message:
    """Return a number with its English noun: ``1 turn``, ``24 turns``.

    Args:
        number: How many there are.
        noun: Its singular, a literal in the source; the plural ends in s.
    """
    return Message(f"{{count:,}} {noun}{'' if number == 1 else 's'}", count=number)


def fill(template: str, values: Mapping[str, Value], shown: Callable[[Value, str], str]) -> str:
    """Put values into a template.

    Args:
        template: With placeholders.
        values: By placeholder; a placeholder without a value stays.
        shown: Says a value, given the form that its placeholder asks for.
    """

    def value(found: re.Match[str]) -> str:
        return shown(values[found["name"]], found["form"] or "") if found["name"] in values else found[0]

    return PLACEHOLDER.sub(value, template)


def _value(value: object) -> Value:
    if isinstance(value, list | tuple) and type(value) in {list, tuple}:  # a named tuple has a text of its own
        return tuple(item if isinstance(item, str) else str(item) for item in value)
    return value if isinstance(value, str | int | float) else str(value)


def _shown(value: Value, form: str) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else format(value, form)
