"""One language of the site: what the frame of every page needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.conventions import forms
from goftogu.edition import rights, withheld
from goftogu.edition.first_words import opening
from goftogu.edition.messages import NAMES
from goftogu.edition.outline import Outline
from goftogu.edition.rights import OwnedRights
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview, Language, Paragraph, Role, Speaker
from goftogu.pages import head
from goftogu.pages.head import About, PageHead
from goftogu.pages.images import ImageView, image
from goftogu.transcripts import labels
from goftogu.translation.memory.memory import Translation

__all__ = ["About", "Edition", "Frame", "Link", "Switch"]

GUIDE: Final[Mapping[str, Callable[[str], str]]] = {
    "index": urls.a_to_z,
    "topics": urls.topics,
    "people": urls.people,
    "places": urls.places,
    "chronology": urls.chronology,
}
"""The ways into the archive, by their sections."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    href: str
    text: Markup


class LogoView(NamedTuple):
    """The sign of the archive: its files, and what it shows."""

    image: ImageView
    alt: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A place in the switch of languages: a language or one of :data:`goftogu.urls.PARALLEL`."""

    view: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: navigation and head, with links relative to the page.

    Attributes:
        title: Heading of the page as plain text, or empty when the template has it.
        site: Name of the archive.
        description: One or two sentences for search engines and cards.
        style: The stylesheet.
        own_style: The archive's own stylesheet, which adds to it, or empty.
        script: The script of a page that leads on to another one.
        icon: The icon of the site in a browser tab.
        font: The font of Persian text, loaded early; empty where the page does without or may be read from files.
        home: The front page of this language.
        guide: The ways into the archive: ``index``, ``topics``, ``people``, ``places``, ``chronology``.
        interviews: The list of interviews.
        progress: How far the translation has been reviewed, or empty.
        data: The archive as data.
        search: The page with the search.
        passages: The page of the passages that a reader has chosen.
        free: The free pages.
        section: Which of these the page belongs to.
        switches: The languages in which the page is there; empty in an archive in Persian alone.
        head: What no reader sees.
        rights: What the archive says of the rights in its texts, or empty.
        licence: Their licence, or ``None``.
        logo: Its sign, or ``None``.
        editor: Who keeps the archive, or empty.
        contact: Where a reader reports an error, or empty.
    """

    title: str
    site: str
    description: str
    style: str
    own_style: str
    script: str
    icon: str
    font: str
    home: str
    guide: Mapping[str, str]
    interviews: str
    progress: str
    data: str
    search: str
    passages: str
    free: tuple[Link, ...]
    section: str
    switches: tuple[Switch, ...]
    head: PageHead
    rights: Markup
    licence: Link | None
    logo: LogoView | None
    editor: Markup
    contact: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in one language.

    Attributes:
        site: The whole archive.
        language: Language of this edition.
    """

    site: Site
    language: Language

    def frame(
        self,
        path: Callable[[str], str],
        about: About,
        view: str = "",
        views: Iterable[str] = (),
    ) -> Frame:
        """Make the frame of a page.

        Args:
            path: Gives the page's path in a language or other view.
            about: What the page is.
            view: The page's own view; the language by default.
            views: The views in which the page is there; both languages by default.
        """
        own = view or str(self.language)
        here = path(own)
        config = self.site.config
        return Frame(
            title=about.title,
            site=config.title[self.language],
            description=about.description or config.description[self.language],
            style=urls.href(here, urls.STYLE),
            own_style=urls.href(here, urls.OWN_STYLE) if self.site.own_style else "",
            script=urls.href(here, urls.SCRIPT),
            icon=urls.href(here, urls.ICON),
            font=urls.href(here, urls.FONT) if config.url and own != Language.EN else "",
            home=urls.href(here, urls.home(self.language)),
            guide={section: urls.href(here, target(self.language)) for section, target in GUIDE.items()},
            interviews=urls.href(here, urls.interviews(self.language)),
            progress=urls.href(here, urls.progress(self.language)) if config.translated else "",
            data=urls.href(here, urls.use_of_data(self.language)),
            search=urls.href(here, urls.search(self.language)),
            passages=urls.href(here, urls.passages(self.language)),
            free=tuple(self._free(here)),
            section=about.section,
            switches=tuple(
                Switch(other, NAMES.get(other, ""), urls.href(here, path(other)), other == own)
                for other in views or config.languages
                if config.translated
            ),
            head=head.make(self.site, self.language, own, path, about),
            rights=self.label(config.rights) if config.rights else Markup(),
            licence=self.licence(rights.of_archive(config)),
            logo=self._logo(here),
            editor=self.label(config.editor) if config.editor else Markup(),
            contact=config.corrections,
        )

    def _logo(self, here: str) -> LogoView | None:
        logo = self.site.config.logo
        found = self.site.pictures.get(logo.file) if logo else None
        return LogoView(image(here, found), logo.alt[self.language]) if logo and found else None

    def licence(self, found: OwnedRights) -> Link | None:
        """Return a licence by its name."""
        name = rights.licence_name(found)
        return Link(found.licence, markup.plain(name, Language.EN)) if name else None

    def _free(self, here: str) -> Iterable[Link]:
        for item in self.site.pages:
            if item.language == self.language:
                target = urls.free(self.language, item.id)
                yield Link(urls.href(here, target), markup.inline(item.title, self.language))

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
        """Return the names of those who are interviewed; a label that names nobody («پاسخ») is left out."""
        original = interview.original
        for item in interview.speakers.values():
            if item.role == Role.INTERVIEWEE and (item.person or not labels.names_nobody(item.label)):
                yield self.name(item, original) or self.written(item.label, original)

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
