"""Characters that no text may hold are one problem with its paragraph, in whatever form they come."""

from __future__ import annotations

import json

import pytest

from goftogu.problems import Problem
from goftogu.transcripts.formats import registry
from tests import office
from tests.collecting import collected


def _as_word(text: str) -> tuple[bytes, str]:
    return office.word("پرسش: چرا؟", text), "a.docx"


def _as_opendocument(text: str) -> tuple[bytes, str]:
    return office.opendocument(f"<text:p>پرسش: چرا؟</text:p><text:p>{text}</text:p>"), "a.odt"


def _as_segments(text: str) -> tuple[bytes, str]:
    segments = [{"start": number, "end": number, "text": said} for number, said in enumerate(("چرا؟", text))]
    return json.dumps({"segments": segments}).encode(), "a.json"


def _problems(data: bytes, name: str) -> list[Problem]:
    document, problems = collected(registry.read, data, name)
    assert (document is None) == bool(problems)
    return problems


@pytest.mark.parametrize("made", [_as_word, _as_opendocument, _as_segments], ids=lambda made: made.__name__)
@pytest.mark.parametrize(("text", "code"), [("چون\u202e.", "S003"), ("چون\u2066.", "S003"), ("ا" * 300, "S010")])
def test_a_character_that_no_text_may_hold_is_one_problem(made: object, text: str, code: str) -> None:
    (problem,) = _problems(*made(text))  # type: ignore[operator]
    assert (problem.code, problem.line, problem.column) == (code, 2, 0)


def test_what_is_no_character_is_one_problem() -> None:
    (problem,) = _problems(*_as_segments("چون\ufffe."))
    assert (problem.code, problem.line) == ("S003", 2)


def test_half_a_character_is_one_problem() -> None:
    (problem,) = _problems(*_as_segments("چون\ud800"))
    assert (problem.code, problem.message, problem.line) == ("S003", "U+D800 is not allowed in a text", 2)


@pytest.mark.parametrize("made", [_as_word, _as_opendocument, _as_segments], ids=lambda made: made.__name__)
def test_line_ends_of_other_kinds_are_blanks(made: object) -> None:
    data, name = made("چون\u2028باران\u2029نبود")  # type: ignore[operator]
    document, problems = collected(registry.read, data, name)
    assert document is not None, problems
    assert document.pieces[-1].text == "چون باران نبود"


def test_line_ends_of_other_kinds_in_names_are_blanks() -> None:
    document, problems = collected(registry.read, "name,text\nمینا\u2028راد,سلام\n".encode(), "a.csv")
    assert document is not None, problems
    assert [(piece.speaker, piece.text) for piece in document.pieces] == [("مینا راد", "سلام")]
    named = "<ROOT><record><interviewee>مینا\u2029راد</interviewee><transcript>مجری: چرا؟</transcript></record></ROOT>"
    document, problems = collected(registry.read, named.encode(), "a.xml")
    assert document is not None, problems
    assert document.interviewees == ("مینا راد",)


def test_what_the_file_says_apart_from_its_text_is_looked_at_too() -> None:
    text = "<ROOT><record><title>نان\u202e</title><transcript>مجری: چرا؟</transcript></record></ROOT>"
    assert [problem.code for problem in _problems(text.encode(), "a.xml")] == ["S003"]
    text = "<ROOT><record><interviewer>راد\u202e</interviewer><transcript>مجری: چرا؟</transcript></record></ROOT>"
    assert [problem.code for problem in _problems(text.encode(), "a.xml")] == ["S003"]


def test_two_faults_of_a_paragraph_are_one_problem() -> None:
    (problem,) = _problems(*_as_word("چون\u202e و" + "ا" * 300))
    assert problem.line == 2


def test_a_fault_of_what_stands_apart_from_the_text_has_no_line() -> None:
    transcript = "<transcript>مجری: چرا؟</transcript>"
    for said in ("<title>نان\u202e</title>", "<interviewee>راد\u202e</interviewee>"):
        (problem,) = _problems(f"<ROOT><record>{said}{transcript}</record></ROOT>".encode(), "a.xml")
        assert (problem.code, problem.line) == ("S003", 0)
    twin = f"{transcript}<transcript_alt>Host: Why\u202e?</transcript_alt>"
    (problem,) = _problems(f"<ROOT><record>{twin}</record></ROOT>".encode(), "a.xml")
    assert (problem.code, problem.line) == ("S003", 0)
