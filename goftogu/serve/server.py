"""A server for the person at the keyboard: builds, serves the site on this machine, builds again on every change.

It listens on 127.0.0.1 only and serves under the path that the site will have, so that a link that works here works on
the published site. Every page gets one script that reloads it after a build; it is put in on the way and stands in no
file. As long as the build has errors, each page is replaced by the list of them, for the last good site would hide that
it is old.
"""

from __future__ import annotations

import errno
import html
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Condition, Thread
from typing import Final, Protocol
from urllib.parse import parse_qs, quote, unquote, urlsplit

from goftogu import terminal, urls
from goftogu.content import archive
from goftogu.problems import Problem, Problems, Severity
from goftogu.storage.staging import Result

HOST: Final = "127.0.0.1"
SCRIPT: Final = "/.goftogu/reload.js"
EVENTS: Final = "/.goftogu/events"

_HEARTBEAT: Final = 10.0
"""Seconds after which a waiting page is told that nothing has happened; shows which pages are gone."""

_POLL: Final = 0.05
"""Seconds in which the server notices that it shall end."""

_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
_OTHER_TYPE: Final = "application/octet-stream"
_RELOAD: Final = f"""\
const reload = new EventSource("{EVENTS}" + new URL(document.currentScript.src).search);
reload.onmessage = () => location.reload();
""".encode()
_FAULTS: Final = Template("""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The build has errors</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
h1 { color: #a00 } li { margin-block: 1rem } code { unicode-bidi: isolate }
</style>
<h1>The build has errors</h1>
<p>Nothing was published: the site is as it was before. This page goes away by itself when they are corrected.</p>
<ol>
$items
</ol>
""")
_FAULT: Final = Template(
    '<li><code>$place</code> <strong>$code</strong> <span dir="auto">$message</span> <em>$hint</em>'
)


class Report(Protocol):
    """What a build tells the server."""

    @property
    def problems(self) -> Problems:
        """All problems."""

    @property
    def result(self) -> Result | None:
        """What was published; ``None`` when nothing was."""


def serve(root: Path, output: Path, build: Callable[[], Report], *, port: int = 8000) -> int:
    """Build, serve, and build again on every change until the person stops it.

    Args:
        root: The project's folder.
        output: The folder of the site.
        build: Builds the site and shows its problems.
        port: Port on 127.0.0.1; 0 takes any that is free.

    Returns:
        The exit code.
    """
    site = LiveSite(root, output)
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, site))
    except OSError as error:
        hint = "give another one with --port" if error.errno == errno.EADDRINUSE else ""
        terminal.show_problems([Problem.of_file("", "W007", f"port {port}: {error.strerror}", hint)])
        return 1
    with server:
        site.take(build())
        Thread(target=server.serve_forever, args=(_POLL,), daemon=True).start()
        terminal.say(f"http://{HOST}:{server.server_port}{quote(site.base)} (Ctrl-C ends it)")
        with suppress(KeyboardInterrupt):
            for _ in changes(root):
                site.take(build())
        site.close()
        server.shutdown()
    return 0


def changes(root: Path) -> Iterator[object]:
    """Yield after every change of the content or the templates."""
    from watchfiles import watch  # noqa: PLC0415  only the server needs it

    yield from watch(*(folder for name in ("content", "templates") if (folder := root / name).is_dir()))


class LiveSite:
    """The site between two builds; pages wait here for the next one.

    Attributes:
        base: Path under which the site is served, with ``/`` at both ends.
        version: Counts the builds that changed something.
        faults: Why the last build published nothing.
    """

    def __init__(self, root: Path, output: Path) -> None:
        self.base = "/"
        self.version = 0
        self.faults: tuple[Problem, ...] = ()
        self._root = root
        self._output = output.resolve()
        self._changed = Condition()
        self._closed = False

    def take(self, report: Report) -> None:
        """Take the report of a build, and wake the waiting pages when there is something new."""
        failed = report.result is None or report.problems.has_errors()
        grave = [problem for problem in report.problems if problem.severity is not Severity.NOTE]
        faults = tuple(sorted(set(grave))) if failed else ()
        moved = bool(report.result and (report.result.written or report.result.removed))
        with self._changed:
            self.base = _base(self._root)
            if moved or faults != self.faults or not self.version:
                self.faults = faults
                self.version += 1
                self._changed.notify_all()

    def wait(self, after: str) -> bool | None:
        """Wait for another version than ``after``.

        Returns:
            True for a new version, ``None`` when nothing has happened for a while, False when the server ends.
        """
        with self._changed:
            if self._changed.wait_for(lambda: self._closed or str(self.version) != after, _HEARTBEAT):
                return not self._closed
        return None

    def close(self) -> None:
        """Send the waiting pages away."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def find(self, path: str) -> Path | None:
        """Return the file or the folder at a path of the site; ``None`` when there is none inside of it."""
        with suppress(OSError, ValueError):
            file = (self._output / path).resolve(strict=True)
            return file if file.is_relative_to(self._output) else None
        return None


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    def __init__(self, site: LiveSite, *arguments: object) -> None:
        self._site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a page, a file, the script, or wait for a change."""
        self._version = self._site.version
        address = urlsplit(self.path)
        with suppress(ConnectionError):
            if self.headers.get("Host", "").rpartition(":")[0] not in {HOST, "localhost"}:
                self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", ".txt")
            elif address.path == EVENTS:
                self._wait(parse_qs(address.query).get("after", [""])[0])
            elif address.path == SCRIPT:
                self._send(HTTPStatus.OK, _RELOAD, ".js")
            else:
                self._send_page(unquote(address.path))

    def do_HEAD(self) -> None:
        """Send what :meth:`do_GET` sends, without the body."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing; the problems of the build would drown."""

    def _send_page(self, path: str) -> None:
        base = self._site.base
        if path in {"/", base.rstrip("/")} and path != base:
            self._redirect(base)
            return
        place = path.removeprefix(base) + (urls.LANDING if path.endswith("/") else "")
        file = self._site.find(place) if path.startswith(base) else None
        if file is None:
            self._send_missing()
        elif file.is_dir():
            self._redirect(f"{path}/")
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), file.suffix)

    def _send_missing(self) -> None:
        file = self._site.find(urls.NOT_FOUND)
        page = file.read_bytes() if file else b"<!DOCTYPE html><title>404</title><p>There is nothing here."
        self._send(HTTPStatus.NOT_FOUND, page, ".html")

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, data: bytes, ending: str) -> None:
        if ending == ".html":
            if self._site.faults:
                status, data = HTTPStatus.INTERNAL_SERVER_ERROR, _faults_page(self._site.faults)
            data = _with_script(data, self._version)
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(ending, _OTHER_TYPE))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _wait(self, after: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while (found := self._site.wait(after)) is None:
            self.wfile.write(b": nothing yet\n\n")
        if found:
            self.wfile.write(b"data: reload\n\n")


def _base(root: Path) -> str:
    """Return the path of the site's address, as ``content/site.toml`` has it now."""
    return unquote(urlsplit(archive.settings(root, Problems()).url).path) or "/"


def _with_script(page: bytes, version: int) -> bytes:
    script = f'<script src="{SCRIPT}?after={version}" defer></script>'.encode()
    body, end, rest = page.rpartition(b"</body>")
    return body + script + end + rest if end else page + script


def _faults_page(faults: tuple[Problem, ...]) -> bytes:
    items = (
        _FAULT.substitute(
            place=html.escape(":".join(str(part) for part in (fault.path, fault.line, fault.column) if part)),
            code=fault.code,
            message=html.escape(fault.message),
            hint=html.escape(fault.hint),
        )
        for fault in faults
    )
    return _FAULTS.substitute(items="\n".join(items)).encode()
