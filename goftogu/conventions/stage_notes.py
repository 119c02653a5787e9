"""Stage notes: what is heard or seen and not said, in square brackets: ``[می‌خندد]``, ``[مکث]``, ``[laughs]``.

The usual ones are known here, and ``stage_notes`` of ``site.toml`` has those of an archive. What is not known stays a
text in brackets. The kinds are elements of TEI for transcribed speech (Guidelines P5, chapter 8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from goftogu.model import StageNote
from goftogu.persian import folding

BRACKETS: Final = re.compile(r"(?<!\\)\[(?!\^)([^\[\]\n]{1,60})\](?!\()")
"""What may be a stage note."""
KINDS: Final = ("vocal", "kinesic", "incident", "pause", "unclear")
"""Heard from a person; seen on a person; what happens; silence; what nobody understands."""

_WORDS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "vocal": (
        ("می‌خندد", "laughs"), ("خنده", "laughter"), ("با خنده", "laughing"), ("می‌خندند", "they laugh"),
        ("لبخند", "smiles"), ("با لبخند", "smiling"), ("پوزخند", "sneers"), ("می‌گرید", "weeps"), ("گریه", "weeping"),
        ("گریه می‌کند", "cries"), ("با گریه", "crying"), ("بغض", "chokes up"), ("با بغض", "in a choked voice"),
        ("آه", "sighs"), ("آه می‌کشد", "sighs"), ("سرفه", "coughs"), ("سرفه می‌کند", "coughs"),
        ("آهسته", "quietly"), ("زمزمه", "whispers"), ("با صدای بلند", "loudly"), ("می‌خواند", "sings"),
    ),
    "kinesic": (
        ("سر تکان می‌دهد", "nods"), ("اشاره می‌کند", "points"), ("با اشاره", "pointing"), ("دست می‌زند", "claps"),
    ),
    "incident": (
        ("قطع ضبط", "recording interrupted"), ("قطع صدا", "sound interrupted"), ("پایان ضبط", "end of recording"),
        ("صدای زنگ", "a bell rings"), ("صدای تلفن", "the telephone rings"), ("زنگ تلفن", "telephone rings"),
        ("کف زدن حضار", "applause"), ("تشویق حضار", "applause"), ("موسیقی", "music"),
    ),
    "pause": (
        ("مکث", "pause"), ("مکث می‌کند", "pauses"), ("مکث کوتاه", "short pause"), ("مکث طولانی", "long pause"),
        ("سکوت", "silence"), ("سکوت می‌کند", "falls silent"),
    ),
    "unclear": (
        ("نامفهوم", "unclear"), ("ناواضح", "inaudible"), ("ناشنیدنی", "inaudible"), ("مفهوم نیست", "unclear"),
    ),
}  # fmt: skip
"""By kind: the Persian, and its English."""


def key(text: str) -> str:
    """Return what the spellings of a stage note have in common."""
    return "".join(folding.fold(text.strip(" .…!،")).split())


def table(own: Iterable[StageNote] = ()) -> dict[str, StageNote]:
    """Return all stage notes by what is in their brackets, in either language.

    Args:
        own: Those of an archive; they replace usual ones of the same Persian.
    """
    usual = [StageNote(fa, en, kind) for kind, notes in _WORDS.items() for fa, en in notes]
    found: dict[str, StageNote] = {}
    for note in (*usual, *own):
        found.setdefault(key(note.en), note)
        found[key(note.fa)] = note
    return found


def used(texts: Iterable[str], known: Mapping[str, StageNote]) -> tuple[StageNote, ...]:
    """Return the stage notes that texts have, in their order."""
    brackets = (found[1] for text in texts if "[" in text for found in BRACKETS.finditer(text))
    return tuple(dict.fromkeys(known[name] for name in map(key, brackets) if name in known))


USUAL: Final[Mapping[str, StageNote]] = table()
"""What is known without an archive's own."""
