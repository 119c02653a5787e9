"""Long lists in pages of bounded length: rows in named groups, one page when they fit, else some for each group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Final, Generic, NamedTuple, TypeVar

from goftogu import urls

MOST_ROWS: Final = 50
"""How many rows a page has at most."""

MOST_HEIGHT: Final = 3_500
"""How high the rows of a page are at most on a telephone, in pixels; see :mod:`goftogu.pages.heights`."""

MOST_BYTES: Final = 46_000
"""How many bytes the rows of a page have at most, where their number and their height say little of that."""

_STRIDE: Final = 10
"""How many pages a jump leaves out."""

T = TypeVar("T")


class PageSpace(NamedTuple):
    """What something takes of a page: pixels on a telephone, bytes, and how many rows it counts for."""

    height: int = 0
    size: int = 0
    rows: int = 1

    def beside(self, other: PageSpace) -> PageSpace:
        """Return what both take together."""
        return PageSpace(self.height + other.height, self.size + other.size, self.rows + other.rows)

    @property
    def fits(self) -> bool:
        """Whether a page may hold as much."""
        return self.height <= MOST_HEIGHT and self.size <= MOST_BYTES and self.rows <= MOST_ROWS


NOTHING: Final = PageSpace(rows=0)
"""What takes nothing of a page."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list, light until it is shown.

    Attributes:
        key: The text by which it is put in order, or the group within its group.
        height: How high it is on a telephone, in pixels.
        make: Makes what the template shows, with links from the page at some path.
    """

    key: str
    height: int
    make: Callable[[str], object]


Group = tuple[str, Sequence[ListRow]]
"""The name of a group, an id and a part of an address, and its rows."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list.

    Attributes:
        path: Where it goes.
        groups: The groups; one has no rows here when it is on pages of its own.
        links: The path and the fragment of each group.
        current: Name of the group with which a page of a long list begins, or empty.
        before: Path of the page before, or empty.
        after: Path of the page after, or empty.
        counts: How many rows each group has on all pages.
    """

    path: str
    groups: tuple[Group, ...]
    links: Mapping[str, tuple[str, str]]
    current: str
    before: str
    after: str
    counts: Mapping[str, int] = field(default_factory=dict)

    def link(self, group: str) -> str:
        """Return the link to a group from this page; empty when there is no such group."""
        return urls.href(self.path, *self.links[group]) if group in self.links else ""

    def shown(self) -> list[tuple[str, list[object]]]:
        """Return the groups as the template shows them."""
        return [(name, [row.make(self.path) for row in rows]) for name, rows in self.groups]

    def turning(self) -> dict[str, object]:
        """Return the links to the pages before and after this one."""
        return {
            "before": urls.href(self.path, self.before) if self.before else "",
            "after": urls.href(self.path, self.after) if self.after else "",
        }


def sheets(index: str, groups: Sequence[Group]) -> Iterator[ListPage]:
    """Yield the pages of a list: one when it is short, else one with the groups, and some for each of them.

    Args:
        index: Path of its first page.
        groups: In order; each has rows.
    """
    counts = {name: len(rows) for name, rows in groups}
    rows = [row for _, rows in groups for row in rows]
    if sum(row.height for row in rows) <= MOST_HEIGHT and len(rows) <= MOST_ROWS:
        yield ListPage(index, tuple(groups), {name: (index, name) for name in counts}, "", "", "", counts)
        return
    parts = [
        (urls.numbered(urls.sheet(index, name), number), name, rows[start:end])
        for name, rows in groups
        for number, (start, end) in enumerate(_runs(_extents(rows)), 1)
    ]
    paths = [path for path, _, _ in parts]
    links = {name: (urls.sheet(index, name), "") for name in counts}
    yield ListPage(index, tuple((name, ()) for name in counts), links, "", "", "", counts)
    for (path, name, part), before, after in zip(parts, ["", *paths], [*paths[1:], ""], strict=False):
        yield ListPage(path, ((name, part),), links, name, before, after, counts)


def packed(index: str, groups: Sequence[Group], head: PageSpace = NOTHING) -> Iterator[ListPage]:
    """Yield the pages of a list whose groups follow each other; a page is named after the group with which it begins.

    Args:
        index: Path of its first page.
        groups: In order; each has rows.
        head: What the first page has above the rows.
    """
    rows = [(name, row) for name, found in groups for row in found]
    pages: list[tuple[str, tuple[Group, ...]]] = []
    links: dict[str, tuple[str, str]] = {}
    begun: Counter[str] = Counter()
    for start, end in _runs(_extents(row for _, row in rows), head):
        parts: tuple[Group, ...] = tuple(
            (name, [row for _, row in run]) for name, run in groupby(rows[start:end], key=itemgetter(0))
        )
        begun.update(name for name, _ in parts)
        name = parts[0][0]
        path = urls.numbered(urls.sheet(index, name), begun[name]) if pages else index
        pages.append((path, parts))
        for name, _ in parts:
            links.setdefault(name, (path, name))
    paths = [path for path, _ in pages]
    for (path, parts), before, after in zip(pages or [(index, ())], ["", *paths], [*paths[1:], ""], strict=False):
        current = parts[0][0] if len(pages) > 1 else ""
        yield ListPage(path, parts, links, current, before, after)


def _extents(rows: Iterable[ListRow]) -> list[PageSpace]:
    return [PageSpace(row.height) for row in rows]


def _runs(extents: Sequence[PageSpace], head: PageSpace = NOTHING) -> Iterator[tuple[int, int]]:
    """Yield the bounds of runs that fit on a page each.

    Args:
        extents: Those of the rows.
        head: What the first page has above its rows.
    """
    start, taken = 0, head
    for place, extent in enumerate(extents):
        grown = taken.beside(extent)
        if place > start and not grown.fits:
            yield start, place
            start, grown = place, extent
        taken = grown
    if extents:
        yield start, len(extents)


@dataclass(frozen=True, slots=True)
class Numbered(Generic[T]):
    """A page of a list that only numbers divide.

    Attributes:
        first: Path of the first page.
        items: What the page lists.
        number: Its number, from 1.
        count: How many pages there are.
    """

    first: str
    items: Sequence[T]
    number: int
    count: int

    @property
    def path(self) -> str:
        """Where it goes."""
        return urls.numbered(self.first, self.number)

    def turning(self) -> dict[str, object]:
        """Return its number, the number of all, links to the pages before and after it, and some that are farther."""
        before, after = self.number - 1, self.number + 1
        far = {1, self.number - _STRIDE, self.number + _STRIDE, self.count} - {before, self.number, after}
        return {
            "page": self.number,
            "pages": self.count,
            "before": self._link(before) if before else "",
            "after": self._link(after) if self.number < self.count else "",
            "jumps": [(number, self._link(number)) for number in sorted(far) if 0 < number <= self.count],
        }

    def _link(self, number: int) -> str:
        return urls.href(self.path, urls.numbered(self.first, number))


def numbered(
    path: str, items: Sequence[T], extents: Sequence[PageSpace], head: PageSpace = NOTHING
) -> Iterator[Numbered[T]]:
    """Yield the pages of a list that only numbers divide; one at least.

    Args:
        path: Path of the first page.
        items: What is listed.
        extents: What each of them takes of a page.
        head: What the first page has above the list.
    """
    runs = list(_runs(extents, head)) or [(0, 0)]
    for number, (start, end) in enumerate(runs, 1):
        yield Numbered(path, items[start:end], number, len(runs))
