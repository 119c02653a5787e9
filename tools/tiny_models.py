"""Make the tiny models of the tests: converted ones of three families, and an Argos package with BPE pieces.

They are real: folders as the converters of CTranslate2 leave them, each with the layers of its family. Nothing is
trained: all weights but those of the last layer are chance. CTranslate2 itself tells the state of the decoder before
each token of the known sentences, and a ridge regression in numpy finds the projection that names the next token. So
no toolkit for training is needed, and the models know a few sentences by heart::

    .venv/bin/python tools/tiny_models.py

The same versions of CTranslate2, SentencePiece and numpy on the same kind of processor write the same bytes. Every
sentence is checked before a file is replaced.
"""

from __future__ import annotations

import copy
import io
import json
import math
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.common_spec import Activation, LayerNormSpec, LinearSpec
from ctranslate2.specs.transformer_spec import FeedForwardSpec
from numpy.typing import NDArray

FIXTURES: Final = Path(__file__).parent.parent / "tests" / "fixtures"
SENTENCES, FEW = 7, 4
DEPTH, HEADS, LAYERS, BUCKETS = 96, 4, 1, 32
PIECES: Final = 320
LONG: Final = 6
SURE, RIDGE = 16.0, 1e-2
SPECIAL: Final = ("<s>", "<pad>", "</s>", "<unk>")
END: Final = "</s>"
PACKAGE: Final = "translate-fa_en-0_2"
METADATA: Final = {
    "package_version": "0.2",
    "argos_version": "1.0",
    "from_code": "fa",
    "from_name": "Persian",
    "to_code": "en",
    "to_name": "English",
}

Pair = tuple[str, str]
Matrix = NDArray[np.float32]
CHANCE: Final = np.random.default_rng(11)


@dataclass
class Kind:
    """A family of models.

    Attributes:
        spec: Its layers, with weights of chance.
        vocabulary: Its pieces.
        source: Splits Persian, with the tokens around it.
        target: Splits English, with the token that it begins with.
        forced: How many tokens the English begins with.
        files: What lies beside the model, by name.
        start: The token from which the decoder starts.
    """

    spec: TransformerSpec
    vocabulary: list[str]
    source: Callable[[str], list[str]]
    target: Callable[[str], list[str]]
    forced: int
    files: dict[str, bytes]
    start: str = END


