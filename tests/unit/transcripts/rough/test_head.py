from __future__ import annotations

import pytest

from goftogu.model import Role
from goftogu.persian.dates import calendar
from goftogu.problems import Problems
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough.head import RoughHead
from tests.collecting import found_by


def _part(*lines: str) -> RoughHead:
    return rough_head.part([Piece(line, number) for number, line in enumerate(lines, 1)], "a.txt", Problems())


def _date(head: RoughHead) -> str:
    return calendar.interval(head.date) if head.date else ""


def test_a_first_line_with_date_holds_the_lede() -> None:
    head = _part("Date: 2025/12/13  رئیس انجمن گفت.", "متن")
    assert (_date(head), head.date_line, head.lede) == ("2025-12-13", 1, Piece("رئیس انجمن گفت.", 1))
    assert head.body == [Piece("متن", 2)]


def test_a_first_line_may_hold_the_date_alone() -> None:
    head = _part("date 2025-12-13", "متن")
    assert (_date(head), head.lede) == ("2025-12-13", None)


def test_a_date_that_cannot_be_has_its_place() -> None:
    (problem,) = found_by(rough_head.part, [Piece("date 2024-13-45 متن", 1)], "a.txt")
    assert (problem.code, problem.line, problem.column) == ("C006", 1, 6)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("چهارشنبه 25 ارديبهشت 1392", "2013-05-15"),
        ("مورخ ۱۳۹۸/۰۲/۱۰ ساعت ۸", "2019-04-30"),
        ("تاریخ مصاحبه: خرداد ۱۳۹۴", "2015-05-22/2015-06-21"),
    ],
)
def test_date_lines(line: str, date: str) -> None:
    head = _part(line, "چرا؟")
    assert _date(head) == date
    assert head.notes == [Piece(line, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "تاریخ انتشار: ۲۳ خرداد ۱۳۹۴ - ۲۱:۳۴",
        "درج در سایت: ۲۳ خرداد ۱۳۹۴",
        "منتشر شده در ۲۳ خرداد ۱۳۹۴",
        "آخرین تغییر: ۱۳۹۴/۰۳/۲۳",
        "زمان انتشار : ۲۳ خرداد ۹۴",
    ],
)
def test_the_date_of_a_publication_is_not_that_of_the_interview(line: str) -> None:
    head = _part(line, "تاریخ مصاحبه: ۱۲ خرداد ۱۳۹۴", "چرا؟")
    assert (head.published, head.published_line, _date(head)) == ("2015-06-13", 1, "2015-06-02")
    assert not head.other_dates


def test_only_the_first_whole_day_of_publication_counts() -> None:
    head = _part("تاریخ انتشار: خرداد ۱۳۹۴", "تاریخ نشر: ۲ تیر ۱۳۹۴", "تاریخ درج: ۹ تیر ۱۳۹۴", "چرا؟")
    assert (head.published, head.published_line) == ("2015-06-23", 2)


def test_a_publication_after_today_is_a_question() -> None:
    assert _part("تاریخ انتشار: ۲ تیر ۱۵۹۴", "چرا؟").future == Piece("تاریخ انتشار: ۲ تیر ۱۵۹۴", 1)


def test_what_follows_the_end_of_an_agencys_text_is_left_out() -> None:
    head = _part("نان و صبر", "چرا؟", "چون.", "انتهای پیام/۴۰۲۱", "مسگر آخر", "بازار کهنه")
    assert [piece.text for piece in head.notes] == ["انتهای پیام/۴۰۲۱", "مسگر آخر", "بازار کهنه"]


def test_a_date_in_a_sentence_is_no_date_line() -> None:
    head = _part("استاد در ۲۳ خرداد ۱۳۹۴ به تهران آمد.", "چرا؟")
    assert (head.date, head.notes) == (None, [])


def test_lines_of_data_are_data() -> None:
    head = _part(
        "به نام خدا",
        "عنوان: نان و صبر\nمصاحبه‌کننده: یاسر نم‌کوب، ترانه بهاری\nتاریخ: ۱۳۸۶",
        "راوی: فریبا سنگک‌پز (نانوا)",
        "جلسه دوم",
        "مکان: خانهٔ راوی",
        "چرا؟",
        "مکان: خوب بود.",
    )
    assert head.title is not None
    assert head.title.text == "نان و صبر"
    assert head.named == {
        "یاسر نم‌کوب": Role.INTERVIEWER,
        "ترانه بهاری": Role.INTERVIEWER,
        "فریبا سنگک‌پز": Role.INTERVIEWEE,
    }
    assert [piece.text for piece in head.notes][:4] == [
        "به نام خدا",
        "عنوان: نان و صبر",
        "مصاحبه‌کننده: یاسر نم‌کوب، ترانه بهاری",
        "تاریخ: ۱۳۸۶",
    ]


