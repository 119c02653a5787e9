"""What is known of a memory holds as long as its files, and those that say what is translated, are as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from goftogu.content import vocabulary
from goftogu.storage.cache import Cache
from goftogu.translation.engine.fill import Job
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory import survey
from goftogu.translation.memory.memory import Memory, Unit
from goftogu.translation.memory.survey import Standing, Survey
from tests import sites
from tests.materials import ARGOS

RIVER = "content/interviews/river.md"
STANDING = Standing({"machine": 2}, 1, 0, 0, {"argos x": 2}, 0, b"8 letters" * 8, b"")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path)


def noted(root: Path) -> None:
    with Cache(root / survey.FOLDER) as cache:
        found = Survey(root, cache)
        found.note(RIVER, STANDING)
        found.save(whole=False)


def known(root: Path) -> Standing | None:
    with Cache(root / survey.FOLDER) as cache:
        return Survey(root, cache).standing(RIVER)


def test_a_standing_is_known_later(root: Path) -> None:
    assert known(root) is None
    noted(root)
    assert known(root) == STANDING


@pytest.mark.parametrize(
    "path",
    [
        RIVER,
        "content/translations/en/river.po",
        "content/translations/fa/river.po",
        "content/site.toml",
        *(f"content/{name}" for name in vocabulary.SCHEMAS),
    ],
)
def test_another_file_makes_it_unknown(root: Path, path: str) -> None:
    noted(root)
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"\n# changed\n")
    assert known(root) is None


def test_a_neighbour_does_not_matter(root: Path) -> None:
    noted(root)
    (root / "content/interviews/other.md").write_text("x", encoding="utf-8")
    assert known(root) == STANDING


def test_of_all_others_those_are_opened_that_offer_what_is_missing(root: Path) -> None:
    def offering(offers: bytes) -> Standing:
        return Standing({}, 0, 0, 0, {}, 0, b"", offers)

    with Cache(root / survey.FOLDER) as cache:
        found = Survey(root, cache)
        for name, offers in (("a", b"1111111122222222"), ("b", b"22222222"), ("c", b"")):
            found.note(f"content/interviews/{name}.md", offering(offers))
        paths = [f"content/interviews/{name}.md" for name in "abcd"]
        assert list(found.donors(paths, [b"22222222"])) == paths[:2]
        assert list(found.donors(paths, [b"11111111", b"33333333"])) == paths[:1]
        assert list(found.donors(paths, [b"11112222"])) == []
        assert list(found.donors(paths, [])) == []


@pytest.mark.parametrize(
    ("standing", "refresh", "has_work"),
    [
        (Standing({}, 0, 0, 0, {}, 0, b"", b""), True, False),
        (Standing({}, 1, 0, 0, {}, 0, b"", b""), False, True),
        (Standing({}, 0, 1, 0, {}, 0, b"", b""), False, True),
        (Standing({}, 0, 0, 1, {}, 0, b"", b""), True, False),
        (Standing({}, 0, 0, 0, {"argos x": 1}, 0, b"", b""), False, False),
        (Standing({}, 0, 0, 0, {"argos x": 1}, 0, b"", b""), True, True),
        (Standing({}, 0, 0, 0, {}, 1, b"", b""), False, False),
        (Standing({}, 0, 0, 0, {}, 1, b"", b""), True, True),
    ],
)
def test_there_is_work_where_something_is_open_or_is_to_be_done_again(
    standing: Standing, refresh: bool, has_work: bool
) -> None:
    assert standing.has_work(refresh=refresh) is has_work


def test_a_standing_counts_what_an_engine_and_other_interviews_could_do() -> None:
    units = [Unit(f"t{number}.1", f"سال {number} بود.") for number in range(1, 6)]
    machine, draft, edited, reviewed, missing = units
    memory = Memory("river")
    memory.merge(units)
    for unit, origin in ((machine, ARGOS), (draft, "draft: language model"), (edited, f"edited: {ARGOS}")):
        memory.record(unit, "A year.", origin)
    memory.record(reviewed, "A year.", "argos translate-fa_en 1.0")
    memory.approve(reviewed, "Sara")
    found = survey.standing_of(Job(memory, tuple(units)), Terminology())
    assert found.states == {"machine": 1, "draft": 2, "reviewed": 1, "missing": 1}
    assert (found.open, found.reopened, found.lacking, found.drafts) == (1, 0, 0, 1)
    assert found.origins == {ARGOS: 1}
    assert (len(found.gaps), len(found.offers)) == (8, 4 * 8)
    taken = [missing, replace(machine, id="t9.1"), replace(reviewed, id="t9.2")]
    gaps = [*survey.gaps_of(Job(Memory("other"), tuple(taken)))]
    assert gaps == [found.gaps, *[*survey.split(found.offers)][::3]]
