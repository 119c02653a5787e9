"""Data above an interview: keys with their values, in lines and in columns."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import keys


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("مکان: کاشان", "کاشان"),
        ("مکان: " + "ب" * 120, "ب" * 120),
        ("مکان: " + "ب" * 121, None),
        ("مکان: " + " ".join(["باغ"] * 15), " ".join(["باغ"] * 15)),
        ("مکان: " + " ".join(["باغ"] * 16), None),
        ("مکان: در باغ بودیم.", None),
        ("تاریخ: ۱۴ مرداد.", "۱۴ مرداد."),
        ("رود: کارون", None),
    ],
)
def test_the_value_of_a_key_is_no_sentence_unless_it_is_a_date(line: str, value: str | None) -> None:
    found = keys.pair(line)
    assert (found and found[1]) == value


@pytest.mark.parametrize("interview", ["گفت‌وگو", "گفتگو", "گفت و گو", "گفت‌و‌گو"])
@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("تاریخ {}", "date"),
        ("زمان {}", "date"),
        ("موضوع {}", "title"),
        ("محل {}", "other"),
        ("{} با", "interviewee"),
        ("{} از", "interviewer"),
        ("{}", "interviewer"),
    ],
)
def test_a_key_is_known_however_the_word_for_an_interview_is_spelled(key: str, kind: str, interview: str) -> None:
    found = keys.pair(f"{key.format(interview)}: سرو")
    assert found is not None
    assert (keys.KIND[found[0]], found[1]) == (kind, "سرو")


def test_a_key_that_opens_two_lines_is_a_label_unless_it_is_a_date() -> None:
    lines = ["مکان: کاشان", "منبع: باغ\nعکاس: سرو", "تاریخ: ۱۳۹۸", "تاریخ: ۱۳۹۹", "راوی: سرو", "راوی: نیما"]
    assert keys.lone([Piece(line, number) for number, line in enumerate(lines, 1)]) == {"مکان", "منبع", "تاریخ"}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("مکان: کاشان    عکاس: سرو", [("مکان: کاشان", 7), ("عکاس: سرو", 7)]),
        ("مکان: کاشان\tعکاس: سرو\tشغل: باغبان", [("مکان: کاشان", 7), ("عکاس: سرو", 7), ("شغل: باغبان", 7)]),
        ("مکان: باغ سبز بود.    عکاس: سرو", [("مکان: باغ سبز بود.    عکاس: سرو", 7)]),
        ("مکان: کاشان    و شهرهای دیگر", [("مکان: کاشان    و شهرهای دیگر", 7)]),
        ("مکان: کاشان\nباغ", [("مکان: کاشان", 7), ("باغ", 8)]),
        ("باغ\nرود\n۱۴ مرداد ۱۳۸۶", [("باغ", 7), ("رود", 8), ("۱۴ مرداد ۱۳۸۶", 9)]),
        ("باغ\nرود", [("باغ\nرود", 7)]),
    ],
)
def test_lines_and_columns_of_data_stand_alone(text: str, lines: list[tuple[str, int]]) -> None:
    assert [(piece.text, piece.line) for piece in keys.parted(Piece(text, 7))] == lines
