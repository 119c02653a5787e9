"""Where the notes at the foot lead back to."""

from __future__ import annotations

from collections.abc import Mapping

from goftogu.conventions import marks
from goftogu.model import Bilingual, Footnote, Language
from goftogu.translation.memory.entry import NOTHING, Translation


def of(
    note: Footnote, translations: Mapping[str, Translation], original: Language, *, apart: bool = False
) -> Bilingual:
    """Return the fragments to which a note leads back in the Persian and in the English text.

    Args:
        note: The note.
        translations: Those of its interview.
        original: Language of the interview.
        apart: What is there in place of a translation that is missing is the original with ids of its own, as in books
            and single files; on pages it has those of the original.
    """
    own = f"noteref-{note.label}"
    text = translations.get(note.place, NOTHING).text
    other = _translated(note, text) if text else f"{own}{marks.ENGLISH}" if apart else own
    return Bilingual(own, other) if original is Language.FA else Bilingual(other, own)


def _translated(note: Footnote, text: str) -> str:
    """Return the fragment of the reference in a translation; that of its turn when the text has lost it."""
    if marks.refers(text, note.label):
        return f"noteref-{note.label}{marks.ENGLISH}"
    turn, point, _ = note.place.partition(".")
    return turn if point else ""
