"""One language of the site: its labels, names and texts as safe HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content import licences
from goftogu.conventions import forms, withheld
from goftogu.conventions.first_words import opening
from goftogu.edition.outline import Outline
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview, Language, Paragraph, Role, Speaker
from goftogu.transcripts import labels
from goftogu.translation.memory.memory import Translation


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    href: str
    text: Markup


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language.

    Attributes:
        site: The whole archive.
        language: Language of this edition.
    """

    site: Site
    language: Language

    def licence(self, address: str) -> Link | None:
        """Return a licence by its name, or ``None`` when there is no address."""
        return Link(address, markup.plain(licences.name(address), Language.EN)) if address else None

    def label(self, text: Bilingual) -> Markup:
        """Return a label of a vocabulary in the language of the edition."""
        return markup.inline(text[self.language], self.language)

    def plain(self, interview: Interview | Outline, unit: Paragraph) -> str:
        """Return a paragraph as plain text in the language of the edition; the original when it is not translated."""
        return markup.bare(*self._shown(interview, unit))

    def searched(self, interview: Interview | Outline, unit: Paragraph) -> str:
        """Return a paragraph as :meth:`plain` does, without what is withheld and without the marks of its form."""
        found = markup.bare(withheld.without(self._shown(interview, unit)[0]))
        return forms.unmarked(found) if unit.form else found

    def text(self, interview: Interview | Outline, unit: Paragraph, limit: int = 0) -> Markup:
        """Return a paragraph in the language of the edition; the original, isolated, when it is not translated.

        Args:
            interview: The interview of the paragraph.
            unit: The paragraph.
            limit: Keep only the first words that fit into this many characters, and none of their markup.
        """
        if limit:
            return self.safe(*self.first_words(interview, unit, limit))
        return self.written(*self._shown(interview, unit))

    def first_words(self, interview: Interview | Outline, unit: Paragraph, limit: int) -> tuple[str, bool]:
        """Return the first words of a paragraph as plain text, and whether they are English; see :meth:`text`."""
        return opening(self.plain(interview, unit), limit), self._shown(interview, unit)[1] is Language.EN

    def safe(self, text: str, english: bool) -> Markup:  # noqa: FBT001  what first_words() returns
        """Return plain text as safe HTML; isolated when it is not in the language of the edition."""
        language = Language.EN if english else Language.FA
        shown = markup.plain(text, language)
        return shown if language == self.language else markup.isolated(shown, language)

    def persian(self, text: str) -> Markup:
        """Return a Persian text that has no English, isolated on an English page."""
        return self.written(text, Language.FA)

    def written(self, text: str, language: Language) -> Markup:
        """Return a text as safe HTML; isolated when it is not in the language of the edition."""
        made = markup.inline(text, language)
        return made if language == self.language else markup.isolated(made, language)

    def _shown(self, interview: Interview | Outline, unit: Paragraph) -> tuple[str, Language]:
        """Return the text of a paragraph that the edition shows, and its language."""
        if self.language != interview.original:
            found: Translation | None = self.site.translations.get(interview.id, {}).get(unit.id)
            if found and found.text:
                return found.text, self.language
        return unit.reading, interview.original

    def name(self, speaker: Speaker, original: Language = Language.FA) -> Markup:
        """Return the name of a speaker; empty when only the label is known, and that is in the other language.

        Args:
            speaker: Who speaks.
            original: The language of the transcript, which has the label.
        """
        person = self.site.vocabulary.people.get(speaker.person)
        if person is not None:
            return self.label(person.name)
        return markup.inline(speaker.label, original) if self.language == original else Markup()

    def interviewees(self, interview: Interview | Outline) -> Iterator[Markup]:
        """Return the names of those who are interviewed; a label that names nobody («پاسخ») is left out.

        A name is that of the person, else of the body that the speaker speaks for, else the label.
        """
        known = self.site.vocabulary.people
        for item in interview.speakers.values():
            if item.role == Role.INTERVIEWEE and labels.is_named(item):
                named = known.get(item.person) or known.get(item.organisation)
                yield self.label(named.name) if named else self.written(item.label, interview.original)

    def counterpart(self, text: Bilingual) -> Markup:
        """Return the label in the other language, isolated; nothing in an archive in Persian alone."""
        if not self.site.config.translated:
            return Markup()
        other = self.language.other
        return markup.foreign(text[other], other)

    def words(self, text: str) -> Markup:
        """Return words of a vocabulary in the language of the edition."""
        return markup.inline(text, self.language)

    def people(self, here: str, ids: Iterable[str]) -> list[Link]:
        """Return links from the page ``here`` to those people who are public."""
        known = self.site.vocabulary.people
        public = [known[item] for item in ids if item in known and known[item].public]
        return [Link(urls.href(here, urls.person(self.language, item.id)), self.label(item.name)) for item in public]

    def only(self, path: str, other: Callable[[str], str]) -> Callable[[str], str]:
        """Return the paths of a page that may be in this language only.

        Args:
            path: Its path.
            other: Returns the path of its counterpart in a language.
        """
        return lambda language: path if language == self.language else other(language)
