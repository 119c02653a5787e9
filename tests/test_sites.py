"""Whole sites: the sound base builds; each fixture of ``sites/invalid`` is reported with the problem of its name."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from goftogu.problems import CODES, Severity
from tests import sites

INVALID: Final = sorted(path for path in (sites.SITES / "invalid").iterdir() if path.is_dir())

_PACKAGES: Final = "tests/unit/translation/packages/test_installed.py"
_FITNESS: Final = "tests/unit/checks/test_site.py"
_PUBLISH: Final = "tests/unit/storage/test_staging.py"
ELSEWHERE: Final = {
    "S005": "tests/unit/content/test_files.py",
    "S008": "tests/unit/commands/test_importing.py",
    "S011": "tests/unit/commands/test_importing.py",
    "S012": "tests/unit/commands/test_init.py",
    "R004": "tests/unit/build/test_recordings.py",
    "S016": "tests/unit/content/test_record.py",
    "I004": "tests/unit/build/test_cards.py",
    "W007": "tests/unit/serve/test_server.py",
    "W008": "tests/unit/checks/test_site.py",
    "W009": "tests/unit/checks/test_site.py",
    "W012": "tests/unit/checks/test_live.py",
    "W013": "tests/unit/commands/test_pdf.py",
    "W014": "tests/unit/checks/test_capacity.py",
    "M008": "tests/test_hostile.py",
    "M009": "tests/unit/translation/memory/test_store.py",
    "M010": "tests/unit/translation/offers/test_read.py",
    "M011": "tests/unit/commands/test_translate.py",
    "M014": "tests/unit/commands/test_translate.py",
    "A009": "tests/unit/translation/engine/test_argos.py",
    "A012": "tests/unit/translation/packages/test_download.py",
    "A013": "tests/unit/translation/engine/test_dask.py",
    "A014": "tests/unit/translation/engine/test_devices.py",
    "A015": "tests/unit/translation/chat/test_engine.py",
    "A016": "tests/unit/translation/chat/test_asking.py",
    "E001": "tests/unit/extensions/test_loading.py",
    "E002": "tests/unit/extensions/test_loading.py",
    "E003": "tests/unit/extensions/test_loading.py",
    "E004": "tests/unit/translation/engine/test_house.py",
    **dict.fromkeys(("X001", "X002", "X003"), "tests/unit/test_failures.py"),
    **dict.fromkeys(("W008", "W009"), _FITNESS),
    **dict.fromkeys(("W001", "W002", "W004", "W005"), _PUBLISH),
    **dict.fromkeys(("A001", "A002", "A003", "A004", "A005", "A006", "A007", "A008", "A010", "A011"), _PACKAGES),
}
"""Codes that no file of a fixture can provoke, and the tests that do."""

RIVER: Final = (sites.SITES / "base/content/interviews/river.md").read_bytes()

_UNUSABLE: Final = "error: content/interviews/{}.md: S004 “{}” cannot be part of an address: {} (rename the file)"
MADE: Final = {
    "con": _UNUSABLE.format("con", "con", "the name is reserved"),
    "COM1.old": _UNUSABLE.format("COM1.old", "COM1.old", "the name is reserved"),
    r"old\evil": _UNUSABLE.format(r"old\evil", r"old\evil", r"it contains '\\'"),
    "river:t1": _UNUSABLE.format("river:t1", "river:t1", "it contains ':'"),
    "evil\u202edm": _UNUSABLE.format(r"evil\u202edm", r"evil\u202edm", r"it contains '\u202e'"),
    "River": (
        "error: content/interviews/river.md: S006 its id reads like that of content/interviews/River.md "
        "(keep one of them or rename it)"
    ),
}
"""Names of transcripts that cannot be kept on every system, and the problems that they give."""


def told(capsys: pytest.CaptureFixture[str], *, untranslated: bool = False) -> tuple[int, list[str]]:
    """Build here, on the command line; return the exit code and the problems."""
    capsys.readouterr()
    code = main(["build", "--packages", "none", "--offline"])
    severities = tuple(f"{severity}: " for severity in Severity)
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith(severities)]
    return code, [line for line in lines if untranslated or " M006 " not in line]


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project whose site has been published, and go there."""
    monkeypatch.chdir(sites.make_built(tmp_path))
    return tmp_path


def test_the_base_builds_without_a_problem_but_what_is_not_translated(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root / "output")
    assert told(capsys) == (0, [])
    assert (root / "output/fa/river.html").is_file()


