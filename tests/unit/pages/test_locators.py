from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition.edition import Edition, Link
from goftogu.model import Language
from goftogu.pages.locators import LocatorLine, LocatorMark, Locators, Run, height
from tests import sample_site

ARCHIVE = sample_site.archive(sample_site.interview(), sample_site.interview("hill"))
EN = Edition(ARCHIVE.listing, Language.EN)
HERE = "en/topics/sea.html"


def marks(*places: tuple[str, int]) -> list[LocatorMark]:
    return [LocatorMark(name, f"t{number}", number, about=False, exchange="") for name, number in places]


def numbers(line: LocatorLine) -> list[list[int]]:
    return [[locator.number for locator in run.locators] for run in line.runs]


def test_locators_are_links_to_turns_interview_by_interview() -> None:
    line = Locators(EN, HERE, titles=True).line(marks(("sea", 1), ("sea", 4), ("hill", 2)))
    assert numbers(line) == [[1, 4], [2]]
    assert [[locator.href for locator in run.locators] for run in line.runs] == [
        ["../sea.html#t1", "../sea.html#t4"],
        ["../hill.html#t2"],
    ]
    assert line.runs[0].title == Link("../sea.html", EN.words("The President and the Sea"))
    assert (line.label, line.rest, line.more) == (None, 0, "")


def test_several_places_in_a_turn_count_once_and_the_strongest_counts() -> None:
    (weak,) = marks(("sea", 1))
    strong = weak._replace(about=True)
    for given in ([weak, strong], [strong, weak], [strong, strong]):
        (run,) = Locators(EN, HERE, titles=True).line(given).runs
        assert [(locator.number, locator.about) for locator in run.locators] == [(1, True)]
    (run,) = Locators(EN, HERE, titles=True).line([weak, weak]).runs
    assert [locator.about for locator in run.locators] == [False]


@pytest.mark.parametrize(
    ("count", "most", "shown", "rest"), [(3, 3, 3, 0), (4, 3, 4, 0), (5, 3, 3, 2), (2, 1, 2, 0), (3, 1, 1, 2)]
)
def test_the_last_one_is_shown_rather_than_counted(count: int, most: int, shown: int, rest: int) -> None:
    line = Locators(EN, HERE, titles=True).line(marks(*(("sea", number) for number in range(1, count + 1))), most=most)
    assert (numbers(line), line.rest) == ([list(range(1, shown + 1))], rest)


@pytest.mark.parametrize(
    ("page", "line", "has_title"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_titles_are_shown_where_page_and_line_have_them(page: bool, line: bool, has_title: bool) -> None:
    (run,) = Locators(EN, HERE, titles=page).line(marks(("sea", 1)), titles=line).runs
    assert (run.title is not None) is has_title


def test_an_interview_that_comes_again_has_a_run_again() -> None:
    line = Locators(EN, HERE, titles=True).line(marks(("sea", 1), ("hill", 1), ("sea", 2)))
    assert numbers(line) == [[1], [1], [2]]


def test_a_narrower_heading_has_the_rest_on_its_own_page() -> None:
    line = Locators(EN, "en/a-z/index.html", titles=True).narrower(
        "sea", marks(*(("sea", number) for number in range(1, 5))), 2
    )
    assert line.label == Link("../topics/sea.html", EN.words("The sea"))
    assert (numbers(line), line.rest, line.more) == ([[1, 2]], 2, "../topics/sea.html")


def test_long_titles_are_cut_and_long_lists_of_titles_too() -> None:
    locators = Locators(Edition(ARCHIVE.listing, Language.FA), "fa/people/sarv.html", titles=True)
    assert [link.href for link in locators.titles(["sea", "hill", "sea"], 2)] == ["../sea.html", "../hill.html"]
    assert locators.title("sea") is locators.title("sea")
    assert locators.title("sea").text == "رئیس جمهور و دریا"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("و " * 21 + "دو", "و " * 21 + "دو"),  # 44 characters
        ("و " * 22 + "و", "و " * 21 + "و…"),
    ],
)
def test_a_title_of_44_characters_is_shown_whole(title: str, shown: str) -> None:
    held = sample_site.interview()
    archive = sample_site.archive(replace(held, title=replace(held.title, record=title, reading=title)))
    locators = Locators(Edition(archive.listing, Language.FA), "fa/people/sarv.html", titles=True)
    assert locators.title("sea").text == shown


def test_nothing_is_no_line_of_locators() -> None:
    assert Locators(EN, HERE, titles=True).line([]) == LocatorLine(None, ())
    assert Run(None, ()) == Run(title=None, locators=())


def test_the_height_is_that_of_the_interviews_shown() -> None:
    given = marks(("sea", 1), ("sea", 2), ("hill", 1))
    assert (height(given), height(given, 1), height([])) == (2, 1, 0)
