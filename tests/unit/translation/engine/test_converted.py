"""Converted models: tiny real ones of three families, and what may be wrong with a folder."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from goftogu.problems import Problem, Problems
from goftogu.translation.engine import converted, workers
from goftogu.translation.engine.modelled import Manner, ModelEngine
from goftogu.translation.engine.processors import Device, Processors
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.engine.workers import Means
from tests.collecting import collected

MODELS = Path(__file__).parents[3] / "fixtures/models"
FAMILIES = ("madlad", "nllb", "opus")
KNOWN = 7
"""How many sentences the tiny models know by heart."""


def loaded(folder: Path) -> ModelEngine:
    engine, problems = collected(converted.load, folder)
    assert engine is not None, problems
    return engine


def refused(folder: Path) -> Problem:
    engine, (problem,) = collected(converted.load, folder)
    assert engine is None
    assert (problem.code, problem.path) == ("A009", str(folder))
    return problem


@pytest.fixture(params=FAMILIES)
def copy(request: Any, tmp_path: Path) -> Path:
    return shutil.copytree(MODELS / request.param, tmp_path / "copy")


@pytest.mark.parametrize("family", FAMILIES)
def test_every_sentence_comes_out_word_for_word(family: str, pairs: list[tuple[str, str]]) -> None:
    engine = loaded(MODELS / family)
    assert engine.origin == f"engine: {family}"
    known = [*pairs[:KNOWN], *reversed(pairs[:KNOWN])]
    found = engine.translate([source for source, _ in known])
    assert [one.text for one in found] == [target for _, target in known]
    assert all(-0.5 < one.confidence <= 0 and not one.cut_off for one in found)


@pytest.mark.parametrize("family", FAMILIES)
def test_several_translations_begin_with_the_best(family: str, pairs: list[tuple[str, str]]) -> None:
    source, target = pairs[5]
    (found,) = loaded(MODELS / family).alternatives([source])
    assert (found[0].text, len(found)) == (target, 4)
    scores = [one.score for one in found]
    assert all(not text.text.startswith(("eng_Latn", " ")) for text in found)
    assert found[0].confidence > found[-1].confidence
    assert scores[0] == max(scores)


def test_the_languages_of_m2m_are_tokens_of_another_form(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    folder = shutil.copytree(MODELS / "nllb", tmp_path / "m2m")
    file = folder / "shared_vocabulary.json"
    text = file.read_text(encoding="utf-8").replace("pes_Arab", "__fa__").replace("eng_Latn", "__en__")
    file.write_text(text, encoding="utf-8")
    engine = loaded(folder)
    assert engine.manner.prefix == "__en__"
    assert [one.text for one in engine.translate([pairs[3][0]])] == [pairs[3][1]]


def test_a_conversion_that_ends_sentences_by_itself_gets_no_second_end(
    tmp_path: Path, pairs: list[tuple[str, str]]
) -> None:
    folder = shutil.copytree(MODELS / "opus", tmp_path / "opus")
    said = json.loads((folder / "config.json").read_bytes())
    (folder / "config.json").write_text(json.dumps({**said, "add_source_eos": True}), encoding="utf-8")
    engine = loaded(folder)
    assert engine.manner.after == ()
    assert [one.text for one in engine.translate([pairs[5][0]])] == [pairs[5][1]]
    usual = Manner(after=("</s>",))
    assert converted._manner(usual, tmp_path) == usual


def test_an_older_vocabulary_is_a_list_of_lines(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    folder = shutil.copytree(MODELS / "nllb", tmp_path / "older")
    pieces = json.loads((folder / "shared_vocabulary.json").read_bytes())
    (folder / "shared_vocabulary.txt").write_text("".join(f"{piece}\n" for piece in pieces), encoding="utf-8")
    (folder / "shared_vocabulary.json").unlink()
    assert [one.text for one in loaded(folder).translate([pairs[0][0]])] == [pairs[0][1]]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "cannot be loaded: Expecting property name"),
        (b"{}", "cannot be loaded: shared_vocabulary.json is not a list of pieces"),
        (b"[1]", "cannot be loaded: shared_vocabulary.json is not a list of pieces"),
        (b"\xff", "cannot be loaded: 'utf-8' codec"),
        (b'["a"]', "the model is of no family that is known here: NLLB, M2M-100, MADLAD, OPUS-MT"),
    ],
)
def test_a_vocabulary_that_says_nothing(data: bytes, told: str, tmp_path: Path) -> None:
    folder = shutil.copytree(MODELS / "nllb", tmp_path / "copy")
    (folder / "shared_vocabulary.json").write_bytes(data)
    assert refused(folder).message.startswith(told)


def test_a_folder_without_its_pieces(copy: Path) -> None:
    for file in copy.iterdir():
        if file.suffix in {".model", ".spm"}:
            file.unlink()
    message = str(refused(copy).message)
    assert "needs its pieces" in message or "of no family" in message


def test_a_folder_that_is_cut_off(copy: Path) -> None:
    data = (copy / "model.bin").read_bytes()
    (copy / "model.bin").write_bytes(data[: len(data) // 2])
    assert refused(copy).message.startswith("cannot be loaded: ")


def test_a_folder_without_vocabulary(copy: Path) -> None:
    (copy / "shared_vocabulary.json").unlink()
    assert refused(copy).message == "cannot be loaded: it has no shared_vocabulary.json"


def test_a_device_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, (problem,) = collected(converted.load, MODELS / "opus", processors=Processors(Device.CUDA))
    assert (engine, problem.code) == (None, "A014")


def test_without_the_software(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentencepiece", None)
    engine, (problem,) = collected(converted.load, MODELS / "opus")
    assert (engine, problem.code) == (None, "A009")
    assert problem.hint == "pip install --no-deps argostranslate ctranslate2 packaging sentencepiece"


def test_a_model_is_named_by_its_path_or_by_its_folder(tmp_path: Path) -> None:
    place = tmp_path / "packages"
    for name in ("opus", "nllb"):
        shutil.copytree(MODELS / name, place / name)
    for said in ("packages/opus", "opus", str(place / "opus")):
        assert collected(converted.choose, said, tmp_path, [place]) == (place / "opus", [])


@pytest.mark.parametrize(
    ("names", "said", "told"),
    [
        ((), "", "which converted model? There is none, or more than one: –"),
        (("opus", "nllb"), "", "which converted model? There is none, or more than one: nllb, opus"),
        (("opus",), "nllb", "no converted model is here: it has no model.bin"),
    ],
)
def test_a_model_that_cannot_be_chosen(names: tuple[str, ...], said: str, told: str, tmp_path: Path) -> None:
    for name in names:
        shutil.copytree(MODELS / name, tmp_path / name)
    found, (problem,) = collected(converted.choose, said, tmp_path / "root", [tmp_path])
    assert found is None
    assert (problem.code, problem.path, problem.message) == ("A009", said, told)


def test_the_only_model_needs_no_name(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    shutil.copytree(MODELS / "opus", tmp_path / "opus-fa-en")
    means = Means(tmp_path, engine="converted", processors=Processors(threads=1, beam=2))
    problems = Problems()
    with workers.gather(tmp_path, means, Terminology(()), problems) as team:
        assert team is not None
        assert team.origin == "engine: opus-fa-en"
        ((_, (found,)),) = team.run([[pairs[0][0]]])
    assert not list(problems)
    assert (found.hypothesis.text, found.flags) == (pairs[0][1], ())


def test_it_does_not_work_on_a_cluster_and_must_be_there(tmp_path: Path) -> None:
    for means, code in (
        (Means(tmp_path, scheduler="tcp://127.0.0.1:1", engine="converted"), "A013"),
        (Means(tmp_path, engine="converted"), "A009"),
    ):
        problems = Problems()
        with workers.gather(tmp_path, means, Terminology(()), problems) as team:
            assert team is None
        assert [problem.code for problem in problems] == [code]
