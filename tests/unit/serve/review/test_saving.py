"""A decision is saved whole, or told why not: what others do meanwhile is never overwritten and never lost."""

from __future__ import annotations

import dataclasses
import itertools
from pathlib import Path
from threading import Thread
from typing import Any

import polib
import pytest

from goftogu.problems import Problems
from goftogu.serve.review import saving
from goftogu.serve.review.queue import Wish
from goftogu.serve.review.refresh import Refresher
from goftogu.serve.review.saving import ReviewDecision, SaveFate, Saver, is_name
from goftogu.storage import files
from goftogu.translation.memory import po, store
from goftogu.translation.memory.entry import State
from tests import reviewing, sites
from tests.reviewing import MEMORY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=4)


@pytest.fixture
def refresher(root: Path) -> Refresher:
    return reviewing.looked(root)


@pytest.fixture
def saver(refresher: Refresher) -> Saver:
    return Saver(refresher)


def decision(root: Path, unit: str = "t2.1", **changes: Any) -> ReviewDecision:
    desk = reviewing.desk(root)
    seen = desk.units[unit]
    made = ReviewDecision("mill", unit, desk.version(seen), desk.found(seen).text, "Sara", approved=True)
    return dataclasses.replace(made, **changes)


def entry(root: Path, unit: str = "t2.1") -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(root / MEMORY)) if entry.msgctxt == unit)


def test_an_approval_is_in_the_file_at_once_with_name_and_day(
    saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "today", lambda: "2026-11-27")
    saved = saver.save(decision(root))
    assert saved.fate is SaveFate.SAVED
    found = entry(root)
    assert not found.fuzzy
    assert found.comment.partition("approved: ")[2].endswith(" 2026-11-27 by Sara")
    assert found.msgstr == reviewing.english(2)


@pytest.mark.parametrize(
    "changes",
    [{}, {"text": "We took it away."}, {"text": "Draft.", "approved": False}, {"text": "", "approved": False}],
)
def test_what_is_answered_is_what_a_new_reading_finds(
    saver: Saver, refresher: Refresher, root: Path, changes: dict[str, Any]
) -> None:
    saver.save(decision(root, "t1.1"))
    saved = saver.save(decision(root, **changes))
    fresh = reviewing.desk(root)
    assert saved.desk is not None
    assert [saved.desk.version(unit) for unit in fresh.units.values()] == list(map(fresh.version, fresh.units.values()))
    listed, digests = refresher.queue.rows(Wish("all"), (), 99), refresher.queue.digests()
    refresher.queue.forget(["mill"])
    refresher.refresh()
    assert refresher.queue.rows(Wish("all"), (), 99) == listed
    assert refresher.queue.digests() == digests


