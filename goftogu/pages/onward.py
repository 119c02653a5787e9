"""The ways from an interview to others: in time, and to those that are related to it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from goftogu.edition.edition import Edition, Link
from goftogu.edition.neighbours import Neighbours, Related
from goftogu.pages.particulars import link_to


class RelatedView(NamedTuple):
    """A related interview, and the topics and people that it shares."""

    link: Link
    shared: list[Markup]


class OnwardView(NamedTuple):
    """The interviews before and after one in time, and those that are related to it."""

    earlier: Link | None
    later: Link | None
    related: list[RelatedView]


def onward(edition: Edition, view: str, here: str, found: Neighbours | None) -> OnwardView | None:
    """Return the ways to other interviews; ``None`` when there are none.

    Args:
        edition: The language of the page.
        view: The view of the page, which the links keep.
        here: Path of the page.
        found: What is around the interview.
    """
    if found is None or not any(found[2:]):
        return None
    return OnwardView(
        link_to(edition, view, here, found.earlier) if found.earlier else None,
        link_to(edition, view, here, found.later) if found.later else None,
        [RelatedView(link_to(edition, view, here, item.interview), _shared(edition, item)) for item in found.related],
    )


def _shared(edition: Edition, found: Related) -> list[Markup]:
    known = edition.site.vocabulary
    topics = (known.topics[name].label for name in found.topics)
    return list(map(edition.label, (*topics, *(known.people[name].name for name in found.people))))
