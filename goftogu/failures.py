"""The outermost handler: every failure of a command ends in one clear line and the right exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Final

from goftogu import __version__, terminal
from goftogu.locale.message import Message, verbatim
from goftogu.problems import Problem
from goftogu.storage import files as storage_files

DEBUG: Final = "GOFTOGU_DEBUG"
"""Variable of the environment that shows where in the program a failure came from."""

STOPPED: Final = 130
_OF_SIGNALS: Final = 128
PIPE_CLOSED: Final = 141
"""What a shell says of a program that a signal has ended: of the keyboard, or of a pipe that nobody reads."""

_AGAIN: Final = Message("check the disk, the permissions and the network, then run it again")
_PACKAGE: Final = Path(__file__).parent


def guarded(call: Callable[[], int]) -> int:
    """Run a command.

    Args:
        call: Runs it and returns its exit code.

    Returns:
        The exit code: that of the command, 1 when it failed, 130 when a person stopped it, 141 when nobody reads on.
    """
    try:
        code = _flushed(call)
    except KeyboardInterrupt as stopped:
        terminal.say(Message("stopped; what was finished is kept"))
        return getattr(stopped, "code", STOPPED)
    except BrokenPipeError:
        _let_go()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001  nothing may end in a traceback
        terminal.show_problems([problem(error)])
        show_traceback(error)
        return 1
    return code


@contextmanager
def doing(work: object) -> Iterator[None]:
    """Note on every error that leaves the block what was being done: a command, or the file that it was about.

    The note is one of :pep:`678`: it goes along when a worker process hands the error on, and a traceback shows it.
    """
    try:
        yield
    except Exception as error:
        error.add_note(str(work))
        raise


class Stopped(KeyboardInterrupt):
    """A signal that ends the program, other than that of the keyboard.

    Attributes:
        code: The exit code: what a shell says of a program that the signal has ended.
    """

    def __init__(self, number: int) -> None:
        """Take the number of a signal."""
        super().__init__()
        self.code = _OF_SIGNALS + number


def heed_signals() -> None:
    """End in order, as after Ctrl-C, when the system ends the program or its terminal goes away."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _: object) -> None:
    raise Stopped(number)


def show_traceback(error: Exception) -> None:
    """Show where an error came from to who asks for it by :data:`DEBUG`."""
    if os.environ.get(DEBUG):
        for line in "".join(traceback.format_exception(error)).splitlines():
            terminal.show(verbatim(line))


def _flushed(call: Callable[[], int]) -> int:
    """Return what a call returns when all that it printed has gone out; also when it ends the program, as help does."""
    try:
        return call()
    finally:
        if not isinstance(sys.exception(), Exception):
            sys.stdout.flush()


def problem(error: Exception) -> Problem:
    """Return what went wrong as a problem."""
    from goftogu.extensions.loading import ExtensionError  # noqa: PLC0415  not needed when nothing fails

    if isinstance(error, ExtensionError):
        return error.problem
    if isinstance(error, OSError):
        hint = storage_files.HINTS.get(error.errno or 0, _AGAIN)
        return Problem.of_file(str(error.filename or ""), "X001", _with_work(storage_files.reason(error), error), hint)
    if isinstance(error, MemoryError):
        hint = Message("close other programs, or do less at once")
        return Problem.of_file("", "X002", _with_work(Message("there is not enough memory"), error), hint)
    if isinstance(error, ModuleNotFoundError) and not (error.name or "goftogu").startswith("goftogu"):
        hint = Message(
            "call it by the Python that was set up for it, as .venv/bin/python; README.md says how to do that"
        )
        return Problem.of_file("", "X001", Message("this Python has no package “{name}”", name=error.name or ""), hint)
    message = Message("{name}: {error} ({place})", name=type(error).__name__, error=error, place=_place(error))
    hint = Message(
        "please report this line of version {version}, and what it says with {debug}=1",
        version=__version__,
        debug=DEBUG,
    )
    return Problem.of_file("", "X003", _with_work(message, error), hint)


def _with_work(message: Message, error: Exception) -> Message:
    """Say behind what went wrong what was being done, the innermost first."""
    work = list(dict.fromkeys(getattr(error, "__notes__", ())))
    return Message("{fault}; at work on {work}", fault=message, work=work) if work else message


def _place(error: Exception) -> str:
    """Return the last place in this program on the way to an error."""
    places = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    file, line = [(file, line) for file, line in places if file.is_relative_to(_PACKAGE)][-1]
    return f"{file.relative_to(_PACKAGE).as_posix()}:{line}"


def open_streams() -> None:
    r"""Let standard output and standard error take every letter.

    What goes into a file or another program is UTF-8, unless ``PYTHONIOENCODING`` says otherwise. A letter that a
    terminal cannot show is written as ``\u062a``. A stream that was closed leads nowhere.
    """
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # it was closed by whoever started the program
            setattr(sys, name, open(os.open(os.devnull, os.O_RDWR), way, encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")


def _let_go() -> None:
    """Redirect standard output to nowhere, so that Python does not hit the closed pipe again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