def read_pairs() -> list[Pair]:
    """Read the first sentences of the package of the tests."""
    lines = (FIXTURES / "package" / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [(source, target) for source, target in (line.split("\t") for line in lines[:SENTENCES])]


def pieces(texts: Iterable[str], size: int, symbols: Sequence[str] = ()) -> bytes:
    """Train a SentencePiece model."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        vocab_size=size,
        character_coverage=1.0,
        normalization_rule_name="identity",
        model_type="bpe",
        user_defined_symbols=list(symbols),
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def weights(*shape: int) -> Matrix:
    """Return weights of chance that keep the size of what they are given."""
    return (CHANCE.standard_normal(shape) * 1.5 / math.sqrt(shape[-1])).astype(np.float32)


def _linear(spec: LinearSpec, rows: int, columns: int, *, biased: bool) -> None:
    spec.weight = weights(rows, columns)
    if biased:
        spec.bias = np.zeros(rows, np.float32)


def _norm(spec: LayerNormSpec, *, biased: bool) -> None:
    spec.gamma = np.ones(DEPTH, np.float32)
    if biased:
        spec.beta = np.zeros(DEPTH, np.float32)


def _attention(spec: MultiHeadAttentionSpec, widths: Sequence[int], *, biased: bool) -> None:
    _norm(spec.layer_norm, biased=biased)
    for layer, width in zip(spec.linear, [*widths, DEPTH], strict=True):
        _linear(layer, width, DEPTH, biased=biased)
    if not biased:
        spec.queries_scale = 1.0


def _feed(spec: FeedForwardSpec, *, biased: bool) -> None:
    _norm(spec.layer_norm, biased=biased)
    _linear(spec.linear_0, 2 * DEPTH, DEPTH, biased=biased)
    if hasattr(spec, "linear_0_noact"):
        _linear(spec.linear_0_noact, 2 * DEPTH, DEPTH, biased=biased)
    _linear(spec.linear_1, DEPTH, 2 * DEPTH, biased=biased)


def fill(spec: TransformerSpec, size: int, *, t5: bool = False) -> TransformerSpec:
    """Give a model weights of chance; T5 has no biases, and places by distance."""
    embedding = weights(size, DEPTH) * (math.sqrt(DEPTH) if t5 else 1.0)
    for stack in (spec.encoder, spec.decoder):
        held = stack.embeddings[0] if isinstance(stack.embeddings, list) else stack.embeddings
        held.weight = embedding
        if hasattr(stack, "layer_norm"):
            _norm(stack.layer_norm, biased=not t5)
        for layer in stack.layer:
            _attention(layer.self_attention, [3 * DEPTH], biased=not t5)
            if hasattr(layer, "attention"):
                _attention(layer.attention, [DEPTH, 2 * DEPTH], biased=not t5)
            _feed(layer.ffn, biased=not t5)
            if t5:
                layer.self_attention.relative_attention_bias = CHANCE.standard_normal((BUCKETS, HEADS)).astype(
                    np.float32
                )
                layer.self_attention.relative_attention_max_distance = np.dtype("int32").type(128)
        if t5:
            stack.scale_embeddings = False
    return spec


def nllb(pairs: Sequence[Pair]) -> Kind:
    """Return a model in the manner of NLLB: one vocabulary for all languages, which are tokens, too."""
    model = pieces((side for pair in pairs for side in pair), PIECES)
    split = _splitter(model)
    vocabulary = [*SPECIAL, *_listed(model), "pes_Arab", "eng_Latn"]
    spec = fill(TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True), len(vocabulary))
    return Kind(
        spec,
        vocabulary,
        lambda text: ["pes_Arab", *split(text), END],
        lambda text: ["eng_Latn", *split(text)],
        1,
        {"sentencepiece.bpe.model": model},
    )


def opus(pairs: Sequence[Pair]) -> Kind:
    """Return a model in the manner of OPUS-MT, which Marian trains: pieces of either language, norms after layers."""
    source, target = (pieces((pair[side] for pair in pairs), PIECES // 2) for side in (0, 1))
    vocabulary = [END, "<unk>", *dict.fromkeys([*_listed(source), *_listed(target)])]
    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=False, activation=Activation.SWISH)
    spec = fill(spec, len(vocabulary))
    spec.decoder.start_from_zero_embedding = True
    read = _splitter(source)
    files = {"source.spm": source, "target.spm": target}
    return Kind(spec, vocabulary, lambda text: [*read(text), END], _splitter(target), 0, files)


def madlad(pairs: Sequence[Pair]) -> Kind:
    """Return a model in the manner of MADLAD-400, a T5: the language is a piece of the text."""
    model = pieces((side for pair in pairs for side in pair), PIECES, ["<2en>"])
    split = _splitter(model)
    vocabulary = ["<pad>", END, "<unk>", "<s>", *_listed(model)]
    spec = TransformerSpec.from_config(
        (LAYERS, LAYERS),
        HEADS,
        pre_norm=True,
        activation=Activation.GELUTanh,
        ffn_glu=True,
        relative_attention_bias=True,
        rms_norm=True,
    )
    spec = fill(spec, len(vocabulary), t5=True)
    files = {"spiece.model": model}
    return Kind(spec, vocabulary, lambda text: [*split(f"<2en> {text}"), END], split, 0, files, "<pad>")


def argos(pairs: Sequence[Pair]) -> Kind:
    """Return a model for an Argos package with BPE pieces, split by Argos itself."""
    from argostranslate.tokenizer import BPETokenizer  # noqa: PLC0415  heavy, and makes folders in the home

    words = dict.fromkeys(word for pair in pairs for side in pair for word in _words(side))
    codes = "#version: 0.2\n" + "".join(f"{left} {right}\n" for left, right in merges(words))
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "bpe.model"
        file.write_text(codes, encoding="utf-8")
        tokenizer = BPETokenizer(file, "fa", "en")
        tokenizer.encode("سلام")
    found = dict.fromkeys(piece for pair in pairs for side in pair for piece in tokenizer.encode(side))
    spare = (f"<spare{number}>" for number in range(DEPTH))
    vocabulary = [*SPECIAL, *found, *spare]
    spec = fill(TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True), len(vocabulary))
    return Kind(spec, vocabulary, tokenizer.encode, tokenizer.encode, 0, {"bpe.model": codes.encode()})


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


def merges(words: Iterable[str]) -> Iterator[Pair]:
    """Yield the merges that make each word of its letters; a long one keeps its last letter apart."""
    known = set()
    for word in words:
        letters = [*word[:-1], f"{word[-1]}</w>"]
        left = letters[0]
        for right in letters[1 : -1 if len(word) > LONG else None]:
            if (left, right) not in known:
                known.add((left, right))
                yield left, right
            left += right


def _splitter(model: bytes) -> Callable[[str], list[str]]:
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return lambda text: list(processor.encode(text, out_type=str))


def _listed(model: bytes) -> list[str]:
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(number) for number in range(3, len(processor))]


def save(kind: Kind, projection: Matrix, folder: Path) -> ctranslate2.Translator:
    """Write a model with a projection (vocabulary, 1 + depth), the biases first, and load it."""
    spec = copy.deepcopy(kind.spec)
    spec.decoder.projection.weight = np.ascontiguousarray(projection[:, 1:], np.float32)
    spec.decoder.projection.bias = np.ascontiguousarray(projection[:, 0], np.float32)
    spec.register_source_vocabulary(kind.vocabulary)
    spec.register_target_vocabulary(kind.vocabulary)
    spec.config.decoder_start_token = kind.start
    spec.validate()
    spec.optimize("int8")
    folder.mkdir(exist_ok=True)
    spec.save(str(folder))
    return ctranslate2.Translator(str(folder), device="cpu", intra_threads=1)


def states(mirror: ctranslate2.Translator, source: list[str], target: list[str]) -> Matrix:
    """Return the state of the decoder before each token of a text, and after the last one (length + 1, depth).

    Args:
        mirror: A model whose projection shows the state as the scores of the pieces after the special ones.
        source: Tokens of the Persian.
        target: Tokens of the English.
    """
    found = mirror.translate_batch(
        [source],
        target_prefix=[target],
        beam_size=1,
        max_decoding_length=len(target) + 1,
        return_logits_vocab=True,
    )[0]
    rows = np.array([np.array(step) for step in found.logits[0]])
    return rows[:, len(SPECIAL) : len(SPECIAL) + DEPTH]


def projection(known: Matrix, wanted: NDArray[np.int64], size: int) -> Matrix:
    """Return the projection (vocabulary, 1 + depth) that names the next piece of each state, by ridge regression.

    Args:
        known: The states (rows, depth), fewer than the depth: then nearly every goal can be met, and a state that no
            sentence leads to favours no piece.
        wanted: The next piece of each.
        size: How many pieces there are.
    """
    rows = np.hstack([np.ones((len(known), 1)), known])
    goal = SURE * np.eye(size)[wanted]
    weights = np.linalg.solve(rows.T @ rows + RIDGE * np.eye(1 + DEPTH), rows.T @ goal).T
    return weights.astype(np.float32)


def fit(kind: Kind, pairs: Sequence[Pair], folder: Path) -> list[str]:
    """Write the model; return the sentences that it does not know."""
    size, index = len(kind.vocabulary), {piece: number for number, piece in enumerate(kind.vocabulary)}
    show = np.zeros((size, 1 + DEPTH), np.float32)
    show[len(SPECIAL) : len(SPECIAL) + DEPTH, 1:] = np.eye(DEPTH)
    mirror = save(kind, show, folder)
    texts = [(kind.source(source), kind.target(target)) for source, target in pairs]
    known = np.concatenate([states(mirror, source, target)[kind.forced :] for source, target in texts])
    wanted = np.array([index[token] for _, target in texts for token in [*target, END][kind.forced :]])
    model = save(kind, projection(known, wanted, size), folder)
    found = model.translate_batch(
        [source for source, _ in texts],
        target_prefix=[target[: kind.forced] for _, target in texts] if kind.forced else None,
        beam_size=4,
    )
    print(f"{len(known)} states of depth {DEPTH}, {size} pieces", file=sys.stderr)
    return [
        pair[1] for result, (_, target), pair in zip(found, texts, pairs, strict=True) if result.hypotheses[0] != target
    ]


def pack(folder: Path, file: Path) -> None:
    """Zip a package with fixed names, order, dates and rights."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(f"{PACKAGE}/{path.relative_to(folder).as_posix()}", (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())


def make(kind: Kind, pairs: Sequence[Pair], folder: Path, model: Path) -> bool:
    """Write a folder with a model; return whether it knows every sentence."""
    folder.mkdir()
    for name, data in kind.files.items():
        (folder / name).write_bytes(data)
    return not fit(kind, pairs, model)


def main() -> int:
    """Make all models; return 1 when one does not know every sentence."""
    pairs = read_pairs()
    with tempfile.TemporaryDirectory() as scratch:
        for family in (nllb, opus, madlad, argos):
            folder = Path(scratch) / family.__name__
            package = family is argos
            known = pairs[:FEW] if package else pairs
            if not make(family(known), known, folder, folder / "model" if package else folder):
                print(f"{family.__name__} does not know every sentence; nothing is replaced", file=sys.stderr)
                return 1
            if package:
                (folder / "metadata.json").write_text(json.dumps(METADATA, indent=4) + "\n", encoding="utf-8")
                pack(folder, FIXTURES / "models" / f"{PACKAGE}.argosmodel")
            else:
                shutil.copytree(folder, FIXTURES / "models" / family.__name__, dirs_exist_ok=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
