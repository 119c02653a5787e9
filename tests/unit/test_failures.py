"""The outermost handler: one clear line and the right exit code, whatever happens."""

from __future__ import annotations

import argparse
import errno
import io
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from goftogu import __version__, cli, failures, terminal
from goftogu.commands import build
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message
from goftogu.problems import Problem
from tests import sites


def run(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run a command that ends in an error."""

    def fail(_: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(build, "build", fail)
    return cli.main(["build"])


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "stopped; what was finished is kept\n"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 141, ""),
        (
            OSError(errno.ENOSPC, "No space left on device", "content/a.md"),
            1,
            (
                "error: content/a.md: X001 No space left on device; at work on goftogu build "
                "(free some space on the disk; what was there is kept)\n"
            ),
        ),
        (
            OSError("no name"),
            1,
            (
                "error: X001 no name; at work on goftogu build "
                "(check the disk, the permissions and the network, then run it again)\n"
            ),
        ),
        (
            ModuleNotFoundError("No module named 'msgspec'", name="msgspec"),
            1,
            (
                "error: X001 this Python has no package “msgspec” (call it by the Python that was set up for it, "
                "as .venv/bin/python; README.md says how to do that)\n"
            ),
        ),
        (
            MemoryError(),
            1,
            (
                "error: X002 there is not enough memory; at work on goftogu build "
                "(close other programs, or do less at once)\n"
            ),
        ),
        (
            ExtensionError(Problem.of_file("", "E003", Message("it is tired"), Message("let it rest"))),
            1,
            "error: E003 it is tired (let it rest)\n",
        ),
    ],
)
def test_every_failure_is_one_line(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(error, monkeypatch) == code
    assert capsys.readouterr().err == said


def test_a_fault_of_the_program_says_what_to_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(failures.DEBUG, raising=False)
    assert run(ValueError("seven"), monkeypatch) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: X003 ValueError: seven (cli.py:")
    assert "; at work on goftogu build (please report this line of version " in line
    assert f"version {__version__}, and what it says with GOFTOGU_DEBUG=1" in line
    assert "Traceback" not in line


def fail(*_: object, **__: object) -> NoReturn:
    raise ValueError("seven")


@pytest.mark.parametrize(
    ("words", "place", "work"),
    [
        ("check", "goftogu.transcripts.read.read_transcript", "content/interviews/river.md, goftogu check"),
        ("check", "goftogu.edition.site.Site.alone", "river, goftogu check"),
        ("check", "goftogu.pages.render.Renderer.render", ".html, goftogu check"),
        ("stamp", "goftogu.transcripts.assign_ids.stamp", "content/interviews/river.md, goftogu stamp"),
        ("import rough.txt --print", "goftogu.transcripts.convert.of_document", "rough.txt, goftogu import"),
    ],
)
def test_a_fault_of_the_program_says_which_file_it_was_about(
    words: str, place: str, work: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sites.make(tmp_path)
    shown: list[Problem] = []
    monkeypatch.setattr(terminal, "show_problems", lambda problems, *_: shown.extend(problems))
    (root / "rough.txt").write_text("پرسش: چه شد؟\n\nپاسخ: هیچ.\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setattr(place, fail)
    before = sites.files(root / "content")
    assert cli.main(words.split()) == 1
    (found,) = [problem for problem in shown if problem.code == "X003"]
    assert str(found).endswith(f"{work} ({found.hint})")
    assert sites.files(root / "content") == before
    assert not (root / "output/index.html").exists()


def test_what_was_being_done_comes_along_from_another_process() -> None:
    with pytest.raises(ValueError, match="seven") as raised, failures.doing("the outer"), failures.doing("the inner"):
        fail()
    arrived = pickle.loads(pickle.dumps(raised.value))  # noqa: S301  as a pool of processes hands it on
    assert arrived.__notes__ == ["the inner", "the outer"]


def test_the_traceback_is_shown_to_who_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(failures.DEBUG, "1")
    assert run(ValueError("seven"), monkeypatch) == 1
    shown = capsys.readouterr().err
    assert "Traceback" in shown
    assert shown.endswith("ValueError: seven\ngoftogu build\n")


@pytest.mark.parametrize("code", [0, 1])
def test_the_code_of_a_command_is_kept(code: int) -> None:
    assert failures.guarded(lambda: code) == code


class Unread(io.StringIO):
    """An output that nobody reads any more."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_what_was_printed_goes_out_before_a_command_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Unread())
    assert failures.guarded(lambda: 0) == failures.PIPE_CLOSED


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize(
    ("words", "code"),
    [("stats", 141), ("topics report", 141), ("check --format json", 141), ("--help", 0), ("help new", 0)],
)
def test_a_pipe_that_nobody_reads_is_no_fault(tmp_path: Path, words: str, code: int) -> None:
    root = sites.make(tmp_path)
    program = [sys.executable, str(sites.ROOT / "build.py"), "--root", str(root), *words.split()]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(program, stdout=nobody, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == code
    assert b"Broken" not in ended.stderr
    assert b"Exception" not in ended.stderr


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_of_the_system_ends_in_order(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"this system has no {name}")
    number = getattr(signal, name)
    set_by: dict[int, Callable[[int, object], None]] = {}
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_DFL)
    monkeypatch.setattr(signal, "signal", set_by.__setitem__)
    failures.heed_signals()
    with pytest.raises(failures.Stopped) as stopped:
        set_by[number](number, None)
    assert stopped.value.code == 128 + number


def test_a_signal_that_somebody_else_heeds_is_left_to_them(monkeypatch: pytest.MonkeyPatch) -> None:
    set_by: dict[int, object] = {}
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.SIG_IGN)
    monkeypatch.setattr(signal, "signal", set_by.__setitem__)
    failures.heed_signals()
    assert set_by == {}
