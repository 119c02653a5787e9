"""Passages in another language than that of their interview, such as Kurdish, Azeri, Arabic or English.

A paragraph says its language with an attribute, ``{: lang="ku" }``: a tag of BCP 47. It is shown letter by letter, in
its own direction.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.model import Language

TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", re.ASCII)
_PERSIAN: Final = re.compile("[\u0600-\u06ff]")
_OF_IRAN: Final = frozenset({"fa", "fa-IR", "fa-Arab", "fa-Arab-IR"})
"""The tags that say no more than Persian: of Iran, and in its own script."""

_SCRIPT: Final = 4
"""Letters of the name of a script, such as ``Arab``."""


def tag(written: str) -> str:
    """Return a tag in its usual spelling, such as ``az-Arab-IR``."""
    first, *others = written.split("-")
    named = [part.title() if len(part) == _SCRIPT and part.isalpha() else _region(part) for part in others]
    return "-".join([first.lower(), *named])


def within(written: str, language: TranscriptLanguage) -> str:
    """Return the tag of a passage; empty where that is the language of its interview.

    Args:
        written: The tag as :func:`tag` returns it.
        language: In which the interview was held. All of English counts as one language, and Dari as Persian in Dari.
    """
    own = {str(language), str(language.edition)}
    english = language is TranscriptLanguage.ENGLISH and written.partition("-")[0] == Language.EN
    return "" if english or (str(Language.FA) if written in _OF_IRAN else written) in own else written


def _region(part: str) -> str:
    return part.upper() if len(part) == len("IR") else part.lower()


def needs_no_translation(found: str) -> bool:
    """Tell whether a passage was said in the language into which its interview is translated.

    Args:
        found: Its tag; empty in the language of the interview, so ``en`` is in a Persian one, ``fa`` in an English one.
    """
    return found in _OF_IRAN or found.partition("-")[0] == Language.EN


def has_persian_letters(text: str) -> bool:
    """Tell whether a name or a text has a letter of the Arabic script."""
    return _PERSIAN.search(text) is not None


def of_script(text: str) -> Language:
    """Return the one of the two languages whose direction a text has: that of most of its letters."""
    found = [unicodedata.bidirectional(letter) for letter in text]
    leftward = found.count("AL") + found.count("R")
    return Language.FA if leftward >= found.count("L") else Language.EN
