"""Language tags: of pages, where programs shape, hyphenate and speak a text, and of records, which catalogues read.

Dari is ``prs`` in ISO 639-3, and records say so. On pages it is ``fa-AF``: that is what the Common Locale Data
Repository makes of ``prs``, search engines know no code of three letters, and fonts, hyphenation, speech and style
sheets that know ``fa`` know it, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.model import Language

DARI: Final = "fa-AF"
"""The tag of Dari on pages."""

_USUAL: Final[Mapping[str, str]] = {language: str(language) for language in Language}
_DARI: Final[Mapping[str, str]] = {**_USUAL, Language.FA: DARI}


def tags(*, dari: bool) -> Mapping[str, str]:
    """Return the tag of each language of a page.

    Args:
        dari: Whether its Persian is Dari.
    """
    return _DARI if dari else _USUAL


def record(language: Language, *, dari: bool) -> str:
    """Return the tag of a language in a record."""
    return str(TranscriptLanguage.DARI) if dari and language is Language.FA else str(language)
