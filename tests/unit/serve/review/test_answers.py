"""The answers to the pages: what they have in them, whatever is asked."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goftogu.locale import language
from goftogu.serve.review import answers as review_answers
from goftogu.serve.review.answers import WorkbenchAnswers, _after
from goftogu.serve.review.news import Event
from goftogu.serve.review.queue import ORDERS, SHOWN
from goftogu.serve.review.refresh import Refresher
from tests import reviewing
from tests.letters import a_letter


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Refresher:
    """Return an archive that no test changes."""
    return reviewing.looked(reviewing.make(tmp_path_factory.mktemp("answers") / "archive", turns=70))


@pytest.fixture
def own(tmp_path: Path) -> Refresher:
    return reviewing.looked(reviewing.make(tmp_path / "archive", turns=4))


def ask(refresher: Refresher, name: str, **query: str) -> Any:
    answer = WorkbenchAnswers(refresher).gets[name](query)
    assert answer.status is HTTPStatus.OK
    return msgspec.json.decode(msgspec.json.encode(answer.value))


def test_the_page_learns_what_it_needs_at_the_start(shared: Refresher) -> None:
    found = ask(shared, "start")
    assert (found["language"], found["archive"], found["by"]) == ("en", "Test archive", "")
    assert found["shown"] == [name for name in SHOWN if name != "corrected"]
    assert (found["first"], found["letters"]) == ("waiting", [])
    assert found["orders"] == list(ORDERS)
    assert found["people"] == [{"id": "ahmadi", "label": "Maryam Ahmadi", "turns": 36}]
    assert [topic["label"] for topic in found["topics"]] == ["River"]
    assert found["words"]["approve"] == "Approve"
    assert found["news"] == shared.news.number


def test_it_speaks_the_language_that_is_asked_for(shared: Refresher) -> None:
    found = ask(shared, "start", lang="fa")
    assert (found["language"], found["archive"], found["people"][0]["label"]) == ("fa", "بایگانی آزمون", "مریم احمدی")
    language.choose(language.PERSIAN)
    assert ask(shared, "start", lang="de")["language"] == "fa"


LETTERS = (
    a_letter("mill", "t2", "It was barley.", "جو", "wheat", sender="Babak", day="2026-11-27"),
    a_letter("mill", "t2", "Yes, barley."),
    a_letter("mill", "t99", "Where?"),
    a_letter("", "", "A fine archive."),
)


def test_what_readers_have_written_is_a_filter_of_its_own(shared: Refresher) -> None:
    answers = WorkbenchAnswers(shared, letters=LETTERS)
    start = answers.gets["start"]({}).value
    assert start["first"] == "corrected"
    assert "corrected" in start["shown"]
    assert [letter["text"] for letter in start["letters"]] == ["A fine archive."]
    rows = answers.gets["queue"]({"shown": "corrected"}).value["rows"]
    assert [row["unit"] for row in rows] == ["t2.1"]
    counts = answers.gets["counts"]({"shown": "corrected"}).value
    assert (counts["corrected"], counts["waiting"]) == (1, 75)


def test_without_letters_their_filter_is_empty(shared: Refresher) -> None:
    assert ask(shared, "queue", shown="corrected")["rows"] == []
    assert ask(shared, "counts")["corrected"] == 0


def test_letters_come_with_the_passages_of_their_interview(shared: Refresher) -> None:
    answers = WorkbenchAnswers(shared, letters=LETTERS)
    found = answers.gets["passage"]({"interview": "mill", "unit": "t2.1"}).value["letters"]
    assert [letter["turn"] for letter in found] == ["t2", "t2", "t99"]
    assert found[0]["sender"] == "Babak"
    assert answers.gets["passage"]({"interview": "river"}).value["letters"] == []


def test_two_archives_keep_what_is_typed_apart(shared: Refresher, own: Refresher) -> None:
    assert ask(shared, "start")["key"] == ask(shared, "start")["key"] != ask(own, "start")["key"]


def test_who_reviews_is_told(shared: Refresher) -> None:
    assert WorkbenchAnswers(shared, "Sara").gets["start"]({}).value["by"] == "Sara"


def test_the_list_comes_page_by_page(shared: Refresher) -> None:
    first = ask(shared, "queue")
    assert (len(first["rows"]), first["more"]) == (50, True)
    second = ask(shared, "queue", after=first["rows"][-1]["place"])
    assert not second["more"]
    units = [(row["interview"], row["unit"]) for row in first["rows"] + second["rows"]]
    assert len(set(units)) == len(units) == 75


def test_a_row_has_what_the_list_shows(shared: Refresher) -> None:
    row = ask(shared, "queue", interview="mill", shown="machine")["rows"][0]
    assert row["unit"] == "t1.1"
    assert row["state"] == "machine"
    assert row["title"] == "آسیاب کهنه"
    assert row["opening"] == reviewing.persian(1)


def test_wishes_that_nobody_knows_are_the_usual_ones(shared: Refresher) -> None:
    assert ask(shared, "queue", shown="1; DROP TABLE rows", order="x") == ask(shared, "queue")


@given(text=st.text())
def test_a_place_that_is_none_is_the_beginning(text: str) -> None:
    after = _after(text)
    assert list(map(type, after)) in ([], [int, str, int])


@pytest.mark.parametrize(
    ("text", "after"),
    [("2 17 mill", (2, "mill", 17)), ("x y mill", (0, "mill", 0)), ("2 17", ()), ("2 17 my mill", (2, "my mill", 17))],
)
def test_a_row_has_a_place(text: str, after: tuple[int, str, int] | tuple[()]) -> None:
    assert _after(text) == after


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["queue", "counts", "passage", "interviews", "start"]),
    query=st.dictionaries(
        st.sampled_from(["shown", "interview", "unit", "topic", "person", "order", "after", "before", "words", "lang"]),
        st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20),
    ),
)
def test_whatever_is_asked_gets_an_answer(shared: Refresher, name: str, query: dict[str, str]) -> None:
    answer = WorkbenchAnswers(shared).gets[name](query)
    assert answer.status in {HTTPStatus.OK, HTTPStatus.GONE}
    assert msgspec.json.encode(answer.value)


def test_counts_come_for_every_filter(shared: Refresher) -> None:
    found = ask(shared, "counts", interview="mill")
    assert found["machine"] == 70
    assert found["missing"] == 1
    assert list(found) == list(SHOWN)


def test_a_passage_is_as_long_as_it_is_wished(shared: Refresher) -> None:
    found = ask(shared, "passage", interview="mill", unit="t9.1", before="2", after="1")
    assert [unit["id"] for unit in found["units"]] == ["t7.1", "t8.1", "t9.1", "t10.1"]
    usual = ask(shared, "passage", interview="mill", unit="t9.1", before="-x", after="")
    assert len(usual["units"]) == 17


def test_an_interview_that_is_not_there_is_gone(shared: Refresher) -> None:
    assert WorkbenchAnswers(shared).gets["passage"]({"interview": "no such"}).status is HTTPStatus.GONE


def test_interviews_are_suggested(shared: Refresher) -> None:
    assert ask(shared, "interviews", words="mil") == [{"id": "mill", "title": "آسیاب کهنه", "waiting": 71}]


@pytest.mark.parametrize("words", ["mill ", " mill", "آسیاب ", "کهنه  "])
def test_interviews_are_suggested_for_a_word_with_blanks_around_it(words: str, shared: Refresher) -> None:
    assert [found["id"] for found in ask(shared, "interviews", words=words)] == ["mill"]


def test_twenty_interviews_are_suggested_at_most(shared: Refresher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared.queue, "interviews", lambda words, most: [(words, "", number) for number in range(most)])
    assert len(ask(shared, "interviews", words="mil")) == 20


def test_a_window_waits_for_news_for_less_than_its_connection_may_be_silent(
    own: Refresher, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []

    def wait(after: int, seconds: float) -> tuple[int, list[Event]]:
        waited.append(seconds)
        return after, []

    monkeypatch.setattr(own.news, "wait", wait)
    assert ask(own, "news", after="7")["number"] == 7
    assert waited == [25]
    assert ask(own, "news")["number"] == 0


@pytest.mark.parametrize(
    ("text", "number"), [("9" * 15, 999_999_999_999_999), ("-4", -4), ("9" * 16, 3), ("۵", 3), ("", 3), (None, 3)]
)
def test_a_number_has_at_most_fifteen_digits(text: str | None, number: int) -> None:
    assert review_answers._number(text, 3) == number


def test_news_come_with_their_number(own: Refresher) -> None:
    number = own.news.number
    own.news.tell(Event("gone", "x"))
    found = ask(own, "news", after=str(number))
    assert found == {"number": number + 1, "events": [{"kind": "gone", "interview": "x", "done": 0, "total": 0}]}


def test_without_news_the_answer_is_empty_after_a_while(own: Refresher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_answers, "_SLEEP", 0.0)
    assert ask(own, "news", after=str(own.news.number))["events"] == []


def sent(refresher: Refresher, **changes: Any) -> bytes:
    unit = ask(refresher, "passage", interview="mill", unit="t2.1", before="0", after="0")["units"][0]
    given = {"interview": "mill", "unit": "t2.1", "version": unit["version"], "text": unit["text"], "by": "Sara"}
    return msgspec.json.encode({**given, "approved": True, **changes})


def test_a_decision_is_saved_and_answered_with_the_paragraph(own: Refresher) -> None:
    answer = WorkbenchAnswers(own).posts["save"](sent(own))
    assert answer.status is HTTPStatus.OK
    assert (answer.value["fate"], answer.value["interview"]) == ("saved", "mill")
    assert (answer.value["unit"]["id"], answer.value["unit"]["state"]) == ("t2.1", "reviewed")


@pytest.mark.parametrize(
    ("changes", "status", "fate"),
    [
        ({"version": "old", "text": "Another."}, HTTPStatus.CONFLICT, "clash"),
        ({"unit": "t9.1"}, HTTPStatus.GONE, "gone"),
        ({"by": ""}, HTTPStatus.UNPROCESSABLE_ENTITY, "refused"),
    ],
)
def test_what_cannot_be_saved_says_why(own: Refresher, changes: Any, status: HTTPStatus, fate: str) -> None:
    answer = WorkbenchAnswers(own).posts["save"](sent(own, **changes))
    assert (answer.status, answer.value["fate"]) == (status, fate)
    assert ("unit" in answer.value) == (fate == "clash")
    assert ("reason" in answer.value) == (fate == "refused")


def test_a_reason_is_said_in_the_language_of_the_program(own: Refresher) -> None:
    language.choose(language.PERSIAN)
    assert WorkbenchAnswers(own).posts["save"](sent(own, by="")).value["reason"] == "پیش از تأیید بگویید که هستید"


def test_a_decision_is_taken_back_by_its_number(own: Refresher) -> None:
    answers = WorkbenchAnswers(own)
    number = answers.posts["save"](sent(own)).value["undo"]
    answer = answers.posts["undo"](msgspec.json.encode({"undo": number}))
    assert (answer.status, answer.value["unit"]["state"]) == (HTTPStatus.OK, "machine")
    assert answers.posts["undo"](b'{"undo": 77}').status is HTTPStatus.GONE


def test_a_text_is_checked_while_it_is_typed(own: Refresher) -> None:
    given = {"interview": "mill", "unit": "t2.1", "text": "We took ۲ sacks."}
    answer = WorkbenchAnswers(own).posts["check"](msgspec.json.encode(given))
    assert {"name": "digits", "sure": True} in answer.value["flags"]
    gone = msgspec.json.encode({**given, "unit": "t9.1"})
    assert WorkbenchAnswers(own).posts["check"](gone).status is HTTPStatus.GONE


@pytest.mark.parametrize("name", ["save", "undo", "check"])
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"{}", b'{"undo": "x"}', b"\xff", b'{"interview": 1}'])
def test_what_is_no_decision_is_not_taken(own: Refresher, name: str, body: bytes) -> None:
    with pytest.raises((msgspec.MsgspecError, UnicodeError)):
        WorkbenchAnswers(own).posts[name](body)


def test_only_a_recording_of_the_interview_is_given(own: Refresher) -> None:
    root, answers = own.archive.root, WorkbenchAnswers(own)
    assert answers.media({"interview": "mill", "file": "mill.wav"}) is None
    (root / "content/media").mkdir()
    (root / "content/media/mill.wav").write_bytes(b"RIFF")
    (root / "content/media/other.wav").write_bytes(b"RIFF")
    assert answers.media({"interview": "mill", "file": "mill.wav"}) == root / "content/media/mill.wav"
    for query in ({"interview": "mill", "file": "other.wav"}, {"interview": "mill", "file": "../site.toml"}, {}):
        assert answers.media(query) is None
