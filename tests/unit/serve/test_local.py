"""What the servers of this machine share: the kinds of files, answers with and without a body, recordings in parts."""

from __future__ import annotations

import errno
import http.client
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from goftogu.serve import local
from goftogu.serve.local import HOST, LocalHandler, LocalServer


class Sender(LocalHandler):
    """Sends a file as a recording, or a text; what is asked for as ``fault`` fails."""

    always: Mapping[str, str] = {"X-Always": "yes"}

    def __init__(self, file: Path, *arguments: object) -> None:
        self._file = file
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802  http.server calls it so
        if self.path == "/fault":
            raise OSError(errno.EIO, "Input/output error")
        if self.path == "/tone":
            self.send_recording(self._file)
        elif self.path == "/nothing":
            self.send_data(HTTPStatus.NOT_FOUND)
        else:
            self.send_data(HTTPStatus.ACCEPTED, b"heard", more={"X-More": "too"})

    def do_HEAD(self) -> None:  # noqa: N802
        self.do_GET()


Ask = http.client.HTTPConnection


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    file = tmp_path / "tone.WAV"
    file.write_bytes(bytes(range(100)))
    server = LocalServer((HOST, 0), partial(Sender, file))
    thread = threading.Thread(target=server.serve_forever, args=(local.POLL,))
    thread.start()
    yield http.client.HTTPConnection(HOST, server.server_port, timeout=30)
    server.shutdown()
    thread.join()
    server.server_close()


def answered(
    ask: Ask, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    ask.request(method, path, headers=headers or {})
    found = ask.getresponse()
    said = {name: value for name, value in found.getheaders() if name not in {"Server", "Date"}}
    body = found.read()
    ask.close()
    return found.status, said, body


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (".html", "text/html; charset=utf-8"), (".css", "text/css; charset=utf-8"),
        (".js", "text/javascript; charset=utf-8"), (".json", "application/json; charset=utf-8"),
        (".xml", "application/xml; charset=utf-8"), (".txt", "text/plain; charset=utf-8"),
        (".md", "text/markdown; charset=utf-8"), (".svg", "image/svg+xml"), (".png", "image/png"),
        (".ico", "image/x-icon"), (".woff2", "font/woff2"), (".wasm", "application/wasm"),
        (".vtt", "text/vtt; charset=utf-8"), (".docx", "application/octet-stream"), ("", "application/octet-stream"),
    ],
)  # fmt: skip
def test_every_kind_of_file_is_sent_as_what_it_is(ending: str, kind: str) -> None:
    assert local.kind(ending) == kind


def test_recordings_are_known_by_their_ending() -> None:
    assert [local.is_played(Path(name)) for name in ("a.mp3", "a.WAV", "a.html", "mp3")] == [True, True, False, False]


@pytest.mark.parametrize(("number", "hint"), [(errno.EADDRINUSE, "give another one with --port"), (errno.EACCES, "")])
def test_a_port_that_cannot_be_had_is_told(number: int, hint: str) -> None:
    found = local.refused(80, OSError(number, "no"))
    assert (found.code, found.hint) == ("W007", hint)
    assert found.message.startswith("port 80: ")


def test_an_answer_has_its_kind_its_length_and_what_is_always_said(ask: Ask) -> None:
    head = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": "5", "X-Always": "yes", "X-More": "too"}
    assert answered(ask, "/") == (202, head, b"heard")
    assert answered(ask, "/", "HEAD") == (202, head, b"")


def test_an_answer_that_says_nothing_has_no_body(ask: Ask) -> None:
    status, said, body = answered(ask, "/nothing")
    assert (status, said["Content-Length"], body) == (404, "0", b"")


@pytest.mark.parametrize(
    ("wanted", "status", "place", "body"),
    [
        ("", 200, None, bytes(range(100))),
        ("bytes=10-12", 206, "bytes 10-12/100", bytes((10, 11, 12))),
        ("bytes=98-", 206, "bytes 98-99/100", bytes((98, 99))),
        ("bytes=100-", 416, "bytes */100", b""),
    ],
)
def test_a_recording_is_sent_in_parts(ask: Ask, wanted: str, status: int, place: str | None, body: bytes) -> None:
    headers = {"Range": wanted} if wanted else {}
    found, said, data = answered(ask, "/tone", headers=headers)
    assert (found, said.get("Content-Range"), data, said["X-Always"]) == (status, place, body, "yes")
    assert said["Content-Length"] == str(len(body))
    assert (said.get("Accept-Ranges"), said["Content-Type"]) == (
        ("bytes", "audio/wav") if status < 400 else (None, "text/plain; charset=utf-8")
    )
    assert answered(ask, "/tone", "HEAD", headers)[2] == b""


def test_a_request_that_fails_is_told_and_the_server_goes_on(ask: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(http.client.RemoteDisconnected):
        answered(ask, "/fault")
    ask.close()
    assert answered(ask, "/")[0] == 202
    told = capsys.readouterr().err
    assert "X001 Input/output error" in told
    assert "GET /" not in told


def test_a_reader_who_goes_away_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    server = LocalServer((HOST, 0), BaseHTTPRequestHandler)
    for error in (ConnectionResetError(), BrokenPipeError()):
        try:
            raise error
        except OSError:
            server.handle_error(None, ("", 0))
    server.server_close()
    assert capsys.readouterr().err == ""
