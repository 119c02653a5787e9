"""What the command line prints, in a pipe and on a terminal."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, redirect_stderr
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from goftogu import failures
from goftogu import terminal as goftogu_terminal
from goftogu.locale import language
from goftogu.locale.message import Message, plural
from goftogu.problems import COMMAND, NO_HINT, Problem

ERROR = Problem("content/a,b.md", 3, 7, "C002", Message("unknown key\n100 %"), Message("did you mean “title”?"))
NOTE = Problem("", 0, 0, "T010", Message("code points differ"), NO_HINT)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_text_goes_to_standard_error_once_and_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    goftogu_terminal.show_problems([ERROR, NOTE, ERROR])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[0] == "note: T010 code points differ"
    assert err.count("C002") == 1


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with redirect_stderr(Terminal()) as terminal:
        goftogu_terminal.show_problems([NOTE])
    assert terminal.getvalue() == "\x1b[36mnote\x1b[0m: T010 code points differ\n"


def test_json_is_one_object_a_line_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    goftogu_terminal.show_problems([ERROR, NOTE], "json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["code"] for row in rows] == ["T010", "C002"]
    assert rows[1] == {
        "severity": "error",
        "path": "content/a,b.md",
        "line": 3,
        "column": 7,
        "code": "C002",
        "message": "unknown key\n100 %",
        "hint": "did you mean “title”?",
    }


def test_annotations_are_escaped_for_workflows(capsys: pytest.CaptureFixture[str]) -> None:
    goftogu_terminal.show_problems([ERROR], "github")
    assert capsys.readouterr().out == (
        "::error file=content/a%2Cb.md,line=3,col=7,title=C002 unknown key"
        "::unknown key%0A100 %25 (did you mean “title”?)\n"
    )


def test_problems_are_counted_by_severity() -> None:
    warning = Problem("a", 1, 1, "T009", Message("no id"), NO_HINT)
    assert goftogu_terminal.count_problems([ERROR, ERROR, NOTE, warning]) == "1 error, 1 warning, 1 note"
    assert goftogu_terminal.count_problems([]) == ""
    assert plural(1, "turn") == "1 turn"
    assert plural(2400, "turn") == "2,400 turns"


@pytest.fixture
def loud() -> Iterator[Callable[[goftogu_terminal.Loudness], None]]:
    """Set how loud the program speaks; afterwards it speaks as usual."""

    def speak(loudness: goftogu_terminal.Loudness) -> None:
        goftogu_terminal.VOICE.loudness = loudness

    yield speak
    speak(goftogu_terminal.Loudness.USUAL)


WARNINGS = [
    Problem(f"content/{name}.po", 0, 0, "M006", Message("{name} is not translated", name=name), Message("translate"))
    for name in "abcd"
]


@pytest.mark.parametrize(
    ("loudness", "told"),
    [
        ("QUIET", ["M006 4 files", "C002"]),
        ("USUAL", ["T010", "M006 4 files", "C002", "said"]),
        ("VERBOSE", ["T010", "a is not", "b is not", "c is not", "d is not", "C002", "said", "detail"]),
    ],
)
def test_how_much_is_told(
    loudness: str,
    told: list[str],
    loud: Callable[[goftogu_terminal.Loudness], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    loud(goftogu_terminal.Loudness[loudness])
    goftogu_terminal.show_problems([ERROR, NOTE, *WARNINGS])
    goftogu_terminal.say(Message("said"))
    goftogu_terminal.detail(Message("detail"))
    lines = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("100 %")]
    assert len(lines) == len(told)
    assert [word for word in told if not any(word in line for line in lines)] == []


@pytest.mark.parametrize(("form", "shown"), [("json", 4), ("github", 1)])
def test_a_program_is_told_every_problem_and_a_workflow_each_kind(
    form: str, shown: int, capsys: pytest.CaptureFixture[str]
) -> None:
    goftogu_terminal.show_problems(WARNINGS, form)
    assert len(capsys.readouterr().out.splitlines()) == shown


def test_a_question_is_asked_however_quiet_it_is(
    loud: Callable[[goftogu_terminal.Loudness], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    loud(goftogu_terminal.Loudness.QUIET)
    monkeypatch.setattr("builtins.input", lambda _: "  yes ")
    assert goftogu_terminal.ask(Message("really")) == "yes"
    assert capsys.readouterr().err == "really\n"


def test_quiet_work_shows_no_bar_on_a_terminal(
    loud: Callable[[goftogu_terminal.Loudness], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    loud(goftogu_terminal.Loudness.QUIET)
    with redirect_stderr(Terminal()) as terminal, goftogu_terminal.progress(Message("Translating"), 3) as advance:
        advance(3)
    with redirect_stderr(terminal), goftogu_terminal.transfer(Message("Downloading x")) as moved:
        moved(1, 2)
    assert terminal.getvalue() == ""


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with goftogu_terminal.progress(Message("Translating"), 3) as advance:
        advance(1)
    assert capsys.readouterr() == ("", "")


def test_progress_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with redirect_stderr(Terminal()) as terminal, goftogu_terminal.progress(Message("Translating"), 3) as advance:
        advance(3)
    assert "Translating" in terminal.getvalue()
    assert "bytes" not in terminal.getvalue()


def test_a_download_tells_its_size_once_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with goftogu_terminal.transfer(Message("Downloading x")) as progress:
        progress(1, 2_500_000)
        progress(2_500_000, 2_500_000)
    with goftogu_terminal.transfer(Message("Downloading y")) as progress:
        progress(1, 0)
    assert capsys.readouterr().err == "Downloading x: 2.5 MB\nDownloading y\n"


def test_a_download_has_a_bar_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(goftogu_terminal, "is_terminal", lambda: True)
    with goftogu_terminal.transfer(Message("Downloading x")) as progress:
        progress(1, 0)
        progress(5, 10)
    assert "Downloading x\n" in capsys.readouterr().err


def test_the_bar_of_a_download_counts_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    with redirect_stderr(Terminal()) as terminal, goftogu_terminal.transfer(Message("Downloading x")) as moved:
        moved(5, 10)
    assert "bytes" in terminal.getvalue()


def test_the_bar_of_a_download_knows_the_whole_as_soon_as_somebody_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int | None]] = []
    bar = SimpleNamespace(
        add_task=lambda _, total: told.append((0, total)),
        update=lambda _, completed, total: told.append((completed, total)),
    )
    monkeypatch.setattr(goftogu_terminal, "_bar", lambda **_: nullcontext(bar))
    with redirect_stderr(Terminal()), goftogu_terminal.transfer(Message("Downloading x")) as moved:
        moved(1, 0)
        moved(5, 10)
    assert told == [(0, None), (1, None), (5, 10)]


@pytest.mark.parametrize(
    ("file", "spec", "expected"),
    [
        ("there/build.py", None, ".venv/bin/python there/build.py"),
        ("over there/build.py", None, ".venv/bin/python 'over there/build.py'"),
        ("there/bin/goftogu", None, "goftogu"),
        ("goftogu/__main__.py", "goftogu.__main__", ".venv/bin/python -m goftogu"),
        ("pytest/__main__.py", "pytest.__main__", "goftogu"),
        (None, None, "goftogu"),
    ],
)
def test_the_command_is_named_as_it_was_called(
    file: str | None, spec: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = ModuleType("__main__")
    started.__file__ = file
    started.__spec__ = SimpleNamespace(name=spec) if spec else None  # type: ignore[assignment]
    monkeypatch.setitem(sys.modules, "__main__", started)
    monkeypatch.setattr(sys, "argv", [file or "-c"])
    monkeypatch.setattr(sys, "orig_argv", [".venv/bin/python", file or "-c"])
    assert goftogu_terminal.command() == expected


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (None, "run: goftogu stamp"),
        (Path("../bayegani"), "run: goftogu --root ../bayegani stamp"),
        (Path("my archive"), "run: goftogu --root 'my archive' stamp"),
    ],
)
def test_a_command_in_a_message_is_about_the_archive_that_was_named(
    root: Path | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(goftogu_terminal.VOICE, "root", root)
    assert goftogu_terminal.as_said(Message("run: {goftogu} stamp")) == expected


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_every_form_of_a_problem_names_the_command(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    goftogu_terminal.show_problems(
        [Problem("a.md", 1, 1, "T009", Message("not {goftogu}"), Message("run: {goftogu} stamp"))], form
    )
    shown = "".join(capsys.readouterr())
    assert "not goftogu" in shown
    assert "run: goftogu stamp" in shown
    assert COMMAND not in shown


class Screen(io.TextIOWrapper):
    """A stream of a given encoding that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def shown(stream: io.TextIOWrapper, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return what a stream gets of a Persian word, as standard output."""
    monkeypatch.setattr(sys, "stdout", stream)
    failures.open_streams()
    stream.write("é آب\ud800")
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("screen", "chosen", "encoding", "expected"),
    [
        (io.TextIOWrapper, "", "cp1252", "é آب".encode() + rb"\ud800"),
        (io.TextIOWrapper, "cp1252", "cp1252", rb"\xe9 \u0622\u0628\ud800".replace(rb"\xe9", b"\xe9")),
        (Screen, "", "cp1252", b"\xe9" + rb" \u0622\u0628\ud800"),
        (Screen, "", "ascii", rb"\xe9 \u0622\u0628\ud800"),
        (Screen, "", "utf-8", "é آب".encode() + rb"\ud800"),
    ],
    ids=["a pipe", "a pipe that is asked for", "an old terminal", "an ASCII terminal", "a terminal"],
)
def test_every_letter_can_be_written(
    screen: type[io.TextIOWrapper], chosen: str, encoding: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    assert shown(screen(io.BytesIO(), encoding=encoding), monkeypatch) == expected


def test_a_stream_that_is_no_file_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    failures.open_streams()
    assert isinstance(sys.stdout, io.StringIO)


@pytest.mark.parametrize(("known", "colour"), [({}, False), ({"WT_SESSION": "1"}, True), ({"TERM": "xterm"}, True)])
def test_the_old_terminal_of_windows_gets_no_colour(
    known: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "WT_SESSION", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in known.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "win32")
    with redirect_stderr(Terminal()):
        assert goftogu_terminal.is_terminal() is colour


def problems_of(code: str, count: int, *, each: int = 1) -> list[Problem]:
    return [
        Problem(
            f"content/interviews/{number}.md", line, 0, code, Message("fault {line}", line=line), Message("what to do")
        )
        for number in range(count)
        for line in range(each)
    ]


def test_what_a_few_files_have_is_told_of_each() -> None:
    found = [*problems_of("M006", 3), *problems_of("T008", 2, each=9)]
    assert goftogu_terminal.gathered(found) == found
    assert len(goftogu_terminal.gathered(problems_of("T008", 4, each=1))) == 1


def test_what_many_files_have_is_told_once() -> None:
    problem, *others = goftogu_terminal.gathered(problems_of("T008", 1200, each=3))
    assert others == []
    assert str(problem) == (
        "content/interviews: T008 1,200 files: heading, date or introduction inferred; the first one is 0.md "
        "(what to do; -v lists each of them)"
    )


@pytest.mark.parametrize(
    ("hints", "told"),
    [
        ("ab", "-v lists each of them"),
        ("a", "a; -v lists each of them"),
        ([""], "-v lists each of them"),
    ],
)
def test_the_hint_that_all_have_is_kept(hints: Sequence[str], told: str) -> None:
    found = [
        Problem(f"{number}.po", 0, 0, "M006", Message("gaps"), Message(hints[number % len(hints)]))
        for number in range(6)
    ]
    assert [problem.hint for problem in goftogu_terminal.gathered(found)] == [told]


@pytest.mark.parametrize("code", ["T012", "C002", "V005", "W010", "M011"])
def test_what_each_file_needs_a_person_for_is_told_of_each(code: str) -> None:
    assert goftogu_terminal.gathered(problems_of(code, 9)) == problems_of(code, 9)


def test_only_the_same_code_is_gathered() -> None:
    mixed = [*problems_of("T009", 4), *problems_of("M006", 3), *problems_of("C001", 1)]
    assert [problem.code for problem in goftogu_terminal.gathered(mixed)] == ["T009", "M006", "M006", "M006", "C001"]


def test_a_persian_pipe_gets_plain_text_and_a_terminal_gets_isolates(capsys: pytest.CaptureFixture[str]) -> None:
    language.choose(language.PERSIAN)
    missing = Problem(
        "content/site.toml", 3, 7, "C003", Message("“{name}” is missing in {of}", name="url", of="site"), NO_HINT
    )
    goftogu_terminal.show_problems([missing])
    goftogu_terminal.say(Message("{notes} kept, each at its place", notes=plural(3, "footnote")))
    assert capsys.readouterr().err == (
        "خطا: content/site.toml:3:7: C003 «url» در site نیست\n۳ پانویس در جای خود ماند\n"
    )
    with redirect_stderr(Terminal()) as terminal:
        goftogu_terminal.show_problems([missing])
        goftogu_terminal.say(Message("set url in site.toml"))
    coloured, said = terminal.getvalue().splitlines()
    where, told = "\u2066content/site.toml:3:7: C003\u2069", "«\u2068url\u2069» در \u2068site\u2069 نیست"
    assert coloured == f"\u2067\x1b[31;1mخطا\x1b[0m: {where} {told}\u2069"
    assert said == "\u2067\u2066url\u2069 را در \u2066site.toml\u2069 بنویسید\u2069"


def test_a_persian_hint_follows_in_brackets_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    language.choose(language.PERSIAN)
    with redirect_stderr(Terminal()) as terminal:
        goftogu_terminal.show_problems([Problem.of_file("", "W002", Message("wait for it"), Message("split it"))])
    assert terminal.getvalue() == "\u2067خطا: \u2066W002\u2069 تا پایان آن درنگ کنید (آن را بخش کنید)\u2069\n"


def test_data_for_programs_has_the_same_form_in_persian(capsys: pytest.CaptureFixture[str]) -> None:
    language.choose(language.PERSIAN)
    problem = Problem.of_file("a.md", "T009", Message("split it"), Message("run: {goftogu} import {path}", path="a.md"))
    goftogu_terminal.show_problems([problem], "json")
    row = json.loads(capsys.readouterr().out)
    assert row.pop("message") == "آن را بخش کنید"
    assert row.pop("hint").startswith("این را بزنید: ")
    assert row == {"severity": "warning", "path": "a.md", "line": 0, "column": 0, "code": "T009"}
    goftogu_terminal.show_problems([problem], "github")
    assert capsys.readouterr().out.startswith(
        "::warning file=a.md,line=1,col=1,title=T009 نوبت شناسهٔ پایدار ندارد::آن را بخش کنید (این را بزنید: "
    )


def test_the_command_is_named_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(goftogu_terminal, "command", lambda: "python -m goftogu")
    message = Message("list them with: {goftogu} review")
    assert goftogu_terminal.as_said(message) == "list them with: python -m goftogu review"
    language.choose(language.PERSIAN)
    assert goftogu_terminal.as_said(message) == "فهرست آن‌ها: python -m goftogu review"


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
def test_a_stream_that_was_closed_leads_nowhere(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, name, None)
    failures.open_streams()
    stream = getattr(sys, name)
    try:
        assert stream.read() == "" if name == "stdin" else stream.write("x") == 1
    finally:
        number = stream.fileno()
        stream.close()
        os.close(number)


INJECTED = "a\n::error::b\r\x1b[31m\x9b\u202ec"


@pytest.mark.parametrize("form", ["text", "github"])
def test_nothing_that_is_printed_begins_a_line_of_its_own(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem(
        f"content/{INJECTED}", 1, 2, "C005", Message("“{value}”", value=INJECTED), Message("{x}", x=INJECTED)
    )
    goftogu_terminal.show_problems([problem], form)
    goftogu_terminal.show(Message("{path}: stamped", path=f"::error::{INJECTED}"))
    said = "".join(capsys.readouterr())
    assert len(said.splitlines()) == 2
    assert not {"\x1b", "\x9b", "\u202e", "\r"} & set(said)
    assert "\n::" not in f"\n{said}".replace("\n::error file=", "")


def test_a_runner_of_github_gets_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert goftogu_terminal.usual_form() == "github"
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert goftogu_terminal.usual_form() == "text"
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert goftogu_terminal.usual_form() == "text"
