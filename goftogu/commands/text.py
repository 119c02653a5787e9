"""``orthography``: the reading layer as a filter, from standard input to standard output."""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from itertools import accumulate
from typing import TypedDict

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.persian.orthography.layer import Orthography
from goftogu.problems import Problem, Problems
from goftogu.transcripts import archive


class ChangeRow(TypedDict):
    """One change as it is printed; ``line`` and ``column`` count from 1, in code points."""

    line: int
    column: int
    word: str
    restored: str
    rule: str


def orthography_filter(options: argparse.Namespace) -> int:
    """Restore the half-spaces of the text on standard input; every other byte passes through."""
    try:
        text = sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        message = Message("byte {start} of the input is not UTF-8", start=error.start + 1)
        terminal.show_problems([Problem.of_file("", "S001", message, Message("give the text as UTF-8"))])
        return 1
    problems = Problems()
    layer = archive.spelling(options.root, problems)
    terminal.show_problems(problems)
    sys.stdout.buffer.write(_answer(layer, text, options).encode())
    return int(problems.has_errors())


def _answer(layer: Orthography, text: str, options: argparse.Namespace) -> str:
    if options.json:
        answer = {"text": layer.restore(text), "changes": rows(layer, text)}
        return json.dumps(answer, ensure_ascii=False) + "\n"
    if options.explain:
        return "".join(
            f"{row['line']}:{row['column']}\t{row['word']}\t{row['restored']}\t{row['rule']}\n"
            for row in rows(layer, text)
        )
    return layer.restore(text)


def rows(layer: Orthography, text: str) -> list[ChangeRow]:
    """List the changes that the reading layer makes, with their places."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    found: list[ChangeRow] = []
    for change in layer.explain(text):
        line = bisect_right(starts, change.start)
        column = change.start - starts[line - 1] + 1
        found.append(ChangeRow(line=line, column=column, word=change.word, restored=change.restored, rule=change.rule))
    return found
