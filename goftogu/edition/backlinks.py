"""Where the notes at the foot lead back to."""

from __future__ import annotations

from collections.abc import Mapping

from goftogu.conventions import marks
from goftogu.model import Bilingual, Footnote
from goftogu.translation.memory.entry import NOTHING, Translation


def of(note: Footnote, english: Mapping[str, Translation]) -> Bilingual:
    """Return the fragments to which a note leads back on the Persian and the English page.

    On the English page the Persian of a paragraph is there in place of English that is missing.
    """
    persian = f"noteref-{note.label}"
    text = english.get(note.place, NOTHING).text
    return Bilingual(persian, _english(note, text) if text else persian)


def apart(note: Footnote, english: Mapping[str, Translation]) -> Bilingual:
    """Return the fragments of two texts that share no id, whatever language the second one is in."""
    text = english.get(note.place, NOTHING).text
    persian = f"noteref-{note.label}"
    return Bilingual(persian, _english(note, text) if text else f"{persian}{marks.ENGLISH}")


def _english(note: Footnote, text: str) -> str:
    """Return the fragment of the reference in an English text; that of its turn when the text has lost it."""
    if marks.refers(text, note.label):
        return f"noteref-{note.label}{marks.ENGLISH}"
    turn, point, _ = note.place.partition(".")
    return turn if point else ""
