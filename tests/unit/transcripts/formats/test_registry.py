"""Which reader gets a file, by its name, its bytes and its lines, and what is said of one that cannot be read."""

from __future__ import annotations

import re

import pytest

from goftogu.problems import Problem
from goftogu.transcripts.formats import encodings, registry
from goftogu.transcripts.formats.document import Document
from tests.collecting import collected

TALK = "مجری: کجا به دنیا آمدید؟\n\nسرو: در شیراز."
CUES = "1\n00:00:01,000 --> 00:00:02,000\nکجا به دنیا آمدید؟\n\n2\n00:00:03,000 --> 00:00:04,000\nدر شیراز.\n"
WEB = "WEBVTT\n\n00:01.000 --> 00:02.000\nکجا به دنیا آمدید؟\n\n00:03.000 --> 00:04.000\nدر شیراز.\n"
CHAT = (
    "[12/01/2024, 10:20:31] Sara: کجا به دنیا آمدید؟\n"
    "[12/01/2024, 10:20:50] Nima: در شیراز.\n"
    "[12/01/2024, 10:21:02] Sara: و؟\n"
)
PAGE = "<html><body><p>مجری: کجا به دنیا آمدید؟</p><p>سرو: در شیراز.</p></body></html>"
ASKED, TOLD = "کجا به دنیا آمدید؟", "در شیراز."


def read(data: str | bytes, path: str, encoding: str = "") -> tuple[Document | None, list[Problem]]:
    raw = data.encode() if isinstance(data, str) else data
    return collected(registry.read, raw, path, encoding=encoding)


def refusal(data: str | bytes, path: str) -> Problem:
    found, (problem,) = read(data, path)
    assert found is None
    assert problem.path == path
    return problem


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", TALK),
        ("a.TEXT", TALK),
        ("a.md", TALK),
        ("a.srt", CUES),
        ("a.vtt", WEB),
        ("a.txt", CUES),
        ("a.text", WEB),
        ("a.txt", CHAT),
        ("a.text", CHAT),
        ("a.json", '{"segments": [{"start": 1, "end": 2, "text": "%s"}, {"start": 3, "end": 4, "text": "%s"}]}'),
        ("a.csv", "speaker,text\nمجری,%s\nسرو,%s\n"),
        ("a.tsv", "speaker\ttext\nمجری\t%s\nسرو\t%s\n"),
        ("a.htm", PAGE),
        ("a.html", PAGE),
        ("a.xhtml", PAGE),
    ],
)
def test_each_form_is_read_as_what_it_is(name: str, text: str) -> None:
    found, problems = read(text.replace("%s", ASKED, 1).replace("%s", TOLD), name)
    assert problems == []
    assert found is not None
    said = [piece.text for piece in found.pieces]
    assert [any(line.endswith(words) for line in said) for words in (ASKED, TOLD)] == [True, True]
    assert not [line for line in said if "<" in line or "-->" in line or '"' in line or "10:20" in line]


def test_only_a_text_is_searched_for_cues_and_chats() -> None:
    for text in (CUES, CHAT):
        found, problems = read(text, "a.md")
        assert problems == []
        assert found
        assert any("00:" in piece.text or "10:20" in piece.text for piece in found.pieces)


def test_a_transcript_of_ours_is_taken_as_it_is() -> None:
    text = f"---\ntitle: باغ\n---\n{TALK}"
    found, problems = read(text, "a.md")
    assert problems == []
    assert found is not None
    assert (found.labelled, found.pieces) == (text, [])


