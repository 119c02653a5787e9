"""An interview as plain parallel text: one paragraph a line, with columns separated by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goftogu.edition.material import Material
from goftogu.model import Language
from goftogu.storage import cells
from goftogu.translation.memory.entry import NOTHING, State

_COLUMNS: Final = ("id", "state", "fa", "en")


def parallel(material: Material) -> bytes:
    """Write the paragraphs that are translated, with a line of headings.

    Returns:
        UTF-8. A line break or a tab inside a text is a blank here. What a spreadsheet would take for a formula or for
        the beginning of a quotation has an apostrophe in front; ``import`` takes it away.
    """
    return "".join("\t".join(row) + "\n" for row in (_COLUMNS, *_rows(material))).encode()


def _rows(material: Material) -> Iterator[tuple[str, ...]]:
    for unit in material.interview.units():
        found = material.translations.get(unit.id, NOTHING)
        if found.state not in {State.MISSING, State.ORIGINAL}:
            texts = _cell(unit.reading), _cell(found.text)
            yield unit.id, found.state.value, *(texts if material.original is Language.FA else reversed(texts))


def _cell(text: str) -> str:
    return cells.unquoted(" ".join(text.split()))
