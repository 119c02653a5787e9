"""An archive made of values, and everything that a build makes of it, by the same functions and without a disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Final, Self

from goftogu.edition import catalogue as catalogues
from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.edition.outline import Listed, outline
from goftogu.edition.site import Page, Site, ordered
from goftogu.exports import feeds, registry
from goftogu.index import index as archive_index
from goftogu.index.indexing import Findings
from goftogu.model import Interview, Language
from goftogu.pages import data, hits, names, plan, progress, topics
from goftogu.pages import interview as interview_pages
from goftogu.pages.hits import ContextLine
from goftogu.pages.names import NamePage
from goftogu.pages.render import Renderer, templates
from goftogu.pages.topics import TopicPage
from goftogu.problems import Problem, Problems
from goftogu.search import documents, facets, pairs, terms
from goftogu.search import index as search_index
from goftogu.translation.memory.entry import NOTHING, State, Translation
from tests.collecting import found_by

TEMPLATES: Final = Path(__file__).parent.parent / "templates"

English = Mapping[str, Mapping[str, Translation]]
Files = Iterator[tuple[str, bytes]]


@cache
def renderer() -> Renderer:
    """Return what renders pages with the templates of the project; they are compiled once for all tests."""
    problems = Problems()
    found, catalogue = templates([TEMPLATES], problems), catalogues.find([TEMPLATES], problems)
    assert list(problems) == []
    return Renderer(found, catalogue)


def pair_files(language: Language, rows: Sequence[documents.Rows]) -> Files:
    """Yield the files of the pairs of documents, from the words of each."""
    held = [pairs.groups(document) for document in rows]
    number = pairs.divided([documents.length(document) for document in rows])
    for share in pairs.shared(language, number, len(held)):
        yield from pairs.files(share, (groups[group] for group in share.groups() for groups in held))


@dataclass(frozen=True)
class Archive:
    """An archive with all that pages are made of.

    Attributes:
        site: What all pages share: the settings, the vocabularies, the free pages, the picture.
        interviews: In the order of the files.
        english: By id of the interview, then by id of the paragraph.
        findings: Where the index leads in each interview, by its id.
    """

    site: Site
    interviews: tuple[Interview, ...] = ()
    english: English = field(default_factory=dict)
    findings: Mapping[str, Findings] = field(default_factory=dict)

    @classmethod
    def indexed(cls, site: Site, interviews: Iterable[Interview], english: English | None = None) -> Self:
        """Return an archive whose index is made of the texts of its interviews."""
        held = tuple(interviews)
        found = archive_index.build(held, site.vocabulary, Problems())
        return cls(site, held, english or {}, found.findings)

    def changed(self, **changes: Any) -> Self:
        """Return the archive with changes of what all pages share."""
        return replace(self, site=replace(self.site, **changes))

    def configured(self, **changes: Any) -> Self:
        """Return the archive with changes of its settings."""
        return self.changed(config=replace(self.site.config, **changes))

    @cached_property
    def listing(self) -> Site:
        """What lists of all interviews are made of."""
        held = self.interviews
        outlines = [outline(item, self.english.get(item.id, {})) for item in held]
        return self.site.listing([Listed(found, self.findings[found.id].placeless()) for found in outlines])

    @cached_property
    def states(self) -> dict[str, Counter[State]]:
        """How many paragraphs of each interview are in each state of translation."""
        return {
            item.id: Counter(self.english.get(item.id, {}).get(unit.id, NOTHING).state for unit in item.units())
            for item in self.interviews
        }

    def alone(self, interview: Interview) -> Site:
        """Return what the pages of one interview are made of."""
        english = self.english.get(interview.id, {})
        return self.site.alone(interview, english, self.findings[interview.id].placeless())

    def material(self, interview: Interview) -> Material:
        """Return what the downloads of an interview are made of."""
        return Material.of(self.alone(interview), interview)

    def pages(self, *, whole: bool = True) -> Iterator[Page]:
        """Yield every page.

        Args:
            whole: With the pages of the interviews themselves.
        """
        for item in self.interviews if whole else ():
            yield from interview_pages.pages(self.alone(item), self.material(item))
        yield from chain.from_iterable(make(self.listing) for make in plan.LISTS.values())
        for topic in topics.pages(self.listing):
            yield topics.page(self.site, topic, self._lines(topic, hits.topic(topic.topic)))
        for name in names.pages(self.listing):
            yield names.page(self.site, name, self._lines(name, hits.named(name.name, place=name.section == "places")))
        for values in progress.pages(self.listing, self.states):
            yield progress.page(self.site, values)
        yield from data.pages(self.site, data.contents([], len(self.interviews), 0, {}))

    def rendered(self, *, whole: bool = True, wanted: Callable[[str], object] = bool) -> dict[str, str]:
        """Return the text of pages by their path; none of them may have a fault.

        Args:
            whole: With the pages of the interviews themselves.
            wanted: Chooses pages by their path.
        """
        problems = Problems()
        made = {
            page.path: renderer().render(page, problems, dari=False)
            for page in self.pages(whole=whole)
            if wanted(page.path)
        }
        assert list(problems) == []
        return {path: item.decode() for path, item in made.items() if isinstance(item, bytes)}

    def downloads(self) -> Files:
        """Yield every download of every interview, but for the texts as received."""
        made = chain.from_iterable(registry.files(self.material(item)) for item in self.interviews)
        return ((path, data) for path, data in made if isinstance(data, bytes))

    def feeds(self) -> Files:
        """Yield the feeds."""
        held = {item.id: self.material(item) for item in self.interviews}
        newest = feeds.newest(self.listing)
        return feeds.files(self.site, {tag: [feeds.entry(held[name], tag) for name in newest] for tag in Language})

    def searched(self) -> Files:
        """Yield every file of the search."""
        for language in Language:
            found = [*map(self._document(language), self._oldest_first()), *documents.others(self._edition(language))]
            for number, document in enumerate(found):
                yield documents.numbered(language, number, documents.shown(language, document))
            rows = [documents.rows(document) for document in found]
            entries = (documents.indexed(language, *held) for held in zip(found, rows, strict=True))
            names = documents.names(self.site.vocabulary)
            other = terms.forms(self.site.vocabulary, language, names)
            number = pairs.divided([documents.length(held) for held in rows])
            yield from search_index.files(language, entries, names, other, pairs=number)
            yield from pair_files(language, rows)
            yield facets.files(self.listing, language, [item.id for item in self._oldest_first()])

    def faults(self) -> list[Problem]:
        """Return what forbids to plan the pages."""
        paths = {item.id: item.path for item in self.interviews}
        own = chain.from_iterable(found_by(plan.check_links, interview) for interview in self.interviews)
        return [*own, *found_by(plan.check_free, self.site.pages, paths)]

    @cached_property
    def _shown(self) -> dict[Language, dict[str, dict[str, list[ContextLine]]]]:
        """What pages show of each subject in each interview."""
        return {
            language: {
                item.id: hits.by_subject(Edition(self.alone(item), language), item, self.findings[item.id])
                for item in self.interviews
            }
            for language in Language
        }

    def _lines(self, values: TopicPage | NamePage, subject: str) -> dict[str, list[ContextLine]]:
        shown = self._shown[values.language]
        return {name: shown[name][subject] for name in hits.interviews(values.page.items)}

    def _edition(self, language: Language) -> Edition:
        return Edition(self.site, language)

    def _document(self, language: Language) -> Callable[[Interview], documents.SearchDocument]:
        return lambda item: documents.interview(Edition(self.alone(item), language), self.material(item))

    def _oldest_first(self) -> Sequence[Interview]:
        held = {item.id: item for item in self.interviews}
        found = [held[shown.id] for shown in ordered(self.listing)]
        return found[::-1] if self.site.config.newest_first else found
