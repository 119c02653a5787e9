from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from goftogu.problems import Problem
from goftogu.storage import network
from goftogu.translation.packages import download
from goftogu.translation.packages.download import fetch, newest
from tests.collecting import collected, found_by

DATA = bytes(range(256)) * 1000


class Server:
    """A server on this machine, and how it behaves."""

    def __init__(self) -> None:
        self.data = DATA
        self.sent: int | None = None
        self.ranges: list[str | None] = []
        self.knows_ranges = True
        self.tells_length = True
        self.location = ""
        self.address = ""

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        asked = request.headers.get("Range")
        self.ranges.append(asked)
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.knows_ranges else 0
        request.send_response(
            302 if self.location else 416 if start and start >= len(self.data) else 206 if start else 200
        )
        if self.location:
            request.send_header("Location", self.location)
        elif self.tells_length:
            request.send_header("Content-Length", str(max(len(self.data) - start, 0)))
        request.end_headers()
        request.wfile.write(self.data[start : self.sent])


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        state.address = f"http://127.0.0.1:{http.server_port}/package"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield state
        http.shutdown()
        thread.join()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_comes_whole(server: Server, tmp_path: Path) -> None:
    shown: list[tuple[int, int]] = []
    file = tmp_path / "new" / "folder" / "file"
    come = collected(fetch, server.address, file, progress=lambda done, whole: shown.append((done, whole)))
    assert come == (True, [])
    assert file.read_bytes() == DATA
    assert shown[-1] == (len(DATA), len(DATA))
    assert names(file.parent) == ["file"]


def test_the_length_may_be_unknown(server: Server, tmp_path: Path) -> None:
    server.tells_length = False
    shown: set[int] = set()
    assert found_by(fetch, server.address, tmp_path / "file", progress=lambda _, whole: shown.add(whole)) == []
    assert ((tmp_path / "file").read_bytes(), shown) == (DATA, {0})


@pytest.mark.parametrize("knows_ranges", [True, False])
def test_a_broken_download_goes_on(server: Server, tmp_path: Path, knows_ranges: bool) -> None:
    server.sent = 100_000
    come, (problem,) = collected(fetch, server.address, tmp_path / "file")
    assert (come, problem.code, problem.path) == (False, "A012", server.address)
    assert "100,000 of 256,000" in problem.message
    assert names(tmp_path) == ["file.part"]
    server.sent, server.knows_ranges = None, knows_ranges
    assert found_by(fetch, server.address, tmp_path / "file") == []
    assert (tmp_path / "file").read_bytes() == DATA
    assert server.ranges == [None, "bytes=100000-"]


def test_what_came_before_may_be_too_long(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file.part").write_bytes(DATA * 2)
    assert found_by(fetch, server.address, tmp_path / "file") == []
    assert (tmp_path / "file").read_bytes() == DATA


def test_a_file_that_never_ends(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LARGEST", 1000)
    come, (problem,) = collected(fetch, server.address, tmp_path / "file")
    assert (come, problem.code) == (False, "A004")


@pytest.mark.parametrize("url", ["ftp://example.org/x", "http://example.org/x", "file:///etc/passwd", "x"])
def test_only_safe_ways(url: str, tmp_path: Path) -> None:
    (problem,) = found_by(fetch, url, tmp_path / "file")
    assert problem is not None
    assert problem.code == "A012"
    assert "not allowed" in problem.message


def test_a_redirect_to_an_unsafe_way(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server.location = "ftp://127.0.0.1/x"
    monkeypatch.setattr(network, "urlopen", lambda request, timeout: Redirected())
    (problem,) = found_by(fetch, server.address, tmp_path / "file")
    assert problem is not None
    assert "http: is not allowed" in problem.message


class Redirected:
    url = "http://example.org/x"


def test_no_server(server: Server, tmp_path: Path) -> None:
    server.location = "/again"
    (problem,) = found_by(fetch, server.address, tmp_path / "file")
    assert problem is not None
    assert problem.code == "A012"


def test_a_folder_that_cannot_be_made(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (problem,) = found_by(fetch, server.address, tmp_path / "file" / "file")
    assert problem is not None
    assert problem.code == "A012"


def entry(version: str, **changes: object) -> dict[str, object]:
    links = [f"ipfs://{version}", f"https://example.org/{version}"]
    return {"from_code": "fa", "to_code": "en", "package_version": version, "links": links, **changes}


def test_the_newest_package_of_the_index(server: Server) -> None:
    entries = [
        entry("1.5"),
        entry("1.10"),
        entry("1.9"),
        entry("2.0", from_code="en"),
        entry("3.0", links=["ipfs://x"]),
        entry("4.0", links=None),
        "stray",
    ]
    server.data = json.dumps(entries).encode()
    assert collected(newest, index=server.address)[0] == "https://example.org/1.10"


@pytest.mark.parametrize("data", [b"<html>", b"[]", b"{}", b"\xff", b"[" * 200_000])
def test_a_useless_index(server: Server, data: bytes) -> None:
    server.data = data
    (problem,) = found_by(newest, index=server.address)
    assert isinstance(problem, Problem)
    assert problem.code == "A012"


def test_no_index() -> None:
    (problem,) = found_by(newest, index="ftp://example.org")
    assert isinstance(problem, Problem)
    assert "not allowed" in problem.message
