"""``quality``: the checks of translations as a filter, from standard input to standard output."""

from __future__ import annotations

import argparse
import sys

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.transcripts import archive
from goftogu.translation.engine import terminology
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.quality import flags

_NO_PAIR = "no-pair"


def quality_filter(options: argparse.Namespace) -> int:
    """Write each pair of standard input with what the checks find in front of it; nothing is left out."""
    problems = Problems()
    terms = terminology.settled(archive.vocabularies(options.root, problems))
    for number, data in enumerate(sys.stdin.buffer, 1):
        sys.stdout.buffer.write(_answer(data, number, terms, problems))
    terminal.show_problems(problems)
    return int(problems.has_errors())


def _answer(data: bytes, number: int, terms: Terminology, problems: Problems) -> bytes:
    """Return a line with its flags and a tab before it; what is no pair has the flag ``no-pair``."""
    try:
        source, target = data.decode().rstrip("\r\n").split("\t")
    except ValueError:  # bytes that are no UTF-8, or no pair of columns
        message = Message("line {number} of the input is not a pair", number=f"{number:,}")
        problems.add(Problem.of_file("", "S001", message, Message("give Persian, a tab and English, as UTF-8")))
        return f"{_NO_PAIR}\t".encode() + data
    found = flags.of_text(source, target, terms)
    return f"{','.join(map(flags.shown, found))}\t".encode() + data
