"""The Persian of a few words that has English: what may be a heading of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from goftogu.model import Interview, Language
from goftogu.problems import Problems
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.store import read_memories, units

_FEW: Final = 4
"""Words of a text that may be a heading."""


def short_texts(root: Path, interviews: Iterable[Interview], problems: Problems) -> Iterator[tuple[str, str]]:
    """Yield the titles of sections and other Persian texts of a few words that have English, with it.

    Args:
        root: The project's folder.
        interviews: Their memories are read.
        problems: What is wrong with a memory is added.
    """
    persian = (interview for interview in interviews if interview.original is Language.FA)
    for interview, found in read_memories(root, persian, problems):
        for unit in units(interview):
            known = found.lookup(unit)
            if known.text and known.state is not State.STALE and len(unit.source.split()) <= _FEW:
                yield unit.source, known.text
