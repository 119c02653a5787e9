"""The lists of the site, and the checks of pages before they are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from goftogu import markup
from goftogu.content import identifiers
from goftogu.content.pages import FreePage
from goftogu.conventions import free_pages
from goftogu.edition.site import Page, Site
from goftogu.locale.message import Message
from goftogu.model import Interview, Language
from goftogu.pages import az, chronology, files, lists, my_passages, names, series, topics, years
from goftogu.problems import Problem, Problems, line_and_column
from goftogu.translation.memory import checks as memory_checks

LISTS: Final[Mapping[str, Callable[[Site], Iterator[Page]]]] = {
    "greeting": lists.pages,
    "passages": my_passages.pages,
    "topics": topics.lists,
    "names": names.lists,
    "years": years.pages,
    "series": series.pages,
    "a-z": az.pages,
    "chronology": chronology.pages,
    "files": files.pages,
}
"""What plans the lists of all interviews, by the kind of list, from a site that has no text."""


def check_free(
    free: Sequence[FreePage],
    interviews: Mapping[str, str],
    problems: Problems,
    languages: Sequence[Language] = tuple(Language),
) -> None:
    """Look for bad names of free pages, a language that is missing or not used, and links that are not allowed.

    Args:
        free: The free pages.
        interviews: The path of each interview by its id; no page may have the same.
        problems: What is wrong is added.
        languages: Those of the site.
    """
    for page in free:
        if fault := identifiers.fault_of_id(page.id):
            message = Message("{page} cannot be part of an address: {fault}", page=repr(page.id), fault=fault)
            problems.add(Problem.of_file(page.path, "S004", message, Message("rename the file")))
        free_pages.check(page.path, page.body, page.line, problems)
    problems.extend(_pairs(free, interviews, languages))
    problems.extend(_unused(page) for page in free if page.language not in languages)
    problems.extend(_free_links(free))


def check_links(interview: Interview, problems: Problems) -> None:
    """Add a problem for each link in an interview that is not allowed."""
    for unit in interview.units():
        problems.extend(_refused(interview.path, unit.line, target) for target in markup.refused_links(unit.record))


def check_translated_links(path: str, memory: str, texts: Iterable[str], problems: Problems) -> None:
    """Add a problem for each link in a translation that is not allowed.

    Args:
        path: The memory.
        memory: What it holds, for the places.
        texts: The translations.
        problems: What is wrong is added.
    """
    for target in dict.fromkeys(target for text in texts for target in markup.refused_links(text)):
        found = re.search(rf"(?<=\]\(){re.escape(target)}", memory)
        line, column = line_and_column(memory, found.start()) if found else (0, 0)
        problems.add(replace(_refused(path, line, target), column=column))


def _unused(page: FreePage) -> Problem:
    """Say that a page is in a language that the site does not have."""
    return memory_checks.untranslated(page.path, Message("move the page away"))


def _pairs(free: Sequence[FreePage], interviews: Mapping[str, str], languages: Sequence[Language]) -> Iterable[Problem]:
    """Report free pages that lack their other language, or have the address of an interview."""
    taken_by = {name.casefold(): path for name, path in interviews.items()} if free else {}
    there = {(page.id, page.language) for page in free}
    for page in free:
        if taken := taken_by.get(page.id.casefold()):
            yield Problem(
                page.path,
                0,
                0,
                "S006",
                Message("its id is that of {taken}", taken=taken),
                Message("rename the page in both languages"),
            )
        for language in languages:
            if (page.id, language) not in there:
                path = f"{page.path.removesuffix(f'{page.language}.md')}{language}.md"
                yield Problem(
                    path,
                    0,
                    0,
                    "S007",
                    Message("the file is missing"),
                    Message("every page has both languages: {path}", path=page.path),
                )


def _free_links(free: Sequence[FreePage]) -> Iterable[Problem]:
    for page in free:
        for target in markup.refused_links(page.body):
            yield _refused(page.path, page.line + page.body.partition(target)[0].count("\n"), target)


def _refused(path: str, line: int, target: str) -> Problem:
    hint = Message("write an http, https, mailto or relative address")
    return Problem(path, line, 0, "L005", Message("link to {target} is not allowed", target=repr(target)), hint)
