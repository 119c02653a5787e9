from __future__ import annotations

import dataclasses

import pytest

from goftogu.model import Bilingual, Details, InterfaceMessage, Interview, Language, Paragraph, Role, Speaker
from tests import sample_site


def test_a_text_of_two_languages_is_asked_by_language() -> None:
    text = Bilingual("باغ", "garden")
    assert (text[Language.FA], text["fa"]) == ("باغ", "باغ")
    assert (text[Language.EN], text["en"]) == ("garden", "garden")


def test_languages_are_folders_and_tags() -> None:
    assert [str(language) for language in Language] == ["fa", "en"]
    assert f"{Language.FA}/index.html" == "fa/index.html"
    assert [str(role) for role in Role] == ["interviewer", "interviewee", "other"]
    assert isinstance(InterfaceMessage("Interviews"), str)


def test_units_come_in_the_order_of_the_page() -> None:
    names = [unit.id for unit in sample_site.interview().units()]
    assert names == ["title", "speaker.1", "p1", "p2", "s1", "t1.1", "t2.1", "t2.2", "t3.1", "t4.1"]


def test_paragraphs_of_turns_know_their_turn() -> None:
    assert sample_site.interview().turn_ids() == {"t1.1": "t1", "t2.1": "t2", "t2.2": "t2", "t3.1": "t3", "t4.1": "t4"}


def test_the_introduction_is_between_lede_and_note() -> None:
    held = dataclasses.replace(
        sample_site.interview(), introduction=(Paragraph("p3", "یک", "یک", line=0), Paragraph("p4", "دو", "دو", line=0))
    )
    assert [unit.id for unit in held.front()] == ["p1", "p3", "p4", "p2"]
    bare = dataclasses.replace(held, lede=None, note=None, introduction=())
    assert list(bare.front()) == []
    assert [unit.id for unit in bare.units()][:3] == ["title", "speaker.1", "s1"]


def test_every_unit_has_an_id_of_its_own() -> None:
    names = [unit.id for unit in sample_site.interview().units()]
    assert len(set(names)) == len(names)


def test_values_cannot_be_changed() -> None:
    held = sample_site.interview()
    with pytest.raises(dataclasses.FrozenInstanceError):
        held.id = "other"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        held.title.record = ""  # type: ignore[misc]


def test_what_nobody_says_is_empty_and_claims_nothing() -> None:
    details = Details()
    assert (details.date, details.redirects) == (None, {})
    given = {value for value in dataclasses.astuple(details.provenance) if isinstance(value, str)}
    assert given == {""}
    speaker = Speaker("مجری")
    assert (speaker.role, speaker.person, speaker.organisation) == (Role.OTHER, "", "")
    assert not speaker.inferred
    usual = {field.name: field.default for field in dataclasses.fields(Interview)}
    assert usual["sections"] == ()
