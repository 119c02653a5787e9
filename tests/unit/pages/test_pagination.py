from __future__ import annotations

import pytest

from goftogu.model import Language
from goftogu.pages import letters
from goftogu.pages.pagination import MOST_ROWS, ListPage, ListRow, bounded, numbered, sheets

INDEX = "en/people/index.html"


def row(key: str, size: int = 1) -> ListRow:
    return ListRow(key, size, lambda here: f"{key} from {here}")


def listed(*keys: str, size: int = 1) -> list[ListPage]:
    return list(sheets(INDEX, letters.lettered(Language.EN, [row(key, size) for key in keys])))


def test_a_short_list_is_one_page_with_a_fragment_for_each_letter() -> None:
    (sheet,) = listed("beta", "alpha", "al-Azar", "۱۲")
    assert sheet.path == INDEX
    assert sheet.shown() == [
        ("a", [f"alpha from {INDEX}", f"al-Azar from {INDEX}"]),
        ("b", [f"beta from {INDEX}"]),
        ("other", [f"۱۲ from {INDEX}"]),
    ]
    assert (sheet.link("a"), sheet.link("z")) == ("#a", "")
    assert sheet.turning() == {"before": "", "after": ""}


def test_a_long_list_has_a_door_and_pages_for_each_letter() -> None:
    found = listed(*(f"a{number:03}" for number in range(150)), "b", size=2)
    assert [sheet.path for sheet in found] == [
        INDEX,
        "en/people/part/a.html",
        "en/people/part/a/2.html",
        "en/people/part/b.html",
    ]
    door, first, second, last = found
    assert door.shown() == [("a", []), ("b", [])]
    assert (door.link("a"), door.link("b")) == ("part/a.html", "part/b.html")
    assert len(first.shown()[0][1]) == MOST_ROWS / 2
    assert (second.current, second.link("b")) == ("a", "../b.html")
    assert first.turning() == {"before": "", "after": "a/2.html"}
    assert second.turning() == {"before": "../a.html", "after": "../b.html"}
    assert last.turning() == {"before": "a/2.html", "after": ""}


def test_an_empty_list_is_a_page() -> None:
    (sheet,) = listed()
    assert (sheet.path, sheet.shown()) == (INDEX, [])


def test_a_row_that_is_longer_than_a_page_has_one_for_itself() -> None:
    rows = [row("a"), row("b", MOST_ROWS + 1), row("c")]
    assert [[item.key for item in part] for part in bounded(rows)] == [["a"], ["b"], ["c"]]


@pytest.mark.parametrize(("count", "lengths"), [(0, [0]), (200, [200]), (201, [200, 1]), (401, [200, 200, 1])])
def test_numbers_divide_what_letters_do_not(count: int, lengths: list[int]) -> None:
    pages = list(numbered("fa/topics/trade.html", range(count)))
    assert [len(page.items) for page in pages] == lengths
    assert pages[-1].turning()["after"] == ""
    assert pages[0].turning() | {"after": ""} == {"page": 1, "pages": len(lengths), "before": "", "after": ""}


def test_numbered_pages_lead_to_each_other() -> None:
    _, second, _ = numbered("fa/topics/trade.html", range(401))
    assert second.path == "fa/topics/trade/2.html"
    assert second.turning() == {"page": 2, "pages": 3, "before": "../trade.html", "after": "3.html"}


def test_letters_without_rows_are_no_links() -> None:
    sheet = next(sheets("fa/a-z/index.html", letters.lettered(Language.FA, [row("ایران"), row("آب"), row("x")])))
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
