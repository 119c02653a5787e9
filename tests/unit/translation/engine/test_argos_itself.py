"""The engine against Argos Translate itself: equal sentences give equal text."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from goftogu.translation.engine.modelled import ModelEngine


class OneSentence:
    """Stands in for Argos's own splitter, so that both sides get the same sentences."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


@pytest.fixture(scope="module")
def argos() -> Any:
    """Argos's module, without the splitters that it imports and never calls here."""
    minisbd = ModuleType("minisbd")
    minisbd.__dict__.update(SBDetect=None, models=SimpleNamespace(cache_dir=""))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "stanza", ModuleType("stanza"))
        patch.setitem(sys.modules, "minisbd", minisbd)
        from argostranslate import translate

        yield translate


def test_equal_sentences_give_equal_text(argos: Any, engine: ModelEngine, pairs: list[tuple[str, str]]) -> None:
    words = sorted({word for source, _ in pairs for word in source.split()})
    nonsense = [" ".join(words[start : start + start % 12 + 1]) for start in range(60)]
    sentences = [source for source, _ in pairs] + nonsense
    package = SimpleNamespace(tokenizer=engine._tokenizer, target_prefix=engine.manner.prefix)
    theirs = [
        argos.apply_packaged_translation(package, sentence, engine._translator, OneSentence(), 1)[0]
        for sentence in sentences
    ]
    ours = engine.translate(sentences)
    assert [found.text for found in ours] == [found.value for found in theirs]
    assert [found.score for found in ours] == pytest.approx([found.score for found in theirs], abs=0.05)
