"""The server of the workbench: on this machine only, for the person who has the address with its token."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

import msgspec

from goftogu import failures, terminal
from goftogu.build import templates
from goftogu.content import recording
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.serve import ranges
from goftogu.serve import server as site_server
from goftogu.serve.review import words
from goftogu.serve.review.answers import WorkbenchAnswer, WorkbenchAnswers
from goftogu.serve.review.guard import HEADER, HEADERS, HOST, Guard
from goftogu.serve.review.refresh import Refresher
from goftogu.storage import files as storage_files
from goftogu.translation.corrections import Correction

G = TypeVar("G")

_STATIC: Final = Path(__file__).with_name("static")
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_PLAYED: Final = {ending: types[0] for ending, types in recording.TYPES.items()}
_NAME: Final = re.compile(r"[a-z]+\.(?:css|js)")
_LENT: Final = frozenset({"vazirmatn.woff2", "icon.svg"})
"""Files of the site that the workbench shows, too."""
_JSON: Final = "application/json"
_LARGEST: Final = 1_000_000
"""Bytes of a request; a paragraph has some thousands."""
_POLL: Final = 0.05
"""Seconds in which the server notices that it has to stop."""


def serve(root: Path, *, by: str = "", port: int = 8001, jobs: int = 0, letters: Sequence[Correction] = ()) -> int:
    """Serve the workbench until the person stops it.

    Args:
        root: The project's folder.
        by: Who reviews; empty when the page is to ask.
        port: Port on 127.0.0.1; 0 takes any that is free.
        jobs: How many processes look at the interviews; 0 for one for each processor.
        letters: What readers have written.

    Returns:
        The exit code.
    """
    refresher = Refresher(root, jobs)
    try:
        server = WorkbenchServer(WorkbenchAnswers(refresher, by, letters), port)
    except OSError as error:
        terminal.show_problems([_taken(port, error)])
        return 1
    with running(server, refresher):
        terminal.say(Message("{address} (Ctrl-C ends it)", address=server.address))
        with suppress(KeyboardInterrupt):
            for _ in site_server.changes(root):
                refresher.wake()
    return 0


@contextmanager
def running(server: WorkbenchServer, refresher: Refresher) -> Iterator[None]:
    """WorkbenchAnswer requests and look at the interviews while the context lasts.

    Args:
        server: It is closed at the end.
        refresher: It ends with the context, too.
    """
    threads = [Thread(target=server.serve_forever, args=(_POLL,)), Thread(target=refresher.run)]
    for thread in threads:
        thread.start()
    refresher.wake()
    try:
        yield
    finally:
        refresher.end()
        server.shutdown()
        server.server_close()
        for thread in threads:
            thread.join()


def _taken(port: int, error: OSError) -> Problem:
    hint = Message("give another one with --port") if error.errno == errno.EADDRINUSE else NO_HINT
    message = Message("port {port}: {reason}", port=port, reason=storage_files.reason(error))
    return Problem.of_file("", "W007", message, hint)


class WorkbenchServer(ThreadingHTTPServer):
    """WorkbenchAnswers requests; one that fails is told in a line.

    Attributes:
        guard: Says which requests are answered.
    """

    daemon_threads = True

    def __init__(self, answers: WorkbenchAnswers, port: int) -> None:
        """Listen.

        Args:
            answers: What is answered.
            port: Port on 127.0.0.1; 0 takes any that is free.

        Raises:
            OSError: When the port cannot be had.
        """
        super().__init__((HOST, port), partial(_Handler, answers, self))
        self.guard = Guard(self.server_port)

    @property
    def address(self) -> str:
        """The address that a person opens, with the token."""
        return f"http://{HOST}:{self.server_port}/#{self.guard.token}"

    def handle_error(self, *_: object) -> None:
        """Tell what went wrong."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            terminal.show_problems([failures.problem(error)])
            failures.show_traceback(error)


