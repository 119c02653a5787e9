from __future__ import annotations

import tomllib

import pytest

from goftogu.content.vocabulary import PersonKind, Term, Vocabulary
from goftogu.index.pasting import Pasting, quoted
from goftogu.model import Bilingual
from tests.entries import a_person, a_place, a_topic

KNOWN = Vocabulary(
    topics={"water": a_topic("water", Bilingual("آب", "Water"))},
    glossary={"حق آبه": Term("حق آبه", ("Water right", "Share of water"), 0), "بی نام": Term("بی نام", (), 0)},
)


def _entry(pasting: Pasting, english: str) -> str:
    return pasting.entry(["river#t1: آب"], {"fa": quoted("آب"), "en": quoted(english)}, english)


def test_a_text_of_toml_is_in_its_own_letters() -> None:
    assert quoted('آب «گل» "و"') == '"آب «گل» \\"و\\""'


def test_the_glossary_goes_before_the_texts_and_spelling_does_not_matter() -> None:
    pasting = Pasting(KNOWN, "heading", [("حق\u200cآبه", "Allotment"), ("باغ", "Garden")], translated=True)
    assert [pasting.english(term) for term in ("حق‌آبه", "باغ", "بی نام", "چاه")] == ["Water right", "Garden", "", ""]


@pytest.mark.parametrize(
    ("english", "name"),
    [("Garden", "garden"), ("Water", "water-2"), ("Sīstān & Balūchestān", "sistan-baluchestan"), ("A  b", "a-b")],
)
def test_an_id_is_made_of_the_english_and_is_free(english: str, name: str) -> None:
    assert list(tomllib.loads(_entry(Pasting(KNOWN, "heading", translated=True), english))) == [name]


def test_no_entry_has_the_id_of_another_of_any_vocabulary() -> None:
    both = Bilingual("باغ", "Garden")
    person, place = a_person("garden", PersonKind.PERSON, both, both), a_place("garden-2", "place", both, both)
    known = Vocabulary(
        topics={"garden-3": a_topic("garden-3", both)}, people={person.id: person}, places={place.id: place}
    )
    assert list(tomllib.loads(_entry(Pasting(known, "heading", translated=True), "Garden"))) == ["garden-4"]


def test_two_entries_with_one_english_have_two_ids() -> None:
    pasting = Pasting(KNOWN, "heading", translated=True)
    made = [_entry(pasting, english) for english in ("Well", "Well", "Well")]
    assert list(tomllib.loads("\n".join(made))) == ["well", "well-2", "well-3"]


def test_an_english_without_latin_letters_gets_a_number() -> None:
    assert "[heading-1]" in _entry(Pasting(KNOWN, "heading", translated=True), "؟")


def test_an_entry_without_english_is_a_comment_that_can_be_uncommented() -> None:
    made = _entry(Pasting(KNOWN, "heading", translated=True), "")
    assert tomllib.loads(made) == {}
    uncommented = "\n".join(line.removeprefix("#").removeprefix(" ") for line in made.split("\n"))
    assert tomllib.loads(uncommented) == {"heading-1": {"fa": "آب", "en": ""}}
