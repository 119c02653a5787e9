from __future__ import annotations

import pytest

from goftogu.translation.engine import modelled
from goftogu.translation.engine.modelled import ModelEngine
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
