"""Other forms of what is searched for: by the glossary, topics, people and places, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.content.entries import Words
from goftogu.content.other_names import OtherName
from goftogu.content.vocabulary import Person, PersonKind, Place, Term, Vocabulary
from goftogu.model import Bilingual, Language
from goftogu.search import terms
from tests.entries import a_person, a_place, a_topic

FA, EN = Language.FA, Language.EN
GLOSSARY = {
    "سازمان همکاری شانگهای": ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", "SCO"),
    "شانگهای": ("Shanghai Cooperation Organisation", "SCO", "Shanghai"),
    "راه‌آهن": ("railway", "railways", "rail"),
    "منطقهٔ آزاد": ("free zone", "free trade zone"),
    "رئیس‌جمهور": ("President",),
    "سازمان ملل": ("UN", "United Nations"),
    "آ": ("A", "Letter A"),
}
SARV = a_person(
    "sarv",
    PersonKind.PERSON,
    Bilingual("آزاد سرو", "Azad Sarv"),
    Bilingual("سرو، آزاد", "Sarv, Azad"),
    aliases=Words(("سرو", "دکتر سرو"), ("Sarv",)),
    names=(OtherName("آزاده نارون", "Azadeh Naroun"),),
    public=True,
)
COAST = a_place("coast", "region", Bilingual("کرانه", "The Coast"), Bilingual("کرانه", "Coast, The"), Words(("ساحل",)))


def vocabulary(*people: Person, place: Place = COAST) -> Vocabulary:
    return Vocabulary(
        topics={"trade": a_topic("trade", Bilingual("داد و ستد", "Trade"), alt=Words(("بازرگانی",), ("commerce",)))},
        people={person.id: person for person in people},
        glossary={fa: Term(fa, en, line=0) for fa, en in GLOSSARY.items()},
        places={place.id: place},
    )


def found(typed: str, language: Language, *people: Person) -> tuple[str, ...]:
    return terms.forms(vocabulary(*people), language).get(terms.key(typed), ())


@pytest.mark.parametrize(
    ("typed", "language", "forms"),
    [
        ("SCO", FA, ("شانگهای",)),
        ("sco", FA, ("شانگهای",)),
        ("shanghai cooperation organization", FA, ("سازمان همکاری شانگهای",)),
        (
            "سازمان همکاری شانگهای",
            EN,
            ("SCO", "Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"),
        ),
        ("سازمان‌همکاری‌شانگهای", EN, ("SCO", "Shanghai Cooperation Organisation", "Shanghai Cooperation Organization")),
        ("شانگهای", EN, ("SCO", "Shanghai")),
        ("سازمان شانگهای", EN, ("SCO", "Shanghai Cooperation Organisation", "Shanghai Cooperation Organization")),
        ("Shanghai Organisation", FA, ("شانگهای",)),
        ("همکاری شانگهای", EN, ()),
        ("rail", FA, ("راه‌آهن",)),
        ("راه آهن", EN, ("railway", "rail")),
        ("راهآهن", EN, ("railway", "rail")),
        ("President", FA, ("رئیس‌جمهور",)),
        ("رییس جمهور", EN, ("President",)),
        ("free trade zone", FA, ("منطقهٔ آزاد",)),
        ("Trade", FA, ("داد و ستد",)),
        ("دادوستد", EN, ("Trade",)),
    ],
)
def test_a_term_of_one_language_finds_those_of_the_other(
    typed: str, language: Language, forms: tuple[str, ...]
) -> None:
    assert set(found(typed, language)) == set(forms)


@pytest.mark.parametrize(
    ("typed", "language", "forms"),
    [
        ("SCO", EN, {"Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"}),
        ("Shanghai Cooperation Organization", EN, {"SCO", "Shanghai Cooperation Organisation"}),
        ("free zone", EN, {"free trade zone"}),
        ("Shanghai Organisation", EN, set()),
        ("Shanghai", EN, set()),
        ("rail", EN, set()),
        ("railway", EN, set()),
        ("commerce", EN, set()),
        ("commerce", FA, set()),
        ("Trade", EN, set()),
        ("رئیس‌جمهور", FA, set()),
        ("شانگهای", FA, set()),
        ("سازمان", EN, set()),
        ("", EN, set()),
        ("UN", EN, {"United Nations"}),
        ("United Nations", EN, {"UN"}),
        ("A", EN, set()),
        ("xyzzy", FA, set()),
    ],
)
def test_a_plain_word_finds_no_other_in_its_language(typed: str, language: Language, forms: set[str]) -> None:
    assert set(found(typed, language)) == forms


def test_what_is_short_for_one_term_and_the_whole_name_of_another_finds_the_other() -> None:
    named = {
        "سازمان همکاری شانگهای": ("Shanghai Cooperation Organisation",),
        "انجمن شانگهای": ("Shanghai Organisation",),
    }
    known = Vocabulary(glossary={fa: Term(fa, en, line=0) for fa, en in named.items()})
    assert terms.forms(known, FA)[terms.key("Shanghai Organisation")] == ("انجمن شانگهای",)
    assert terms.forms(known, EN)[terms.key("سازمان شانگهای")] == ("Shanghai Cooperation Organisation",)


def test_a_name_finds_its_other_forms_the_shortest_of_those_that_contain_each_other() -> None:
    assert set(found("آزاد سرو", FA, SARV)) == {"سرو", "آزاده نارون"}
    assert set(found("سرو", FA, SARV)) == {"آزاده نارون"}
    assert set(found("Azad Sarv", EN, SARV)) == {"Sarv", "Azadeh Naroun"}
    assert set(found("Sarv", FA, SARV)) == {"سرو", "آزاده نارون"}
    assert set(found("آزاده نارون", EN, SARV)) == {"Sarv", "Azadeh Naroun"}


def test_a_place_is_found_by_its_other_names() -> None:
    assert found("ساحل", FA) == ("کرانه",)
    assert found("کرانه", EN) == ("The Coast",)
    assert found("the coast", FA) == ("کرانه", "ساحل")


@pytest.mark.parametrize("language", [FA, EN])
def test_those_who_are_not_public_have_no_part_in_it(language: Language) -> None:
    hidden = vocabulary(replace(SARV, public=False), place=replace(COAST, public=False))
    held = terms.forms(hidden, language)
    said = " ".join([*held, *(form for forms in held.values() for form in forms)])
    assert not any(name in said for name in ("سرو", "Sarv", "کرانه", "Coast", "sarv", "coast"))


def test_no_form_contains_what_is_typed_or_another_form() -> None:
    for language in Language:
        for typed, forms in terms.forms(vocabulary(SARV), language).items():
            keys = [terms.key(form) for form in forms]
            assert typed not in keys
            assert len(set(keys)) == len(keys)
            assert not any(
                one != other and other.split() == one.split()[: len(other.split())] for one in forms for other in forms
            )


def test_an_archive_in_persian_alone_has_names_without_english() -> None:
    alone = replace(SARV, name=Bilingual("آزاد سرو", ""), aliases=Words(("سرو",)), names=())
    held = terms.forms(Vocabulary(people={"sarv": alone}), FA)
    assert held == {terms.key("آزاد سرو"): ("سرو",)}


def test_an_archive_without_vocabularies_has_no_terms() -> None:
    assert terms.forms(Vocabulary(), FA) == {}
