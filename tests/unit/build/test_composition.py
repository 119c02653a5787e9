"""What is made anew when something has changed, and what is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goftogu.build import artifacts
from goftogu.build.pipeline import CACHE
from goftogu.build.project import Project
from goftogu.checks.links import Scan
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Stamps
from tests import caches, sites

WELL = "content/interviews/well.md"
OWN = {"fa/well.html", "en/well.html", "both/well.html"}

Made = Callable[[], set[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = sites.make_golden(tmp_path / "archive")
    assert sites.build(root).result is not None
    return root


@pytest.fixture
def made(root: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Build, and return the paths of the files that were made and not taken from the cache."""
    known: set[str] = set()
    entry = artifacts._entry

    def noted(path: str, data: bytes, scan: Scan) -> object:
        known.add(path)
        return entry(path, data, scan)

    monkeypatch.setattr(artifacts, "_entry", noted)

    def build() -> set[str]:
        known.clear()
        assert sites.build(root).result is not None
        return {path for path in known if "/static/" not in f"/{path}"}

    return build


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def project(root: Path) -> Iterator[Project]:
    with Cache(root / CACHE) as cache:
        yield Project(root, cache, Stamps(cache, root))


def test_a_word_more_makes_no_list_anew(root: Path, made: Made) -> None:
    last = (root / WELL).read_text(encoding="utf-8").rstrip().rsplit("\n", 2)[-2]
    edit(root, WELL, last, f"{last} همین.")
    found = made()
    assert found >= OWN | {"data/well.tei.xml", "fa/search/w.js", "fa/search/d0.js"}
    assert not {path for path in found if "/topics/" in path or "/people/" in path}
    assert not found & {
        "fa/search/index.js",
        "index.html",
        "fa/index.html",
        "en/a-z/index.html",
        "fa/interviews/index.html",
        "sitemap.xml",
    }


def test_another_title_makes_the_lists_anew(root: Path, made: Made) -> None:
    edit(root, WELL, "title: ", "title: باز هم ")
    found = made()
    assert found >= OWN | {"index.html", "fa/index.html", "fa/interviews/index.html"}
    assert not {path for path in found if "river" in path and "topics" not in path}


def test_a_list_cannot_open_a_text(project: Project) -> None:
    outline, listed = project.outlined().interviews[0], project.site.interviews[0]
    assert outline.title == listed.title
    for interview in (outline, listed):
        with pytest.raises(RuntimeError, match="not among the things that it is made of"):
            _ = interview.turns
    with pytest.raises(RuntimeError, match="not among the things"):
        outline.recall("lines-fa", dict)
    with pytest.raises(RuntimeError, match="not among the things"):
        project.outlined().translations[outline.id]["t1.1"]
    assert listed.recall("number", lambda: len(listed.turns)) == len(
        project.alone(project.cards[0]).interviews[0].turns
    )


def test_compiled_templates_outlive_a_build_that_makes_no_page(root: Path) -> None:
    shutil.rmtree(root / "output")
    assert sites.build(root).result is not None
    assert any(name.startswith("templates-") for name in caches.names(root / CACHE))
