"""The requirement files: whole, hashed, free of addresses, equal to what is installed, and enough to import."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
FILES = (
    "requirements.txt",
    "requirements-translate.txt",
    "requirements-dev.txt",
    "requirements-build.txt",
    "requirements-audit.txt",
)
ENGINE = {"argostranslate", "ctranslate2", "packaging", "sentencepiece"}
UNWANTED = {
    "fasttext-wheel",
    "flashtext",
    "gensim",
    "huggingface-hub",
    "minisbd",
    "nltk",
    "onnxruntime",
    "python-crfsuite",
    "scikit-learn",
    "scipy",
    "spacy",
    "stanza",
    "torch",
}
"""What hazm and Argos Translate name and nothing here uses; more than a gigabyte."""
IMPORTS = (
    "argostranslate.package",
    "ctranslate2",
    "jdatetime",
    "jinja2",
    "markdown",
    "polib",
    "rich.progress",
    "sentencepiece",
    "watchfiles",
    "yaml",
)

_ENTRY = re.compile(
    r"^(?P<requirement>[A-Za-z0-9][^\\\n]*)(?P<hashes>(?:\\\n +--hash=sha256:[0-9a-f]{64} ?)*)$", re.MULTILINE
)


def entries(name: str) -> list[tuple[Requirement, int]]:
    """Return each requirement of a file with the number of its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [(Requirement(m["requirement"].strip()), m["hashes"].count("--hash=")) for m in _ENTRY.finditer(text)]


def pinned(requirement: Requirement) -> str:
    """Return the one version that a requirement allows."""
    (specifier,) = requirement.specifier
    assert specifier.operator == "=="
    return specifier.version


def installed(name: str) -> str:
    """Return the version of a package in this environment, or a word that equals none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_an_entry_its_hash_or_a_comment(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = _ENTRY.sub("", text)
    assert [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")] == []


@pytest.mark.parametrize("name", FILES)
def test_every_entry_is_pinned_and_hashed(name: str) -> None:
    assert entries(name)
    for requirement, hashes in entries(name):
        assert pinned(requirement)
        assert hashes, requirement
        assert requirement.url is None


@pytest.mark.parametrize("name", FILES)
def test_no_address_is_written_down(name: str) -> None:
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links", (ROOT / name).read_text(encoding="utf-8"))


def test_what_node_runs_is_locked_by_hashes_and_without_addresses() -> None:
    """npm takes what it needs from the registry that is set, and compares each file with its hash."""
    asked = json.loads((ROOT / "tools/package.json").read_text(encoding="utf-8"))
    text = (ROOT / "tools/package-lock.json").read_text(encoding="utf-8")
    top, *locked = json.loads(text)["packages"].items()
    assert top[1]["devDependencies"] == asked["devDependencies"]
    assert all(re.fullmatch(r"\d[\w.+-]*", version) for version in asked["devDependencies"].values())
    assert {f"node_modules/{name}" for name in asked["devDependencies"]} <= dict(locked).keys()
    assert [name for name, entry in locked if not entry["integrity"].startswith("sha512-")] == []
    assert not re.search(r'"resolved"|registry', text)


def test_what_must_not_be_installed_is_not_locked() -> None:
    assert UNWANTED.isdisjoint(canonicalize_name(entry.name) for name in FILES for entry, _ in entries(name))


def test_pieces_of_bpe_are_locked_for_tests_alone() -> None:
    names = {name: {entry.name for entry, _ in entries(name)} for name in FILES}
    assert "sacremoses" not in names["requirements-translate.txt"]
    assert "sacremoses" in names["requirements-dev.txt"]


def test_the_engine_is_locked_apart() -> None:
    site = {str(entry) for entry, _ in entries("requirements.txt")}
    whole = {str(entry) for entry, _ in entries("requirements-translate.txt")}
    assert site < whole
    assert {Requirement(text).name for text in whole - site} == ENGINE


def test_the_site_needs_no_arrays() -> None:
    assert "numpy" not in {entry.name for entry, _ in entries("requirements-translate.txt")}


def test_what_two_files_name_has_one_version() -> None:
    site = {entry.name: pinned(entry) for entry, _ in entries("requirements-translate.txt") if entry.name != "hazm"}
    development = {entry.name: pinned(entry) for entry, _ in entries("requirements-dev.txt")}
    shared = site.keys() & development.keys()
    assert shared
    assert {name: site[name] for name in shared} == {name: development[name] for name in shared}


@pytest.mark.parametrize("name", ["requirements-translate.txt", "requirements-dev.txt"])
def test_what_is_installed_is_what_is_locked(name: str) -> None:
    applying = [entry for entry, _ in entries(name) if entry.marker is None or entry.marker.evaluate()]
    assert {entry.name: installed(entry.name) for entry in applying} == {
        entry.name: pinned(entry) for entry in applying
    }


@pytest.mark.parametrize("module", IMPORTS)
def test_import_works_and_warns_of_nothing(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import {module}"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_engine_translates_without_numpy(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from pathlib import Path\n"
        "from goftogu.problems import Problems\n"
        "from goftogu.translation.engine import argos\n"
        "from goftogu.translation.packages import installed\n"
        "folder, file = map(Path, sys.argv[1:])\n"
        "problems = Problems()\n"
        "package = installed.install(file, folder, problems)\n"
        "engine = argos.load(package, problems)\n"
        "print(len(engine.translate(['سلام'])), len(list(problems)))\n"
    )
    file = ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(tmp_path), str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["1", "0"], "")
