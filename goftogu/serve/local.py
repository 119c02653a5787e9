"""What the servers of this machine share: where they listen, what they call a kind of file, how they answer."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Final

from goftogu import failures, terminal
from goftogu.content import recording
from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.serve import ranges
from goftogu.storage import files as storage_files

HOST: Final = "127.0.0.1"
POLL: Final = 0.05
"""Seconds in which a server notices that it has to stop."""

_OTHER_TYPE: Final = "application/octet-stream"
_PLAIN: Final = "text/plain; charset=utf-8"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": _PLAIN,
    ".md": "text/markdown; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".vtt": "text/vtt; charset=utf-8",
}
_PLAYED: Final = {ending: types[0] for ending, types in recording.TYPES.items()}


def kind(ending: str) -> str:
    """Return the media type of a file that is no recording, by its ending with the dot."""
    return _TYPES.get(ending, _OTHER_TYPE)


def is_played(file: Path) -> bool:
    """Tell whether a file is a recording, which is sent in parts."""
    return file.suffix.lower() in _PLAYED


def refused(port: int, error: OSError) -> Problem:
    """Return why a server cannot listen."""
    hint = Message("give another one with --port") if error.errno == errno.EADDRINUSE else NO_HINT
    message = Message("port {port}: {reason}", port=port, reason=storage_files.reason(error))
    return Problem.of_file("", "W007", message, hint)


class LocalServer(ThreadingHTTPServer):
    """Answers requests; one that fails is told in a line."""

    def handle_error(self, *_: object) -> None:
        """Tell what went wrong."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            terminal.show_problems([failures.problem(error)])
            failures.show_traceback(error)


class LocalHandler(BaseHTTPRequestHandler):
    """Answers one request.

    Attributes:
        always: What every answer says in its head.
    """

    always: Mapping[str, str] = _NOTHING

    def log_message(self, *_: object) -> None:
        """Say nothing; problems are told."""

    def send_head(self, status: HTTPStatus, form: str, length: int, more: Mapping[str, str] = _NOTHING) -> None:
        """Begin an answer.

        Args:
            status: How the request ended.
            form: Media type of the body.
            length: Bytes of the body.
            more: Further fields of the head.
        """
        self.send_response(status)
        for name, value in {"Content-Type": form, "Content-Length": str(length), **self.always, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def send_data(
        self, status: HTTPStatus, data: bytes = b"", form: str = _PLAIN, more: Mapping[str, str] = _NOTHING
    ) -> None:
        """Answer with some bytes; see :meth:`send_head`."""
        self.send_head(status, form, len(data), more)
        if self.command != "HEAD":
            self.wfile.write(data)

    def send_recording(self, file: Path) -> None:
        """Send a recording, or the range of it that is asked for, block by block."""
        size = file.stat().st_size
        try:
            wanted = ranges.asked(self.headers.get("Range", ""), size)
        except ValueError:
            more = {"Content-Range": f"bytes */{size}"}
            self.send_head(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, _PLAIN, 0, more)
            return
        start, end = wanted or (0, size)
        more = {"Accept-Ranges": "bytes", **({"Content-Range": f"bytes {start}-{end - 1}/{size}"} if wanted else {})}
        status = HTTPStatus.PARTIAL_CONTENT if wanted else HTTPStatus.OK
        self.send_head(status, _PLAYED.get(file.suffix.lower(), _OTHER_TYPE), end - start, more)
        if self.command != "HEAD":
            for block in ranges.read(file, ranges.ByteRange(start, end)):
                self.wfile.write(block)
