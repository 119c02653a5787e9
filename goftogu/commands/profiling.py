"""``--profile``: where the time of a command goes, measured by Python's profiler."""

from __future__ import annotations

import cProfile
import marshal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from goftogu import terminal
from goftogu.locale.message import Message, verbatim
from goftogu.storage import files

MOST: Final = 25
"""How many functions are shown."""

_PACKAGE: Final = Path(__file__).parents[1]
_NAMELESS: Final = frozenset({"<lambda>", "<genexpr>", "<listcomp>", "<dictcomp>", "<setcomp>"})


class ProfileRow(NamedTuple):
    """A function of this package, with all that it calls.

    Attributes:
        seconds: From its begin to its end, summed over all calls.
        calls: How often it was called.
        name: Module, line and name.
    """

    seconds: float
    calls: int
    name: str


def profiled(call: Callable[[], int], file: str) -> int:
    """Run a command and print where its time went, even when it is stopped.

    Args:
        call: Runs it.
        file: Where the data of the profiler go, for ``python -m pstats``; nowhere when empty.

    Returns:
        The exit code of the command.
    """
    profiler = cProfile.Profile()
    try:
        return profiler.runcall(call)
    finally:
        _tell(rows(profiler))
        if file:
            _keep(profiler, file)


def rows(profiler: cProfile.Profile) -> list[ProfileRow]:
    """Return the functions of this package that have a name, those that took longest first."""
    return sorted(_own(profiler), key=lambda row: (-row.seconds, row.name))


def _own(profiler: cProfile.Profile) -> Iterator[ProfileRow]:
    profiler.create_stats()
    for (file, line, name), (_, calls, _, seconds, _) in profiler.stats.items():
        if Path(file).is_relative_to(_PACKAGE) and name not in _NAMELESS:
            yield ProfileRow(seconds, calls, f"{Path(file).relative_to(_PACKAGE).as_posix()}:{line} {name}")


def _tell(found: Sequence[ProfileRow]) -> None:
    whole = max((row.seconds for row in found if row.seconds), default=1)
    terminal.say(Message("{seconds:.2f} s under the profiler, which slows all down: compare shares", seconds=whole))
    for row in found[:MOST]:
        shares = f"{row.seconds:8.3f} s {row.seconds / whole:4.0%} {row.calls:10,} calls  {row.name}"
        terminal.say(verbatim(shares))


def _keep(profiler: cProfile.Profile, file: str) -> None:
    files.write(file, marshal.dumps(profiler.stats))
    terminal.say(Message("wrote {file}; look into it with: python -m pstats {file}", file=file))
