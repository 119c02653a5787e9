"""What pages are made of, and a page before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter, itemgetter

from goftogu.content.pages import FreePage
from goftogu.content.settings import Cards, SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.neighbours import Neighbours
from goftogu.edition.outline import Listed, Outline
from goftogu.edition.recordings import MediaFacts
from goftogu.index.chronology import DateMention
from goftogu.index.index import arrange
from goftogu.index.indexing import Findings
from goftogu.index.people import People
from goftogu.index.places import Places
from goftogu.index.topics import TopicIndex
from goftogu.model import Interview, Language
from goftogu.pictures.published import PublishedPicture
from goftogu.storage import values
from goftogu.transcripts.collation import Collation
from goftogu.translation.memory.entry import Translation


@dataclass(frozen=True, slots=True)
class Site:
    """What pages are made of. Every page is given a site that has what it shows, and no more.

    Attributes:
        config: The archive's settings.
        vocabulary: Topics, people and places.
        pages: The free pages, in both languages.
        card: Whether the archive has a picture that messengers show.
        own_style: Whether the archive has a style sheet beside that of Goftogu.
        pictures: What is published of the pictures of people, series, free pages and the archive, by the names of their
            files.
        cards: Which interviews have a card of their own, as far as this machine can draw them.
        interviews: The interviews that are listed; pages sort for themselves.
        translations: By id of the interview, then by id of the paragraph.
        index: Where each topic is spoken of.
        people: Who speaks and who is spoken of.
        places: Which places are spoken of.
        dates: The dates that are spoken of, the earliest first.
        collation: Of the one interview that is shown, if it could be compared with the text received.
        media: What the recordings of that interview were found to be, by the name of the file.
        neighbours: What is around that interview.
    """

    config: SiteConfig
    vocabulary: Vocabulary
    pages: tuple[FreePage, ...] = ()
    card: bool = False
    own_style: bool = False
    pictures: Mapping[str, PublishedPicture] = field(default_factory=dict)
    cards: Cards = Cards.NONE
    interviews: tuple[Outline, ...] = ()
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)
    index: TopicIndex = field(default_factory=lambda: TopicIndex((), Vocabulary()))
    people: People = field(default_factory=lambda: People({}, {}))
    places: Places = field(default_factory=Places)
    dates: tuple[DateMention, ...] = ()
    collation: Collation | None = None
    media: Mapping[str, MediaFacts] = field(default_factory=dict)
    neighbours: Neighbours | None = None

    def digest(self) -> bytes:
        """Return a digest of what is the same for all pages."""
        return values.digest(
            repr((self.config, self.vocabulary, self.pages, self.card, self.own_style, self.pictures, self.cards))
        )

    def showing(self, outlines: Iterable[Outline]) -> Site:
        """Return a site that lists some interviews and has no index."""
        shown = tuple(outlines)
        return replace(self, interviews=shown, translations={outline.id: outline.english for outline in shown})

    def listing(self, listed: Sequence[Listed]) -> Site:
        """Return a site that lists some interviews and has their index.

        Args:
            listed: In the order of the files.
        """
        site = self.showing(outline for outline, _ in listed)
        made = arrange(site.interviews, self.vocabulary, [findings for _, findings in listed])
        return replace(site, index=made.topics, people=made.people, places=made.places, dates=made.dates)

    def alone(
        self,
        interview: Interview,
        english: Mapping[str, Translation],
        findings: Findings,
        collation: Collation | None = None,
        neighbours: Neighbours | None = None,
    ) -> Site:
        """Return a site for the pages of one interview: its English, topics and collation, and what is beside it."""
        topics, translations = TopicIndex(findings.entries, self.vocabulary), {interview.id: english}
        return replace(self, translations=translations, index=topics, collation=collation, neighbours=neighbours)


@dataclass(frozen=True, slots=True)
class Page:
    """One planned page: light until its context is asked for.

    Attributes:
        path: Where it goes, relative to the output folder, with ``/``.
        template: Name of its template.
        language: Language of the page and of its interface.
        context: Makes the values that its template shows.
    """

    path: str
    template: str
    language: Language
    context: Callable[[], Mapping[str, object]]


def ordered(site: Site) -> list[Outline]:
    """Return the interviews by date, in the archive's order; those without a date come last."""
    dated = [(item.date.first, item.id, item) for item in site.interviews if item.date is not None]
    rest = sorted((item for item in site.interviews if item.date is None), key=attrgetter("id"))
    dated.sort(key=itemgetter(0, 1), reverse=site.config.newest_first)
    return [*(item for _, _, item in dated), *rest]
