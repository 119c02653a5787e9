"""A made-up language model on this machine: a server that speaks the protocol of OpenAI, and says what a test wants."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final

from goftogu.translation.chat.service import ChatMeans, Service

LINE: Final = re.compile(r"^(\d+)\t(.*)$", re.MULTILINE)
LINES: Final = "Translate:\n"

Reply = tuple[int, Mapping[str, str], bytes]


@dataclass
class Asked:
    """A question that came in.

    Attributes:
        path: The path of the address.
        headers: Its headers.
        said: Its body.
    """

    path: str
    headers: Mapping[str, str]
    said: Mapping[str, Any]

    @property
    def rules(self) -> str:
        """What the system message says."""
        return str(self.said["messages"][0]["content"])

    @property
    def text(self) -> str:
        """What the user message says."""
        return str(self.said["messages"][1]["content"])

    @property
    def lines(self) -> list[str]:
        """The numbered lines."""
        return [line for _, line in LINE.findall(self.text.rpartition(LINES)[2])]


@dataclass
class Model:
    """A server, and what it was asked.

    Attributes:
        address: Its address.
        asked: The questions, in order.
        reply: Makes an answer of a question.
    """

    reply: Callable[[Asked], Reply]
    address: str = ""
    asked: list[Asked] = field(default_factory=list)


def chat_means(service: Service, **said: Any) -> ChatMeans:
    """Return means for which nobody has settled anything but what is said."""
    nothing: dict[str, Any] = {"instructions": "", "may_send_to": "", "agreed": False, "offline": False}
    return ChatMeans(service, **nothing | said)


def answer(text: str | None, reason: str = "stop", **more: object) -> Reply:
    """Return an answer in the form of the protocol."""
    message = {"role": "assistant", "content": text, **more}
    return 200, {}, json.dumps({"choices": [{"index": 0, "message": message, "finish_reason": reason}]}).encode()


def numbered(texts: Sequence[str]) -> str:
    """Return texts as lines with numbers and tabs."""
    return "".join(f"{number}\t{text}\n" for number, text in enumerate(texts, start=1))


def dictionary(pairs: Mapping[str, str]) -> Callable[[Asked], Reply]:
    """Return what answers every line by a dictionary; what that does not know is said to be unknown."""

    def reply(asked: Asked) -> Reply:
        return answer(numbered([pairs.get(line, f"Unknown {len(line)}.") for line in asked.lines]))

    return reply


def refusal(code: int, said: object = None, headers: Mapping[str, str] | None = None) -> Reply:
    """Return an answer with another code."""
    return code, headers or {}, b"" if said is None else json.dumps(said).encode()


@contextmanager
def serving(reply: Callable[[Asked], Reply]) -> Iterator[Model]:
    """Start a server that answers, and stop it at the end."""
    model = Model(reply)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            asked = Asked(self.path, dict(self.headers), json.loads(data))
            model.asked.append(asked)
            code, headers, body = model.reply(asked)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # who asked may have gone
                self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002  # the name of the method's own
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        model.address = f"http://127.0.0.1:{server.server_port}/v1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield model
        finally:
            server.shutdown()
            thread.join()
