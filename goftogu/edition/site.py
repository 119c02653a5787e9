"""The whole archive as one value, and the plan of its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.index.chronology import DateMention
from goftogu.index.indexing import Findings
from goftogu.index.people import People
from goftogu.index.places import Places
from goftogu.index.topics import Index
from goftogu.model import Interview, Language, Source
from goftogu.problems import Problem
from goftogu.translation.memory.memory import State, Translation


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


def read_free_page(source: Source) -> tuple[FreePage | None, list[Problem]]:
    """Read ``content/pages/<id>.<language>.md``; its first line is the heading.

    Returns:
        The page, or ``None`` and the problem with the name of its file.
    """
    name, _, language = source.path.rpartition("/")[2].removesuffix(".md").rpartition(".")
    if not name or language not in tuple(Language):
        message, hint = "the name of the file does not tell its language", "name it as about.fa.md or about.en.md"
        return None, [Problem(source.path, 0, 0, "S004", message, hint)]
    heading, _, rest = source.text.lstrip().partition("\n")
    body = rest.lstrip()
    line = source.text.count("\n", 0, len(source.text) - len(body)) + 1
    return FreePage(name, Language(language), heading.lstrip("# ").strip(), body.rstrip(), source.path, line), []


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that the pages are made of, read and checked.

    Attributes:
        config: The archive's settings.
        vocabulary: Topics, people and places.
        interviews: Newest first or in any order; pages sort for themselves.
        translations: By id of the interview, then by id of the paragraph.
        index: Where each topic is spoken of.
        people: Who speaks and who is spoken of.
        pages: The free pages, in both languages.
        card: Whether the archive has a picture that messengers show.
        places: Which places are spoken of.
        dates: The dates that are spoken of, the earliest first.
        findings: What the index has of each interview, by its id.
        states: How many paragraphs of each interview are in each state of translation, by its id.
    """

    config: SiteConfig
    vocabulary: Vocabulary
    interviews: tuple[Interview, ...]
    translations: Mapping[str, Mapping[str, Translation]]
    index: Index
    people: People
    pages: tuple[FreePage, ...] = ()
    card: bool = False
    places: Places = field(default_factory=Places)
    dates: tuple[DateMention, ...] = ()
    findings: Mapping[str, Findings] = field(default_factory=dict)
    states: Mapping[str, Counter[State]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """One planned page: light until its context is asked for.

    Attributes:
        path: Where it goes, relative to the output folder, with ``/``.
        template: Name of its template.
        language: Language of the page and of its interface.
        context: Makes the values that its template shows.
        interviews: Ids of the interviews with lines of their text on the page.
        group: Ids of the interviews of which all pages about the same thing show lines; this page may depend on the
            outlines of all of them, and on nothing else of any other interview.
    """

    path: str
    template: str
    language: Language
    context: Callable[[], Mapping[str, object]]
    interviews: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()
