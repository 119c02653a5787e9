"""Who owns the text of an interview, and what one may do with it: from its front matter, else from ``site.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goftogu.content import licences
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.model import Bilingual, Rights

HOLDER: Final = Bilingual("دارندهٔ حقوق: {}", "Rights holder: {}")
LICENCE: Final = Bilingual("پروانهٔ بازنشر: {}", "Licence: {}")


@dataclass(frozen=True, slots=True)
class OwnedRights:
    """What is known of the rights in a text.

    Attributes:
        holder: Who owns it, or ``None``.
        licence: Address of its licence, or empty.
        statement: What is said of it, or ``None``.
        note: What the archive adds, in Persian, or empty.
    """

    holder: Bilingual | None = None
    licence: str = ""
    statement: Bilingual | None = None
    note: str = ""

    def brief(self, language: str) -> str:
        """Return what standards with one field for rights get: the statement, else the holder, else the licence."""
        if self.statement is not None:
            return self.statement[language]
        return HOLDER[language].format(self.holder[language]) if self.holder else self.licence

    def sentences(self, language: str) -> Iterator[str]:
        """Yield all that is known as plain text; a note is in Persian."""
        if self.statement is not None:
            yield self.statement[language]
        if self.holder is not None:
            yield HOLDER[language].format(self.holder[language])
        if self.licence:
            name = licences.name(self.licence)
            yield LICENCE[language].format(self.licence if name in self.licence else f"{name}, {self.licence}")
        if self.note:
            yield self.note


def of_archive(config: SiteConfig) -> OwnedRights:
    """Return the rights in the texts of an archive."""
    return OwnedRights(None, config.licence, config.rights)


def of(rights: Rights, config: SiteConfig, vocabulary: Vocabulary) -> OwnedRights:
    """Return the rights in an interview.

    A licence or a statement of its own takes the place of both of the archive: what is under no licence must not seem
    to be under that of the archive.

    Args:
        rights: What its front matter says.
        config: The archive.
        vocabulary: Knows the holder, who may be given by id.
    """
    person = vocabulary.people.get(rights.holder)
    holder = person.name if person else Bilingual(rights.holder, rights.holder) if rights.holder else None
    own = rights.licence or rights.statement
    usual = OwnedRights() if own else of_archive(config)
    return OwnedRights(holder, rights.licence or usual.licence, rights.statement or usual.statement, rights.note)


def licence_name(rights: OwnedRights) -> str:
    """Return what readers call the licence, or an empty string."""
    return licences.name(rights.licence) if rights.licence else ""
