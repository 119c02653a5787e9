"""Sheets: made once, taken from the cache afterwards, and made again when anything of them is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.build import artifacts
from goftogu.build.artifacts import Press, Sheet
from goftogu.problems import Problem, Problems
from goftogu.storage.cache import Cache, key
from goftogu.storage.staging import Stage
from tests import caches

PAGES = {"a.html": b'<a href="b.html#x">b</a>', "b.html": b'<p id="x">b</p>'}


class Maker:
    """Makes files, and counts how often."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.count = 0

    def __call__(self) -> Iterator[tuple[str, bytes]]:
        self.count += 1
        yield from self.files.items()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "cache") as cache:
        yield cache


def run(cache: Cache, output: Path, *sheets: Sheet) -> Press:
    with cache, Stage(output, Problems()) as stage:
        made = Press(cache, "", stage)
        for sheet in sheets:
            made.run(sheet)
        assert stage.commit()
        assert list(stage.problems) == []
    return made


def held(output: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in output.glob("*.html")}


def test_a_sheet_with_a_name_is_made_once(cache: Cache, tmp_path: Path) -> None:
    maker = Maker(PAGES)
    sheet = Sheet(key("page", "1"), maker)
    for number in range(3):
        assert run(cache, tmp_path / str(number), sheet).problems(lambda *_: None) == []
        assert held(tmp_path / str(number)) == PAGES
    run(cache, tmp_path / "0", sheet)
    assert maker.count == 1


def test_a_sheet_without_a_name_is_made_every_time(cache: Cache, tmp_path: Path) -> None:
    maker = Maker(PAGES)
    for _ in range(2):
        run(cache, tmp_path / "output", Sheet("", maker))
    assert maker.count == 2


def test_links_of_kept_pages_are_checked_too(cache: Cache, tmp_path: Path) -> None:
    first = Sheet(key("page", "a"), Maker({"a.html": PAGES["a.html"]}))
    second = Sheet(key("page", "b"), Maker({"b.html": PAGES["b.html"]}))
    assert run(cache, tmp_path / "output", first, second).problems(lambda *_: None) == []
    (missing,) = run(cache, tmp_path / "output", first).problems(lambda *_: None)
    assert (missing.code, missing.path) == ("L001", "a.html")


@pytest.mark.parametrize("lost", [".0", ".sheet"])
@pytest.mark.parametrize("damage", [True, False], ids=["damaged", "gone"])
def test_what_the_cache_has_lost_is_made_again(cache: Cache, tmp_path: Path, lost: str, *, damage: bool) -> None:
    maker = Maker(PAGES)
    sheet = Sheet(key("page", "1"), maker)
    run(cache, tmp_path / "output", sheet)
    (caches.damage if damage else caches.lose)(tmp_path / "cache", f"{sheet.key}{lost}")
    run(cache, tmp_path / "elsewhere", sheet)
    assert maker.count == 2
    assert held(tmp_path / "elsewhere") == PAGES


def test_a_site_that_stands_needs_no_kept_bytes(cache: Cache, tmp_path: Path) -> None:
    maker = Maker(PAGES)
    sheet = Sheet(key("page", "1"), maker)
    run(cache, tmp_path / "output", sheet)
    caches.damage(tmp_path / "cache", f"{sheet.key}.0")
    run(cache, tmp_path / "output", sheet)
    assert maker.count == 1


def test_large_sheets_are_kept_in_parts(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "_LARGEST_BATCH", 10)
    maker = Maker(PAGES)
    sheet = Sheet(key("page", "1"), maker)
    run(cache, tmp_path / "output", sheet)
    names = caches.names(tmp_path / "cache")
    assert {name.removeprefix(sheet.key) for name in names} == {".0", ".1", ".sheet"}
    caches.damage(tmp_path / "cache", f"{sheet.key}.1")
    run(cache, tmp_path / "elsewhere", sheet)
    assert maker.count == 2
    assert held(tmp_path / "elsewhere") == PAGES


def test_a_file_that_cannot_be_made_is_a_problem_and_its_sheet_is_not_kept(cache: Cache, tmp_path: Path) -> None:
    fault = Problem("templates/a.html.jinja", 3, 0, "P002", "'x' is undefined")
    found: list[tuple[str, bytes | Problem]] = [("a.html", fault), ("b.html", b'<a href="a.html">a</a>')]
    sheet = Sheet(key("page", "1"), lambda: found)
    for _ in range(2):
        with Stage(tmp_path / "output", Problems()) as stage:
            made = Press(cache, "", stage)
            made.run(sheet)
        assert made.problems(lambda *_: None) == [fault]


def test_checking_needs_no_stage(cache: Cache) -> None:
    made = Press(cache, "", None)
    for _ in range(2):
        made.run(Sheet(key("page", "1"), Maker({"a.html": PAGES["a.html"]})))
    assert {problem.code for problem in made.problems(lambda *_: None)} == {"L001"}
