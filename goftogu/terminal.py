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
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from goftogu.locale import isolates, language
from goftogu.locale.message import Message, plural, verbatim
from goftogu.locale.visible import visible
from goftogu.problems import CODES, COMMAND, NO_HINT, Problem, Severity
from goftogu.storage import names

if TYPE_CHECKING:
    from rich.progress import Progress

_COLOURS: Final = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36"}
_SEVERITIES: Final = {
    Severity.ERROR: Message("error"),
    Severity.WARNING: Message("warning"),
    Severity.NOTE: Message("note"),
}
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
class Verbosity:
    """How the program speaks in this run.

    Attributes:
        loudness: ``QUIET``: errors and warnings; ``USUAL``: also notes, progress and what was done; ``VERBOSE``: each
            problem of each file, and each file that was written.
        root: The folder that ``--root`` names; commands in messages repeat it, so that they are about the same archive.
    """

    loudness: Loudness = Loudness.USUAL
    root: Path | None = None


VOICE: Final = Verbosity()


class Advance(Protocol):
    """Told how many of the steps are done."""

    def __call__(self, done: int, /) -> None:
        """Set the number of finished steps."""


def command() -> str:
    """Return how the program was called, with the Python that has what it needs: ``.venv/bin/python build.py``."""
    started, python = sys.modules["__main__"], names.typed(sys.orig_argv[0])
    if getattr(getattr(started, "__spec__", None), "name", "") == "goftogu.__main__":
        return f"{python} -m goftogu"
    if Path(getattr(started, "__file__", None) or "").name != "build.py":
        return "goftogu"
    return f"{python} {names.typed(sys.argv[0])}"


def as_said(message: Message, *, isolated: bool = False) -> str:
    """Return a message as a person reads it.

    Args:
        message: It is said in the chosen language (:mod:`goftogu.locale.language`).
        isolated: Whether it is for a terminal, where pieces of a Persian line that are not Persian are isolated.

    Returns:
        The text with the command as it was called, ``--root`` included, in place of
        :data:`~goftogu.problems.COMMAND`.
    """
    called = f"{command()} --root {names.typed(str(VOICE.root))}" if VOICE.root else command()
    return language.spoken(message, isolated=isolated).replace(COMMAND, called)


def as_shown(problem: Problem) -> Problem:
    """Return a problem whose message and hint are as a person reads them."""
    return replace(problem, message=verbatim(as_said(problem.message)), hint=verbatim(as_said(problem.hint)))


def is_terminal() -> bool:
    """Tell whether standard error is a terminal that takes colour; the old one of Windows shows codes instead."""
    plain = sys.platform == "win32" and not {"WT_SESSION", "TERM"} & os.environ.keys()
    return sys.stderr.isatty() and "NO_COLOR" not in os.environ and not plain


def say(message: Message) -> None:
    """Write one line about the work to standard error, unless nobody wants to read it."""
    if VOICE.loudness > Loudness.QUIET:
        show(message)


def detail(message: Message) -> None:
    """Write one line that only those who ask for all details want to read."""
    if VOICE.loudness is Loudness.VERBOSE:
        show(message)


def ask(question: Message) -> str:
    """Ask the person at the terminal, however quiet the program is.

    Raises:
        EOFError: When there is no more input.
    """
    show(question)
    return input("> ").strip()


def show(message: Message) -> None:
    """Write one line to standard error, however quiet the program is."""
    isolated = _is_isolated()
    said = as_said(message, isolated=isolated)
    shown = visible(said)
    print(isolates.line(shown) if isolated else shown, file=sys.stderr)


def usual_form() -> str:
    """Return how problems are shown where nobody says it: a runner of GitHub gets annotations."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def show_problems(problems: Iterable[Problem], form: str = "text") -> None:
    """Print problems by file and line.

    Args:
        problems: In any order; equal ones are shown once.
        form: ``text``, ``json`` (one object a line, on standard output) or ``github`` (workflow annotations).
    """
    for problem in sorted(_told(set(problems), form)):
        if form == "text":
            print(_text(problem), file=sys.stderr)
        else:
            print(_json(as_shown(problem)) if form == "json" else _annotation(as_shown(problem)))


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


def count_problems(problems: Iterable[Problem]) -> Message:
    """Return ``2 errors, 1 warning, 3 notes`` for what is there, or an empty message."""
    counts = Counter(problem.severity for problem in set(problems))
    errors, warnings, notes = (counts[severity] for severity in Severity)
    parts = {plural(errors, "error"): errors, plural(warnings, "warning"): warnings, plural(notes, "note"): notes}
    return Message("{parts}", parts=[part for part, number in parts.items() if number])


@contextmanager
def progress(title: Message, total: int) -> Iterator[Advance]:
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
        task = bar.add_task(as_said(title), total=total)
        yield lambda done: bar.update(task, completed=done)


@contextmanager
def transfer(title: Message) -> Iterator[Callable[[int, int], None]]:
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


def _once(title: Message) -> Callable[[int, int], None]:
    told: list[int] = []

    def tell(_: int, whole: int) -> None:
        if not told:
            say(Message("{title}: {whole:,.1f} MB", title=title, whole=whole / 1e6) if whole else title)
            told.append(whole)

    return tell


def _bar(*, bytes_: bool = False) -> Progress:
    from rich.console import Console  # noqa: PLC0415  only a terminal pays for it
    from rich.progress import DownloadColumn, Progress  # noqa: PLC0415

    columns = (*Progress.get_default_columns(), *([DownloadColumn()] if bytes_ else []))
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _is_isolated() -> bool:
    return language.is_persian() and sys.stderr.isatty()


def _text(problem: Problem) -> str:
    severity = as_said(_SEVERITIES[problem.severity])
    if is_terminal():
        severity = f"\x1b[{_COLOURS[problem.severity]}m{severity}\x1b[0m"
    if not _is_isolated():
        return f"{severity}: {visible(str(as_shown(problem)))}"
    where = str(replace(problem, message=NO_HINT, hint=NO_HINT)).strip()
    message, hint = as_said(problem.message, isolated=True), as_said(problem.hint, isolated=True)
    told = visible(f"{message} ({hint})" if hint else message)
    return isolates.line(f"{severity}: {isolates.left_to_right(visible(where))} {told}")


def _json(problem: Problem) -> str:
    fields = {name: getattr(problem, name) for name in ("path", "line", "column", "code", "message", "hint")}
    return json.dumps({"severity": problem.severity.value, **fields}, ensure_ascii=False)


def _annotation(problem: Problem) -> str:
    path = _escaped(problem.path).replace(",", "%2C").replace(":", "%3A")
    place = f"file={path},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    hint = f" ({problem.hint})" if problem.hint else ""
    text = _escaped(problem.message + hint)
    title = f"{problem.code} {as_said(CODES[problem.code].title)}"
    return f"::{_GITHUB[problem.severity]} {place},title={title}::{text}"


def _escaped(text: str) -> str:
    return visible(text.replace("%", "%25"), "\r\n").replace("\r", "%0D").replace("\n", "%0A")
