"""House exports: their rows in the table, their faults, and what they may return."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goftogu.content import settings
from goftogu.edition.site import Site
from goftogu.exports import downloads, house, registry
from goftogu.exports.downloads import DOWNLOADS, NAMES
from goftogu.extensions.discovery import EXPORTS
from goftogu.extensions.loading import ExtensionError
from goftogu.model import Bilingual
from goftogu.problems import Problem
from tests import extensions
from tests.collecting import collected
from tests.materials import material, vocabulary

SETTINGS = 'title = {fa = "ع", en = "T"}\ndescription = {fa = "ش", en = "D"}\n'
HEAD = "from goftogu.exports.house import ArchiveExport, InterviewExport\nfrom goftogu.model import Bilingual\n"


@pytest.fixture
def site_packages(tmp_path: Path) -> Iterator[Path]:
    """Install two sound exports."""
    points = {EXPORTS: {"words": "counting:WORDS", "list": "counting:LIST"}}
    extensions.install(tmp_path, {"counting.py": extensions.EXPORT}, points)
    with extensions.installed(tmp_path):
        yield tmp_path


def faults(folder: Path, text: str, **points: str) -> list[str]:
    """Return what is told of a module with some entry points, or of its object ``X``."""
    extensions.install(folder, {"counting.py": HEAD + text}, {EXPORTS: points or {"x": "counting:X"}})
    with extensions.installed(folder):
        return [f"{problem.code} {problem.message}" for problem in house.problems()]


def made(text: str, folder: Path, given: Any = None) -> bytes | Problem:
    """Return what the registry makes with the function ``make`` of a module."""
    text = f"{HEAD}{text}\nX = InterviewExport('x.csv', make)\n"
    extensions.install(folder, {"counting.py": text}, {EXPORTS: {"x": "counting:X"}})
    with extensions.installed(folder):
        assert house.problems() == ()
        given = material()
        files = dict(registry.files(replace(given, config=replace(given.config, downloads=("x",)))))
    return files["data/river.x.csv"]


def test_without_a_distribution_the_table_is_ours() -> None:
    assert (house.rows(), house.problems()) == ((), ())
    assert downloads.names() == NAMES
    assert downloads.chosen(NAMES) + downloads.chosen(NAMES, whole=True) == DOWNLOADS


@pytest.mark.usefixtures("site_packages")
def test_an_export_has_its_row_after_ours() -> None:
    assert downloads.names() == (*NAMES, "list", "words")
    (words,) = [row for row in downloads.chosen(["words"]) if row.name]
    assert (words.ending, words.label, words.whole) == ("words.csv", Bilingual("شمار واژه‌ها", "Number of words"), False)
    (listing,) = downloads.chosen(["words", "list"], whole=True)
    assert (listing.ending, listing.whole) == ("list.csv", True)
    assert house.problems() == ()


@pytest.mark.usefixtures("site_packages")
def test_the_settings_know_its_word() -> None:
    assert collected(settings.read_settings, SETTINGS, "x")[0].downloads == (*NAMES, "list", "words")
    chosen, problems = collected(settings.read_settings, f'downloads = ["words"]\n{SETTINGS}', "x")
    assert (chosen.downloads, list(problems)) == (("words",), [])
    _, problems = collected(settings.read_settings, f'downloads = ["wordss"]\n{SETTINGS}', "x")
    assert [(problem.code, problem.hint) for problem in problems] == [("C005", "did you mean “words”?")]


def test_a_word_of_an_export_that_is_not_installed_is_reported() -> None:
    chosen, problems = collected(settings.read_settings, f'downloads = ["words", "tei"]\n{SETTINGS}', "x")
    assert [problem.code for problem in problems] == ["C005"]
    assert chosen.downloads == ("tei",)
    with pytest.raises(ExtensionError) as raised:
        downloads.chosen(["words", "tei"])
    told = "E001 the export “words” is not installed on this machine of the cluster"
    assert str(raised.value.problem) == f"{told} (install the same distributions on every machine)"
    sent = pickle.dumps(raised.value)  # as a worker of a cluster does
    assert pickle.loads(sent).problem == raised.value.problem  # noqa: S301  its own


@pytest.mark.usefixtures("site_packages")
def test_an_export_gets_what_ours_get() -> None:
    given = material()
    files = dict(registry.files(replace(given, config=replace(given.config, downloads=("words",)))))
    count = sum(len(unit.record.split()) for unit in given.interview.units())
    assert files == {"data/river.words.csv": f"river,{count}\n".encode()}
    path, data = registry.archive_file(Site(given.config, vocabulary()), "list")
    assert (path, data) == ("data/archive/list.csv", b"")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("X = 7", "it must be an InterviewExport or an ArchiveExport, not of type int"),
        ("X = InterviewExport", "it must be an InterviewExport or an ArchiveExport, not of type type"),
        ("X = InterviewExport('../x', print)", "'../x' cannot be the end of a file name"),
        ("X = InterviewExport('X.csv', print)", "'X.csv' cannot be the end of a file name"),
        ("X = InterviewExport('', print)", "'' cannot be the end of a file name"),
        ("X = InterviewExport(3, print)", "3 cannot be the end of a file name"),
        ("X = ArchiveExport('a/b.csv', print)", "'a/b.csv' cannot be the end of a file name"),
        ("X = ArchiveExport('con.csv', print)", "'con.csv' cannot be the end of a file name"),
        ("X = InterviewExport('x.csv', 'print')", "what makes the file must be a function"),
        ("X = InterviewExport('x.csv', print, 'Words')", "the label must be a Bilingual with fa and en, or None"),
        ("X = InterviewExport('x.csv', print, Bilingual('', 'W'))", "the label must be a Bilingual with fa and en"),
        ("X = InterviewExport('x.csv', print, Bilingual(1, 2))", "the label must be a Bilingual with fa and en"),
    ],
)
def test_an_object_that_cannot_be_used_is_named(tmp_path: Path, text: str, told: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert fault.startswith(f"E001 export “x” of house 1.0: {told}")


def test_a_name_must_be_a_word(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "X = InterviewExport('x.csv', print)", **{"My Words": "counting:X"})
    assert fault.startswith("E001 export “My Words” of house 1.0: its name must be made of small Latin letters")


@pytest.mark.parametrize(
    ("text", "points", "told"),
    [
        (
            "X = InterviewExport('new', print)",
            {"tei": "counting:X"},
            "“tei” of house 1.0: another download has this name",
        ),
        (
            "X = InterviewExport('new', print)",
            {"usual": "counting:X"},
            "“usual” of house 1.0: this name means several downloads",
        ),
        (
            "X = InterviewExport('received.txt', print)",
            {"x": "counting:X"},
            "“x” of house 1.0: another download has files that end in “received.txt”",
        ),
        (
            "X = ArchiveExport('x.csv', print)",
            {"x": "counting:X", "y": "counting:X"},
            "“y” of house 1.0: another download has files that end in “x.csv”",
        ),
    ],
)
def test_a_clash_is_named(tmp_path: Path, text: str, points: dict[str, str], told: str) -> None:
    assert faults(tmp_path, text, **points) == [f"E002 export {told}"]


def test_an_interview_and_the_archive_may_have_the_same_ending(tmp_path: Path) -> None:
    text = "X = InterviewExport('epub', print)\nY = ArchiveExport('epub', print)\n"
    (fault,) = faults(tmp_path, text, x="counting:X", y="counting:Y")
    assert fault.startswith("E002 export “x” of house 1.0")


def test_two_distributions_with_one_name_clash(tmp_path: Path) -> None:
    text = "X = ArchiveExport('{}.csv', print)\n"
    for name in ("first", "second"):
        module = {f"{name}.py": HEAD + text.format(name)}
        extensions.install(tmp_path / name, module, {EXPORTS: {"words": f"{name}:X"}}, name)
    with extensions.installed(tmp_path / "first", tmp_path / "second"):
        assert [row.ending for row in house.rows()] == ["first.csv"]
        (problem,) = house.problems()
    assert (problem.code, problem.message) == (
        "E002",
        "export “words” of second 1.0: another download has this name",
    )


def test_bytes_are_taken_as_they_are(tmp_path: Path) -> None:
    assert made("def make(given): return 'آب'.encode()", tmp_path) == "آب".encode()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return 'text'", "it must return bytes, not str"),
        ("return None", "it must return bytes, not NoneType"),
        ("return bytearray(b'x')", "it must return bytes, not bytearray"),
        ("return b'\\xff'", "its text is not UTF-8: byte 0xFF"),
        (
            "return given.nothing",
            "it fails: AttributeError: 'Material' object has no attribute 'nothing' (counting.py:3)",
        ),
        ("raise SystemExit", "it fails: SystemExit (counting.py:3)"),
    ],
)
def test_anything_else_is_a_problem_of_the_interview(tmp_path: Path, body: str, told: str) -> None:
    problem = made(f"def make(given): {body}", tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("E003", material().interview.path)
    assert problem.message == f"export “x” of house 1.0: {told}"


def test_a_file_that_is_no_text_may_hold_any_bytes(tmp_path: Path) -> None:
    text = f"{HEAD}X = ArchiveExport('x.zip', lambda site: bytes([255]))\n"
    extensions.install(tmp_path, {"counting.py": text}, {EXPORTS: {"x": "counting:X"}})
    with extensions.installed(tmp_path):
        path, data = registry.archive_file(Site(material().config, vocabulary()), "x")
    assert (path, data) == ("data/archive/x.zip", b"\xff")
