"""All rules together: pairs that are right, and faults that were written by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.vocabulary import Term, Vocabulary
from goftogu.translation.engine import terminology
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.quality import flags

CASES = Path(__file__).parents[3] / "cases/quality"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line]


@pytest.mark.parametrize(("source", "target"), rows("good.tsv"))
def test_a_good_pair_has_no_flag(source: str, target: str) -> None:
    assert flags.of_text(source, target) == ()


@pytest.mark.parametrize(("flag", "source", "target"), [row for row in rows("faults.tsv") if row[0]])
def test_a_fault_has_its_flag(flag: str, source: str, target: str) -> None:
    assert flag in flags.of_text(source, target)


def test_what_is_only_a_reason_for_doubt_has_a_question_mark() -> None:
    doubtful = {"negation", "length", "ending", "latin", "quotation"}
    known = [*flags.RULES, "empty", "term", "cut-off", "source-changed", "text-changed"]
    assert {flag for flag in known if flags.shown(flag) != flag} == doubtful
    assert {flags.shown(flag) for flag in doubtful} == {f"{flag}?" for flag in doubtful}


def test_what_no_rule_can_see_is_known() -> None:
    unseen = [row[1:] for row in rows("faults.tsv") if not row[0]]
    assert len(unseen) >= 10
    assert not any(flags.of_text(source, target) for source, target in unseen)


def test_every_rule_has_a_fault_by_hand() -> None:
    assert {row[0] for row in rows("faults.tsv")} == {"", "empty", *flags.RULES}


def test_what_is_sure_is_told_from_what_is_doubtful() -> None:
    assert [flags.shown(flag) for flag in ("persian", "term", "cut-off", "negation", "length")] == [
        "persian",
        "term",
        "cut-off",
        "negation?",
        "length?",
    ]


TERMS = terminology.build(
    Vocabulary(glossary={"دریا": Term("دریا", ("Caspian",), 0), "بندر": Term("بندر", ("port",), 0)})
)


def test_every_settled_form_must_be_there() -> None:
    assert flags.of_text("دریا و بندر", "The Caspian and the port", TERMS) == ()
    assert flags.of_text("دریا و بندر", "The Caspian and the harbour", TERMS) == ("term",)
    assert flags.of_text("دریا و بندر", "", TERMS) == ("empty",)


def test_marks_and_targets_of_links_are_no_text() -> None:
    source = "[withheld: نام یک شخص] گفت[^1] که [اینجا](https://example.org/۱۲) [می‌خندد] ماند."
    target = "[withheld: نام یک شخص] said[^1] that she [stayed here](https://example.org/12) [laughs]."
    assert flags.of_text(source, target) == ()


def test_what_the_memory_knows_comes_last() -> None:
    found = Translation("We had ۱۲ boats.", State.STALE, "", ("cut-off", "source-changed"))
    assert flags.of("ما ۱۲ قایق داشتیم.", found) == ("digits", "cut-off", "source-changed")
    assert flags.of("ما ۱۲ قایق داشتیم.", Translation("", State.MISSING, "")) == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_pair_is_read(source: str, target: str) -> None:
    assert set(flags.of_text(source, target)) <= {"empty", *flags.RULES}


def test_the_terms_of_a_vocabulary_are_made_once() -> None:
    one, other = Vocabulary(), Vocabulary()
    assert terminology.settled(one) is terminology.settled(one)
    assert terminology.settled(one) is not terminology.settled(other)


@pytest.mark.parametrize(("source", "target"), [row[1:] for row in rows("faults.tsv")] + rows("good.tsv"))
def test_a_pair_that_has_any_flag_has_one(source: str, target: str) -> None:
    found = Translation(target, State.MACHINE, "")
    assert flags.has_any(source, found) == bool(flags.of(source, found))


@pytest.mark.parametrize(
    ("target", "known", "expected"),
    [
        ("The Caspian and the port", (), False),
        ("The Caspian and the harbour", (), True),
        ("The Caspian and the port", ("cut-off",), True),
        ("", (), False),
        ("", ("cut-off",), False),
    ],
    ids=["nothing", "a term", "known to the memory", "missing", "missing and known"],
)
def test_any_flag_may_come_from_a_rule_a_term_or_the_memory(
    target: str, known: tuple[str, ...], expected: bool
) -> None:
    found = Translation(target, State.MACHINE, "", known)
    assert flags.has_any("دریا و بندر", found, TERMS) is expected
    assert bool(flags.of("دریا و بندر", found, TERMS)) is expected
