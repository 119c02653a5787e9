from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Language
from goftogu.pages import heights, letters
from goftogu.pages.pagination import (
    MOST_BYTES,
    MOST_HEIGHT,
    MOST_ROWS,
    ListPage,
    ListRow,
    PageSpace,
    numbered,
    packed,
    sheets,
)

INDEX = "en/people/index.html"
HALF = MOST_HEIGHT // 2
ROW = PageSpace(1)


def row(key: str, height: int = 1) -> ListRow:
    return ListRow(key, height, lambda here: f"{key} from {here}")


def listed(*keys: str, height: int = 1) -> list[ListPage]:
    return list(packed(INDEX, letters.lettered(Language.EN, [row(key, height) for key in keys])))


def decades(**counts: int) -> list[ListPage]:
    return list(sheets(INDEX, [(name, [row(name)] * count) for name, count in counts.items()]))


def keys(page: ListPage) -> list[tuple[str, list[str]]]:
    return [(name, [item.key for item in rows]) for name, rows in page.groups]


def test_a_short_list_is_one_page_with_a_fragment_for_each_letter() -> None:
    (sheet,) = listed("beta", "alpha", "al-Azar", "۱۲")
    assert sheet.path == INDEX
    assert sheet.shown() == [
        ("a", [f"alpha from {INDEX}", f"al-Azar from {INDEX}"]),
        ("b", [f"beta from {INDEX}"]),
        ("other", [f"۱۲ from {INDEX}"]),
    ]
    assert (sheet.link("a"), sheet.link("z"), sheet.current) == ("#a", "", "")
    assert sheet.turning() == {"before": "", "after": ""}


def test_a_long_list_goes_on_from_letter_to_letter() -> None:
    many = [f"a{number:03}" for number in range(MOST_ROWS + 1)]
    found = listed(*many, "b", *(f"c{number:03}" for number in range(MOST_ROWS)))
    assert [sheet.path for sheet in found] == [INDEX, "en/people/part/a/2.html", "en/people/part/c/2.html"]
    first, second, last = found
    assert keys(first) == [("a", many[:-1])]
    assert [(name, len(rows)) for name, rows in second.groups] == [("a", 1), ("b", 1), ("c", MOST_ROWS - 2)]
    assert [(name, len(rows)) for name, rows in last.groups] == [("c", 2)]
    assert (first.current, second.current, last.current) == ("a", "a", "c")
    assert (first.link("a"), first.link("b"), first.link("c")) == ("#a", "part/a/2.html#b", "part/a/2.html#c")
    assert (last.link("a"), last.link("b")) == ("../../index.html#a", "../a/2.html#b")
    assert first.turning() == {"before": "", "after": "part/a/2.html"}
    assert last.turning() == {"before": "../a/2.html", "after": ""}


def test_a_page_that_begins_with_a_letter_is_named_after_it() -> None:
    found = listed(*(f"a{number:03}" for number in range(MOST_ROWS)), "b")
    assert [sheet.path for sheet in found] == [INDEX, "en/people/part/b.html"]


def test_an_empty_list_is_a_page() -> None:
    (sheet,) = listed()
    assert (sheet.path, sheet.shown(), sheet.current) == (INDEX, [], "")


def test_what_is_above_the_rows_takes_room_on_the_first_page_alone() -> None:
    groups = [("a", [row(f"a{number}", HALF) for number in range(4)])]
    assert [len(page.groups[0][1]) for page in packed(INDEX, groups)] == [2, 2]
    assert [len(page.groups[0][1]) for page in packed(INDEX, groups, PageSpace(HALF, rows=0))] == [1, 2, 1]


def test_a_row_that_is_higher_than_a_page_has_one_for_itself() -> None:
    rows = [row("a"), row("b", MOST_HEIGHT + 1), row("c")]
    assert [keys(page) for page in packed(INDEX, [("x", rows)])] == [[("x", ["a"])], [("x", ["b"])], [("x", ["c"])]]


def test_the_letter_above_its_first_row_takes_room() -> None:
    (_, (first, second)), (_, (third,)) = letters.lettered(Language.EN, [row("a", 7), row("a2", 7), row("b", 7)])
    assert [item.height for item in (first, second, third)] == [7 + heights.HEADING, 7, 7 + heights.HEADING]


def test_groups_that_stay_apart_have_pages_of_their_own() -> None:
    (only,) = decades(d1390=1, d1380=2)
    assert [len(rows) for _, rows in only.groups] == [1, 2]
    assert (only.link("d1380"), dict(only.counts)) == ("#d1380", {"d1390": 1, "d1380": 2})
    door, first, second, last = decades(d1390=MOST_ROWS + 2, d1380=2)
    assert door.shown() == [("d1390", []), ("d1380", [])]
    assert (door.link("d1390"), door.link("d1380"), door.link("d1370")) == ("part/d1390.html", "part/d1380.html", "")
    assert (first.current, second.current, last.current) == ("d1390", "d1390", "d1380")
    assert [len(page.groups[0][1]) for page in (first, second, last)] == [MOST_ROWS, 2, 2]
    assert {page.counts["d1390"] for page in (door, first, second, last)} == {MOST_ROWS + 2}
    assert first.turning() == {"before": "", "after": "d1390/2.html"}
    assert second.turning() == {"before": "../d1390.html", "after": "../d1380.html"}


