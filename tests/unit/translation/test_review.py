from __future__ import annotations

import pytest

from goftogu.translation import review
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from tests import sample_site as sample
from tests.collecting import collected

MACHINE = Translation("A long text. " * 9, State.MACHINE, "argos translate-fa_en 1.5", ("cut-off",))
REVIEWED = Translation("Yes.", State.REVIEWED, "", by="A. Reader")
SARA = Reviewer("Sara", "2026-11-27")
UNITS = [Unit("t1.1", "یک."), Unit("t1.2", "دو."), Unit("t2.1", "سه.")]


def test_the_most_linked_comes_first() -> None:
    archive = sample.archive(
        translations=sample.english(t3_1=MACHINE, t1_1=REVIEWED, t4_1=Translation("", State.MISSING, ""))
    )
    rows = review.waiting(archive.interviews, archive.english, archive.findings)
    assert [(row.place, row.links) for row in rows][:5] == [
        ("sea:title", 4),
        ("sea:t2.1", 1),
        ("sea:t2.2", 1),
        ("sea:t3.1", 1),
        ("sea:speaker.1", 0),
    ]
    assert not {"sea:t1.1", "sea:t4.1"} & {row.place for row in rows}
    words = f"{'A long text. ' * 4}A long…"
    assert str(rows[3]) == f"   1 machine  sea:t3.1 [loop, question, length?, cut-off]  {words}"
    assert str(rows[0]).startswith("   4 draft    sea:title  The President")


@pytest.mark.parametrize(("state", "waits"), [(state, state in {"machine", "draft", "stale"}) for state in State])
def test_english_waits_until_a_person_approves_it_and_again_when_the_persian_has_changed(
    state: State, waits: bool
) -> None:
    found = Translation("A text.", state, "", by="A. Reader" if state is State.REVIEWED else "")
    archive = sample.archive(translations=sample.english(t3_1=found))
    rows = review.waiting(archive.interviews, archive.english, archive.findings)
    assert ("sea:t3.1" in {row.place for row in rows}) is waits


@pytest.mark.parametrize(("end", "shown"), [("texts", "long texts"), ("texts.", "long…")])
def test_sixty_letters_of_a_text_are_shown(end: str, shown: str) -> None:
    found = Translation("long " * 11 + end, State.MACHINE, "argos translate-fa_en 1.5")
    assert str(review.Waiting("sea:t1.1", 2, found)) == f"   2 machine  sea:t1.1  {'long ' * 10}{shown}"


def memory() -> Memory:
    found = Memory("x")
    found.merge(UNITS)
    for unit in UNITS[:2]:
        found.record(unit, "English", "argos translate-fa_en 1.5")
    return found


def test_approving() -> None:
    for wanted, count in (("t1.2", 1), ("t1", 2), ("", 2), ("t2", 0)):
        found = memory()
        assert collected(review.approve, found, UNITS, wanted, SARA) == (count, [])
        approved = [found.lookup(unit) for unit in UNITS if found.lookup(unit).by == "Sara"]
        assert [found.day for found in approved] == ["2026-11-27"] * count


def test_approving_what_is_not_there() -> None:
    count, problems = collected(review.approve, memory(), UNITS, "t9", SARA)
    assert (count, [problem.code for problem in problems]) == (0, ["C007"])


def test_approving_what_was_stale() -> None:
    found = memory()
    collected(review.approve, found, UNITS, "t1.1", SARA)
    changed = [Unit("t1.1", "هزار."), *UNITS[1:]]
    found.merge(changed)
    assert found.lookup(changed[0]).state is State.STALE
    assert collected(review.approve, found, changed, "t1.1", Reviewer("Omid")) == (1, [])
    assert found.lookup(changed[0]).by == "Omid"


def test_a_paragraph_that_moved_is_approved_in_its_new_place() -> None:
    found = Memory("x")
    found.merge([Unit("t1.1", "یک."), Unit("t2.1", "سه.")])
    found.record(Unit("t1.1", "یک."), "One.", "argos translate-fa_en 1.5")
    moved = [Unit("t5.1", "یک."), Unit("t2.1", "سه.")]
    assert collected(review.approve, found, moved, "t5.1", SARA) == (1, [])
    assert found.lookup(moved[0]).state is State.REVIEWED
