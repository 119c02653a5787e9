from __future__ import annotations

from pathlib import Path

import pytest
from coverage import CoverageData

from tools.reach import Coverage, mirror, mirrored


def test_a_module_has_its_tests_and_those_named_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "tests/unit/storage"
    folder.mkdir(parents=True)
    for name in ("test_staging.py", "test_staging_faults.py", "test_stagings.py", "test_cache.py"):
        (folder / name).touch()
    assert mirror("goftogu/storage/staging.py") == Path("tests/unit/storage/test_staging.py")
    assert mirrored(tmp_path, "goftogu/storage/staging.py") == [
        "tests/unit/storage/test_staging.py",
        "tests/unit/storage/test_staging_faults.py",
    ]
    assert mirrored(tmp_path, "goftogu/urls.py") == []


@pytest.mark.parametrize(
    ("text", "tests"),
    [
        ('say(Message("kept"))', ["tests/unit/locale/test_catalogue.py"]),
        ('plural(2, "turn")', ["tests/unit/locale/test_catalogue.py"]),
        ("def message(): ...", []),
    ],
)
def test_the_catalogue_is_compared_with_a_module_that_says_something(
    tmp_path: Path, text: str, tests: list[str]
) -> None:
    for folder in ("goftogu", "tests/unit/locale"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "tests/unit/locale/test_catalogue.py").touch()
    (tmp_path / "goftogu/a.py").write_text(text, encoding="utf-8")
    assert mirrored(tmp_path, "goftogu/a.py") == tests


def test_a_line_has_the_tests_that_run_it_and_an_import_those_of_its_module(tmp_path: Path) -> None:
    data = CoverageData(str(tmp_path / ".coverage"))
    for name, lines in (
        ("", [1, 9]),
        ("tests/unit/a/test_x.py::test_one[در]|run", [5]),
        ("tests/b.py::test_two|run", [5, 7]),
    ):
        data.set_context(name)
        data.add_lines({str(tmp_path / "goftogu/a/b.py"): lines})
    found = Coverage(tmp_path, data)
    assert found.tests("goftogu/a/b.py", 5) == ([], ["tests/unit/a/test_x.py::test_one", "tests/b.py::test_two"])
    assert found.tests("goftogu/a/b.py", 7) == ([], ["tests/b.py::test_two"])
    assert found.tests("goftogu/a/b.py", 9) == found.tests("goftogu/a/b.py", 5)
    assert found.tests("goftogu/a/other.py", 5) == ([], [])
