from __future__ import annotations

import pytest

from goftogu.translation.quality import figures


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("تلفن ۰۸۰۰۵۵۵۱۱۱", "call 0800 555 111"),
        ("دمای ۲۷ درجه", "80 degrees"),
        ("۲۵ تا ۱۰۰ میلی‌متر باران", "1 to 4 inches of rain"),
        ("۱۳۷ کیلومتر", "85 miles"),
        ("نتیجه ۳-۱ بود", "It was 3-1"),
        ("هیچ", "nothing"),
    ],
)
def test_what_was_written_otherwise_is_not_lost(source: str, target: str) -> None:
    assert not figures.is_lost(source, target)
    assert not figures.is_invented(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("۱۲ نفر در ۵ کیلومتری", "20 people, 3 miles away"),
        ("تلفن ۰۸۰۰۵۵۵۱۱۱", "call 0800 555 112"),
        ("سی سال", "three years"),
        ("۱۳۷ کیلومتر", "a long way"),
        ("۱۳۷ کیلومتر", "85 kilometres"),
        ("دمای ۲۷ درجه", "a warm day"),
        ("۲۵ تا ۱۰۰ میلی‌متر باران", "some rain"),
        ("۳۵ هکتار", "53 hectares"),
    ],
)
def test_what_is_not_there_is_lost(source: str, target: str) -> None:
    assert figures.is_lost(source, target)


@pytest.mark.parametrize(
    ("source", "target", "invented"),
    [
        ("چند نفر رفتند", "20 people went", True),
        ("سال‌ها بعد", "years later, in 1968", True),
        ("چند نفر رفتند", "5 people went", False),
        ("صد درصد مطمئنم", "I am 100 percent sure", False),
        ("سال ۱۳۵۷", "in 1978", False),
        ("سال ۱۳۵۷", "in 1987", True),
        ("مدل F125", "the F125 model", False),
    ],
)
def test_a_number_that_nobody_said(source: str, target: str, invented: bool) -> None:
    assert figures.is_invented(source, target) is invented


@pytest.mark.parametrize(("value", "invented"), [(12, False), (13, True)])
def test_a_small_number_may_come_from_words_that_are_none(value: int, invented: bool) -> None:
    assert figures.is_invented("باغ", f"{value} gardens") is invented
