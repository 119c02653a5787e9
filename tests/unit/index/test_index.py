from __future__ import annotations

import pytest

from goftogu.content.vocabulary import Vocabulary
from goftogu.index import index
from goftogu.index.indexing import Findings
from goftogu.index.topics import Kind
from goftogu.locale.message import Message
from goftogu.model import Interview
from goftogu.problems import Problem, Problems
from tests import sample_site
from tests.collecting import collected

SEA = sample_site.interview()
HILL = sample_site.interview("hill", "1399-05-01")
VOCABULARY = sample_site.vocabulary()


def test_links_to_a_turn_are_its_topics_and_its_people_and_the_title_is_beside_all_of_them() -> None:
    found = sample_site.findings("sea")
    assert index.links(found, "title") == {"t1": 1, "t2": 1, "t3": 1, "t4": 1, "title": 4}
    assert index.links(found._replace(entries=(), people=()), "title") == {"title": 0}


def test_an_archive_is_indexed_interview_by_interview() -> None:
    found = [sample_site.findings(item.id) for item in (SEA, HILL)]
    made = index.arrange([SEA, HILL], VOCABULARY, found)
    assert dict(made.findings) == {"sea": found[0], "hill": found[1]}
    assert [(entry.interview, entry.exchange, entry.kind) for entry in made.topics.entries("sea")] == [
        ("sea", "x-t1", Kind.PASSING),
        ("sea", "x-t3", Kind.PRIMARY),
        ("hill", "x-t1", Kind.PASSING),
        ("hill", "x-t3", Kind.PRIMARY),
    ]
    assert [(date.interview, date.said) for date in made.dates] == [("hill", "سال ۵۷"), ("sea", "سال ۵۷")]


def test_the_order_of_the_interviews_is_that_of_the_entries() -> None:
    found = {item.id: sample_site.findings(item.id) for item in (SEA, HILL)}
    made = index.arrange([HILL, SEA], VOCABULARY, [found["hill"], found["sea"]])
    assert [entry.interview for entry in made.topics.entries("trade")] == ["hill", "sea"]
    assert list(made.findings) == ["hill", "sea"]


def test_every_interview_needs_its_findings() -> None:
    with pytest.raises(ValueError, match="shorter"):
        index.arrange([SEA, HILL], VOCABULARY, [sample_site.findings("sea")])


def test_a_text_is_read_by_the_vocabulary() -> None:
    made, problems = collected(index.build, [SEA], VOCABULARY)
    assert list(made.findings) == ["sea"]
    assert made.findings["sea"].exchanges == 2
    assert [(problem.code, problem.message.split("“")[1].split("”")[0]) for problem in problems] == [
        ("V005", "trade"),
        ("V005", "sea"),
        ("V005", "nature"),
        ("V005", "coast"),
    ]


def test_the_problems_of_the_interviews_are_passed_on() -> None:
    fault = Problem("content/interviews/sea.md", 7, 1, "V004", Message("no such topic"), Message("add it"))
    found = Findings(exchanges=0, entries=(), people=(), places=(), dates=(), problems=(fault,))
    problems = Problems()
    index.check(index.arrange([SEA], Vocabulary(), [found]), [SEA], Vocabulary(), problems)
    assert fault in list(problems)


def test_an_archive_without_interviews_has_nothing_to_say_of_places() -> None:
    empty: list[Interview] = []
    made, problems = collected(index.build, empty, VOCABULARY)
    assert (made.dates, dict(made.findings)) == ((), {})
    assert [problem for problem in problems if "coast" in problem.message] == []
