from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.vocabulary import Topic, Vocabulary, Words
from goftogu.index import index as index_index
from goftogu.index import topics
from goftogu.index.topics import GivenBy, Kind, TopicIndex, TopicMark
from goftogu.model import Bilingual, Interview, Paragraph, Section
from tests.collecting import collected
from tests.entries import a_topic
from tests.talks import HOST, interview, talk, turn

LABEL = Bilingual("", "")
PATHS = {"topics.toml": "content/topics.toml"}


def index_of(*samples: Interview, known: tuple[Topic, ...]) -> tuple[TopicIndex, list[str]]:
    found, problems = collected(
        index_index.build, samples, Vocabulary({topic.id: topic for topic in known}, paths=PATHS)
    )
    told = (problem for problem in problems if problem.code != "V007" and "people.toml" not in problem.message)
    return found.topics, [str(problem) for problem in told]


def test_marks_and_entries_say_the_same() -> None:
    known = (a_topic("a", LABEL, triggers=("تجارت",)), a_topic("b", LABEL, triggers=("صلح",)), a_topic("c", LABEL))
    index, _ = index_of(talk(("چه؟", "صلح"), ("صلح؟", "تجارت"), id_="one"), talk(("چه؟", "چه"), id_="two"), known=known)
    assert index.marks("one") == {
        "x-t1": (TopicMark("b", Kind.PASSING, GivenBy.MATCH),),
        "x-t3": (TopicMark("b", Kind.PRIMARY, GivenBy.MATCH), TopicMark("a", Kind.PASSING, GivenBy.MATCH)),
    }
    assert index.marks("two") == index.marks("three") == {}
    assert [(entry.interview, entry.turn) for entry in index.entries("b")] == [("one", "t2"), ("one", "t3")]
    assert index.entries("c") == index.entries("d") == ()
    assert index.used() == ("a", "b")


def test_topics_that_do_not_exist_are_told_at_their_turn() -> None:
    turns = [turn(7, HOST.label, "چه؟", add_topics=("trad",), drop_topics=("peace",))]
    heading = Section("s1", Paragraph("s1", "بخش", "بخش", 5), "t7", ("x",))
    _, problems = index_of(interview(turns, sections=(heading,)), known=(a_topic("trade", LABEL, triggers=("چه",)),))
    assert problems == [
        "content/interviews/talk.md:7: C007 topic “trad” does not exist (did you mean “trade”?)",
        "content/interviews/talk.md:7: C007 topic “peace” does not exist (known: trade)",
        "content/interviews/talk.md:5: C007 topic “x” does not exist (known: trade)",
    ]


def test_empty_headings_are_told() -> None:
    known = (
        a_topic("top", LABEL, line=1),
        a_topic("middle", LABEL, broader=("top",), alt=Words(("میانه",)), line=2),
        a_topic("used", LABEL, broader=("middle",), triggers=("تجارت",), line=3),
        a_topic("idle", LABEL, line=4),
        a_topic("blind", LABEL, alt=Words((), ("Blindness",)), line=5),
    )
    _, problems = index_of(talk(("تجارت؟", "")), known=known)
    assert [problem.split(" (")[0] for problem in problems] == [
        "content/topics.toml:4:1: V005 “idle” has no entries",
        "content/topics.toml:5:1: V004 “blind” has no entries, but other words lead to it",
    ]


def test_an_archive_without_interviews_has_no_problems() -> None:
    assert index_of(known=(a_topic("idle", LABEL),))[1] == []


@pytest.mark.parametrize(("common", "told"), [(26, True), (25, False)])
def test_a_trigger_that_is_everywhere_is_told(common: int, told: bool) -> None:
    known = (a_topic("trade", LABEL, triggers=("تجارت", "بازار"), line=3),)
    sample = talk(*[("چه؟", "تجارت")] * common, *[("چه؟", "بازار")] * (50 - common))
    _, problems = index_of(sample, known=known)
    expected = "content/topics.toml:3:1: V006 “تجارت” of trade is found in 26 of 50 exchanges"
    assert [problem.split(" (")[0] for problem in problems] == [expected] * told


