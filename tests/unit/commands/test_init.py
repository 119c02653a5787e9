"""``init``: a folder for an archive, all of it or nothing."""

from __future__ import annotations

import argparse
import builtins
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.commands import init
from goftogu.commands.skeleton import NewArchive, files
from goftogu.content import settings
from goftogu.content.settings import SiteConfig
from goftogu.model import Bilingual, Language
from goftogu.problems import Problems
from goftogu.storage import files as storage_files
from tests import sites

WRITTEN = set(files(NewArchive()))


def sound_settings(root: Path) -> SiteConfig:
    problems = Problems()
    read = settings.of_archive(root, problems)
    assert list(problems) == []
    return read


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at a terminal and give answers; then end the input."""
    given: Iterator[str] = iter(answers)
    asked: list[str] = []

    def reply(prompt: str) -> str:
        asked.append(prompt)
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", reply)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return asked


def test_what_a_killed_one_left_is_not_in_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for left in (".init-archive-x1/archive/content", "here/.init-here-x1/archive/content"):
        (tmp_path / left).mkdir(parents=True)
        (tmp_path / left / "site.toml").touch()
    (tmp_path / ".init-another-x1").mkdir()
    for name in ("archive", "here"):
        assert main(["init", str(tmp_path / name), "--yes"]) == 0, capsys.readouterr().err
        assert set(sites.files(tmp_path / name)) == WRITTEN
    assert {found.name for found in tmp_path.iterdir()} == {"archive", "here", ".init-another-x1"}


@pytest.mark.parametrize("place", ["archive", "a/b/archive"])
def test_a_new_folder_appears_whole_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    def look(self: Path, target: Path) -> Path:
        seen.append(set(sites.files(self)))
        assert not target.exists()
        return real(self, target)

    seen: list[set[str]] = []
    real = Path.replace
    monkeypatch.setattr(Path, "replace", look)
    assert main(["init", str(tmp_path / place), "--yes"]) == 0
    assert seen == [WRITTEN]


def test_folders_above_that_were_made_for_it_are_gone_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(storage_files, "write", stop)
    for place in ("a/b/archive", "kept/b/archive"):
        with pytest.raises(OSError, match="No space"):
            init.write(tmp_path / place, {"a": b"a"})
    assert [found.relative_to(tmp_path).as_posix() for found in tmp_path.rglob("*")] == ["kept"]


def test_a_person_who_stops_it_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storage_files, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        init.write(tmp_path / "archive", {"a": b"a"})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["bayegani", "my archive", "بایگانی من", "new/and/deep"])
def test_it_writes_an_archive_and_says_what_comes_next(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", name]) == 0
    assert set(sites.files(tmp_path / name)) == WRITTEN
    said = capsys.readouterr().err
    place = f"'{name}'" if " " in name else name
    assert f"wrote {len(WRITTEN)} files into {name}; next:" in said
    assert f"\n  cd {place}\n  goftogu import FILE\n" in said or not name.isascii()


def test_from_a_clone_the_next_steps_work_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("goftogu.terminal.command", lambda: "python build.py")
    assert main(["init", str(tmp_path / "a b")]) == 0
    assert f"  python build.py --root '{tmp_path / 'a b'}' serve --drafts\n" in capsys.readouterr().err


def test_in_an_empty_folder_it_is_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    assert main(["init", "."]) == 0
    assert "\n  goftogu import FILE\n" in capsys.readouterr().err
    assert set(sites.files(tmp_path)) == WRITTEN


def test_the_options_answer_everything(tmp_path: Path) -> None:
    words = ["--title-fa", " رود ", "--title-en", "River", "--languages", "en,fa", "--url", "https://example.org/river"]
    assert main(["init", str(tmp_path / "x"), "--host", "none", *words]) == 0
    read = sound_settings(tmp_path / "x")
    assert (read.title, read.url) == (Bilingual("رود", "River"), "https://example.org/river/")
    assert read.languages == (Language.EN, Language.FA)
    assert not (tmp_path / "x/.github").exists()


def test_at_a_terminal_it_asks_until_it_can_use_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "de", "EN, fa", "رود", "River\x07", "River", "example.org", "https://example.org/")
    assert main(["init", str(tmp_path / "x")]) == 0
    assert len(asked) == 7
    read = sound_settings(tmp_path / "x")
    assert (read.title, read.languages[0], read.url) == (Bilingual("رود", "River"), "en", "https://example.org/")


def test_enter_and_the_end_of_the_input_take_the_usual_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(answer(monkeypatch, "", " ")) == 0
    assert main(["init", str(tmp_path / "x")]) == 0
    assert sound_settings(tmp_path / "x").title == NewArchive().title


@pytest.mark.parametrize(
    "words",
    [
        ["--yes"],
        ["--title-fa", "آ", "--title-en", "A", "--languages", "fa,en", "--url", ""],
        ["--title-fa", "آ", "--languages", "fa", "--url", ""],
    ],
)
def test_nothing_is_asked_that_need_not_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    asked = answer(monkeypatch)
    assert main(["init", str(tmp_path / "x"), *words]) == 0
    assert asked == []


def test_without_a_terminal_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "input", lambda _: pytest.fail("asked"))
    assert main(["init", str(tmp_path / "x")]) == 0


@pytest.mark.parametrize("held", ["a.txt", ".hidden", "folder/", ".gitignore"])
def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, held: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / held).mkdir() if held.endswith("/") else (tmp_path / held).touch()
    assert main(["init", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"S012 the folder is not empty: it holds {held.rstrip('/')}" in said
    assert [path.name for path in tmp_path.iterdir()] == [held.rstrip("/")]


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("kept", encoding="utf-8")
    assert main(["init", str(tmp_path / "x")]) == 1
    assert "S012 it is a file" in capsys.readouterr().err
    assert (tmp_path / "x").read_text(encoding="utf-8") == "kept"


def test_no_archive_begins_within_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "outer")]) == 0
    before = sites.files(tmp_path)
    capsys.readouterr()
    assert main(["init", str(tmp_path / "outer/content/inner")]) == 1
    assert f"S012 the folder lies in another archive: {tmp_path / 'outer'}" in capsys.readouterr().err
    assert sites.files(tmp_path) == before


@pytest.mark.parametrize("words", [[], [""], ["  "], ["my", "archive"]])
def test_a_name_is_needed_and_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["init", *words])
    assert ended.value.code == 2
    assert "error: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--title-fa", "", "a title cannot be empty"),
        ("--title-en", "two\nlines", "a title is one line"),
        ("--languages", "fa,fa", "'fa,fa' is not fa,en, en,fa or fa"),
        ("--languages", "", "'' is not fa,en, en,fa or fa"),
        ("--url", "example.org", "'example.org' is not an address"),
        ("--url", "https://example.org/?x", "is not an address"),
    ],
)
def test_an_option_that_cannot_be_used_is_told(
    tmp_path: Path, option: str, value: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["init", str(tmp_path / "x"), option, value])
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_disk_that_takes_nothing_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(file: Path, data: bytes) -> None:
        if file.name == "site.toml":
            raise OSError(28, "No space left on device", str(file))
        write(file, data)

    write = storage_files.write
    monkeypatch.setattr(storage_files, "write", refuse)
    assert main(["init", str(tmp_path / "x")]) == 1
    (tmp_path / "empty").mkdir()
    assert main(["init", str(tmp_path / "empty")]) == 1
    assert capsys.readouterr().err.count("X001 No space left on device") == 2
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["empty"]


@pytest.mark.parametrize("place", ["x", "not/yet/there"])
def test_a_folder_that_may_not_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["init", str(tmp_path / place)]) == 1
    assert (
        "X001 Permission denied; at work on goftogu init (make the folder and what is in it" in capsys.readouterr().err
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_read_only_folder_stays_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    assert main(["init", str(tmp_path / "x")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("text", "first"), [("FA,en", "fa"), ("fa,en", "fa"), (" en , fa ", "en")])
def test_the_first_language_says_the_order(text: str, first: str) -> None:
    assert init.languages(text)[0] == first
    assert set(init.languages(text)) == set(Language)


@pytest.mark.parametrize("text", ["fa", " FA "])
def test_persian_can_be_alone(text: str) -> None:
    assert init.languages(text) == (Language.FA,)


def test_an_archive_in_persian_alone_is_asked_for_no_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "fa", "رود", "")
    assert main(["init", str(tmp_path / "x")]) == 0
    assert len(asked) == 3
    read = sound_settings(tmp_path / "x")
    assert (read.title, read.languages, read.translated) == (Bilingual("رود", ""), (Language.FA,), False)


@pytest.mark.parametrize("text", ["fa,en,de", "en,en", "persian", ",", "en", "EN"])
def test_no_other_order_is_one(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        init.languages(text)
