from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Source, StageNote
from goftogu.transcripts import read as transcript_read
from tests import outline
from tests.collecting import collected, found_by

ROOT = Path(__file__).parents[3]
CASES = sorted((ROOT / "tests" / "cases" / "transcript").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path) -> None:
    given_text, expected, problems = case.read_text(encoding="utf-8").split("=====\n")
    name = case.name.removesuffix(".txt") if case.stem.endswith(".md") else case.name
    interview, found = collected(transcript_read.read_transcript, Source(name, b"", given_text), str)
    assert (list(outline.of_interview(interview)) if interview else ["-"]) == expected.splitlines()
    assert list(outline.of_problems(found)) == problems.strip().splitlines()


HEAD = "---\ntitle: x\ndate: 1404\nspeakers: {مجری: {role: interviewer}, بهرامی: {role: interviewee}}\n---\n"
WORDS = st.sampled_from(
    [
        "مجری:",
        "بهرامی: ",
        "مجری",
        "# ",
        "+ ",
        "{: #t1 }",
        "{: .lede }",
        "{:",
        "\\",
        ":",
        "\n",
        "\n\n",
        "*",
        "سلام؟",
        "<b>",
        "&amp;",
        "---",
        "date 2025-12-13",
        "متن کامل",
        "به گزارش ایرنا،",
        "۲۳ خرداد ۱۳۹۴",
        "کد خبر: ۱۲",
        "•",
        "بفرمایید.",
        "\u200c",
        "\u2028",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map("".join) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"]), max_size=60
)


@given(TEXTS, st.sampled_from(["", HEAD]), st.sampled_from(["md", "txt"]))
def test_any_text_gives_an_interview_or_an_error(text: str, head: str, ending: str) -> None:
    interview, problems = collected(transcript_read.read_transcript, Source(f"a.{ending}", b"", head + text), str)
    assert (interview is None) == any(problem.severity == "error" for problem in problems)
    if interview is not None:
        ids = [unit.id for unit in interview.units()] + [turn.id for turn in interview.turns]
        assert len(ids) == len(set(ids))
        assert all(turn.paragraphs for turn in interview.turns)


def test_an_edit_elsewhere_moves_no_id() -> None:
    text = f"{HEAD}مجری: یک؟\n\nبهرامی: دو.\n\nمجری: سه؟\n\nبهرامی: چهار.\n"
    before, _ = collected(transcript_read.read_transcript, Source("a.md", b"", text), str)
    after, _ = collected(transcript_read.read_transcript, Source("a.md", b"", text.replace("دو.", "دوم، نه دو.")), str)
    assert before is not None
    assert after is not None
    assert [turn.id for turn in before.turns][2:] == [turn.id for turn in after.turns][2:]
    assert before.turns[1].id != after.turns[1].id


def test_notes_and_the_stage_notes_that_the_text_has_are_told() -> None:
    text = f"{HEAD}مجری: [خنده] رود[^1] کجاست؟\n\nبهرامی: در گیلان.\n\n[^1]: سفیدرود.\n"
    known = {word: StageNote(word, word, "vocal") for word in ("خنده", "گریه")}
    source = Source("a.md", b"", text)
    interview, _ = collected(transcript_read.read_transcript, source, str, stage=known)
    assert interview is not None
    assert [(note.label, note.place, note.text.record) for note in interview.footnotes] == [
        ("1", interview.turns[0].paragraphs[0].id, "سفیدرود.")
    ]
    assert interview.stage_notes == (known["خنده"],)


def test_a_paragraph_whose_markup_would_take_minutes_is_an_error() -> None:
    text = "---\ntitle: سلام\nspeakers: {الف: {role: other}}\n---\nالف: سلام\n\nالف: " + "*a* " * 30_000
    interview, problems = collected(transcript_read.read_transcript, Source("content/interviews/a.md", b"", text), str)
    assert interview is None
    assert [(problem.code, problem.line, problem.column) for problem in problems if problem.code != "T009"] == [
        ("S010", 7, 1)
    ]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("مجری: این را ببینید ![باغ](a.jpg) چیست؟\n\nسرو: آری.", (7, 1)),
        ("مجری: چرا؟\n\nسرو: این\nیا آن ![باغ](a.jpg)", (10, 7)),
        ("یک سطر ![باغ](a.jpg)\n\nمجری: چرا؟\n\nسرو: آری.", (7, 1)),
    ],
)
def test_a_picture_within_a_text_is_an_error(body: str, place: tuple[int, int]) -> None:
    head = "---\ntitle: باغ\nspeakers:\n  مجری: {role: interviewer}\n  سرو: {role: interviewee}\n---\n"
    source = Source("content/interviews/a.md", b"", head + body)
    found, problems = collected(transcript_read.read_transcript, source, str)
    assert found is None
    assert [(problem.code, problem.line, problem.column) for problem in problems if problem.code != "T009"] == [
        ("I001", *place)
    ]


def test_a_rough_text_may_have_any_characters() -> None:
    text = "گفت‌وگو\n\n- چرا ![باغ](a.jpg) آمدید؟\n\nبرای دیدن.\n"
    _, problems = collected(transcript_read.read_transcript, Source("content/interviews/a.txt", b"", text), str)
    assert "I001" not in {problem.code for problem in problems}


SPEAKERS = "---\ntitle: باغ\nspeakers:\n  مجری: {role: interviewer}\n  سرو: {role: interviewee}\n---\n"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("0:00:00", "0:00:00", []), ("0:00:01", "0:00:01", []), ("0:00:01", "0:00:00", [(10, 1)])],
)
def test_a_time_before_the_one_above_it_is_told(first: str, second: str, told: list[tuple[int, int]]) -> None:
    body = f'مجری: چرا؟\n{{: time="{first}" }}\n\nسرو: چون.\n{{: time="{second}" }}\n'
    found = found_by(transcript_read.read_transcript, Source("a.md", b"", SPEAKERS + body), str)
    times = [problem for problem in found if problem.code == "R002"]
    assert [(problem.line, problem.column) for problem in times] == told
    assert [str(problem.message) for problem in times] == [f"{second} is before {first}, the time above it"] * len(told)


@pytest.mark.parametrize(("answer", "lines"), [("چون [withheld: نام] بود.", [7]), ("چون بهار بود.", [])])
def test_a_recording_that_has_what_is_withheld_is_told(answer: str, lines: list[int]) -> None:
    head = SPEAKERS.removesuffix("---\n") + "media:\n  - {file: a.mp3}\n  - {file: b.mp3, redacted: true}\n---\n"
    text = f"{head}مجری: چرا؟\n\nسرو: {answer}\n"
    found = found_by(transcript_read.read_transcript, Source("a.md", b"", text), str)
    assert [(problem.line, problem.code) for problem in found if problem.code == "R005"] == [
        (line, "R005") for line in lines
    ]


def test_twenty_characters_of_a_mark_that_is_none_are_shown() -> None:
    body = "مجری: چرا؟\n\nسرو: چون آن‌جا [withheld نام پدرش و مادرش] بود.\n"
    found = found_by(transcript_read.read_transcript, Source("a.md", b"", SPEAKERS + body), str)
    (problem,) = [problem for problem in found if problem.code == "T016"]
    assert str(problem.message) == "“[withheld نام پدرش و” is no mark of a withheld passage"