def test_a_memory_is_parsed_once_when_it_is_saved(saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = list[str]()
    parse = po.parse

    def counting(text: str, path: str, problems: Problems) -> polib.POFile | None:
        parsed.append(path)
        return parse(text, path, problems)

    mine = decision(root)
    monkeypatch.setattr(po, "parse", counting)
    assert saver.save(mine).fate is SaveFate.SAVED
    assert parsed == [MEMORY]


def test_nothing_else_of_the_archive_changes(saver: Saver, root: Path) -> None:
    saver.save(decision(root, "t1.1"))
    before = {path: data for path, data in sites.files(root / "content").items() if path not in MEMORY}
    others = {item.msgctxt: str(item) for item in polib.pofile(str(root / MEMORY)) if item.msgctxt != "t2.1"}
    saver.save(decision(root, text="We took it away."))
    after = {path: data for path, data in sites.files(root / "content").items() if path not in MEMORY}
    assert before == after
    assert others == {item.msgctxt: str(item) for item in polib.pofile(str(root / MEMORY)) if item.msgctxt != "t2.1"}


@pytest.mark.parametrize("version", ["seen", "another"])
def test_an_empty_draft_of_what_has_no_translation_changes_nothing(saver: Saver, root: Path, version: str) -> None:
    before = (root / MEMORY).read_bytes()
    wanted = decision(root, "title", text=" ", approved=False)
    saved = saver.save(wanted if version == "seen" else dataclasses.replace(wanted, version=version))
    assert (saved.fate, saved.undo) == (SaveFate.SAVED, 0)
    assert (root / MEMORY).read_bytes() == before


def test_a_draft_is_kept_and_waits(saver: Saver, root: Path) -> None:
    saved = saver.save(decision(root, text="We took it away.", approved=False))
    assert saved.fate is SaveFate.SAVED
    assert entry(root).fuzzy
    assert entry(root).msgstr == "We took it away."


def test_the_answer_has_the_paragraph_as_it_is_now(saver: Saver, root: Path) -> None:
    saved = saver.save(decision(root, text="We took it away."))
    assert saved.desk is not None
    found = saved.desk.found(saved.desk.units[saved.unit])
    assert (found.text, found.state, found.by) == ("We took it away.", State.REVIEWED, "Sara")


def test_the_list_follows_at_once(saver: Saver, refresher: Refresher, root: Path) -> None:
    before = refresher.news.number
    saver.save(decision(root))
    assert [event.interview for event in refresher.news.wait(before, 0)[1]] == ["mill"]
    refresher.refresh()
    assert len(refresher.news.wait(before, 0)[1]) == 1


def test_a_decision_about_another_version_is_a_clash_that_changes_nothing(saver: Saver, root: Path) -> None:
    mine = decision(root, text="We took it away.")
    saver.save(decision(root, text="They took it.", by="Babak"))
    before = (root / MEMORY).read_bytes()
    saved = saver.save(mine)
    assert saved.fate is SaveFate.CLASH
    assert saved.desk is not None
    assert saved.desk.found(saved.desk.units["t2.1"]).text == "They took it."
    assert (root / MEMORY).read_bytes() == before


def test_a_paragraph_whose_original_has_changed_is_a_clash(saver: Saver, root: Path) -> None:
    mine = decision(root)
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما گندم را فروختیم.")
    assert saver.save(mine).fate is SaveFate.CLASH


def test_what_is_so_already_is_saved_whatever_was_seen(saver: Saver, root: Path) -> None:
    mine = decision(root, text="We took it away.")
    first = saver.save(mine)
    before = (root / MEMORY).read_bytes()
    again = saver.save(mine)
    assert (first.fate, again.fate) == (SaveFate.SAVED, SaveFate.SAVED)
    assert again.undo == 0
    assert (root / MEMORY).read_bytes() == before


def test_what_is_not_there_any_more_is_told(saver: Saver, root: Path) -> None:
    mine = decision(root)
    assert saver.save(dataclasses.replace(mine, unit="t99.1")).fate is SaveFate.GONE
    gone = saver.save(dataclasses.replace(mine, interview="../river"))
    assert (gone.fate, gone.unit) == (SaveFate.GONE, "")
    (root / reviewing.TRANSCRIPT).unlink()
    assert saver.save(mine).fate is SaveFate.GONE


@pytest.mark.parametrize(
    "changes",
    [
        {"by": ""},
        {"by": "  "},
        {"by": "a\nb"},
        {"by": "\x00"},
        {"by": "n" * 201},
        {"text": " \u200c "},
        {"text": "a\x07"},
    ],
    ids=repr,
)
def test_what_no_file_may_hold_is_refused_with_a_reason(saver: Saver, root: Path, changes: dict[str, Any]) -> None:
    before = (root / MEMORY).read_bytes()
    saved = saver.save(decision(root, **changes))
    assert saved.fate is SaveFate.REFUSED
    assert saved.reason
    assert (root / MEMORY).read_bytes() == before


def test_an_empty_draft_takes_the_text_away(saver: Saver, root: Path) -> None:
    assert saver.save(decision(root, text="", approved=False)).fate is SaveFate.SAVED
    assert entry(root).msgstr == ""


@pytest.mark.parametrize("name", ["سارا امیدی", "Sara O’Neil", "x", "x" * 200, f" {'x' * 200} "])
def test_names_of_people(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", " ", "x" * 201, "Sara\nOmidi", "Sara\tOmidi"])
def test_no_names_of_people(name: str) -> None:
    assert not is_name(name)


def test_an_undo_makes_the_file_what_it_was(saver: Saver, root: Path) -> None:
    saver.save(decision(root, "t1.1"))
    before = (root / MEMORY).read_bytes()
    saved = saver.save(decision(root, text="We took it away."))
    assert saved.undo
    undone = saver.undo(saved.undo)
    assert undone.fate is SaveFate.SAVED
    assert (root / MEMORY).read_bytes() == before


def test_decisions_are_undone_one_after_the_other(saver: Saver, root: Path) -> None:
    saver.save(decision(root, "t1.1"))
    before = (root / MEMORY).read_bytes()
    numbers = [saver.save(decision(root, f"t{number}.1")).undo for number in (2, 3, 4)]
    for number in reversed(numbers):
        assert saver.undo(number).fate is SaveFate.SAVED
    assert (root / MEMORY).read_bytes() == before


def test_only_the_paragraph_itself_is_undone(saver: Saver, root: Path) -> None:
    number = saver.save(decision(root)).undo
    saver.save(decision(root, "t3.1", text="Later."))
    assert saver.undo(number).fate is SaveFate.SAVED
    assert entry(root).fuzzy
    assert entry(root, "t3.1").msgstr == "Later."


def test_what_somebody_has_changed_since_is_not_undone(saver: Saver, root: Path) -> None:
    number = saver.save(decision(root)).undo
    saver.save(decision(root, text="Better.", by="Babak"))
    assert saver.undo(number).fate is SaveFate.CLASH
    assert entry(root).msgstr == "Better."


def test_nothing_is_undone_twice(saver: Saver, root: Path) -> None:
    number = saver.save(decision(root)).undo
    saver.undo(number)
    assert saver.undo(number).fate is SaveFate.GONE
    assert saver.undo(0).fate is SaveFate.GONE


def test_only_the_last_decisions_can_be_undone(saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_UNDONE", 1)
    first = saver.save(decision(root)).undo
    second = saver.save(decision(root, "t3.1")).undo
    assert saver.undo(first).fate is SaveFate.GONE
    assert saver.undo(second).fate is SaveFate.SAVED


def test_two_thousand_decisions_can_be_undone(saver: Saver, root: Path) -> None:
    saver._numbers = itertools.count(1)
    first, second = (saver.save(decision(root, unit)).undo for unit in ("t1.1", "t2.1"))
    saver._numbers = itertools.count(2001)
    assert saver.save(decision(root, "t3.1")).undo == 2001
    assert saver.undo(first).fate is SaveFate.GONE
    assert saver.undo(second).fate is SaveFate.SAVED


def test_another_process_that_writes_is_waited_for_and_then_told(
    saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_PATIENCE", 0.0)
    mine = decision(root)
    with store.alone(root, Problems()) as free:
        assert free
        saved = saver.save(mine)
        assert saved.fate is SaveFate.BUSY
        assert saved.reason
        assert saver.undo(1).fate is SaveFate.BUSY
    assert saver.save(mine).fate is SaveFate.SAVED


def test_another_process_that_ends_in_time_is_no_hindrance(saver: Saver, root: Path) -> None:
    mine, found = decision(root), list[SaveFate]()
    with store.alone(root, Problems()):
        waiting = Thread(target=lambda: found.append(saver.save(mine).fate))
        waiting.start()
    waiting.join(60)
    assert found == [SaveFate.SAVED]


def test_a_save_from_elsewhere_at_the_last_moment_wins(
    saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = decision(root, text="We took it away.")
    save = store.save

    def late(*arguments: Any) -> None:
        reviewing.rewrite(root, MEMORY, reviewing.english(2), "Somebody else was quicker.")
        monkeypatch.setattr(store, "save", save)
        save(*arguments)

    monkeypatch.setattr(store, "save", late)
    saved = saver.save(mine)
    assert saved.fate is SaveFate.CLASH
    assert entry(root).msgstr == "Somebody else was quicker."


def test_a_disk_that_takes_nothing_is_told(saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, before = decision(root), (root / MEMORY).read_bytes()

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write", full)
    saved = saver.save(mine)
    assert saved.fate is SaveFate.REFUSED
    assert saved.reason
    assert "No space left" in saved.reason
    assert (root / MEMORY).read_bytes() == before


def test_what_a_full_disk_hinders_can_be_undone_later(
    saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saver.save(decision(root, "t1.1"))
    before = (root / MEMORY).read_bytes()
    number = saver.save(decision(root, text="We took it away.")).undo

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        assert saver.undo(number).fate is SaveFate.REFUSED
    assert saver.undo(number).fate is SaveFate.SAVED
    assert (root / MEMORY).read_bytes() == before


def test_what_somebody_saves_at_the_last_moment_leaves_the_undo(
    saver: Saver, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = saver.save(decision(root, text="We took it away.")).undo
    save = store.save

    def late(*arguments: Any) -> None:
        reviewing.rewrite(root, MEMORY, '"We took it away."', '"Somebody else was quicker."')
        save(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(store, "save", late)
        assert saver.undo(number).fate is SaveFate.CLASH
    assert entry(root).msgstr == "Somebody else was quicker."
    reviewing.rewrite(root, MEMORY, '"Somebody else was quicker."', '"We took it away."')
    assert saver.undo(number).fate is SaveFate.SAVED
    assert entry(root).msgstr == reviewing.english(2)


def test_two_windows_that_decide_at_once_lose_nothing(saver: Saver, root: Path) -> None:
    wanted = [decision(root, f"t{number}.1", text=f"Text {number}.") for number in (1, 2, 3, 4)]
    threads = [Thread(target=saver.save, args=(item,)) for item in wanted]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [entry(root, item.unit).msgstr for item in wanted] == [item.text for item in wanted]


def test_a_stray_memory_is_neither_shown_nor_written(saver: Saver, refresher: Refresher, root: Path) -> None:
    stray = reviewing.stray(root)
    before = (root / stray).read_bytes()
    refresher.refresh()
    mine = decision(root)
    assert mine.text == reviewing.english(2)
    assert saver.save(mine).fate is SaveFate.SAVED
    assert not entry(root).fuzzy
    assert saver.save(decision(root, text="We took it away.")).fate is SaveFate.SAVED
    assert entry(root).msgstr == "We took it away."
    assert (root / stray).read_bytes() == before
