from __future__ import annotations

import pytest

from goftogu.problems import Problems
from goftogu.transcripts import convert
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Piece, Span
from goftogu.transcripts.rough import typed_times


def _carried(*texts: str) -> list[tuple[str, str]]:
    pieces = [Piece(text, line) for line, text in enumerate(texts, 1)]
    return [(piece.time, piece.text) for piece in typed_times.carried(pieces)]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("[00:12:31]", "0:12:31"),
        ("[ ۰۰:۱۲:۳۱ ]", "0:12:31"),
        ("<12:31>", "0:12:31"),
        ("(1:02:03)", "1:02:03"),
        ("01:02:03", "1:02:03"),
        ("00:12:31.250", "0:12:31"),
        ("00:12:31,250", "0:12:31"),
        ("\u200f[٠٠:١٢:٣١]\u200e", "0:12:31"),
    ],
)
def test_a_time_on_its_own_line_is_that_of_the_paragraph_below(line: str, time: str) -> None:
    assert _carried("نانوا: بله.", line, "مجری: کجا؟", "نانوا: آن‌جا.") == [
        ("", "نانوا: بله."),
        (time, "مجری: کجا؟"),
        ("", "نانوا: آن‌جا."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "12:31",
        "(۱۲:۳۱)",
        "[صدای زنگ]",
        "[12:61]",
        "[00:12:31] و",
        "00:12:31 و",
        "00:12:31:05",
        "(۲:۲۵۵)",
        "1:02",
        "[12]",
    ],
)
def test_what_may_be_no_time_of_the_recording_stays_a_paragraph(line: str) -> None:
    assert _carried("نانوا: بله.", line, "مجری: کجا؟") == [("", "نانوا: بله."), ("", line), ("", "مجری: کجا؟")]


@pytest.mark.parametrize("other", ["(۱۴:۰۵)", "14:05", "[14:05]", "0:14:05"])
def test_minutes_and_seconds_alone_are_times_when_there_are_several(other: str) -> None:
    assert _carried("12:31", "مجری: کجا؟", other, "نانوا: آن‌جا.") == [
        ("0:12:31", "مجری: کجا؟"),
        ("0:14:05", "نانوا: آن‌جا."),
    ]


def test_a_time_that_nothing_follows_is_set_aside() -> None:
    pieces = [Piece(text, line) for line, text in enumerate(["[0:01]", "[0:02]", "مجری: کجا؟", "[0:45]"], 1)]
    assert [(piece.note, piece.time, piece.text) for piece in typed_times.carried(pieces)] == [
        ("time", "", "[0:01]"),
        ("", "0:00:02", "مجری: کجا؟"),
        ("time", "", "[0:45]"),
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["مجری: کجا؟ #00:00:07-3#", "نانوا: آن‌جا. #00:01:02-5#"],
            [("", "مجری: کجا؟"), ("0:00:07", "نانوا: آن‌جا."), ("", "#00:01:02-5#")],
        ),
        (
            ["#00:00:02-0# مجری: کجا؟ #00:00:07-3#", "نانوا: آن‌جا."],
            [("0:00:02", "مجری: کجا؟"), ("0:00:07", "نانوا: آن‌جا.")],
        ),
        (["مجری: کجا؟", "#00:00:07-3#", "نانوا: آن‌جا."], [("", "مجری: کجا؟"), ("0:00:07", "نانوا: آن‌جا.")]),
        (["مجری: از #00:00:07-3# تا کجا؟"], [("", "مجری: از #00:00:07-3# تا کجا؟")]),
        (["مجری: کجا؟ #00:00:07#"], [("", "مجری: کجا؟ #00:00:07#")]),
    ],
)
def test_a_framed_time_ends_a_paragraph(texts: list[str], expected: list[tuple[str, str]]) -> None:
    assert _carried(*texts) == expected


