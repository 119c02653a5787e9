from __future__ import annotations

from collections import Counter

import pytest

from goftogu.content.vocabulary import Term, Vocabulary
from goftogu.model import Bilingual
from goftogu.translation import report
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample

ARGOS = "argos translate-fa_en 1.5"
LOOP = Translation("How grows & ⁇ < 1 it grow?", State.MACHINE, ARGOS, (), -0.4)
WORSE = Translation("It grows ⁇ at ۱ Foobar.", State.MACHINE, ARGOS, (), -0.1)
UNSURE = Translation("It grows at Foobar ⁇ there.", State.MACHINE, ARGOS, (), -2.5)
DOUBTFUL = Translation("It never grows at Foobar.", State.MACHINE, ARGOS, (), -3.0)
APPROVED = Translation("And ۱ ⁇ sea?", State.REVIEWED, ARGOS, by="A. Reader")


def made(**changes: Translation) -> report.QualityReport:
    archive = sample.archive(translations=sample.english(State.DRAFT, **changes))
    return report.make(archive.interviews, archive.english, archive.site.vocabulary)


def test_the_worst_comes_first_and_what_is_approved_last() -> None:
    found = made(t1_1=LOOP, t2_1=WORSE, t2_2=UNSURE, t4_1=DOUBTFUL, t3_1=APPROVED)
    assert [row.place for row in found.rows] == ["sea:t2.1", "sea:t2.2", "sea:t1.1", "sea:t4.1", "sea:t3.1"]
    assert found.rows[-1].flags == ("digits", "unknown")
    assert found.flags == {"unknown": 4, "digits": 2, "negation": 1}
    assert found.states == {"draft": 5, "machine": 4, "reviewed": 1}


def test_a_term_that_was_settled_later_is_missed_too() -> None:
    archive = sample.archive()
    vocabulary = Vocabulary(glossary={"دریا": Term("دریا", ("Caspian",), 0)})
    found = report.make(archive.interviews, archive.english, vocabulary)
    assert set(found.flags) == {"term"}
    assert found.flags["term"] == len(found.rows) > 0


def test_what_has_no_memory_is_left_out() -> None:
    assert report.make(sample.archive().interviews, {}, Vocabulary()) == report.QualityReport()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Mr Foo Barbaz in March.", ["Mr Foo Barbaz"]),
        ("Foo went home. Bar too.", []),
        ("Foo Bar went home.", ["Bar"]),
        ("Then I met Iran’s Known Person.", []),
        ("Then two Iranians met Known Persons.", []),
        ("It was Al-Foo.", ["Al-Foo"]),
    ],
)
def test_names_that_nobody_knows(text: str, names: list[str]) -> None:
    known = report._known(Vocabulary(glossary={"": Term("", ("Iran", "known person"), 0)}))
    assert list(report.unknown_names(text, known)) == names


def test_a_heading_names_nobody_by_its_capitals() -> None:
    headed = Translation("Of the Foobar Well", State.DRAFT, "")
    assert made(title=headed, s1=headed).names == Counter()
    assert made(t2_1=headed, p1=headed).names == {"Foobar Well": 2}


def test_as_text() -> None:
    lines = report.as_text(made(t1_1=LOOP, t2_2=UNSURE)).splitlines()
    assert lines[:3] == ["     8 draft", "     2 machine", "     2 unknown"]
    assert lines[3:5] == [
        "sea:t2.2: unknown (-2.50)  It grows at Foobar ⁇ there.",
        "sea:t1.1: unknown (-0.40)  How grows & ⁇ < 1 it grow?",
    ]
    assert "     1 Foobar" in lines
    assert report.as_text(report.QualityReport()) == ""


def test_doubt_and_approval_are_told() -> None:
    lines = report.as_text(made(t4_1=DOUBTFUL, t3_1=APPROVED)).splitlines()
    assert any(line.startswith("sea:t4.1: negation? (-3.00)") for line in lines)
    assert any(line.startswith("sea:t3.1: reviewed, digits, unknown  ") for line in lines)


def test_as_a_page() -> None:
    page = report.as_html(made(t1_1=LOOP, t2_2=UNSURE))
    assert "How grows &amp; ⁇ &lt; 1 it grow?" in page
    assert "<li>Foobar (1)" in page
    assert '<td lang="fa" dir="rtl">' in page


def test_known_words_come_from_all_vocabularies() -> None:
    archive = sample.archive()
    known = report._known(archive.site.vocabulary)
    assert {"azad", "sarv", "sea", "march", "coast", "karāna"} <= known
    assert Bilingual("", "x").en not in known
    assert Counter(known)["sea"] == 1
