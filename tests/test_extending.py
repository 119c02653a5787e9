"""``docs/extending.md`` is right: its distribution is laid out as an installer does, and its examples work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from goftogu.extensions import discovery
from goftogu.problems import CODES
from tests import documents, extensions, sites

TEXT: Final = documents.read("extending.md")
EXAMPLES: Final = documents.examples(TEXT)
PROJECT: Final = tomllib.loads(EXAMPLES["pyproject.toml"])["project"]
POINTS: Final[dict[str, dict[str, str]]] = PROJECT["entry-points"]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the distribution of the document into a folder."""
    modules = {path: text for path, text in EXAMPLES.items() if path.endswith(".py")}
    folder = tmp_path_factory.mktemp("packages")
    return extensions.install(folder, modules, POINTS, PROJECT["name"].replace("-", "_"), PROJECT["version"])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make an archive with the templates of the document and a free page."""
    root = sites.make(tmp_path)
    documents.write(root, [(path, text) for path, text in EXAMPLES.items() if path.startswith("templates/free")])
    own = root / "templates/locale/fa.po"
    own.write_text(own.read_text("utf-8") + "\n" + EXAMPLES["templates/locale/fa.po"], encoding="utf-8")
    long = "یک دو سه چهار پنج " * 160
    documents.write(root, [(f"content/pages/visit.{tag}.md", f"# Visit\n\n{long}\n") for tag in ("fa", "en")])
    return root


def run(root: Path, packages: Path, *words: str) -> str:
    """Run the program with the distribution in ``PYTHONPATH``; return what it says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment["PYTHONPATH"] = str(packages)
    done = subprocess.run(
        [sys.executable, str(sites.ROOT / "build.py"), *words],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_the_document_shows_each_group_that_there_is() -> None:
    groups = {discovery.EXPORTS, discovery.FILTERS, discovery.ENGINES}
    assert set(POINTS) == groups
    assert set(re.findall(r"^\| `(goftogu\.\w+)` \|", TEXT, re.MULTILINE)) == groups
    for value in (value for group in POINTS.values() for value in group.values()):
        module, _, name = value.partition(":")
        assert re.search(rf"^(?:def |class )?{name}\b", EXAMPLES[f"{module.replace('.', '/')}.py"], re.MULTILINE)


def test_the_document_names_every_code_of_an_extension() -> None:
    assert set(re.findall(r"`(E\d{3})`", TEXT)) == {code for code in CODES if code.startswith("E")}


def test_the_exports_and_the_filter_are_in_the_site(root: Path, packages: Path) -> None:
    told = run(root, packages, "build", "--offline", "--packages", "none")
    assert "error" not in told
    output = root / "output"
    lines = (output / "data/river.words.tsv").read_text(encoding="utf-8").splitlines()
    words = dict(line.split("\t") for line in lines)
    assert len(words) == 2
    assert all(int(count) > 0 for count in words.values())
    assert (output / "data/archive/titles.tsv").read_text(encoding="utf-8").startswith("river\t")
    for language, label, minutes in (
        ("fa", "شمار واژه‌ها (TSV)", "دقیقه: ۴"),
        ("en", "Words of each speaker (TSV)", "Minutes: 4"),
    ):
        assert f">{label}</a>" in (output / f"{language}/river.html").read_text(encoding="utf-8")
        assert "titles.tsv" in (output / f"{language}/data/index.html").read_text(encoding="utf-8")
        assert minutes in (output / f"{language}/visit.html").read_text(encoding="utf-8")


def test_the_engine_translates_by_option_and_by_the_settings(root: Path, packages: Path) -> None:
    river = (root / "content/interviews/river.md").read_text(encoding="utf-8")
    words = sorted(set(re.findall(r"[\u0621-\u06cc\u200c]+", river)))
    documents.write(root, [("lexicon.tsv", "".join(f"{word}\tword{at}\n" for at, word in enumerate(words)))])
    assert "translated with engine: garden lexicon 1.0" in run(root, packages, "translate", "--engine", "lexicon")
    memory = root / "content/translations/en/river.po"
    assert "origin: engine: garden lexicon 1.0" in memory.read_text(encoding="utf-8")
    memory.unlink()
    chosen = re.search(r"```toml\n(\[translation\].*?)```", TEXT, re.DOTALL)
    assert chosen is not None
    settings = root / "content/site.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n{chosen[1]}", encoding="utf-8")
    told = run(root, packages, "build", "--offline")
    assert "M006" not in told
    assert "origin: engine: garden lexicon 1.0" in memory.read_text(encoding="utf-8")
