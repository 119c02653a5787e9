from __future__ import annotations

import pytest

from goftogu.model import Paragraph
from goftogu.pages import passages


@pytest.mark.parametrize(
    ("record", "reading", "reshaped"),
    [
        ("كتاب علي", "کتاب علی", 2),
        ("كتاب\u00a0علي", "کتاب علی", 2),
        ("\u200fكتاب\u200e علي", "کتاب علی", 2),
        ("می\ufeff رود", "می\u200cرود", 0),
        ("كتاب ها ي", "کتاب‌هایی", 2),
        ("کتاب", "کتاب", 0),
    ],
)
def test_letters_in_another_form_are_counted_wherever_invisible_ones_stand(
    record: str, reading: str, reshaped: int
) -> None:
    assert passages._reshaped(Paragraph("t1.1", record, reading, 1)) == reshaped
