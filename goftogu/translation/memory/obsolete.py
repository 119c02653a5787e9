"""Entries whose paragraph has gone: they stay in the file, and come back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goftogu.translation.memory import previous
from goftogu.translation.memory.entry import is_note

if TYPE_CHECKING:
    import polib


def retire(entry: polib.POEntry) -> None:
    """Make an entry obsolete; its notes go to the translator's comment, the only one that obsolete entries keep."""
    entry.tcomment = "\n".join(filter(None, [entry.tcomment, entry.comment]))
    entry.comment = ""
    previous.keep(entry)
    entry.obsolete = True


def revive(entry: polib.POEntry) -> None:
    """Undo :func:`retire`."""
    previous.bring_back(entry)
    lines = entry.tcomment.split("\n")
    entry.tcomment = "\n".join(line for line in lines if not is_note(line))
    entry.comment = "\n".join(line for line in lines if is_note(line))
    entry.obsolete = False
