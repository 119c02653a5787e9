"""Names what each file of the site is made of, so that no file is made twice from the same things, and makes it.

A page gets nothing to see but what its sheet names: its own interview, or some abstracts, or the outlines of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from goftogu import cache as caches
from goftogu import downloads, feeds, pages, published, search, urls
from goftogu.press import Files, Sheet
from goftogu.project import Project
from goftogu.reading import Card
from goftogu.render import Renderer
from goftogu.site import Page
from goftogu.views import interview as interview_views


class Composition:
    """The files of the site of one project."""

    def __init__(self, project: Project, folders: Sequence[Path], renderer: Renderer) -> None:
        """Prepare.

        Args:
            project: Read and filled.
            folders: Of the templates.
            renderer: Uses them.
        """
        self._project = project
        self._folders = folders
        self._renderer = renderer
        self._abstracts = {card.id: project.abstract(card) for card in project.cards}
        self._common = caches.key("common", *project.common)

    def sheets(self) -> Iterator[Sheet]:
        """Yield what the site is made of, sheet by sheet."""
        yield from self._lists()
        yield from self._parts()
        yield from self._whole()
        yield from self._interviews()
        project = self._project
        yield Sheet("", partial(iter, [(published.IDS, published.listing(project.anchors))]))
        yield Sheet("", partial(downloads.assets, self._folders))
        if project.picture is not None:
            yield Sheet("", partial(iter, [(urls.CARD, project.picture)]))

    def _lists(self) -> Iterator[Sheet]:
        """Yield the pages that are made of the outlines of all interviews."""
        made_of = caches.key("outlines", self._common, *(known.outline for known in self._abstracts.values()))
        for page in pages.of_all(self._project.outlines()):
            yield Sheet(caches.key("page", made_of, page.path), partial(self._page, page))

    def _parts(self) -> Iterator[Sheet]:
        """Yield the pages that are made of the abstracts of some interviews."""
        groups: dict[frozenset[str], list[str]] = {}
        for page in pages.of_some(self._project.site):
            groups.setdefault(page.interviews, []).append(page.path)
        for own, paths in groups.items():
            known = {name: abstract.whole for name, abstract in self._abstracts.items() if name in own}
            made_of = caches.key("abstracts", self._common, *known.values())
            planned = cache(partial(self._planned, known))
            for path in paths:
                yield Sheet(caches.key("page", made_of, path), partial(self._page_of, planned, path))

    def _whole(self) -> Iterator[Sheet]:
        """Yield what is made of the abstracts or the texts of all interviews."""
        project = self._project
        made_of = caches.key("all", self._common, *(known.whole for known in self._abstracts.values()))
        yield Sheet(caches.key("feeds", made_of), partial(feeds.files, project.site))
        yield Sheet(caches.key("vocabulary", made_of), partial(downloads.vocabulary, project.site))
        texts = map(project.made_of, project.cards)
        yield Sheet(caches.key("search", self._common, *texts), partial(search.files, project.site))
        count = str(len(project.cards))
        yield Sheet(caches.key("others", self._common, count), partial(search.others, project.site))

    def _interviews(self) -> Iterator[Sheet]:
        """Yield what is made of the text of one interview."""
        numbers = {interview.id: number for number, interview in enumerate(search.numbered(self._project.site))}
        for card in self._project.cards:
            made_of, number = self._project.made_of(card), numbers[card.id]
            yield Sheet(caches.key("interview", self._common, made_of), partial(self._interview, card))
            key = caches.key("document", self._common, made_of, str(number))
            yield Sheet(key, partial(self._document, card, number))

    def _planned(self, own: Iterable[str]) -> dict[str, Page]:
        return {page.path: page for page in pages.of_some(self._project.part(own))}

    def _page(self, page: Page) -> Files:
        yield page.path, self._renderer.render(page)

    def _page_of(self, planned: Callable[[], Mapping[str, Page]], path: str) -> Files:
        yield from self._page(planned()[path])

    def _interview(self, card: Card) -> Files:
        alone = self._project.alone(card)
        for page in interview_views.pages(alone, alone.interviews[0]):
            yield page.path, self._renderer.render(page)
        yield from downloads.files(alone, {card.id: self._project.received(card)})

    def _document(self, card: Card, number: int) -> Files:
        alone = self._project.alone(card)
        yield from search.document(alone, alone.interviews[0], number)
