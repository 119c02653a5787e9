from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tools import mutants, mutations
from tools.mutants import Tally, chosen, known, wing
from tools.mutations import Mutant

ROOT = Path(__file__).parent.parent.parent

MODULE = """\
def larger(first: int, second: int) -> int:
    return first if first > second else second


def unused(word: str) -> str:
    return word + "!"
"""
TEST = """\
from goftogu.numbers.small import larger


def test_the_larger_of_two():
    assert larger(1, 2) == larger(2, 1) == 2
"""
EQUIVALENTS = """\
[[equivalent]]
path = "goftogu/numbers/small.py"
was = "return first if first > second else second"
becomes = "return first if first >= second else second"
why = "of two that are equal either is the larger"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a small program with one wing, one test and a list of equivalents."""
    files = {
        "goftogu/__init__.py": "",
        "goftogu/numbers/__init__.py": "",
        "goftogu/numbers/small.py": MODULE,
        "tests/unit/numbers/test_small.py": TEST,
        "tools/equivalents.toml": EQUIVALENTS,
        "pytest.ini": "[pytest]\npythonpath = .\n",
        ".gitignore": "ignored\n",
        "ignored": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # the inner runs need no other, and start sooner
    monkeypatch.setenv("PYTEST_PLUGINS", "pytest_cov.plugin,xdist.plugin")
    return tmp_path


def run(project: Path, *arguments: str) -> int:
    return mutants.main(["--tests", "tests/unit", *arguments], project)


def test_what_survives_is_told_with_its_place_and_its_change(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 1
    printed = capsys.readouterr().out
    assert 'goftogu/numbers/small.py:6: string\n  - return word + "!"\n  + return word + ""\n' in printed
    assert "  + return None" in printed
    assert "first < second" not in printed
    *_, row, whole = (line.split() for line in printed.splitlines())
    assert row == ["numbers", "2", "3", "1", "40%"]
    assert whole == ["all", "2", "3", "1", "40%"]
    assert (project / "goftogu/numbers/small.py").read_text(encoding="utf-8") == MODULE


@pytest.mark.parametrize(("survived", "code"), [(5, 0), (6, 1)])
def test_nineteen_of_twenty_are_enough(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], survived: int, code: int
) -> None:
    tallies = {".": Tally(found=50, survived=survived), "search": Tally(found=45, equivalent=4)}
    monkeypatch.setattr(mutants, "survey", lambda options, copies: tallies)
    assert run(project) == code
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["wing", ".", "search", "all"]


def test_some_at_once_find_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for jobs in ("1", "3"):
        run(project, "--jobs", jobs)
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]


def test_tests_that_fail_unchanged_end_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "tests/unit/numbers/test_small.py").write_text("def test_wrong():\n    assert False\n", encoding="utf-8")
    assert run(project) == 2
    assert capsys.readouterr().out == "The tests fail without any change: mend them first.\n"


def test_a_copy_has_what_belongs_to_the_repository(project: Path, tmp_path: Path) -> None:
    copy = mutants.Copy(project, tmp_path / "copy")
    copy.make()
    assert (copy.folder / "goftogu/numbers/small.py").read_text(encoding="utf-8") == MODULE
    assert not (copy.folder / "ignored").exists()


def mutant(kind: str, number: int) -> Mutant:
    return Mutant("goftogu/a.py", kind, number, (number, number + 1), "")


def test_kinds_take_turns_and_a_seed_repeats_the_choice() -> None:
    found = [*(mutant("string", number) for number in range(50)), *(mutant("slice", number) for number in range(3))]
    taken = list(chosen(found, 10, seed=4))
    assert Counter(one.kind for one in taken) == {"string": 7, "slice": 3}
    assert taken == list(chosen(found, 10, seed=4)) != list(chosen(found, 10, seed=5))
    assert len(list(chosen(found, 1000, seed=1))) == 53
    assert list(chosen(found, 0, seed=1)) == []


@pytest.mark.parametrize(
    ("path", "name"), [("goftogu/urls.py", "."), ("goftogu/persian/dates/format.py", "persian/dates")]
)
def test_a_module_is_in_a_wing(path: str, name: str) -> None:
    assert wing(path) == name


def test_a_share_leaves_out_what_is_equivalent() -> None:
    assert Tally(found=19, survived=1, equivalent=80).share() == 0.95
    assert Tally().share() == 0.0


def test_every_equivalent_has_a_reason() -> None:
    listed = known(ROOT)
    assert [key for key, why in listed.items() if len(why.split()) < 4] == []
    assert [key for key in listed if not (ROOT / key[0]).is_file()] == []


def test_every_equivalent_is_a_fault_that_could_be_tried() -> None:
    listed = known(ROOT)
    sources = {path: (ROOT / path).read_text(encoding="utf-8") for path, _, _ in listed}
    tried = {(path, *one.changed(text)) for path, text in sources.items() for one in mutations.mutants(path, text)}
    assert [key for key in listed if key not in tried] == []
