"""Placeholders: Latin names that are translated in the place of names and terms, and then give way to their English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from goftogu.translation.engine.terminology import Met, Terminology

STAND_INS: Final = ("Oslo", "Lima", "Cairo", "Milan", "Tokyo", "Quito")
"""Short names in Latin letters, which models copy and do not inflect."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A Persian text with placeholders.

    Attributes:
        text: The text.
        stand_ins: Each placeholder, how often it occurs, and the English that belongs in its place.
    """

    text: str
    stand_ins: tuple[tuple[str, int, str], ...]

    @property
    def english(self) -> frozenset[str]:
        """The English that belongs in the place of a placeholder: there may be more terms than placeholders."""
        return frozenset(english for _, _, english in self.stand_ins)

    def unmask(self, target: str) -> str:
        """Return a translation with the settled English; empty unless each placeholder came back as often as it went.

        Args:
            target: The translation of the text.
        """
        for name, count, english in self.stand_ins:
            target, found = _finds(name).subn(english.replace("\\", r"\\"), target)
            if found != count:
                return ""
        return target


def mask(source: str, wanted: Sequence[Met], terms: Terminology) -> Masked | None:
    """Return a text with a placeholder for each of some terms, wherever it occurs.

    Args:
        source: The Persian.
        wanted: Terms of it; at most as many are masked as there are placeholders.
        terms: They say where the terms occur.

    Returns:
        The masked text, or ``None`` without a term or a placeholder that the text does not have itself.
    """
    free = [name for name in STAND_INS if name.lower() not in source.lower()]
    forms = list(dict.fromkeys(met.en for met in wanted))
    names = dict(zip(forms, free, strict=False))
    found = [met for met in terms.met(source) if met.en in names]
    if not found:
        return None
    text, counts = source, dict.fromkeys(names, 0)
    for met in sorted(found, key=lambda met: met.start, reverse=True):
        text = f"{text[: met.start]}{names[met.en]}{text[met.end :]}"
        counts[met.en] += 1
    return Masked(text, tuple((name, counts[en], en[0]) for en, name in names.items() if counts[en]))


@lru_cache(maxsize=len(STAND_INS))
def _finds(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{name}\b", re.IGNORECASE)
