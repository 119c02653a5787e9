"""Where the interview begins in a rough text, and what above it is a headline."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import labels, opening

NOTE = "متن کامل این گفت‌وگو در پی می‌آید:"
ASKED, TOLD = "کجا به دنیا آمدید؟", "در شیراز به دنیا آمدم و همان‌جا بزرگ شدم."


def begins(*lines: str) -> int | None:
    """Return the index at which the interview begins in lines with blank lines between."""
    pieces = [Piece(line, 2 * number) for number, line in enumerate(lines, 1)]
    held = labels.find(pieces, ())
    return opening.first_turn([(piece, held.find(piece)) for piece in pieces], rough_head.RoughHead())


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["باغ و شهر", "درآمدی کوتاه دربارهٔ باغ.", ASKED, TOLD, "چه سالی؟", TOLD], 2),
        (["باغ و شهر", NOTE, ASKED, TOLD, "چه سالی؟", TOLD], 2),
        ([ASKED, TOLD, "چه سالی؟", TOLD], 0),
        (["باغ و شهر", "مجری: کجا به دنیا آمدید؟", "سرو: در شیراز.", "مجری: چه سالی؟", "سرو: ۱۳۲۰."], 1),
        (["باغ و شهر", "راد: سلام به همه.", "نیک: کجا به دنیا آمدید؟", "راد: در شیراز.", "نیک: چه سالی؟"], 1),
        (["باغ و شهر", "هیچ پرسشی در این متن نیست.", "پایان."], None),
    ],
)
def test_an_interview_begins_at_a_label_or_a_question(lines: list[str], first: int | None) -> None:
    assert begins(*lines) == first


@pytest.mark.parametrize(("above", "first"), [(2, 4), (3, 5), (4, 4), (5, 5)])
def test_a_headline_with_the_name_of_the_guest_stands_at_the_top(above: int, first: int) -> None:
    lines = ["سرو: باغ هنوز زنده است", "او در باغ خود از سال‌های دور گفت."]
    turns = ["مجری: کجا به دنیا آمدید؟", "سرو: در شیراز.", "مجری: چه سالی؟", "سرو: ۱۳۲۰."]
    assert begins(*["این درآمدی کوتاه دربارهٔ باغ است."] * above, *lines, *turns) == first


def test_a_question_right_above_the_line_that_leads_to_the_interview_is_no_turn() -> None:
    lines = ["باغ و شهر", "درآمدی کوتاه دربارهٔ باغ.", "آیا باغ می‌ماند؟", NOTE, ASKED, TOLD, "چه سالی؟", TOLD]
    assert begins(*lines) == 4


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("گفت‌وگو با باغبان پیری که پنجاه سال در این باغ کار کرده و از آن نان خورده است و هنوز آنجاست", True),
        ("این مصاحبه در خانهٔ او و در یک بعدازظهر پاییزی انجام شد و چند ساعت به درازا کشید و ما گوش دادیم", True),
        ("گفت‌وگو با باغبان", False),
        ("باغ بزرگی بود با درختانی که هیچ‌کس نامشان را نمی‌دانست و رودی که از میان آن می‌گذشت و آرام بود", False),
    ],
)
def test_what_speaks_about_the_interview_introduces_it(text: str, is_one: bool) -> None:
    assert opening.introduces(text) is is_one


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("مجری", True),
        ("پرسش", True),
        ("س", True),
        (" ج ", True),
        ("ک", True),
        ("کس", False),
        ("نیما", False),
        ("نیما راد", False),
    ],
)
def test_a_role_or_a_letter_names_nobody(label: str, is_one: bool) -> None:
    assert opening.names_role_only(label) is is_one


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        ("گفت‌وگوی اختصاصی", "باغی که در شهر ماند", True),
        ("مصاحبه", "باغ", True),
        ("هنر / نقاشی شهر", "باغی که در شهر ماند", True),
        ("باغ ما", "باغی که در شهر ماند", True),
        ("باغ ما", "باغی در شهر", False),
        ("باغ و شهر", "باغی در شهر", False),
        ("باغ و شهر", "باغی در شهر ما", True),
        ("باغ و شهر ما", "باغی که در شهر ماند", False),
        ("باغی که در شهر ماند", "و دیگر هیچ نبود", False),
    ],
)
def test_a_short_line_leads_to_the_headline_below_it(first: str, second: str, is_one: bool) -> None:
    assert opening.is_overline(Piece(first, 1), Piece(second, 2)) is is_one


def test_a_line_that_leads_far_below_the_first_question_is_none() -> None:
    answers = [TOLD, "چه سالی؟", TOLD, "چرا رفتید؟", TOLD, "کی برگشتید؟", TOLD]
    assert begins("باغ و شهر", ASKED, *answers, NOTE, "و بعد؟", TOLD) == 1


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("By Sara Writer", True),
        ("BY S. K. O’Neill", True),
        ("By Staff Writer and Agencies", True),
        ("الهام دشتی - روزنامه سپیدرود", True),
        ("By the river we sat down.", False),
        ("By then it was late", False),
        ("Sara Writer", False),
        ("کنار رود نشستیم", False),
    ],
)
def test_a_line_at_the_top_names_who_wrote(line: str, is_one: bool) -> None:
    assert opening.is_byline(line) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(60, False), (61, True)])
def test_what_introduces_an_interview_is_longer_than_a_headline(length: int, is_one: bool) -> None:
    assert opening.introduces("گفت‌وگو با باغبان ".ljust(length, "آ")) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(110, True), (111, False)])
def test_a_headline_that_asks_has_at_most_a_hundred_and_ten_characters(length: int, is_one: bool) -> None:
    piece = Piece("آیا باغ ".ljust(length - 1, "آ") + "؟", 1)
    assert opening.is_headline([piece], rough_head.RoughHead()) is is_one
