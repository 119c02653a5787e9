"""The list follows the files: what is new, changed, gone or damaged, and nothing is looked at twice."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Thread

import pytest

from goftogu.build import read
from goftogu.build.workers import Workers
from goftogu.problems import Problems
from goftogu.serve.review import refresh as review_refresh
from goftogu.serve.review.archive import ReviewArchive
from goftogu.serve.review.desk import Desk
from goftogu.serve.review.news import Event
from goftogu.serve.review.queue import Wish
from goftogu.serve.review.refresh import Refresher
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from tests import reviewing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=3)


@pytest.fixture
def refresher(root: Path) -> Refresher:
    return reviewing.looked(root)


def news(refresher: Refresher, after: int) -> list[Event]:
    return refresher.news.wait(after, 0.0)[1]


def test_at_first_everything_is_looked_at(refresher: Refresher) -> None:
    assert set(refresher.queue.digests()) == {"mill", "river"}
    assert {event.interview for event in news(refresher, 0)} == {"mill", "river"}


def test_what_has_not_changed_is_not_looked_at_again(refresher: Refresher, root: Path) -> None:
    before = refresher.news.number
    refresher.refresh()
    again = Refresher(root, jobs=0)
    again.refresh()
    assert news(refresher, before) == news(again, 0) == []


@pytest.mark.parametrize("path", [reviewing.MEMORY, reviewing.TRANSCRIPT])
def test_an_interview_is_looked_at_when_one_of_its_files_changes(refresher: Refresher, root: Path, path: str) -> None:
    before = refresher.news.number
    (root / path).write_text((root / path).read_text(encoding="utf-8") + "\n# \n", encoding="utf-8")
    refresher.refresh()
    assert news(refresher, before) == [Event("changed", "mill")]


def test_another_vocabulary_lets_everything_be_looked_at(refresher: Refresher, root: Path) -> None:
    before = refresher.news.number
    reviewing.rewrite(root, "content/topics.toml", '["رودخانه"]', '["رودخانه", "آسیاب"]')
    refresher.refresh()
    assert {event.interview for event in news(refresher, before)} == {"mill", "river"}
    assert refresher.queue.counts(Wish(topic="river"))["all"] > 2


def test_an_interview_that_is_gone_leaves_the_list(refresher: Refresher, root: Path) -> None:
    before = refresher.news.number
    (root / reviewing.TRANSCRIPT).unlink()
    refresher.refresh()
    assert news(refresher, before) == [Event("gone", "mill")]
    assert set(refresher.queue.digests()) == {"river"}


def test_a_file_that_cannot_be_read_is_named_until_it_can(refresher: Refresher, root: Path) -> None:
    (root / "content/interviews/bad.md").write_bytes(b"\xff\xff\xff")
    refresher.refresh()
    assert [fault.partition(":")[0] for fault in refresher.queue.faults()] == ["content/interviews/bad.md"]
    shutil.copy(root / reviewing.TRANSCRIPT, root / "content/interviews/bad.md")
    refresher.refresh()
    assert refresher.queue.faults() == []


def test_a_file_without_the_right_to_read_it_is_named(refresher: Refresher, root: Path) -> None:
    (root / "content/interviews/link.md").symlink_to(root.parent)
    refresher.refresh()
    assert len(refresher.queue.faults()) == 1


def test_many_interviews_are_looked_at_portion_by_portion(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(review_refresh, "_PORTION", 2)
    for number in range(3):
        shutil.copy(root / reviewing.TRANSCRIPT, root / f"content/interviews/copy{number}.md")
    refresher = reviewing.looked(root)
    steps = [(event.done, event.total) for event in news(refresher, 0) if event.kind == "progress"]
    assert steps == [(2, 5), (4, 5), (5, 5)]
    assert len(refresher.queue.digests()) == 5


def opened(refresher: Refresher) -> Desk:
    found = refresher.archive.desk("mill", Problems())
    assert found is not None
    return found


def test_an_interview_that_was_saved_here_is_listed_at_once_and_not_looked_at_again(
    refresher: Refresher, root: Path
) -> None:
    reviewing.rewrite(root, reviewing.MEMORY, reviewing.english(2), "ما")
    before = refresher.news.number
    refresher.saved(opened(refresher))
    assert news(refresher, before) == [Event("changed", "mill")]
    assert refresher.queue.counts(Wish())["flagged"] == 1
    refresher.refresh()
    assert len(news(refresher, before)) == 1


def test_what_was_listed_by_an_earlier_vocabulary_is_looked_at_again(
    refresher: Refresher, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, before = opened(refresher), refresher.news.number

    def meanwhile(cache: Cache, folder: Path) -> Fingerprints:
        monkeypatch.undo()
        reviewing.rewrite(root, "content/topics.toml", '["رودخانه"]', '["رودخانه", "آسیاب"]')
        refresher.archive = ReviewArchive(root)
        return Fingerprints(cache, folder)

    monkeypatch.setattr(review_refresh, "Fingerprints", meanwhile)
    refresher.saved(desk)
    assert refresher.queue.counts(Wish(topic="river"))["all"] == 2
    refresher.refresh()
    assert Event("changed", "mill") in news(refresher, before)
    assert refresher.queue.counts(Wish(topic="river"))["all"] > 2


@pytest.mark.parametrize("change", ["rewritten", "gone"])
def test_what_was_saved_of_another_transcript_waits_for_the_next_look(
    refresher: Refresher, root: Path, change: str
) -> None:
    desk, before = opened(refresher), refresher.news.number
    transcript = root / reviewing.TRANSCRIPT
    if change == "gone":
        transcript.unlink()
    else:
        reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما ارزن را فروختیم.")
    refresher.saved(desk)
    assert news(refresher, before) == []
    refresher.refresh()
    assert news(refresher, before) == [Event("gone" if change == "gone" else "changed", "mill")]


def test_a_failure_is_told_and_the_next_look_may_go_better(
    refresher: Refresher, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = refresher.refresh
    calls: list[int] = []

    def first_fails() -> None:
        calls.append(1)
        if len(calls) == 1:
            refresher.wake()
            raise RuntimeError("the disk is tired")
        sound()
        refresher.end()

    monkeypatch.setattr(refresher, "refresh", first_fails)
    thread = Thread(target=refresher.run)
    thread.start()
    refresher.wake()
    thread.join(60)
    assert len(calls) == 2
    assert "the disk is tired" in capsys.readouterr().err


def test_it_ends_in_the_middle_of_its_work(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refresher = Refresher(root, jobs=0)
    refresher.end()
    refresher.refresh()
    assert refresher.queue.digests() == {}


def test_a_stray_memory_is_told_until_it_is_gone(refresher: Refresher, root: Path) -> None:
    rows, found = refresher.queue.counts(Wish()), refresher.queue.interviews("mill", 5)
    stray = root / reviewing.stray(root)
    refresher.refresh()
    assert [fault.partition(":")[0] for fault in refresher.queue.faults()] == ["content/translations/fa/mill.po"]
    assert refresher.queue.counts(Wish()) == rows
    assert refresher.queue.interviews("mill", 5) == found
    refresher.saved(opened(refresher))
    assert len(refresher.queue.faults()) == 1
    stray.unlink()
    refresher.refresh()
    assert refresher.queue.faults() == []


@pytest.mark.parametrize(("total", "times"), [(1, 0), (20, 0), (21, 1)])
def test_the_lexicon_is_compiled_once_before_many_processes_want_it(
    total: int, times: int, refresher: Refresher, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[object] = []
    monkeypatch.setattr(read, "prepare", lambda spelling, _: prepared.append(spelling))
    with Workers(1) as workers:
        assert set(refresher._looked(workers, ["mill", "gone"], total)) == {"mill"}
    assert prepared == [refresher.archive.shared.spelling] * times
