from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.edition import Edition
from goftogu.model import Interview, Language
from goftogu.pages import facets
from goftogu.pages.facets import Facets
from tests import sample_site as sample
from tests.archives import Archive

HERE = "en/interviews/index.html"


def archive(*interviews: Interview) -> Archive:
    return sample.archive(*(interviews or tuple(sample.interview(f"i{number}") for number in range(5))))


def found(held: Archive, language: Language = Language.EN) -> Facets | None:
    return facets.facets(Edition(held.listing, language), HERE)


def test_few_interviews_need_no_filter() -> None:
    assert found(archive(*(sample.interview(f"i{number}") for number in range(4)))) is None
    assert found(archive()) is not None


def test_topics_count_the_interviews_that_are_about_them() -> None:
    shown = found(archive())
    assert shown is not None
    assert [(str(item.link.text), item.link.href, item.count) for item in shown.topics] == [
        ("Trade", "../topics/trade.html", 5),
        ("The sea", "../topics/sea.html", 5),
    ]
    assert (shown.all_topics, shown.all_people) == ("", "")


def test_people_are_those_who_are_interviewed() -> None:
    shown = found(archive(), Language.FA)
    assert shown is not None
    assert [(str(item.link.text), item.link.href, item.count) for item in shown.people] == [
        ("آزاد سرو", "../../fa/people/sarv.html", 5)
    ]


def test_what_most_interviews_have_comes_first() -> None:
    held = archive()
    some = {name: held.findings[name] for name in held.findings}
    some["i0"] = some["i0"]._replace(entries=tuple(item for item in some["i0"].entries if item.topic != "trade"))
    shown = found(replace(held, findings=some))
    assert shown is not None
    assert [(str(item.link.text), item.count) for item in shown.topics] == [("The sea", 5), ("Trade", 4)]


@pytest.mark.parametrize(("more", "whole"), [(11, ""), (12, "../people/index.html")])
def test_of_a_dozen_people_all_are_named_and_of_more_the_first(more: int, whole: str) -> None:
    held = archive()
    sarv = held.site.vocabulary.people["sarv"]
    names = [f"x{number}" for number in range(more)]
    known = {**held.site.vocabulary.people, **{name: replace(sarv, id=name) for name in names}}
    first = held.interviews[0]
    guest = first.speakers["آقای سرو"]
    speakers = {**first.speakers, **{name: replace(guest, label=name, person=name) for name in names}}
    crowd = replace(first, speakers=speakers)
    site = replace(held.site, vocabulary=replace(held.site.vocabulary, people=known))
    shown = found(replace(held, site=site, interviews=(crowd, *held.interviews[1:])))
    assert shown is not None
    assert (len(shown.people), shown.all_people) == (12, whole)


@pytest.mark.parametrize(("more", "whole"), [(10, ""), (11, "../topics/index.html")])
def test_of_a_dozen_topics_all_are_named_and_of_more_the_first(more: int, whole: str) -> None:
    held = archive()
    topic = held.site.vocabulary.topics["trade"]
    known = {f"x{number}": replace(topic, id=f"x{number}") for number in range(more)}
    vocabulary = replace(held.site.vocabulary, topics={**held.site.vocabulary.topics, **known})
    first = held.findings["i0"]
    entries = (*first.entries, *(first.entries[0]._replace(topic=name) for name in known))
    findings = {**held.findings, "i0": first._replace(entries=entries)}
    shown = found(replace(held, site=replace(held.site, vocabulary=vocabulary), findings=findings))
    assert shown is not None
    assert (len(shown.topics), shown.all_topics, shown.all_people) == (12, whole, "")


def test_an_archive_without_a_vocabulary_has_nothing_to_choose() -> None:
    held = archive()
    bare = {name: item._replace(entries=(), people=(), places=()) for name, item in held.findings.items()}
    assert found(replace(held, site=replace(held.site, vocabulary=Vocabulary()), findings=bare)) is None


@pytest.mark.parametrize("kind", ["topics", "people"])
def test_topics_or_people_alone_can_be_chosen(kind: str) -> None:
    held = archive()
    gone: dict[str, dict[str, Any]] = {"topics": {"people": {}}, "people": {"topics": {}}}
    lost: dict[str, Any] = {"entries": ()} if kind == "people" else {"people": ()}
    entries = {name: item._replace(**lost) for name, item in held.findings.items()}
    vocabulary = replace(held.site.vocabulary, **gone[kind])
    shown = found(replace(held, site=replace(held.site, vocabulary=vocabulary), findings=entries))
    assert shown is not None
    assert (bool(shown.topics), bool(shown.people)) == (kind == "topics", kind == "people")