@pytest.mark.parametrize("blank", ["      ", "\t", " \t "])
def test_data_may_stand_in_columns(blank: str) -> None:
    head = _part(
        f"نام مصاحبه‌شونده: ناخدا صفا{blank}نام مصاحبه‌گر: پری نوری",
        f"تاریخ: ۳ / ۲ / ۱۳۹۸{blank}محل: بندر",
        "پیاده‌ساز: مریم",
        f"نوری: کی آمدید؟{blank}صفا: پارسال.",
        "صفا: در پاییز.",
    )
    assert head.named == {"ناخدا صفا": Role.INTERVIEWEE, "پری نوری": Role.INTERVIEWER}
    assert _date(head) == "2019-04-23"
    assert [piece.line for piece in head.notes] == [1, 1, 2, 2, 3]
    assert len(head.body) == 2


def test_keys_are_known_in_both_spellings_of_conversation() -> None:
    head = _part("تاریخ گفتگو: ۱۲ رمضان ۱۴۴۰ برابر با ۲۸ اردیبهشت ۱۳۹۸", "موضوع گفتگو: نان", "سپهر: کی؟")
    assert (_date(head), head.title and head.title.text) == ("2019-05-18", "نان")


def test_a_key_that_opens_more_than_one_line_is_a_label() -> None:
    head = _part("راوی: آمدم", "راوی: رفتم")
    assert (head.named, head.notes) == ({}, [])


def test_a_date_after_today_is_not_taken() -> None:
    head = _part("۱ آذر ۱۴۹۹", "چرا؟")
    assert head.date is None
    assert head.future == Piece("۱ آذر ۱۴۹۹", 1)


def test_what_a_file_names_as_speech_is_speech() -> None:
    head = rough_head.part([Piece("چاپ", 1, speaker="راد"), Piece("کاریز", 2, note="footnote")], "a.txt", Problems())
    assert ([piece.line for piece in head.body], [piece.line for piece in head.notes]) == ([1], [2])


def test_other_dates_are_kept_apart() -> None:
    head = _part("۵ مهر ۱۳۹۹", "۵ مهر ۱۳۹۹", "۶ مهر ۱۳۹۹", "چرا؟")
    assert head.other_dates == [Piece("۶ مهر ۱۳۹۹", 3)]
    assert len(head.notes) == 3


def test_furniture_is_taken_from_both_ends_only() -> None:
    lines = ["چاپ", "مجری: کد خبر را دارید؟", "چاپ", "کتاب من چاپ شد.", "***", "آری.", "برچسب‌ها: کتاب", "/۱۱۰"]
    head = _part(*lines)
    assert [piece.line for piece in head.notes] == [1, 5, 7, 8]


def test_furniture_ends_at_the_first_label_of_a_role() -> None:
    head = _part("عنوان", "خبرنگار: بگویید.", "چاپ", "کتاب خوبی بود.")
    assert head.notes == []


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("متن کامل این گفتوگو به شرح زیر است:", True),
        ("مشروح این گفت‌وگو را در ادامه می‌خوانید.", True),
        ("این گفت‌وگو از نظر می‌گذرد", True),
        ("او متن کامل را خواند؟", False),
        ("گفت‌وگو آغاز شد.", False),
    ],
)
def test_lines_that_lead_to_the_interview(text: str, is_so: bool) -> None:
    assert rough_head.is_note(text) is is_so


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("رئیس انجمن، با مردم گفت", "رئیس انجمن"),
        ("ستوده: آب کم است", "ستوده"),
        ("یک\nدو", "یک دو"),
        ("کلمه " * 30, ("کلمه " * 18).strip()),
        ("آ" * 200, "آ" * 90),
    ],
)
def test_first_clause(text: str, clause: str) -> None:
    assert rough_head.first_clause(text) == clause


@pytest.mark.parametrize(
    ("text", "name"), [("به گزارش خبرگزاری دشت، او آمد.", "خبرگزاری دشت"), ("گزارش دشت، او", ""), ("به گزارش او:", "")]
)
def test_who_reported(text: str, name: str) -> None:
    assert rough_head.reported_by(text) == name


