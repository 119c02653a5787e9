"""The languages of a site, and those in which an interview can have been held and transcribed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from goftogu.content.units import Language

_LATIN: Final = re.compile("[A-Za-z]")
_PERSIAN: Final = re.compile("[\u0621-\u06d3]")


class TranscriptLanguage(StrEnum):
    """The language in which an interview was held and transcribed; the value is its tag in ISO 639."""

    PERSIAN = "fa"
    DARI = "prs"
    ENGLISH = "en"

    @property
    def edition(self) -> Language:
        """The language of the site that shows the transcript as it is."""
        return Language.EN if self is TranscriptLanguage.ENGLISH else Language.FA


def told_by(texts: Iterable[str], usual: TranscriptLanguage) -> TranscriptLanguage:
    """Return the language of a text that does not say it: English where most of its letters are Latin.

    Args:
        texts: Its paragraphs.
        usual: The language otherwise; Persian and Dari have the same letters.
    """
    whole = "\n".join(texts)
    return TranscriptLanguage.ENGLISH if len(_LATIN.findall(whole)) > len(_PERSIAN.findall(whole)) else usual


class SiteLanguages(NamedTuple):
    """What an archive says of languages.

    Attributes:
        offered: Those of the site, in the order in which they are offered: both, or Persian alone.
        usual: That of the transcripts that say nothing else.
    """

    offered: tuple[Language, ...] = tuple(Language)
    usual: TranscriptLanguage = TranscriptLanguage.PERSIAN


USUAL_LANGUAGES: Final = SiteLanguages()
"""Those of an archive that says nothing of them."""
