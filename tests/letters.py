"""Letters of readers that tests make by hand."""

from __future__ import annotations

from goftogu.translation.corrections import Correction


def a_letter(interview: str, turn: str, text: str, persian: str = "", english: str = "", **said: str) -> Correction:
    """Return a letter that says nothing but what is given."""
    return Correction(interview, turn, text, persian, english, **{"sender": "", "day": ""} | said)
