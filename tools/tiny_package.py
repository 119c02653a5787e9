"""Train and pack the tiny Argos package of the tests. A tool for developers; no test needs it.

The package is real: SentencePiece pieces, a CTranslate2 Transformer in int8 and the metadata of an Argos package. The
model does nothing but know the sentences of ``sentences.tsv`` by heart. To rebuild it, after a change of that file::

    python3 -m venv /some/where
    /some/where/bin/pip install torch ctranslate2 sentencepiece numpy
    /some/where/bin/python tools/tiny_package.py

The same versions of these packages on the same kind of processor write the same bytes. Every sentence is checked
against the packed model before the file is replaced.
"""

from __future__ import annotations

import io
import json
import math
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

import ctranslate2
import sentencepiece
import torch
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.attention_spec import MultiHeadAttentionSpec
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec
from ctranslate2.specs.transformer_spec import TransformerDecoderSpec, TransformerEncoderSpec
from torch import Tensor, nn
from torch.nn import functional

FOLDER: Final = Path(__file__).parent.parent / "tests" / "fixtures" / "package"
NAME: Final = "translate-fa_en-0_1"
SPECIAL: Final = ("<blank>", "<unk>", "<s>", "</s>")
BLANK, START, END = 0, 2, 3
PIECES: Final = 272
DEPTH, INNER, HEADS, LAYERS = 64, 128, 4, 1
STEPS: Final = 900
REPORT: Final = 100
DROPOUT: Final = 0.1  # enough to survive the rounding to int8
METADATA: Final = {
    "package_version": "0.1",
    "argos_version": "1.0",
    "from_code": "fa",
    "from_name": "Persian",
    "to_code": "en",
    "to_name": "English",
}
README: Final = """# A tiny Persian to English package

It knows the sentences of the tests by heart and nothing else. Do not use it to translate.
"""

Pair = tuple[str, str]
Batch = tuple[Tensor, Tensor, Tensor]


def positions(length: int) -> Tensor:
    """Return the position encodings of CTranslate2: positions from 1, the sines first, then the cosines."""
    half = DEPTH // 2
    scales = torch.exp(torch.arange(half) * -(math.log(10000) / (half - 1)))
    angles = torch.arange(1, length + 1)[:, None] * scales[None, :]
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


class Attention(nn.Module):  # type: ignore[misc]  # mypy sees no torch
    """Pre-norm attention with a residual; the projections are stacked as CTranslate2 stores them."""

    def __init__(self, *, over_itself: bool) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(DEPTH)
        widths = [3 * DEPTH] if over_itself else [DEPTH, 2 * DEPTH]
        self.linear = nn.ModuleList(nn.Linear(DEPTH, width) for width in [*widths, DEPTH])

    def _project(self, x: Tensor, memory: Tensor | None) -> tuple[Tensor, ...]:
        if memory is None:
            return tuple(self.linear[0](x).chunk(3, dim=-1))
        return (self.linear[0](x), *self.linear[1](memory).chunk(2, dim=-1))

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None) -> Tensor:
        """Attend over ``memory``, or over ``x`` itself, where ``mask`` (batch, 1, query or 1, key) is true."""
        parts = self._project(self.norm(x), memory)
        q, k, v = (part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in parts)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return x + functional.dropout(self.linear[-1](mixed.transpose(1, 2).flatten(2)), DROPOUT)


class FeedForward(nn.Module):  # type: ignore[misc]  # mypy sees no torch
    """Pre-norm feed-forward block with a residual."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(DEPTH)
        self.first = nn.Linear(DEPTH, INNER)
        self.second = nn.Linear(INNER, DEPTH)

    def forward(self, x: Tensor) -> Tensor:
        """Apply the block to ``x`` (batch, length, depth)."""
        return x + functional.dropout(self.second(functional.relu(self.first(self.norm(x)))), DROPOUT)


class Stack(nn.Module):  # type: ignore[misc]  # mypy sees no torch
    """The encoder, or the decoder when ``crossed``."""

    def __init__(self, *, crossed: bool) -> None:
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(LAYERS):
            layer = nn.ModuleDict({"own": Attention(over_itself=True), "feed": FeedForward()})
            if crossed:
                layer["cross"] = Attention(over_itself=False)
            self.layers.append(layer)
        self.norm = nn.LayerNorm(DEPTH)

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None, seen: Tensor | None = None) -> Tensor:
        """Run all layers over ``x``; ``seen`` is the mask of ``memory``."""
        for layer in self.layers:
            x = layer["own"](x, mask)
            if memory is not None:
                x = layer["cross"](x, seen, memory)
            x = layer["feed"](x)
        return self.norm(x)


class Model(nn.Module):  # type: ignore[misc]  # mypy sees no torch
    """A small pre-norm Transformer; one embedding serves source, target and output."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, DEPTH)
        nn.init.normal_(self.embedding.weight, std=DEPTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(size))
        self.encoder = Stack(crossed=False)
        self.decoder = Stack(crossed=True)

    def _embed(self, ids: Tensor) -> Tensor:
        return self.embedding(ids) * math.sqrt(DEPTH) + positions(ids.shape[1])

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Return the logits (batch, target length, vocabulary) for teacher-forced ``target``."""
        seen = (source != BLANK)[:, None, None, :]
        causal = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).tril()[None, None]
        memory = self.encoder(self._embed(source), seen)
        out = self.decoder(self._embed(target), causal, memory, seen)
        return functional.linear(out, self.embedding.weight, self.bias)


def read_pairs() -> list[Pair]:
    """Read the sentence pairs of the fixture."""
    lines = (FOLDER / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [(source, target) for source, target in (line.split("\t") for line in lines)]


def train_pieces(pairs: list[Pair], folder: Path) -> sentencepiece.SentencePieceProcessor:
    """Train one SentencePiece model for both languages, with the normalisation that Argos packages have."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([side for pair in pairs for side in pair]),
        model_writer=model,
        vocab_size=PIECES,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
    )
    (folder / "sentencepiece.model").write_bytes(model.getvalue())
    return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())


