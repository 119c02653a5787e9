from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from goftogu.content.vocabulary import PersonKind, Vocabulary, Words
from goftogu.index.indexing import Entry, GivenBy, Indexer, Kind
from goftogu.model import Bilingual, Interview, Paragraph, Section, Turn
from tests.entries import a_person, a_place, a_topic
from tests.talks import GUEST, HOST, interview, talk, turn

LABEL = Bilingual("", "")
TOPICS = (
    a_topic("trade", LABEL, triggers=("تجارت", "تعرفه"), mentions=("اقتصاد",)),
    a_topic("visas", LABEL, triggers=("روادید",)),
    a_topic("caspian", LABEL, triggers=("خزر",), context=("دریا",)),
)
VOCABULARY = Vocabulary({topic.id: topic for topic in TOPICS})


def entries(sample: Interview) -> list[Entry]:
    return list(Indexer(sample.speakers, VOCABULARY).read(sample).entries)


def marks(sample: Interview) -> list[str]:
    return [f"{entry.topic} {entry.kind} {entry.by} {entry.turn}" for entry in entries(sample)]


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("تجارت چه شد؟", "خوب است.", ["trade primary match t1"]),
        ("چه شد؟", "تجارت خوب است.", ["trade passing match t2"]),
        ("چه شد؟", "تجارت و تعرفه.", ["trade primary match t2"]),
        ("چه شد؟", "تجارت، باز هم تجارت.", ["trade primary match t2"]),
        ("اقتصاد چه شد؟", "اقتصاد خوب است.", ["trade passing match t1"]),
        ("اقتصاد چه شد؟", "تجارت.", ["trade passing match t2"]),
        ("دریا چه شد؟", "دریا دریاست.", []),
        ("دریا چه شد؟", "خزر دریاست.", ["caspian primary match t1"]),
        ("چه شد؟", "دریا یا خزر.", ["caspian primary match t2"]),
        ("چه شد؟", "خزر.", ["caspian passing match t2"]),
        ("چه شد؟", "تجارت و روادید، روادید.", ["visas primary match t2", "trade passing match t2"]),
        ("روادید و تجارت؟", "خزر.", ["trade primary match t1", "visas primary match t1", "caspian passing match t2"]),
        ("چه شد؟", "هیچ.", []),
    ],
)
def test_primary_and_passing_are_told_apart(question: str, answer: str, expected: list[str]) -> None:
    assert marks(talk((question, answer))) == expected


def test_an_entry_shows_the_place() -> None:
    sample = talk(("چه شد؟", ("هیچ.", "پس از آن تجارت‌ها.")))
    assert entries(sample) == [
        Entry("talk", "x-t1", "t2", "trade", Kind.PASSING, GivenBy.MATCH, "t2.2", 9, 17, "تجارت", 2),
    ]


def test_a_name_with_two_spellings_in_a_turn_is_named_once() -> None:
    mina = a_person("mina", PersonKind.PERSON, Bilingual("مینا راد", ""), LABEL, Words(("بانو",), ()), public=True)
    sample = talk(("مینا راد کجاست؟", ("بانو رفت.", "مینا راد رفت.")), ("بانو؟", ""))
    topic = replace(TOPICS[0], people=("mina",))
    found = Indexer(sample.speakers, Vocabulary({"trade": topic}, {"mina": mina})).read(sample)
    assert [(mention.turn, mention.paragraph, mention.start, mention.end) for mention in found.people] == [
        ("t1", "t1.1", 0, 8),
        ("t2", "t2.1", 0, 4),
        ("t3", "t3.1", 0, 4),
    ]


def test_lists_need_no_code_points() -> None:
    topics = {topic.id: topic for topic in TOPICS}
    mina = a_person("mina", PersonKind.PERSON, Bilingual("مینا", ""), LABEL, public=True)
    town = a_place("town", "city", Bilingual("ری", ""), LABEL, public=True)
    sample = talk(("در تجارت چه شد؟", "با مینا در سال ۱۳۵۷ در ری تجارت کردیم."))
    found = Indexer(sample.speakers, Vocabulary(topics, {"mina": mina}, places={"town": town})).read(sample)
    bare = found.placeless()
    assert [len(hits) for hits in (bare.entries, bare.people, bare.places, bare.dates)] == [1, 1, 1, 1]
    assert min(found.entries[0].start, found.people[0].start, found.places[0].start, found.dates[0].start) > 0
    assert bare == found._replace(
        entries=(found.entries[0]._replace(start=0, end=0),),
        people=(found.people[0]._replace(start=0, end=0),),
        places=(found.places[0]._replace(start=0, end=0),),
        dates=(found.dates[0]._replace(start=0, end=0),),
    )


