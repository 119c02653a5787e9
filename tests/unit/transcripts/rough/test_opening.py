"""Where the interview begins in a rough text, and what above it is a headline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.transcripts.formats import emphasis, plain
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import labels, opening

NOTE = "متن کامل این گفت‌وگو در پی می‌آید:"
ASKED, TOLD = "کجا به دنیا آمدید؟", "در شیراز به دنیا آمدم و همان‌جا بزرگ شدم."


def first_turn(pieces: list[Piece], *notes: Piece) -> int | None:
    held = labels.find(pieces, ())
    return opening.first_turn([(piece, held.find(piece)) for piece in pieces], rough_head.RoughHead(notes=list(notes)))


def begins(*lines: str) -> int | None:
    """Return the index at which the interview begins in lines with blank lines between; ``**…**`` is bold."""
    return first_turn(
        [
            replace(emphasis.read(line.removeprefix("# "), 2 * number), heading=int(line.startswith("# ")))
            for number, line in enumerate(lines, 1)
        ]
    )


def begins_in_blocks(text: str) -> int | None:
    """Return the index at which the interview begins in a text as it is typed."""
    return first_turn(plain.document(text, "a.txt").pieces)


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


@pytest.mark.parametrize(("above", "first"), [(12, 15), (13, 14)])
def test_the_line_that_leads_to_the_interview_is_one_of_the_first_fifteen(above: int, first: int) -> None:
    intro = ["این درآمدی کوتاه دربارهٔ باغ است."] * above
    assert begins("باغ و شهر", *intro, "آیا باغ می‌ماند؟", NOTE, ASKED, TOLD, "چه سالی؟", TOLD) == first


@pytest.mark.parametrize(("length", "first"), [(120, 0), (121, 1)])
def test_a_paragraph_above_the_marked_questions_that_asks_is_an_introduction_when_it_is_long(
    length: int, first: int
) -> None:
    above = "از باغ و شهر و آب و نان ".ljust(length - 1, "آ") + "؟"
    assert begins(above, f"* {ASKED}", TOLD, "* چه سالی؟", TOLD, "* و بعد؟", TOLD) == first


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["**باغ و شهر**", "درآمدی کوتاه.", f"**{ASKED}**", TOLD, "**چه سالی؟**", TOLD], 2),
        (["**باغ و شهر**", f"**{ASKED}**", TOLD, "**چه سالی؟**", TOLD], 1),
        (["**از باغ و شهر بگویید**", TOLD, f"**{ASKED}**", TOLD, "**چه سالی؟**", TOLD], 0),
        (["باغ و شهر", "**از باغ**", TOLD, f"**{ASKED}**", TOLD, "**چه سالی؟**", TOLD], 1),
        (["* از باغ.", "آن را که نمی‌شناسد؟", f"* {ASKED}", TOLD, "* چه سالی؟", TOLD, "* و بعد؟", TOLD], 0),
        (["از باغ بگویید.", TOLD, ASKED, TOLD], 0),
    ],
)
def test_what_is_marked_as_the_questions_are_may_be_the_headline(lines: list[str], first: int) -> None:
    assert begins(*lines) == first


ABOUT = "گفت‌وگو با باغبان پیری که پنجاه سال در این باغ کار کرده و از آن نان خورده است."


@pytest.mark.parametrize(("length", "first"), [(110, 2), (111, 0)])
def test_a_question_above_the_introduction_is_the_headline_when_it_is_short(length: int, first: int) -> None:
    headline = "آیا باغ و شهر ".ljust(length - 1, "آ") + "؟"
    assert begins(headline, ABOUT, ASKED, TOLD, "چه سالی؟", TOLD) == first


@pytest.mark.parametrize(("line", "first"), [(3, 2), (5, 0)])
def test_a_question_is_the_headline_when_a_date_follows_it(line: int, first: int) -> None:
    texts = ["آیا باغ می‌ماند؟", TOLD, ASKED, TOLD, "چه سالی؟", TOLD]
    pieces = [Piece(text, 2 * number) for number, text in enumerate(texts, 1)]
    assert first_turn(pieces, Piece("۲۳ خرداد ۱۳۹۴", line)) == first


BELOW, APART = f"{ASKED}\n{TOLD}\n\n", f"{ASKED}\n\n{TOLD}\n\n"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"آیا باغ می‌ماند؟\n\n{TOLD}\n\n{BELOW}", 0),
        (f"آیا باغ می‌ماند؟\n\n{TOLD}\n\n{BELOW}{BELOW}", 2),
        (f"آیا باغ می‌ماند؟\n{TOLD}\n\n{BELOW}{BELOW}", 0),
        (f"آیا باغ می‌ماند؟\n\n{TOLD}\n\n{BELOW}{APART}", 0),
        (f"آیا باغ می‌ماند؟\n\n{TOLD}\n\n{BELOW}{BELOW}{APART}", 2),
    ],
)
def test_a_question_apart_from_its_answer_is_the_headline_where_most_answers_stand_right_below(
    text: str, first: int
) -> None:
    assert begins_in_blocks(text) == first


def test_a_line_that_leads_to_the_interview_is_no_headline() -> None:
    assert not opening.is_headline([Piece("مشروح این گفت‌وگو را می‌خوانید", 1, heading=1)], rough_head.RoughHead())


TURNS = ["مجری: کجا به دنیا آمدید؟", "سرو: در شیراز.", "مجری: چه سالی؟", "سرو: ۱۳۲۰."]
NAMES = ["راد: سلام به همه.", "نیک: کجا به دنیا آمدید؟", "راد: در شیراز.", "نیک: چه سالی؟"]


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["مجری: از باغ و از رود", "او از باغ گفت.", *TURNS], 0),
        (["سرو: باغ هنوز زنده است.", "او از باغ گفت.", *TURNS], 0),
        (["سرو: باغ هنوز زنده است", *TURNS], 1),
        (["سرو: باغ هنوز زنده است", *TURNS[:3]], 0),
        (["سرو: باغ هنوز زنده است", "سرو: و رود؟", *TURNS], 0),
        (["سرو: باغ هنوز زنده است", "مجری: از رود.", *TURNS], 0),
        (["سرو: باغ زنده", *TURNS], 0),
        (["سرو: باغ ما زنده", *TURNS], 1),
    ],
)
def test_what_the_guest_seems_to_say_first_is_the_headline(lines: list[str], first: int) -> None:
    assert begins(*lines) == first


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["باغ و شهر", "درآمدی کوتاه.", "آیا باغ می‌ماند؟", *TURNS], 3),
        (["باغ و شهر", "درآمدی کوتاه.", "آیا باغ می‌ماند؟", *NAMES], 2),
        (["آیا باغ می‌ماند؟", *NAMES], 0),
        (["# آیا باغ می‌ماند؟", *NAMES], 1),
        (["آیا باغ می‌ماند؟", "درآمدی کوتاه.", *NAMES], 2),
        (["آیا باغ می‌ماند؟", "و رود چه شد؟", *NAMES], 0),
        (["# آیا باغ می‌ماند؟", TOLD, ASKED, TOLD], 2),
        (["باغ و شهر", f"- {ASKED}", f"- {TOLD}", "- چه سالی؟", f"- {TOLD}"], 1),
        (["* از باغ", TOLD, f"* {ASKED}", TOLD, "* چه سالی؟", TOLD], 0),
    ],
)
def test_a_question_above_the_first_label_is_a_turn_unless_it_is_the_headline_or_the_interviewer_is_named(
    lines: list[str], first: int
) -> None:
    assert begins(*lines) == first


def test_a_heading_is_the_headline_unless_the_file_has_a_title() -> None:
    heading = [Piece("باغ هنوز زنده است.", 1, heading=1)]
    assert opening.is_headline(heading, rough_head.RoughHead())
    assert not opening.is_headline(heading, rough_head.RoughHead(title=Piece("باغ", 0)))
