from __future__ import annotations

import pytest

from goftogu.transcripts.formats import ohms
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
