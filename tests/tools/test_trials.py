"""The table of trials: every class has tests, each test counts once, and what failed is not right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import sites
from tools import trials

REPORT = """\
<testsuites><testsuite>
<testcase classname="tests.test_hostile" name="one[a]"/>
<testcase classname="tests.test_hostile" name="one[b]"><failure>no</failure></testcase>
<testcase classname="tests.test_hostile.TestGroup" name="two"/>
<testcase classname="tests.test_hostile_too" name="three"/>
<testcase classname="tests.unit.translation.packages.test_unzip" name="four"><error>no</error></testcase>
<testcase classname="tests.test_offline" name="five"><skipped>no network</skipped></testcase>
</testsuite></testsuites>
"""


@pytest.mark.parametrize("path", [path for paths in trials.CLASSES.values() for path in paths])
def test_the_tests_of_each_class_are_there(path: str) -> None:
    found = sites.ROOT / path
    assert found.is_file() if path.endswith(".py") else list(found.glob("test_*.py"))


def test_no_test_is_of_two_classes() -> None:
    paths = [path for paths in trials.CLASSES.values() for path in paths]
    assert len(paths) == len(set(paths))


def test_cases_are_counted_by_class(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")
    counted = {name: (tried, right) for name, tried, right in trials.table(trials.outcomes(report)) if tried}
    assert counted == {
        "texts that try to run or to break out": (3, 2),
        "a cache, a folder or a package that somebody else prepared": (1, 0),
    }


def test_what_was_not_tried_is_in_the_table(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text("<testsuites/>", encoding="utf-8")
    assert [row[0] for row in trials.table(trials.outcomes(report))] == list(trials.CLASSES)


@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_the_table_is_printed_and_a_trial_that_fails_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], broken: bool, code: int
) -> None:
    test = f"import pytest\n@pytest.mark.parametrize('n', range(1200))\ndef test_n(n):\n    assert n or {not broken}\n"
    (tmp_path / "test_small.py").write_text(test, encoding="utf-8")
    monkeypatch.setattr(trials, "ROOT", tmp_path)
    monkeypatch.setattr(trials, "CLASSES", {"numbers": ("test_small.py",)})
    monkeypatch.setattr("sys.argv", ["trials", "-p", "no:randomly"])
    assert trials.main() == code
    assert f"| numbers | 1,200 | {1200 - code:,} |\n| all | 1,200 | {1200 - code:,} |\n" in capsys.readouterr().out
