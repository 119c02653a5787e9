"""What the neighbours of a word tell about it: whether an ezafe can follow."""

from __future__ import annotations

import re

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography.letters import WORD, fold
from goftogu.persian.orthography.lexicon import Lexicon
from goftogu.persian.orthography.verbs import Verbs

_BEFORE = re.compile(f"({WORD}) $").search
_AFTER = re.compile(f'[ \u00a0]+(?=[^ \u00a0\n–—-])[«("“]?({WORD})?').match
_NEAR = 20


class Context:
    """Reads the neighbours of a word."""

    def __init__(self, lexicon: Lexicon, verbs: Verbs) -> None:
        """Take the words that cannot follow an ezafe; verbs in می are such, too."""
        self._no_ezafe = lexicon.lists["no-ezafe"]
        self._verbs = verbs

    def indefinite(self, match: re.Match[str], *, adjective: bool) -> bool:
        """Tell whether the matched word stands where only «ه‌ای» can be meant.

        That is so after یک or هیچ, at the end of a clause, and before a word that cannot follow an ezafe.

        Args:
            match: The word in its line.
            adjective: The word with «ه‌ای» is also an adjective («حرفه‌ای»), which may follow any noun.
        """
        found = _BEFORE(match.string[max(0, match.start() - _NEAR) : match.start()])
        before = fold(found[1]) if found else ""
        return (
            before in affixes.INDEFINITE
            or (adjective and before not in affixes.OPENERS | {""})
            or self._closed(_AFTER(match.string, match.end()))
        )

    def _closed(self, after: re.Match[str] | None) -> bool:
        if after is None:
            return True
        word = fold(after[1] or "")
        return word in self._no_ezafe or self._verbs.continuous(word) is not None
