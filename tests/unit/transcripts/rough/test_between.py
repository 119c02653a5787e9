"""What stands between turns: how long a line may be to be taken for what it looks like."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import STRONG, Piece, Span
from goftogu.transcripts.rough import between
from goftogu.transcripts.rough.between import BetweenKind

WORD = "باغبانان"


def kind(text: str, *, heading: int = 0) -> BetweenKind | None:
    return between.kind_of(Piece(text, 1, heading=heading), bold_is_heading=False)


def letters(start: str, count: int) -> str:
    """Return a text that begins so and has so many characters."""
    return start.ljust(count, "ب")


@pytest.mark.parametrize(
    ("start", "longest", "found"),
    [
        ("عکس: ", 399, BetweenKind.CAPTION),
        ("بیشتر بخوانید ", 179, BetweenKind.ALSO),
    ],
)
def test_what_a_line_begins_with_tells_what_it_is_unless_it_is_long(
    start: str, longest: int, found: BetweenKind
) -> None:
    assert [kind(letters(start, count)) for count in (longest, longest + 1)] == [found, None]


def test_an_address_alone_is_that_of_a_network_unless_it_is_long() -> None:
    assert [kind("https://".ljust(count, "a")) for count in (89, 90)] == [BetweenKind.HANDLE, None]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (letters(" ".join([WORD] * 9) + " ", 90), True),
        (letters(" ".join([WORD] * 9) + " ", 91), False),
        (" ".join(["باغ"] * 12), True),
        (" ".join(["باغ"] * 13), False),
    ],
)
def test_a_heading_has_at_most_twelve_words_and_ninety_characters(text: str, is_one: bool) -> None:
    assert kind(text, heading=2) is (BetweenKind.HEADING if is_one else None)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (letters(" ".join([WORD] * 4) + " ", 45), True),
        (letters(" ".join([WORD] * 4) + " ", 46), False),
        ("باغ و شهر و رود ما", True),
        ("باغ و شهر و رود ما و", False),
        ("و دیگر هیچ", True),
        ("۱ باغ", False),
    ],
)
def test_a_line_without_any_mark_is_a_heading_up_to_six_words(text: str, is_one: bool) -> None:
    assert between.is_plain_heading(text) is is_one


def test_a_line_that_leads_to_links_is_short() -> None:
    found = [between.begins_links(letters("بیشتر بخوانید ", count - 1) + ":") for count in (89, 90)]
    assert found == [True, False]


def test_a_footnote_is_shorter_than_a_long_paragraph() -> None:
    assert [between.is_footnote(letters("(1) ", count)) for count in (399, 400)] == [True, False]


def test_a_line_above_notes_is_shorter_than_half_a_line() -> None:
    assert [between.begins_notes("پی‌نوشت:".ljust(count)) for count in (44, 45)] == [True, False]


def test_the_data_of_a_session_stand_in_a_short_line() -> None:
    assert [between.is_session_data("۱۴ مرداد ۱۳۸۶".ljust(count)) for count in (89, 90)] == [True, False]


def _bold(text: str) -> Piece:
    return Piece(text, 1, (Span(0, len(text), STRONG),))


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        (Piece("عکس: آرشیو باغ", 1), BetweenKind.CAPTION),
        (Piece("نان گرم", 1, note="caption"), BetweenKind.CAPTION),
        (Piece("@kucheh", 1), BetweenKind.HANDLE),
        (Piece("تلگرام: @kucheh", 1), BetweenKind.HANDLE),
        (Piece("همچنین بخوانید: باغ‌ها", 1), BetweenKind.ALSO),
        (Piece("Advertisement", 1), BetweenKind.SITE),
        (Piece("Read more: gardens", 1), BetweenKind.SITE),
        (Piece("Read on, he said.", 1), None),
        (Piece("جلسه دوم", 1), BetweenKind.SESSION),
        (Piece("نوار ۳، روی الف", 1), BetweenKind.SESSION),
        (Piece("■ آب", 1), BetweenKind.HEADING),
        (Piece("آب", 1, heading=2), BetweenKind.HEADING),
        (Piece("بخش سوم: امروز", 1), BetweenKind.HEADING),
        (Piece("- «بخش سوم»: امروز", 1), BetweenKind.HEADING),
        (_bold("آب و خاک"), BetweenKind.HEADING),
        (_bold("[مکث]"), None),
        (_bold("آب کجاست؟"), None),
        (Piece("آب کم است.", 1), None),
        (Piece("نوار سوم را که گوش کردم دیدم همه چیز عوض شده و دیگر کسی نیست.", 1), None),
        (Piece("***", 1, heading=1), None),
        (Piece("کلمه " * 20, 1, heading=1), None),
    ],
)
def test_what_stands_between_turns(piece: Piece, kind: BetweenKind | None) -> None:
    assert between.kind_of(piece, bold_is_heading=True) is kind


@pytest.mark.parametrize("end", [".", "؟", "?", "!", "…", ":", "؛", "،", "»"])
def test_a_line_with_a_stop_is_no_heading(end: str) -> None:
    assert between.is_plain_heading("سال‌های دور")
    assert not between.is_plain_heading(f"سال‌های دور{end}")
    assert not between.is_plain_heading(f"سال‌های دور{end} ")


def test_small_things_between_turns() -> None:
    assert between.heading(Piece("■ آب و خاک:", 4)) == Piece("آب و خاک", 4)
    assert between.is_plain_heading("سال‌های دور")
    assert not between.is_plain_heading("سال‌های دور.")
    assert between.is_footnote("[۱] کاریز")
    assert not between.is_footnote("۱. کاریز")
    assert between.begins_notes("پی‌نوشت‌ها:")
    assert not between.begins_notes("منابع آب کم است.")
    assert between.is_stage("[قطع ضبط]")
