"""Passages that the archive withholds: ``[withheld: reason]`` in the place of a name, a passage or a whole turn.

The mark takes the place of the words, which are not in the transcript any more. It is shown as a gap with its reason;
nobody searches it, no engine translates it, and the file received is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from goftogu.model import Bilingual, Interview, Paragraph
from goftogu.translation.memory.entry import NOTHING, State, Translation

_OPENING: Final = "[withheld"
MARK: Final = re.compile(r"(?<!\\)\[withheld(?::[ \t\u00a0]*([^\[\]\n]*?))?[ \t\u00a0]*\]")
"""A mark; its group is the reason, which may be missing."""
_LIKE: Final = re.compile(r"(?<!\\)\[[ \t\u00a0]*withheld\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w")
WORD: Final = Bilingual("منتشرنشده", "withheld")
"""What a gap is called."""


def gaps(text: str) -> list[str]:
    """Return the reasons of the marks in a text, in order; an empty one where none is given."""
    return [found[1] or "" for found in MARK.finditer(text)] if _OPENING in text else []


def shown(reason: str, language: str) -> str:
    """Return the words of a gap, in square brackets."""
    return f"[{WORD[language]}: {reason}]" if reason else f"[{WORD[language]}]"


def without(text: str) -> str:
    """Return a text without its marks, for the search."""
    return " ".join(MARK.sub(" ", text).split(" ")) if _OPENING in text else text


def parts(text: str) -> list[str]:
    """Cut a text at its marks, which are parts themselves; parts without a word are joined to nothing and left out."""
    if _OPENING not in text:
        return [text]
    found: list[str] = []
    place = 0
    for mark in MARK.finditer(text):
        found += [text[place : mark.start()], mark[0]]
        place = mark.end()
    return [part for part in (*found, text[place:]) if part.strip()]


def is_mark(text: str) -> bool:
    """Tell whether a text is a mark and nothing else."""
    return text.startswith(_OPENING) and MARK.fullmatch(text) is not None


def fault(text: str) -> int | None:
    """Return where something begins that looks like a mark and is none, such as one that is not closed."""
    if "ithheld" not in text.lower():
        return None
    sound = {found.start() for found in MARK.finditer(text)}
    return next((found.start() for found in _LIKE.finditer(text) if found.start() not in sound), None)


def count(interview: Interview) -> int:
    """Return how many passages of an interview are withheld."""
    return sum(len(gaps(unit.record)) for unit in interview.units())


def is_closed(interview: Interview) -> bool:
    """Tell whether the file received, and its name, are not published."""
    return not interview.provenance.publish or count(interview) > 0


def blanked(interview: Interview) -> Interview:
    """Return an interview with blanks in the place of its marks, so that no index leads to them."""
    if not count(interview):
        return interview
    turns = (replace(turn, paragraphs=tuple(map(_blanked, turn.paragraphs))) for turn in interview.turns)
    return replace(interview, turns=tuple(turns))


def _blanked(unit: Paragraph) -> Paragraph:
    return replace(unit, reading=MARK.sub(lambda found: " " * len(found[0]), unit.reading))


def has_words(english: Iterable[Translation]) -> bool:
    """Tell whether at least one translation says something, apart from gaps."""
    return any(found.text and _WORD.search(without(found.text)) for found in english)


def translated(interview: Interview, english: Mapping[str, Translation]) -> dict[str, Translation]:
    """Return the English that may be published.

    What was translated before a passage was withheld may still have it: English with other marks than its Persian is
    left out. A paragraph that is withheld as a whole needs no English but its mark.
    """
    return {**english, **dict(_judged(interview, english))}


def _judged(interview: Interview, english: Mapping[str, Translation]) -> Iterator[tuple[str, Translation]]:
    for unit in interview.units():
        if marks := len(gaps(unit.reading)):
            found = english.get(unit.id, NOTHING)
            whole = not _WORD.search(without(unit.reading))
            if len(gaps(found.text)) != marks or (whole and _WORD.search(without(found.text))):
                yield unit.id, Translation(unit.reading, State.MACHINE, "") if whole else NOTHING
