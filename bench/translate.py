"""How fast sentences are translated, against the way in which Argos Translate calls the same engine.

``python -m bench.translate`` makes a model of the usual size with random weights (a Transformer of 6 and 6 layers, 512
wide, 8 heads, 32,000 pieces, int8) and sends the same sentences through the code of Argos and through ours, at equal
beam. The weights say nothing, so the length of the output is forced to 0.89 of the input, as good models have it. Each
case is a process of its own; the cases take turns, and the figures are medians.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from string import ascii_letters
from types import ModuleType, SimpleNamespace
from typing import Any, Final

from goftogu.translation.engine import fill as engine_fill
from goftogu.translation.engine.fill import Job
from goftogu.translation.engine.modelled import Manner, ModelEngine
from goftogu.translation.engine.processors import AS_THERE_ARE, Device, placement
from goftogu.translation.engine.protocol import LENGTH_PENALTY
from goftogu.translation.memory.memory import Memory, Unit
from goftogu.translation.packages.installed import InstalledPackage

_LAYERS, _WIDTH, _HEADS, _INNER, _PIECES = 6, 512, 8, 2048, 32_000
_RATIO: Final = 0.89
_LENGTHS: Final = (6, 10, 14, 18, 24, 32, 40)
_WEIGHTS: Final = (2, 3, 4, 4, 3, 2, 1)
_SHAPES: Final = {
    "self_attention/linear_0/weight": (3 * _WIDTH, _WIDTH),
    "attention/linear_1/weight": (2 * _WIDTH, _WIDTH),
    "self_attention/linear_1/weight": (_WIDTH, _WIDTH),
    "attention/linear_0/weight": (_WIDTH, _WIDTH),
    "attention/linear_2/weight": (_WIDTH, _WIDTH),
    "ffn/linear_0/weight": (_INNER, _WIDTH),
    "ffn/linear_1/weight": (_WIDTH, _INNER),
    "projection/weight": (_PIECES, _WIDTH),
    "embeddings/weight": (_PIECES, _WIDTH),
    "embeddings_0/weight": (_PIECES, _WIDTH),
}


def word(number: int) -> str:
    """Return the piece of a number: letters, so that no rule for digits or marks touches it."""
    first, rest = divmod(number, len(ascii_letters) ** 2)
    return "".join(ascii_letters[place] for place in (first, *divmod(rest, len(ascii_letters))))


def make_model(folder: Path) -> None:
    """Write a model with random weights."""
    import numpy as np  # noqa: PLC0415  the children do without
    from ctranslate2.specs import TransformerSpec  # noqa: PLC0415

    chance = np.random.default_rng(7)
    spec = TransformerSpec.from_config((_LAYERS, _LAYERS), _HEADS)

    def fill(owner: object, name: str, value: object) -> None:
        if value is not None:
            return
        shape = next((shape for ending, shape in _SHAPES.items() if name.endswith(ending)), (_WIDTH,))
        small = chance.standard_normal(shape, dtype=np.float32) * np.float32(0.05)
        setattr(owner, name.rpartition("/")[2], np.ones(shape, np.float32) if name.endswith("gamma") else small)

    spec._visit(fill)  # noqa: SLF001  the library has no public way
    pieces = ["<unk>", "<s>", "</s>", *map(word, range(_PIECES - 3))]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir()
    spec.save(str(folder))


def sentences(number: int) -> list[str]:
    """Return made-up sentences, each of as many words as it shall have pieces."""
    chance = random.Random(7)
    lengths = chance.choices(_LENGTHS, _WEIGHTS, k=number)
    return [" ".join(word(chance.randrange(_PIECES - 3)) for _ in range(length)) for length in lengths]


class Words:
    """A tokenizer whose pieces are words."""

    def encode(self, sentence: str) -> list[str]:
        """Cut a sentence."""
        return sentence.split()

    def decode(self, pieces: Sequence[str]) -> str:
        """Put pieces together."""
        return " ".join(pieces)


class Forced:
    """A translator whose output has the length that the input asks for."""

    def __init__(self, folder: Path, **threads: int) -> None:
        """Load the model."""
        import ctranslate2  # noqa: PLC0415  after the parent has started the process

        self._translator = ctranslate2.Translator(str(folder), device="cpu", compute_type="int8", **threads)

    def translate_batch(self, tokens: list[list[str]], **options: Any) -> list[Any]:  # noqa: ANN401  # as the library
        """Translate sentences of one length together, all lengths at once."""
        groups: dict[int, list[int]] = defaultdict(list)
        for number, pieces in enumerate(tokens):
            groups[len(pieces)].append(number)
        waiting: list[Any] = [None] * len(tokens)
        for length, numbers in groups.items():
            forced = max(1, round(length * _RATIO))
            options |= {"min_decoding_length": forced, "max_decoding_length": forced, "asynchronous": True}
            found = self._translator.translate_batch([tokens[number] for number in numbers], **options)
            for number, result in zip(numbers, found, strict=True):
                waiting[number] = result
        return [result.result() for result in waiting]


def argos(folder: Path, given: list[str], threads: int) -> Callable[[], object]:
    """Return the work as Argos does it: one paragraph after the other, 32 tokens at a time."""
    for name in ("stanza", "minisbd"):  # it imports them, and never calls them here
        sys.modules[name] = ModuleType(name)
    sys.modules["minisbd"].__dict__.update(SBDetect=None, models=SimpleNamespace(cache_dir=""))
    from argostranslate import translate  # noqa: PLC0415  after its splitters are out of the way

    package = SimpleNamespace(tokenizer=Words(), target_prefix="")
    translator = Forced(folder, inter_threads=1, intra_threads=threads)
    splitter = SimpleNamespace(split_sentences=lambda text: text.split(" | "))
    paragraphs = [" | ".join(given[start : start + 3]) for start in range(0, len(given), 3)]
    return lambda: [
        translate.apply_packaged_translation(package, paragraph, translator, splitter, 1) for paragraph in paragraphs
    ]


def loaded(package: InstalledPackage, threads: int) -> ModelEngine:
    """Return our engine with the model, as it works on a processor."""
    translator = Forced(package.path, inter_threads=threads, intra_threads=1)
    manner = Manner(length_penalty=LENGTH_PENALTY)
    return ModelEngine(package.origin, Words(), manner, translator, placement(AS_THERE_ARE, Device.CPU, threads))


def ours(folder: Path, given: list[str], threads: int) -> Callable[[], object]:
    """Return the work as we do it."""
    package = InstalledPackage(folder, "fa", "en", "0")
    engine = loaded(package, threads or os.cpu_count() or 1)
    return lambda: engine.translate(given)


def warm(folder: Path, given: list[str], threads: int) -> Callable[[], object]:
    """Return the work when the memory holds nine of ten already."""
    package = InstalledPackage(folder, "fa", "en", "0")
    engine = loaded(package, threads or os.cpu_count() or 1)
    job = Job(Memory("x"), tuple(Unit(str(number), text) for number, text in enumerate(given)))
    job.memory.merge(job.units)
    for unit in job.units[len(given) // 10 :]:
        job.memory.record(unit, unit.source, engine.origin)

    def run() -> object:
        engine_fill.prepare([job])
        return engine.translate([unit.source for _, unit in engine_fill.todo([job], engine.origin)])

    return run


_CASES: Final = {
    "Argos, all cores": (argos, 0, 1),
    "ours, all cores": (ours, 0, 1),
    "Argos, one core": (argos, 1, 1),
    "ours, one core": (ours, 1, 1),
    "ours, every sentence four times": (ours, 0, 4),
    "ours, nine of ten in the memory": (warm, 0, 1),
}
"""What does the work, on how many threads (0 for all), and how often each sentence occurs."""


def child(case: str, folder: Path, number: int) -> None:
    """Do one case and print what it took."""
    make, threads, times = _CASES[case]
    work = make(folder, sentences(number // times) * times, threads)
    wall, seconds = time.perf_counter(), time.process_time()
    work()
    print(json.dumps([time.perf_counter() - wall, time.process_time() - seconds]))


def measure(case: str, folder: Path, number: int) -> tuple[float, float, float]:
    """Run a case; return its seconds by the wall clock, of the processor, and its megabytes at the most.

    Raises:
        SystemExit: When it fails.
    """
    words = [sys.executable, "-m", "bench.translate", "--case", case, "--model", str(folder), "--number", str(number)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    wall, seconds = json.loads(said)
    return wall, seconds, usage.ru_maxrss / 1024


def table(costs: dict[str, list[tuple[float, float, float]]], number: int) -> list[str]:
    """Return the rows of the result: each case against Argos on as many cores."""
    medians = {
        case: [statistics.median(column) for column in zip(*found, strict=True)] for case, found in costs.items()
    }
    rows = ["| case | wall | processor | sentences per second of it | against Argos: wall, processor | memory |"]
    rows.append("| --- | --- | --- | --- | --- | --- |")
    for case, (wall, seconds, megabytes) in medians.items():
        base = medians["Argos, one core" if case.endswith("one core") else "Argos, all cores"]
        ratio = f"{base[0] / wall:.1f} ×, {base[1] / seconds:.1f} ×"
        rows.append(
            f"| {case} | {wall:.2f} s | {seconds:.2f} s | {number / seconds:.1f} | {ratio} | {megabytes:.0f} MB |"
        )
    return rows


def main() -> None:
    """Measure all cases in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--number", type=int, default=240, help="sentences")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--case", choices=_CASES, help=argparse.SUPPRESS)
    parser.add_argument("--model", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.make:
        make_model(options.make)
        return
    if options.case:
        child(options.case, options.model, options.number)
        return
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        # A process inherits the peak of the one that starts it, so another one makes the model.
        subprocess.run([sys.executable, "-m", "bench.translate", "--make", str(model)], check=True)
        costs: dict[str, list[tuple[float, float, float]]] = {case: [] for case in _CASES}
        for _ in range(options.rounds):
            for case, found in costs.items():
                found.append(measure(case, model, options.number))
        print("\n".join(table(costs, options.number)))


if __name__ == "__main__":
    main()
