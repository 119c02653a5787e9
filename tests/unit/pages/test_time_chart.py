"""The timeline: bars where the dates are, decades of the calendar of the language, in its direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.edition import Edition
from goftogu.index.chronology import DateMention
from goftogu.model import Language
from goftogu.pages.time_chart import TimeBar, TimeChart, TimeTick, time_chart
from goftogu.persian.dates import calendar
from tests import sample_site
from tests.archives import Archive


def archive(dates: Sequence[str]) -> Archive:
    """Return an archive that speaks of some dates, of some more than once."""
    mentions = tuple(
        DateMention(calendar.parse(date), "sea", "x-t1", "t2", "t2.1", 0, 4, 2, f"سال {date}") for date in dates
    )
    return replace(sample_site.archive(), findings={"sea": sample_site.findings("sea")._replace(dates=mentions)})


def chart(dates: Sequence[str], language: Language = Language.FA) -> TimeChart:
    made = time_chart(Edition(archive(dates).listing, language))
    assert made is not None
    return made


def page(held: Archive, language: str) -> str:
    path = f"{language}/chronology/index.html"
    return held.rendered(whole=False, wanted=path.__eq__)[path]


def test_fewer_than_three_dates_are_no_line() -> None:
    assert time_chart(Edition(archive(["1357", "1357", "1357", "1360"]).listing, Language.FA)) is None
    assert "<svg" not in page(archive(["1357"]), "fa")


def test_persian_time_runs_from_right_to_left_in_jalali_decades() -> None:
    found = chart(["1342", "1357", "1367"])
    assert [(tick.year, tick.x, tick.named) for tick in found.ticks] == [
        (1340, 100.0, True),
        (1350, pytest.approx(66.67, abs=0.05), True),
        (1360, pytest.approx(33.33, abs=0.05), True),
        (1370, 0.0, False),
    ]
    later, middle, earlier = found.bars
    assert later.x < middle.x < earlier.x
    assert earlier.x + earlier.width == pytest.approx(100 - 100 * 2 / 30, abs=0.05)


def test_english_time_runs_from_left_to_right_in_gregorian_decades() -> None:
    found = chart(["1342", "1357", "1367"], Language.EN)
    assert [tick.year for tick in found.ticks] == [1960, 1970, 1980, 1990]
    assert found.ticks[0].x == 0.0
    assert [bar.x for bar in found.bars] == sorted(bar.x for bar in found.bars)
    assert found.bars[1].x == pytest.approx(100 * (1978.22 - 1960) / 30, abs=0.1)


def test_a_date_is_as_long_as_it_is_and_as_high_as_it_is_mentioned() -> None:
    found = chart(["1357-11-22", "1357-11-22", "1357-11-22", "1357-11-22", "1360", "1350/1359"])
    broad, year, day = found.bars[0], *sorted(found.bars[1:], key=lambda bar: -bar.width)
    assert (broad.broad, year.broad, day.broad) == (True, False, False)
    assert broad.width == pytest.approx(50, abs=0.1)
    assert (day.height, year.height, broad.height) == (100, 25, 25)
    assert all(bar.y + bar.height == 100 for bar in found.bars)
    assert day.width < year.width < 6


def test_bars_and_decades_have_their_places_to_a_hundredth() -> None:
    assert chart(["1963-06-05"] * 3 + ["1978", "1985/1986"], Language.EN) == TimeChart(
        (
            TimeBar(83.34, 66.7, 6.66, 33.3, broad=True),
            TimeBar(11.42, 0, 0.01, 100, broad=False),  # the 1252nd of 10,958 days
            TimeBar(60, 66.7, 3.33, 33.3, broad=False),
        ),
        (
            TimeTick(0, 1960, named=True),
            TimeTick(33.34, 1970, named=True),
            TimeTick(66.66, 1980, named=True),
            TimeTick(100, 1990, named=False),
        ),
    )


@pytest.mark.parametrize(("date", "broad"), [("1402", False), ("1403", False), ("1403-01-01/1404-01-01", True)])
def test_only_what_is_longer_than_a_leap_year_is_broad(date: str, broad: bool) -> None:
    assert [bar.broad for bar in chart([date, "1410-01-01", "1410-01-02"]).bars if bar.width > 1] == [broad]


@pytest.mark.parametrize(("dates", "bars"), [(199, 199), (200, 200), (201, 200)])
def test_a_timeline_has_at_most_200_dates_those_that_are_mentioned_most(dates: int, bars: int) -> None:
    found = chart([str(1200 + number) for number in range(dates - 1)] + ["1401", "1401"])
    assert len(found.bars) == bars
    assert sum(bar.height == 100 for bar in found.bars) == 1


def test_the_rarest_date_can_still_be_seen() -> None:
    found = chart(["1357"] * 90 + ["1340", "1367"])
    assert min(bar.height for bar in found.bars) == 6


def test_a_long_time_names_some_decades_only() -> None:
    found = chart([f"{year}" for year in range(1250, 1400, 10)])
    named = [tick.year for tick in found.ticks if tick.named]
    assert named[:3] == [1250, 1280, 1310]
    assert len(named) <= 6


@pytest.mark.parametrize(
    ("last", "named"),
    [
        ("1255", [1200, 1210, 1220, 1230, 1240, 1250]),  # to 1260: six decades
        ("1265", [1200, 1220, 1240, 1260]),
        ("1315", [1200, 1220, 1240, 1260, 1280, 1300]),  # to 1320: twelve
        ("1325", [1200, 1230, 1260, 1290]),
        ("1595", [1200, 1270, 1340, 1410, 1480, 1550]),  # an eighth of the picture is room for a name
    ],
)
def test_at_most_six_decades_are_named(last: str, named: list[int]) -> None:
    assert [tick.year for tick in chart(["1200", "1201", last]).ticks if tick.named] == named


@given(st.lists(st.integers(1200, 1450), min_size=3, max_size=20, unique=True), st.sampled_from(Language))
def test_every_bar_is_within_the_picture(years: list[int], language: Language) -> None:
    found = chart([str(year) for year in years], language)
    for bar in found.bars:
        assert bar.x >= -0.01
        assert bar.x + bar.width <= 100.01
        assert 0 <= bar.y <= 100
    assert len(found.bars) == len(years)


def test_the_style_of_the_drawing_is_in_the_head_of_its_page() -> None:
    for dates, expected in ((["1342", "1357", "1367"], ["site", "drawn"]), (["1357"], ["site"])):
        head, _, rest = page(archive(dates), "fa").partition("</head>")
        assert re.findall(r'rel="stylesheet" href="../../static/(\w+)\.css"', head) == expected
        assert "stylesheet" not in rest


def test_the_page_draws_it_above_the_list_that_says_the_same() -> None:
    held = archive(["1342", "1357", "1357", "1367"])
    for language, year in (("fa", "۱۳۵۰"), ("en", "1970")):
        found = page(held, language)
        picture, _, rest = found.partition('class="drawn line"')[2].partition("<figcaption>")
        assert 'aria-hidden="true"' in picture
        assert picture.count("<rect") == 3
        assert f">{year}</text>" in picture
        assert ('text-anchor="end"' in picture) == (language == "fa")
        assert "<a " not in picture
        assert len(re.findall(r"<li><p class=\"heading\">", rest)) == 3
