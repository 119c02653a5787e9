from __future__ import annotations

import pytest

from goftogu.transcripts.formats import ohms
from goftogu.transcripts.formats.document import Refused
from goftogu.transcripts.formats.ohms import is_ohms

NAMESPACE = b'<?xml version="1.0"?>\n<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms">\n<x/></ROOT>'


@pytest.mark.parametrize(
    "data",
    [
        NAMESPACE,
        b'<?xml version="1.0"?>\n<ROOT>\n<record id="1"></record></ROOT>',
        b" " * 1900 + b"<ROOT>" + b" " * 1900 + b"<record>",
        b"<record/>nunncenter/ohms",
    ],
)
def test_xml_of_ohms_is_told_by_its_namespace_or_its_elements(data: bytes) -> None:
    assert is_ohms(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<TEI><text/></TEI>",
        b"<ROOT><other/></ROOT>",
        b"<html><record/></html>",
        b" " * 2000 + NAMESPACE,
        b"<ROOT>" + b" " * 4000 + b"<record>",
        b"<root><RECORD/></root>",
    ],
)
def test_other_xml_is_not(data: bytes) -> None:
    assert not is_ohms(data)


def test_a_paragraph_of_several_lines_has_the_time_of_a_mark_on_any_of_them() -> None:
    line = "سخنی که سطر را از آغاز تا میانه و از میانه تا پایانش پر می‌کند و نمی‌ایستد و"
    text = "\n\n".join(f"راد: {line}\n{line}\n{line} بس." for _ in range(4))
    record = f"<sync>1:|2(1)|7(1)|9(1)</sync><transcript>{text}</transcript>"
    data = f'<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="1">{record}</record></ROOT>'
    pieces = ohms.read(data.encode(), "a.xml").pieces
    assert [(piece.line, piece.time) for piece in pieces] == [(1, "0:01:00"), (5, "0:02:00"), (9, "0:03:00"), (13, "")]


def test_headings_are_put_where_the_recording_reaches_them_whatever_the_order_of_the_index() -> None:
    points = "".join(
        f"<point><time>{time}</time><title>{title}</title></point>" for time, title in ((60, "قنات"), (0, "باغ"))
    )
    record = (
        f"<sync>1:|3(1)|5(1)</sync><index>{points}</index><transcript>راد: یک.\n\nراد: دو.\n\nراد: سه.</transcript>"
    )
    data = f'<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="1">{record}</record></ROOT>'
    pieces = ohms.read(data.encode(), "a.xml").pieces
    assert [piece.text for piece in pieces if not piece.note] == ["باغ", "راد: یک.", "قنات", "راد: دو.", "راد: سه."]


@pytest.mark.parametrize(
    ("blanks", "mark", "is_one"),
    [
        (1985, b"nunncenter/ohms", True),
        (1986, b"nunncenter/ohms", False),
        (1995, b"<ROOT<record", True),
        (1996, b"<ROOT<record", False),
    ],
)
def test_what_tells_ohms_stands_in_the_first_two_thousand_bytes(blanks: int, mark: bytes, is_one: bool) -> None:
    assert is_ohms(b" " * blanks + mark) is is_one


@pytest.mark.parametrize(("blanks", "is_one"), [(3988, True), (3989, False)])
def test_its_first_record_begins_in_the_first_four_thousand_bytes(blanks: int, is_one: bool) -> None:
    assert is_ohms(b"<ROOT" + b" " * blanks + b"<record") is is_one


@pytest.mark.parametrize(
    ("line", "second"),
    [(1, 0), (2, 30), (3, 60), (4, 70), (6, 90), (8, 110), (9, 120), (10, 120), (11, 120), (50, 120)],
)
def test_between_two_marks_the_recording_goes_on_line_by_line(line: int, second: float) -> None:
    assert ohms._reached(line, [(60.0, 3), (120.0, 9)]) == second


@pytest.mark.parametrize(
    ("sync", "lines"),
    [
        ("1:|3(1)|5", [(60.0, 3), (120.0, 5)]),
        ("2:|12(3)|30(1)", [(120.0, 12), (240.0, 30)]),
        ("1234567890:|1234567890", [(123_456_789 * 60.0, 123_456_789)]),
        ("", []),
        ("x:|3", []),
    ],
)
def test_marks_tell_the_times_of_lines(sync: str, lines: list[tuple[float, int]]) -> None:
    assert ohms._lines(sync) == lines


@pytest.mark.parametrize(
    ("text", "is_english"), [("ab کد", False), ("abc کد", True), ("a ک", False), ("ab کدر", False)]
)
def test_a_text_is_english_when_more_than_half_of_its_letters_are(text: str, is_english: bool) -> None:
    assert ohms._is_english(text) is is_english


def of_points(*times: str) -> bytes:
    points = "".join(f"<point><time>{time}</time><title>قنات</title></point>" for time in times)
    record = f"<index>{points}</index><transcript>راد: یک.</transcript>"
    return f'<ROOT xmlns="https://www.weareavp.com/nunncenter/ohms"><record id="1">{record}</record></ROOT>'.encode()


def test_without_marks_the_index_is_told_apart_from_the_text() -> None:
    pieces = ohms.read(of_points("60.5"), "a.xml").pieces
    found = [(piece.text, piece.line, piece.heading) for piece in pieces if piece.note == "index"]
    assert found == [("قنات", 0, 0), ("index 0:01:00 قنات", 0, 0)]


@pytest.mark.parametrize("time", ["1.2.3", "x", "-1", "360001"])
def test_a_time_of_the_index_that_is_none_is_refused(time: str) -> None:
    with pytest.raises(Refused, match="is no number of seconds"):
        ohms.read(of_points(time), "a.xml")
