from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from goftogu.translation.memory.reading import parse
from tests.collecting import collected

ARGOS = "argos translate-fa_en 1.5"
FIRST, SECOND, THIRD = "باغ بزرگ بود.", "آب هم داشت.", "پدرم آن را ساخت."
ENGLISH = {FIRST: "The garden was large.", SECOND: "It had water, too.", THIRD: "My father made it."}
WHOLE = Unit("t1.1", f"{FIRST} {SECOND} {THIRD}")
NEXT = Unit("t2.1", "کجا بود؟")


def memory(*texts: tuple[Unit, str], origin: str = ARGOS) -> Memory:
    found = Memory("azar")
    found.merge([unit for unit, _ in texts])
    for unit, text in texts:
        found.record(unit, text, origin)
    return found


def whole(text: str = " ".join(ENGLISH.values())) -> Memory:
    return memory((WHOLE, text), (NEXT, "Where was it?"))


def merged(found: Memory, *units: Unit) -> list[Translation]:
    """Bring a memory in step, twice, and return the English of all units."""
    found.merge(units)
    once = found.dump()
    again, problems = collected(parse, once, "content/translations/en/azar.po")
    assert problems == []
    assert again is not None
    again.merge(units)
    assert again.dump() == once
    return [found.lookup(unit) for unit in units]


def texts(found: list[Translation]) -> list[str]:
    return [item.text for item in found]


def test_the_english_of_a_split_paragraph_is_divided_by_sentences() -> None:
    parts = Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT
    found = merged(whole(), *parts)
    assert texts(found) == ["The garden was large.", "It had water, too. My father made it.", "Where was it?"]
    assert [item.state for item in found] == [State.MACHINE] * 3
    assert [item.origin for item in found] == [ARGOS] * 3


def test_a_paragraph_may_have_three_parts_and_other_ids() -> None:
    found = merged(whole(), Unit("t1.1", FIRST), Unit("t5.1", SECOND), Unit("t6.1", THIRD), NEXT)
    assert texts(found) == [*ENGLISH.values(), "Where was it?"]


def test_a_paragraph_is_divided_however_many_follow() -> None:
    rest = [Unit(f"t{number}.1", f"سال {number} بود؟") for number in range(3, 8)]
    known = memory((WHOLE, " ".join(ENGLISH.values())), *((unit, f"Year of {unit.id}?") for unit in rest))
    found = merged(known, Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), *rest)
    assert texts(found)[:3] == ["The garden was large.", "It had water, too. My father made it.", "Year of t3.1?"]


@pytest.mark.parametrize("text", ["The garden was large and had water. My father made it.", "One. Two. Three. Four."])
def test_where_sentences_do_not_fit_the_english_stays_with_the_first_part(text: str) -> None:
    found = merged(whole(text), Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT)
    assert texts(found) == [text, "", "Where was it?"]
    assert [item.state for item in found] == [State.STALE, State.MISSING, State.MACHINE]


def test_parts_of_what_was_approved_wait_for_a_person_and_no_engine_replaces_them() -> None:
    there = whole()
    there.approve(WHOLE, "Sara", "2026-11-27")
    found = merged(there, Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT)
    assert [item.state for item in found[:2]] == [State.DRAFT, State.DRAFT]
    assert {item.origin for item in found[:2]} == {f"edited: {ARGOS}"}
    assert there.dump().count("#. from: t1.1\n") == 2


def test_a_split_that_is_undone_brings_the_approval_back() -> None:
    there = whole()
    there.approve(WHOLE, "Sara", "2026-11-27")
    merged(there, Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT)
    found = merged(there, WHOLE, NEXT)
    assert (found[0].state, found[0].by, found[0].text) == (State.REVIEWED, "Sara", " ".join(ENGLISH.values()))


def parts() -> Memory:
    return memory((Unit("t1.1", FIRST), ENGLISH[FIRST]), (Unit("t1.2", f"{SECOND} {THIRD}"), "Water. Father."))


def test_the_english_of_joined_paragraphs_is_joined() -> None:
    (found,) = merged(parts(), WHOLE)
    assert (found.text, found.state) == ("The garden was large. Water. Father.", State.MACHINE)


def test_joined_lines_stay_lines() -> None:
    poem = memory((Unit("p1", FIRST), "One"), (Unit("p2", SECOND), "Two"), (Unit("p3", THIRD), "Three"))
    (found,) = merged(poem, Unit("p1", f"{FIRST}\n{SECOND}\n{THIRD}"))
    assert found.text == "One\nTwo\nThree"


