"""The pieces of evidence, one by one: people, dates, signs, what stands between turns, who asks."""

from __future__ import annotations

import datetime as dt

import pytest

from goftogu.model import Role
from goftogu.persian.dates import calendar
from goftogu.transcripts.formats.document import STRONG, Piece, Span
from goftogu.transcripts.rough import between, bullets, dates, labels, people, questions, roles, schemes
from goftogu.transcripts.rough.between import BetweenKind
from goftogu.transcripts.rough.schemes import Choice, LabelScheme


def _bold(text: str) -> Piece:
    return Piece(text, 1, (Span(0, len(text), STRONG),))


def test_a_word_in_quotes_that_is_explained_once_is_text() -> None:
    lines = ["مجری: «کرت» چیست؟", "«کرت»: نوبت آب.", "مجری: و «نوبه»؟", "راد: همان است."]
    assert "کرت" not in labels.find([Piece(line, number) for number, line in enumerate(lines)]).names.values()


def test_a_token_that_opens_paragraph_after_paragraph_is_a_label() -> None:
    lines = ["علی - رفت.", "باران آمد.", "علی - رضا هم رفت؟", "نکته - مهم است.", "سرد بود.", "شب شد.", "خوابیدیم."]
    assert not labels.find([Piece(line, number) for number, line in enumerate(lines)]).names
    lines = ["علی - چرا؟", "رضا - چون.", "علی - کجا؟", "رضا - این‌جا."]
    found = labels.find([Piece(line, number) for number, line in enumerate(lines)])
    assert list(found.names.values()) == ["علی", "رضا"]


@pytest.mark.parametrize(
    ("name", "known", "same"),
    [
        ("راد", ["علی راد"], True),
        ("علی راد", ["راد", "مجری"], True),
        ("راد", ["علی راد", "رضا راد"], False),
        ("مجری", ["رضا مجری"], False),
        ("رضا مجری", ["مجری"], False),
    ],
)
def test_a_name_is_another_spelling_of_one_label_and_never_of_a_role(name: str, known: list[str], same: bool) -> None:
    assert people.is_same(name, {str(number): label for number, label in enumerate(known)}) is same


def test_two_labels_of_one_person_are_one() -> None:
    names = {
        "ا": "دونالد ترامپ",
        "ب": "ترامپ",
        "پ": "آقای ترامپ",
        "ت": "مجری",
        "ث": "علی راد",
        "ج": "رضا راد",
        "چ": "راد",
    }
    merged: dict[str, str] = {}
    people.merge(names, merged)
    assert list(names.values()) == ["دونالد ترامپ"] * 3 + ["مجری", "علی راد", "رضا راد", "راد"]
    assert merged == {"ترامپ": "دونالد ترامپ", "آقای ترامپ": "دونالد ترامپ"}


def test_a_stage_direction_after_a_known_label() -> None:
    assert people.with_direction("راد در حال رفتن", {"راد"}) == ("راد", "در حال رفتن")
    assert people.with_direction("راد می‌خندد", {"راد"}) == ("راد", "می‌خندد")
    assert people.with_direction("نیک در حال رفتن", {"راد"}) == ("", "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("گفت‌وگو با مینا راد، باغبان", ["مینا راد"]),
        ("مصاحبه‌ای با استاد کاوه لنج‌دار درباره دریا", ["کاوه لنج‌دار"]),
        ("گفت‌وگوی ما با مدیر شبکه", []),
        ("حرفی نبود", []),
    ],
)
def test_names_that_an_introduction_offers(text: str, names: list[str]) -> None:
    assert people.offered([text]) == names


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("۱۳۸۶ مرداد ۱۴, یکشنبه", "2007-08-05"),
        ("۱۳۸۶ تير ۱۴, یکشنبه", "2007-07-05"),
        ("۱۴ تير ۸۶", "2007-07-05"),
        ("۱۲ سنبله ۱۳۹۸ خورشیدی", "2019-09-03"),
        ("۷/۴/۱۳۸۸", "2009-06-28"),
        ("سه شنبه17 فروردین 1389", "2010-04-06"),
        ("چهارشنبه ۲ فروردین ۸۵", "2006-03-22"),
        ("پنجشنبه ۳ تیر ۰۰", "2021-06-24"),
        ("۲ فروردین ۳۰", "1951-03-23"),
        ("۲ فروردین ۲۹", "2050-03-22"),
        ("نویسنده: مینو | چهارشنبه ۲ فروردین ۸۵ | لینک‌ها", "2006-03-22"),
        ("5/28/2005 12:05:36 AM", "2005-05-28"),
        ("۳ی گوڵانی ۱۳۹۹", "2020-04-22"),
        ("2015-06-13", "2015-06-13"),
        ("تاریخ انتشار: 2015-06-13", "2015-06-13"),
        ("تاریخ2015-06-13", "2015-06-13"),
        ("نشست، ۵ جوزا ۱۳۹۹", "2020-05-25"),
    ],
)
def test_dates_in_every_order(line: str, date: str) -> None:
    value = dates.of_line(line)
    assert value is not None
    assert calendar.interval(value) == date


@pytest.mark.parametrize(
    "line", ["او ۱۴ مرداد ۱۳۸۶ آمد", "۱۳۸۶ مرداد ۴۴", "2/31/2005", "2015-13-45", "12015-06-13", "سلام، خوبم", "م" * 130]
)
def test_lines_that_are_no_date(line: str) -> None:
    assert dates.of_line(line) is None


def test_a_date_after_today_is_known() -> None:
    value = calendar.parse("1404-01-01")
    assert dates.is_future(value, dt.date(2025, 3, 20))
    assert not dates.is_future(value, dt.date(2025, 3, 21))
    assert dates.is_future(calendar.parse("2199-01-01"))


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


