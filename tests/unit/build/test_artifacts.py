"""Artifacts: made once, then taken from the cache, and made again when anything of them is lost or has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from goftogu.build.artifacts import Artifact, ArtifactWriter, Ref
from goftogu.build.joined import JoinedFile
from goftogu.build.workers import Shared, Workers
from goftogu.edition.site import Page
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.staging import Stage
from tests import caches
from tests.collecting import found_by

PAGES = {"a.html": b'<a href="b.html#x">b</a>', "b.html": b'<p id="x">b</p>'}
FAULT = Problem("templates/a.html.jinja", 3, 0, "P002", Message("'x' is undefined"), NO_HINT)
MADE: list[object] = []
"""What was made, in order."""


class Theme(NamedTuple):
    """Renders a page as its context says."""

    base: str = ""

    def render(self, page: Page, problems: Problems) -> bytes | None:
        found = page.context()["body"]
        if isinstance(found, Problem):
            problems.add(found)
            return None
        assert isinstance(found, bytes)
        return found


SHARED = Shared(Theme(), b"theme")


def files(_: Theme, held: dict[str, bytes], __: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    MADE.append(held)
    yield from held.items()


def pages(_: Theme, held: dict[str, bytes], __: Iterable[bytes]) -> Iterator[Page]:
    MADE.append(held)
    for path, body in held.items():
        yield Page(path, "a.html.jinja", Language.FA, lambda body=body: {"body": body or FAULT})  # type: ignore[misc]


def referring(_: Theme, path: str, refs: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    MADE.append(refs)
    yield path, b"".join(refs)


@pytest.fixture(autouse=True)
def _nothing_made() -> None:
    MADE.clear()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "cache") as cache:
        yield cache


def write(cache: Cache, output: Path, *artifacts: Artifact) -> list[Problem]:
    with cache, Stage(output, Problems()) as stage, Workers(1) as workers:
        writer = ArtifactWriter(cache, workers, "", stage)
        writer.write(artifacts)
        assert stage.commit()
        assert list(stage.problems) == []
    return found_by(writer.report, lambda *_: None)


def held(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.glob("*.html")}


@pytest.mark.parametrize("light", [True, False])
def test_an_artifact_is_made_once(cache: Cache, tmp_path: Path, light: bool) -> None:
    artifact = Artifact(files, SHARED, PAGES, light=light)
    for number in range(3):
        assert write(cache, tmp_path / str(number), artifact) == []
        assert held(tmp_path / str(number)) == PAGES
    write(cache, tmp_path / "0", artifact)
    assert MADE == [PAGES]


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_not_kept_is_made_again_only_where_it_is_missing(cache: Cache, tmp_path: Path, kept: bool) -> None:
    artifact = Artifact(files, SHARED, PAGES, kept=kept)
    for _ in range(2):
        assert write(cache, tmp_path / "site", artifact) == []
    assert len(MADE) == 1
    (tmp_path / "site/b.html").unlink()
    assert write(cache, tmp_path / "site", artifact) == []
    assert held(tmp_path / "site") == PAGES
    assert len(MADE) == (1 if kept else 2)


def test_pages_are_rendered(cache: Cache, tmp_path: Path) -> None:
    assert write(cache, tmp_path / "output", Artifact(pages, SHARED, PAGES)) == []
    assert held(tmp_path / "output") == PAGES


@pytest.mark.parametrize(
    "other",
    [
        Artifact(pages, SHARED, PAGES),
        Artifact(files, Shared(Theme(), b"another theme"), PAGES),
        Artifact(files, SHARED, {**PAGES, "b.html": b'<p id="x">c</p>'}),
        Artifact(files, SHARED, PAGES, (Ref(b"1", lambda: b""),)),
    ],
    ids=["function", "shared", "values", "refs"],
)
def test_whatever_it_is_made_of_changes_its_key(cache: Cache, tmp_path: Path, other: Artifact) -> None:
    first = Artifact(files, SHARED, PAGES)
    assert first.key() == Artifact(files, Shared(Theme(), b"theme"), dict(PAGES)).key()
    assert first.key() != other.key()
    for artifact in (first, other):
        write(cache, tmp_path / "output", artifact)
    assert len(MADE) == 2


def test_values_by_reference_are_fetched_only_when_something_is_made(cache: Cache, tmp_path: Path) -> None:
    asked: list[str] = []

    def load() -> bytes:
        asked.append("once")
        return b"a long text"

    artifact = Artifact(referring, SHARED, "a.html", (Ref(b"digest", load),))
    for _ in range(2):
        write(cache, tmp_path / "output", artifact)
    assert asked == ["once"]
    assert held(tmp_path / "output") == {"a.html": b"a long text"}


def test_links_of_kept_pages_are_checked_too(cache: Cache, tmp_path: Path) -> None:
    first = Artifact(files, SHARED, {"a.html": PAGES["a.html"]})
    second = Artifact(files, SHARED, {"b.html": PAGES["b.html"]})
    assert write(cache, tmp_path / "output", first, second) == []
    (missing,) = write(cache, tmp_path / "output", first)
    assert (missing.code, missing.path) == ("L001", "a.html")


@pytest.mark.parametrize("lost", [".files", ".rows"])
@pytest.mark.parametrize("how", ["damaged", "gone", "another type"])
def test_what_the_cache_has_lost_is_made_again(cache: Cache, tmp_path: Path, lost: str, how: str) -> None:
    artifact = Artifact(files, SHARED, PAGES)
    write(cache, tmp_path / "output", artifact)
    if how == "another type":
        with cache:
            cache.put(f"{artifact.key()}{lost}", values.encode({"a.html": 3}))
    else:
        (caches.damage if how == "damaged" else caches.lose)(tmp_path / "cache", f"{artifact.key()}{lost}")
    write(cache, tmp_path / "elsewhere", artifact)
    assert len(MADE) == 2
    assert held(tmp_path / "elsewhere") == PAGES


def test_a_site_that_is_there_needs_no_kept_bytes(cache: Cache, tmp_path: Path) -> None:
    artifact = Artifact(files, SHARED, PAGES)
    write(cache, tmp_path / "output", artifact)
    caches.damage(tmp_path / "cache", f"{artifact.key()}.files")
    write(cache, tmp_path / "output", artifact)
    assert len(MADE) == 1


def test_a_page_that_cannot_be_made_is_a_problem_and_its_artifact_is_not_kept(cache: Cache) -> None:
    artifact = Artifact(pages, SHARED, {"a.html": b"", "b.html": b'<a href="a.html">a</a>'})
    for _ in range(2):
        with Workers(1) as workers:
            writer = ArtifactWriter(cache, workers, "", None)
            writer.write([artifact])
        assert found_by(writer.report, lambda *_: None) == [FAULT]
    assert len(MADE) == 2


def test_checking_needs_no_stage(cache: Cache) -> None:
    with Workers(1) as workers:
        writer = ArtifactWriter(cache, workers, "", None)
        writer.write([Artifact(files, SHARED, {"a.html": PAGES["a.html"]})])
        writer.copy("data/a.txt", "", lambda: pytest.fail("it was read"))
        writer.add("c.html", b'<a href="data/a.txt">a</a>')
        assert writer.join(JoinedFile("data/all.txt", b"head", (), b"tail")) == 0
    assert {problem.code for problem in found_by(writer.report, lambda *_: None)} == {"L001"}


def test_a_copy_is_read_only_when_it_is_not_there(tmp_path: Path) -> None:
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    asked: list[int] = []

    def read() -> bytes:
        asked.append(1)
        return b"hello"

    for _ in range(2):
        with Cache(None) as none, Stage(tmp_path, Problems()) as stage, Workers(1) as workers:
            ArtifactWriter(none, workers, "", stage).copy("a.txt", digest, read)
            stage.commit()
    assert (asked, (tmp_path / "a.txt").read_bytes()) == ([1], b"hello")


@pytest.mark.parametrize(("said", "at_once"), [({"light": True}, 1), ({"light": False}, 3), ({}, 3)])
def test_what_a_light_artifact_refers_to_is_loaded_one_by_one(said: dict[str, bool], at_once: int) -> None:
    loaded: list[str] = []

    def load(name: str) -> bytes:
        loaded.append(name)
        return name.encode()

    refs = tuple(Ref(name.encode(), partial(load, name)) for name in "abc")
    _, _, given, _ = Artifact(referring, Shared(None, b""), "a.txt", refs, **said).given()
    waiting = iter(given)
    assert (next(waiting), len(loaded)) == (b"a", at_once)
    assert list(waiting) == [b"b", b"c"]
    assert loaded == ["a", "b", "c"]
