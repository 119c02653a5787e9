"""The vocabularies of the sample archive: sound, and as a person who knows the interview would index it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from goftogu.content import vocabulary
from goftogu.content.vocabulary import Vocabulary
from goftogu.exports import skos
from goftogu.index import index as index_index
from goftogu.index import suggest
from goftogu.index.senses import Senses
from goftogu.index.topics import Kind
from goftogu.model import Bilingual
from goftogu.persian.orthography import layer as orthography_layer
from goftogu.problems import Problem
from tests.collecting import collected
from tests.sites import ROOT
from tests.talks import file, talk

EXCHANGES = (Path(__file__).parent / "exchanges.txt").read_text(encoding="utf-8")


def judged() -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield the topics, the question and the answer of each exchange of the real interview."""
    for block in EXCHANGES.split("\n==")[1:]:
        first, *lines = block.rstrip("\n").split("\n")
        yield (
            first.split(),
            [line[2:] for line in lines if line[0] == "؟"],
            [line[2:] for line in lines if line[0] == "–"],
        )


def archive() -> tuple[Vocabulary, list[Problem]]:
    paths = [path for name in vocabulary.SCHEMAS if (path := ROOT / "content" / name).exists()]
    texts = {path.name: file(path.name, path.read_text(encoding="utf-8")) for path in paths}
    return collected(vocabulary.read_vocabulary, texts)


@pytest.mark.parametrize("restored", [False, True])
def test_the_real_interview_is_indexed_as_a_person_would(restored: bool) -> None:
    layer: Callable[[str], str] = orthography_layer.load().reading if restored else str
    sample = talk(*((list(map(layer, question)), list(map(layer, answer))) for _, question, answer in judged()))
    index, problems = collected(index_index.build, [sample], archive()[0])
    assert [problem for problem in problems if problem.path == "content/topics.toml"] == []
    found = index.topics.marks("talk")
    table = [
        sorted(f"{'*' * (mark.kind == Kind.PRIMARY)}{mark.topic}" for mark in found.get(exchange.id, ()))
        for exchange in sample.exchanges
    ]
    assert table == [sorted(expected) for expected, _, _ in judged()]


def test_they_are_sound() -> None:
    found, problems = archive()
    assert problems == []
    assert all(topic.scope and (topic.triggers or topic.people) for topic in found.topics.values())
    assert {entry.lstrip("*") for expected, _, _ in judged() for entry in expected} <= set(found.topics)
    assert found.glossary["خلیج فارس"].en == ("Persian Gulf",)


def test_every_topic_is_written_for_other_programs() -> None:
    found, _ = archive()
    written = skos.turtle(found, Bilingual("نمایه", "Index"), address="").decode()
    assert written.count(" a skos:Concept ;") == len(found.topics) > 0


def test_with_lemmas_of_hazm_the_headings_of_the_real_interview_are_suggested() -> None:
    exchanges = [block.split("\n", 1)[1].strip().split("\n– ", 1) for block in EXCHANGES.split("\n==")[1:]]
    sample = talk(*((question.removeprefix("؟ "), answer.replace("\n– ", "\n")) for question, answer in exchanges))
    known, _ = archive()
    candidates = suggest.rank([sample], Vocabulary(people=known.people), suggest.grammar(), each=2)
    senses = Senses([], Vocabulary(known.topics))
    led_to = {sense.topic for item in candidates for _, _, found in senses.find(item.term, ())[0] for sense in found}
    assert len(candidates) <= 24
    assert len(led_to) >= 8
