"""What the command line shows: problems, progress and counts.

Results go to standard output, everything about the work to standard error, so that a pipe gets clean text.
Colour and a progress bar appear only on a terminal; :mod:`rich` is imported only then.
"""

from __future__ import annotations

import json
import os
import posixpath
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import IntEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from goftogu.locale.message import Message, verbatim
from goftogu.problems import CODES, COMMAND, Problem, Severity

if TYPE_CHECKING:
    from rich.progress import Progress

_COLOURS: Final = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36"}
_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_FEW: Final = 3
"""How many files may have a problem of the same code before it is told once for all of them."""

_OF_EVERY_FILE: Final = frozenset({"T007", "T008", "T009", "T010", "T015", "M006", "M007"})
"""Codes that most files of an archive may have at once: not translated yet, inferred, a draft."""


class Loudness(IntEnum):
    """How much the program says of its work."""

    QUIET = 0
    USUAL = 1
    VERBOSE = 2


@dataclass(slots=True)
class Voice:
    """How the program speaks in this run.

    Attributes:
        loudness: ``QUIET``: errors and warnings; ``USUAL``: also notes, progress and what was done; ``VERBOSE``: each
            problem of each file, and each file that was written.
    """

    loudness: Loudness = Loudness.USUAL


VOICE: Final = Voice()


class Advance(Protocol):
    """Told how many of the steps are done."""

    def __call__(self, done: int, /) -> None:
        """Set the number of finished steps."""


def open_streams() -> None:
    r"""Let standard output and standard error take every letter.

    What goes into a file or another program is UTF-8, unless ``PYTHONIOENCODING`` says otherwise. A letter that a
    terminal cannot show is written as ``\u062a``.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")


def command() -> str:
    """Return how the program was called: ``goftogu``, ``python build.py`` or ``python -m goftogu``."""
    started = sys.modules["__main__"]
    if getattr(getattr(started, "__spec__", None), "name", "") == "goftogu.__main__":
        return "python -m goftogu"
    if Path(getattr(started, "__file__", None) or "").name != "build.py":
        return "goftogu"
    return f'python "{sys.argv[0]}"' if " " in sys.argv[0] else f"python {sys.argv[0]}"


def with_command(problem: Problem) -> Problem:
    """Return a problem with the command as it was called in place of :data:`~goftogu.problems.COMMAND`."""
    called = command()
    message, hint = problem.message.replace(COMMAND, called), problem.hint.replace(COMMAND, called)
    return replace(problem, message=verbatim(message), hint=verbatim(hint))


def is_terminal() -> bool:
    """Tell whether standard error is a terminal that takes colour; the old one of Windows shows codes instead."""
    plain = sys.platform == "win32" and not {"WT_SESSION", "TERM"} & os.environ.keys()
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ and not plain


def say(text: str) -> None:
    """Write one line about the work to standard error, unless nobody wants to read it."""
    if VOICE.loudness > Loudness.QUIET:
        show(text)


def detail(text: str) -> None:
    """Write one line that only those who ask for all details want to read."""
    if VOICE.loudness is Loudness.VERBOSE:
        show(text)


def ask(text: str) -> str:
    """Ask the person at the terminal, however quiet the program is.

    Raises:
        EOFError: When there is no more input.
    """
    show(text)
    return input("> ").strip()


def show(text: str) -> None:
    """Write one line to standard error, however quiet the program is."""
    print(text, file=sys.stderr)


def show_problems(problems: Iterable[Problem], form: str = "text") -> None:
    """Print problems by file and line.

    Args:
        problems: In any order; equal ones are shown once.
        form: ``text``, ``json`` (one object a line, on standard output) or ``github`` (workflow annotations).
    """
    for problem in map(with_command, sorted(_told(set(problems), form))):
        if form == "text":
            show(_text(problem))
        else:
            print(_json(problem) if form == "json" else _annotation(problem))


def _told(problems: Iterable[Problem], form: str) -> Iterable[Problem]:
    """Return what is shown: a program that reads JSON gets everything."""
    if form == "json" or VOICE.loudness is Loudness.VERBOSE:
        return problems
    if form == "text" and VOICE.loudness is Loudness.QUIET:
        problems = [problem for problem in problems if problem.severity is not Severity.NOTE]
    return gathered(sorted(problems))


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with those that very many files have told once, with the number of files.

    Args:
        problems: Of a whole archive.
    """
    kept, alike = list[Problem](), dict[str, list[Problem]]()
    for problem in problems:
        alike.setdefault(problem.code, []).append(problem)
    for code, found in alike.items():
        paths = list(dict.fromkeys(problem.path for problem in found))
        kept += [_of_all(paths, found)] if code in _OF_EVERY_FILE and len(paths) > _FEW else found
    return kept


