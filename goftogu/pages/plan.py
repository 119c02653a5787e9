"""The plan of the site: every page, before a byte is written.

A planned page is light. Its context is made when it is rendered, and let go with it, so that an archive of any size
passes through in little memory. The three pages of an interview follow each other and share their view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goftogu import markup, urls
from goftogu.edition.site import FreePage, Page, Site
from goftogu.model import Interview, Language
from goftogu.pages import az, chronology, files, lists, names, progress, years
from goftogu.pages import interview as interview_views
from goftogu.pages import topics as topic_views
from goftogu.problems import Problem


def plan(site: Site) -> Iterator[Page]:
    """Yield every page of the site."""
    yield from shared(site)
    for interview in site.interviews:
        yield from interview_views.pages(site, interview)


def shared(site: Site) -> Iterator[Page]:
    """Yield the pages that belong to no single interview."""
    yield from of_all(site)
    yield from of_some(site)
    yield from progress.pages(site)


def of_all(site: Site) -> Iterator[Page]:
    """Yield the lists of all interviews, which show no text."""
    yield from lists.pages(site)
    yield from topic_views.lists(site)
    yield from names.lists(site)
    yield from years.pages(site)
    yield from az.pages(site)
    yield from chronology.pages(site)
    yield from files.pages(site)


def of_some(site: Site) -> Iterator[Page]:
    """Yield the pages with lines of text from some interviews, which each of them names."""
    yield from topic_views.pages(site)
    yield from names.pages(site)


def check_free(free: Sequence[FreePage], interviews: Mapping[str, str]) -> list[Problem]:
    """Return what forbids to plan the free pages: bad names, a language that lacks, links that no page will carry.

    Args:
        free: The free pages.
        interviews: The path of each interview by its id; no page may have the same.
    """
    problems = [
        Problem(page.path, 0, 0, "S004", f"{page.id!r} cannot be part of an address: {fault}", "rename the file")
        for page in free
        if (fault := urls.fault_of_id(page.id))
    ]
    return [*problems, *_pairs(free, interviews), *_free_links(free)]


def faults(interview: Interview) -> list[Problem]:
    """Return the links in an interview that no page will carry."""
    return [
        _refused(interview.path, unit.line, target)
        for unit in interview.units()
        for target in markup.refused_links(unit.record)
    ]


def _pairs(free: Sequence[FreePage], interviews: Mapping[str, str]) -> Iterable[Problem]:
    """Report free pages that lack their other language, or stand at the address of an interview."""
    taken_by = {name.casefold(): path for name, path in interviews.items()} if free else {}
    there = {(page.id, page.language) for page in free}
    for page in free:
        if taken := taken_by.get(page.id.casefold()):
            yield Problem(page.path, 0, 0, "S006", f"its id is that of {taken}", "rename the page in both languages")
        for language in Language:
            if (page.id, language) not in there:
                path = f"{page.path.removesuffix(f'{page.language}.md')}{language}.md"
                yield Problem(path, 0, 0, "S007", "the file is missing", f"every page has both languages: {page.path}")


def _free_links(free: Sequence[FreePage]) -> Iterable[Problem]:
    for page in free:
        for target in markup.refused_links(page.body):
            yield _refused(page.path, page.line + page.body.count("\n", 0, page.body.find(target)), target)


def _refused(path: str, line: int, target: str) -> Problem:
    hint = "write an http, https, mailto or relative address"
    return Problem(path, line, 0, "L005", f"link to {target!r} is not allowed", hint)
