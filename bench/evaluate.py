"""Scores an installed package: ``python -m bench.evaluate SOURCE REFERENCE``.

The files have one sentence a line, the Persian and its human English. The scores are those of sacrebleu with its usual
settings, so that they can be compared with published ones.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.engine import argos
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.packages import installed


def scores(english: Sequence[str], reference: Sequence[str]) -> list[str]:
    """Return BLEU and chrF with their signatures.

    Args:
        english: What the engine made, a sentence each.
        reference: What people made of the same sentences.

    Raises:
        ImportError: When sacrebleu is not installed.
    """
    from sacrebleu.metrics.bleu import BLEU  # noqa: PLC0415  heavy, and only the development environment has it
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415

    lines = []
    for metric in (BLEU(), CHRF()):
        score = metric.corpus_score(list(english), [list(reference)])
        lines.append(f"{score}  ({metric.get_signature()})")
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the package that would translate, and print what came out."""
    parser = argparse.ArgumentParser(prog="python -m bench.evaluate", description=__doc__)
    parser.add_argument("source", type=Path, help="Persian, one sentence a line")
    parser.add_argument("reference", type=Path, help="English of people, one sentence a line")
    parser.add_argument("--packages", type=Path, metavar="DIR", help="folder of the installed packages")
    options = parser.parse_args(arguments)
    source, reference = (file.read_text(encoding="utf-8").splitlines() for file in (options.source, options.reference))
    if len(source) != len(reference):
        terminal.say(
            Message(
                "{source} has {count:,} lines, {reference} has {count_b:,}",
                source=options.source,
                count=len(source),
                reference=options.reference,
                count_b=len(reference),
            )
        )
        return 1
    problems = Problems()
    loaded = _engine(options.packages, problems)
    terminal.show_problems(problems)
    if loaded is None:
        return 1
    english = [found.text for found in loaded.translate(source)]
    sys.stdout.write("".join(f"{line}\n" for line in (loaded.origin, *scores(english, reference))))
    return 0


def _engine(chosen: Path | None, problems: Problems) -> ModelEngine | None:
    package = installed.choose(installed.folders(Path(), chosen))
    if package is None:
        problems.add(Problem.of_file("", "A007", Message("no package is installed"), installed.HINT))
        return None
    return argos.load(package, problems)


if __name__ == "__main__":  # pragma: no cover
    sys.exit(main())
