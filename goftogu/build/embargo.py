"""What is told of an interview that is not published: a draft, or one under an embargo."""

from __future__ import annotations

from datetime import UTC, datetime

from goftogu.build.summaries import Summary
from goftogu.locale.message import Message
from goftogu.problems import Problem


def today() -> str:
    """Return the ISO date of today; no file of the site depends on it."""
    return datetime.now(tz=UTC).date().isoformat()


def problem(held: Summary) -> Problem:
    """Say that an interview is not published, and why; what else was found in it can wait."""
    if held.embargo:
        return _embargo(held)
    hint = Message("answer what it asks at its top, then delete “draft: true”; to see it: {goftogu} serve --drafts")
    return Problem.of_file(held.path, "T015", Message("a draft, which is not published"), hint)


def _embargo(held: Summary) -> Problem:
    """Say that an interview is under an embargo, and whether that has ended."""
    if held.embargo < today():
        message = Message("its embargo ended on {day}; it is not published before you say so", day=held.embargo)
        hint = Message("delete “embargo” from the front matter, or give a later day")
        return Problem.of_file(held.path, "T018", message, hint)
    message = Message("under an embargo until {day}, not published", day=held.embargo)
    return Problem.of_file(held.path, "T017", message, Message("to see it: {goftogu} serve --drafts"))
