"""English of an engine that depends on names and terms which have changed since it was made.

An entry notes which settled forms were put in (``terms``), and, where some could not be had, a fingerprint of all that
were asked for (``lacks``). So an engine tries again when other forms are asked for, and not every time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import ENGINES, State, Translation
from goftogu.translation.quality import flags

_DIGITS: Final = 12


def lacks(source: str, target: str, terms: Terminology) -> str:
    """Return the fingerprint of the terms of a text, if its English lacks one of them; else an empty string.

    Args:
        source: The Persian.
        target: The English.
        terms: What is settled.
    """
    if not flags.lacks_term(source, target, terms):
        return ""
    forms = sorted((source[met.start : met.end], *met.en) for met in terms.met(source))
    return hashlib.sha256(repr(forms).encode()).hexdigest()[:_DIGITS]


def is_reopened(source: str, found: Translation, notes: Mapping[str, str], terms: Terminology) -> bool:
    """Tell whether an engine has to translate a text again, because other English is settled than before.

    Args:
        source: The Persian.
        found: Its English; only what an engine made and nobody has changed or approved is ever reopened.
        notes: Those of its entry.
        terms: What is settled now.
    """
    if found.state is not State.MACHINE or not found.origin.startswith(ENGINES):
        return False
    lacking = lacks(source, found.text, terms)
    return (bool(lacking) and lacking != notes.get("lacks", "")) or not _is_settled(
        source, notes.get("terms", ""), terms
    )


def _is_settled(source: str, put: str, terms: Terminology) -> bool:
    """Tell whether all that was put into an English is still a settled form of a term of its Persian."""
    forms = {form for met in terms.met(source) for form in met.en} if put else ()
    for form in sorted(forms, key=len, reverse=True):
        put = put.replace(form, "")
    return not put.strip(" ,")
