"""The text received, as it is read for the comparison."""

from __future__ import annotations

import pytest

from goftogu.problems import Problems
from goftogu.transcripts.formats import encodings
from goftogu.transcripts.received import Received, read, reveals
from tests import office

TALK = "گفت‌وگو با نانوا\n\nپرسشگر: نان را از کی می‌پختید؟\nنانوا: از ده سالگی.\n"
LABELLED = """---
title: نان
speakers:
  نانوا: {role: interviewee}
---
سلام.

## تنور

نانوا: از ده سالگی.

و بس.
"""
SUBTITLES = """1
00:00:01,000 --> 00:00:03,000
پرسشگر: نان را از کی می‌پختید؟

2
00:00:04,000 --> 00:00:06,000
نانوا: از ده سالگی.
"""


def test_a_text_has_its_passages_and_its_labels() -> None:
    found = read(TALK.encode(), "content/received/talk.txt")
    assert found is not None
    assert found.passages == ("نان را از کی می‌پختید؟", "از ده سالگی.")
    assert found.labels == {"پرسشگر", "نانوا"}
    assert "گفت‌وگو با نانوا" in found.whole


def test_a_labelled_transcript_is_read_as_one() -> None:
    found = read(LABELLED.encode(), "talk.md")
    assert found is not None
    assert found.passages == ("سلام.", "تنور", "از ده سالگی.", "و بس.")
    assert found.labels == {"نانوا"}


def test_subtitles_are_read_without_their_times() -> None:
    found = read(SUBTITLES.encode(), "talk.srt")
    assert found is not None
    assert found.passages == ("نان را از کی می‌پختید؟", "از ده سالگی.")


def test_a_text_in_which_nobody_speaks_is_compared_whole() -> None:
    assert read("یک باغ بود.\n\nو دیگر هیچ.\n".encode(), "talk.txt") == Received(
        ("یک باغ بود.", "و دیگر هیچ."), "یک باغ بود.\nو دیگر هیچ."
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "talk.pdf"),
        (b"\x89PNG", "talk.png"),
        (b"", "talk.txt"),
        (b"PK\x03\x04", "talk.docx"),
        (b"x", "talk"),
    ],
)
def test_what_import_cannot_read_is_not_compared(data: bytes, name: str) -> None:
    assert read(data, name) is None


def test_a_text_of_doubtful_encoding_is_not_compared() -> None:
    assert read(bytes(range(0xC0, 0xFF)), "talk.txt") is None


@pytest.mark.parametrize(
    ("data", "reason"), [(b"%PDF-1.4", "it is a PDF"), (b"PK\x03\x04 no more", "the file is damaged")]
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    told = Problems()
    assert read(data, "content/received/talk.docx", told) is None
    (problem,) = told
    assert (problem.code, problem.path) == ("S017", "content/received/talk.docx")
    assert f"the pages claim nothing of the text received: {reason}" in str(problem)


def test_an_encoding_in_doubt_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "decode", lambda *_: encodings.Decoded(TALK, "Windows-1256", sure=False))
    told = Problems()
    assert read(b"...", "talk.txt", told) is None
    (problem,) = told
    assert "the encoding was taken for Windows-1256" in problem.message


def test_a_chat_of_several_days_is_compared_though_its_date_is_asked_about() -> None:
    said = ("[13/02/2024, 20:01:07] پری: نان؟", "[13/02/2024, 20:01:09] صفا: بله.", "[14/02/2024, 8:00:00] پری: سپاس.")
    told = Problems()
    found = read("\n".join(said).encode(), "talk.txt", told)
    assert found is not None
    assert (found.passages, list(told)) == (("نان؟", "بله.", "سپاس."), [])


def test_comments_and_deletions_are_counted() -> None:
    files, relations = office.comments("نامش را نبرید.")
    gone = '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>نیلوفر</w:delText></w:r></w:del></w:p>'
    spoken = office.run("نانوا: از ده سالگی.", '<w:commentReference w:id="0"/>')
    found = read(office.word("پرسشگر: از کی؟", spoken, gone, files=files, relations=relations), "talk.docx")
    assert found is not None
    assert [str(message) for message in found.beside] == ["1 tracked deletions", "1 comments"]
    assert str(reveals("talk.docx", found.beside)).startswith("talk.docx: S018 the file is published")
