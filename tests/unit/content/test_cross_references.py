from __future__ import annotations

import pytest

from goftogu.content import cross_references, vocabulary
from tests.collecting import collected
from tests.talks import file


def problems(topics: str, people: str = "") -> list[str]:
    texts = {"topics.toml": file("topics.toml", topics), "people.toml": file("people.toml", people)}
    return [str(problem) for problem in collected(vocabulary.read_vocabulary, texts)[1]]


def topic(id_: str, more: str = "", fa: str = "", en: str = "") -> str:
    return f'[{id_}]\nfa = "{fa or id_}"\nen = "{en or id_}"\n{more}\n'


def test_references_that_hold_are_no_problem() -> None:
    assert problems(topic("a", 'broader = ["b"]\nrelated = ["c"]') + topic("b") + topic("c", 'related = ["a"]')) == []


@pytest.mark.parametrize("key", ["broader", "related", "people"])
def test_a_reference_to_nothing_names_the_nearest(key: str) -> None:
    people = '[trader]\nname = {fa = "تاجر", en = "Merchant"}\n'
    (problem,) = problems(topic("trade") + topic("b", f'{key} = ["trde"]'), people)
    near = "trader" if key == "people" else "trade"
    assert problem == (
        f"content/topics.toml:8:{len(key) + 5}: C007 b.{key} names “trde”, "
        f"which does not exist (did you mean “{near}”?)"
    )


def test_every_heading_of_a_circle_is_told() -> None:
    found = problems(topic("a", 'broader = ["b"]') + topic("b", 'broader = ["c"]') + topic("c", 'broader = ["a"]'))
    assert [problem.split(" (")[0] for problem in found] == [
        "content/topics.toml:4:1: V001 “a” is broader than itself",
        "content/topics.toml:8:1: V001 “b” is broader than itself",
        "content/topics.toml:12:1: V001 “c” is broader than itself",
    ]


def test_a_heading_outside_a_circle_is_not_blamed_for_it() -> None:
    found = problems(topic("a", 'broader = ["b"]') + topic("b", 'broader = ["b"]'))
    assert [problem.split(" (")[0] for problem in found] == ["content/topics.toml:8:1: V001 “b” is broader than itself"]


def test_related_to_itself_or_to_one_above_is_needless() -> None:
    found = problems(topic("a", 'broader = ["b"]\nrelated = ["a", "c"]') + topic("b", 'broader = ["c"]') + topic("c"))
    assert [problem.split(": ")[1].split(" (")[0] for problem in found] == [
        "V002 a.related names “a” unnecessarily",
        "V002 a.related names “c” unnecessarily",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (topic("a", fa="زیست‌فناوری"), topic("b", fa="زیستفناوری")),
        (topic("a", fa="علي"), topic("b", 'alt = {fa = ["علی"]}')),
        (topic("a", en="Visas"), topic("b", 'alt = {en = ["visas"]}')),
    ],
)
def test_labels_that_read_alike_are_told(first: str, second: str) -> None:
    (problem,) = problems(first + second)
    assert "V003" in problem
    assert "reads like" in problem
    assert problem.startswith(("content/topics.toml:5", "content/topics.toml:6", "content/topics.toml:7"))


def test_a_label_may_be_repeated_within_its_entry() -> None:
    assert problems(topic("a", 'alt = {fa = ["a"]}')) == []


def test_two_people_cannot_share_a_name() -> None:
    people = (
        '[a]\nname = {fa = "رضا احمدی", en = "A"}\naliases = {fa = ["احمدی"]}\n'
        '[b]\nname = {fa = "علی احمدی", en = "B"}\naliases = {fa = ["احمدي"]}\n'
    )
    (problem,) = problems("", people)
    assert problem.startswith("content/people.toml:4:2: V003 “احمدي” of b reads like “احمدی” of a")


def test_above_climbs_to_the_top() -> None:
    assert cross_references.above("a", {"a": ("b", "c"), "b": ("d",), "c": ("d",)}) == {"b", "c", "d"}
