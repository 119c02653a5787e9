"""The made-up archives in which ``bench.memories`` measures."""

from __future__ import annotations

from pathlib import Path

from bench import memories
from goftogu.problems import Problems
from goftogu.storage.cache import Cache
from goftogu.transcripts.archive import ArchiveReader, id_of
from goftogu.translation.memory import survey
from goftogu.translation.memory.survey import Survey


def standing(root: Path) -> dict[str, bool]:
    """Return of which interviews the cache knows all, so that nobody opens them."""
    problems = Problems()
    with Cache(root / survey.FOLDER) as cache:
        known = Survey(root, cache)
        found = {id_of(path): known.standing(path) for path in ArchiveReader(root, problems).paths(problems)}
    assert list(problems) == []
    return {name: one is not None and not one.has_work(refresh=False) for name, one in found.items()}


def test_nobody_opens_what_the_cache_is_said_to_know(tmp_path: Path) -> None:
    memories.make(tmp_path, 0)
    memories.know(tmp_path, 3)
    memories.add(tmp_path, 3)
    assert standing(tmp_path) == {"i000000": True, "i000001": True, "i000002": True, "i000003": False}


def test_the_same_number_gives_the_same_interview(tmp_path: Path) -> None:
    for name in ("one", "other"):
        memories.make(tmp_path / name, 2)
    one, other = (sorted((tmp_path / name / "content/interviews").iterdir()) for name in ("one", "other"))
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]
    assert one[0].read_bytes() != one[1].read_bytes()
    assert one[0].read_text(encoding="utf-8").count("{: #t") == 40
