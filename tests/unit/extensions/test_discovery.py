"""Entry points are found without loading anything, and their code counts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu.extensions import discovery
from goftogu.extensions.discovery import EXPORTS, FILTERS, Extension
from tests import extensions, sites

WORDS = Extension(EXPORTS, "words", "counting:WORDS", "house", "1.0")


def digest(*folders: Path) -> bytes:
    with extensions.installed(*folders):
        return discovery.digest()


def found(*folders: Path) -> list[Extension]:
    with extensions.installed(*folders):
        return [extension for extension in discovery.found() if extension.distribution != "real"]


def test_without_a_distribution_there_is_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == []
    assert digest(tmp_path) == b""


def test_entry_points_are_found_by_group_and_nothing_is_loaded(tmp_path: Path) -> None:
    points = {EXPORTS: {"words": "counting:WORDS"}, FILTERS: {"Upper": "counting:upper [extra]"}, "other": {"x": "y"}}
    extensions.install(tmp_path, {"counting.py": "raise SystemExit"}, points)
    with extensions.installed(tmp_path):
        assert discovery.of(EXPORTS) == (WORDS,)
        assert discovery.of(FILTERS) == (Extension(FILTERS, "Upper", "counting:upper [extra]", "house", "1.0"),)
        assert discovery.of(discovery.ENGINES) == ()
        assert discovery.digest() != b""
    assert "counting" not in sys.modules


def test_a_distribution_without_our_groups_is_passed_over(tmp_path: Path) -> None:
    extensions.install(tmp_path, {}, {"console_scripts": {"goftogu.exports": "x:y"}})
    (tmp_path / "bare-1.dist-info").mkdir()
    (tmp_path / "old.egg-info").mkdir()
    assert found(tmp_path) == []


def test_of_two_copies_the_first_on_the_path_counts(tmp_path: Path) -> None:
    first = extensions.install(tmp_path / "a", {}, {EXPORTS: {"words": "counting:WORDS"}}, "My_House")
    second = extensions.install(tmp_path / "b", {}, {EXPORTS: {"more": "counting:MORE"}}, "my.house", "2.0")
    assert {extension.name for extension in found(second, first)} == {"words"}
    assert {extension.name for extension in found(first, second)} == {"more"}


def test_a_file_that_cannot_be_read_is_an_extension_without_a_name(tmp_path: Path) -> None:
    extensions.install(tmp_path, {}, {})
    (tmp_path / "house-1.0.dist-info/entry_points.txt").write_text("[goftogu.exports]\nnothing\n", encoding="utf-8")
    (broken,) = found(tmp_path)
    assert (broken.group, broken.name, broken.distribution) == (EXPORTS, "", "house")
    assert "entry_points" not in broken.value
    assert "\n" not in broken.value


def test_how_a_problem_names_it() -> None:
    assert str(WORDS) == "“words” of house 1.0"


@pytest.mark.parametrize(
    ("files", "value"),
    [
        ({"counting.py": ""}, "counting:WORDS"),
        ({"counting/__init__.py": "", "counting/deep/more.py": ""}, "counting:WORDS"),
        ({"shared/counting.py": ""}, "shared.counting:WORDS"),
        ({"shared/counting/__init__.py": "", "shared/counting/table.csv": ""}, "shared.counting.words:WORDS [x]"),
    ],
    ids=["a module", "a package", "a module of a namespace", "a package of a namespace"],
)
def test_every_file_of_the_code_counts(tmp_path: Path, files: dict[str, str], value: str) -> None:
    folder = extensions.install(tmp_path / "site", files, {EXPORTS: {"words": value}})
    digests = [digest(folder)]
    for path in files:
        (folder / path).write_text("# changed\n", encoding="utf-8")
        digests.append(digest(folder))
    assert len(set(digests)) == len(files) + 1
    (folder / "elsewhere.py").write_text("", encoding="utf-8")
    (folder / "shared").mkdir(exist_ok=True)
    (folder / "shared/others.py").write_text("", encoding="utf-8")
    assert digest(folder) == digests[-1]


def test_name_and_version_count_also_where_the_code_is_not_found(tmp_path: Path) -> None:
    one = extensions.install(tmp_path / "a", {}, {EXPORTS: {"words": "nowhere:WORDS"}})
    two = extensions.install(tmp_path / "b", {}, {EXPORTS: {"words": "nowhere:WORDS"}}, version="1.1")
    assert len({digest(one), digest(two), b""}) == 3


def test_compiled_files_do_not_count(tmp_path: Path) -> None:
    files = {"counting/__init__.py": ""}
    folder = extensions.install(tmp_path, files, {EXPORTS: {"words": "counting:WORDS"}})
    before = digest(folder)
    (folder / "counting/__pycache__").mkdir()
    (folder / "counting/__pycache__/x.pyc").write_bytes(b"x")
    assert digest(folder) == before


def test_the_folder_that_the_program_is_called_in_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extensions.install(tmp_path, {"counting.py": ""}, {EXPORTS: {"words": "counting:WORDS"}})
    monkeypatch.chdir(tmp_path)
    assert found(tmp_path) == []
    with extensions.installed():
        monkeypatch.syspath_prepend("")
        assert discovery.found() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
def test_a_folder_that_is_gone_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = extensions.install(tmp_path / "site", {}, {EXPORTS: {"words": "counting:WORDS"}})
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert found(folder) == [WORDS]


def test_what_is_not_a_folder_on_the_path_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "code.zip").write_bytes(b"")
    assert found(tmp_path / "code.zip", tmp_path / "absent") == []


def test_without_an_extension_nothing_that_is_slow_is_imported() -> None:
    code = "import sys; from goftogu.extensions import discovery; discovery.digest(); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(sites.ROOT)}
    words = [sys.executable, "-c", code]
    ended = subprocess.run(words, capture_output=True, text=True, check=True, env=environment, cwd=Path(os.sep))
    assert not {"importlib.metadata", "configparser", "pkgutil", "jinja2"} & set(ended.stdout.split())
