"""Interviews around each other in a whole site: links that are right after a change, which changes no other page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import sites

FRONT = """---
title: {title}
date: {date}
speakers:
  الف: {{role: interviewer}}
  ب: {{role: interviewee}}
---
الف: {asked}
{{: #t1 }}

ب: چنین است.
{{: #t2 }}
"""
SILK = '[silk]\nfa = "ابریشم"\nen = "Silk"\ntriggers = ["ابریشم"]\n'


def write(root: Path, number: int, title: str, asked: str = "چرا؟") -> None:
    text = FRONT.format(title=title, date=f"2001-01-{number:02d}", asked=asked)
    (root / f"content/interviews/day{number:02d}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a site of twelve days, two of which are about the same rare topic, and build it."""
    sites.make(tmp_path)
    topics = tmp_path / "content/topics.toml"
    topics.write_text(topics.read_text(encoding="utf-8") + SILK, encoding="utf-8")
    for number in range(1, 13):
        write(tmp_path, number, f"روز {number}", "ابریشم چیست؟" if number in {2, 9} else "چرا؟")
    assert sites.build(tmp_path).result is not None
    return tmp_path


def onward(root: Path, page: str) -> list[str]:
    """Return where an interview leads: related interviews first, then those before and after it."""
    html = (root / "output" / page).read_text(encoding="utf-8")
    nav = html.partition('<nav class="onward"')[2].partition("</nav>")[0]
    return re.findall(r'href="([^"]+)"', nav)


def test_the_ways_stay_right_when_an_interview_changes(root: Path) -> None:
    assert onward(root, "fa/day02.html") == ["day09.html", "day01.html", "day03.html"]
    assert onward(root, "both/day09.html") == ["day02.html", "day08.html", "day10.html"]
    assert onward(root, "en/day05.html") == ["day04.html", "day06.html"]
    before = sites.files(root / "output")
    write(root, 9, "روز نهم", "ابریشم چیست؟")
    sites.build(root)
    after = sites.files(root / "output")
    shown = {path for path in after if re.fullmatch(r"(fa|en|both|both-en)/day\d+\.html", path)}
    assert {path[-10:-5] for path in shown if before[path] != after[path]} == {"day02", "day08", "day09", "day10"}
    write(root, 9, "روز نهم", "چرا؟")
    write(root, 4, "روز ۴", "ابریشم چیست؟")
    sites.build(root)
    assert onward(root, "fa/day02.html") == ["day04.html", "day01.html", "day03.html"]
    assert onward(root, "fa/day09.html") == ["day08.html", "day10.html"]
    warm = sites.files(root / "output")
    shutil.rmtree(root / "output")
    shutil.rmtree(root / ".cache/build")
    sites.build(root)
    assert sites.files(root / "output") == warm