def test_a_list_of_few_high_rows_is_long() -> None:
    assert len(list(sheets(INDEX, [("a", [row("1", HALF), row("2", HALF)])]))) == 1
    assert len(list(sheets(INDEX, [("a", [row("1", HALF), row("2", HALF), row("3")])]))) == 3


@pytest.mark.parametrize(("count", "lengths"), [(0, [0]), (50, [50]), (51, [50, 1]), (101, [50, 50, 1])])
def test_numbers_divide_what_letters_do_not(count: int, lengths: list[int]) -> None:
    pages = list(numbered("fa/topics/trade.html", range(count), [ROW] * count))
    assert [len(page.items) for page in pages] == lengths
    assert pages[-1].turning()["after"] == ""
    assert {key: pages[0].turning()[key] for key in ("page", "pages", "before")} == {
        "page": 1,
        "pages": len(lengths),
        "before": "",
    }


def test_numbered_pages_lead_to_each_other() -> None:
    _, second, _ = numbered("fa/topics/trade.html", range(101), [ROW] * 101)
    assert second.path == "fa/topics/trade/2.html"
    assert second.turning() == {"page": 2, "pages": 3, "before": "../trade.html", "after": "3.html", "jumps": []}


@pytest.mark.parametrize(
    ("number", "jumps"),
    [(1, [11, 30]), (2, [12, 30]), (10, [1, 20, 30]), (12, [1, 2, 22, 30]), (29, [1, 19]), (30, [1, 20])],
)
def test_many_pages_can_be_jumped_over(number: int, jumps: list[int]) -> None:
    pages = list(numbered("fa/topics/trade.html", range(30), [PageSpace(MOST_HEIGHT)] * 30))
    found = pages[number - 1].turning()["jumps"]
    assert isinstance(found, list)
    assert [page for page, _ in found] == jumps
    assert found[0][1] in {"../trade.html", "11.html", "trade/11.html", "12.html"}


@pytest.mark.parametrize(
    ("extents", "pages"),
    [
        ([PageSpace(3_000), PageSpace(500)], 1),
        ([PageSpace(3_000), PageSpace(501)], 2),
        ([PageSpace(size=40_000), PageSpace(size=6_000)], 1),
        ([PageSpace(size=40_000), PageSpace(size=6_001)], 2),
        ([PageSpace(rows=30), PageSpace(rows=20)], 1),
        ([PageSpace(rows=30), PageSpace(rows=21)], 2),
    ],
)
def test_a_page_is_at_most_six_screens_high_and_46_kilobytes_and_50_rows_long(
    extents: list[PageSpace], pages: int
) -> None:
    assert len(list(numbered("a.html", range(2), extents))) == pages


@pytest.mark.parametrize(("heights_", "pages"), [([3_000, 500], 1), ([3_000, 501], 3), ([1] * 50, 1), ([1] * 51, 3)])
def test_a_list_is_one_page_as_far_as_it_fits(heights_: list[int], pages: int) -> None:
    assert len(list(sheets(INDEX, [("a", [row("1", height) for height in heights_])]))) == pages


@pytest.mark.parametrize(
    "extent", [PageSpace(MOST_HEIGHT // 2 + 1), PageSpace(size=MOST_BYTES // 2 + 1), PageSpace(rows=MOST_ROWS // 2 + 1)]
)
def test_each_bound_divides_a_list_by_itself(extent: PageSpace) -> None:
    assert [page.items for page in numbered("a.html", "xyz", [extent] * 3)] == ["x", "y", "z"]


@given(st.lists(st.builds(PageSpace, st.integers(0, 2000), st.integers(0, 30_000), st.integers(0, 20)), max_size=40))
def test_pages_have_everything_once_and_are_as_full_as_they_can_be(extents: list[PageSpace]) -> None:
    pages = list(numbered("a.html", range(len(extents)), extents))
    assert [item for page in pages for item in page.items] == list(range(len(extents)))

    def taken(items: range) -> PageSpace:
        whole = PageSpace(rows=0)
        for item in items:
            whole = whole.beside(extents[item])
        return whole

    for page in pages:
        assert len(page.items) < 2 or taken(range(page.items[0], page.items[-1] + 1)).fits
    for one, other in pairwise(pages):
        assert not taken(range(one.items[0], other.items[0] + 1)).fits


def test_letters_without_rows_are_no_links() -> None:
    sheet = next(packed("fa/a-z/index.html", letters.lettered(Language.FA, [row("ایران"), row("آب"), row("x")])))
    shown = letters.view(Language.FA, sheet)
    bar = shown["bar"]
    assert isinstance(bar, tuple)
    assert len(bar) == 34
    assert [(letter.text, letter.href) for letter in bar if letter.href] == [
        ("آ", "#alef-madde"),
        ("ا", "#alef"),
        ("", "#other"),
    ]
    assert [letter.name for letter, _ in shown["groups"]] == ["alef-madde", "alef", "other"]  # type: ignore[attr-defined]
