"""Dates as an edition writes them, with the months of Iran or of Dari."""

from __future__ import annotations

from goftogu.model import Language
from goftogu.persian.dates import calendar


def written(value: calendar.DateValue, language: str, *, dari: bool) -> str:
    """Return a date in both calendars, that of the language first.

    Args:
        value: The date.
        language: ``"fa"`` or ``"en"``.
        dari: With the months of Dari: «۲۲ قوس ۱۴۰۴ (۱۳ دسمبر ۲۰۲۵)», ``13 December 2025 (22 Qaws 1404)``.
    """
    if language == Language.FA:
        return calendar.format_prs(value) if dari else calendar.format_fa(value)
    return calendar.format_en_prs(value) if dari else calendar.format_en(value)
