"""Reads the answer of a language model line by line, and takes nothing that is not in the form it was asked for."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from goftogu.content import characters

_THOUGHT: Final = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCE: Final = re.compile(r"^\s*```.*$", re.MULTILINE)
_NUMBERED: Final = re.compile(r"\s*(\d{1,4}) *(?:\t|[.):|]|$)\s*(.*)")
_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def read(text: str, count: int) -> list[str] | None:
    """Return the translations in an answer.

    Args:
        text: What the model said. What it says before the first line is not looked at.
        count: How many lines were asked for.

    Returns:
        The English of each line, in their order; ``None`` when a line is missing, empty, twice there or too much, or
        holds what no text may hold.
    """
    said = _FENCE.sub("", _THOUGHT.sub("", text))
    lines = [line for line in said.split("\n") if line.strip()]
    found = [_NUMBERED.fullmatch(line) for line in lines]
    first = next((at for at, match in enumerate(found) if match), len(lines))
    if count == 1 and first == len(lines) == 1:
        return _sound([lines[0]])
    numbered = [match for match in found if match]
    in_order = [int(match[1]) for match in numbered] == list(range(1, count + 1))
    return _sound([match[2] for match in numbered]) if in_order and len(numbered) == len(lines) - first else None


def _sound(texts: list[str]) -> list[str] | None:
    tidied = [" ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split()) for text in texts]
    faulty = any(characters.is_blank(text) or characters.fault_of_value(text) for text in tidied)
    return None if faulty else tidied
