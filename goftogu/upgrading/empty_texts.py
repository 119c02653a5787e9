"""Empty texts in front matter, which the first format allowed: they become comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from goftogu.content import frontmatter, schema
from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts.header import TRANSCRIPT
from goftogu.upgrading.lines import LineEdit

_PAIR: Final = re.compile(r"""([ ]*)(\w+:[ \t]+(?:''|"")[ \t]*(?:\#.*)?)""")
_FIRST_LINE: Final = "---"

Faults = set[tuple[int, int, Message]]
"""Line, column and message of what is wrong with the front matter of a transcript."""


def edits(source: Source) -> Iterator[LineEdit]:
    """Yield the edits that make comments of empty texts.

    A text stays where its key shares its line with another one, or where its table would be left empty: then a
    person must decide, and the build says so.

    Args:
        source: A transcript.
    """
    if not source.text.startswith(_FIRST_LINE):
        return
    lines, faults = source.text.split("\n"), _faults(source)
    for line in sorted({line for line, _, message in faults if message.values.get("fault") == schema.EMPTY}):
        pair = _PAIR.fullmatch(lines[line - 1])
        if pair is None:
            continue
        edit = LineEdit(line, f"{pair[1]}# {pair[2]}")
        changed = [*lines[: line - 1], edit.text, *lines[line:]]
        if _faults(replace(source, text="\n".join(changed))) == {fault for fault in faults if fault[0] != line}:
            yield edit


def _faults(source: Source) -> Faults:
    problems = Problems()
    frontmatter.read_front_matter(source, TRANSCRIPT, problems)
    return {(problem.line, problem.column, problem.message) for problem in problems}