def test_what_a_person_has_approved_of_the_joined_is_no_engines_any_more() -> None:
    there = parts()
    there.approve(Unit("t1.1", FIRST), "Sara")
    (found,) = merged(there, WHOLE)
    assert (found.state, found.origin) == (State.DRAFT, f"edited: {ARGOS}")


def test_paragraphs_of_which_one_has_no_english_are_not_joined() -> None:
    there = Memory("azar")
    units = [Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}")]
    there.merge(units)
    there.record(units[0], ENGLISH[FIRST], ARGOS)
    (found,) = merged(there, WHOLE)
    assert (found.text, found.state) == (ENGLISH[FIRST], State.STALE)


def test_a_paragraph_whose_persian_was_changed_is_not_divided() -> None:
    found = merged(whole(), Unit("t1.1", f"{FIRST} نه."), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT)
    assert [item.state for item in found] == [State.STALE, State.MISSING, State.MACHINE]


def test_what_was_gone_already_is_neither_divided_nor_joined() -> None:
    there = whole()
    merged(there, NEXT)
    assert texts(merged(there, Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}"), NEXT)) == [
        "",
        "",
        "Where was it?",
    ]
    there = parts()
    merged(there, NEXT)
    assert texts(merged(there, WHOLE, NEXT)) == ["", ""]


def numbered(count: int) -> list[tuple[Unit, str]]:
    """Return paragraphs of a sentence each, with their English."""
    return [(Unit(f"t1.{number}", f"سال {number} بود."), f"It was year {number}.") for number in range(1, count + 1)]


@pytest.mark.parametrize(("count", "is_divided"), [(6, True), (7, False)])
def test_a_paragraph_has_at_most_six_parts(count: int, is_divided: bool) -> None:
    parts, english = zip(*numbered(count), strict=True)
    there = memory((Unit("t9.1", " ".join(part.source for part in parts)), " ".join(english)))
    assert texts(merged(there, *parts)) == ([*english] if is_divided else [""] * count)


@pytest.mark.parametrize(("count", "is_joined"), [(6, True), (7, False)])
def test_at_most_six_paragraphs_are_joined(count: int, is_joined: bool) -> None:
    known = numbered(count)
    there = memory(*known, (Unit("t2.1", FIRST), "One."), (Unit("t2.2", SECOND), "Two."))
    (found,) = merged(there, Unit("t9.1", " ".join(unit.source for unit, _ in known)))
    assert found.text == (" ".join(english for _, english in known) if is_joined else "")


def test_what_is_divided_or_joined_may_stand_between_others() -> None:
    before, after = (Unit("p1", "پیش از باغ."), "Before."), (Unit("t9.1", "پس از باغ."), "After.")
    parts = Unit("t1.1", FIRST), Unit("t1.2", f"{SECOND} {THIRD}")
    found = merged(memory(before, (WHOLE, " ".join(ENGLISH.values())), after), before[0], *parts, after[0])
    assert texts(found) == ["Before.", "The garden was large.", "It had water, too. My father made it.", "After."]
    there = memory(before, (parts[0], "One."), (parts[1], "Two. Three."), after)
    assert texts(merged(there, Unit("t5.1", WHOLE.source))) == ["One. Two. Three."]


def test_verses_that_are_joined_keep_their_lines() -> None:
    poem = memory((Unit("p1", f"{FIRST}\n{SECOND}"), "One\nTwo"), (Unit("p2", THIRD), "Three"))
    assert texts(merged(poem, Unit("p3", f"{FIRST}\n{SECOND}\n{THIRD}"))) == ["One\nTwo\nThree"]


@given(st.lists(st.integers(1, 3), min_size=2, max_size=5))
def test_every_division_into_whole_sentences_comes_out_as_it_went_in(counts: list[int]) -> None:
    numbers = range(sum(counts))
    persian = [f"جملهٔ {'ی' * number}ک بود." for number in range(1, sum(counts) + 1)]
    english = [f"Sentence {chr(65 + number)} was." for number in numbers]
    there = memory((Unit("t1.1", " ".join(persian)), " ".join(english)))
    ends = [sum(counts[:number]) for number in range(len(counts) + 1)]
    units = [Unit(f"t1.{end}", " ".join(persian[start:end])) for start, end in pairwise(ends)]
    expected = [" ".join(english[start:end]) for start, end in pairwise(ends)]
    assert texts(merged(there, *units)) == expected
    (back,) = merged(there, Unit("t9.1", " ".join(persian)))
    assert back.text == " ".join(english)
