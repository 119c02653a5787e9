"""Who owns the text of an interview, and what one may do with it: from its front matter, else from ``site.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goftogu.content import licences
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Series, Vocabulary
from goftogu.model import Bilingual, Rights

HOLDER: Final = Bilingual("دارندهٔ حقوق: {}", "Rights holder: {}")
LICENCE: Final = Bilingual("مجوز بازنشر: {}", "Licence: {}")
TRANSLATION: Final = Bilingual("مجوز بازنشر ترجمه: {}", "Licence of the translation: {}")


@dataclass(frozen=True, slots=True)
class OwnedRights:
    """What is known of the rights in a text.

    Attributes:
        holder: Who owns it, or ``None``.
        licence: Address of its licence, or empty.
        statement: What is said of it, or ``None``.
        note: What the archive adds, in Persian, or empty.
        holder_id: Who owns it as an id of ``people.toml``, if it is one.
        translation: Address of the licence of its translation, or empty.
    """

    holder: Bilingual | None = None
    licence: str = ""
    statement: Bilingual | None = None
    note: str = ""
    holder_id: str = ""
    translation: str = ""

    def brief(self, language: str) -> str:
        """Return what standards with one field for rights get: the statement, else the holder, else the licence."""
        if self.statement is not None:
            return self.statement[language]
        return HOLDER[language].format(self.holder[language]) if self.holder else self.licence

    def held(self, language: str) -> str:
        """Return who owns it in a sentence, where :meth:`brief` has the statement instead; else an empty string."""
        return HOLDER[language].format(self.holder[language]) if self.holder and self.statement else ""

    def sentences(self, language: str) -> Iterator[str]:
        """Yield all that is known as plain text; a note is in Persian."""
        if self.statement is not None:
            yield self.statement[language]
        if self.holder is not None:
            yield HOLDER[language].format(self.holder[language])
        if self.licence:
            yield _licensed(LICENCE, self.licence, language)
        yield from self.translated(language)
        if self.note:
            yield self.note

    def translated(self, language: str) -> Iterator[str]:
        """Yield the licence of the translation in a sentence, where it has one of its own."""
        if self.translation:
            yield _licensed(TRANSLATION, self.translation, language)


def _licensed(sentence: Bilingual, licence: str, language: str) -> str:
    name = licences.name(licence)
    return sentence[language].format(licence if name in licence else f"{name}, {licence}")


def of_archive(config: SiteConfig) -> OwnedRights:
    """Return the rights in the texts of an archive."""
    return OwnedRights(None, config.licence, config.rights, translation=config.translation.licence)


def of(rights: Rights, config: SiteConfig, vocabulary: Vocabulary, series: Series | None = None) -> OwnedRights:
    """Return the rights in an interview.

    A licence or a statement of its own takes the place of both of its series, and those of both of the archive: what is
    under no licence must not seem to be under that of the archive. The same holds for its translation.

    Args:
        rights: What its front matter says.
        config: The archive.
        vocabulary: Knows the holder, who may be given by id.
        series: The series of the interview, if any.
    """
    said = [rights, *([series.rights] if series else [])]
    first = next((level for level in said if level.licence or level.statement), None)
    usual = OwnedRights(None, first.licence, first.statement) if first else of_archive(config)
    nearest = next((level for level in said if level.translation or level is first), None)
    holder = next((level.holder for level in said if level.holder), "")
    known = vocabulary.people.get(holder)
    named = known.name if known else Bilingual(holder, holder) if holder else None
    note = next((level.note for level in said if level.note), "")
    translation = nearest.translation if nearest else usual.translation
    return OwnedRights(named, usual.licence, usual.statement, note, known.id if known else "", translation)
