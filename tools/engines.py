"""The gate of other engines: the pages that matter in Firefox and in WebKit, over HTTP and from a folder.

Firefox is asked by Marionette, its own protocol for remote control; WebKit by the driver of WebKitGTK, which speaks
WebDriver and needs a display (Xvfb is one). An engine that is not installed is named and left out.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from tools.standing import INTERVIEW, Site

PAGES: Final = (
    "fa/index.html",
    f"fa/{INTERVIEW}.html",
    f"en/{INTERVIEW}.html",
    f"both/{INTERVIEW}.html",
    "fa/topics/index.html",
)
FONT: Final = "Vazirmatn"
TOO_WIDE: Final = "pixels wider than the screen"

_PATIENCE: Final = 60.0
"""Seconds that an engine may take to start, or to answer."""
_LOOK: Final = """
const shown = (thing) => thing.checkVisibility({ checkVisibilityCSS: true });
const persian = [...document.querySelectorAll("main p:lang(fa)")].some(shown);
return {
  ready: document.readyState === "complete" && document.fonts.status === "loaded",
  wide: document.documentElement.scrollWidth - innerWidth,
  font: !persian || [...document.fonts].some(face => face.family.includes("Vazirmatn") && face.status === "loaded"),
  unseen: [...document.querySelectorAll("main h3[id], main .speech > p, main .pair > [lang] > p")].filter(
    (thing) => !shown(thing) && !thing.closest("details:not([open])")).map((thing) => thing.textContent.slice(0, 60)),
  empty: !document.querySelector("main").innerText.trim(),
};
"""
"""Returns whether a page has come, what is too wide, whether visible Persian has its font, and what nobody sees."""


class Engine(Protocol):
    """An engine under remote control."""

    def go(self, address: str) -> None:
        """Open a page."""

    def run(self, script: str) -> dict[str, Any]:
        """Run the body of a function in the page, and return what it returns."""


class Marionette:
    """Firefox by its own protocol: ``LENGTH:[0, ID, COMMAND, PARAMETERS]`` over TCP, and answers of the same form."""

    def __init__(self, port: int) -> None:
        """Wait until Firefox answers, and begin a session."""
        self._socket = _connected(port)
        self._stream = self._socket.makefile("rwb")
        self._read()
        self._ask("WebDriver:NewSession", {})

    def go(self, address: str) -> None:
        """Open a page."""
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> dict[str, Any]:
        """Run the body of a function in the page."""
        found = self._ask("WebDriver:ExecuteScript", {"script": script, "args": []})
        return dict(found["value"])

    def close(self) -> None:
        """Say no more."""
        self._stream.close()
        self._socket.close()

    def _ask(self, command: str, given: Mapping[str, object]) -> Any:  # noqa: ANN401  JSON
        data = json.dumps([0, 1, command, given]).encode()
        self._stream.write(b"%d:%s" % (len(data), data))
        self._stream.flush()
        _, _, error, result = self._read()
        if error:
            raise OSError(f"{command}: {error['message']}")
        return result

    def _read(self) -> Any:  # noqa: ANN401  JSON
        digits = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise OSError("Firefox has ended")
            digits += sign
        return json.loads(self._stream.read(int(digits)))


class WebDriver:
    """An engine by WebDriver over HTTP."""

    def __init__(self, port: int) -> None:
        """Wait until the driver answers, and begin a session."""
        _connected(port).close()
        self._address = f"http://127.0.0.1:{port}/session"
        self._address += f"/{self._ask('', {'capabilities': {'alwaysMatch': {}}})['sessionId']}"

    def go(self, address: str) -> None:
        """Open a page."""
        self._ask("/url", {"url": address})

    def run(self, script: str) -> dict[str, Any]:
        """Run the body of a function in the page."""
        return dict(self._ask("/execute/sync", {"script": script, "args": []}))

    def _ask(self, path: str, given: Mapping[str, object]) -> Any:  # noqa: ANN401  JSON
        head = {"Content-Type": "application/json"}
        asked = urllib.request.Request(self._address + path, json.dumps(given).encode(), head)  # noqa: S310  this machine
        with urllib.request.urlopen(asked, timeout=_PATIENCE) as answer:  # noqa: S310  this machine
            return json.load(answer)["value"]


def _connected(port: int) -> socket.socket:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def firefox() -> Iterator[Engine]:
    """Start Firefox with a profile of its own, in a window like a phone."""
    port = _free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        options = [
            "--headless",
            "--marionette",
            "--no-remote",
            "--profile",
            profile,
            "--width",
            "450",
            "--height",
            "900",
        ]
        with _started("firefox-esr", *options), closing(Marionette(port)) as engine:
            yield engine


@contextmanager
def webkit() -> Iterator[Engine]:
    """Start the driver of WebKitGTK on a display that nobody sees."""
    port = _free_port()
    with _started("xvfb-run", "--auto-servernum", "WebKitWebDriver", f"--port={port}"):
        yield WebDriver(port)


@contextmanager
def _started(*command: str) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    # Its sandbox asks for rights that a container has not; it opens our own pages and nothing else.
    rights = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    started = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=os.environ | rights, start_new_session=True)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(started.pid, 15)
        started.wait()


class Way(NamedTuple):
    """How an engine is started, and the programs that this needs."""

    start: Callable[[], AbstractContextManager[Engine]]
    programs: tuple[str, ...]


ENGINES: Final[Mapping[str, Way]] = {
    "Firefox": Way(firefox, ("firefox-esr",)),
    "WebKit": Way(webkit, ("WebKitWebDriver", "xvfb-run")),
}
"""The one table of engines that look at the pages besides Chromium."""


def lacking() -> dict[str, list[str]]:
    """Return the programs that are missing, by engine."""
    gone = {name: [one for one in way.programs if not shutil.which(one)] for name, way in ENGINES.items()}
    return {name: programs for name, programs in gone.items() if programs}


def here() -> list[str]:
    """Return the names of the engines that can be run."""
    gone = lacking()
    return [name for name in ENGINES if name not in gone]


def engines(site: Site) -> Iterator[str]:
    """Look at the pages that matter in every other engine that is installed."""
    for name, programs in lacking().items():
        print(f"  {name}: not run. Missing: {', '.join(programs)}")
    for name in here():
        with ENGINES[name].start() as engine:
            for address in (*(site.address + path for path in PAGES), *((site.folder / p).as_uri() for p in PAGES)):
                yield from (f"{address}: {told(fault, name)}" for fault in faults(_look(engine, address)))


def told(fault: str, engine: str) -> str:
    """Return how a fault is told: with the engine that has it, at its end."""
    return f"{fault}, in {engine}"


def _look(engine: Engine, address: str) -> dict[str, Any]:
    engine.go(address)
    until = time.monotonic() + _PATIENCE
    while not (found := engine.run(_LOOK))["ready"] and time.monotonic() < until:
        time.sleep(0.1)
    return found


def faults(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a page as an engine sees it: with what its look at the page returned."""
    if not found["ready"]:
        yield "it has not come"
    if found["empty"]:
        yield "nothing to read"
    if found["wide"] > 0:
        yield f"{found['wide']} {TOO_WIDE}"
    if not found["font"]:
        yield f"the font {FONT} is not there"
    yield from (f"nobody sees “{text}”" for text in found["unseen"])
