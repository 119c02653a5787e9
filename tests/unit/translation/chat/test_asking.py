"""Questions to a server on this machine: slow, busy, refusing, moved, cut off, or with other words than agreed."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from http.client import RemoteDisconnected
from itertools import chain, count, repeat
from threading import Event
from typing import Any

import pytest

from goftogu.problems import NO_HINT
from goftogu.storage import network
from goftogu.translation.chat import asking
from goftogu.translation.chat.asking import Answer, End, ask
from goftogu.translation.chat.service import KEY, ChatError, Service
from tests import models
from tests.models import Asked, Model, answer, refusal

MESSAGES = ({"role": "system", "content": "rules"}, {"role": "user", "content": "Translate:\n1\tسلام"})
SECRET = "sk-very-secret"  # noqa: S105  # nobody's


@pytest.fixture
def model() -> Iterator[Model]:
    with models.serving(lambda asked: answer("1\tHello")) as found:
        yield found


def service(model: Model, **more: Any) -> Service:
    return Service(model.address, "tiny", **more)


def failed(model: Model, reply: Callable[[Asked], models.Reply], **more: Any) -> ChatError:
    model.reply = reply
    with pytest.raises(ChatError) as raised:
        ask(service(model, key=SECRET, **more), MESSAGES, 100)
    assert raised.value.code == "A016"
    assert SECRET not in str(raised.value.told(NO_HINT))
    return raised.value


def test_a_question_is_in_the_form_of_the_protocol(model: Model) -> None:
    assert ask(service(model, key=SECRET), MESSAGES, 100) == Answer("1\tHello", End.DONE)
    (asked,) = model.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {SECRET}"
    assert asked.headers["Content-Type"] == "application/json"
    assert asked.said == {
        "model": "tiny",
        "messages": list(MESSAGES),
        "temperature": 0,
        "max_tokens": 100,
        "stream": False,
    }


def test_without_a_key_none_is_sent(model: Model) -> None:
    ask(Service(f"{model.address}/", "tiny"), MESSAGES, 100)
    assert "Authorization" not in model.asked[0].headers
    assert model.asked[0].path == "/v1/chat/completions"


@pytest.mark.parametrize(
    ("reply", "end"),
    [
        (answer("1\tHel", "length"), Answer("1\tHel", End.CUT_OFF)),
        (answer("", "content_filter"), Answer("", End.REFUSED)),
        (answer(None, refusal="I will not."), Answer("", End.REFUSED)),
        (answer(None), Answer("", End.DONE)),
    ],
)
def test_how_an_answer_ended(model: Model, reply: models.Reply, end: Answer) -> None:
    model.reply = lambda _: reply
    assert ask(service(model), MESSAGES, 100) == end


@pytest.mark.parametrize("code", [408, 425, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(model: Model, waits: list[float], code: int) -> None:
    replies = iter([refusal(code), refusal(code, headers={"Retry-After": "7"}), answer("1\tHello")])
    model.reply = lambda _: next(replies)
    assert ask(service(model), MESSAGES, 100).text == "1\tHello"
    assert waits == [1.0, 7.0]


def test_a_server_that_stays_busy_is_given_up(model: Model, waits: list[float]) -> None:
    error = failed(model, lambda _: refusal(503, {"error": SECRET}, {"Retry-After": "9999"}))
    assert error.message == "127.0.0.1 is busy: HTTP 503"
    assert error.hint == "try again later"
    assert (len(model.asked), waits) == (4, [60.0] * 3)


def test_a_server_that_is_silent(model: Model) -> None:
    done = Event()
    try:
        error = failed(model, lambda _: answer("late") if done.wait(20) else answer("later"), patience=0.05)
    finally:
        done.set()
    assert error.message == "127.0.0.1 did not answer within 0 seconds"


def test_a_server_that_drips(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 200))
    monkeypatch.setattr(asking, "monotonic", lambda: float(next(clock)))
    assert failed(model, lambda _: answer("x"), patience=100.0).message.startswith("127.0.0.1 did not answer within")


def test_an_answer_may_take_five_minutes(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = chain([0.0], repeat(300.0))
    monkeypatch.setattr(asking, "monotonic", lambda: next(clock))
    assert ask(service(model), MESSAGES, 100).text
    clock = count(0.0, 300.1)
    assert failed(model, lambda _: answer("x")).message == "127.0.0.1 did not answer within 300 seconds"


def test_an_answer_that_never_ends_is_cut(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_LARGEST", 1000)
    assert "did not answer" in failed(model, lambda _: answer("x" * 2000)).message


def test_a_connection_that_breaks_off(model: Model) -> None:
    error = failed(model, lambda _: (200, {"Content-Length": "1000"}, b'{"choices"'))
    assert error.message == "the answer of 127.0.0.1 is not in the form of OpenAI's protocol"
    assert len(model.asked) == 4


@pytest.mark.parametrize("code", [401, 403])
def test_a_key_that_is_not_taken(model: Model, code: int) -> None:
    error = failed(model, lambda _: refusal(code, {"error": {"message": "Incorrect key sk-v***cret"}}))
    assert error.message == f"127.0.0.1 does not take the key: HTTP {code}"
    assert error.hint == f"set the environment variable {KEY}"
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    ("code", "said", "told", "hint"),
    [
        (404, {"error": {"message": "no\nmodel"}}, "HTTP 404 no model", "is “tiny” the name of a model there?"),
        (400, {"error": f"bad {SECRET}"}, "HTTP 400 bad …", ""),
        (400, {"error": {"message": "x" * 500}}, f"HTTP 400 {'x' * 200}", ""),
        (418, ["tea"], "HTTP 418 ", ""),
        (422, None, "HTTP 422 ", ""),
    ],
)
def test_a_server_that_refuses(model: Model, code: int, said: object, told: str, hint: str) -> None:
    error = failed(model, lambda _: refusal(code, said))
    assert (error.message, error.hint) == (f"127.0.0.1 refuses: {told}", hint)
    assert len(model.asked) == 1


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_no_redirection_is_followed(model: Model, code: int) -> None:
    with models.serving(lambda _: answer("1\tstolen")) as other:
        error = failed(model, lambda _: refusal(code, headers={"Location": f"{other.address}/chat/completions"}))
        assert not other.asked
    assert error.message.startswith(f"127.0.0.1 refuses: HTTP {code}")


@pytest.mark.parametrize(
    "said", [b"", b"{", b"[]", b'{"choices": []}', b'{"choices": [{"message": "x"}]}', b"[" * 9999]
)
def test_an_answer_in_another_form(model: Model, said: bytes) -> None:
    error = failed(model, lambda _: (200, {}, said))
    assert error.message == "the answer of 127.0.0.1 is not in the form of OpenAI's protocol"


def test_nobody_is_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(ChatError) as raised:
        ask(Service(address, "tiny"), MESSAGES, 100)
    assert raised.value.message == f"{address} cannot be reached: Connection refused"
    assert raised.value.hint.startswith("start the model there")


@pytest.mark.parametrize("address", ["http://models.example.org/v1", "ftp://127.0.0.1/v1", "file:///etc/passwd"])
def test_nothing_is_sent_on_an_open_way(address: str) -> None:
    with pytest.raises(ChatError) as raised:
        ask(Service(address, "tiny", key=SECRET), MESSAGES, 100)
    assert "is not allowed" in raised.value.message


def test_this_machine_needs_no_proxy(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    with models.serving(lambda _: answer("1\tthrough a proxy")) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
        monkeypatch.delenv("no_proxy", raising=False)
        assert ask(service(model), MESSAGES, 100).text == "1\tHello"
        assert not proxy.asked


def test_persian_is_sent_as_it_is(model: Model) -> None:
    ask(service(model), MESSAGES, 100)
    assert json.loads(json.dumps(model.asked[0].said))["messages"][1]["content"] == "Translate:\n1\tسلام"


def test_a_connection_that_is_closed_is_tried_again(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    post, closed = network.post, [ConnectionResetError("closed"), RemoteDisconnected("gone")]

    def closing(*given: Any) -> Any:
        if closed:
            raise closed.pop()
        return post(*given)

    monkeypatch.setattr(network, "post", closing)
    assert ask(service(model), MESSAGES, 100).text == "1\tHello"
    assert not closed
