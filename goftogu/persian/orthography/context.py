"""What the neighbours of a word tell about it: whether an ezafe can follow."""

from __future__ import annotations

import re
from enum import Enum, auto

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography.letters import fold
from goftogu.persian.orthography.lexicon import Lexicon
from goftogu.persian.orthography.verbs import Verbs

_SPACED = re.compile('[ \u00a0]+[«("“]?').fullmatch
_GOES_ON = re.compile("[ \u00a0]+[^ \u00a0–—-]").match


class When(Enum):
    """Which neighbours ask for the other spelling of a word.

    Attributes:
        NO_EZAFE: Those among which only «ه‌ای» can be meant: after یک or هیچ, at the end of a clause, and before a word
            that cannot follow an ezafe.
        COUNTED: یک or هیچ before it, where everything else is the plural.
        ADJECTIVE: The same as ``NO_EZAFE``, and every noun before an adjective such as «حرفه‌ای».
        FIELD: Nouns before «میدانی», which elsewhere is «می‌دانی».
    """

    NO_EZAFE = auto()
    COUNTED = auto()
    ADJECTIVE = auto()
    FIELD = auto()


class Context:
    """Reads the neighbours of a word."""

    def __init__(self, lexicon: Lexicon, verbs: Verbs) -> None:
        """Take the words that cannot follow an ezafe; verbs in می are such, too."""
        self._no_ezafe = lexicon.lists["no-ezafe"]
        self._verbs = verbs

    def other(self, when: When, pieces: list[str], place: int) -> bool:
        """Tell whether the neighbours of a word ask for its other spelling.

        Args:
            when: Which neighbours ask for it.
            pieces: The pieces of the line.
            place: Place of the word among them.
        """
        before = before_word(pieces, place)
        if when == When.FIELD:
            return before in affixes.FIELDS or before.endswith(("ات", "های"))
        return before in affixes.INDEFINITE or (
            when != When.COUNTED and self._is_indefinite(when, before, pieces, place)
        )

    def _is_indefinite(self, when: When, before: str, pieces: list[str], place: int) -> bool:
        return (when == When.ADJECTIVE and before not in affixes.OPENERS | {""}) or self._closed(
            pieces[place + 1], pieces[place + 2 : place + 3]
        )

    def _closed(self, between: str, after: list[str]) -> bool:
        if after and _SPACED(between):
            word = fold(after[0])
            return word in self._no_ezafe or self._verbs.continuous(word) is not None
        return not _GOES_ON(between)


def before_word(pieces: list[str], place: int) -> str:
    """Return the folded word before a word, if only a blank is between them."""
    return fold(pieces[place - 2]) if place > 1 and pieces[place - 1] == " " else ""
