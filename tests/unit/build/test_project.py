"""What a build opens of an archive to fill the gaps of its English."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from goftogu.build.pipeline import CACHE
from goftogu.build.project import Project
from goftogu.build.workers import Workers
from goftogu.model import Interview
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.memory import Memory
from goftogu.translation.memory.store import Request
from tests import sites

INTERVIEWS = "content/interviews"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two interviews without a paragraph in common, both with all of their English."""
    root = sites.make_golden(tmp_path / "archive")
    with opened(root) as project:
        river = project.reader.interview("river")
    memory, units = Memory(river.id), store.units(river)
    memory.merge(units)
    for unit in units:
        memory.record(unit, "Something of the river.", "draft: by hand")
    memory.save(root / store.path_of(river.id))
    return root


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the interviews whose texts were opened to fill gaps."""
    found: list[str] = []
    update = store.update

    def noted(root: Path, interviews: Iterable[Interview], *more: Any) -> store.Outcome:
        held = list(interviews)
        found.extend(interview.id for interview in held)
        return update(root, held, *more)

    monkeypatch.setattr(store, "update", noted)
    return found


@contextmanager
def opened(root: Path) -> Iterator[Project]:
    with Cache(root / CACHE) as cache, Workers(1) as workers:
        yield Project(root, cache, Fingerprints(cache, root), workers, url="")


def fill(root: Path) -> dict[str, Translation]:
    """Fill the gaps; return the English of the titles, by interview."""
    with opened(root) as project:
        project.fill(Request())
        project.index()
        return {name: found.outline.english["title"] for name, found in project.indexed.items()}


def test_who_lacks_english_asks_nobody_with_other_persian(root: Path, asked: list[str]) -> None:
    assert State.MISSING not in {held.state for held in fill(root).values()}
    assert asked == ["well"]


def test_who_has_the_same_persian_is_asked_for_its_english(root: Path, asked: list[str]) -> None:
    shutil.copyfile(root / INTERVIEWS / "well.md", root / INTERVIEWS / "again.md")
    titles = fill(root)
    assert asked == ["again", "well"]
    assert titles["again"].text == titles["well"].text


def test_who_has_no_english_to_give_changes_nothing(root: Path, asked: list[str]) -> None:
    shutil.copyfile(root / INTERVIEWS / "well.md", root / INTERVIEWS / "again.md")
    (root / store.path_of("well")).unlink()
    titles = fill(root)
    assert asked == ["again", "well"]
    assert (titles["again"].state, titles["well"].state, titles["river"].state) == (
        State.MISSING,
        State.MISSING,
        State.DRAFT,
    )


def test_the_states_are_those_of_the_english_that_is_shown(root: Path) -> None:
    shutil.copyfile(root / INTERVIEWS / "well.md", root / INTERVIEWS / "again.md")
    with opened(root) as project:
        assert project.states["again"].keys() == {State.MISSING}
        missing = project.counted[State.MISSING]
        project.fill(Request())
        assert project.states["again"] != {State.MISSING: project.states["well"].get(State.MISSING, 0)}
        assert project.counted[State.MISSING] < missing
        assert sum(project.counted.values()) == sum(sum(states.values()) for states in project.states.values())


def test_a_received_file_that_is_gone_is_told(root: Path) -> None:
    (root / "content/received/well.txt").unlink()
    with opened(root) as project:
        project.check({})
    assert ("S007", "content/received/well.txt") in {(problem.code, problem.path) for problem in project.problems}


def test_what_was_received_is_known_by_its_interview(root: Path) -> None:
    with opened(root) as project:
        assert project.received == {"well": "content/received/well.txt"}
        assert project.data("content/received/well.txt") == (root / "content/received/well.txt").read_bytes()


def test_nothing_waits_for_a_day_where_drafts_are_shown(root: Path) -> None:
    with opened(root) as project:
        assert not project.waiting


def test_an_interview_that_is_said_to_be_withdrawn_is_not_missed(root: Path) -> None:
    published = {"gone": ["t1"], "lost": ["t1"], "river": ["t1"]}
    (root / "content/redirects.toml").write_text(
        '[withdrawn]\ngone = {fa = "پس گرفته شد", en = "Withdrawn"}\n', "utf-8"
    )
    with opened(root) as project:
        project.check(published)
    missed = [problem.path for problem in project.problems if problem.code == "W011"]
    assert missed == [f"{INTERVIEWS}/lost.md"]


def test_a_draft_that_is_said_to_be_withdrawn_is_still_there(root: Path) -> None:
    file = root / INTERVIEWS / "well.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    withdrawn = '[withdrawn]\nwell = {fa = "پس گرفته شد", en = "Withdrawn"}\n'
    (root / "content/redirects.toml").write_text(withdrawn, encoding="utf-8")
    with opened(root) as project:
        project.leave_out_drafts()
        project.check({})
    assert "“well” is still there" in {str(problem.message) for problem in project.problems}


def test_a_draft_that_was_published_is_missed(root: Path) -> None:
    file = root / INTERVIEWS / "well.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    with opened(root) as project:
        project.leave_out_drafts()
        project.check({"well": ["t1"]})
    assert [problem.path for problem in project.problems if problem.code == "W011"] == [f"{INTERVIEWS}/well.md"]


@pytest.mark.parametrize("fixture", ["V004", "V005", "V005-place", "V005-series"])
def test_what_nothing_uses_is_told_only_when_no_transcript_has_an_error(tmp_path: Path, fixture: str) -> None:
    root = sites.make(tmp_path / "archive", sites.SITES / "invalid" / fixture)
    unused = fixture.partition("-")[0]
    assert unused in {problem.code for problem in sites.build(root).problems}
    (root / INTERVIEWS / "bad.md").write_bytes(b"\xff")
    found = {problem.code for problem in sites.build(root).problems}
    assert "S001" in found
    assert unused not in found
