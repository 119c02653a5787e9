"""The English that may be published of an interview in which something is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from goftogu.conventions import withheld
from goftogu.model import Interview
from goftogu.translation.memory.entry import NOTHING, State, Translation

_WORD: Final = re.compile(r"\w")


def has_words(english: Iterable[Translation]) -> bool:
    """Tell whether at least one translation says something, apart from gaps."""
    said = (found.text for found in english if found.state is not State.ORIGINAL)
    return any(_WORD.search(withheld.without(text)) for text in said)


def publishable(interview: Interview, english: Mapping[str, Translation]) -> dict[str, Translation]:
    """Return the English that may be published.

    What was translated before a passage was withheld may still have it: English with other marks than its Persian is
    left out. A paragraph that is withheld as a whole needs no English but its mark.
    """
    return {**english, **dict(_judged(interview, english))}


def _judged(interview: Interview, english: Mapping[str, Translation]) -> Iterator[tuple[str, Translation]]:
    for unit in interview.units():
        if marks := len(withheld.gaps(unit.reading)):
            found = english.get(unit.id, NOTHING)
            whole = not _WORD.search(withheld.without(unit.reading))
            if len(withheld.gaps(found.text)) != marks or (whole and _WORD.search(withheld.without(found.text))):
                yield unit.id, Translation(unit.reading, State.MACHINE, "") if whole else NOTHING
