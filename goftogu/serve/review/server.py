"""The server of the workbench: on this machine only, for the person who has the address with its token."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

import msgspec

from goftogu import terminal
from goftogu.build import templates
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.serve import local
from goftogu.serve import server as site_server
from goftogu.serve.local import HOST, LocalHandler, LocalServer
from goftogu.serve.review import words
from goftogu.serve.review.answers import WorkbenchAnswer, WorkbenchAnswers
from goftogu.serve.review.guard import HEADER, HEADERS, Guard
from goftogu.serve.review.refresh import Refresher
from goftogu.translation.corrections import Correction

G = TypeVar("G")

_STATIC: Final = Path(__file__).with_name("static")
_NAME: Final = re.compile(r"[a-z]+\.(?:css|js)")
_LENT: Final = frozenset({"vazirmatn.woff2", "icon.svg"})
"""Files of the site that the workbench shows, too."""
_JSON: Final = "application/json"
_LARGEST: Final = 1_000_000
"""Bytes of a request; a paragraph has some thousands."""


def serve(root: Path, *, by: str, port: int, jobs: int, letters: Sequence[Correction]) -> int:
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
        terminal.show_problems([local.refused(port, error)])
        return 1
    with running(server, refresher), suppress(KeyboardInterrupt):
        terminal.say(Message("{address} (Ctrl-C ends it)", address=server.address))
        for changed in site_server.changes(root):
            if changed:
                refresher.wake()
    return 0


@contextmanager
def running(server: WorkbenchServer, refresher: Refresher) -> Iterator[None]:
    """Answer requests and look at the interviews while the context lasts.

    Args:
        server: It is closed at the end.
        refresher: It ends with the context, too.
    """
    threads = [Thread(target=server.serve_forever, args=(local.POLL,)), Thread(target=refresher.run)]
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


class WorkbenchServer(LocalServer):
    """Answers the requests of the workbench.

    Attributes:
        guard: Says which requests are answered.
    """

    def __init__(self, answers: WorkbenchAnswers, port: int) -> None:
        """Listen.

        Args:
            answers: What is answered.
            port: Port on 127.0.0.1; 0 takes any that is free.

        Raises:
            OSError: When the port cannot be had.
        """
        super().__init__((HOST, port), partial(_WorkbenchHandler, answers, self))
        self.guard = Guard(self.server_port)

    @property
    def address(self) -> str:
        """The address that a person opens, with the token."""
        return f"http://{HOST}:{self.server_port}/#{self.guard.token}"


class _WorkbenchHandler(LocalHandler):
    """Answers with the page of the workbench, a file of it, an answer or a recording."""

    always = HEADERS
    timeout = 60
    """Seconds that a connection may be silent; longer than a window waits for news."""

    def __init__(self, answers: WorkbenchAnswers, server: WorkbenchServer, *arguments: object) -> None:
        self._answers = answers
        self._guard = server.guard
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802  http.server calls it so
        """Send the page, a file of it, an answer or a recording."""
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query))
        with suppress(ConnectionError):
            if refused := self._guard.refusal(self.headers):
                self.send_data(refused)
            elif parts.path == "/media":
                self._send_recording(query)
            elif parts.path.startswith("/api/"):
                self._answer(self._answers.gets.get(parts.path[5:]), query)
            else:
                self._send_file(parts.path[1:], query)

    def do_POST(self) -> None:  # noqa: N802  http.server calls it so
        """Take a decision."""
        with suppress(ConnectionError):
            if refused := self._guard.refusal(self.headers, writes=True):
                self.send_data(refused)
            elif self.headers.get("Content-Type", "").partition(";")[0] != _JSON:
                self.send_data(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
            else:
                self._take()

    def _take(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LARGEST:
            self.send_data(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(length))
        self._answer(self._answers.posts.get(urlsplit(self.path).path.removeprefix("/api/")), body)

    def _answer(self, answer: Callable[[G], WorkbenchAnswer] | None, given: G) -> None:
        if not self._guard.knows(self.headers.get(HEADER, "")):
            self.send_data(HTTPStatus.UNAUTHORIZED)
        elif answer is None:
            self.send_data(HTTPStatus.NOT_FOUND)
        else:
            try:
                status, value = answer(given)
            except (msgspec.MsgspecError, UnicodeError):
                self.send_data(HTTPStatus.BAD_REQUEST)
            else:
                self.send_data(status, msgspec.json.encode(value), _JSON)

    def _send_file(self, name: str, query: dict[str, str]) -> None:
        if not name:
            self.send_data(HTTPStatus.OK, _page(_tongue(query)), local.kind(".html"))
            return
        if name == "words.json":
            self.send_data(HTTPStatus.OK, msgspec.json.encode(words.said(_tongue(query))), _JSON)
            return
        folder = templates.default() / "static" if name in _LENT else _STATIC
        if (name in _LENT or _NAME.fullmatch(name)) and (folder / name).is_file():
            self.send_data(HTTPStatus.OK, (folder / name).read_bytes(), local.kind(Path(name).suffix))
        else:
            self.send_data(HTTPStatus.NOT_FOUND)

    def _send_recording(self, query: dict[str, str]) -> None:
        """Send a recording; a player can send a token in its address only."""
        file = self._answers.media(query) if self._guard.knows(query.get("token", "")) else None
        if file is None:
            self.send_data(HTTPStatus.NOT_FOUND)
            return
        self.send_recording(file)


def _tongue(query: dict[str, str]) -> str:
    wanted = query.get("lang", "")
    return wanted if wanted in language.LANGUAGES else language.chosen()


def _page(tongue: str) -> bytes:
    direction = "rtl" if tongue == language.PERSIAN else "ltr"
    page = (_STATIC / "workbench.html").read_text(encoding="utf-8")
    return page.replace("{language}", tongue).replace("{direction}", direction).encode()