def _pad(rows: list[list[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [BLANK] * (width - len(row)) for row in rows])


def encode(pairs: list[Pair], pieces: sentencepiece.SentencePieceProcessor, vocabulary: list[str]) -> Batch:
    """Return source, decoder input and decoder output ids of all pairs as one padded batch."""
    index = {piece: number for number, piece in enumerate(vocabulary)}
    ids = [[[index[piece] for piece in pieces.encode(side, out_type=str)] for side in pair] for pair in pairs]
    source, target = zip(*ids, strict=True)
    return _pad(list(source)), _pad([[START, *row] for row in target]), _pad([[*row, END] for row in target])


def fit(size: int, batch: Batch) -> Model:
    """Train until the sentences are known by heart."""
    torch.manual_seed(7)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    model = Model(size)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=5e-3, total_steps=STEPS)
    source, given, wanted = batch
    for step in range(STEPS):
        loss = functional.cross_entropy(model(source, given).flatten(0, 1), wanted.flatten(), ignore_index=BLANK)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % REPORT == 0:
            print(f"step {step}: loss {loss.item():.5f}", file=sys.stderr)
    return model


def _linear(spec: LinearSpec, layer: nn.Linear) -> None:
    spec.weight, spec.bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()


def _norm(spec: LayerNormSpec, layer: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = layer.weight.detach().numpy(), layer.bias.detach().numpy()


def _attention(spec: MultiHeadAttentionSpec, layer: Attention) -> None:
    _norm(spec.layer_norm, layer.norm)
    for target, source in zip(spec.linear, layer.linear, strict=True):
        _linear(target, source)


def _stack(spec: TransformerEncoderSpec | TransformerDecoderSpec, stack: Stack, embedding: Tensor) -> None:
    weights = spec.embeddings[0] if isinstance(spec.embeddings, list) else spec.embeddings
    weights.weight = embedding.numpy()
    _norm(spec.layer_norm, stack.norm)
    for target, layer in zip(spec.layer, stack.layers, strict=True):
        _attention(target.self_attention, layer["own"])
        if "cross" in layer:
            _attention(target.attention, layer["cross"])
        _norm(target.ffn.layer_norm, layer["feed"].norm)
        _linear(target.ffn.linear_0, layer["feed"].first)
        _linear(target.ffn.linear_1, layer["feed"].second)


def convert(model: Model, vocabulary: list[str], folder: Path) -> None:
    """Write the model as CTranslate2 reads it, in int8."""
    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    embedding = model.embedding.weight.detach()
    _stack(spec.encoder, model.encoder, embedding)
    _stack(spec.decoder, model.decoder, embedding)
    spec.decoder.projection.weight = embedding.numpy()
    spec.decoder.projection.bias = model.bias.detach().numpy()
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize("int8")
    folder.mkdir()
    spec.save(str(folder))


def check(pairs: list[Pair], folder: Path) -> list[str]:
    """Return the translations by the packed model that are not word for word what they should be."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / "model"), device="cpu")
    tokens = [pieces.encode(source, out_type=str) for source, _ in pairs]
    results = translator.translate_batch(tokens, beam_size=4, length_penalty=0.2, replace_unknowns=True)
    texts = [pieces.decode_pieces(result.hypotheses[0]) for result in results]
    return [text for text, (_, target) in zip(texts, pairs, strict=True) if text != target]


def pack(folder: Path, file: Path) -> None:
    """Zip the folder with fixed names, order, dates and rights."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = f"{NAME}/{path.relative_to(folder).as_posix()}"
            info = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())


def main() -> int:
    """Build the package; return 1 when it does not know every sentence."""
    pairs = read_pairs()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / NAME
        folder.mkdir()
        pieces = train_pieces(pairs, folder)
        vocabulary = [*SPECIAL, *(pieces.id_to_piece(number) for number in range(3, len(pieces)))]
        convert(fit(len(vocabulary), encode(pairs, pieces, vocabulary)), vocabulary, folder / "model")
        (folder / "metadata.json").write_text(json.dumps(METADATA, indent=4) + "\n", encoding="utf-8")
        (folder / "README.md").write_text(README, encoding="utf-8")
        if wrong := check(pairs, folder):
            print("nothing written; wrong:", *wrong, sep="\n", file=sys.stderr)
            return 1
        pack(folder, Path(scratch) / "packed")
        shutil.copyfile(Path(scratch) / "packed", FOLDER / f"{NAME}.argosmodel")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