@pytest.mark.parametrize(
    ("data", "path", "code", "message", "hint"),
    [
        (b" \n", "a.txt", "T001", "the file is empty", "write the transcript or delete the file"),
        ("\ufeff\n", "a.txt", "T001", "the file is empty", "write the transcript or delete the file"),
        ("<a/>", "a.xml", "S011", "nobody knows this form of XML", "known is that of OHMS"),
        (b"PK\3\4 text", "a.docm", "S011", "the file holds macros", "save it without macros, as .docx"),
        (
            TALK,
            "a.talk",
            "S011",
            "files that end in “.talk” cannot be imported",
            "known: .csv, .docx, .htm, .html, .json, .md, .odt, .srt, .text, .tsv, .txt, .vtt, .xhtml, .xml",
        ),
        (
            "یک".encode().ljust(10_000_001),
            "a.txt",
            "S010",
            "the text has 10,000,001 bytes, more than 10,000,000",
            "part it",
        ),
        (
            b"x".ljust(50_000_001),
            "a.docx",
            "S010",
            "the file has 50,000,001 bytes, more than 50,000,000",
            "see whether it is a text",
        ),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    data: str | bytes, path: str, code: str, message: str, hint: str
) -> None:
    problem = refusal(data, path)
    assert (problem.code, str(problem.message), str(problem.hint)) == (code, message, hint)


def test_an_empty_file_is_told_at_its_beginning() -> None:
    problem = refusal(b"", "a.txt")
    assert (problem.line, problem.column) == (1, 1)


def test_a_text_may_be_as_large_as_the_largest() -> None:
    found, problems = read("یک".encode().ljust(10_000_000), "a.txt")
    assert (found is not None, problems) == (True, [])


def test_garbled_letters_are_shown() -> None:
    problem = refusal(TALK.encode().decode("cp1252", "replace").replace("\ufffd", ""), "a.txt")
    assert problem.code == "S001"
    assert re.fullmatch("its letters were garbled before it was saved: “.{20}”", str(problem.message), re.DOTALL)
    assert str(problem.hint) == "take the file it was made from"


def test_the_encoding_is_told_where_it_is_not_the_usual_one_and_asked_about_where_nobody_is_sure() -> None:
    named, _ = read(TALK.encode("cp1256", "replace"), "a.txt", "cp1256")
    assert named is not None
    assert [str(line) for line in named.told] == ["the encoding is cp1256"]
    assert named.asked == []
    usual, _ = read(TALK, "a.txt")
    assert usual is not None
    assert (usual.told, usual.asked) == ([], [])


def test_an_encoding_that_was_only_guessed_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "decode", lambda *_: encodings.Decoded(TALK, "Windows-1256", sure=False))
    found, _ = read(TALK, "a.txt")
    assert found is not None
    assert [str(line) for line in found.told] == ["the encoding is Windows-1256"]
    assert [tuple(map(str, item)) for item in found.asked] == [
        ("the encoding was taken for Windows-1256", str(encodings.ASK))
    ]


@pytest.mark.parametrize(
    ("path", "can"),
    [("a.DOCX", True), ("a.odt", True), ("a.xml", True), ("a.vtt", True), ("a.doc", False), ("docx", False)],
)
def test_the_name_tells_whether_it_can_be_imported(path: str, can: bool) -> None:
    assert registry.can_be_imported(path) is can


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("box/a.docx", "run: {goftogu} import box/a.docx"),
        ("box/a.doc", "save it as .docx, without a password; or move it elsewhere"),
    ],
)
def test_the_way_in_of_a_file_is_told(path: str, way: str) -> None:
    assert str(registry.way_in(path)) == way


@pytest.mark.parametrize(("size", "code"), [(9, ""), (10, "S010")])
def test_a_file_may_be_as_large_as_the_largest(size: int, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "LARGEST", 9)
    problems = read("x" * size, "a.txt")[1]
    assert [problem.code for problem in problems] == ([code] if code else [])


@pytest.mark.parametrize(
    ("path", "name"),
    [("box/a.srt", "a"), ("a.srt.txt", "a"), ("a.SRT.TXT", "a"), ("a.b.txt", "a.b"), ("a.txt.b", "a.txt"), ("a", "a")],
)
def test_the_name_without_its_endings(path: str, name: str) -> None:
    assert registry.stem(path) == name
