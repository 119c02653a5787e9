"""How a paragraph may open: the name, what follows it, and what stands beside it."""

from __future__ import annotations

import pytest

from goftogu.transcripts.rough import openings
from goftogu.transcripts.rough.openings import OpeningMark


@pytest.mark.parametrize(
    ("text", "mark", "name", "rest", "more"),
    [
        ("مجری: سلام", OpeningMark.COLON, "مجری", "سلام", ("", "", "")),
        ("\u200fمجری\u200f: سلام", OpeningMark.COLON, "مجری", "سلام", ("", "", "")),
        ("مجری (با خنده): سلام", OpeningMark.COLON, "مجری", "سلام", ("با خنده", "", "")),
        ("راد با خنده: سلام", OpeningMark.COLON, "راد", "سلام", ("با خنده", "", "")),
        ("مجری (۰۰:۰۵): سلام", OpeningMark.COLON, "مجری", "سلام", ("", "", "0:00:05")),
        ("[01:02:03] مجری: سلام", OpeningMark.COLON, "مجری", "سلام", ("", "", "1:02:03")),
        ("🎤 00:09 مجری: سلام", OpeningMark.COLON, "مجری", "سلام", ("", "", "0:00:09")),
        ("سؤال ۲) چرا؟", OpeningMark.BRACKET, "سؤال", "چرا؟", ("", "۲", "")),
        ("پرسش سوم: چرا؟", OpeningMark.COLON, "پرسش", "چرا؟", ("", "سوم", "")),
        ("نیک ۲: سلام", OpeningMark.COLON, "نیک ۲", "سلام", ("", "", "")),
        ("س ۲: سلام", OpeningMark.COLON, "س", "سلام", ("", "۲", "")),
        ("س- چرا؟", OpeningMark.DASH, "س", "چرا؟", ("", "", "")),
        ("نیک – چرا؟", OpeningMark.DASH, "نیک", "چرا؟", ("", "", "")),
        ("م. سلام", OpeningMark.DOT, "م", "سلام", ("", "", "")),
        ("مینا (مهین) راد: سلام", OpeningMark.COLON, "مینا (مهین) راد", "سلام", ("", "", "")),
        ("مجری", OpeningMark.ALONE, "مجری", "", ("", "", "")),
        ("مجری\nسلام", OpeningMark.ALONE, "مجری", "\nسلام", ("", "", "")),
        ("ک ۲: سلام", OpeningMark.COLON, "ک", "سلام", ("", "۲", "")),
        ("نی ۲: سلام", OpeningMark.COLON, "نی ۲", "سلام", ("", "", "")),
        ("۱) مینا راد، ۳۲ ساله", OpeningMark.AGE, "مینا راد", "", ("۳۲ ساله", "", "")),
    ],
)
def test_openings(text: str, mark: OpeningMark, name: str, rest: str, more: tuple[str, str, str]) -> None:
    (found,) = [opening for opening in openings.openings(text) if opening.mark is mark]
    assert (found.name, text[found.end :]) == (name, rest)
    assert (found.aside, found.number, found.time) == more


@pytest.mark.parametrize(
    "text", ["", "۱۲۳", "«سلام، گفتم»: گفت", "«سلام» گفت: برو", "http://example.org", "مجری:///سلام", "نکته\\: این"]
)
def test_what_opens_with_no_name(text: str) -> None:
    assert not [opening for opening in openings.openings(text) if opening.mark is OpeningMark.COLON]


@pytest.mark.parametrize("text", ["«راد»: آب.", "“راد” : آب.", '"راد" (با خنده): آب.', "[00:05] «راد»: آب."])
def test_a_label_in_quotes_is_a_label(text: str) -> None:
    (found,) = openings.openings(text)
    assert (found.name, found.mark, text[found.end :]) == ("راد", OpeningMark.COLON, "آب.")


@pytest.mark.parametrize(("letters", "is_one"), [(39, True), (40, False)])
def test_the_mark_of_a_label_is_one_of_the_first_ninety_characters_of_its_line(letters: int, is_one: bool) -> None:
    text = f"[01:02:03] مینا (مهین) راد ترانه‌سرای شهر کاشان ({'آ' * letters}): سلام"
    assert (text.index("): ") + 2 <= 90) is is_one
    found = [opening.name for opening in openings.openings(text) if opening.mark is OpeningMark.COLON]
    assert found == ["مینا (مهین) راد ترانه‌سرای شهر کاشان"] * is_one
