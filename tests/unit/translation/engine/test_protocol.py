from __future__ import annotations

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.engine.protocol import Hypothesis, Translator, join

PARTS = st.lists(
    st.builds(Hypothesis, st.text("ab "), st.floats(-50, 0), st.integers(0, 40), st.booleans()), max_size=5
)


@pytest.mark.parametrize(
    ("probability", "tokens", "score", "confidence"),
    [(-2.0, 1, -2.0, -2.0), (-6.4, 32, -3.2, -0.2), (-1.0, 0, -1.0, -1.0), (0.0, 5, 0.0, 0.0)],
)
def test_scores_are_those_of_the_engine(probability: float, tokens: int, score: float, confidence: float) -> None:
    found = Hypothesis("", probability, tokens)
    assert math.isclose(found.score, score)
    assert math.isclose(found.confidence, confidence)


def test_parts_are_put_together() -> None:
    parts = [Hypothesis("The garden", -1.0, 2), Hypothesis("", -0.5, 1), Hypothesis("is large.", -2.0, 3, cut_off=True)]
    assert join(parts) == Hypothesis("The garden is large.", -3.5, 6, cut_off=True)
    assert join(parts[:2], "|") == Hypothesis("The garden", -1.5, 3)
    assert join([]) == Hypothesis("", 0, 0)


@given(PARTS, PARTS)
def test_it_does_not_matter_in_which_steps(first: list[Hypothesis], second: list[Hypothesis]) -> None:
    whole, steps = join([*first, *second]), join([join(first), join(second)])
    assert (whole.text, whole.tokens, whole.cut_off) == (steps.text, steps.tokens, steps.cut_off)
    assert math.isclose(whole.log_probability, steps.log_probability, abs_tol=1e-9)


class One(Translator):
    origin = "one"

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        return [Hypothesis(text.upper(), 0.0, 1, careful) for text in sentences]


def test_an_engine_that_sees_sentences_alone_need_not_hear_of_the_rest() -> None:
    engine = One()
    engine.look_around(lambda _: None)
    engine.begin([["a"]])
    assert vars(engine) == {}


def test_an_engine_with_one_translation_has_that_as_its_only_alternative() -> None:
    assert One().alternatives(["a", "b"]) == [[Hypothesis("A", 0.0, 1)], [Hypothesis("B", 0.0, 1)]]
    assert One().alternatives([]) == []
