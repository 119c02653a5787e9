"""From a raw text to a labelled, stamped transcript that a person can check and correct."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from goftogu.model import Source
from goftogu.problems import Problem, Problems, Severity
from goftogu.transcripts import blocks, labels
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.assign_ids import stamp
from goftogu.transcripts.draft import Draft, Reading, Speech
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import read as rough_read

_PLAIN: Final = re.compile(r"\w(?:[\w\u200c «»()،؛؟./+-]*[\w»)،؛؟.])?")
_NOT_PLAIN: Final = {"null", "Null", "NULL"}


def convert(source: Source, reading: Reading) -> tuple[str, list[Problem]]:
    """Turn a raw text into the text of a labelled transcript with permanent ids.

    No word is dropped: what is not part of the interview is kept under ``source: notes:``.

    Args:
        source: The raw text.
        reading: The reading layer, with which the result is read back as a check.

    Returns:
        The transcript, empty when there are no turns; and what was taken for what, and what a person must decide.
    """
    draft, problems = rough_read.read(source)
    if draft is None:
        return "", problems
    text = stamp("\n".join([*_front_matter(draft), *_body(draft)]))
    target = PurePosixPath(source.path).with_suffix(".md").as_posix()
    found = Problems()
    transcript_read.read(Source(target, text.encode(), text), reading, found)
    return text, problems + [problem for problem in found if problem.severity is Severity.ERROR]


def _front_matter(draft: Draft) -> Iterator[str]:
    yield "---"
    yield f"title: {_quoted(draft.title.record)}"
    if draft.details.date is not None:
        yield f"date: {rough_head.written(draft.details.date)}"
    yield "speakers:"
    for speaker in draft.speakers:
        yield f"  {_quoted(speaker.label)}: {{role: {speaker.role}}}"
    yield "source:"
    if draft.details.provenance.name_text:
        yield f"  name: {_quoted(draft.details.provenance.name_text)}"
    yield f"  file: {_quoted(PurePosixPath(draft.path).name)}"
    if draft.notes:
        yield "  notes:"
        yield from (f"    - {_quoted(note)}" for note in draft.notes)
    yield "---"


def _body(draft: Draft) -> Iterator[str]:
    known = labels.Labels(speaker.label for speaker in draft.speakers)
    for kind, passage in draft.front:
        yield _unlabelled(passage.record, known)
        if kind:
            yield f"{{: .{kind} }}"
        yield ""
    for speech in draft.speeches:
        yield from _turn(speech, known)


def _turn(speech: Speech, known: labels.Labels) -> Iterator[str]:
    first, *others = speech.passages
    yield blocks.escape(f"{speech.shown or speech.label}: {first.record}")
    yield ""
    for passage in others:
        yield _unlabelled(passage.record, known)
        yield ""


def _unlabelled(record: str, known: labels.Labels) -> str:
    """Return a paragraph so that it is not read as the start of a turn."""
    found = labels.split(record)
    looks = found is not None and (bool(found.escapes) or known.starts(record) or labels.resembles(found.head))
    return blocks.escape(labels.escape(record) if looks else record)


def _quoted(text: str) -> str:
    """Write a text for YAML: as it is when that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) is not None and text not in _NOT_PLAIN
    return text if plain else json.dumps(text, ensure_ascii=False)
