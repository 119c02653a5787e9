from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Language
from goftogu.pages import heights
from goftogu.pages.letters import Letter, in_order, lettered, view
from goftogu.pages.pagination import ListPage, ListRow, packed


def row(text: str) -> ListRow:
    return ListRow(text, 1, lambda here: f"{text} from {here}")


def names(language: Language, *texts: str) -> list[tuple[str, list[str]]]:
    return [(name, [row.key for row in rows]) for name, rows in lettered(language, map(row, texts))]


def test_persian_rows_are_below_their_letters_in_the_order_of_the_alphabet() -> None:
    assert names(Language.FA, "یاس", "پونه", "آلاله", "بنفشه", "اطلسی", "گل", "ژاله", "123") == [
        ("alef-madde", ["آلاله"]),
        ("alef", ["اطلسی"]),
        ("be", ["بنفشه"]),
        ("pe", ["پونه"]),
        ("zhe", ["ژاله"]),
        ("gaf", ["گل"]),
        ("ye", ["یاس"]),
        ("other", ["123"]),
    ]


def test_english_rows_are_below_letters_whatever_their_accents() -> None:
    assert names(Language.EN, "zinnia", "Élan", "aster", "Aconite", "«x»", "1984") == [
        ("a", ["Aconite", "aster"]),
        ("e", ["Élan"]),
        ("x", ["«x»"]),
        ("z", ["zinnia"]),
        ("other", ["1984"]),
    ]


def test_rows_of_a_letter_are_in_the_order_of_the_language() -> None:
    assert names(Language.FA, "گور", "گت", "گپ") == [("gaf", ["گپ", "گت", "گور"])]
    assert names(Language.EN, "Rue", "The Rose", "Reed") == [("r", ["Reed", "The Rose", "Rue"])]


@pytest.mark.parametrize("language", Language)
@given(texts=st.lists(st.text(st.sampled_from("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیabcxyz 12é")), max_size=12))
def test_every_row_has_one_letter_and_the_order_is_kept(language: Language, texts: list[str]) -> None:
    groups = lettered(language, map(row, texts))
    assert Counter(row.key for _, rows in groups for row in rows) == Counter(texts)
    for _, rows in groups:
        assert [row.key for row in rows] == [row.key for row in in_order(language, rows)]
    assert all(rows for _, rows in groups)
    assert len({name for name, _ in groups}) == len(groups)


def sheet(language: Language, *texts: str) -> ListPage:
    (only,) = packed("en/a-z/index.html", lettered(language, map(row, texts)))
    return only


def test_the_bar_has_all_letters_and_leads_to_those_with_rows() -> None:
    shown = view(Language.EN, sheet(Language.EN, "aster", "zinnia"))
    bar = shown["bar"]
    assert isinstance(bar, tuple)
    assert "".join(letter.text for letter in bar) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert {letter.text: letter.href for letter in bar if letter.href} == {"A": "#a", "Z": "#z"}
    assert not any(letter.current for letter in bar)
    assert shown["groups"] == [
        (Letter("A", "a", "#a", current=False), ["aster from en/a-z/index.html"]),
        (Letter("Z", "z", "#z", current=False), ["zinnia from en/a-z/index.html"]),
    ]
    assert (shown["before"], shown["after"]) == ("", "")


def test_what_begins_with_no_letter_comes_last_and_only_if_it_is_there() -> None:
    bar = view(Language.FA, sheet(Language.FA, "باغ", "1357"))["bar"]
    assert isinstance(bar, tuple)
    assert len(bar) == 34
    assert bar[-1] == Letter("", "other", "#other", current=False)
    assert [letter.text for letter in bar[:4]] == ["آ", "ا", "ب", "پ"]
    assert bar[2] == Letter("ب", "be", "#be", current=False)


def test_the_first_row_of_a_letter_has_the_letter_above_it() -> None:
    groups = lettered(Language.EN, [row("Apple"), row("Ash"), row("Beech")])
    alone = row("Ash").height
    assert [[held.height - alone for held in rows] for _, rows in groups] == [[heights.HEADING, 0], [heights.HEADING]]


def test_on_a_long_list_the_letter_with_which_a_page_begins_is_current() -> None:
    rows = [row(f"{letter}{number}") for letter in "abc" for number in range(25)]
    first, second = packed("en/a-z/index.html", lettered(Language.EN, rows))
    assert [page.path for page in (first, second)] == ["en/a-z/index.html", "en/a-z/part/c.html"]
    shown = view(Language.EN, second)
    bar = shown["bar"]
    assert isinstance(bar, tuple)
    assert [(letter.name, letter.current, letter.href) for letter in bar if letter.href] == [
        ("a", False, "../index.html#a"),
        ("b", False, "../index.html#b"),
        ("c", True, "#c"),
    ]
    assert (shown["before"], shown["after"]) == ("../index.html", "")
