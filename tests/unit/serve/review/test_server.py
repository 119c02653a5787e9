"""The server: what it sends, to whom, and what it refuses."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from goftogu import terminal
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.serve.review import server as review_server
from goftogu.serve.review.guard import HEADER, HEADERS
from tests import reviewing
from tests.reviewing import Workbench


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    """Serve an archive that no test changes."""
    root = reviewing.make(tmp_path_factory.mktemp("server") / "archive", turns=4)
    (root / "content/media").mkdir()
    (root / "content/media/mill.wav").write_bytes(bytes(range(100)))
    with reviewing.running(root) as found:
        yield found


class Reply:
    def __init__(self, answer: http.client.HTTPResponse) -> None:
        self.status = answer.status
        self.headers = answer.headers
        self.body = answer.read()


def ask(bench: Workbench, path: str, method: str = "GET", body: Any = None, **headers: str) -> Reply:
    connection = http.client.HTTPConnection("127.0.0.1", bench.server.server_port, timeout=30)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    found = Reply(connection.getresponse())
    connection.close()
    return found


def known(bench: Workbench, path: str, **headers: str) -> Reply:
    return ask(bench, path, "GET", None, **{HEADER.replace("-", "_"): bench.token, **headers})


def sent(bench: Workbench, path: str, value: Any, **headers: str) -> Reply:
    usual = {
        "Origin": f"http://127.0.0.1:{bench.server.server_port}",
        "Content_Type": "application/json",
        HEADER.replace("-", "_"): bench.token,
    }
    return ask(bench, path, "POST", json.dumps(value).encode(), **{**usual, **headers})


def test_the_page_is_in_the_language_of_the_program_or_of_its_address(bench: Workbench) -> None:
    assert b'<html lang="en" dir="ltr">' in ask(bench, "/").body
    assert b'<html lang="fa" dir="rtl">' in ask(bench, "/?lang=fa").body
    language.choose(language.PERSIAN)
    assert b'<html lang="fa" dir="rtl">' in ask(bench, "/?lang=xx").body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/main.js", "text/javascript; charset=utf-8"),
        ("/workbench.css", "text/css; charset=utf-8"),
        ("/vazirmatn.woff2", "font/woff2"),
        ("/icon.svg", "image/svg+xml"),
        ("/words.json", "application/json"),
    ],
)
def test_what_the_page_needs_is_sent_without_a_token(bench: Workbench, path: str, kind: str) -> None:
    found = ask(bench, path)
    assert (found.status, found.headers["Content-Type"]) == (200, kind)
    assert found.body


@pytest.mark.parametrize(
    "path",
    [
        "/workbench.html",
        "/../server.py",
        "/%2e%2e/server.py",
        "/static/main.js",
        "/site.css",
        "/x.js",
        "/api",
        "/..",
    ],
)
def test_nothing_else_is_sent(bench: Workbench, path: str) -> None:
    assert ask(bench, path).status == 404


def test_every_answer_says_what_a_browser_may_do_with_it(bench: Workbench) -> None:
    for found in (ask(bench, "/"), ask(bench, "/main.js"), known(bench, "/api/start"), ask(bench, "/nothing")):
        assert {name: found.headers[name] for name in HEADERS} == dict(HEADERS)
        assert "Access-Control-Allow-Origin" not in found.headers


@pytest.mark.parametrize("name", ["start", "queue", "counts", "passage?interview=mill", "interviews", "no-such"])
def test_without_the_token_nothing_of_the_archive_is_told(bench: Workbench, name: str) -> None:
    for headers in ({}, {HEADER.replace("-", "_"): "x" * 32}):
        found = ask(bench, f"/api/{name}", "GET", None, **headers)
        assert (found.status, found.body) == (401, b"")


def test_with_the_token_questions_are_answered(bench: Workbench) -> None:
    found = known(bench, "/api/passage?interview=mill&unit=t2.1")
    assert found.headers["Content-Type"] == "application/json"
    assert json.loads(found.body)["at"] == "t2.1"
    assert known(bench, "/api/no-such").status == 404
    assert known(bench, "/api/passage?interview=nobody").status == 410


def test_another_host_or_origin_is_refused(bench: Workbench) -> None:
    assert known(bench, "/api/start", Host="evil.example").status == 421
    assert ask(bench, "/", Host="evil.example").status == 421
    assert known(bench, "/api/start", Origin="http://evil.example").status == 403
    assert known(bench, "/api/start", Sec_Fetch_Site="cross-site").status == 403


def test_a_decision_from_elsewhere_is_refused_whatever_token_it_has(bench: Workbench) -> None:
    before = (bench.root / reviewing.MEMORY).read_bytes()
    wish = {"interview": "mill", "unit": "t1.1", "version": "", "text": "x", "by": "x", "approved": True}
    wrong = {HEADER.replace("-", "_"): "guessed"}
    assert sent(bench, "/api/save", wish, Origin="http://evil.example").status == 403
    assert sent(bench, "/api/save", wish, Origin="null").status == 403
    assert sent(bench, "/api/save", wish, Host="evil.example").status == 421
    assert sent(bench, "/api/save", wish, **wrong).status == 401
    assert sent(bench, "/api/save", wish, Content_Type="text/plain").status == 415
    assert ask(bench, "/api/save", "POST", b"{}", X_Goftogu_Token=bench.token).status == 403
    assert (bench.root / reviewing.MEMORY).read_bytes() == before


def test_what_is_no_decision_is_told_so(bench: Workbench) -> None:
    assert sent(bench, "/api/save", {"interview": 7}).status == 400
    assert sent(bench, "/api/no-such", {}).status == 404
    assert sent(bench, "/nothing", {}).status == 404


def test_too_long_a_request_is_not_read(bench: Workbench) -> None:
    assert sent(bench, "/api/save", {}, Content_Length="999999999").status == 413
    assert sent(bench, "/api/save", {}, Content_Length="-5").status == 413
    assert sent(bench, "/api/save", {}, Content_Length="1000001").status == 413
    assert sent(bench, "/api/undo", {"undo": 0, "more": "x" * (1_000_000 - 23)}).status == 410


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS"])
def test_nothing_but_reading_and_deciding_is_known(bench: Workbench, method: str) -> None:
    assert ask(bench, "/api/save", method).status == 501


def media(bench: Workbench, file: str = "mill.wav", **query: str) -> str:
    said = {"interview": "mill", "file": file, "token": bench.token, **query}
    return "/media?" + "&".join(f"{name}={value}" for name, value in said.items())


def test_a_recording_is_sent_whole_and_in_parts(bench: Workbench) -> None:
    whole = ask(bench, media(bench))
    assert (whole.status, whole.headers["Content-Type"], whole.body) == (200, "audio/wav", bytes(range(100)))
    part = ask(bench, media(bench), Range="bytes=10-19")
    assert (part.status, part.headers["Content-Range"], part.body) == (206, "bytes 10-19/100", bytes(range(10, 20)))
    assert ask(bench, media(bench), Range="bytes=500-").status == 416


def test_a_recording_needs_the_token_and_a_name_of_the_interview(bench: Workbench) -> None:
    assert ask(bench, media(bench, token="")).status == 404
    assert ask(bench, media(bench, "../site.toml")).status == 404
    assert ask(bench, media(bench, interview="river")).status == 404


def test_a_failure_is_told_at_the_terminal_and_the_server_stays(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_: Any) -> Any:
        raise RuntimeError("the list is lost")

    monkeypatch.setattr(bench.refresher.queue, "counts", fails)
    with pytest.raises(http.client.HTTPException):
        known(bench, "/api/counts")
    assert known(bench, "/api/start").status == 200
    assert "the list is lost" in capsys.readouterr().err


def test_the_address_has_the_token_where_no_server_gets_it(bench: Workbench) -> None:
    address, _, token = bench.server.address.partition("#")
    assert address == f"http://127.0.0.1:{bench.server.server_port}/"
    assert token == bench.token


def test_a_port_that_is_taken_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = reviewing.make(tmp_path / "archive", turns=1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert review_server.serve(root, port=taken.getsockname()[1], by="", jobs=0, letters=()) == 1
    assert "W007" in capsys.readouterr().err


def test_ctrl_c_in_the_moment_in_which_the_address_is_said_ends_it_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(_: Message) -> None:
        raise KeyboardInterrupt

    root = reviewing.make(tmp_path / "archive", turns=1)
    monkeypatch.setattr(terminal, "say", say)
    assert review_server.serve(root, by="Sara", port=0, jobs=1, letters=()) == 0


def test_it_serves_until_it_is_stopped_and_looks_again_at_every_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = reviewing.make(tmp_path / "archive", turns=1)

    def watched(*_: Any, **__: Any) -> Iterator[object]:
        yield {(watchfiles.Change.modified, "a.md")}
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", watched)
    assert review_server.serve(root, by="Sara", port=0, jobs=1, letters=()) == 0
    assert "http://127.0.0.1:" in capsys.readouterr().err
