"""Names what each file of the site is made of, so that no file is made twice from the same things, and makes it.

A page gets nothing to see but what its sheet names: its own interview, or some abstracts, or the outlines of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from goftogu import urls
from goftogu.build.artifacts import Files, Sheet
from goftogu.build.project import Project
from goftogu.build.summaries import Card
from goftogu.checks import permalinks
from goftogu.edition.edition import Edition
from goftogu.edition.site import Page
from goftogu.exports import feeds, registry
from goftogu.model import Language
from goftogu.pages import interview as interview_views
from goftogu.pages import plan, progress
from goftogu.pages.pagination import Numbered, numbered
from goftogu.search import documents
from goftogu.search.postings import Counted, Postings
from goftogu.search.wordfiles import WordFiles
from goftogu.storage import cache as caches

if TYPE_CHECKING:
    from goftogu.pages.render import Renderer


class _Group(NamedTuple):
    """Pages that share what they are about: the interviews of all of them, and those that each shows, by its path."""

    interviews: tuple[str, ...]
    pages: dict[str, tuple[str, ...]]


class Composition:
    """The files of the site of one project."""

    def __init__(self, project: Project, folders: Sequence[Path], renderer: Callable[[], Renderer]) -> None:
        """Prepare.

        Args:
            project: Read and filled.
            folders: Of the templates.
            renderer: Gives what uses them, when a page has to be made.
        """
        self._project = project
        self._folders = folders
        self._renderer = renderer
        self._common = caches.key("common", *project.common)
        self._outlines = caches.key("all", self._common, project.outlines)

    def sheets(self) -> Iterator[Sheet]:
        """Yield what the site is made of, sheet by sheet."""
        yield Sheet(caches.key("lists", self._outlines), self._lists)
        yield from self._parts()
        yield from self._progress()
        yield from self._rest()
        for language in Language:
            yield from WordFiles(self._project.cache, language, self._postings(language)).sheets()
        yield from self._interviews()

    def _lists(self) -> Files:
        """Make the pages that show the outlines of all interviews."""
        for page in plan.of_all(self._project.outlined()):
            yield page.path, self._renderer().render(page)

    def _parts(self) -> Iterator[Sheet]:
        """Yield the pages that are made of the lines of some interviews."""
        known = self._project.abstracts
        for group in self._project.kept(self._project.outlines, "groups", self._groups):
            outlines = "".join(known[name].outline for name in group.interviews)
            planned = cache(partial(self._planned, group.interviews))
            for path, own in group.pages.items():
                lines = "".join(known[name].lines for name in own)
                yield Sheet(caches.key("page", self._common, path, outlines, lines), partial(self._page, planned, path))

    def _groups(self) -> list[_Group]:
        found: dict[frozenset[str], _Group] = {}
        for page in plan.of_some(self._project.site):
            group = found.setdefault(page.group, _Group(self._project.in_order(page.group), {}))
            group.pages[page.path] = self._project.in_order(page.interviews)
        return list(found.values())

    def _progress(self) -> Iterator[Sheet]:
        """Yield the pages that tell of the translation, each made of the states of its interviews."""
        project, known = self._project, self._project.abstracts
        whole = repr(sorted(project.states.items()))
        for language in Language:
            for page in numbered(urls.progress(language), project.order):
                own = "".join(known[name].outline + known[name].states for name in page.items)
                count = str(page.count)
                key = caches.key("progress", self._common, page.path, count, own, whole if page.number == 1 else "")
                yield Sheet(key, partial(self._progress_page, language, page))

    def _progress_page(self, language: Language, page: Numbered[str]) -> Files:
        site = self._project.bare(page.items)
        planned = progress.page(site, language, page)
        yield planned.path, self._renderer().render(planned)

    def _rest(self) -> Iterator[Sheet]:
        """Yield the files that no template makes and that belong to no single interview."""
        project, known = self._project, self._project.abstracts
        newest = project.kept(project.outlines, "newest", lambda: feeds.newest(project.site))
        told = "".join(known[name].feed for name in newest)
        yield Sheet(caches.key("feeds", self._common, told, *newest), lambda: feeds.files(project.part(newest)))
        yield Sheet(caches.key("vocabulary", self._outlines), lambda: registry.vocabulary(project.site))
        count = len(project.cards)
        yield Sheet(caches.key("others", self._common, str(count)), lambda: documents.others(project.bare(()), count))
        yield Sheet("", lambda: [(permalinks.IDS, permalinks.listing(project.anchors))])
        yield Sheet("", partial(registry.assets, self._folders))
        if project.picture is not None:
            yield Sheet("", partial(iter, [(urls.CARD, project.picture)]))

    def _postings(self, language: Language) -> Postings:
        project = self._project
        marks = [project.abstracts[name].words[language] for name in project.numbered]
        others = project.kept(
            project.settings, f"words-{language}", lambda: documents.other_words(Edition(project.bare(()), language))
        )
        return Postings(project.cache, marks, partial(self._counted, language), others)

    def _counted(self, language: Language, number: int) -> Counted:
        site = self._project.bare([self._project.numbered[number]])
        return documents.words(Edition(site, language), site.interviews[0])

    def _interviews(self) -> Iterator[Sheet]:
        """Yield what is made of the text of one interview."""
        numbers = {name: number for number, name in enumerate(self._project.numbered)}
        for card in self._project.cards:
            made_of, number = self._project.made_of(card), numbers[card.id]
            key = caches.key("interview", self._common, made_of)
            yield Sheet(key, partial(self._interview, card))
            yield Sheet(f"{key}-{number}", partial(self._document, card, number))

    def _planned(self, group: Sequence[str]) -> dict[str, Page]:
        return {page.path: page for page in plan.of_some(self._project.part(group))}

    def _page(self, planned: Callable[[], Mapping[str, Page]], path: str) -> Files:
        yield path, self._renderer().render(planned()[path])

    def _interview(self, card: Card) -> Files:
        alone = self._project.alone(card)
        for page in interview_views.pages(alone, alone.interviews[0]):
            yield page.path, self._renderer().render(page)
        yield from registry.files(alone, {card.id: self._project.received(card)})

    def _document(self, card: Card, number: int) -> Files:
        alone = self._project.alone(card)
        yield from documents.document(alone, alone.interviews[0], number)
