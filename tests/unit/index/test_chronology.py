from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.content.vocabulary import Vocabulary
from goftogu.index import index
from goftogu.persian.dates.calendar import parse
from tests.collecting import collected
from tests.talks import talk

TALK = talk(("سال ۵۷ چه شد؟", ("هیچ.", "از سال ۹۸ و ۲۲ بهمن ۱۳۵۷ نگو.")))


def test_the_dates_of_an_archive_stand_in_their_order() -> None:
    dates = collected(index.build, [TALK], Vocabulary())[0].dates
    assert [(date.said, date.turn, date.number, date.paragraph) for date in dates] == [
        ("سال ۵۷", "t1", 1, "t1.1"),
        ("۲۲ بهمن ۱۳۵۷", "t2", 2, "t2.2"),
        ("سال ۹۸", "t2", 2, "t2.2"),
    ]
    assert dates[0].value == parse("1357")


def test_a_year_said_in_short_does_not_lie_after_the_interview() -> None:
    held = replace(TALK, date=parse("1360-01-01"))
    assert [date.said for date in collected(index.build, [held], Vocabulary())[0].dates] == ["سال ۵۷", "۲۲ بهمن ۱۳۵۷"]


@pytest.mark.parametrize("day", ["1357", "1357-01-02", "1357-12-20"])
def test_a_year_said_in_short_may_be_that_of_the_interview(day: str) -> None:
    held = replace(TALK, date=parse(day))
    assert "سال ۵۷" in [date.said for date in collected(index.build, [held], Vocabulary())[0].dates]


def test_of_dates_that_begin_on_one_day_the_longer_stands_first() -> None:
    told = talk(("سال ۱۳۵۰ بود یا ۱ فروردین ۱۳۵۰؟", "دههٔ پنجاه بود."))
    dates = collected(index.build, [told], Vocabulary())[0].dates
    assert [date.said for date in dates] == ["دههٔ پنجاه", "سال ۱۳۵۰", "۱ فروردین ۱۳۵۰"]
