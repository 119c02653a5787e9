"""What is told of a rough text: what was taken for what, and what a person has to decide."""

from __future__ import annotations

import pytest

from goftogu.model import Source
from goftogu.transcripts.decisions import Subject
from goftogu.transcripts.rough import read as rough_read
from tests.collecting import collected

TALK = "مجری: کجا به دنیا آمدید؟\n\nسرو: در شیراز.\n\nمجری: چه سالی؟\n\nسرو: ۱۳۲۰."


def told(text: str, *subjects: Subject) -> list[tuple[str, bool, tuple[int, ...]]]:
    """Return what is told of some subjects: the words, whether it is a question, and the lines."""
    draft, problems = collected(rough_read.read_rough, Source("a.txt", b"", text))
    assert draft is not None, problems
    return [(str(one.message), one.asked, one.lines) for one in draft.decisions if one.subject in subjects]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("تاریخ مصاحبه: ۱۲ خرداد ۱۳۹۴", [("date: 1394-03-12", False, (3,))]),
        (
            "تاریخ انتشار: ۲۳ خرداد ۱۳۹۴",
            [("published: 2015-06-13; the text does not say when the interview was held", False, (3,))],
        ),
        (
            "تاریخ انتشار: ۲ تیر ۱۵۹۴",
            [("a date after today, which was not taken: تاریخ انتشار: ۲ تیر ۱۵۹۴", True, (3,))],
        ),
        ("کنار رود", [("no date was found", True, ())]),
    ],
)
def test_the_date_is_told_or_asked_for(line: str, expected: list[tuple[str, bool, tuple[int, ...]]]) -> None:
    assert told(f"باغ و شهر\n\n{line}\n\n{TALK}", Subject.DATE) == expected


def test_a_second_date_is_asked_about() -> None:
    dates = "تاریخ مصاحبه: ۱۲ خرداد ۱۳۹۴\n\nتاریخ مصاحبه: ۱۳ خرداد ۱۳۹۴"
    found = told(f"باغ و شهر\n\n{dates}\n\n{TALK}", Subject.DATE)
    assert found[0] == ("date: 1394-03-12", False, (3,))
    assert [(message, lines) for message, _, lines in found[1:]] == [
        ("another date: تاریخ مصاحبه: ۱۳ خرداد ۱۳۹۴", (5,))
    ]


def test_who_asks_is_asked_only_where_nothing_tells_it() -> None:
    sure = told(f"باغ و شهر\n\n{TALK}", Subject.ROLES)
    assert [asked for _, asked, _ in sure] == [False]
    unsure = told("باغ و شهر\n\nراد: در باغ بودم.\n\nنیک: در شهر بودم.\n\nراد: آب بود.\n\nنیک: نان بود.", Subject.ROLES)
    assert [message for message, asked, _ in unsure if asked] == ["no label and no question mark tells who asks"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("به گزارش خبرگزاری دشت، او آمد.", [("source: خبرگزاری دشت", False, ())]), ("کنار رود.", [])],
)
def test_where_it_was_published_is_told(line: str, expected: list[tuple[str, bool, tuple[int, ...]]]) -> None:
    assert told(f"باغ و شهر\n\n{line}\n\n{TALK}", Subject.SOURCE) == expected


def test_paragraphs_without_a_label_are_told_by_their_lines() -> None:
    text = "مجری: چرا؟\n\nچون.\n\nمجری: کجا؟\n\nدر شیراز.\n\nمجری: کی؟\n\nدیروز."
    assert ("no label, taken for «پاسخ»", False, (3, 7, 11)) in told(text, Subject.TURN)
    assert not [message for message, _, _ in told(TALK, Subject.TURN) if message.startswith("no label")]
