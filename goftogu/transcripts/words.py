"""The words of a text for comparison: what they are known by, and what the reading layer may restore in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from goftogu.persian.orthography import differences
from goftogu.persian.orthography.differences import Differences
from goftogu.persian.orthography.layer import as_persian, with_halves
from goftogu.persian.orthography.letters import ZWNJ

_NBSP: Final = "\u00a0"


class WrittenWord(NamedTuple):
    """A word of a text.

    Attributes:
        text: As it is written, with the characters beside it that nobody sees.
        key: What it is known by: without half-spaces, with the Persian forms of its letters.
        gap: What separates it from the word before: a blank, or one at which no line breaks.
    """

    text: str
    key: str
    gap: str


def split(text: str) -> list[WrittenWord]:
    """Return the words of a plain text."""
    found, unseen, gap = list[WrittenWord](), "", " "
    for piece, blank in _pieces(unicodedata.normalize("NFC", text)):
        if blank:
            gap = _NBSP if _NBSP in piece else " "
        elif key := as_persian(piece).replace(ZWNJ, ""):
            found.append(WrittenWord(unseen + piece, key, gap))
            unseen, gap = "", " "
        else:
            unseen += piece
    if unseen and found:
        found[-1] = found[-1]._replace(text=found[-1].text + unseen)
    return found


def joined(words: Sequence[WrittenWord]) -> str:
    """Return words as they are written, with what is between them."""
    return "".join(word.text if place == 0 else word.gap + word.text for place, word in enumerate(words))


def letters(words: Sequence[WrittenWord]) -> str:
    """Return what words are known by, without what is between them."""
    return "".join([word.key for word in words])


def restored(given: Sequence[WrittenWord], shown: Sequence[WrittenWord]) -> Differences | None:
    """Return what was restored in some words, or ``None`` when anything else was changed.

    Args:
        given: As they were received.
        shown: As they are shown.
    """
    if letters(given) != letters(shown):
        return None
    before, after = joined(given), joined(shown)
    if before == after:
        return Differences()
    left, right = _joints(given), _joints(shown)
    if all(_is_restored(left.get(place, ""), right.get(place, "")) for place in left.keys() | right.keys()):
        return differences.compare(before, after)
    return None


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield runs of blanks, and runs of everything else, by turns."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or text[place].isspace() != text[start].isspace():
            yield text[start:place], text[start].isspace()
            start = place


def _joints(words: Sequence[WrittenWord]) -> dict[int, str]:
    """Return where blanks and half-spaces are, by the number of letters before them; a blank hides a half-space."""
    found: dict[int, str] = {}
    place = 0
    for word in words:
        if place:
            found[place] = " "
        for character in with_halves(word.text):
            if character == ZWNJ:
                found.setdefault(place, ZWNJ)
            else:
                place += len(as_persian(character))
    return {joint: sign for joint, sign in found.items() if 0 < joint < place}


def _is_restored(before: str, after: str) -> bool:
    """Tell whether the reading layer may make one joint of another."""
    return before == after or (not before and after == ZWNJ) or before == " "
