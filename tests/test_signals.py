"""The program as a person or a system ends it, and names and files that it meets in the wild."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests import sites, stopping, trials
from tests.stopping import Nursery

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("no such signals there", allow_module_level=True)

pytestmark = pytest.mark.usefixtures("heard_signals")

EARLY: Final = """\
import importlib.abc, os, runpy, signal, sys

class Stop(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == {name!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Stop())
sys.argv[1:] = ["--help"]
runpy.run_module("goftogu", run_name="__main__", alter_sys=True)
"""
PATIENCE: Final = 60
"""Seconds in which a build must be done on a busy machine."""
UNSAID: Final = b"\xff\xfe"


@pytest.mark.parametrize("name", ["goftogu.cli", "goftogu.terminal", "goftogu.failures", "argparse"])
def test_ctrl_c_before_anything_has_begun_says_nothing(name: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", EARLY.format(name=name)], capture_output=True, cwd=sites.ROOT, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGINT, b"", b"")


@pytest.fixture(scope="module")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    with stopping.nursery(tmp_path_factory.mktemp("said")) as found:
        yield found


def edited(folder: Path) -> Path:
    """Make an archive that was built, and has another title since then."""
    root = sites.make_built(folder)
    river = root / trials.RIVER
    river.write_text(river.read_text(encoding="utf-8").replace("title: ", "title: تازه‌ترین "), encoding="utf-8")
    return root


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
@pytest.mark.parametrize("part", [3, 2])
def test_a_build_that_is_ended_leaves_the_site_whole(
    name: str, code: int, part: int, nursery: Nursery, tmp_path: Path
) -> None:
    root, twin = edited(tmp_path / "archive"), edited(tmp_path / "twin")
    before = sites.files(root / "output")
    steps = nursery.run(twin, ["build", "--packages", "none"]).steps
    ended = nursery.run(root, ["build", "--packages", "none"], name, steps // part)
    assert ended.code == code, ended.said
    assert "stopped; what was finished is kept" in ended.said
    assert sites.files(root / "output").keys() >= before.keys()


class Server:
    """A real ``serve``, with what it says."""

    def __init__(self, root: Path) -> None:
        words = [sys.executable, str(sites.ROOT / "build.py"), "serve", "--root", str(root), "--port", "0"]
        self.process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        self._said: queue.Queue[str] = queue.Queue()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._said.put(line)

    def address(self) -> str:
        """Return where it serves, as it says."""
        while True:
            line = self._said.get(timeout=PATIENCE)
            if line.startswith("http://"):
                return line.split(" ", maxsplit=1)[0]

    def close(self) -> None:
        """Make sure that it is gone."""
        self.process.kill()
        self.process.wait()
        self._thread.join()
        assert self.process.stderr is not None
        self.process.stderr.close()

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


def page(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310  of the server above
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_serve_stays_up_when_a_build_fails_and_ends_in_order(number: int, tmp_path: Path) -> None:
    root = sites.make_built(tmp_path / "archive")
    river = root / trials.RIVER
    river.write_text(river.read_text(encoding="utf-8").replace("title: ", "title: یک: "), encoding="utf-8")
    server = Server(root)
    try:
        address = server.address()
        status, text = page(address)
        assert (status, f"<code>{trials.RIVER}:" in text) == (500, True)
        assert server.end(number) == 0
    finally:
        server.close()
    assert "Traceback" not in text


@pytest.mark.parametrize("port", ["99999", "65536", "-1", "abc", "", "8000.5", "۸۰۸۰۰", "1e3"])
def test_a_port_that_is_none_is_refused_with_the_command_line(port: str, nursery: Nursery, tmp_path: Path) -> None:
    ended = nursery.run(tmp_path, ["serve", f"--port={port}"])
    assert ended.code == 2, ended.said
    assert "port" in ended.said
    assert ended.said.count("\n") == 1


def unsaid(folder: Path, ending: str = "") -> Path:
    """Make a file whose name no text can hold; skip where the file system takes none."""
    place = os.fsencode(folder) + b"/" + UNSAID + ending.encode()
    try:
        with open(place, "wb") as file:  # noqa: PTH123  the name is bytes
            file.write("پرسش: چه شد؟\n\nپاسخ: هیچ.\n".encode())
    except OSError:  # pragma: no cover
        pytest.skip("names are UTF-8 there")
    return Path(os.fsdecode(place))


@pytest.mark.parametrize(
    "place",
    ["content/interviews/{}.md", "content/{}.toml", "content/pages/{}.fa.md", "templates/{}",
     "content/translations/en/{}.po", "content/media/{}.mp3"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "publish", "stats"])
def test_a_name_that_is_not_utf_8_is_told(place: str, command: str, nursery: Nursery, tmp_path: Path) -> None:
    root = sites.make_built(tmp_path / "archive")
    folder, _, name = place.rpartition("/")
    (root / folder).mkdir(parents=True, exist_ok=True)
    unsaid(root / folder, name.removeprefix("{}"))
    ended = nursery.run(root, [command])
    assert ended.code in {0, 1}, ended.said
    assert "Traceback" not in ended.said
    assert "X00" not in ended.said
    if command != "stats":
        assert (ended.code, folder in ended.said) == (1, True), ended.said


@pytest.mark.parametrize(
    "words", [["import"], ["stamp"], ["new"], ["times", "river"], ["package", "install"], ["import", "--print"]]
)
def test_a_command_that_is_given_such_a_name_ends_in_a_line(words: list[str], nursery: Nursery, tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    before = sites.files(root / "content")
    given = str(unsaid(tmp_path, ".txt"))
    ended = nursery.run(root, [*words, os.path.basename(given) if words == ["new"] else given])  # noqa: PTH119
    assert ended.code in {0, 1}, ended.said
    assert "Traceback" not in ended.said
    assert "X00" not in ended.said
    if ended.code:
        assert sites.files(root / "content") == before


@pytest.mark.parametrize(
    "words", [["import"], ["import", "--print"], ["stamp"], ["times", "river"], ["package", "install"]]
)
@pytest.mark.parametrize("kind", ["fifo", "zero", "folder", "gone"])
def test_what_is_no_file_is_refused_at_once(words: list[str], kind: str, nursery: Nursery, tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    before = sites.files(root / "content")
    given = tmp_path / "given.vtt"
    match kind:
        case "fifo":
            os.mkfifo(given)
        case "zero":
            given = Path("/dev/zero")
        case "folder":
            given.mkdir()
        case _:
            pass
    ended = nursery.run(root, [*words, str(given)])
    assert ended.code == 1, ended.said
    assert given.name in ended.said
    assert "X00" not in ended.said
    assert sites.files(root / "content") == before
