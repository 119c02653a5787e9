from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from goftogu.translation.engine import modelled
from goftogu.translation.engine.modelled import Manner, ModelEngine
from goftogu.translation.engine.processors import Device, Placement
from goftogu.translation.engine.protocol import Hypothesis, join


def test_blanks_and_bare_marks_never_reach_the_engine(engine: ModelEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf:
        def translate_batch(self, tokens: list[list[str]], **_: object) -> list[object]:
            assert tokens == []
            return []

    monkeypatch.setattr(engine, "_translator", Deaf())
    found = engine.translate(["", " \n", "\u200c", "؟!", "«…»"])
    assert [hypothesis.text for hypothesis in found] == ["", "", "", "?!", "“…”"]
    assert found[0].confidence == found[0].score == 0


def test_each_sentence_is_decoded_once(engine: ModelEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    real = engine._translator

    class Watched:
        def translate_batch(self, tokens: list[list[str]], **options: object) -> list[object]:
            seen.extend(tokens)
            return list(real.translate_batch(tokens, **options))

    monkeypatch.setattr(engine, "_translator", Watched())
    engine.translate(["چرا معلم شدید؟", "کودکی و خانواده", "چرا معلم شديد؟", "از مدرسه چه به یاد دارید؟"])
    assert len(seen) == 3
    assert [len(tokens) for tokens in seen] == sorted(map(len, seen), reverse=True)


def test_a_long_sentence_is_cut(engine: ModelEngine) -> None:
    sentence = " ".join(["من هم از شما سپاسگزارم؛"] * 12)
    segments = engine._segments(sentence)
    assert len(segments) == 2
    assert " ".join(segments) == sentence
    whole, *parts = engine.translate([sentence, *segments])
    assert whole == join(parts)


def test_alternatives_of_parts_are_joined_rank_by_rank() -> None:
    def ranked(*texts: str) -> list[Hypothesis]:
        return [Hypothesis(text, -float(rank), 1) for rank, text in enumerate(texts)]

    across = modelled._across([ranked("One.", "First.", "1."), ranked("Two.", "Second."), ranked("Three.")])
    assert [found.text for found in across] == ["One. Two. Three.", "First. Second. Three.", "1. Second. Three."]
    assert [found.log_probability for found in across] == [0.0, -2.0, -3.0]


class Loaded:
    """Stands for a model: notes how it is asked, and always says the same."""

    def __init__(self, *pieces: str) -> None:
        self.pieces = list(pieces)
        self.options: dict[str, object] = {}

    def translate_batch(self, tokens: list[list[str]], **options: object) -> list[SimpleNamespace]:
        self.options = options
        return [SimpleNamespace(hypotheses=[self.pieces], scores=[-0.5]) for _ in tokens]

    def encode(self, sentence: str) -> list[str]:
        return sentence.split()

    def decode(self, tokens: list[str]) -> str:
        return " ".join(tokens)


def loaded(model: Any) -> ModelEngine:
    return ModelEngine("engine: x", model, Manner(length_penalty=2.0), model, Placement(Device.CPU, 1, 3, 64))


def test_care_follows_twice_as_many_hypotheses_and_lets_nothing_come_twice() -> None:
    model = Loaded("Good", "day")
    loaded(model).translate(["روز خوش"])
    assert (model.options["beam_size"], model.options["no_repeat_ngram_size"]) == (3, 0)
    loaded(model).translate(["روز خوش"], careful=True)
    assert (model.options["beam_size"], model.options["no_repeat_ngram_size"]) == (6, 4)
    loaded(model).alternatives(["روز خوش"])
    assert (model.options["beam_size"], model.options["num_hypotheses"]) == (4, 4)
    assert model.options["replace_unknowns"] is True


def test_a_score_counts_for_the_whole_sentence_with_its_end() -> None:
    assert loaded(Loaded("Good", "day")).translate(["روز خوش", "…"]) == [
        Hypothesis("Good day", -0.5 * 3**2, 3),
        Hypothesis("…", 0.0, 0),
    ]


@pytest.mark.parametrize(("count", "is_cut_off"), [(255, False), (256, True)])
def test_an_english_of_256_pieces_is_cut_off(count: int, is_cut_off: bool) -> None:
    (found,) = loaded(Loaded(*["day"] * count)).translate(["روز خوش"])
    assert found.cut_off is is_cut_off
