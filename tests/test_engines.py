"""The gate of other engines, as far as it can be tried without them: how they are asked, and what counts as a fault."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

pytest.importorskip("playwright.sync_api", reason="the Python package “playwright” is missing")

from tools import engines, gates
from tools.standing import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOOD: Final[Mapping[str, Any]] = {"ready": True, "wide": 0, "font": True, "unseen": [], "empty": False}
WIDE: Final[Mapping[str, Any]] = {**GOOD, "wide": 2000}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    browser: Browser = None  # type: ignore[assignment]  # nothing looks at it here
    return Site(tmp_path, "http://a/", browser)


class Pretended:
    """An engine that makes the same of each page."""

    def __init__(self, made: Mapping[str, Any]) -> None:
        self.made = dict(made)
        self.opened: list[str] = []

    def go(self, address: str) -> None:
        self.opened.append(address)

    def run(self, script: str) -> dict[str, Any]:
        assert "Vazirmatn" in script
        return self.made


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"wide": -3}, []),
        ({"ready": False}, ["it has not come"]),
        ({"empty": True}, ["nothing to read"]),
        ({"wide": 12}, ["12 pixels wider than the screen"]),
        ({"font": False}, ["the font Vazirmatn is not there"]),
        ({"unseen": ["نوبت ۱", "متن"]}, ["nobody sees “نوبت ۱”", "nobody sees “متن”"]),
    ],
)
def test_what_is_wrong_with_a_page_is_said(change: Mapping[str, Any], expected: list[str]) -> None:
    assert list(engines.faults({**GOOD, **change})) == expected


def test_each_engine_looks_at_the_pages_of_the_site_and_of_the_folder(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    fox = Pretended({**GOOD, "wide": 7})

    @contextmanager
    def started() -> Iterator[Pretended]:
        yield fox

    monkeypatch.setattr(engines, "ENGINES", {**engines.ENGINES, "Firefox": engines.Way(started, ())})
    monkeypatch.setattr(engines, "lacking", lambda: {"WebKit": ["WebKitWebDriver"]})
    found = list(engines.engines(site))
    assert fox.opened[0] == "http://a/fa/index.html"
    assert fox.opened[len(engines.PAGES)] == (site.folder / "fa/index.html").as_uri()
    assert found[0] == "http://a/fa/index.html: 7 pixels wider than the screen, in Firefox"
    assert len(found) == len(fox.opened) == 2 * len(engines.PAGES)
    assert capsys.readouterr().out == "  WebKit: not run. Missing: WebKitWebDriver\n"


def test_what_an_engine_lacks_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engines.lacking() == {"Firefox": ["firefox-esr"], "WebKit": ["WebKitWebDriver", "xvfb-run"]}
    assert engines.here() == []
    for name in ("firefox-esr", "xvfb-run"):
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    assert engines.lacking() == {"WebKit": ["WebKitWebDriver"]}
    assert engines.here() == ["Firefox"]


def test_each_engine_that_is_here_must_be_awake(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    (way,) = (way for way in gates.BREAKS if way.gate == "engines")
    assert [word.rpartition(" ")[2] for word in way.words] == engines.here()

    def looking(*names: str) -> Callable[[Site], Iterator[str]]:
        said = [f"http://a/: {engines.told(fault, name)}" for name in names for fault in engines.faults(WIDE)]
        return lambda _: iter(said)

    words = tuple(engines.told(engines.TOO_WIDE, name) for name in engines.ENGINES)
    monkeypatch.setattr(gates, "BREAKS", [gates.Break("engines", "", words, files=())])
    monkeypatch.setattr(gates, "GATES", {"engines": looking("Firefox", "WebKit")})
    assert gates.wake(site) == 0
    monkeypatch.setattr(gates, "GATES", {"engines": looking("Firefox")})
    assert gates.wake(site) == 1
    awake, asleep = capsys.readouterr().out.splitlines()
    assert awake == "engines: awake"
    assert asleep == "engines: ASLEEP: says nothing of ['pixels wider than the screen, in WebKit']"


def test_without_engines_their_gate_is_not_called_awake(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gates, "BREAKS", [gates.Break("engines", "", (), files=())])
    assert gates.wake(site) == 0
    assert capsys.readouterr().out == "engines: not woken, because nothing that could speak is installed\n"


@contextmanager
def fox(*answers: object) -> Iterator[tuple[int, list[Any]]]:
    """Pretend to be Firefox: greet, then give these answers in turn; what was asked is kept."""
    asked: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            with server.accept()[0] as line, line.makefile("rwb") as stream:
                for answer in answers:
                    data = json.dumps(answer).encode()
                    stream.write(b"%d:%s" % (len(data), data))
                    stream.flush()
                    digits = b""
                    while (sign := stream.read(1)) not in {b":", b""}:
                        digits += sign
                    if digits:
                        asked.append(json.loads(stream.read(int(digits))))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], asked
        thread.join(5)


def test_firefox_is_asked_by_its_own_protocol() -> None:
    session, opened, run = ([1, 1, None, value] for value in ({"sessionId": "x"}, {}, {"value": {"wide": 1}}))
    with (
        fox({"marionetteProtocol": 3}, session, opened, run) as (port, asked),
        closing(engines.Marionette(port)) as engine,
    ):
        engine.go("http://a/صفحه")
        assert engine.run("return {};") == {"wide": 1}
    assert [command for _, _, command, _ in asked] == [
        "WebDriver:NewSession",
        "WebDriver:Navigate",
        "WebDriver:ExecuteScript",
    ]
    assert asked[1][3] == {"url": "http://a/صفحه"}


def test_what_firefox_refuses_is_told() -> None:
    with (
        fox({}, [1, 1, None, {}], [1, 1, {"message": "no such page"}, None]) as (port, _),
        closing(engines.Marionette(port)) as engine,
        pytest.raises(OSError, match="WebDriver:Navigate: no such page"),
    ):
        engine.go("http://a/")


class Driver(BaseHTTPRequestHandler):
    """Pretends to be a driver: every answer says what was asked."""

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        value = {"sessionId": "s1", "path": self.path, "given": given}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"value": value}).encode())

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def test_webkit_is_asked_by_webdriver() -> None:
    server = HTTPServer(("127.0.0.1", 0), Driver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        engine = engines.WebDriver(server.server_port)
        engine.go("http://a/")
        found = engine.run("return {};")
    finally:
        server.shutdown()
        server.server_close()
    assert (found["path"], found["given"]) == ("/session/s1/execute/sync", {"script": "return {};", "args": []})
