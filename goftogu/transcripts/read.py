"""From a file of ``content/interviews/`` to an :class:`~goftogu.model.Interview`.

A ``.md`` file has front matter and labels (:mod:`goftogu.transcripts.labelled`); a ``.txt`` file is a raw text whose
speakers are inferred (:mod:`goftogu.transcripts.rough.read`).
"""

from __future__ import annotations

from collections.abc import Iterator

from goftogu import markup
from goftogu.model import Interview, Source
from goftogu.problems import COMMAND, Problem, has_errors
from goftogu.transcripts import labelled
from goftogu.transcripts.draft import Draft, Reading, finish


def read(source: Source, reading: Reading) -> tuple[Interview | None, list[Problem]]:
    """Read one transcript.

    Args:
        source: A ``.md`` or ``.txt`` file.
        reading: The reading layer, called once for every paragraph.

    Returns:
        ``None`` when there is an error; the problems hold all errors, warnings and notes of the file.
    """
    if source.path.endswith(".md"):
        draft, problems = labelled.read(source)
    else:
        from goftogu.transcripts.rough import read as rough_read  # noqa: PLC0415  a labelled archive does not pay for it

        draft, problems = rough_read.read(source)
    if draft is None or has_errors(problems):
        return None, problems
    problems += _unfinished(draft)
    interview = finish(draft, reading)
    problems += _too_dear(interview)
    return (None if has_errors(problems) else interview), problems


def _too_dear(interview: Interview) -> Iterator[Problem]:
    for unit in interview.units():
        if markup.is_too_dear(unit.record):
            message = "the paragraph has too many signs of Markdown for its length"
            yield Problem(interview.path, unit.line, 1, "S010", message, "part it, or take the signs out")


def _unfinished(draft: Draft) -> Iterator[Problem]:
    missing = sum(not item.id for item in draft.stamped())
    if missing:
        command = "import" if draft.raw else "stamp"
        message = f"{missing} of the turns, paragraphs and headings have no permanent id"
        yield Problem(draft.path, 0, 0, "T009", message, f"run: {COMMAND} {command} {draft.path}")
