"""The same content gives the same bytes: in any folder, time zone and hash seed, built cold or edit by edit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goftogu.content.archive import CACHE
from goftogu.storage.cache import FILE
from tests import sites

INTERVIEW: Final = """\
---
title: گفت‌وگو دربارهٔ {subject}
date: {date}
speakers:
  پرسشگر: {{role: interviewer}}
  مریم احمدی: {{role: interviewee, person: ahmadi}}
---
پرسشگر: از {subject} چه به یاد دارید؟
{{: #t1 }}

مریم احمدی: {subject} دور بود و راه بسیار.
{{: #t2 }}
"""
NAMES: Final = st.sampled_from(["river", "hill", "کوه", "sea-2"])
SUBJECTS: Final = st.sampled_from(["رودخانه", "کوه", "دریا", "رودخانه و کوه"])
DATES: Final = st.sampled_from(["1402-03-14", "2024-05", "1357"])
TEMPLATE: Final = "templates/robots.txt.jinja"


def built(root: Path) -> dict[str, bytes]:
    """Build a project and return its site; it must be sound."""
    report = sites.build(root)
    assert report.result is not None, report.problems
    return sites.files(root / "output")


def test_the_folder_the_time_zone_and_the_hash_seed_change_no_byte(tmp_path: Path) -> None:
    found = []
    for number, zone in enumerate(["Asia/Tehran", "America/Los_Angeles"]):
        root = sites.make(tmp_path / f"folder {number}" / ("deep/" * number))
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number + 1), "LC_ALL": "C"}
        words = [sys.executable, str(sites.ROOT / "build.py"), "build", "--root", str(root), "--offline"]
        subprocess.run([*words, "--packages", "none"], env=environment, check=True, capture_output=True)
        found.append(sites.files(root / "output"))
    assert found[0] == found[1]


def _of_earlier_builds(folder: str, names: list[str]) -> list[str]:
    """Name what a cold build has not: the site, and the cache but for the lexicon, which would take seconds."""
    if Path(folder).name == CACHE:
        return [name for name in names if name != FILE]
    return ["output"] if "output" in names else []


class Edits(RuleBasedStateMachine):
    """Any row of edits, with an incremental build after each, against a cold build of what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self._scratch = tempfile.TemporaryDirectory(prefix="goftogu-")
        self.root = sites.make_built(Path(self._scratch.name) / "archive")
        self._changed = False

    def teardown(self) -> None:
        self._scratch.cleanup()

    def _interview(self, name: str) -> Path:
        return self.root / f"content/interviews/{name}.md"

    def _edit(self, path: str, change: Callable[[str], str]) -> None:
        file = self.root / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        self._changed = True

    @rule(name=NAMES, subject=SUBJECTS, date=DATES)
    def write(self, name: str, subject: str, date: str) -> None:
        """Add an interview or write it anew."""
        self._interview(name).write_text(INTERVIEW.format(subject=subject, date=date), encoding="utf-8")
        self._changed = True

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        self._interview(name).unlink(missing_ok=True)
        (self.root / f"content/translations/en/{name}.po").unlink(missing_ok=True)
        self._changed = True

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        if self._interview(old).exists() and not self._interview(new).exists():
            self._interview(old).rename(self._interview(new))
            (self.root / f"content/translations/en/{old}.po").unlink(missing_ok=True)
            self._changed = True

    @rule(name=NAMES, english=st.sampled_from(["A talk", "Another talk"]), fuzzy=st.booleans())
    def translate(self, name: str, english: str, fuzzy: bool) -> None:
        if self._interview(name).exists():
            title = self._interview(name).read_text(encoding="utf-8").splitlines()[1].removeprefix("title: ")
            file = self.root / f"content/translations/en/{name}.po"
            file.parent.mkdir(parents=True, exist_ok=True)
            mark = "#, fuzzy\n" if fuzzy else ""
            file.write_text(f'{mark}msgctxt "title"\nmsgid "{title}"\nmsgstr "{english}"\n', encoding="utf-8")
            self._changed = True

    @rule(label=st.sampled_from(["رودخانه", "رود"]), also=st.booleans())
    def topics(self, label: str, also: bool) -> None:
        """Change a heading, and have another one or not."""
        more = '[hill]\nfa = "کوه"\nen = "Hill"\ntriggers = ["کوه"]\n' if also else ""
        text = f'[river]\nfa = "{label}"\nen = "River"\ntriggers = ["رودخانه"]\n{more}'
        self._edit("content/topics.toml", lambda _: text)

    @rule(name=st.sampled_from(["Maryam Ahmadi", "M. Ahmadi"]), public=st.booleans())
    def people(self, name: str, public: bool) -> None:
        text = f'[ahmadi]\nname = {{fa = "مریم احمدی", en = "{name}"}}\npublic = {str(public).lower()}\n'
        self._edit("content/people.toml", lambda _: text)

    @rule(title=st.sampled_from(["Test archive", "An archive"]), url=st.booleans())
    def configure(self, title: str, url: bool) -> None:
        address = 'url = "https://example.org/archive/"\n' if url else ""
        text = f'{address}[title]\nfa = "بایگانی"\nen = "{title}"\n[description]\nfa = "آزمون"\nen = "A test"\n'
        self._edit("content/site.toml", lambda _: text)

    @rule(line=st.sampled_from(["", "# twice\n"]))
    def template(self, line: str) -> None:
        original = (sites.ROOT / TEMPLATE).read_text(encoding="utf-8")
        self._edit(TEMPLATE, lambda _: line + original)

    @rule(words=st.sampled_from(["words = []\n", 'keep = ["میشد"]\n']))
    def spell(self, words: str) -> None:
        (self.root / "content/orthography.toml").write_text(words, encoding="utf-8")
        self._changed = True

    @invariant()
    def an_incremental_build_is_a_cold_one(self) -> None:
        if not self._changed:
            return
        self._changed = False
        warm = built(self.root)
        assert built(self.root) == warm
        cold = Path(self._scratch.name) / "cold"
        shutil.copytree(self.root, cold, ignore=_of_earlier_builds)
        assert built(cold) == warm
        shutil.rmtree(cold)


EditsTest = Edits.TestCase
EditsTest.settings = settings(max_examples=4, stateful_step_count=6, deadline=None)
