from __future__ import annotations

from dataclasses import replace

from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.edition import Edition
from goftogu.model import Bilingual, Interview, Language
from goftogu.pages import facets
from goftogu.pages.facets import FEW, Facets
from tests import sample_site as sample
from tests.archives import Archive

HERE = "en/interviews/index.html"


def archive(*interviews: Interview) -> Archive:
    return sample.archive(*(interviews or tuple(sample.interview(f"i{number}") for number in range(FEW))))


def found(held: Archive, language: Language = Language.EN) -> Facets | None:
    return facets.facets(Edition(held.listing, language), HERE)


def test_few_interviews_need_no_filter() -> None:
    assert found(archive(*(sample.interview(f"i{number}") for number in range(FEW - 1)))) is None
    assert found(archive()) is not None


def test_topics_count_the_interviews_that_are_about_them() -> None:
    shown = found(archive())
    assert shown is not None
    assert [(str(item.link.text), item.link.href, item.count) for item in shown.topics] == [
        ("Trade", "../topics/trade.html", FEW),
        ("The sea", "../topics/sea.html", FEW),
    ]
    assert (shown.all_topics, shown.all_people) == ("", "")


def test_people_are_those_who_are_interviewed() -> None:
    shown = found(archive(), Language.FA)
    assert shown is not None
    assert [(str(item.link.text), item.link.href, item.count) for item in shown.people] == [
        ("آزاد سرو", "../../fa/people/sarv.html", FEW)
    ]


def test_what_most_interviews_have_comes_first() -> None:
    held = archive()
    some = {name: held.findings[name] for name in held.findings}
    some["i0"] = some["i0"]._replace(entries=tuple(item for item in some["i0"].entries if item.topic != "trade"))
    shown = found(replace(held, findings=some))
    assert shown is not None
    assert [(str(item.link.text), item.count) for item in shown.topics] == [("The sea", FEW), ("Trade", FEW - 1)]


def test_more_than_a_dozen_lead_to_the_whole_list() -> None:
    held = archive()
    topic = held.site.vocabulary.topics["trade"]
    more = {f"x{number}": replace(topic, id=f"x{number}", label=Bilingual("ی", "x")) for number in range(12)}
    vocabulary = replace(held.site.vocabulary, topics={**held.site.vocabulary.topics, **more})
    first = held.findings["i0"]
    entries = (*first.entries, *(first.entries[0]._replace(topic=name) for name in more))
    findings = {**held.findings, "i0": first._replace(entries=entries)}
    shown = found(replace(held, site=replace(held.site, vocabulary=vocabulary), findings=findings))
    assert shown is not None
    assert (len(shown.topics), shown.all_topics, shown.all_people) == (12, "../topics/index.html", "")


def test_an_archive_without_a_vocabulary_has_nothing_to_choose() -> None:
    held = archive()
    bare = {name: item._replace(entries=(), people=(), places=()) for name, item in held.findings.items()}
    assert found(replace(held, site=replace(held.site, vocabulary=Vocabulary()), findings=bare)) is None
