from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.enclosed import Cover, brackets, quotes

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda pair: (pair[0], pair[0] + pair[1])))


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_a_cover_holds_what_lies_in_one_of_its_stretches(spans: list[tuple[int, int]], start: int, end: int) -> None:
    assert Cover(spans).holds(start, end) is any(first < start and last >= end for first, last in spans)


def held(cover: Cover, text: str, word: str) -> bool:
    start = text.index(word)
    return cover.holds(start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("گفت «بله. نه.» و رفت", "بله. نه."),
        ("گفت «بله. «نه.» شاید.» و", "شاید."),
        ("گفت «بله. «نه.» شاید.» و", "نه."),
        ("He said “Yes. No.” and", "Yes. No."),
        ('گفت "بله. نه." و رفت', "بله. نه."),
        ("«پیش» و «پس. از»", "پس."),
    ],
)
def test_what_is_quoted_is_held(text: str, word: str) -> None:
    assert held(quotes(text), text, word)
    assert not held(brackets(text), text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("رفت (دیر. خیلی دیر.) و", "دیر. خیلی"),
        ("رفت [نگاه کنید. ص ۲.] و", "ص ۲."),
        ("a (b [c. d] e. f) g", "c. d"),
        ("a (b [c. d] e. f) g", "e."),
        ("در www.example.org آمد", "example."),
        ("در https://example.org/a.b?c!d آمد", "a.b?"),
    ],
)
def test_what_is_bracketed_or_an_address_is_held(text: str, word: str) -> None:
    assert held(brackets(text), text, word)
    assert not held(quotes(text), text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("گفت «بله. نه و رفت", "نه"),
        ("گفت بله. نه» و رفت", "بله"),
        ("گفت «بله.» نه. «شاید»", "نه"),
        ('گفت "بله.\nنه." و رفت', "بله"),
        ("گفت ”بله. نه“ و", "بله"),
        ("«" + "الف " * 60 + "نه»", "نه"),
        ("رفت )دیر( و", "دیر"),
        ("رفت (دیر] و", "دیر"),
        ("example.org آمد", "org"),
    ],
)
def test_what_is_not_closed_or_too_long_is_not(text: str, word: str) -> None:
    assert not held(quotes(text), text, word)
    assert not held(brackets(text), text, word)


@pytest.mark.parametrize(("opening", "closing", "longest"), [("«", "»", 239), ("“", "”", 239), ('"', '"', 240)])
@pytest.mark.parametrize("before", [0, 300])
def test_the_longest_quote_is_held_and_one_more_letter_is_too_much(
    before: int, opening: str, closing: str, longest: int
) -> None:
    for length, is_held in ((longest, True), (longest + 1, False)):
        quote = f"{' ' * before}{opening}{'ا' * length}{closing}"
        assert quotes(quote).holds(before + 1, before + 1 + length) is is_held


@pytest.mark.parametrize("quote", ["«بله»", "“Yes”", '"بله"'])
def test_the_marks_of_a_quote_are_not_inside_of_it(quote: str) -> None:
    assert quotes(quote).holds(1, len(quote) - 1)
    assert not quotes(quote).holds(1, len(quote))
    assert not quotes(quote).holds(0, len(quote) - 1)


def test_the_stop_after_an_address_is_none_of_it() -> None:
    text = "در https://example.org/a. و"
    assert not brackets(text).holds(text.index("."), text.index(" و"))
    assert held(brackets(text), text, "example.org/a")
