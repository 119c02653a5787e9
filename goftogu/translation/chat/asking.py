"""Asks a language model, patiently: busy servers are asked again, and an answer that takes too long is none."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import Message as Headers
from enum import Enum
from http.client import HTTPException, HTTPResponse
from time import monotonic, sleep
from typing import Any, Final
from urllib.error import HTTPError

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT
from goftogu.storage import network
from goftogu.translation.chat.service import KEY, ChatError, Service

Messages = Sequence[Mapping[str, str]]

_WAITS: Final = (1.0, 5.0, 20.0)
"""Seconds before a question is asked again."""
_LONGEST_WAIT: Final = 60.0
_BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_KEYS: Final = frozenset({401, 403})
_MISSING: Final = 404
_LARGEST: Final = 4_000_000
_CHUNK: Final = 65_536
_TOLD: Final = 200


class End(Enum):
    """How an answer ended."""

    DONE = "done"
    CUT_OFF = "the answer became too long"
    REFUSED = "the model refuses"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says: its text, and how that ended."""

    text: str
    end: End


def ask(service: Service, messages: Messages, most: int) -> Answer:
    """Ask a model.

    Args:
        service: Who is asked.
        messages: The question, in the form of the protocol.
        most: Tokens that the answer may have.

    Raises:
        ChatError: When no answer can be had (``A016``).
    """
    asked = {"model": service.model, "messages": list(messages), "temperature": 0, "max_tokens": most, "stream": False}
    data = json.dumps(asked, ensure_ascii=False).encode()
    for wait in _WAITS:
        try:
            return _once(service, data)
        except _BusyError as busy:
            sleep(min(busy.wait or wait, _LONGEST_WAIT))
    try:
        return _once(service, data)
    except _BusyError as busy:
        raise ChatError("A016", busy.message, Message("try again later")) from busy


class _BusyError(Exception):
    """The service may answer later."""

    def __init__(self, message: Message, wait: float = 0.0) -> None:
        self.message, self.wait = message, wait


def _once(service: Service, data: bytes) -> Answer:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if service.key:
        headers["Authorization"] = f"Bearer {service.key}"
    until = monotonic() + service.patience
    try:
        url = f"{service.address.rstrip('/')}/chat/completions"
        with network.post(url, data, headers, service.patience) as response:
            said = _read(response, until)
    except HTTPError as error:
        raise _refusal(service, error) from error
    except TimeoutError as error:
        seconds = round(service.patience)
        told = Message("{host} did not answer within {seconds:,} seconds", host=service.host, seconds=seconds)
        raise _BusyError(told) from error
    except (ConnectionResetError, HTTPException) as error:
        raise _BusyError(Message("{host}: {error}", host=service.host, error=network.reason(error))) from error
    except OSError as error:
        message = Message("{address} cannot be reached: {error}", address=service.address, error=network.reason(error))
        hint = Message("start the model there, or set address under [translation] in content/site.toml")
        raise ChatError("A016", message, hint) from error
    return _understood(service, said)


def _read(response: HTTPResponse, until: float) -> bytes:
    """Return what comes, if it comes in time and is not too much."""
    found = b""
    while chunk := response.read1(_CHUNK):
        found += chunk
        if monotonic() > until or len(found) > _LARGEST:
            raise TimeoutError
    return found


def _refusal(service: Service, error: HTTPError) -> Exception:
    """Return what an error of a server means; what a server says of a key is not repeated."""
    code, host = error.code, service.host
    with error:
        said = error.read(_CHUNK) if code not in _KEYS | _BUSY else b""
    if code in _BUSY:
        return _BusyError(Message("{host} is busy: HTTP {code}", host=host, code=code), _wait(error.headers))
    if code in _KEYS:
        hint = Message("set the environment variable {name}", name=KEY)
        return ChatError("A016", Message("{host} does not take the key: HTTP {code}", host=host, code=code), hint)
    message = Message("{host} refuses: HTTP {code} {error}", host=host, code=code, error=_error_of(service, said))
    hint = Message("is “{model}” the name of a model there?", model=service.model) if code == _MISSING else NO_HINT
    return ChatError("A016", message, hint)


def _wait(headers: Headers) -> float:
    said = str(headers.get("Retry-After", ""))
    return float(said) if said.isdecimal() else 0.0


def _error_of(service: Service, said: bytes) -> str:
    """Return what a server says of an error."""
    try:
        found: Any = json.loads(said)["error"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    text = found.get("message", "") if isinstance(found, dict) else found
    return service.scrubbed(str(text))[:_TOLD]


def _understood(service: Service, said: bytes) -> Answer:
    try:
        choice: Any = json.loads(said)["choices"][0]
        message = choice["message"]
        text, refusal, reason = message.get("content"), message.get("refusal"), choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        told = Message("the answer of {host} is not in the form of OpenAI's protocol", host=service.host)
        raise _BusyError(told) from error
    if refusal or reason == "content_filter":
        return Answer("", End.REFUSED)
    return Answer(text if isinstance(text, str) else "", End.CUT_OFF if reason == "length" else End.DONE)
