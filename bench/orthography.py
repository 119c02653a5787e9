"""Measures the half-space restorer against hazm's Normalizer, in one run and on the same text.

    python bench/orthography.py [--megabytes 5]

The text is made of the words of ``content/interviews``, shuffled by a fixed seed and without half-spaces, so that
nothing outside the project is needed. Start-up and memory are those of a fresh process. Times are those of the
processor, and of several trials the best counts: what else the machine does can only slow a trial down.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ZWNJ = "\u200c"
TRIALS = 5
PROBE = """
import resource, sys, time
from pathlib import Path
start = time.process_time()
from goftogu.persian.orthography import layer as orthography
layer = orthography.load(Path(sys.argv[1]))
layer.restore("آغاز")
ready = time.process_time() - start
layer.restore(Path(sys.argv[2]).read_text("utf-8"))
unit = 1024 if sys.platform != "darwin" else 1024 * 1024
print(ready, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)
"""


class Figure(NamedTuple):
    """One line of the table."""

    name: str
    value: float
    unit: str
    budget: str = ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=5, help="size of the text")
    for figure in figures(make_text(round(parser.parse_args().megabytes * 1e6))):
        print(f"{figure.name:<38}{figure.value:>9.3f} {figure.unit:<5}{figure.budget}")


def make_text(size: int) -> str:
    """Make paragraphs of shuffled words, ``size`` bytes long."""
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "content" / "interviews").glob("*.md")))
    words = re.findall(r"[\u0600-\u06ff\u200c،؛؟.]+", source.replace(ZWNJ, ""))
    chance = random.Random(1)
    paragraphs: list[str] = []
    written = 0
    while written < size:
        paragraph = " ".join(chance.choices(words, k=80)) + "\n"
        paragraphs.append(paragraph)
        written += len(paragraph.encode())
    return "".join(paragraphs)


def figures(text: str) -> Iterator[Figure]:
    """Measure one thing after the other."""
    with tempfile.TemporaryDirectory() as folder:
        cold, _ = probe(Path(folder), "")
        warm = min(probe(Path(folder), "")[0] for _ in range(TRIALS))
        _, memory = probe(Path(folder), text)
        yield Figure("start, lexicon compiled", cold, "s")
        yield Figure("start, lexicon cached", warm, "s", "at most 0.1")
        yield Figure("peak memory with the text", memory, "MiB", "less than 60")
        ours = max(speed(our_restore(Path(folder)), text) for _ in range(TRIALS))
        typed = our_restore(Path(folder))(text).replace(ZWNJ, " ")
        joined = max(speed(our_restore(Path(folder)), typed) for _ in range(TRIALS))
    yield Figure("restore", ours, "MB/s", "at least 5")
    yield Figure("restore, half-spaces typed as blanks", joined, "MB/s", "at least 5")
    if find_spec("nltk") is None:
        print("hazm is not measured: it lacks its own dependencies; compare in an environment with `pip install hazm`")
        return
    theirs = max(speed(hazm_normalize(), text[: len(text) // 50]) for _ in range(TRIALS))
    yield Figure("hazm Normalizer", theirs, "MB/s")
    yield Figure("restore : hazm", ours / theirs, "×")


def probe(cache: Path, text: str) -> tuple[float, float]:
    """Return the seconds to the first word and the peak memory in MiB of a fresh process that restores the text."""
    file = cache / "text.txt"
    file.write_text(text, "utf-8")
    command = [sys.executable, "-c", PROBE, str(cache / "lexicon"), str(file)]
    ready, memory = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    return float(ready), float(memory)


def our_restore(cache: Path) -> Callable[[str], str]:
    """Load a restorer that has not met a word yet."""
    sys.path.insert(0, str(ROOT))
    from goftogu.persian.orthography import layer  # noqa: PLC0415  # after the path is set

    return layer.load(cache / "lexicon").restore


def hazm_normalize() -> Callable[[str], str]:
    """Load hazm, which takes seconds."""
    from hazm import Normalizer  # noqa: PLC0415  # slow to import, and only for the comparison

    normalize: Callable[[str], str] = Normalizer().normalize
    return normalize


def speed(restore: Callable[[str], str], text: str) -> float:
    """Return the megabytes of UTF-8 text restored in a second, the first meeting with every word included."""
    start = time.process_time()
    restore(text)
    return len(text.encode()) / 1e6 / (time.process_time() - start)


if __name__ == "__main__":
    main()
