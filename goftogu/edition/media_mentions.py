"""The files of ``content/media/`` that people, series, free pages and the archive itself name."""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.edition import page_pictures
from goftogu.edition.site import Site
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.pictures.published import FIGURE, LOGO, PORTRAIT
from goftogu.problems import Problem, Problems


def shared(site: Site, problems: Problems) -> Iterator[tuple[MediaMention, bool]]:
    """Yield each mention of a file, and whether the file is published.

    Args:
        site: The site without interviews.
        problems: Pictures that cannot be read are added, and portraits of people who have no page: a living person is
            considered private, and a portrait says more than a name.
    """
    if site.config.logo is not None:
        yield site.config.logo.mention(LOGO), True
    for series in site.vocabulary.series.values():
        if series.picture is not None:
            yield series.picture.mention(FIGURE), True
    for page in site.pages:
        page_pictures.check(page, problems)
        yield from ((mention, True) for mention in page_pictures.mentions(page))
    for person in site.vocabulary.people.values():
        if person.portrait is None:
            continue
        if not person.public:
            message = Message("the portrait of {person}, who has no page, is not published", person=person.id)
            hint = Message("write public = true, or delete the portrait")
            problems.add(Problem(*person.portrait.place, "I003", message, hint))
        yield person.portrait.mention(PORTRAIT), person.public
