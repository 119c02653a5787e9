"""The address of a language model, its price and its key."""

from __future__ import annotations

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT
from goftogu.translation.chat import service
from goftogu.translation.chat.service import ChatError, Service


@pytest.mark.parametrize(
    ("address", "host", "here"),
    [
        (service.USUAL, "127.0.0.1", True),
        ("http://localhost:8080/v1", "localhost", True),
        ("http://[::1]:8080/v1", "::1", True),
        ("https://models.example.org/v1", "models.example.org", False),
        ("https://localhost.example.org/v1", "localhost.example.org", False),
    ],
)
def test_this_machine_is_told_from_others(address: str, host: str, here: bool) -> None:
    found = Service(address, "m")
    assert (found.host, found.is_here) == (host, here)


def test_a_key_is_shown_nowhere() -> None:
    assert "secret" not in repr(Service("https://models.example.org/v1", "m", key="secret"))


def test_what_tokens_cost() -> None:
    assert Service("", "m", "0.15/0.60 USD").cost(2_000_000, 500_000) == "0.60 USD"
    assert Service("", "m", "3/15 €").cost(1000, 1000) == "0.02 €"
    assert Service("", "m").cost(1000, 1000) == ""


def test_the_key_is_in_no_representation_of_it() -> None:
    found = Service(service.USUAL, "m", key="sk-very-secret")
    assert "secret" not in repr(found) + str(found)


def test_what_a_server_says_is_one_line_without_the_key() -> None:
    found = Service(service.USUAL, "m", key="sk-very-secret")
    assert found.scrubbed("wrong\n key\x1b[31m: sk-very-secret!") == "wrong key [31m: …!"
    assert Service(service.USUAL, "m").scrubbed("a\tb") == "a b"


def test_the_key_is_taken_from_one_variable() -> None:
    assert service.key_of({service.KEY: " sk-1 \n"}) == "sk-1"
    assert service.key_of({"OPENAI_API_KEY": "sk-2"}) == ""


@pytest.mark.parametrize(("said", "host"), [("", ""), (" API.Example.org\n", "api.example.org")])
def test_the_host_that_may_have_the_key_is_in_one_variable(said: str, host: str) -> None:
    assert service.key_host_of({service.HOST: said}) == host
    assert service.key_host_of({"OPENAI_BASE_URL": "https://api.example.org"}) == ""


@pytest.mark.parametrize("key", ["a b", "a\nb", "کلید", "a\x00"])
def test_what_is_no_key_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ChatError) as raised:
        service.key_of({service.KEY: key})
    problem = raised.value.told(NO_HINT)
    assert problem.code == "A015"
    assert service.KEY in problem.message
    assert key not in str(problem)


def test_a_problem_says_what_to_do_and_what_is_kept() -> None:
    kept = Message("all is kept")
    assert ChatError("A016", Message("it fails"), Message("try again")).told(kept).hint == "try again; all is kept"
    assert ChatError("A016", Message("it fails")).told(kept).hint == "all is kept"
    assert ChatError("A016", Message("it fails"), Message("try again")).told(NO_HINT).hint == "try again"


def test_a_service_never_shows_its_key() -> None:
    assert "secret" not in repr(Service("", "m", key="secret"))


def test_a_price_is_for_a_million_tokens() -> None:
    assert Service("", "m", "9/1 USD").cost(1_000_000_000, 0) == "9000.00 USD"


def test_an_error_is_shown_by_what_it_says() -> None:
    assert str(ChatError("A014", Message("it does not answer"), Message("wait"))) == "it does not answer"
