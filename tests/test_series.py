"""Interviews of a series in a whole site: each links to those beside it, also after one of them has changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import sites

FRONT = """---
title: {}
series: water
part: {}
{}speakers:
  الف: {{role: interviewer}}
  ب: {{role: interviewee}}
---
"""
BODY = "الف: چرا؟\n{: #t1 }\n\nب: چون.\n{: #t2 }\n"
SERIES = '[water]\ntitle = {fa = "آب‌ها", en = "Waters"}\n'


def write(root: Path, name: str, title: str, part: int, more: str = "") -> None:
    text = FRONT.format(title, part, more) + BODY
    (root / f"content/interviews/{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a site of three parts, and build it."""
    sites.make(tmp_path)
    (tmp_path / "content/series.toml").write_text(SERIES, encoding="utf-8")
    for part, (name, title) in enumerate((("first", "چشمه"), ("second", "رود"), ("third", "دریا")), 1):
        write(tmp_path, name, title, part)
    assert sites.build(tmp_path).result is not None
    return tmp_path


def beside(root: Path, page: str) -> list[tuple[str, str, str]]:
    """Return the links to the interviews beside one: where they lead, their relation and their words."""
    html = (root / "output" / page).read_text(encoding="utf-8")
    found = re.findall(r'<a rel="(prev|next)" href="([^"]+)">(.*?)</a>', html)
    return [(relation, href, re.sub("<[^>]+>", "", words).rpartition(": ")[2]) for relation, href, words in found]


def test_each_part_links_to_the_ones_beside_it_in_its_view(root: Path) -> None:
    assert beside(root, "fa/first.html") == [("next", "second.html", "رود")]
    assert beside(root, "both/second.html") == [("prev", "first.html", "چشمه"), ("next", "third.html", "دریا")]
    assert beside(root, "en/third.html") == [("prev", "second.html", "رود")]
    assert beside(root, "fa/river.html") == []


def test_a_new_title_is_on_the_pages_beside_it_as_in_a_site_from_nothing(root: Path) -> None:
    write(root, "second", "رودخانه", 2)
    sites.build(root)
    assert beside(root, "fa/first.html") == [("next", "second.html", "رودخانه")]
    after = sites.files(root / "output")
    shutil.rmtree(root / "output")
    shutil.rmtree(root / ".cache/build")
    sites.build(root)
    assert sites.files(root / "output") == after


def test_a_draft_between_two_parts_is_passed_over(root: Path) -> None:
    write(root, "second", "رود", 2, "draft: true\n")
    sites.build(root)
    assert beside(root, "fa/first.html") == [("next", "third.html", "دریا")]
    listed = (root / "output/fa/series/water.html").read_text(encoding="utf-8")
    assert "second.html" not in listed
    assert listed.index("first.html") < listed.index("third.html")


def test_parts_that_change_their_places_change_the_way(root: Path) -> None:
    write(root, "first", "چشمه", 9)
    sites.build(root)
    assert beside(root, "fa/third.html") == [("prev", "second.html", "رود"), ("next", "first.html", "چشمه")]
    assert beside(root, "fa/second.html") == [("next", "third.html", "دریا")]


def test_a_series_that_is_gone_leaves_no_page(root: Path) -> None:
    for name in ("first", "second", "third"):
        text = (root / f"content/interviews/{name}.md").read_text(encoding="utf-8")
        text = re.sub(r"series: water\npart: \d\n", "", text)
        (root / f"content/interviews/{name}.md").write_text(text, encoding="utf-8")
    (root / "content/series.toml").unlink()
    assert sites.build(root).result is not None
    assert not [path for path in sites.files(root / "output") if "/series/" in path]