@pytest.mark.parametrize(
    ("piece", "bullet"),
    [
        (Piece("* چرا؟", 1), ("*", 2)),
        (Piece("• چرا؟", 1), ("•", 2)),
        (Piece("- چرا؟", 1), ("dash", 2)),
        (Piece("ـ چرا؟", 1), ("dash", 2)),
        (Piece("۲. چرا؟", 1), ("number", 3)),
        (Piece("🎤 چرا؟", 1), ("🎤", 2)),
        (_bold("چرا؟"), ("bold", 0)),
        (Piece("چرا؟", 1, heading=3), ("heading 3", 0)),
        (Piece("چرا؟", 1, (Span(0, 4, STRONG),), heading=3), ("heading 3", 0)),
        (Piece("چرا؟", 1, mark="-"), ("list", 0)),
        (Piece("چرا؟", 1, mark="4."), ("number", 0)),
        (Piece("۲۵ درجه", 1), None),
        (Piece("-۵ درجه", 1), None),
        (Piece("«چرا؟»", 1), None),
    ],
)
def test_signs_before_paragraphs(piece: Piece, bullet: tuple[str, int] | None) -> None:
    found = bullets.of(piece)
    assert (found and (found.kind, found.end)) == bullet


def test_a_paragraph_without_its_sign() -> None:
    piece = Piece("* چرا؟", 3, time="0:00:01")
    assert bullets.without(piece, bullets.Bullet("*", 2)) == Piece("چرا؟", 3, time="0:00:01")
    assert not bullets.without(_bold("چرا؟"), bullets.Bullet("bold", 0)).spans


@pytest.mark.parametrize(
    ("lines", "scheme", "kind"),
    [
        (["*چرا؟", "چون.", "*کجا؟", "این‌جا."], LabelScheme.MARKED, "*"),
        (["چرا؟", "- چون.", "کجا؟", "- این‌جا."], LabelScheme.REPLIES, "dash"),
        (["- چرا؟", "- چون.", "- کجا؟", "- این‌جا."], LabelScheme.DIALOGUE, "dash"),
        (["- نان", "- آب", "- خاک"], LabelScheme.SPARSE, ""),
        (["۳. چرا؟", "چون.", "۲. کجا؟", "این‌جا."], LabelScheme.SPARSE, ""),
        (
            ["• از باغ.", "یک.", "• آب چه شد؟", "دو.", "• از خاک.", "سه.", "• نان کجاست؟", "چهار."],
            LabelScheme.MARKED,
            "•",
        ),
        (
            ["• باغ.", "یک.", "• آب چه؟", "دو.", "• خاک.", "سه.", "• نان.", "چهار.", "• کو؟", "پنج."],
            LabelScheme.MARKED,
            "•",
        ),
        (["چرا؟", "چون."], LabelScheme.SPARSE, ""),
        ([], LabelScheme.SPARSE, ""),
    ],
)
def test_schemes_are_weighed_over_the_whole_text(lines: list[str], scheme: LabelScheme, kind: str) -> None:
    choice = schemes.without_labels([Piece(line, number) for number, line in enumerate(lines, 1)])
    assert (choice.scheme, choice.kind) == (scheme, kind)


def test_answers_may_have_a_sign_of_their_own() -> None:
    lines = ["* چرا؟", "- چون.", "* کجا؟", "- این‌جا."]
    assert schemes.without_labels([Piece(line, 1) for line in lines]) == Choice(LabelScheme.MARKED, "*", 1.0, "dash")


def _roles(*lines: str, named: dict[str, Role] | None = None) -> tuple[dict[str, Role], bool]:
    pieces = [Piece(line, number) for number, line in enumerate(lines, 1)]
    known = labels.find(pieces, named or {})
    return roles.of([(piece, known.find(piece)) for piece in pieces], named or {})


def test_letters_tell_who_asks() -> None:
    found, sure = _roles("پ: یک.", "ج: دو.", "پ: سه.", "ج: چهار.")
    assert (found, sure) == ({"پ": Role.INTERVIEWER, "ج": Role.INTERVIEWEE}, True)
    assert _roles("س: یک.", "پ: دو.", "س: سه.", "پ: چهار.")[0]["پ"] == Role.INTERVIEWEE


def test_the_head_tells_who_asks() -> None:
    found, sure = _roles("راد: یک؟", "نیک: دو.", "راد: سه؟", "نیک: چهار.", named={"نیما نیک": Role.INTERVIEWER})
    assert (found, sure) == ({"راد": Role.INTERVIEWEE, "نیک": Role.INTERVIEWER}, True)


def test_who_speaks_with_a_guest_asks() -> None:
    assert _roles("برگ: یک.", "مهمان: دو.", "برگ: سه.", "مهمان: چهار.")[0]["برگ"] == Role.INTERVIEWER


def test_courtesy_and_few_questions_tell_enough() -> None:
    found, sure = _roles(
        "راد: سلام.",
        "نیک: خوش آمدید.",
        "راد: سپاس.",
        "نیک: سال بود؟",
        "راد: بله.",
        "نیک: خوب.",
        "راد: آری.",
        "نیک: نه.",
    )
    assert found["نیک"] == Role.INTERVIEWER
    assert sure


def test_reported_questions_are_no_evidence() -> None:
    assert questions.is_reported("گفت: «باران کجاست؟»")
    assert not questions.is_reported("باران کجاست؟")
    assert questions.asks("کمی از باغت بگو…")
    assert not questions.asks("راست بگو.")
