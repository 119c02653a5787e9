"""The English that an imported file brings with it, as the translation memory of its interview."""

from __future__ import annotations

from collections.abc import Iterable

from goftogu import markup
from goftogu.model import Interview
from goftogu.transcripts.formats.document import Twin
from goftogu.translation.memory import keys, store
from goftogu.translation.memory.memory import Memory


def memory(interview: Interview, twins: Iterable[Twin], name: str) -> tuple[Memory, int]:
    """Return the memory of an imported interview, and how many of its paragraphs got English.

    Nobody has approved it here, whatever was said of it elsewhere. Each text is used once, in the order of the file.

    Args:
        interview: As it was imported.
        twins: The English of the file.
        name: Id of the interview.
    """
    units = store.units(interview)
    texts = [keys.key(markup.bare(paragraph.record)) for paragraph in interview.units()]
    made, left = Memory(name, language=interview.original.other), _Twins(twins)
    made.merge(units)
    named = [left.take_id(unit.id, text) for unit, text in zip(units, texts, strict=True)]
    found = [twin or left.take_text(text) for twin, text in zip(named, texts, strict=True)]
    for unit, twin in zip(units, found, strict=True):
        if twin is not None:
            made.record(unit, twin.english, twin.origin)
    return made, sum(twin is not None for twin in found)


class _Twins:
    """The English that no paragraph has yet."""

    def __init__(self, twins: Iterable[Twin]) -> None:
        self._texts: dict[str, list[Twin]] = {}
        for twin in twins:
            if twin.english.strip():
                self._texts.setdefault(keys.key(twin.persian), []).append(twin)

    def take_id(self, name: str, text: str) -> Twin | None:
        """Take the English of a text that has an id."""
        found = next((twin for twin in self._texts.get(text, ()) if twin.id == name), None)
        if found is not None:
            self._texts[text].remove(found)
        return found

    def take_text(self, text: str) -> Twin | None:
        """Take the first English of a text."""
        there = self._texts.get(text)
        return there.pop(0) if there else None