def test_a_trigger_in_the_question_is_shown_rather_than_a_word_of_context() -> None:
    (entry,) = entries(talk(("دریا و خزر؟", "")))
    assert entry.phrase == "خزر"


def test_two_paragraphs_make_two_hits() -> None:
    assert marks(talk(("چه شد؟", ("تجارت.", "تعرفه.")))) == ["trade primary match t2"]


def test_words_that_overlap_make_one_hit() -> None:
    topic = a_topic("trade", LABEL, triggers=("تجارت آزاد", "آزاد جهان"))
    sample = talk(("چه شد؟", "تجارت آزاد جهان"))
    (entry,) = Indexer(sample.speakers, Vocabulary({"trade": topic})).read(sample).entries
    assert entry.kind == Kind.PASSING


def test_only_an_interviewer_asks() -> None:
    turns = [turn(1, GUEST.label, "تجارت."), turn(2, HOST.label, "روادید؟", exchange=1)]
    assert marks(interview(turns)) == ["trade passing match t1", "visas primary match t2"]


def decided(*turns: Turn, sections: Sequence[Section] = ()) -> list[str]:
    return marks(interview(turns, sections=tuple(sections)))


def test_the_editor_adds_a_topic_that_no_word_shows() -> None:
    turns = [turn(1, HOST.label, "چه شد؟"), turn(2, GUEST.label, "هیچ.", "", add_topics=("visas", "unknown"))]
    (entry,) = entries(interview(turns))
    assert entry == Entry("talk", "x-t1", "t2", "visas", Kind.PRIMARY, GivenBy.EDITOR, "t2.1", 0, 0, "", 2)


def test_what_the_editor_adds_is_shown_where_it_was_found() -> None:
    turns = [turn(1, HOST.label, "چه شد؟", add_topics=("trade",)), turn(2, GUEST.label, "تجارت.")]
    (entry,) = entries(interview(turns))
    assert entry == Entry("talk", "x-t1", "t2", "trade", Kind.PRIMARY, GivenBy.EDITOR, "t2.1", 0, 5, "تجارت", 2)


def test_the_editor_drops_a_topic_from_the_exchange() -> None:
    question = turn(1, HOST.label, "تجارت و روادید؟")
    assert decided(question, turn(2, GUEST.label, "تجارت.", drop_topics=("trade",))) == ["visas primary match t1"]


def test_the_next_exchange_is_not_touched() -> None:
    turns = [turn(1, HOST.label, "تجارت؟", drop_topics=("trade",)), turn(2, HOST.label, "تجارت؟", exchange=1)]
    assert decided(*turns) == ["trade primary match t2"]


def test_a_section_gives_topics_to_its_exchanges_and_a_turn_overrules_it() -> None:
    heading = Section("s1", Paragraph("s1", "بخش", "بخش", line=0), "t1", ("visas", "caspian"))
    turns = [
        turn(1, HOST.label, "چه شد؟", section="s1"),
        turn(2, GUEST.label, "خزر.", section="s1"),
        turn(3, HOST.label, "چه شد؟", section="s1", exchange=1, drop_topics=("visas",)),
        turn(4, HOST.label, "چه شد؟", exchange=2),
    ]
    assert decided(*turns, sections=[heading]) == [
        "visas primary editor t1",
        "caspian primary editor t2",
        "caspian primary editor t3",
    ]


def test_a_topic_that_does_not_exist_is_told_at_its_turn_or_section() -> None:
    asked, answered = talk(("چه شد؟", "هیچ.")).turns
    turns = (replace(asked, line=3, add_topics=("trad",)), replace(answered, line=5, drop_topics=("visas", "gone")))
    section = Section("s1", Paragraph("s1", "", "بخش", line=2), "t1", add_topics=("sea",))
    sample = replace(talk(("چه شد؟", "هیچ.")), turns=turns, sections=(section,))
    told = Indexer(sample.speakers, VOCABULARY).read(sample).problems
    assert [(problem.code, problem.line) for problem in told] == [("C007", 3), ("C007", 5), ("C007", 2)]
    assert "trade" in str(told[0].hint)