def test_a_time_above_a_heading_goes_on_to_what_is_said_below_it() -> None:
    pieces = [Piece("[1:00]", 1), Piece("نان", 2, heading=2), Piece("۱", 3, note="footnote"), Piece("مجری: کجا؟", 4)]
    found = [(piece.time, piece.text) for piece in typed_times.carried(pieces)]
    assert found == [("", "نان"), ("", "۱"), ("0:01:00", "مجری: کجا؟")]


@pytest.mark.parametrize(
    "piece",
    [
        Piece("[1:00]", 1, speaker="مجری"),
        Piece("[1:00]", 1, time="0:02:00"),
        Piece("[1:00]", 1, note="comment"),
        Piece("[1:00]", 1, is_ours=True),
        Piece("[1:00]", 1, heading=2),
    ],
)
def test_a_time_of_which_the_file_says_more_stays(piece: Piece) -> None:
    assert list(typed_times.carried([piece, Piece("مجری: کجا؟", 2)])) == [piece, Piece("مجری: کجا؟", 2)]


def test_the_time_that_the_file_gives_a_paragraph_goes_before_that_above_it() -> None:
    said = Piece("مجری: کجا؟", 2, time="0:03:00")
    assert list(typed_times.carried([Piece("[1:00]", 1), said])) == [said]


@pytest.mark.parametrize(
    ("text", "time", "rest"),
    [
        ("[12:31] و همان‌جا ماندم.", "0:12:31", "و همان‌جا ماندم."),
        ("۰۰:۱۲:۳۱ - و همان‌جا ماندم.", "0:12:31", "و همان‌جا ماندم."),
        ("(00:12:31) و همان‌جا ماندم.", "0:12:31", "و همان‌جا ماندم."),
        ("\u200f<12:31>: و همان‌جا ماندم.", "0:12:31", "و همان‌جا ماندم."),
        ("12:31 بود که رسیدم.", "", "12:31 بود که رسیدم."),
        ("(12:31) را بخوانید.", "", "(12:31) را بخوانید."),
        ("[12:31]", "", "[12:31]"),
        ("[12:75] نیست.", "", "[12:75] نیست."),
        ("ساعت [12:31] بود.", "", "ساعت [12:31] بود."),
    ],
)
def test_a_paragraph_may_begin_with_its_time(text: str, time: str, rest: str) -> None:
    begun = typed_times.begun(Piece(text, 3))
    assert (begun.time, begun.text, begun.line) == (time, rest, 3)


def test_what_is_bold_stays_bold_behind_a_time() -> None:
    begun = typed_times.begun(Piece("[12:31] و همان‌جا ماندم.", 3, (Span(10, 18, "**"),)))
    assert begun.record == "و **همان‌جا** ماندم."


def test_our_own_text_keeps_the_time_that_it_begins_with() -> None:
    ours = Piece("[12:31] و همان‌جا ماندم.", 3, is_ours=True)
    assert typed_times.begun(ours) == ours


TIMED = """\
گفت‌وگو با یک نانوا

[00:00:05]
مجری: چرا نانوا شدید؟
نانوا: چون پدرم نانوا بود.
[00:02:15]
و پدربزرگم.
[00:02:40] آن وقت‌ها نان ارزان بود.
مجری: کجا یاد گرفتید؟
نانوا: در اصفهان.
"""


def test_times_between_turns_are_those_of_turns_and_paragraphs() -> None:
    text = convert.of_document(plain.document(TIMED, "baker.txt"), str, Problems()).text
    assert text.partition("---\nمجری")[2].split("\n") == [
        ": چرا نانوا شدید؟",
        '{: #t1 time="0:00:05" }',
        "",
        "نانوا: چون پدرم نانوا بود.",
        "{: #t2 }",
        "",
        "و پدربزرگم.",
        '{: time="0:02:15" }',
        "",
        "آن وقت‌ها نان ارزان بود.",
        '{: time="0:02:40" }',
        "",
        "مجری: کجا یاد گرفتید؟",
        "{: #t3 }",
        "",
        "نانوا: در اصفهان.",
        "{: #t4 }",
        "",
    ]
