from __future__ import annotations

from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.index import index as index_index
from goftogu.index import usage
from goftogu.model import Bilingual
from tests.collecting import collected
from tests.entries import a_person, a_place, a_topic
from tests.talks import interview, talk, turn

NONE = Bilingual("", "")
VOCABULARY = Vocabulary(
    topics={
        "trade": a_topic("trade", NONE, triggers=("تجارت",)),
        "peace": a_topic("peace", NONE, triggers=("صلح",)),
        "war": a_topic("war", NONE, triggers=("جنگ",)),
    },
    people={
        "kazinform": a_person("kazinform", PersonKind.ORGANISATION, NONE, NONE, public=True),
        "irib": a_person("irib", PersonKind.ORGANISATION, Bilingual("صدا", ""), NONE, public=True),
        "private": a_person("private", PersonKind.PERSON, Bilingual("احمدی", ""), NONE),
    },
    places={
        "iran": a_place("iran", "country", Bilingual("ایران", ""), NONE),
        "home": a_place("home", "place", Bilingual("خانه", ""), NONE, public=False),
    },
    paths={"people.toml": "", "topics.toml": ""},
)


def remarks(*exchanges: tuple[str, str]) -> dict[str, str]:
    samples = [talk(*exchanges), interview([turn(1, "مجری", "سلام.")], id_="two", source="irib")]
    index, _ = collected(index_index.build, samples, VOCABULARY)
    return {row.id: row.remark for row in usage.take(samples, VOCABULARY, index)}


def test_every_public_entry_is_counted_the_most_used_first() -> None:
    samples = [talk(("صلح؟", "ایران و تجارت"), ("صلح و تجارت؟", "صلح"))]
    index, _ = collected(index_index.build, samples, VOCABULARY)
    rows = usage.take(samples, VOCABULARY, index)
    assert [tuple(row) for row in rows] == [
        ("topics", "peace", 2, 0, 1, ""),
        ("topics", "trade", 1, 1, 1, ""),
        ("topics", "war", 0, 0, 0, "unused"),
        ("people", "irib", 0, 0, 0, "unused"),
        ("people", "kazinform", 0, 0, 1, ""),
        ("places", "iran", 0, 1, 1, ""),
    ]
    assert "topics      peace                                 2          0          1\n" in usage.as_text(rows)
    assert "unused\n" in usage.as_text(rows)


def test_headings_that_ask_for_a_decision_are_told() -> None:
    assert remarks(*[("تجارت؟", "")] * 9)["trade"] == "needs sub-headings"
    assert remarks(*[("تجارت؟", "")] * 8)["trade"] == ""
    assert remarks(*[("تجارت؟", "")] * 60)["trade"] == "over-used"
    assert remarks(*[("تجارت؟", "")] * 26, *[("چه؟", "")] * 24)["trade"] == "over-used"
    assert remarks(*[("تجارت؟", "")] * 25, *[("چه؟", "")] * 25)["trade"] == "needs sub-headings"


def test_what_is_only_mentioned_comes_before_what_is_not() -> None:
    samples = [talk(("چه؟", "جنگ و صدا"))]
    index, _ = collected(index_index.build, samples, VOCABULARY)
    rows = usage.take(samples, VOCABULARY, index)
    assert [row[1:4] for row in rows if row.register == "topics"] == [("war", 0, 1), ("peace", 0, 0), ("trade", 0, 0)]


def test_whoever_gave_an_interview_is_used() -> None:
    assert remarks()["irib"] == ""
