"""Citations of an interview and of each of its turns, in the form of a reader's note.

Each names the text that it quotes: the Persian original, or the English with its state and its maker. A version, made
from the text itself, shows whether the text has changed since. The English form follows the notes of the Chicago
Manual of Style for interviews.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.content import times
from goftogu.content.settings import SiteConfig
from goftogu.edition import wording
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language, Role, Turn
from goftogu.persian import digits

_EDITED: Final = Bilingual("به کوشش {}", "{}, ed.")
_BY: Final = Bilingual("گفت‌وگو با {}", "interview by {}")
_TITLE: Final = Bilingual("«{}»", "“{}”")
TURN: Final = Bilingual("نوبت {}", "turn {}")
"""The words for a turn, with ``{}`` for its number."""
_VERSION: Final = Bilingual("نسخهٔ {}", "version {}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in one language.

    Attributes:
        language: Language of the words, and of the text that is quoted.
        words: All but the address, without a full stop.
        address: Of the page or the turn; its path within the site when the archive does not know its own address.
    """

    language: Language
    words: str
    address: str


class CitationEnds(NamedTuple):
    """What all citations of an interview in one language share.

    Attributes:
        before: What precedes the turn.
        after: What follows the quoted text.
    """

    before: str
    after: str


def ends(material: Material, language: Language) -> CitationEnds:
    """Return how each citation of an interview begins and ends; between them is the turn, and which text it is."""
    found = _Citing(material, language)
    return CitationEnds(*(wording.COMMA[language].join(filter(None, part)) for part in (found.head, found.tail)))


def cite(material: Material, language: Language, turn_id: str = "") -> Citation:
    """Cite an interview or one of its turns.

    Args:
        material: The interview.
        language: Language of the words, and of the text that is quoted.
        turn_id: The turn; the whole interview without it.

    Raises:
        KeyError: When there is no such turn.
    """
    number, turn = material.turn(turn_id) if turn_id else (0, None)
    return _Citing(material, language).citation(number, turn)


def of_archive(config: SiteConfig, language: Language) -> Citation:
    """Cite the archive as a whole: who keeps it, its name, and its address, empty where it does not know it."""
    editor = [_EDITED[language].format(config.editor[language])] if config.editor else []
    words = wording.COMMA[language].join([*editor, config.title[language]])
    return Citation(language, words, urls.absolute(config.url, urls.home(language)) if config.url else "")


def citations(material: Material) -> bytes:
    """List the citations of the interview and of each turn, in both languages, as plain text.

    An id and an address are on lines of their own, so that they disturb no line of the other direction.
    """
    return "\n".join(_listed(material)).encode()


def _listed(material: Material) -> Iterator[str]:
    editions = [_Citing(material, language) for language in material.config.editions]
    for number, turn in enumerate((None, *material.interview.turns)):
        yield turn.id if turn else material.interview.id
        for edition in editions:
            citation = edition.citation(number, turn)
            yield from (citation.words, citation.address)
        yield ""


class _Citing:
    """What the citations of one interview in one language share."""

    def __init__(self, material: Material, language: Language) -> None:
        self.material = material
        self.language = language
        self.head = list(self.beginning())
        self.tail = [material.config.title[language], _VERSION[language].format(material.version(language))]

    def citation(self, number: int, turn: Turn | None) -> Citation:
        language = self.language
        units = turn.paragraphs if turn else self.material.interview.units()
        words = [
            *self.head,
            TURN[language].format(digits.number(number, language)) if turn else "",
            times.shown(turn.time, language) if turn and turn.time is not None else "",
            wording.quoted(self.material, units, language),
            *self.tail,
        ]
        address = self.material.address(language, turn.id if turn else "")
        return Citation(language, wording.COMMA[language].join(filter(None, words)), address)

    def beginning(self) -> Iterator[str]:
        """Yield who speaks with whom, under which title, where it was published, and when."""
        material, language = self.material, self.language
        asked, asking = (
            wording.AND[language].join(credit.name(language) for credit in material.credits(role))
            for role in (Role.INTERVIEWEE, Role.INTERVIEWER)
        )
        yield asked
        yield _BY[language].format(asking) if asking else wording.INTERVIEW[language].lower()
        yield _TITLE[language].format(material.plain(material.interview.title, language))
        yield material.publisher(language)
        yield material.date(language)
