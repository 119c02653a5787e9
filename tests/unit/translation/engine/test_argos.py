from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu.translation.engine import argos
from goftogu.translation.engine.argos import Engine, load
from goftogu.translation.engine.protocol import Hypothesis, join
from goftogu.translation.packages import installed as package_installed
from tests.collecting import collected


def test_every_sentence_comes_out_word_for_word(engine: Engine, pairs: list[tuple[str, str]]) -> None:
    pairs = [*pairs, *reversed(pairs)]
    found = engine.translate([source for source, _ in pairs])
    assert [hypothesis.text for hypothesis in found] == [target for _, target in pairs]
    assert all(-0.5 < hypothesis.confidence <= 0 and not hypothesis.cut_off for hypothesis in found)


def test_spelling_does_not_matter(engine: Engine) -> None:
    spellings = ["ما 7 فرزند بوديم و من از همه كوچك\u200cتر بودم.", " ما ٧ فرزند بودیم و من از همه کوچک\u200cتر بودم. "]
    found = engine.translate(spellings)
    assert {hypothesis.text for hypothesis in found} == {"There were 7 children and I was the youngest."}


def test_blanks_and_bare_marks_never_reach_the_engine(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf:
        def translate_batch(self, tokens: list[list[str]], **_: object) -> list[object]:
            assert tokens == []
            return []

    monkeypatch.setattr(engine, "_translator", Deaf())
    found = engine.translate(["", " \n", "\u200c", "؟!", "«…»"])
    assert [hypothesis.text for hypothesis in found] == ["", "", "", "?!", "“…”"]
    assert found[0].confidence == found[0].score == 0


def test_each_sentence_is_decoded_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_long_sentence_is_cut(engine: Engine) -> None:
    sentence = " ".join(["من هم از شما سپاسگزارم؛"] * 12)
    segments = engine._segments(sentence)
    assert len(segments) == 2
    assert " ".join(segments) == sentence
    whole, *parts = engine.translate([sentence, *segments])
    assert whole == join(parts)


def test_a_prefix_is_given_and_taken_away(installed: package_installed.InstalledPackage) -> None:
    package = package_installed.InstalledPackage(installed.path, "fa", "en", "0.1", prefix="\u2581I")
    loaded, _ = collected(load, package)
    assert loaded is not None
    (found,) = loaded.translate(["من هم از شما سپاسگزارم."])
    assert found.text == "I thank you too."


def test_join() -> None:
    parts = [Hypothesis("One.", -1.0, 4), Hypothesis("", 0.0, 0), Hypothesis("Two.", -2.0, 8, cut_off=True)]
    whole = join(parts)
    assert whole == Hypothesis("One. Two.", -3.0, 12, cut_off=True)
    assert whole.confidence == -0.25
    assert whole.score == pytest.approx(-3 / 12**0.2)


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
def test_a_damaged_package(name: str, installed: package_installed.InstalledPackage, tmp_path: Path) -> None:
    copy = shutil.copytree(installed.path, tmp_path / "copy")
    data = (copy / name).read_bytes()
    (copy / name).write_bytes(data[: len(data) // 2])
    package, _ = collected(package_installed.inspect, copy)
    assert package is not None
    engine, problems = collected(load, package)
    assert engine is None
    assert [(problem.code, problem.path) for problem in problems] == [("A009", str(copy))]


def test_without_argos(installed: package_installed.InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "argostranslate.package", None)
    engine, problems = collected(load, installed)
    assert engine is None
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("A009", "pip install --no-deps argostranslate ctranslate2 packaging sentencepiece")
    ]
    assert "argostranslate" in problems[0].message


def test_importing_costs_nothing() -> None:
    code = "import sys, goftogu.translation.engine.argos, goftogu.translation.packages.installed; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"argostranslate", "ctranslate2", "sentencepiece", "numpy", "torch", "stanza"} & set(modules)


def test_alternatives_of_parts_are_joined_rank_by_rank() -> None:
    def ranked(*texts: str) -> list[Hypothesis]:
        return [Hypothesis(text, -float(rank), 1) for rank, text in enumerate(texts)]

    across = argos._across([ranked("One.", "First.", "1."), ranked("Two.", "Second."), ranked("Three.")])
    assert [found.text for found in across] == ["One. Two. Three.", "First. Second. Three.", "1. Second. Three."]
    assert [found.log_probability for found in across] == [0.0, -2.0, -3.0]
