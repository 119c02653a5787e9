from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.model import Language
from goftogu.pages.citing import Citing, citing
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site

SEA = sample_site.interview()
URL = "https://example.org/talks"
REVIEWED = Translation("It grows.", State.REVIEWED, "draft: language model", by="Jane Doe")


def said(language: Language, url: str = URL, corrections: str = "", reviewed: str = "") -> Citing:
    english = {**sample_site.english(), **dict.fromkeys(reviewed.split(), REVIEWED)}
    archive = sample_site.archive(url=url, translations=english)
    archive = archive.configured(corrections=corrections)
    return citing(archive.material(SEA), language)


def test_the_interview_is_cited_with_its_address_if_it_has_one() -> None:
    assert said(Language.EN).address == f"{URL}/en/sea.html"
    assert said(Language.FA).address == f"{URL}/fa/sea.html"
    assert said(Language.EN, url="").address == ""
    assert "Azad Sarv" in said(Language.EN).words
    assert "آزاد سرو" in said(Language.FA).words


@pytest.mark.parametrize("language", Language)
def test_a_turn_has_a_place_for_its_number(language: Language) -> None:
    found = said(language)
    assert found.turn.count("{}") == 1
    assert found.before


def test_turns_that_are_quoted_otherwise_than_most_are_told_apart() -> None:
    found = said(Language.EN, reviewed="t2.1")
    assert set(found.others) == {"t2"}
    assert "draft" in found.usual
    assert found.others["t2"] != found.usual
    assert said(Language.EN).others == {}
    assert said(Language.FA).others.keys() <= {"t1"}


def test_of_two_that_are_as_many_the_first_is_usual() -> None:
    found = said(Language.EN, reviewed="t1.1 t2.1 t2.2")
    assert "review" in found.usual
    assert set(found.others) == {"t3", "t4"}


def test_without_turns_nothing_is_usual() -> None:
    archive = sample_site.archive()
    bare = replace(SEA, turns=(), exchanges=(), sections=())
    found = citing(archive.material(bare), Language.EN)
    assert (found.usual, found.others, found.mends) == ("", {}, {})


def test_a_fault_is_reported_with_the_turn_and_its_address() -> None:
    mends = said(Language.EN, corrections="mailto:archive@example.org").mends
    assert list(mends) == ["t1", "t2", "t3", "t4"]
    assert mends["t3"] == (
        "mailto:archive@example.org?subject=sea%23t3"
        "&body=https%3A%2F%2Fexample.org%2Ftalks%2Fen%2Fsea.html%23t3%0D%0A%0D%0A"
    )
    issues = said(Language.FA, corrections="https://example.org/issues/new").mends
    assert issues["t1"].startswith(
        "https://example.org/issues/new?title=sea%23t1&body=https%3A%2F%2Fexample.org%2Ftalks%2Ffa"
    )
    assert said(Language.EN).mends == {}
