"""Rules about numbers: lost, invented, in another order, and what they count."""

from __future__ import annotations

import re
from typing import Final

from goftogu.persian.digits import to_ascii
from goftogu.translation.quality.english_amounts import numbers
from goftogu.translation.quality.persian_amounts import amounts

_LARGE: Final = 12
"""A small number may come from words that are no numbers."""
_DIGITS: Final = re.compile(r"[0-9۰-۹٠-٩]")
_GROUPED: Final = re.compile(r"\d(?:[ -]?\d){4,}")
_METRIC: Final = re.compile(r"(?:\s?(?:تا|و|الی)\s\S+)?\s?(?:کیلو|متر|سانتی|میلی\s?متر|درجه|هکتار|گرم|لیتر)")
_IMPERIAL: Final = re.compile(
    r"\b(?:miles?|mph|inch(?:es)?|feet|foot|yards?|pounds?|acres?|gallons?|degrees?|fahrenheit|\d+0s)\b", re.IGNORECASE
)


def is_lost(source: str, target: str) -> bool:
    """Tell whether a number of the Persian is not in the English; a measure may have been converted."""
    found = [amount for amount in amounts(source) if amount.sure]
    if not found:
        return False
    known = numbers(target).all | _rows(target)
    lost = [amount for amount in found if known.isdisjoint(amount.right)]
    if lost and _IMPERIAL.search(target):
        plain = source.replace("\u200c", " ")
        lost = [amount for amount in lost if not _METRIC.match(plain, amount.end)]
    return bool(lost)


def is_invented(source: str, target: str) -> bool:
    """Tell whether the English has a number in digits that the Persian does not have."""
    if not _DIGITS.search(target):
        return False
    said = [value for value in numbers(target).digits if value > _LARGE]
    known = _rows(source).union(*(amount.right for amount in amounts(source)))
    if _rows(target) & known:
        return False
    return any(value not in known for value in said) and not _IMPERIAL.search(target)


def _rows(text: str) -> frozenset[float]:
    """Return the numbers of a text that are written in groups, as telephone numbers are."""
    found = _GROUPED.findall(to_ascii(text))
    return frozenset(float("".join(filter(str.isdigit, row))) for row in found)
