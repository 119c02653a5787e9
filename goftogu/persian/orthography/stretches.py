"""Cuts lines that are longer than any real paragraph, so that a text of one line takes no more memory than others."""

from __future__ import annotations

import re

_LONG = 50_000
"""Characters; a paragraph of an interview has some hundred."""

_SEARCHED = 10_000
_sentence_end = re.compile(r"[.!?؟…؛][»)\]\"]?\s").search
_blank = re.compile(r"\s").search


def lines(text: str) -> list[list[str]]:
    """Return the lines of a text, each as its stretches: most have one, and together they are the line.

    A long line is cut after the end of a sentence, or after a blank where no sentence ends.
    """
    if len(text) <= _LONG:
        return [[line] for line in text.split("\n")]
    return [_stretches(line) for line in text.split("\n")]


def _end(text: str) -> re.Match[str] | None:
    return _sentence_end(text) or _blank(text)


def _stretches(line: str) -> list[str]:
    found, start = list[str](), 0
    while end := _end(line[start + _LONG : start + _LONG + _SEARCHED]):
        place = start + _LONG + end.end()
        found.append(line[start:place])
        start = place
    return [*found, line[start:]]
