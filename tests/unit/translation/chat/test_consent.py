"""Who may have text, and who the key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.problems import NO_HINT, Problem
from goftogu.translation.chat import consent
from goftogu.translation.chat.service import HOST, KEY, ChatError, ChatMeans, Service
from tests.models import chat_means

SECRET = "sk-very-secret"  # noqa: S105  # nobody's
NAMED = "models.example.org"
OPEN = chat_means(Service(f"https://{NAMED}/v1", "large"))
KEYED = chat_means(Service(f"https://{NAMED}/v1", "large", key=SECRET))


def refused(means: ChatMeans) -> Problem | None:
    """Return why nothing is sent, or nothing when it is."""
    try:
        consent.check(means)
    except ChatError as error:
        return error.told(NO_HINT)
    return None


@pytest.mark.parametrize("address", ["http://127.0.0.1:11434/v1", "http://[::1]:80", "https://localhost/v1"])
@pytest.mark.parametrize("key_host", ["", NAMED])
def test_this_machine_is_free(address: str, key_host: str) -> None:
    assert refused(chat_means(Service(address, "m", key=SECRET), offline=True, key_host=key_host)) is None


@pytest.mark.parametrize(
    "means",
    [
        replace(OPEN, agreed=True),
        replace(OPEN, may_send_to=NAMED),
        replace(OPEN, key_host=NAMED),
        replace(OPEN, may_send_to=NAMED, key_host="other.example.org"),
        replace(KEYED, agreed=True),
        replace(KEYED, key_host=NAMED),
        replace(KEYED, key_host=NAMED, may_send_to="other.example.org"),
    ],
)
def test_a_person_agrees_to_all_and_an_archive_to_the_text(means: ChatMeans) -> None:
    assert refused(means) is None


@pytest.mark.parametrize(
    "means", [OPEN, KEYED, replace(OPEN, may_send_to="example.org"), replace(OPEN, key_host="b.org")]
)
def test_nobody_has_agreed(means: ChatMeans) -> None:
    problem = refused(means)
    assert problem is not None
    assert (problem.code, problem.message) == ("A015", f"nothing is sent to {NAMED}: nobody has agreed to that")
    assert f'may_send_to = "{NAMED}"' in problem.hint


def test_an_archive_that_was_cloned_does_not_get_the_key() -> None:
    problem = refused(replace(KEYED, may_send_to=NAMED))
    assert problem is not None
    assert problem.code == "A015"
    assert problem.message == f"the key in {KEY} is not sent to {NAMED}: only the archive asks for that"
    assert problem.hint == f"agree with --yes, or set the environment variable {HOST} to {NAMED}"
    assert SECRET not in str(problem)


@pytest.mark.parametrize("may_send_to", ["", NAMED])
def test_a_key_that_is_for_one_host_goes_to_no_other(may_send_to: str) -> None:
    problem = refused(replace(KEYED, agreed=True, may_send_to=may_send_to, key_host="api.example.com"))
    assert problem is not None
    assert problem.message == f"nothing is sent to {NAMED}: the key is for api.example.com"
    assert problem.hint == f"set {HOST} to the host that may have the key"


def test_no_consent_is_stronger_than_an_offline_archive() -> None:
    problem = refused(replace(KEYED, agreed=True, may_send_to=NAMED, key_host=NAMED, offline=True))
    assert problem is not None
    assert problem.message == f"nothing is sent to {NAMED}: the archive is offline"


HOSTS = st.sampled_from(["", NAMED, "api.example.com"])


@given(st.booleans(), HOSTS, HOSTS, st.booleans())
def test_the_key_never_goes_where_only_an_archive_wants_it(
    agreed: bool, may_send_to: str, key_host: str, offline: bool
) -> None:
    means = replace(KEYED, agreed=agreed, may_send_to=may_send_to, key_host=key_host, offline=offline)
    person = key_host == NAMED or (agreed and not key_host)
    assert (refused(means) is None) == (person and not offline)
