"""Says messages in Persian, by the catalogue ``goftogu/locale/fa.po``; it is read when the first one is asked for.

A line of Persian with a path or a command in it is written in two directions. On a terminal each piece that is not
Persian is therefore isolated (:mod:`goftogu.locale.isolates`), so that the line reads in order. In a pipe, a file or
JSON nothing is added to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from goftogu.locale import isolates
from goftogu.locale.message import Message, Value, fill
from goftogu.persian import digits

CATALOGUE: Final = Path(__file__).with_name("fa.po")


_ATOM: Final = "\ue000{}\ue001"
"""Holds the place of a value while the pieces are looked for: a path may have Persian in it, and is one piece."""
_HELD: Final = re.compile("\ue000(\\d+)\ue001")
_PIECE: Final = re.compile("(?:\ue000\\d+\ue001|[!-~])+(?: (?![(\\[])(?:\ue000\\d+\ue001|[!-~])+)*")
_EDGES: Final = re.compile(r"([(\[:;,!? ]*)(.*?)([)\],.:;!? ]*)$", re.DOTALL)
_LATIN: Final = re.compile("[A-Za-z\ue000]")


def say(text: str, *, isolated: bool) -> str:
    """Return a message in Persian.

    Args:
        text: A message; a text that is none, or that the catalogue does not have, comes back as it is.
        isolated: Whether each piece that is not Persian is isolated, for a terminal.
    """
    held: list[str] = []

    def hold(value: str) -> str:
        held.append(value)
        return _ATOM.format(len(held) - 1)

    shown = _said(text, hold) if isolated else _said(text, str)
    return _HELD.sub(lambda found: held[int(found[1])], isolate(shown)) if isolated else shown


def isolate(text: str) -> str:
    """Return a Persian text in which each piece that is not Persian is isolated."""
    return _PIECE.sub(_isolated, text)


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, str]:
    """Return the Persian of every template, if it can be read. A Persian noun after a number has one form."""
    try:
        import polib  # noqa: PLC0415  only who reads Persian pays for it
    except ModuleNotFoundError:  # a Python without what the program needs, which has to be said all the same
        return {}
    found: dict[str, str] = {}
    for entry in polib.pofile(str(CATALOGUE)):
        persian = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
        found.update(dict.fromkeys(filter(None, (entry.msgid, entry.msgid_plural)), persian))
    return found


def _said(text: str, hold: Callable[[str], str]) -> str:
    if not isinstance(text, Message):
        return hold(text)
    template = catalogue().get(text.template) or text.template
    return fill(template, text.values, lambda value, form: _shown(value, form, hold))


def _shown(value: Value, form: str, hold: Callable[[str], str]) -> str:
    if isinstance(value, tuple):
        return "، ".join(_said(item, hold) for item in value)
    return _said(value, hold) if isinstance(value, str) else format(value, form).translate(digits.PERSIAN_NUMBER)


def _isolated(found: re.Match[str]) -> str:
    before, piece, after = _EDGES.findall(found[0])[0]
    if _LATIN.search(piece) is None:
        return found[0]
    opened = isolates.AS_IT_BEGINS if _HELD.fullmatch(piece) else isolates.LEFT_TO_RIGHT
    return f"{before}{opened}{piece}{isolates.CLOSED}{after}"
