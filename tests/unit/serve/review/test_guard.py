"""Who may ask: the right host, the right page, the right token, and nobody else."""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus

import pytest

from goftogu.serve.review.guard import HEADERS, Guard


@pytest.fixture
def guard() -> Guard:
    return Guard(8001)


def headers(**values: str) -> Message:
    made = Message()
    for name, value in values.items():
        made[name.replace("_", "-")] = value
    return made


@pytest.mark.parametrize("host", ["127.0.0.1:8001", "localhost:8001"])
def test_this_machine_may_ask(guard: Guard, host: str) -> None:
    assert guard.refusal(headers(Host=host)) is None
    assert guard.refusal(headers(Host=host, Origin=f"http://{host}"), writes=True) is None
    assert guard.refusal(headers(Host=host, Sec_Fetch_Site="same-origin")) is None
    assert guard.refusal(headers(Host=host, Sec_Fetch_Site="none")) is None


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1",
        "127.0.0.1:8002",
        "evil.example:8001",
        "127.0.0.1:8001.evil.example",
        "[::1]:8001",
        "LOCALHOST:8001",
    ],
)
def test_a_name_that_was_made_to_lead_here_is_refused(guard: Guard, host: str) -> None:
    assert guard.refusal(headers(Host=host)) is HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "https://127.0.0.1:8001", "http://127.0.0.1:8002", "http://127.0.0.1", "null"]
)
@pytest.mark.parametrize("writes", [False, True])
def test_a_page_of_another_origin_is_refused(guard: Guard, origin: str, writes: bool) -> None:
    asked = headers(Host="127.0.0.1:8001", Origin=origin)
    assert guard.refusal(asked, writes=writes) is HTTPStatus.FORBIDDEN


def test_whoever_writes_says_where_it_comes_from(guard: Guard) -> None:
    assert guard.refusal(headers(Host="127.0.0.1:8001"), writes=True) is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("site", ["cross-site", "same-site", "whatever"])
def test_another_site_is_refused_whatever_it_says_of_its_origin(guard: Guard, site: str) -> None:
    assert guard.refusal(headers(Host="127.0.0.1:8001", Sec_Fetch_Site=site)) is HTTPStatus.FORBIDDEN


def test_only_the_token_is_the_token(guard: Guard) -> None:
    assert guard.knows(guard.token)
    assert not any(map(guard.knows, ["", guard.token[:-1], f"{guard.token} ", "رمز", "\ud800"]))


def test_every_run_has_another_token() -> None:
    tokens = {Guard(8001).token for _ in range(20)}
    assert len(tokens) == 20
    assert min(map(len, tokens)) >= 32


def test_no_page_may_run_what_is_written_in_it() -> None:
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