def _of_all(paths: list[str], found: list[Problem]) -> Problem:
    """Return one problem in place of those of many files; it keeps their hint when they have the same."""
    first, hints = found[0], {problem.hint for problem in found}
    message = Message(
        "{count:,} files: {title}; the first one is {first}",
        count=len(paths),
        title=CODES[first.code].title,
        first=posixpath.basename(paths[0]),
    )
    listed = Message("-v lists each of them")
    hint = Message("{hint}; {listed}", hint=first.hint, listed=listed) if len(hints) == 1 and first.hint else listed
    return Problem.of_file(posixpath.dirname(paths[0]), first.code, message, hint)


def count_problems(problems: Iterable[Problem]) -> str:
    """Return ``2 errors, 1 warning, 3 notes`` for what is there, or an empty string."""
    counts = Counter(problem.severity for problem in set(problems))
    parts = [plural(counts[severity], severity.value) for severity in Severity if counts[severity]]
    return ", ".join(parts)


def plural(number: int, noun: str) -> str:
    """Return the number with its English noun: ``1 turn``, ``24 turns``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextmanager
def progress(title: str, total: int) -> Iterator[Advance]:
    """Show a bar for long work on a terminal, and nothing in a pipe.

    Args:
        title: What is being done.
        total: Number of steps.

    Yields:
        A function that takes the number of finished steps.
    """
    if not is_terminal() or total == 0 or VOICE.loudness is Loudness.QUIET:
        yield lambda _: None
        return
    with _bar() as bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def transfer(title: str) -> Iterator[Callable[[int, int], None]]:
    """Show how a download gets on: a bar on a terminal, else one line with the size.

    Args:
        title: What is being done.

    Yields:
        A function that takes the bytes that have come and all bytes (0 when nobody knows).
    """
    if not is_terminal() or VOICE.loudness is Loudness.QUIET:
        yield _once(title)
        return
    say(title)
    with _bar(bytes_=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole or None)


def _once(title: str) -> Callable[[int, int], None]:
    told: list[int] = []

    def tell(_: int, whole: int) -> None:
        if not told:
            say(f"{title}: {whole / 1e6:,.1f} MB" if whole else title)
            told.append(whole)

    return tell


def _bar(*, bytes_: bool = False) -> Progress:
    from rich.console import Console  # noqa: PLC0415  only a terminal pays for it
    from rich.progress import DownloadColumn, Progress  # noqa: PLC0415

    columns = (*Progress.get_default_columns(), *([DownloadColumn()] if bytes_ else []))
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _text(problem: Problem) -> str:
    if not is_terminal():
        return f"{problem.severity.value}: {problem}"
    return f"\x1b[{_COLOURS[problem.severity]}m{problem.severity.value}\x1b[0m: {problem}"


def _json(problem: Problem) -> str:
    fields = {name: getattr(problem, name) for name in ("path", "line", "column", "code", "message", "hint")}
    return json.dumps({"severity": problem.severity.value, **fields}, ensure_ascii=False)


def _annotation(problem: Problem) -> str:
    path = _escaped(problem.path).replace(",", "%2C").replace(":", "%3A")
    place = f"file={path},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    hint = f" ({problem.hint})" if problem.hint else ""
    text = _escaped(problem.message + hint)
    return f"::{_GITHUB[problem.severity]} {place},title={problem.code} {CODES[problem.code].title}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
