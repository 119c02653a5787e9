"""Commands that are stopped at a chosen step of their writing: by a kill, a signal, or a disk that takes no more.

A nursery has imported the program; for each command it forks a child, which counts what it asks of the file system and
meets its fate at one of these steps. So every moment can be tried, none depends on a clock, and each costs little.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from tests import sites

_NURSERY: Final = """\
import errno, importlib, json, os, pkgutil, resource, signal, sys
import goftogu.commands
from goftogu.__main__ import run

for found in pkgutil.iter_modules(goftogu.commands.__path__):
    importlib.import_module(f"goftogu.commands.{found.name}")
STEPS = ("open", "write", "fsync", "replace", "chmod", "unlink", "mkdir", "rename")


def arm(fate, at, log):
    steps = 0

    def meet(name, call, given, options):
        if name == "write":
            call(given[0], given[1][: len(given[1]) // 2])
        if fate == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.kill(os.getpid(), getattr(signal, fate))
        return call(*given, **options)

    def watch(name, call):
        def watched(*given, **options):
            nonlocal steps
            if name == "open" and not given[1] & os.O_CREAT or log in given[:1]:
                return call(*given, **options)
            steps += 1
            os.pwrite(log, str(steps).encode(), 0)
            return meet(name, call, given, options) if steps == at else call(*given, **options)

        return watched

    for name in STEPS:
        setattr(os, name, watch(name, getattr(os, name)))


def live(task, log):
    os.chdir(task["root"])
    output = os.open(task["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.argv[1:] = task["words"]
    if task["fate"] == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (task["at"], task["at"]))
    else:
        arm(task["fate"], task["at"], log)
    try:
        code = run()
    except SystemExit as ended:
        code = ended.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


for line in sys.stdin:
    task = json.loads(line)
    log = os.memfd_create("steps")
    child = os.fork()
    if not child:
        try:
            live(task, log)
        except BaseException:
            import traceback

            traceback.print_exc()
            sys.stderr.flush()
        os._exit(99)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(json.dumps([code, int(os.pread(log, 20, 0) or 0)]), flush=True)
    os.close(log)
"""


class Ended(NamedTuple):
    """How a command ended: its exit code, minus the signal that killed it; its steps; what it said."""

    code: int
    steps: int
    said: str


class Nursery:
    """Runs commands, one after the other."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process = process
        self._said = folder / "said.txt"

    def run(self, root: Path, words: list[str], fate: str = "", at: int = 0) -> Ended:
        """Run a command in an archive.

        Args:
            root: The folder in which it is called.
            words: The command line.
            fate: The name of a signal, ``full``: the disk is full, or ``limit``: no file may be larger.
            at: The step at which it happens, from 1; 0 for never. For a limit, the bytes.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        task = {"root": str(root), "words": words, "fate": fate, "at": at, "said": str(self._said)}
        print(json.dumps(task), file=self._process.stdin, flush=True)
        code, steps = json.loads(self._process.stdout.readline())
        return Ended(code, steps, self._said.read_text(encoding="utf-8", errors="surrogateescape"))


@contextmanager
def nursery(folder: Path) -> Iterator[Nursery]:
    """Keep a nursery for a while.

    Args:
        folder: For what the commands say.
    """
    program = [sys.executable, "-c", _NURSERY]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=sites.ROOT, encoding="utf-8"
    ) as process:
        yield Nursery(process, folder)
        process.communicate()
