"""How long a person waits for the page under edit: ``python -m bench.serving ROOT OUTPUT TIMES``.

It starts ``serve``, puts another word into an interview and asks for its page until the page has the word. It prints a
JSON list of seconds: from before the file is replaced until the page has been sent.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Final
from urllib.error import HTTPError
from urllib.request import urlopen

from bench.processes import PROJECT, cpu_of, descendants, environment
from bench.subject import GUEST
from goftogu import urls

WORDS: Final = ("آبگینه", "تندباد", "شبدیز")
"""No made-up interview has them."""

_ADDRESS: Final = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
_POLL: Final = 0.02
"""Seconds between two questions; the figure is no finer, and the server has little to do with them."""

_QUIET: Final = 1.5
"""Seconds; the server looks at the archive when nobody has edited for a second."""
_IDLE: Final = 0.03
"""A server that has used no more of the processor than this in the time above has nothing to do."""
_LONGEST: Final = 600.0
"""Seconds after which a page is taken for lost."""


def measure(root: Path, output: Path, times: int) -> list[float]:
    """Return the seconds of each wait.

    Args:
        root: The folder of an archive.
        output: The folder of its site.
        times: How often a word is changed.

    Raises:
        SystemExit: When the server does not start, or the page does not change.
    """
    file = min((root / "content/interviews").glob("*.md"))
    text = file.read_text(encoding="utf-8")
    waits = []
    with _server(root, output) as (pid, address):
        page = f"{address}{urls.interview('fa', file.stem)}"
        for word in islice(cycle(WORDS), times):
            _rest(pid)
            waits.append(_wait(page, word, file, text.replace(GUEST, f"{GUEST}{word} ", 1)))
        file.write_text(text, encoding="utf-8")
        _rest(pid)
    return waits


@contextmanager
def _server(root: Path, output: Path) -> Iterator[tuple[int, str]]:
    """Run the server; yield its process and the address of the site."""
    words = [sys.executable, str(PROJECT / "build.py"), "serve", "--offline", "--port", "0"]
    words += ["--root", str(root), "--output", str(output)]
    variables = environment() | {"XDG_CACHE_HOME": str(root / "user-cache"), "PYTHONUNBUFFERED": "1"}
    log = root / "serve.log"
    with (
        log.open("wb") as said,
        subprocess.Popen(words, cwd=PROJECT, stdout=said, stderr=said, env=variables) as server,
    ):
        try:
            yield server.pid, address_in(log, server)
        finally:
            server.terminate()


def address_in(log: Path, server: subprocess.Popen[bytes]) -> str:
    """Wait until a server has said its address.

    Raises:
        SystemExit: When it ends before, with what it said.
    """
    while not (found := _ADDRESS.search(log.read_text(encoding="utf-8"))):
        if server.poll() is not None:
            raise SystemExit(log.read_text(encoding="utf-8"))
        time.sleep(_POLL)
    return found[0]


def _wait(page: str, word: str, file: Path, text: str) -> float:
    """Put another text in place of a file, at once; return the seconds until the page has the word."""
    draft = file.parents[2] / "draft.md"
    draft.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    draft.replace(file)
    while (seconds := time.perf_counter() - start) < _LONGEST:
        if word in _read(page):
            return time.perf_counter() - start
        time.sleep(_POLL)
    raise SystemExit(f"{page} is old after {seconds:.0f} s")


def _read(page: str) -> str:
    try:
        with urlopen(page) as answer:  # noqa: S310  an address of this machine
            return str(answer.read().decode())
    except HTTPError as error:  # the server shows problems this way
        raise SystemExit(error.read().decode()) from error


def _rest(pid: int) -> None:
    """Wait until the server and its workers have nothing to do."""
    before = -1.0
    while abs((now := cpu_of({pid, *descendants(pid)})) - before) > _IDLE:
        before = now
        time.sleep(_QUIET)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))))
