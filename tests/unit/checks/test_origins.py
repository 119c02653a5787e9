"""Where a faulty link was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.checks import origins
from goftogu.checks.origins import Origins
from goftogu.problems import SourcePlace

TEXT = """\
نخست [باغ](<garden.html#t9>) را ببینید.

دوم [چاه]( well.html ) و [آب](https://example.org/archive/fa/water.html#t3).
[نام]: river.html
سوم <https://example.org/else> و [هیچ]( ).
"""
TOPICS = """\
[river]
fa = "رود"
scope = { fa = "[رود](nowhere.html) و [دریا]()" }
"""


@pytest.fixture
def found(tmp_path: Path) -> Origins:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("no link\n", encoding="utf-8")
    (tmp_path / "content/b.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "content/topics.toml").write_text(TOPICS, encoding="utf-8")
    files = {"fa/a.html": ["content/a.md", "content/gone.md", "content/b.md"]}
    return Origins(tmp_path, "https://example.org/archive", files)


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("garden.html#t9", (1, 13)),
        ("fa/garden.html#t9", (1, 13)),
        ("well.html", (3, 12)),
        ("fa/water.html#t3", (3, 31)),
        ("fa/river.html", (4, 8)),
        ("https://example.org/else", (5, 6)),
        ("", (5, 41)),
    ],
)
def test_a_link_is_found_as_written_and_as_meant(found: Origins, subject: str, place: tuple[int, int]) -> None:
    assert found.place("fa/a.html", subject) == SourcePlace("content/b.md", *place)


@pytest.mark.parametrize(
    ("page", "subject", "column"),
    [
        ("fa/topics/river.html", "fa/topics/nowhere.html", 23),
        ("fa/topics.html", "fa/nowhere.html", 23),
        ("fa/a.html", "nowhere.html", 23),
        ("fa/topics/river.html", "", 46),
    ],
)
def test_a_link_of_a_vocabulary_is_found_on_any_page(found: Origins, page: str, subject: str, column: int) -> None:
    assert found.place(page, subject) == SourcePlace("content/topics.toml", 3, column)


def test_a_link_without_address_is_first_looked_for_in_the_files_of_the_page(found: Origins) -> None:
    assert found.place("fa/a.html", "") == SourcePlace("content/b.md", 5, 41)


def test_a_link_that_nobody_wrote_has_no_place(found: Origins) -> None:
    assert found.place("fa/a.html", "fa/else.html") is None
    assert found.place("fa/b.html", "garden.html#t9") is None


def test_a_site_without_address_has_no_full_links(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    found = Origins(tmp_path, "", {"fa/a.html": ["a.md"]})
    assert found.place("fa/a.html", "fa/water.html#t3") is None


def test_the_pages_of_an_interview_are_made_of_its_files() -> None:
    made = dict(origins.of_interview("river", ["a.md", "a.po"]))
    assert set(made) == {"fa/river.html", "en/river.html", "both/river.html", "both-en/river.html"}
    assert made["fa/river.html"] == ["a.md", "a.po"]
