"""Who speaks, as the pages of an interview name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from goftogu import markup
from goftogu.content.vocabulary import Person
from goftogu.model import Language, Speaker
from goftogu.pages.passage import Passage


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks, as named on the pages.

    Attributes:
        role: Value of :class:`goftogu.model.Role`.
        fa: The Persian name, or empty: then the role is shown instead.
        en: The same in English. In the language of the transcript it is the label.
        person: The person in the vocabulary, or ``None``.
        organisation: The body that the speaker speaks for, or ``None``.
        description: A few words about the speaker, or ``None``.
    """

    role: str
    fa: Markup
    en: Markup
    person: Person | None
    organisation: Person | None
    description: Passage | None

    def __getitem__(self, language: str) -> Markup:
        """Return its name in one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == Language.FA else self.en


def voice(speaker: Speaker, people: Mapping[str, Person], original: Language, description: Passage | None) -> Voice:
    """Return a speaker as named on the pages: by the label in the language of the transcript, else by the name.

    Args:
        speaker: Who speaks.
        people: Those of the vocabulary, by id.
        original: The language of the transcript.
        description: A few words about the speaker, or ``None``.
    """
    person = people.get(speaker.person)
    names = {language: person.name[language] if person else "" for language in Language} | {original: speaker.label}
    return Voice(
        role=str(speaker.role),
        fa=markup.inline(names[Language.FA], Language.FA),
        en=markup.inline(names[Language.EN], Language.EN),
        person=person,
        organisation=people.get(speaker.organisation),
        description=description,
    )
