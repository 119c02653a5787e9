"""All that is looked for in a pair of texts, by the names of the flags.

A flag is computed from the pair as it is, whoever made the English and whatever its state; nothing of it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from goftogu.conventions import withheld
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import CUT_OFF, Translation
from goftogu.translation.quality import figures, kinds, negation, shape, signs


class Rule(NamedTuple):
    """A way to find a fault.

    Attributes:
        finds: Tells of a Persian and an English text whether the fault is there.
        is_sure: True when what it finds is nearly always wrong; otherwise the pair is only doubtful.
    """

    finds: Callable[[str, str], bool]
    is_sure: bool


EMPTY: Final = "empty"
TERM: Final = "term"
RULES: Final[Mapping[str, Rule]] = {
    "echo": Rule(shape.is_echo, is_sure=True),
    "persian": Rule(signs.has_persian_letters, is_sure=True),
    "digits": Rule(signs.has_persian_digits, is_sure=True),
    "signs": Rule(signs.has_persian_signs, is_sure=True),
    "unknown": Rule(signs.has_unknown, is_sure=True),
    "markup": Rule(signs.has_markup, is_sure=True),
    "garbled": Rule(shape.is_garbled, is_sure=True),
    "address": Rule(signs.lost_address, is_sure=True),
    "number": Rule(figures.is_lost, is_sure=True),
    "new-number": Rule(figures.is_invented, is_sure=True),
    "magnitude": Rule(kinds.lost_size, is_sure=True),
    "percent": Rule(kinds.lost_share, is_sure=True),
    "currency": Rule(kinds.lost_money, is_sure=True),
    "unit": Rule(kinds.lost_measure, is_sure=True),
    "loop": Rule(shape.loops, is_sure=True),
    "doubled": Rule(shape.is_doubled, is_sure=True),
    "question": Rule(shape.turns_question, is_sure=True),
    "negation": Rule(negation.is_turned, is_sure=False),
    "length": Rule(shape.is_odd_length, is_sure=False),
    "ending": Rule(shape.is_unfinished, is_sure=False),
    "latin": Rule(signs.lost_latin, is_sure=False),
    "quotation": Rule(signs.lost_quotation, is_sure=False),
}
"""The rules by their flags, in the order in which flags are told; further flags are ``empty``, ``term`` and, from the
engine, ``cut-off``."""
_MARKS: Final = re.compile(rf"{withheld.MARK.pattern}|\[[^\]\[()]*\](?!\()|\]\([^()\s]*\)|\[(?=[^\]]*\]\()")
_SURE: Final = frozenset(
    {EMPTY, TERM, CUT_OFF, "source-changed", "text-changed", *(name for name, rule in RULES.items() if rule.is_sure)}
)


def of_pair(source: str, target: str) -> tuple[str, ...]:
    """Return what is suspicious about a translation.

    Args:
        source: The Persian.
        target: The English.

    Returns:
        Names out of ``RULES``, in their order. Empty English has only ``empty``.
    """
    return tuple(_of_pair(source, target))


def _of_pair(source: str, target: str) -> Iterator[str]:
    if target.strip():
        yield from (name for name, rule in RULES.items() if rule.finds(source, target))
    elif any(map(str.isalnum, source)):
        yield EMPTY


def of(source: str, found: Translation, terms: Terminology | None = None) -> tuple[str, ...]:
    """Return all that is suspicious about an English as a memory has it.

    Args:
        source: The Persian.
        found: The English; one that is missing has no flags.
        terms: Names and terms whose English is settled.

    Returns:
        The flags of the pair, ``term`` when a settled form is missing, and what the memory knows: ``cut-off``,
        ``source-changed``, ``text-changed``.
    """
    return (*of_text(source, found.text, terms), *found.flags) if found.text.strip() else ()


def has_any(source: str, found: Translation, terms: Terminology | None = None) -> bool:
    """Tell whether :func:`of` returns anything; it looks no further than the first flag."""
    return bool(found.text.strip() and (found.flags or any(_of_text(source, found.text, terms))))


def of_text(source: str, target: str, terms: Terminology | None = None) -> tuple[str, ...]:
    """Return what is suspicious about a pair of texts of an archive, whose marks and links are not looked at.

    Args:
        source: The Persian.
        target: The English.
        terms: Names and terms whose English is settled.

    Returns:
        The flags of the pair, and ``term`` when a settled form is missing.
    """
    return tuple(_of_text(source, target, terms))


def _of_text(source: str, target: str, terms: Terminology | None) -> Iterator[str]:
    yield from _of_pair(_spoken(source), _spoken(target))
    if terms is not None and lacks_term(source, target, terms):
        yield TERM


def lacks_term(source: str, target: str, terms: Terminology) -> bool:
    """Tell whether an English lacks the settled form of a name or term of its Persian."""
    english = _spoken(target)
    return bool(english.strip() and terms.missing(_spoken(source), english))


def _spoken(text: str) -> str:
    """Return a text without its marks and without the targets of its links."""
    return _MARKS.sub(" ", text) if "[" in text else text


def shown(flag: str) -> str:
    """Return a flag as reports have it: what is only a reason for doubt has a question mark."""
    return flag if is_sure(flag) else f"{flag}?"


def is_sure(flag: str) -> bool:
    """Tell whether what a flag names is nearly always a fault, and not only a reason for doubt."""
    return flag in _SURE
