"""The outermost handler: every failure of a command ends in one clear line and the right exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.locale.message import Message, verbatim
from goftogu.problems import Problem
from goftogu.storage import files as storage_files

DEBUG: Final = "GOFTOGU_DEBUG"
"""Variable of the environment that shows where in the program a failure came from."""

STOPPED: Final = 130
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
    except KeyboardInterrupt:
        terminal.say(Message("stopped; what was finished is kept"))
        return STOPPED
    except BrokenPipeError:
        _let_go()
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001  nothing may end in a traceback
        terminal.show_problems([_problem(error)])
        if os.environ.get(DEBUG):
            terminal.show(verbatim("".join(traceback.format_exception(error)).rstrip()))
        return 1
    return code


def _flushed(call: Callable[[], int]) -> int:
    """Return what a call returns when all that it printed has gone out; also when it ends the program, as help does."""
    try:
        return call()
    finally:
        if not isinstance(sys.exception(), Exception):
            sys.stdout.flush()


def _problem(error: Exception) -> Problem:
    from goftogu.extensions.loading import ExtensionError  # noqa: PLC0415  not needed when nothing fails

    if isinstance(error, ExtensionError):
        return error.problem
    if isinstance(error, OSError):
        hint = storage_files.HINTS.get(error.errno or 0, _AGAIN)
        return Problem.of_file(str(error.filename or ""), "X001", storage_files.reason(error), hint)
    if isinstance(error, MemoryError):
        return Problem.of_file(
            "", "X002", Message("there is not enough memory"), Message("close other programs, or do less at once")
        )
    message = Message("{name}: {error} ({place})", name=type(error).__name__, error=error, place=_place(error))
    return Problem.of_file(
        "", "X003", message, Message("please report this line, and what it says with {debug}=1", debug=DEBUG)
    )


def _place(error: Exception) -> str:
    """Return the last place in this program on the way to an error."""
    places = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    file, line = [(file, line) for file, line in places if file.is_relative_to(_PACKAGE)][-1]
    return f"{file.relative_to(_PACKAGE).as_posix()}:{line}"


def _let_go() -> None:
    """Redirect standard output to nowhere, so that Python does not hit the closed pipe again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
