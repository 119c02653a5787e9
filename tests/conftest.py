"""What holds for every test: no network but this machine, and the same Hypothesis settings everywhere."""

from __future__ import annotations

import ipaddress
import os
import signal
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from goftogu import terminal
from goftogu.locale import language

# The tiny models know their sentences by heart in the arithmetic of one library; others round whole numbers otherwise.
os.environ.setdefault("CT2_USE_MKL", "1")

# No deadline and no health check of speed: a busy machine is no fault of the code.
_COMMON = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("default", _COMMON)
settings.register_profile("ci", _COMMON, derandomize=True, print_blob=True)
settings.register_profile("thorough", _COMMON, max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES") or 2000))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


def is_local(host: str | bytes | None) -> bool:
    """Tell whether a host, by name or address, is this machine."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host or "localhost"
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _refuse_distant(host: str | bytes | None) -> None:
    if not is_local(host):
        pytest.fail(f"a test tried to reach {host!r}; tests run offline", pytrace=True)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Let the program speak English, as text and as loud as usual, whatever an earlier test or the machine wants."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("GITHUB_ACTIONS", raising=False)
        language.choose(language.ENGLISH)
        terminal.VOICE.loudness, terminal.VOICE.root = terminal.Loudness.USUAL, None
        yield
    language.choose(language.ENGLISH)


@pytest.fixture(scope="module")
def heard_signals() -> Iterator[None]:
    """Let what a test starts end on a signal, also where the tests run in the background or below ``nohup``."""
    names = [name for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]
    ignored = [number for name in names if signal.getsignal(number := getattr(signal, name)) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture(autouse=True, scope="session")
def offline() -> Iterator[None]:
    """Refuse every connection and look-up that would leave this machine.

    The refusal is no :class:`OSError`, so that code which copes with a missing network does not hide it.
    """

    def guarded(call: Any) -> Any:
        def connect(self: socket.socket, address: Any) -> Any:
            if self.family in {socket.AF_INET, socket.AF_INET6}:
                _refuse_distant(address[0])
            return call(self, address)

        return connect

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_distant(host)
        return look_up(host, *arguments, **options)

    look_up = socket.getaddrinfo
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield
