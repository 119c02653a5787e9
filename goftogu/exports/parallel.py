"""An interview as plain parallel text: one paragraph a line, its columns parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from goftogu.model import Interview
from goftogu.translation.memory.entry import NOTHING, State, Translation

_COLUMNS: Final = ("id", "state", "fa", "en")


def parallel(interview: Interview, english: Mapping[str, Translation]) -> bytes:
    """Write the paragraphs that have English, with a line of headings.

    Args:
        interview: What is exported.
        english: By id of the paragraph.

    Returns:
        UTF-8. A line break or a tab inside a text is a blank here.
    """
    return "".join("\t".join(row) + "\n" for row in (_COLUMNS, *_rows(interview, english))).encode()


def _rows(interview: Interview, english: Mapping[str, Translation]) -> Iterator[tuple[str, ...]]:
    for unit in interview.units():
        found = english.get(unit.id, NOTHING)
        if found.state is not State.MISSING:
            yield unit.id, found.state.value, " ".join(unit.reading.split()), " ".join(found.text.split())
