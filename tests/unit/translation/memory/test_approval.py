from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.memory import approval
from goftogu.translation.memory.approval import SEEN, Approval, EditorSave, last_save, note_save

PAIR = "06a7c3d1e5f2-9b1de0a47c33"


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (PAIR, Approval(PAIR)),
        (f"{PAIR} by Sara Omidi", Approval(PAIR, "Sara Omidi")),
        (f"{PAIR} 2026-11-27", Approval(PAIR, "", "2026-11-27")),
        (f"{PAIR} 2026-11-27 by سارا امیدی", Approval(PAIR, "سارا امیدی", "2026-11-27")),
        (f"{PAIR} by Stand by Me", Approval(PAIR, "Stand by Me")),
        (f"{PAIR} by ", Approval(PAIR)),
        ("", Approval("")),
    ],
)
def test_an_approval_is_read(note: str, found: Approval) -> None:
    assert approval.read(note) == found


@pytest.mark.parametrize("note", [f"{PAIR} yesterday", f"{PAIR} 2026-11", f"{PAIR} 27.11.2026 of Sara"])
def test_what_is_not_understood_of_an_approval_still_names_its_pair(note: str) -> None:
    assert approval.read(note) == Approval(PAIR)


NAMES = st.text(st.characters(whitelist_categories=("L", "Nd")), min_size=1)


@given(st.one_of(st.just(""), NAMES), st.one_of(st.just(""), st.dates().map(str)))
def test_what_is_written_is_read_again(by: str, day: str) -> None:
    assert approval.read(str(Approval(PAIR, by, day))) == Approval(PAIR, by, day)


HEAD = {"PO-Revision-Date": "2026-11-27 10:15+0330", "Last-Translator": "Sara Omidi <sara@example.org>"}


def test_of_a_reviewer_neither_name_nor_day_need_be_known() -> None:
    assert approval.Reviewer() == approval.Reviewer("", "")


def test_the_head_says_who_saved_a_file_and_when() -> None:
    assert last_save(HEAD) == EditorSave(is_new=True, by="Sara Omidi", day="2026-11-27")


@pytest.mark.parametrize("date", ["", " ", "YEAR-MO-DA HO:MI+ZONE", "2026-11-27", "yesterday 10:00"])
def test_without_a_date_nobody_is_known_to_have_saved(date: str) -> None:
    assert last_save({**HEAD, "PO-Revision-Date": date}) == EditorSave(is_new=False, by="", day="")


@pytest.mark.parametrize(
    "name",
    [
        "FULL NAME <EMAIL@ADDRESS>",
        "Automatically generated",
        "Weblate <noreply@weblate.org>",
        "",
        " <a@b.c>",
        "a\u202eb",
    ],
)
def test_a_program_is_no_person(name: str) -> None:
    assert last_save({**HEAD, "Last-Translator": name}) == EditorSave(is_new=True, day="2026-11-27")
    assert last_save({"PO-Revision-Date": HEAD["PO-Revision-Date"]}).by == ""


def test_a_save_is_news_once() -> None:
    head = dict(HEAD)
    note_save(head)
    assert head == {**HEAD, SEEN: HEAD["PO-Revision-Date"]}
    assert last_save(head) == EditorSave()
    head["PO-Revision-Date"] = "2026-11-27 10:16+0330"
    assert last_save(head).is_new


def test_nothing_is_noted_where_no_editor_has_saved() -> None:
    head: dict[str, str] = {"Language": "en"}
    note_save(head)
    assert head == {"Language": "en"}


DAYS = ("", "2026-11-26", "2026-11-27")


@pytest.mark.parametrize(("is_new", "day", "before"), [*product((True, False), DAYS[1:], DAYS)])
def test_an_older_save_is_after_no_newer_approval(is_new: bool, day: str, before: str) -> None:
    found = EditorSave(is_new=is_new, day=day).after(Approval(PAIR, "Omid", before))
    assert found is (is_new and (not before or day >= before))
