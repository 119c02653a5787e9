"""Chats, as programs export and people copy them."""

from __future__ import annotations

import json

import pytest

from goftogu.problems import Problems
from goftogu.transcripts.formats import chats, registry
from goftogu.transcripts.formats.document import Document

APPLE = """\
[13/02/2024, 20:01:07] Messages and calls are end-to-end encrypted.
[13/02/2024, 20:01:07] پری: کی به بندر آمدید؟
[13/02/2024, 20:03:40] ناخدا صفا: در پاییز.
باران می‌بارید.
[13/02/2024, 20:03:59] ناخدا صفا: و سرد بود.
\u200e[13/02/2024, 20:04:11] ناخدا صفا: \u200e<image omitted>
[14/02/2024, 08:10:00] پری: سپاس.
"""
ANDROID = """\
2/13/24, 8:01 PM - پری: کی به بندر آمدید؟
2/13/24, 8:03 PM - ناخدا صفا: در پاییز.
2/13/24, 8:03 PM - ناخدا صفا: IMG-1.jpg (file attached)
2/13/24, 8:04\u202fPM - پری: سپاس.
"""
PERSIAN = """\
۱۴۰۲/۱۱/۲۴،\u200f ۲۰:۰۱ - پری: کی به بندر آمدید؟
۱۴۰۲/۱۱/۲۴،\u200f ۲۰:۰۳ - ناخدا صفا: در پاییز.
۱۴۰۲/۱۱/۲۴،\u200f ۲۰:۰۴ - پری: این پیام حذف شد
"""
COPIED = """\
پری, [13.02.24 20:01]
کی به بندر آمدید؟

ناخدا صفا, [13.02.24 20:03]
[ Photo ]
در پاییز.

پری, [13.02.24 20:04]
سپاس.
"""


def read(text: str, path: str = "chat.txt") -> Document:
    problems = Problems()
    document = registry.read(text.encode(), path, problems)
    assert document is not None, list(problems)
    return document


def said(document: Document) -> list[tuple[str, str, int]]:
    return [(piece.speaker, piece.text, piece.line) for piece in document.pieces if not piece.note]


def aside(document: Document) -> list[str]:
    return [piece.text.strip("\u200e") for piece in document.pieces if piece.note]


@pytest.mark.parametrize("half", [" PM", " pm", " p.m.", "\u202fAM", " ق.ظ.", " ق.ظ", " ب.ظ.", "\u00a0ب.ظ"])
@pytest.mark.parametrize("form", ["{day}, {clock} - {said}", "[{day}, {clock}] {said}", "{day}، {clock} – {said}"])
def test_the_half_of_the_day_may_stand_behind_the_time(form: str, half: str) -> None:
    lines = [
        form.format(day="۱۴۰۲/۱۱/۲۴", clock=f"۸:۰{minute}{half}", said=said_)
        for minute, said_ in enumerate(("پری: کی به بندر آمدید؟", "ناخدا صفا: در پاییز.", "پری: سپاس."))
    ]
    document = read("\n".join(lines))
    assert said(document) == [("پری", "کی به بندر آمدید؟", 1), ("ناخدا صفا", "در پاییز.", 2), ("پری", "سپاس.", 3)]
    assert document.date == "1402-11-24"


def test_messages_of_one_person_are_paragraphs_of_one_turn() -> None:
    document = read(APPLE)
    assert said(document) == [
        ("پری", "کی به بندر آمدید؟", 2),
        ("ناخدا صفا", "در پاییز.", 3),
        ("", "باران می‌بارید.", 4),
        ("", "و سرد بود.", 5),
        ("پری", "سپاس.", 7),
    ]
    assert aside(document) == ["Messages and calls are end-to-end encrypted.", "<image omitted>"]
    assert document.date == "2024-02-13"
    assert [str(message) for message, _ in document.asked] == [
        "the messages are of several days, from 2024-02-13 to 2024-02-14"
    ]


