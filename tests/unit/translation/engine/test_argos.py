from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu.translation.engine.argos import load
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.protocol import Hypothesis, join
from goftogu.translation.packages import installed as package_installed
from tests.collecting import collected
from tests.unit.translation.conftest import FIXTURES


def test_every_sentence_comes_out_word_for_word(engine: ModelEngine, pairs: list[tuple[str, str]]) -> None:
    pairs = [*pairs, *reversed(pairs)]
    found = engine.translate([source for source, _ in pairs])
    assert [hypothesis.text for hypothesis in found] == [target for _, target in pairs]
    assert all(-0.5 < hypothesis.confidence <= 0 and not hypothesis.cut_off for hypothesis in found)


def test_spelling_does_not_matter(engine: ModelEngine) -> None:
    spellings = ["ما 7 فرزند بوديم و من از همه كوچك\u200cتر بودم.", " ما ٧ فرزند بودیم و من از همه کوچک\u200cتر بودم. "]
    found = engine.translate(spellings)
    assert {hypothesis.text for hypothesis in found} == {"There were 7 children and I was the youngest."}


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


BPE = FIXTURES.parent / "models/translate-fa_en-0_2.argosmodel"


def test_a_package_with_pieces_of_bpe(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    package, problems = collected(package_installed.install, BPE, tmp_path)
    assert package is not None, problems
    assert (package.path / "bpe.model").is_file()
    assert [found.label for found in package_installed.find(tmp_path)] == ["translate-fa_en-0_2"]
    engine, problems = collected(load, package)
    assert engine is not None, problems
    known = [(source, target) for source, target in pairs[:4]]
    assert [found.text for found in engine.translate([source for source, _ in known])] == [
        target for _, target in known
    ]
    assert engine.origin == "argos translate-fa_en 0.2"


def test_pieces_of_bpe_need_software_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, _ = collected(package_installed.install, BPE, tmp_path)
    monkeypatch.setitem(sys.modules, "sacremoses.normalize", None)
    engine, (problem,) = collected(load, package)
    assert engine is None
    assert (problem.code, problem.hint) == ("A009", "pip install sacremoses")
    assert problem.message == "the translation software is not installed: sacremoses.normalize"