@pytest.mark.parametrize("fixture", INVALID, ids=lambda path: path.name)
def test_a_fixture_is_reported_as_expected(fixture: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites.lay_over(root, fixture)
    before = sites.files(root / "output")
    code = fixture.name.partition("-")[0]
    exit_code, shown = told(capsys, untranslated=code == "M006")
    assert shown == (fixture / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert any(f" {code} " in line for line in shown)
    assert exit_code == any(line.startswith("error: ") for line in shown)
    assert exit_code or CODES[code].severity is not Severity.ERROR
    if exit_code:
        assert sites.files(root / "output") == before


def test_every_code_has_a_fixture_or_a_test_of_its_own() -> None:
    fixtures = {fixture.name.partition("-")[0] for fixture in INVALID}
    assert fixtures | ELSEWHERE.keys() == CODES.keys()
    assert not fixtures & ELSEWHERE.keys()
    for code, place in ELSEWHERE.items():
        assert code in (sites.ROOT / place).read_text(encoding="utf-8"), (code, place)


@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_a_single_line_of_fifty_megabytes_is_reported(
    ending: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (root / f"content/interviews/long{ending}").open("wb") as stream:
        stream.truncate(50_000_000)
    exit_code, shown = told(capsys)
    assert exit_code == 1
    message = "the file has 50,000,000 bytes, more than 10,000,000 (check that it is a text; if it is, split it)"
    assert shown == [f"error: content/interviews/long{ending}: S010 {message}"]


@pytest.mark.parametrize("fixture", INVALID, ids=lambda path: path.name)
def test_every_error_and_warning_says_what_to_do(fixture: Path) -> None:
    lines = (fixture / "expected.txt").read_text(encoding="utf-8").splitlines()
    without = [line for line in lines if not line.startswith("note: ") and not line.endswith(")")]
    assert not [line for line in without if " C003 " not in line]  # that names the key to add


def test_templates_are_named_as_seen_from_the_project(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    sites.lay_over(root, sites.SITES / "invalid/P002")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert main(["build", "--packages", "none", "--offline", "--root", str(root)]) == 1
    assert "error: templates/robots.txt.jinja:3: P002" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the file system takes such names for each other")
@pytest.mark.parametrize("name", MADE)
def test_a_name_that_not_every_system_can_keep_is_reported(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {f"content/interviews/{name}.md": RIVER})
    before = sites.files(root / "output")
    assert told(capsys) == (1, [MADE[name]])
    assert sites.files(root / "output") == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize(
    "path",
    [
        "content/interviews/evil.md",
        "content/site.toml",
        "content/topics.toml",
        "content/pages/evil.fa.md",
        "content/received/evil.txt",
        "content/translations/en/river.po",
    ],
)
def test_a_link_out_of_the_project_is_not_followed(
    path: str, root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret"
    outside.write_text("# پنهان\n", encoding="utf-8")
    river = root / "content/interviews/river.md"
    river.write_text(river.read_text("utf-8").replace("---\nاین", "source: {file: evil.txt}\n---\nاین"), "utf-8")
    write(root, {"content/received/evil.txt": b"", path: b""})
    (root / path).unlink()
    (root / path).symlink_to(outside)
    before = sites.files(root / "output")
    exit_code, shown = told(capsys)
    hint = "the path is a symbolic link or leaves the project (put a copy of the file in its place)"
    assert f"error: {path}: S005 {hint}" in shown
    assert exit_code == 1
    assert sites.files(root / "output") == before


def test_ids_that_differ_in_a_letter_stay_two(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, {f"content/interviews/{name}.md": RIVER for name in ("حیات", "هیات")})
    assert told(capsys) == (0, [])
    assert (root / "output/fa/حیات.html").is_file()
    assert (root / "output/fa/هیات.html").is_file()


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["Windows", "old Macintosh"])
def test_a_byte_order_mark_and_other_line_ends_change_no_page(
    end: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sites.files(root / "output")
    for file in (root / "content").rglob("*.*"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", end.encode()))
    assert told(capsys) == (0, [])
    after = sites.files(root / "output")
    assert after == before


@pytest.mark.parametrize("path", ["content/interviews/river.md", "content/topics.toml", "content/pages/about.fa.md"])
def test_a_file_that_cannot_be_read_is_reported(
    path: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, {"content/pages/about.fa.md": b"", "content/pages/about.en.md": b""})
    write(root, {path: (root / path).read_bytes() + b"\n"})
    read_bytes = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.as_posix().endswith(path):
            raise PermissionError(13, os.strerror(13), str(self))
        return read_bytes(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    exit_code, shown = told(capsys)
    assert exit_code == 1
    assert f"error: {path}: S002 the file cannot be read: Permission denied (check its permissions)" in shown
