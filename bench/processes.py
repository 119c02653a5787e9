"""Runs a program and measures what it costs: the processor, the clock and memory, its workers included."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

PROJECT: Final = Path(__file__).parents[1]

_PROC: Final = Path("/proc")
_PAUSE: Final = 0.25
"""Seconds between two looks at the memory of the workers."""

_PARENT, _USER, _SYSTEM = 1, 11, 12
"""Places in ``/proc/PID/stat`` after the name of the program."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run of a program cost.

    Attributes:
        cpu: Seconds of the processor, of the process and of the workers that it waited for.
        wall: Seconds on the clock.
        megabytes: Of the largest process at its peak.
        worker: Megabytes of the largest worker at its peak; 0 when there was no worker.
    """

    cpu: float
    wall: float
    megabytes: float = 0.0
    worker: float = 0.0


def run(
    words: Sequence[str], *, python: str = sys.executable, folder: Path = PROJECT, more: Mapping[str, str] | None = None
) -> Cost:
    """Run Python with some arguments and measure it.

    The process that calls this has to be small: the kernel counts the memory of whoever starts a process as the
    process's own.

    Args:
        words: The arguments.
        python: The interpreter.
        folder: Where it runs.
        more: Variables of the environment, besides the usual ones.

    Raises:
        SystemExit: When the program fails, with what it said.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [python, *words], cwd=folder, stdout=said, stderr=said, env=environment() | dict(more or {})
        )
        with _Peaks(process.pid) as peaks:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(said.read().decode() or f"{words}: exit code {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, peaks.largest)


def environment() -> dict[str, str]:
    """Return the environment of every program: Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def descendants(pid: int) -> set[int]:
    """Return the processes that a process started, and those that they started."""
    parents = {child: int(fields[_PARENT]) for child, fields in _processes()}
    family = {pid}
    while new := {child for child, parent in parents.items() if parent in family} - family:
        family |= new
    return family - {pid}


def cpu_of(pids: set[int]) -> float:
    """Return the seconds of the processor that some processes have used so far."""
    ticks = sum(int(fields[_USER]) + int(fields[_SYSTEM]) for pid, fields in _processes() if pid in pids)
    return ticks / os.sysconf("SC_CLK_TCK")


def peak(pid: int) -> float:
    """Return the megabytes of a process at its peak; 0 when it has ended."""
    with suppress(OSError):
        for line in (_PROC / str(pid) / "status").read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _processes() -> Iterator[tuple[int, list[str]]]:
    for folder in _PROC.glob("[0-9]*"):
        with suppress(OSError):
            text = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            yield int(folder.name), text.rpartition(")")[2].split()


class _Peaks:
    """Watches the memory of the workers of a process."""

    def __init__(self, pid: int) -> None:
        self.largest = 0.0
        self._pid = pid
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_PAUSE):
            self.largest = max([self.largest, *map(peak, descendants(self._pid))])
