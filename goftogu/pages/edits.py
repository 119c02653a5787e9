"""What the archive edited in an interview: each place, as it was received and as it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition.edition import Edition, Link
from goftogu.edition.site import Page, Site
from goftogu.model import InterfaceMessage, Interview, Language
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.transcripts.collation import Collation, Edit, EditKind

_KINDS: Mapping[EditKind, InterfaceMessage] = {
    EditKind.CHANGED: InterfaceMessage("Changed"),
    EditKind.ADDED: InterfaceMessage("Added"),
    EditKind.REMOVED: InterfaceMessage("Removed"),
    EditKind.MOVED: InterfaceMessage("Moved here"),
    EditKind.HEADING: InterfaceMessage("Heading added"),
}


@dataclass(frozen=True, slots=True)
class EditView:
    """An edit as shown.

    Attributes:
        kind: What was done.
        href: Its turn or heading, or the interview when it is above them.
        number: Number of the turn, or 0.
        heading: Whether it is a heading.
        before: The words received, or empty.
        after: The words shown, or empty; those of a moved passage are told once.
        lead: Some words before them.
        tail: Some words after them.
    """

    kind: InterfaceMessage
    href: str
    number: int
    heading: bool
    before: Markup
    after: Markup
    lead: Markup
    tail: Markup


def pages(site: Site, interview: Interview) -> Iterator[Page]:
    """Plan the list of edits of an interview, if there are any."""
    if site.collation is not None and site.collation.edits:
        for language in site.config.editions:
            given = partial(_context, Edition(site, language), interview, site.collation)
            yield Page(urls.edits(language, interview.id), "edits.html.jinja", language, given)


def _context(edition: Edition, interview: Interview, found: Collation) -> Mapping[str, object]:
    def path(language: str) -> str:
        return urls.edits(language, interview.id)

    here, target = path(edition.language), urls.interview(edition.language, interview.id)
    numbers = {turn.id: number for number, turn in enumerate(interview.turns, 1)}
    return {
        "frame": frame(edition, path, About(title="", section="interviews")),
        "original": str(interview.original),
        "interview": Link(urls.href(here, target), edition.text(interview, interview.title)),
        "edits": [
            _view(edit, interview.original, urls.href(here, target, edit.turn), numbers.get(edit.turn, 0))
            for edit in found.edits
        ],
    }


def _view(edit: Edit, original: Language, href: str, number: int) -> EditView:
    before = "" if edit.kind == EditKind.MOVED else edit.before
    texts = (markup.plain(text, original) for text in (before, edit.after, edit.lead, edit.tail))
    return EditView(_KINDS[edit.kind], href, number, edit.kind == EditKind.HEADING, *texts)
