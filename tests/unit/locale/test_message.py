"""Messages: a text with its template and values, in one piece through pickle and the cache."""

from __future__ import annotations

import pickle
from pathlib import PurePosixPath
from typing import NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale.message import Message, fill, made, verbatim
from goftogu.problems import NO_HINT, Problem
from goftogu.storage import values

INNER = Message("a table with {count:,} rows", count=1200)
TEXTS = st.text(max_size=20)
VALUES = st.dictionaries(
    st.text("abcxyz_", min_size=1, max_size=5),
    st.one_of(TEXTS, st.integers(-(2**60), 2**60), st.lists(TEXTS, max_size=3), st.builds(verbatim, TEXTS)),
    max_size=4,
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (Message("the file is missing"), "the file is missing"),
        (Message("“{name}” is not a date", name="{name}"), "“{name}” is not a date"),
        (Message("{count} of {whole:,}", count=2, whole=30000), "2 of 30,000"),
        (Message("{size:,.1f} MB, {share:.2f}", size=1234.56, share=0.5), "1,234.6 MB, 0.50"),
        (Message("known: {names}", names=["fa", "en"]), "known: fa, en"),
        (Message("known: {names}", names=[PurePosixPath("a/b"), 7]), "known: a/b, 7"),
        (Message("write {form}", form=INNER), "write a table with 1,200 rows"),
        (Message("not in {path}", path=PurePosixPath("content/a.md")), "not in content/a.md"),
        (Message("run: {goftogu} stamp {path}", path="a.md"), "run: {goftogu} stamp a.md"),
        (Message('the form is {: #t7 topics="+visas" }'), 'the form is {: #t7 topics="+visas" }'),
        (Message("redirects: {{old}: …}", old="t7"), "redirects: {t7: …}"),
        (Message(""), ""),
        (verbatim(OSError("disk on fire")), "disk on fire"),
    ],
)
def test_a_message_is_its_english_sentence(message: Message, text: str) -> None:
    assert message == text
    assert str(message) == text
    assert f"{message}" == text


def test_a_named_tuple_has_a_text_of_its_own() -> None:
    class Spot(NamedTuple):
        path: str
        line: int

        def __str__(self) -> str:
            return f"{self.path}:{self.line}"

    assert Message("see {place}", place=Spot("a.md", 7)) == "see a.md:7"


def test_a_number_without_a_form_has_no_commas() -> None:
    assert Message("the year {year}", year=1404) == "the year 1404"
    assert Message("the year {year:,}", year=1404) == "the year 1,404"


def test_a_text_is_never_taken_for_a_number() -> None:
    assert Message("{count:,} files", count="many") == "many files"


def test_the_same_sentence_with_other_values() -> None:
    first = Message("«{name}» never speaks", name="مینا")
    assert first.of(name="رضا") == "«رضا» never speaks"
    assert first == "«مینا» never speaks"


def test_filling_asks_for_each_value_with_its_form() -> None:
    asked: list[tuple[object, str]] = []

    def shown(value: object, form: str) -> str:
        asked.append((value, form))
        return "·"

    assert fill("{a} {b:,} {c}", {"a": "x", "b": 7}, shown) == "· · {c}"
    assert asked == [("x", ""), (7, ",")]


@given(TEXTS, VALUES)
def test_a_message_survives_pickle_and_the_cache(template: str, given_values: dict[str, object]) -> None:
    message = made(template, given_values)
    problem = Problem("a.md", 1, 2, "T001", message, INNER)
    for kept in (
        pickle.loads(pickle.dumps(problem)),  # noqa: S301  made above
        values.decode(values.encode(problem), Problem),
    ):
        assert kept == problem
        assert kept.message.template == template
        assert kept.message.values == message.values
        assert (kept.hint.template, kept.hint.values) == (INNER.template, {"count": 1200})


@pytest.mark.parametrize(
    "kept",
    [
        {"template": "a"},
        {"template": 7, "values": {}},
        {"template": "{a}", "values": {"a": {"b": "c"}}},
        {"template": "{a}", "values": {"a": [None]}},
        {"template": "{a}", "values": ["a"]},
        7,
        None,
    ],
)
def test_what_is_no_message_is_not_read_as_one(kept: object) -> None:
    assert values.decode(values.encode(kept), Message) is None
    assert values.decode(values.encode([kept]), list[Message]) is None


def test_a_text_that_an_extension_gave_for_a_message_is_kept() -> None:
    problem = Problem.of_file("a.md", "P003", cast("Message", "no shelf"), NO_HINT)
    kept = values.decode(values.encode(problem), Problem)
    assert kept == problem
    assert kept.message == "no shelf"


def test_a_value_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(NotImplementedError):
        values.encode(object())
    assert values.decode(values.encode("x"), complex) is None
