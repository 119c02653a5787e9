"""Rules about signs: what belongs to Persian, to a program or to markup, and what must come through as it is."""

from __future__ import annotations

import re
from typing import Final

_PERSIAN_LETTERS: Final = re.compile("[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff]")
_PERSIAN_DIGITS: Final = re.compile("[\u06f0-\u06f9\u0660-\u0669]")
_PERSIAN_SIGNS: Final = re.compile("[،؛؟٪٫٬\u200c]")
_UNKNOWN: Final = re.compile(r"⁇|<unk>|▁|\ufffd|@@|</?s>|\[UNK\]|<0x")
_MARKUP: Final = re.compile(r"&(?:amp|lt|gt|quot|nbsp|#\d+);|</?[a-z]{1,6}>|\*\*|\]\(|(?<!\w)__?(?=\w)")
_MAY_BE_MARKUP: Final = re.compile(r"[&<*_\]]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\"«»“”،؛]+|[\w.+-]+@[\w-]+\.[\w.-]+")
_LATIN: Final = re.compile(r"(?<![\w@./-])[A-Za-z][A-Za-z0-9&+#-]+(?![\w@-])")
_LETTER: Final = re.compile(r"[A-Za-z]")
_QUOTED: Final = re.compile(r"«[^»]*\s[^»]*\s[^»]*»")
_QUOTES: Final = re.compile(r"[\"“”«»„‘]|(?<!\w)'|'(?!\w)")


def has_persian_letters(source: str, target: str) -> bool:
    """Tell whether a Persian word was left in the English."""
    del source
    return not target.isascii() and _PERSIAN_LETTERS.search(target) is not None


def has_persian_digits(source: str, target: str) -> bool:
    """Tell whether Persian digits were left in the English."""
    del source
    return not target.isascii() and _PERSIAN_DIGITS.search(target) is not None


def has_persian_signs(source: str, target: str) -> bool:
    """Tell whether a Persian comma, question mark or half-space was left in the English."""
    del source
    return not target.isascii() and _PERSIAN_SIGNS.search(target) is not None


def has_unknown(source: str, target: str) -> bool:
    """Tell whether the English has a piece that the model does not know, or one of its own signs."""
    found = _UNKNOWN.search(target)
    return found is not None and found[0] not in source


def has_markup(source: str, target: str) -> bool:
    """Tell whether the English has markup that the Persian does not have."""
    if not _MAY_BE_MARKUP.search(target):
        return False
    return any(found[0] not in source for found in _MARKUP.finditer(target))


def lost_address(source: str, target: str) -> bool:
    """Tell whether an address of the Persian is not in the English, sign by sign."""
    if "@" not in source and "://" not in source and "www." not in source:
        return False
    return any(found[0].rstrip(".,:;!?)") not in target for found in _ADDRESS.finditer(source))


def lost_latin(source: str, target: str) -> bool:
    """Tell whether none of the words in Latin letters came through."""
    if not _LETTER.search(source):
        return False
    folded, words = target.lower(), _LATIN.findall(_ADDRESS.sub(" ", source))
    return bool(words) and not any(word.lower() in folded for word in words)


def lost_quotation(source: str, target: str) -> bool:
    """Tell whether words that the Persian quotes are not quoted in the English."""
    return "«" in source and _QUOTED.search(source) is not None and _QUOTES.search(target) is None
