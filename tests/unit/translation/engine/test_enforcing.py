from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from goftogu.translation.engine.decode import Checked, decode
from goftogu.translation.engine.protocol import Hypothesis, Translator
from goftogu.translation.engine.terminology import Fixed, Terminology

NAMES = {"مینا": "Mina", "رضا": "Reza", "اهواز": "Ahvaz", "آبادان": "Abadan"}
TERMS = Terminology([Fixed(persian, (english,)) for persian, english in NAMES.items()])
SOURCE = "مینا و رضا از اهواز به آبادان رفتند."


class Forgetful(Translator):
    """An engine that loses all names, and of the placeholders those that it is told to lose."""

    origin = "argos translate-fa_en 1.5"

    def __init__(
        self, lost: Sequence[str] = (), others: Sequence[str] = (), alone: Mapping[str, str] | None = None
    ) -> None:
        self.lost, self.others, self.alone = lost, others, alone or {}
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        assert not careful
        self.asked += sentences
        return [Hypothesis(self.answer(sentence), -1.0, 5) for sentence in sentences]

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        self.asked += [f"others {sentence}" for sentence in sentences]
        return [[Hypothesis(text, -2.0, 5) for text in self.others] for _ in sentences]

    def answer(self, sentence: str) -> str:
        if sentence in self.alone:
            return self.alone[sentence]
        words = sentence.rstrip(".").split()
        known = [word for word in words if word.isascii() and word not in self.lost]
        there = iter([*known, "Mitra", "Razi", "Ahwaz", "Apadan"][:4])
        return "{} and {} went from {} to {} then.".format(*there)


def enforced(engine: Forgetful, source: str = SOURCE, terms: Terminology = TERMS) -> Checked:
    (found,) = decode(engine, [source], terms)
    return found


def test_all_names_of_a_sentence_come_back_at_once() -> None:
    engine = Forgetful()
    found = enforced(engine)
    assert found.hypothesis.text == "Mina and Reza went from Ahvaz to Abadan then."
    assert found.terms == ("Mina", "Reza", "Ahvaz", "Abadan")
    assert engine.asked == [SOURCE, "Oslo و Lima از Cairo به Milan رفتند."]


def test_those_whose_placeholder_is_lost_are_left_out_one_by_one() -> None:
    engine = Forgetful(lost=["Milan"])
    found = enforced(engine)
    assert all(name in found.hypothesis.text for name in ("Mina", "Reza", "Ahvaz"))
    assert "Abadan" not in found.hypothesis.text
    assert found.terms == ("Mina", "Reza", "Ahvaz")
    assert engine.asked[-2:] == ["others Oslo و Lima از Cairo به آبادان رفتند.", "آبادان"]


def test_other_translations_of_the_masked_text_are_looked_through() -> None:
    others = ["Lima, Oslo and Cairo: Abadan.", "Oslo and Lima went from Cairo to Abadan then."]
    found = enforced(Forgetful(lost=["Milan"], others=others))
    assert found.hypothesis.text == "Mina, Reza and Ahvaz: Abadan.".replace("Mina, Reza", "Reza, Mina")
    assert TERMS.missing(SOURCE, found.hypothesis.text) == []
    assert found.terms == ("Mina", "Reza", "Ahvaz")


def test_what_the_engine_calls_a_name_when_it_is_alone_gives_way_to_the_settled_form() -> None:
    alone = {"مینا": "Mitra.", "رضا": "“Razi”", "اهواز": "ahwaz", "آبادان": "No"}
    found = enforced(Forgetful(lost=["Oslo", "Lima", "Cairo", "Milan"], alone=alone))
    assert found.hypothesis.text == "Mina and Reza went from Ahvaz to Apadan then."
    assert found.terms == ("Mina", "Reza", "Ahvaz")


@pytest.mark.parametrize("english", ["", "ab", "then then", "Razi and", "and"])
def test_an_english_that_is_not_there_as_often_as_the_term_stays(english: str) -> None:
    source = "رضا رفت و رضا آمد."
    engine = Forgetful(lost=["Oslo"], alone={"رضا": english, source: "Razi and then Razzi came and went."})
    assert enforced(engine, source).terms == ()


@pytest.mark.parametrize(("english", "settled"), [("Ra", "Ra went."), ("Raz", "Reza went.")])
def test_an_english_of_three_letters_gives_way_and_a_shorter_one_does_not(english: str, settled: str) -> None:
    told = {"رضا رفت.": f"{english} went.", "Oslo رفت.": "He went.", "رضا": english}
    assert enforced(Forgetful(alone=told), "رضا رفت.").hypothesis.text == settled


def test_of_seven_names_only_those_are_called_put_in_that_had_a_placeholder() -> None:
    english = ["Mina", "Reza", "Sara", "Ali", "Nima", "Yalda", "Omid"]
    persian = ["مینا", "رضا", "سارا", "علی", "نیما", "یلدا", "امید"]
    terms = Terminology(Fixed(fa, (en,)) for fa, en in zip(persian, english, strict=True))
    source = " و ".join(persian)
    hidden = "Oslo و Lima و Cairo و Milan و Tokyo و Quito و امید"
    names = "Oslo and Lima and Cairo and Milan and Tokyo and Quito and hope"
    told = {source: "They were all there on the day when we left for the sea.", hidden: names, "امید": "No"}
    found = enforced(Forgetful(alone=told), source, terms)
    assert found.hypothesis.text == "Mina and Reza and Sara and Ali and Nima and Yalda and hope"
    assert found.terms == ("Mina", "Reza", "Sara", "Ali", "Nima", "Yalda")


def test_a_name_that_occurs_twice_is_replaced_twice() -> None:
    source = "رضا رفت و رضا آمد."
    told = {source: "Razi went and he came.", "Oslo رفت و Oslo آمد.": "Oslo went and Oslo came."}
    assert enforced(Forgetful(alone=told), source).hypothesis.text == "Reza went and Reza came."


def test_a_text_with_more_faults_is_not_taken() -> None:
    told = {"رضا رفت.": "He went.", "Oslo رفت.": "Oslo went ؟؟", "رضا": "He"}
    found = enforced(Forgetful(alone=told), "رضا رفت.")
    assert (found.hypothesis.text, found.flags) == ("He went.", ())


def test_what_lacks_nothing_is_asked_for_once() -> None:
    engine = Forgetful(alone={"رضا رفت.": "Reza went."})
    assert enforced(engine, "رضا رفت.") == Checked(Hypothesis("Reza went.", -1.0, 5), ())
    assert engine.asked == ["رضا رفت."]


def test_without_terms_nothing_is_enforced() -> None:
    engine = Forgetful()
    enforced(engine, terms=Terminology())
    assert engine.asked == [SOURCE]