@pytest.mark.parametrize(
    ("text", "date", "set_aside"),
    [
        (ANDROID, "2024-02-13", ["IMG-1.jpg (file attached)"]),
        (PERSIAN, "1402-11-24", ["این پیام حذف شد"]),
        (COPIED, "2024-02-13", ["[ Photo ]"]),
    ],
)
def test_chats_of_other_programs(text: str, date: str, set_aside: list[str]) -> None:
    document = read(text)
    assert [(name, words) for name, words, _ in said(document)][:2] == [
        ("پری", "کی به بندر آمدید؟"),
        ("ناخدا صفا", "در پاییز."),
    ]
    assert (document.date, aside(document)) == (date, set_aside)
    assert not document.asked


def test_the_messages_of_a_chat_are_counted() -> None:
    assert list(map(str, read(ANDROID).told)) == ["4 messages of a chat; their times are left out"]


def test_a_telephone_number_is_no_name() -> None:
    document = read(ANDROID.replace("ناخدا صفا", "+98 912 000 0000"))
    assert [name for name, _, _ in said(document)] == ["پری", "گوینده 1", "پری"]
    assert "912" not in str(document.pieces)


@pytest.mark.parametrize("day", ["۱۴۰۲/۱۹/۷۴", "۱۳/۰۲/۱۰۰"])
def test_days_that_cannot_be_are_left_out(day: str) -> None:
    assert read(PERSIAN.replace("۱۴۰۲/۱۱/۲۴", day)).date == ""


@pytest.mark.parametrize(
    "text",
    [
        "پری: کی؟\nصفا: پارسال.\nپری: چرا؟\n",
        "درآمد.\n" + APPLE,
        "[13/02/2024, 20:01:07] پری: کی؟\n[13/02/2024, 20:01:07] صفا: پارسال.\n",
        APPLE + "متن\n" * 40,
        "",
    ],
)
def test_other_texts_are_no_chats(text: str) -> None:
    assert not chats.is_chat(text)


def test_the_json_of_telegram() -> None:
    messages = [
        {"id": 1, "type": "service", "date": "2024-02-13T20:00:00", "actor": "پری", "action": "phone_call", "text": ""},
        {"id": 2, "type": "message", "date": "2024-02-13T20:01:00", "from": "پری", "text": "کی به بندر آمدید؟"},
        {
            "id": 3,
            "type": "message",
            "date": "?",
            "from": "ناخدا\nصفا",
            "text": ["در ", {"text": "پاییز"}, ".\n\nسرد."],
        },
        {"id": 4, "type": "message", "date": "2024-02-13T20:05:00", "from": None, "photo": "a.jpg", "text": None},
        "damaged",
    ]
    document = read(json.dumps({"messages": messages}), "result.json")
    assert said(document) == [("پری", "کی به بندر آمدید؟", 2), ("ناخدا صفا", "در پاییز.", 3), ("", "سرد.", 3)]
    assert aside(document) == ["<attached: phone_call>", "<attached: a.jpg>"]
    assert (document.date, document.unit) == ("2024-02-13", "message")


@pytest.mark.parametrize(("others", "is_chat"), [(12, True), (13, False)])
def test_at_least_every_fifth_line_of_a_chat_begins_a_message(others: int, is_chat: bool) -> None:
    begun = "[13/02/2024, 20:01:07] پری: بله.\n" * 3
    assert chats.is_chat(begun + "باران می‌بارید.\n" * others) is is_chat


def test_messages_of_several_days_are_a_question() -> None:
    days = "".join(f"[{day}/02/2024, 20:01:07] پری: بله.\n" for day in (13, 14, 16))
    document = chats.read(days, "chat.txt")
    assert [str(part) for part in document.asked[0]] == [
        "the messages are of several days, from 2024-02-13 to 2024-02-16",
        "write date: 2024-02-13/2024-02-16",
    ]
    assert document.structured
