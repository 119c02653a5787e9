"""What pages are made of, and a page before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goftogu.content import characters
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
from goftogu.locale.message import Message
from goftogu.model import Interview, Language, Source
from goftogu.pictures.published import PublishedPicture
from goftogu.problems import Problem, Problems
from goftogu.storage import values
from goftogu.transcripts.collation import Collation
from goftogu.translation.memory.entry import Translation


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page that the archive writes about itself, in one language.

    Attributes:
        id: Name in the address, the same in both languages (``about``).
        language: Its language.
        title: Heading of the page.
        body: Markdown below the heading.
        path: The source file, for problems.
        line: Line of the file on which the body begins.
    """

    id: str
    language: Language
    title: str
    body: str
    path: str
    line: int = 1


def read_free_page(source: Source, problems: Problems) -> FreePage | None:
    """Read ``content/pages/<id>.<language>.md``; its first line is the heading.

    Args:
        source: The file.
        problems: What is wrong with its name is added.
    """
    name, _, language = source.path.rpartition("/")[2].removesuffix(".md").rpartition(".")
    if not name or language not in tuple(Language):
        message, hint = (
            Message("the name of the file does not say its language"),
            Message("name it as about.fa.md or about.en.md"),
        )
        problems.add(Problem.of_file(source.path, "S004", message, hint))
        return None
    heading, _, rest = source.text.lstrip().partition("\n")
    body = rest.lstrip()
    line = source.text.count("\n", 0, len(source.text) - len(body)) + 1
    if characters.is_blank(heading.lstrip("# ")):
        hint = Message("write the heading of the page into its first line")
        problems.add(Problem(source.path, 1, 1, "T011", Message("the page has no heading"), hint))
    return FreePage(name, Language(language), heading.lstrip("# ").strip(), body.rstrip(), source.path, line)


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