@pytest.mark.parametrize("text", ["2025-12-13", "1404-09-22", "1404-09", "1357", "hijri:1445-09-01", "1356-10/1356-12"])
def test_dates_are_written_as_they_are_read(text: str) -> None:
    assert rough_head.written(calendar.parse(text)) == text


TOLD = "باغ هنوز زنده است."


@pytest.mark.parametrize(("above", "date"), [(29, "2007-08-05"), (30, "")])
def test_data_is_looked_for_in_the_first_thirty_lines(above: int, date: str) -> None:
    assert _date(_part(*[TOLD] * above, "۱۴ مرداد ۱۳۸۶", *[TOLD] * 20)) == date


def test_data_between_the_thirtieth_line_and_the_first_question_is_speech() -> None:
    head = _part(*[TOLD] * 35, "۱۴ مرداد ۱۳۸۶", *[TOLD] * 4, "چه سالی؟", *[TOLD] * 20)
    assert (_date(head), len(head.body)) == ("", 61)


@pytest.mark.parametrize(("count", "kept"), [(14, 40), (15, 40), (16, 41)])
def test_furniture_at_the_bottom_is_looked_for_in_the_last_fifteen_lines(count: int, kept: int) -> None:
    assert len(_part(*[TOLD] * 40, *["برچسب‌ها: آب"] * count).body) == kept


def test_a_date_right_above_the_furniture_of_the_bottom_is_speech() -> None:
    head = _part(*[TOLD] * 40, "۱۴ مرداد ۱۳۸۶", "برچسب‌ها: آب")
    assert (_date(head), len(head.body)) == ("", 41)


@pytest.mark.parametrize(("below", "kept"), [(14, 40), (15, 56)])
def test_the_end_of_an_agencys_text_is_looked_for_in_the_last_fifteen_lines(below: int, kept: int) -> None:
    assert len(_part(*[TOLD] * 40, "انتهای پیام/", *[TOLD] * below).body) == kept


def test_nothing_is_left_of_a_text_that_ends_in_its_first_line() -> None:
    assert _part("انتهای پیام/", TOLD, TOLD).body == []


@pytest.mark.parametrize(("length", "is_one"), [(160, True), (161, False)])
def test_a_headline_has_at_most_a_hundred_and_sixty_characters(length: int, is_one: bool) -> None:
    assert rough_head.is_title("باغ ".ljust(length, "آ")) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("جلسه دوم در باغ بزرگ شهر ما رشت", True),
        ("جلسه دوم در باغ بزرگ شهر ما رشت است", False),
        ("جلسه دوم ".ljust(89, "آ"), True),
        ("جلسه دوم ".ljust(90, "آ"), False),
    ],
)
def test_the_heading_of_a_session_has_at_most_eight_words(text: str, is_one: bool) -> None:
    assert rough_head.is_session(text) is is_one


@pytest.mark.parametrize(("length", "is_one"), [(399, True), (400, False)])
def test_a_line_that_leads_to_the_interview_is_no_long_paragraph(length: int, is_one: bool) -> None:
    assert rough_head.is_note("متن کامل این گفت‌وگو در پی می‌آید ".ljust(length - 1, "آ") + ":") is is_one


@pytest.mark.parametrize(("before", "name"), [(384, "ایسنا"), (385, "")])
def test_who_reported_is_told_at_the_beginning_of_a_paragraph(before: int, name: str) -> None:
    assert rough_head.reported_by("ب" * before + " به گزارش ایسنا، باغ") == name


def test_a_first_clause_without_a_stop_is_cut_between_words() -> None:
    assert rough_head.first_clause("باغ " * 200) == ("باغ " * 22).strip()
    assert rough_head.first_clause("ب" * 200) == "ب" * 90
    assert rough_head.first_clause(f"{'ب ' * 44}بب") == f"{'ب ' * 44}بب"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("تاریخ: ۱۶ / ۲ / ۱۴۰۱", True),
        ("۱۶ اردیبهشت ۱۴۰۱", True),
        ("مکان: کاشان", True),
        ("راوی: سرو", False),
        ("مصاحبه‌گر: نیما", False),
        ("باغ سبز", False),
    ],
)
def test_a_date_and_a_place_are_data_of_a_session_and_a_speaker_is_none(line: str, is_one: bool) -> None:
    assert rough_head.is_data(line) is is_one
