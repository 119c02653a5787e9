"""Families of models: how they are told apart, and the tokens that each gets."""

from __future__ import annotations

from pathlib import Path

import pytest
from sentencepiece import SentencePieceProcessor

from goftogu.translation.engine import families
from goftogu.translation.engine.families import FAMILIES, Pieces

MODELS = Path(__file__).parents[3] / "fixtures/models"


@pytest.mark.parametrize(
    ("vocabulary", "name", "before", "prefix"),
    [
        (["</s>", "pes_Arab", "eng_Latn", "fra_Latn"], "NLLB", ("pes_Arab",), "eng_Latn"),
        (["__fa__", "__en__", "▁a"], "M2M-100", ("__fa__",), "__en__"),
        (["<2en>", "<2fa>", "▁a"], "MADLAD", (), ""),
        ([">>eng<<", ">>deu<<"], "OPUS-MT", (">>eng<<",), ""),
    ],
)
def test_the_vocabulary_tells_the_family(
    vocabulary: list[str], name: str, before: tuple[str, ...], prefix: str, tmp_path: Path
) -> None:
    found = families.recognised(vocabulary, tmp_path)
    assert found is not None
    assert (found.name, found.manner.before, found.manner.prefix) == (name, before, prefix)
    assert found.manner.after == ("</s>",)


def test_one_language_alone_is_not_enough(tmp_path: Path) -> None:
    assert families.recognised(["pes_Arab", "fra_Latn"], tmp_path) is None
    assert families.recognised([], tmp_path) is None


def test_opus_mt_into_english_alone_is_known_by_its_files(tmp_path: Path) -> None:
    (tmp_path / "source.spm").touch()
    assert families.recognised(["▁a"], tmp_path) is None
    (tmp_path / "target.spm").touch()
    found = families.recognised(["▁a"], tmp_path)
    assert found is not None
    assert (found.name, found.manner.before) == ("OPUS-MT", ())


def test_the_files_of_the_pieces_are_found_by_preference(tmp_path: Path) -> None:
    nllb = FAMILIES[0]
    assert nllb.find(tmp_path) is None
    for name in ("sentencepiece.model", "sentencepiece.bpe.model"):
        (tmp_path / name).touch()
        assert nllb.find(tmp_path) == (tmp_path / name, tmp_path / name)


def test_pieces_of_two_languages() -> None:
    source, target = (
        SentencePieceProcessor(model_file=str(MODELS / "opus" / name)) for name in ("source.spm", "target.spm")
    )
    pieces = Pieces(source, target, "")
    tokens = pieces.encode("کجا به دنیا آمدید؟")
    assert "".join(tokens).replace("▁", " ").strip() == "کجا به دنیا آمدید؟"
    assert pieces.decode(["▁Where", "▁were", "▁you"]) == "Where were you"


def test_what_is_spoken_before_a_sentence_is_a_piece_of_its_own() -> None:
    model = SentencePieceProcessor(model_file=str(MODELS / "madlad/spiece.model"))
    tokens = Pieces(model, model, "<2en> ").encode("کجا")
    assert "<2en>" in tokens
    assert "".join(tokens).replace("▁", "").removeprefix("<2en>") == "کجا"
