"""Addresses are opened over HTTPS, or on this machine, and nowhere else."""

from __future__ import annotations

from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from goftogu.storage import network
from tests.serving import Answer, serving


class Redirected:
    url = "http://example.org/x"


class Answered:
    url = "https://example.org/x"


def test_an_address_on_this_machine_is_read() -> None:
    with serving({"a": (200, b"words")}) as site, network.open_address(f"{site}a") as response:
        assert response.read() == b"words"


def test_a_redirect_is_followed() -> None:
    answers: dict[str, Answer] = {"old": (301, b"/new"), "new": (200, b"here")}
    with serving(answers) as site, network.open_address(f"{site}old") as response:
        assert response.read() == b"here"


@pytest.mark.parametrize("url", ["http://example.org/", "ftp://127.0.0.1/x", "file:///etc/hosts", "data", "//x/y"])
def test_an_open_way_is_refused(url: str) -> None:
    with pytest.raises(OSError, match="is not allowed, only https:"):
        network.open_address(url)


@pytest.mark.parametrize(
    "url", ["https://[::1].example.org/x", "http://[::1]]/", "https://a:70000/", "https://:443", "https://[::1"]
)
def test_an_address_that_names_no_machine_or_two_is_refused(url: str) -> None:
    with pytest.raises(OSError, match=r"there is no such address|Invalid IPv6") as raised:
        network.open_address(url)
    assert url in str(raised.value)


def test_a_redirect_to_an_open_way_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    patience: list[float] = []

    def urlopen(request: object, timeout: float) -> Redirected:
        patience.append(timeout)
        return Redirected()

    monkeypatch.setattr(network, "urlopen", urlopen)
    with pytest.raises(OSError, match="http: is not allowed"):
        network.open_address("https://example.org/")
    assert patience == [30]


def test_the_whole_is_asked_for_unless_a_part_is_there_already(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Request] = []

    def answer(request: Request, timeout: float) -> Answered:
        assert timeout
        asked.append(request)
        return Answered()

    monkeypatch.setattr(network, "urlopen", answer)
    network.open_address("https://example.org/")
    network.open_address("https://example.org/", 7)
    assert [request.get_header("Range") for request in asked] == [None, "bytes=7-"]


def test_what_the_server_says_is_kept() -> None:
    with serving({}) as site, pytest.raises(HTTPError) as error:
        network.open_address(f"{site}gone")
    with error.value:
        assert network.reason(error.value) == "Not Found"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (URLError("no such host"), "no such host"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError("odd"), "odd"),
    ],
)
def test_the_reason_is_told_in_few_words(error: Exception, words: str) -> None:
    assert network.reason(error) == words