class _Handler(BaseHTTPRequestHandler):
    """WorkbenchAnswers one request."""

    timeout = 60
    """Seconds that a connection may be silent; longer than a window waits for news."""

    def __init__(self, answers: WorkbenchAnswers, server: WorkbenchServer, *arguments: object) -> None:
        self._answers = answers
        self._guard = server.guard
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send the page, a file of it, an answer or a recording."""
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        with suppress(ConnectionError):
            if refused := self._guard.refusal(self.headers):
                self._send(refused)
            elif parts.path == "/media":
                self._send_recording(query)
            elif parts.path.startswith("/api/"):
                self._answer(self._answers.gets.get(parts.path[5:]), query)
            else:
                self._send_file(parts.path[1:], query)

    def do_POST(self) -> None:
        """Take a decision."""
        with suppress(ConnectionError):
            if refused := self._guard.refusal(self.headers, writes=True):
                self._send(refused)
            elif self.headers.get("Content-Type", "").partition(";")[0] != _JSON:
                self._send(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            else:
                self._take()

    def log_message(self, *_: object) -> None:
        """Say nothing; problems are told."""

    def _take(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(length))
        self._answer(self._answers.posts.get(urlsplit(self.path).path.removeprefix("/api/")), body)

    def _answer(self, answer: Callable[[G], WorkbenchAnswer] | None, given: G) -> None:
        if not self._guard.knows(self.headers.get(HEADER, "")):
            self._send(HTTPStatus.UNAUTHORIZED)
        elif answer is None:
            self._send(HTTPStatus.NOT_FOUND)
        else:
            try:
                status, value = answer(given)
            except (msgspec.MsgspecError, UnicodeError):
                self._send(HTTPStatus.BAD_REQUEST)
            else:
                self._send(status, msgspec.json.encode(value), _JSON)

    def _send_file(self, name: str, query: dict[str, str]) -> None:
        if not name:
            self._send(HTTPStatus.OK, _page(_tongue(query)), _TYPES[".html"])
            return
        if name == "words.json":
            self._send(HTTPStatus.OK, msgspec.json.encode(words.said(_tongue(query))), _JSON)
            return
        folder = templates.default() / "static" if name in _LENT else _STATIC
        if (name in _LENT or _NAME.fullmatch(name)) and (folder / name).is_file():
            self._send(HTTPStatus.OK, (folder / name).read_bytes(), _TYPES[Path(name).suffix])
        else:
            self._send(HTTPStatus.NOT_FOUND)

    def _send_recording(self, query: dict[str, str]) -> None:
        """Send a recording, or the range of it that is asked for; a player can send a token in its address only."""
        file = self._answers.media(query) if self._guard.knows(query.get("token", "")) else None
        if file is None:
            self._send(HTTPStatus.NOT_FOUND)
            return
        size = file.stat().st_size
        try:
            wanted = ranges.asked(self.headers.get("Range", ""), size)
        except ValueError:
            self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return
        start, end = wanted or (0, size)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK)
        self._send_headers(_PLAYED.get(file.suffix.lower(), "application/octet-stream"), end - start)
        self.send_header("Accept-Ranges", "bytes")
        if wanted:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.end_headers()
        for block in ranges.read(file, ranges.ByteRange(start, end)):
            self.wfile.write(block)

    def _send(self, status: HTTPStatus, data: bytes = b"", kind: str = "text/plain; charset=utf-8") -> None:
        self.send_response(status)
        self._send_headers(kind, len(data))
        self.end_headers()
        self.wfile.write(data)

    def _send_headers(self, kind: str, length: int) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in HEADERS.items():
            self.send_header(name, value)


def _tongue(query: dict[str, str]) -> str:
    wanted = query.get("lang", "")
    return wanted if wanted in language.LANGUAGES else language.chosen()


def _page(tongue: str) -> bytes:
    direction = "rtl" if tongue == language.PERSIAN else "ltr"
    page = (_STATIC / "workbench.html").read_text(encoding="utf-8")
    return page.replace("{language}", tongue).replace("{direction}", direction).encode()
