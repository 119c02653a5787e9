from __future__ import annotations

import pytest

from goftogu.edition.dates import written
from goftogu.persian.dates.calendar import parse


@pytest.mark.parametrize(
    ("language", "dari", "shown"),
    [
        ("fa", False, "۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)"),
        ("fa", True, "۲۲ قوس ۱۴۰۴ (۱۳ دسمبر ۲۰۲۵)"),
        ("en", False, "13 December 2025 (22 Azar 1404)"),
        ("en", True, "13 December 2025 (22 Qaws 1404)"),
    ],
)
def test_a_date_is_written_for_its_readers(language: str, dari: bool, shown: str) -> None:
    assert written(parse("1404-09-22"), language, dari=dari) == shown
