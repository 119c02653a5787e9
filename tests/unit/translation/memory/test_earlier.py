from __future__ import annotations

import json

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.memory import earlier, obsolete
from goftogu.translation.memory import entry as entries
from goftogu.translation.memory.approval import Approval
from goftogu.translation.memory.earlier import Earlier, versions
from goftogu.translation.memory.keys import fingerprint
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.memory.reading import parse
from tests.collecting import collected

ARGOS = "argos translate-fa_en 1.5"
UNIT = Unit("t1.1", "باغ بزرگ است.")
SEALED = Approval(fingerprint(UNIT.source, "The garden is large."), "Sara", "2026-11-20")


def entry(comment: str = "", text: str = "Now.") -> polib.POEntry:
    return polib.POEntry(msgctxt="t1.1", msgid=UNIT.source, msgstr=text, comment=comment)


def line(*values: object) -> str:
    return f"earlier: {json.dumps(values, ensure_ascii=False)}"


def test_an_entry_without_earlier_versions_has_none() -> None:
    assert versions(entry("origin: x\nearlier it was better")) == ()


def test_versions_are_kept_the_newest_first_and_the_oldest_gives_way() -> None:
    there = entry("seen by Omid")
    for number in range(7):
        earlier.keep(there, Earlier(f"Text {number}.", ARGOS))
    assert [version.text for version in versions(there)] == [f"Text {number}." for number in (6, 5, 4, 3, 2)]
    assert there.comment.startswith("seen by Omid\nearlier: ")


def test_the_same_text_is_kept_once_in_its_newest_place() -> None:
    there = entry()
    for text in ("One.", "Two.", "One."):
        earlier.keep(there, Earlier(text, origin=""))
    assert [version.text for version in versions(there)] == ["One.", "Two."]


def test_what_is_there_now_is_no_earlier_version() -> None:
    there = entry(text="Two.")
    for text in ("One.", "Two."):
        earlier.keep(there, Earlier(text, origin=""))
    assert [version.text for version in versions(there)] == ["One."]


@pytest.mark.parametrize(
    "spoiled",
    [
        "earlier: ",
        "earlier: [",
        "earlier: {}",
        line("One."),
        line("One.", "", 3),
        line(" ", "", ""),
        line("One\u202e.", "", ""),
        "earlier: " + "[" * 100_000,
    ],
)
def test_a_line_that_somebody_has_spoiled_stays_and_means_nothing(spoiled: str) -> None:
    there = entry(spoiled)
    assert versions(there) == ()
    earlier.keep(there, Earlier("One.", origin=""))
    assert versions(there) == (Earlier("One.", origin=""),)
    assert there.comment.startswith(spoiled)


TEXTS = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1)


@given(TEXTS, TEXTS, st.booleans())
def test_a_version_is_read_as_it_was_kept(text: str, origin: str, approved: bool) -> None:
    version = Earlier(f"{text}\n“{text}” \\", origin, SEALED if approved else None)
    there = entry()
    earlier.keep(there, version)
    assert versions(there) == (version,)
    assert "\n" not in there.comment


def test_versions_go_and_come_back_with_their_entry_and_stay_below_the_notes() -> None:
    there = entry("origin: draft: x")
    earlier.keep(there, Earlier("One.", ARGOS))
    entries.annotate(there, score="-0.5")
    assert [part.partition(":")[0] for part in there.comment.split("\n")] == ["origin", "score", "earlier"]
    obsolete.retire(there)
    assert there.comment == ""
    obsolete.revive(there)
    assert versions(there) == (Earlier("One.", ARGOS),)


def memory() -> Memory:
    found = Memory("azar")
    found.merge([UNIT])
    return found


def again(found: Memory) -> Memory:
    """Return the memory as it is read from its file."""
    read, problems = collected(parse, found.dump(), "content/translations/en/azar.po")
    assert problems == []
    assert read is not None
    read.merge([UNIT])
    assert read.dump() == found.dump()
    return read


def test_what_an_engine_replaces_is_kept() -> None:
    found = memory()
    assert found.earlier(UNIT) == ()
    found.record(UNIT, "The garden is big.", ARGOS)
    found.record(UNIT, "The garden is big.", ARGOS, score=-0.4)
    assert found.earlier(UNIT) == ()
    found.record(UNIT, "The garden is huge.", "argos translate-fa_en 1.6")
    assert again(found).earlier(UNIT) == (Earlier("The garden is big.", ARGOS),)


def test_what_a_person_changes_is_kept_with_its_approval() -> None:
    found = memory()
    found.record(UNIT, "The garden is large.", ARGOS)
    assert found.approve(UNIT, "Sara", "2026-11-20")
    assert found.edit(UNIT, "The garden is vast.")
    now = again(found).lookup(UNIT)
    assert (now.state, now.origin, now.by) == (State.DRAFT, f"edited: {ARGOS}", None)
    assert again(found).earlier(UNIT) == (Earlier("The garden is large.", ARGOS, SEALED),)
    assert found.edit(UNIT, " The garden is vast. ") is False


def test_what_is_put_back_has_its_approval_again() -> None:
    found = memory()
    found.record(UNIT, "The garden is large.", ARGOS)
    found.approve(UNIT, "Sara", "2026-11-20")
    found.edit(UNIT, "The garden is vast.")
    found.put_back(UNIT, found.earlier(UNIT)[0])
    now = again(found).lookup(UNIT)
    assert (now.text, now.state, now.by, now.day) == ("The garden is large.", State.REVIEWED, "Sara", "2026-11-20")
    assert found.earlier(UNIT) == (Earlier("The garden is vast.", f"edited: {ARGOS}"),)


def test_an_approval_of_another_persian_does_not_come_back() -> None:
    found = memory()
    found.record(UNIT, "The garden is large.", ARGOS)
    found.approve(UNIT, "Sara", "2026-11-20")
    changed = Unit(UNIT.id, "باغ کوچک است.")
    found.merge([changed])
    found.edit(changed, "The garden is small.")
    found.put_back(changed, found.earlier(changed)[0])
    now = found.lookup(changed)
    assert (now.text, now.state, now.origin) == ("The garden is large.", State.DRAFT, f"edited: {ARGOS}")


def test_english_of_an_engine_that_a_person_put_back_is_a_persons_choice() -> None:
    found = memory()
    found.record(UNIT, "The garden is big.", ARGOS)
    found.record(UNIT, "The garden is huge.", "argos translate-fa_en 1.6")
    found.put_back(UNIT, found.earlier(UNIT)[0])
    assert found.lookup(UNIT).origin == f"edited: {ARGOS}"


def test_english_of_nobody_known_stays_so_when_it_is_edited() -> None:
    found = memory()
    assert found.edit(UNIT, "A garden.")
    assert (found.lookup(UNIT).state, found.lookup(UNIT).origin) == (State.DRAFT, "")


def test_an_approval_is_taken_back() -> None:
    found = memory()
    found.edit(UNIT, "A garden.")
    found.approve(UNIT, "Sara")
    found.withdraw(UNIT)
    assert again(found).lookup(UNIT).state is State.DRAFT
