"""Reads a file of ``content/interviews/`` as an :class:`~goftogu.model.Interview`.

A ``.md`` file has front matter and labels (:mod:`goftogu.transcripts.labelled`); a ``.txt`` file is a raw text whose
speakers are inferred (:mod:`goftogu.transcripts.rough.read`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from goftogu import markup
from goftogu.content import picture_lines, times
from goftogu.content.transcript_language import USUAL_LANGUAGES, SiteLanguages
from goftogu.conventions import stage_notes, withheld
from goftogu.locale.message import Message
from goftogu.model import Interview, Language, Paragraph, Source, StageNote
from goftogu.problems import Problem, Problems
from goftogu.transcripts import labelled, language, notes
from goftogu.transcripts.draft import Draft, Reading, finish

_SHOWN: Final = 20
"""How many characters of a faulty mark a message shows."""


def read_transcript(
    source: Source,
    reading: Reading,
    problems: Problems,
    languages: SiteLanguages = USUAL_LANGUAGES,
    stage: Mapping[str, StageNote] = stage_notes.USUAL,
) -> Interview | None:
    """Read one transcript.

    Args:
        source: A ``.md`` or ``.txt`` file.
        reading: The reading layer, called once for every paragraph of an interview held in Persian or Dari.
        problems: All errors, warnings and notes of the file are added.
        languages: What the archive says of them.
        stage: The stage notes that the archive knows.

    Returns:
        ``None`` when there is an error.
    """
    found = Problems()
    draft = _draft(source, found, languages)
    interview = None
    if draft is not None and not found.has_errors():
        _check_ids(draft, found)
        notes.check(draft, found)
        read = reading if draft.details.original is Language.FA else str
        interview = _with_conventions(finish(draft, read), draft, read, stage)
        _check_markup(interview, found)
        _check_withheld(interview, found)
        _tell_recordings(interview, found)
        _check_times(interview, found)
        if not interview.raw:
            _check_pictures(interview, found)
    problems.extend(found)
    return None if found.has_errors() else interview


def _draft(source: Source, problems: Problems, languages: SiteLanguages) -> Draft | None:
    if source.path.endswith(".md"):
        return labelled.read_labelled(source, problems, languages)
    from goftogu.transcripts.rough import read as rough_read  # noqa: PLC0415  a labelled archive does not pay for it

    draft = rough_read.read_rough(source, problems)
    if draft is not None:
        draft.details = replace(draft.details, language=language.of_draft(draft, languages.usual))
    return draft


def _with_conventions(
    interview: Interview, draft: Draft, reading: Reading, stage: Mapping[str, StageNote]
) -> Interview:
    """Return an interview with its notes and the stage notes that it has."""
    footnotes = notes.arrange(draft, reading) if draft.footnotes else ()
    known = stage_notes.used((unit.record for unit in interview.units()), stage)
    return replace(interview, footnotes=tuple(footnotes), stage_notes=known)


def _check_markup(interview: Interview, problems: Problems) -> None:
    for unit in interview.units():
        if markup.is_too_costly(unit.record):
            message = Message("the paragraph has too many Markdown characters for its length")
            problems.add(
                Problem(
                    interview.path,
                    unit.line,
                    1,
                    "S010",
                    message,
                    Message("split it, or remove the Markdown characters"),
                )
            )


def _check_withheld(interview: Interview, problems: Problems) -> None:
    for unit in interview.units():
        if (start := withheld.fault(unit.record)) is not None:
            line, column = _place(unit, start)
            message = Message("“{text}” is no mark of a withheld passage", text=unit.record[start : start + _SHOWN])
            hint = Message("write it as [withheld: reason], on one line and with its bracket; to show the words: \\[")
            problems.add(Problem(interview.path, line, column, "T016", message, hint))


def _tell_recordings(interview: Interview, problems: Problems) -> None:
    """Say which recordings are not published because they may have what the transcript withholds."""
    open_ = withheld.open_recordings(interview)
    for item in (item for item in interview.media if item not in open_):
        message = Message("the recording is not published, because the transcript withholds a passage")
        hint = Message("cut the passage out of it, then write redacted: true")
        problems.add(Problem(interview.path, item.line, 1, "R005", message, hint))


def _check_times(interview: Interview, problems: Problems) -> None:
    """Report paragraphs that begin before the one above them."""
    timed = [(unit, unit.time) for turn in interview.turns for unit in turn.paragraphs if unit.time is not None]
    for (_, above), (unit, time) in pairwise(timed):
        if time < above:
            before, now = times.clock(above), times.clock(time)
            message = Message("{time} is before {above}, the time above it", time=now, above=before)
            hint = Message("correct one of them; times go on as the interview does")
            problems.add(Problem(interview.path, unit.line, 1, "R002", message, hint))


def _check_pictures(interview: Interview, problems: Problems) -> None:
    """Report pictures within a text, where none is shown."""
    for unit in interview.units():
        if (start := picture_lines.inside(unit.record)) is not None:
            line, column = _place(unit, start)
            message = Message("a picture within a text")
            hint = Message("put it on a line of its own; to show the characters: \\!")
            problems.add(Problem(interview.path, line, column, picture_lines.CODE, message, hint))


def _place(unit: Paragraph, start: int) -> tuple[int, int]:
    """Return the line of an offset into a paragraph, and its column, which is not known in the first line."""
    before = unit.record[:start]
    return unit.line + before.count("\n"), (len(before) - before.rfind("\n") if "\n" in before else 1)


def _check_ids(draft: Draft, problems: Problems) -> None:
    missing = sum(not item.id for item in draft.stamped())
    if missing:
        command = "import" if draft.raw else "stamp"
        message = Message("{missing} of the turns, paragraphs and headings have no permanent id", missing=missing)
        if draft.pictures:
            message = Message(
                "{missing} of the turns, paragraphs, headings and pictures have no permanent id", missing=missing
            )
        problems.add(
            Problem.of_file(
                draft.path,
                "T009",
                message,
                Message("run: {goftogu} {command} {path}", command=command, path=draft.path),
            )
        )
