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

from goftogu.pages import pagination
from goftogu.storage.cache import FILE
from goftogu.transcripts.archive import CACHE
from tests import sites

INTERVIEW: Final = """\
---
title: گفت‌وگو دربارهٔ {subject}
date: {date}
speakers:
  پرسشگر: {{role: interviewer, organisation: daily}}
  مینا راد: {{role: interviewee, person: rad}}
source: {{name: daily, received: 2024-05-20}}
---
{lede}
{{: #p1 .lede }}

پرسشگر: از {subject} و ده کهنه در سال ۱۳۳۲ چه به یاد دارید؟
{{: #t1 }}

## {section}
{{: #s1 }}

مینا راد: {subject} دور بود و راه بسیار. {said}
{{: #t2 }}
"""
NAMES: Final = st.sampled_from(["brook", "hill", "کوه", "sea-2"])
SUBJECTS: Final = st.sampled_from(["رودخانه", "کوه", "دریا", "رودخانه و کوه"])
DATES: Final = st.sampled_from(["1402-03-14", "2024-05", "1357"])
LEDES: Final = st.sampled_from(["یادی از گذشته.", "یادی از ده کهنه."])
SECTIONS: Final = st.sampled_from(["راه", "خانه و راه"])
SAID: Final = st.sampled_from(
    ["", "باغ ما در ده کهنه بود.", "در سال ۱۳۴۱ باغ را فروختیم.", "مینا راد را همه می‌شناختند."]
)
TEMPLATE: Final = "templates/robots.txt.jinja"
PAGE: Final = "output/en/well.html"
FOUND: Final = ["en/a-z/index.html", "en/chronology/index.html", "en/places/village.html", "en/index.html"]
"""Pages that lists, dates, places and ledes are shown on."""


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
        self.root = sites.make_golden(Path(self._scratch.name) / "archive")
        self._changed = False
        self._rows, pagination.MOST_ROWS = pagination.MOST_ROWS, 3  # type: ignore[misc]  # so that lists have a second page

    def teardown(self) -> None:
        pagination.MOST_ROWS = self._rows  # type: ignore[misc]
        self._scratch.cleanup()

    def _interview(self, name: str) -> Path:
        return self.root / f"content/interviews/{name}.md"

    def _edit(self, path: str, change: Callable[[str], str]) -> None:
        file = self.root / path
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        self._changed = True

    @rule(name=NAMES, subject=SUBJECTS, date=DATES, lede=LEDES, section=SECTIONS, said=SAID)
    def write(self, name: str, **texts: str) -> None:
        """Add an interview or write it again."""
        self._interview(name).write_text(INTERVIEW.format(**texts), encoding="utf-8")
        self._changed = True

    @rule(said=SAID, before=st.booleans())
    def say(self, said: str, before: bool) -> None:
        """Say something in the rich interview, before or after what is said there."""
        text = f"{said} **پدرم**." if before else f"**پدرم**. {said}"
        self._edit("content/interviews/well.md", lambda old: old.replace("**پدرم**.", text, 1))

    @rule(path=st.sampled_from([PAGE, *(f"output/{path}" for path in FOUND)]), over=st.booleans())
    def lose(self, path: str, over: bool) -> None:
        """Delete a page of the site, or write something else over it."""
        file = self.root / path
        if file.exists():
            file.write_text("something else", encoding="utf-8") if over else file.unlink()
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

    @rule(
        name=NAMES, unit=st.sampled_from(["title", "p1", "t2.1"]), english=st.sampled_from(["A talk", "Another *talk*"])
    )
    def translate(self, name: str, unit: str, english: str) -> None:
        """Give English to a title, a lede or an answer."""
        if self._interview(name).exists():
            interview = self._interview(name).read_text(encoding="utf-8").splitlines()
            persian = {
                "title": interview[1].removeprefix("title: "),
                "p1": interview[7],
                "t2.1": interview[-2].removeprefix("مینا راد: "),
            }[unit]
            file = self.root / f"content/translations/en/{name}.po"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f'#, fuzzy\nmsgctxt "{unit}"\nmsgid "{persian}"\nmsgstr "{english}"\n', encoding="utf-8")
            self._changed = True

    @rule(english=st.sampled_from(["A word before.", "What Rad told of the well."]), fuzzy=st.booleans())
    def review(self, english: str, fuzzy: bool) -> None:
        """Write the English of the lede of the rich interview again."""
        persian = "مینا راد از چاه و باغ می‌گوید."
        entry = f'{"#, fuzzy" if fuzzy else "# seen"}\nmsgctxt "p1"\nmsgid "{persian}"\nmsgstr "{english}"\n'
        kept = sites.SITES.parent / "golden/content/translations/en/well.po"
        parts = kept.read_text(encoding="utf-8").split("\n\n")
        parts = [entry if 'msgctxt "p1"' in part else part for part in parts]
        self._edit("content/translations/en/well.po", lambda _: "\n\n".join(parts))

    @rule(english=st.sampled_from(["Deh-e Kohneh", "The Old Village"]), more=st.booleans())
    def places(self, english: str, more: bool) -> None:
        """Give a place another name, and have another place or not."""
        other = '[garden]\nname = {fa = "باغ گیاه‌شناسی", en = "Botanical Garden"}\n' if more else ""
        text = f'[village]\nkind = "village"\nname = {{fa = "ده کهنه", en = "{english}"}}\n{other}'
        self._edit("content/places.toml", lambda _: text)

    @rule(label=st.sampled_from(["رودخانه", "رود"]), also=st.booleans())
    def topics(self, label: str, also: bool) -> None:
        """Change a heading, and have another one or not."""
        more = '\n[hill]\nfa = "کوه"\nen = "Hill"\ntriggers = ["کوه"]\n' if also else ""
        kept = (sites.SITES.parent / "golden/content/topics.toml").read_text(encoding="utf-8")
        self._edit("content/topics.toml", lambda _: kept.replace('"رودخانه"\nen', f'"{label}"\nen') + more)

    @rule(name=st.sampled_from(["Mina Rad", "M. Rad"]), public=st.booleans())
    def people(self, name: str, public: bool) -> None:
        kept = (sites.SITES.parent / "golden/content/people.toml").read_text(encoding="utf-8")
        known = kept.replace("public = true", f"public = {str(public).lower()}", 1)
        self._edit("content/people.toml", lambda _: known.replace('"Mina Rad"', f'"{name}"'))

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
