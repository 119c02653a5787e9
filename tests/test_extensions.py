"""Installed distributions in whole builds: by every kind of process, after an upgrade, and never from an archive."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from goftogu.build import workers
from goftogu.extensions.discovery import ENGINES, EXPORTS, FILTERS
from goftogu.problems import Problem
from goftogu.translation.memory import store
from tests import extensions, sites

POINTS: Final = {EXPORTS: {"words": "counting:WORDS", "list": "counting:LIST"}}
ENGINE: Final = """
from goftogu.translation.engine.protocol import Hypothesis, Translator

class Parrot(Translator):
    origin = "parrot 1.0"

    def __init__(self, root):
        pass

    def translate(self, sentences, *, careful=False):
        return [Hypothesis("One two three four five.", -0.1, 6) for _ in sentences]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return extensions.install(tmp_path / "packages", {"counting.py": extensions.EXPORT}, POINTS)


def build(root: Path, folder: Path) -> list[Problem]:
    """Build with the distributions of a folder; return what is told but for what the base lacks."""
    with extensions.installed(folder):
        report = sites.build(root)
    return [problem for problem in report.problems if problem.code not in {"M006", "V007"}]


def run(root: Path, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in an archive, perhaps with a folder in ``PYTHONPATH``."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    if path:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, *words], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def more_interviews(root: Path, count: int = 45) -> list[str]:
    """Copy the interview of the base; so many are worth other processes."""
    river = root / "content/interviews/river.md"
    names = [f"river-{number}" for number in range(count)]
    for name in names:
        (root / f"content/interviews/{name}.md").write_bytes(river.read_bytes())
    return names


def test_downloads_are_made_linked_and_switched(root: Path, folder: Path) -> None:
    assert build(root, folder) == []
    assert (root / "output/data/river.words.csv").read_text(encoding="utf-8").startswith("river,")
    assert (root / "output/data/archive/list.csv").read_text(encoding="utf-8") == "river\n"
    for language, label, listed in (("fa", "شمار واژه‌ها", "فهرست"), ("en", "Number of words", "List")):
        page = (root / f"output/{language}/river.html").read_text(encoding="utf-8")
        assert f'<li><a href="../data/river.words.csv">{label}</a></li>' in page
        listing = (root / f"output/{language}/data/index.html").read_text(encoding="utf-8")
        assert f'href="../../data/archive/list.csv">{listed}</a>' in listing
    settings = root / "content/site.toml"
    settings.write_text('downloads = ["list"]\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert build(root, folder) == []
    assert sorted(path.name for path in (root / "output/data").glob("river.*")) == ["river.transcript.md"]
    assert (root / "output/data/archive/list.csv").exists()


def test_without_the_distribution_its_files_and_links_are_gone(root: Path, folder: Path) -> None:
    assert build(root, folder) == []
    assert build(root, folder / "nowhere") == []
    assert not (root / "output/data/archive/list.csv").exists()
    assert "list.csv" not in (root / "output/en/data/index.html").read_text(encoding="utf-8")
    assert "words.csv" not in (root / "output/en/river.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", ["code", "version"])
def test_an_upgrade_makes_the_files_again(root: Path, folder: Path, change: str) -> None:
    assert build(root, folder) == []
    before = sites.files(root / "output")
    text = extensions.EXPORT.replace("{words}", "{-words}")
    if change == "version":  # the entry point leads elsewhere, and the old code stays
        (folder / "house-1.0.dist-info").rename(folder / "gone")
        points = {EXPORTS: {"words": "other:WORDS", "list": "other:LIST"}}
        extensions.install(folder, {"other.py": text}, points, version="1.1")
    else:
        (folder / "counting.py").write_text(text, encoding="utf-8")
    assert build(root, folder) == []
    after = sites.files(root / "output")
    changed = {path for path in after if after[path] != before[path]}
    assert changed == {"data/river.words.csv", ".manifest.sha256"}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_make_the_same(root: Path, folder: Path, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if method == "fork" and not hasattr(os, "fork"):
        pytest.skip("this system knows no fork")
    names = more_interviews(root)
    monkeypatch.setattr(workers, "start_method", lambda: method)
    monkeypatch.setattr(workers, "processors", lambda: 2)
    assert build(root, folder) == []
    made = [(root / f"output/data/{name}.words.csv").read_text(encoding="utf-8") for name in names]
    assert [text.partition(",")[0] for text in made] == names


def test_what_fails_in_another_process_is_a_problem_of_its_interview(
    root: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = more_interviews(root)
    text = extensions.EXPORT.replace(
        "    words = sum", "    assert material.interview.id != 'river-7'\n    words = sum"
    )
    (folder / "counting.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(workers, "processors", lambda: 2)
    (problem,) = build(root, folder)
    assert (problem.code, problem.path) == ("E003", "content/interviews/river-7.md")
    assert "export “words” of house 1.0: it fails: AssertionError (counting.py:" in problem.message
    assert "river-7" in names
    assert not (root / "output/index.html").exists()


def test_a_broken_distribution_publishes_nothing(root: Path, tmp_path: Path) -> None:
    points = {EXPORTS: {"words": "absent:X"}, FILTERS: {"upper": "counting:count"}}
    folder = extensions.install(tmp_path / "broken", {"counting.py": extensions.EXPORT}, points)
    assert [problem.code for problem in build(root, folder)] == ["E001", "E002"]
    assert not (root / "output/index.html").exists()


def test_a_file_and_its_label_are_checked_as_ours_are(root: Path, tmp_path: Path) -> None:
    text = """
from goftogu.exports.house import InterviewExport
from goftogu.model import Bilingual

def page(material):
    return b'<a href="../en/absent.html">x</a><a href="../en/river.html#t99">y</a>'

PAGE = InterviewExport("page.html", page, Bilingual("<b>صفحه</b>", "A & B"))
"""
    folder = extensions.install(tmp_path / "packages", {"house_page.py": text}, {EXPORTS: {"page": "house_page:PAGE"}})
    assert sorted((problem.code, problem.path) for problem in build(root, folder)) == [
        ("L001", "data/river.page.html"),
        ("L002", "data/river.page.html"),
    ]
    assert not (root / "output/index.html").exists()
    module = folder / "house_page.py"
    module.write_text(text.replace("absent.html", "index.html").replace("#t99", ""), encoding="utf-8")
    assert build(root, folder) == []
    assert "&lt;b&gt;صفحه&lt;/b&gt;</a>" in (root / "output/fa/river.html").read_text(encoding="utf-8")
    assert ">A &amp; B</a>" in (root / "output/en/river.html").read_text(encoding="utf-8")


def test_a_filter_serves_the_templates(root: Path, tmp_path: Path) -> None:
    module = {"house_filters.py": "def shout(text):\n    return str(text).upper()\n"}
    folder = extensions.install(tmp_path / "packages", module, {FILTERS: {"shout": "house_filters:shout"}})
    template = root / "templates/free.html.jinja"
    template.write_text(template.read_text("utf-8").replace("{{ title }}", "{{ title|shout }}"), encoding="utf-8")
    for language in ("fa", "en"):
        (root / "content/pages").mkdir(exist_ok=True)
        (root / f"content/pages/visit.{language}.md").write_text("# Visit us\n\nمتن\n", encoding="utf-8")
    assert build(root, folder) == []
    assert "<h1>VISIT US</h1>" in (root / "output/en/visit.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("way", ["option", "settings"])
def test_an_engine_translates(root: Path, tmp_path: Path, way: str) -> None:
    folder = extensions.install(tmp_path / "packages", {"parrot.py": ENGINE}, {ENGINES: {"parrot": "parrot:Parrot"}})
    words = ["--engine", "parrot"]
    if way == "settings":
        with (root / "content/site.toml").open("a", encoding="utf-8") as file:
            file.write('\n[translation]\nengine = "parrot"\n')
        words = []
    done = run(root, str(sites.ROOT / "build.py"), "translate", *words, path=folder)
    assert (done.returncode, "translated with engine: parrot 1.0" in done.stderr) == (0, True), done.stderr
    text = (root / store.path_of("river")).read_text(encoding="utf-8")
    assert "origin: engine: parrot 1.0" in text
    assert sites.build(root).problems.errors() == []
    page = (root / "output/en/river.html").read_text(encoding="utf-8")
    assert "machine translation" in page.lower()
    assert "(engine: parrot 1.0)" in page
    assert "machine translation, not reviewed (parrot 1.0)" in (root / "output/data/river.en.txt").read_text("utf-8")
    again = run(root, str(sites.ROOT / "build.py"), "translate", *words, path=folder)
    assert "translated with" not in again.stderr


def test_an_engine_that_is_not_installed_leaves_the_work_undone(root: Path) -> None:
    done = run(root, str(sites.ROOT / "build.py"), "translate", "--engine", "parrot")
    assert done.returncode == 1
    assert (
        "warning: E004 the translation engine “parrot” is not installed (known: argos, chat, converted)" in done.stderr
    )
    assert "package install" not in done.stderr


def test_an_engine_that_fails_ends_in_a_problem(root: Path, tmp_path: Path) -> None:
    text = ENGINE.replace("return [", "1 / 0; [")
    folder = extensions.install(tmp_path / "packages", {"parrot.py": text}, {ENGINES: {"parrot": "parrot:Parrot"}})
    done = run(root, str(sites.ROOT / "build.py"), "translate", "--engine", "parrot", path=folder)
    assert done.returncode == 1
    assert "error: E003 engine “parrot” of house 1.0: it fails: ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


EVIL: Final = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n"


@pytest.mark.parametrize("words", [["-m", "goftogu"], [str(sites.ROOT / "build.py")]], ids=["python -m", "build.py"])
def test_nothing_in_an_archive_runs_as_code(root: Path, words: list[str]) -> None:
    names = ("evil", "jinja2", "polib", "argparse", "hazm", "markdown", "sqlite3")
    modules = {f"{name}.py": f"{EVIL}raise SystemExit(9)\n" for name in names}
    points = {EXPORTS: {"evil": "evil:X"}, FILTERS: {"evil": "evil:X"}, ENGINES: {"evil": "evil:X"}}
    extensions.install(root, modules, points)
    done = run(root, *words, "build", "--offline", "--packages", "none", path=sites.ROOT)
    assert done.returncode == 0, done.stderr
    assert not (root / "ran").exists()