def test_a_topic_that_only_the_editor_gives_has_no_trigger_to_blame() -> None:
    turns = [turn(number, HOST.label, "چه؟", exchange=number, add_topics=("trade",)) for number in range(50)]
    assert index_of(interview(turns), known=(a_topic("trade", LABEL),))[1] == []


def test_few_exchanges_tell_nothing_about_a_trigger() -> None:
    _, problems = index_of(talk(*[("چه؟", "تجارت")] * 49), known=(a_topic("trade", LABEL, triggers=("تجارت",)),))
    assert problems == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (1, ("… سه ", "چهار", " پنج …")),
        (2, ("… دو سه ", "چهار", " پنج شش …")),
        (3, ("یک دو سه ", "چهار", " پنج شش هفت.")),
        (4, ("یک دو سه ", "چهار", " پنج شش هفت.")),
        (9, ("یک دو سه ", "چهار", " پنج شش هفت.")),
    ],
)
def test_the_line_around_a_hit_is_cut_between_words(words: int, expected: tuple[str, str, str]) -> None:
    assert topics.context("یک دو سه چهار پنج شش هفت.", 9, 13, words) == expected


def test_the_line_around_a_hit_has_eight_words_on_either_side() -> None:
    words = [f"واژه{number}" for number in range(20)]
    text = " ".join(words)
    start = text.index("واژه10")
    before, hit, after = topics.context(text, start, start + 6)
    assert before == f"… {' '.join(words[2:10])} "
    assert (hit, after) == ("واژه10", f" {' '.join(words[11:19])} …")


def test_punctuation_at_the_hit_counts_with_its_neighbour() -> None:
    assert topics.context("الف ب «تجارت»، پ ت", 7, 12, 2) == ("… ب «", "تجارت", "»، پ …")


def test_the_line_of_a_turn_without_a_hit_is_its_beginning() -> None:
    assert topics.context("یک دو سه", 0, 0, 2) == ("", "", "یک دو …")


@given(st.lists(st.text("اب\u200c.", min_size=1, max_size=4), max_size=20), st.data())
def test_the_line_is_part_of_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, hit, after = topics.context(text, start, end, 3)
    line = before.removeprefix("… ") + hit + after.removesuffix(" …")
    assert line in text
    assert hit == text[start:end]
    assert len(before.split()) <= 4
    assert len(after.split()) <= 4


@pytest.mark.parametrize(("count", "narrower", "told"), [(8, False, False), (9, False, True), (9, True, False)])
def test_a_heading_with_many_exchanges_asks_for_sub_headings(count: int, narrower: bool, told: bool) -> None:
    known = [a_topic("trade", LABEL, triggers=("تجارت",), line=3)]
    known += [a_topic("tariffs", LABEL, broader=("trade",), triggers=("تعرفه",))] if narrower else []
    vocabulary = Vocabulary({topic.id: topic for topic in known}, paths={**PATHS, "people.toml": "p"})
    _, problems = collected(index_index.build, [talk(*[("تجارت؟", "تعرفه")] * count)], vocabulary)
    lines = [str(problem) for problem in problems if "trade" in problem.message]
    assert [line.partition(" (")[0] for line in lines] == [
        "content/topics.toml:3:1: V007 more than 8 exchanges are under trade, and no narrower heading divides them"
    ] * told


def test_a_message_names_only_some_of_many_headings() -> None:
    for count, named in ((5, "under t0, t1, t2, t3, t4, and no"), (7, "under t0, t1, t2, t3, t4 and 2 more headings,")):
        known = {f"t{number}": a_topic(f"t{number}", LABEL, triggers=("تجارت",)) for number in range(count)}
        _, problems = collected(
            index_index.build, [talk(*[("تجارت؟", "")] * 9)], Vocabulary(known, paths={"people.toml": "p"})
        )
        assert any(named in problem.message for problem in problems)
