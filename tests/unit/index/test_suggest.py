from __future__ import annotations

import math

import pytest

from goftogu.content import vocabulary
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.index import suggest
from goftogu.index.pasting import Pasting
from goftogu.index.suggest import Grammar, TermPlace
from goftogu.model import Bilingual, Interview
from goftogu.persian.folding import fold
from tests.collecting import collected
from tests.entries import a_person, a_topic
from tests.talks import file, talk

NONE = Bilingual("", "")


def lemma(word: str) -> str:
    return {"بود": "بود#باش", "کتاب‌ها": "کتاب"}.get(word, word)


GRAMMAR = Grammar(lemma, frozenset(map(fold, ("این", "است"))))


def terms(*samples: Interview, known: Vocabulary | None = None, each: int = 2) -> list[str]:
    return [candidate.term for candidate in suggest.rank(samples, known or Vocabulary(), GRAMMAR, each)]


def test_the_terms_of_an_exchange_are_those_the_others_do_not_have() -> None:
    sample = talk(("مردم", "مردم دریا"), ("مردم", "مردم جنگل"), ("مردم", "مردم کویر"))
    assert terms(sample, each=1) == ["جنگل", "دریا", "کویر"]


def test_words_that_cannot_be_headings_are_left_out() -> None:
    assert terms(talk(("این آب ۱۳۵۷ بود", "است جناب"))) == []
    assert terms(talk(("این کتاب‌ها بود", ""))) == ["کتاب"]


def test_what_is_asked_about_and_what_both_speak_of_is_raised() -> None:
    assert terms(talk(("دریا", "جنگل")))[0] == "دریا"
    assert terms(talk(("کویر", "جنگل جنگل. دریا")), talk(("دریا", "دریا دشت")))[0] == "جنگل"
    assert terms(talk(("دریا", "جنگل جنگل دریا")))[0] == "دریا"


def test_two_words_that_stand_together_more_than_once_are_one_term() -> None:
    sample = talk(("محیط زیست", "محیط زیست، محیط کار"), ("جنگل", "کویر"))
    found = terms(sample, each=9)
    assert {"محیط زیست", "محیط"} < set(found)
    assert "زیست" not in found


def test_a_mark_parts_two_words() -> None:
    assert "محیط زیست" not in terms(talk(("محیط، زیست", "محیط. زیست")), each=9)


def test_names_and_what_is_indexed_are_left_out() -> None:
    known = Vocabulary(
        {"sea": a_topic("sea", NONE, triggers=("دریای خزر",))},
        {"x": a_person("x", PersonKind.PERSON, Bilingual("رضا احمدی", ""), NONE)},
    )
    sample = talk(("رضا احمدی پزشکیان دریای خزر", "کویر دریا"))
    assert terms(sample, known=known, each=9) == ["دریا", "کویر"]


def test_the_weightiest_comes_first_and_every_exchange_gives_its_place() -> None:
    sample = talk(("دریا دریا", "کویر"), ("جنگل", "دریا دریا"), ("دشت", "کوه"))
    first, *_ = suggest.rank([sample], Vocabulary(), GRAMMAR, each=2)
    assert first.term == "دریا"
    assert first.places == (
        TermPlace("talk", "t1", ("", "دریا", " دریا")),
        TermPlace("talk", "t4", ("", "دریا", " دریا")),
    )
    assert first.score == pytest.approx(2 * 2.15 * 0.6931, rel=0.01)


def test_a_term_weighs_by_how_often_and_where_it_is_said() -> None:
    sample = talk(("دریا", "جنگل جنگل کویر دریا محیط زیست، محیط زیست"), ("دشت", ""))
    found = {one.term: one.score for one in suggest.rank([sample], Vocabulary(), GRAMMAR, each=9)}
    alone = math.log(3)
    assert found == pytest.approx(
        {
            "دریا": 2 * 1.15 * 1.3 * alone,
            "جنگل": 2 * alone,
            "محیط زیست": 2 * 0.8 * alone,
            "دشت": 1.15 * alone,
            "کویر": alone,
        }
    )


@pytest.mark.parametrize(("word", "said"), [("کتاب", "کتاب‌ها"), ("نوشته", "نوشت")])
def test_a_pair_is_shown_as_it_was_said(word: str, said: str) -> None:
    language = Grammar(lambda one: word if one == said else one, frozenset())
    text = f"{said} باغ. {said} باغ"
    found = suggest.rank([talk((text, ""))], Vocabulary(), language, each=1)
    assert [(one.term, one.places[0].line) for one in found] == [
        (f"{word} باغ", ("", f"{said} باغ", f". {said} باغ")),
    ]


def test_the_fragment_is_toml_that_asks_for_the_english() -> None:
    candidates = suggest.rank([talk(("محیط\nزیست", "محیط زیست"), ("دریا", "کویر"))], Vocabulary(), GRAMMAR, each=1)
    pasting = Pasting(Vocabulary(), "heading", [("محیط زیست", "Environment")], translated=True)
    text = suggest.fragment(candidates, pasting)
    assert text == (
        '## talk#t1: محیط زیست\n[environment]\nfa = "محیط زیست"\nen = "Environment"\ntriggers = ["محیط زیست"]\n\n'
        '## talk#t3: دریا\n# [heading-2]\n# fa = "دریا"\n# en = ""\n# triggers = ["دریا"]\n'
    )
    found, problems = collected(vocabulary.read_vocabulary, {"topics.toml": file("topics.toml", text)})
    assert (list(found.topics), problems) == (["environment"], [])


def test_the_words_of_the_language_that_are_no_headings() -> None:
    language = suggest.grammar()
    text = "کجا سال طبیعتاً متوسط وقتی خیلی نخستین قنات When What مثلا علاقه‌مند سفالگر حقیقتاً"
    found = suggest.rank([talk((text, "سفال"))], Vocabulary(), language, each=20)
    assert {candidate.term for candidate in found} == {"قنات", "سفالگر", "سفال"}


def test_without_interviews_there_is_nothing_to_suggest() -> None:
    pasting = Pasting(Vocabulary(), "heading", translated=True)
    assert suggest.fragment(suggest.rank([], Vocabulary(), GRAMMAR, each=2), pasting) == ""
