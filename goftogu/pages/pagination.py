"""Long lists in pages of bounded length: rows in named groups, one page when they fit, else some for each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from goftogu import urls

MOST_ROWS: Final = 200
"""How many rows a page has at most."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list, light until it is shown.

    Attributes:
        key: The text by which it is put in order.
        size: How many lines it takes.
        make: Makes what the template shows, with links from the page at some path.
    """

    key: str
    size: int
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
        current: Name of the group that the page is about alone, or empty.
        before: Path of the page before, or empty.
        after: Path of the page after, or empty.
    """

    path: str
    groups: tuple[Group, ...]
    links: Mapping[str, tuple[str, str]]
    current: str = ""
    before: str = ""
    after: str = ""

    def link(self, group: str) -> str:
        """Return the link to a group from this page; empty when there is no such group."""
        return urls.href(self.path, *self.links[group]) if group in self.links else ""

    def shown(self) -> list[tuple[str, list[object]]]:
        """Return the groups as the template shows them."""
        return [(name, [row.make(self.path) for row in rows]) for name, rows in self.groups]

    def turning(self) -> dict[str, str]:
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
    if sum(row.size for _, rows in groups for row in rows) <= MOST_ROWS:
        yield ListPage(index, tuple(groups), {name: (index, name) for name, _ in groups})
        return
    parts = [
        (urls.numbered(urls.sheet(index, name), number), name, part)
        for name, rows in groups
        for number, part in enumerate(bounded(rows), 1)
    ]
    paths = [path for path, _, _ in parts]
    links = {name: (urls.sheet(index, name), "") for name, _ in groups}
    yield ListPage(index, tuple((name, ()) for name, _ in groups), links)
    for (path, name, part), before, after in zip(parts, ["", *paths], [*paths[1:], ""], strict=False):
        yield ListPage(path, ((name, part),), links, name, before, after)


def bounded(rows: Iterable[ListRow]) -> Iterator[tuple[ListRow, ...]]:
    """Yield rows in runs that fit on a page; a row that is longer than a page has one for itself."""
    part: list[ListRow] = []
    size = 0
    for row in rows:
        if part and size + row.size > MOST_ROWS:
            yield tuple(part)
            part, size = [], 0
        part.append(row)
        size += row.size
    if part:
        yield tuple(part)


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
        """Return its number, the number of all, and the links to the pages before and after it."""
        before, after = self.number - 1, self.number + 1
        return {
            "page": self.number,
            "pages": self.count,
            "before": urls.href(self.path, urls.numbered(self.first, before)) if before else "",
            "after": urls.href(self.path, urls.numbered(self.first, after)) if self.number < self.count else "",
        }


def numbered(path: str, items: Sequence[T]) -> Iterator[Numbered[T]]:
    """Yield the pages of a list that only numbers divide; one at least.

    Args:
        path: Path of the first page.
        items: What is listed.
    """
    count = max(1, -(-len(items) // MOST_ROWS))
    for number in range(1, count + 1):
        yield Numbered(path, items[(number - 1) * MOST_ROWS : number * MOST_ROWS], number, count)
