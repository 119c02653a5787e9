"""Where a language model answers, what one question costs, and how it may be used; the key is never shown."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.storage import hosts

USUAL: Final = "http://127.0.0.1:11434/v1"
"""The address of Ollama on this machine."""
KEY: Final = "GOFTOGU_CHAT_KEY"
"""The environment variable that holds the key. No setting names another one: a project must not choose what is sent."""
HOST: Final = "GOFTOGU_CHAT_HOST"
"""The environment variable that names the host that may have the key."""

PRICE: Final = r"(\d{1,6}(?:\.\d{1,6})?)/(\d{1,6}(?:\.\d{1,6})?) (\S{1,8})"
"""The form of a price: for a million tokens that are given, and for a million that are returned, and the currency."""

_MILLION: Final = 1_000_000


class ChatError(Exception):
    """The model cannot be used, or has stopped to answer as it should."""

    def __init__(self, code: str, message: Message, hint: Message = NO_HINT) -> None:
        """Keep what is told to the person at the terminal."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint

    def told(self, kept: Message) -> Problem:
        """Return the problem, with what is kept."""
        both = Message("{check}; {hint}", check=self.hint, hint=kept)
        hint = both if self.hint and kept else self.hint or kept
        return Problem.of_file("", self.code, self.message, hint)


@dataclass(frozen=True, slots=True)
class Service:
    """A model behind an address.

    Attributes:
        address: Without ``/chat/completions``.
        model: Its name there.
        price: What a million tokens cost, given and returned, and in which currency (``0.15/0.60 USD``), or empty.
        key: The key; empty for a service that wants none.
        patience: Seconds that an answer may take.
    """

    address: str
    model: str
    price: str = ""
    key: str = field(default="", repr=False)
    patience: float = 300.0

    @property
    def host(self) -> str:
        """The machine that text is sent to."""
        return urlsplit(self.address).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether it is this machine."""
        return self.host in hosts.LOCAL

    def cost(self, given: int, returned: int) -> str:
        """Return what tokens cost, or an empty string when the price is not known."""
        found = re.fullmatch(PRICE, self.price)
        if found is None:
            return ""
        amount = (given * float(found[1]) + returned * float(found[2])) / _MILLION
        return f"{amount:.2f} {found[3]}"

    def scrubbed(self, text: str) -> str:
        """Return what a server says, on one line, without the key."""
        line = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
        return line.replace(self.key, "…") if self.key else line


@dataclass(frozen=True, slots=True)
class ChatMeans:
    """How a language model may be used.

    Attributes:
        service: Who is asked.
        instructions: What the archive asks for, or empty.
        may_send_to: The host to which the archive lets text be sent, or empty.
        agreed: Whether the person at the terminal agrees.
        offline: Whether the archive forbids the network.
        key_host: The host to which the person at the terminal lets the key be sent, or empty.
    """

    service: Service
    instructions: str
    may_send_to: str
    agreed: bool
    offline: bool
    key_host: str = ""


def key_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the key.

    Raises:
        ChatError: When the variable holds what no key is; it is not shown.
    """
    key = environment.get(KEY, "").strip()
    if not (key.isascii() and (not key or key.isprintable())) or " " in key:
        message = Message("{name} does not hold a key: a key is one word of ASCII", name=KEY)
        raise ChatError("A015", message, Message("set it again"))
    return key


def key_host_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the host that may have the key, or an empty string."""
    return environment.get(HOST, "").strip().lower()
