"""What a table of contents calls an exchange by: the sentence of its question that asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final

from goftogu.conventions.first_words import opening
from goftogu.model import Paragraph, Role, Speaker, Turn
from goftogu.persian import sentences

_ASKS: Final = re.compile(r"[؟?][؟?!…»”’›\"')\]\s]*\Z")
_WORDS: Final = 3
"""With fewer words, a sentence gives way to a longer one that asks, too («خوبید؟»)."""
_LIMIT: Final = 110
"""How many characters a table of contents shows."""


@lru_cache(maxsize=64)
def sentence(text: str) -> str:
    """Return the first sentence of a plain text in either language that asks; empty when none does.

    Those of the last texts are remembered, because an exchange is first looked for, then named, by the same paragraph.
    """
    found = [item for item in sentences.split(text) if _ASKS.search(item)] if _may_ask(text) else []
    long = (item for item in found if len(item.split()) >= _WORDS)
    return next(long, found[0] if found else "")


def unit(
    turns: Sequence[Turn], speakers: Mapping[str, Speaker], plain: Callable[[Paragraph], str]
) -> tuple[Paragraph, bool]:
    """Return the paragraph by which an exchange is called, and whether a sentence of it asks.

    It is the first one of the interviewer that asks before anybody answers, else the first one of the exchange.

    Args:
        turns: The turns of the exchange.
        speakers: Who speaks, by label.
        plain: Returns a paragraph as plain text.
    """
    question = takewhile(lambda turn: speakers[turn.speaker].role == Role.INTERVIEWER, turns)
    asking = (item for turn in question for item in turn.paragraphs if sentence(plain(item)))
    found = next(asking, None)
    return found or turns[0].paragraphs[0], found is not None


def words(text: str, *, asks: bool) -> str:
    """Return the words of a plain text by which an exchange is called, cut where they are long.

    Args:
        text: The text.
        asks: Whether to look for a sentence that asks; without one the text is taken from its beginning.
    """
    return opening((asks and sentence(text)) or text, _LIMIT)


def _may_ask(text: str) -> bool:
    return "؟" in text or "?" in text
