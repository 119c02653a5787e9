"""The notes of an archive, from the file to the interview: order, ids, and what does not fit."""

from __future__ import annotations

import pytest

from goftogu.model import Interview, Source
from goftogu.problems import Problem
from goftogu.transcripts import notes
from goftogu.transcripts.read import read_transcript
from tests.collecting import collected

HEAD = "---\ntitle: باغ\nspeakers:\n  مجری: {role: interviewer}\n  سرو: {role: interviewee, description: درخت}\n---\n"
FIRST = HEAD.count("\n") + 1


def read(body: str, head: str = HEAD) -> tuple[Interview | None, list[Problem]]:
    interview, problems = collected(read_transcript, Source("a.md", b"", head + body), str.upper)
    return interview, [problem for problem in problems if problem.code != "T009"]


def told(body: str) -> list[tuple[int, int, str]]:
    """Return line and column of each problem, the first line of the body being 1, and the name in its message."""
    interview, problems = read(body)
    assert interview is None
    assert {problem.code for problem in problems} == {"T030"}
    return sorted((item.line - FIRST + 1, item.column, str(item.message.values.get("name", ""))) for item in problems)


def test_notes_are_numbered_by_the_text_and_named_by_their_labels() -> None:
    interview, problems = read("پیش[^b].\n\nمجری: چرا[^۲]؟\n\nسرو: چون[^c-1].\n\n[^c-1]: ج x\n[^2]: دو\n\n[^b]: ب\n")
    assert problems == []
    assert interview is not None
    found = interview.footnotes
    assert [(note.number, note.label, note.place.partition(".")[2], note.text.record) for note in found] == [
        (1, "b", "", "ب"),
        (2, "2", "1", "دو"),
        (3, "c-1", "1", "ج x"),
    ]
    assert [note.text.id for note in found] == ["note-b", "note-2", "note-c-1"]
    assert found[2].text.reading == "ج X"
    assert [note.text.line for note in found] == [FIRST + 9, FIRST + 7, FIRST + 6]
    assert list(interview.units())[-3:] == [note.text for note in found]


def test_the_order_is_that_of_the_page_not_of_the_file() -> None:
    interview, _ = read(
        "متن کامل[^3]:\n{: #p1 .note }\n\nمقدمه[^2].\n\nچکیده[^1].\n{: #p3 .lede }\n\nمجری: چرا؟\n\nسرو: چون.\n\n"
        "[^1]: یک\n[^2]: دو\n[^3]: سه\n"
    )
    assert interview is not None
    assert [note.label for note in interview.footnotes] == ["1", "2", "3"]


def test_a_note_goes_on_over_lines_and_ends_no_turn() -> None:
    interview, problems = read("مجری: چرا[^1]؟\n\nسرو: چون.\n[^1]: یک\nدو\n\nو آرام.\n")
    assert problems == []
    assert interview is not None
    assert [unit.record for unit in interview.turns[1].paragraphs] == ["چون.", "و آرام."]
    assert interview.footnotes[0].text.record == "یک\nدو"


def test_an_escaped_note_is_text() -> None:
    interview, problems = read("مجری: چرا؟\n\nسرو: چون.\n\n\\[^1]: یک\n")
    assert problems == []
    assert interview is not None
    assert not interview.footnotes
    assert interview.turns[1].paragraphs[1].record == "\\[^1]: یک"


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("مجری: چرا[^1]؟\n\nسرو: چون.\n", [(1, 1, "1")]),
        ("مجری: چرا؟\n\nسرو: چون.\n\n[^1]: یک\n", [(5, 1, "1")]),
        ("مجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]: یک\n[^۱]: دو\n", [(6, 1, "1")]),
        ("مجری: چرا[^1]؟\n\nسرو: آن\nو این[^1].\n\n[^1]: یک\n", [(4, 6, "1")]),
        ("مجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]:\n", [(5, 1, "1")]),
        ("مجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]: یک[^2]\n\n[^2]: دو\n", [(5, 1, ""), (7, 1, "2")]),
        ("## باغ[^1]\n\nمجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]: یک\n", [(1, 1, "")]),
        ("مجری: چرا [^یک دو]؟\n\nسرو: چون.\n", [(1, 1, "")]),
        ("مجری: چرا [^1؟\n\nسرو: چون.\n", [(1, 1, "")]),
    ],
    ids=["no note", "no reference", "two notes", "two references", "empty", "within a note", "heading", "name", "open"],
)
def test_what_does_not_fit_is_told_with_its_place(body: str, places: list[tuple[int, int, str]]) -> None:
    assert told(body) == places


def test_titles_and_descriptions_have_no_notes() -> None:
    head = HEAD.replace("باغ", "باغ[^1]").replace("درخت", '"درخت[^1]"')
    interview, problems = read("مجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]: یک\n", head)
    assert interview is None
    assert [(problem.code, problem.line) for problem in problems] == [("T030", 2), ("T030", 5)]


def test_a_note_takes_no_attributes() -> None:
    interview, problems = read("مجری: چرا[^1]؟\n\nسرو: چون.\n\n[^1]: یک\n{: #n1 }\n")
    assert interview is None
    assert [(problem.code, problem.line - FIRST + 1) for problem in problems] == [("T005", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[^1]: یک", ("1", "یک")),
        ("[^نام]:یک\nدو", ("نام", "یک\nدو")),
        ("[^1] : یک", None),
        ("[1]: یک", None),
        ("x [^1]: یک", None),
    ],
)
def test_a_definition_begins_its_paragraph(text: str, found: tuple[str, str] | None) -> None:
    assert notes.definition(text) == found
