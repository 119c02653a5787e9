"""Passages in another language than that of their interview, such as Kurdish, Azeri, Arabic or English.

A paragraph says its language with an attribute, ``{: lang="ku" }``: a tag of BCP 47. It is shown letter by letter, in
its own direction.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from goftogu.model import Language, Paragraph

TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", re.ASCII)
_SCRIPT: Final = 4
"""Letters of the name of a script, such as ``Arab``."""


def tag(written: str) -> str:
    """Return a tag in its usual spelling (``az-Arab-IR``); empty for Persian, the language of the text around it."""
    first, *others = written.split("-")
    named = [part.title() if len(part) == _SCRIPT and part.isalpha() else _region(part) for part in others]
    whole = "-".join([first.lower(), *named])
    return "" if whole == Language.FA else whole


def _region(part: str) -> str:
    return part.upper() if len(part) == len("IR") else part.lower()


def is_english(unit: Paragraph) -> bool:
    """Tell whether a paragraph was said in English, and so needs no translation."""
    return unit.language.partition("-")[0] == Language.EN


def of_script(text: str) -> Language:
    """Return the one of the two languages whose direction a text has: that of most of its letters."""
    found = [unicodedata.bidirectional(letter) for letter in text]
    leftward = found.count("AL") + found.count("R")
    return Language.FA if leftward >= found.count("L") else Language.EN
