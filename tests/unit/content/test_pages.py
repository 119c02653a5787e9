"""Free pages: heading, language and place."""

from __future__ import annotations

import pytest

from goftogu.content.pages import FreePage, read_free_page
from goftogu.model import Language, Source
from tests.collecting import collected


def _source(path: str, text: str = "# درباره\n\nمتن\n") -> Source:
    return Source(path, text.encode(), text)


def test_the_first_line_of_a_free_page_is_its_heading() -> None:
    path = "content/pages/about.fa.md"
    assert collected(read_free_page, _source(path)) == (FreePage("about", Language.FA, "درباره", "متن", path, 3), [])


def test_a_free_page_may_have_only_a_heading() -> None:
    page, problems = collected(read_free_page, _source("content/pages/about.en.md", "About"))
    assert page is not None
    assert (page.title, page.body, problems) == ("About", "", [])


def test_a_page_without_a_heading_is_told_at_its_first_line() -> None:
    page, (problem,) = collected(read_free_page, _source("content/pages/about.fa.md", "#\n\nمتن\n"))
    assert page is not None
    assert str(problem).startswith("content/pages/about.fa.md:1:1: T011 the page has no heading (")
    assert (page.body, page.line) == ("متن", 3)


@pytest.mark.parametrize(("text", "line"), [("\n\n# درباره\n\nمتن", 5), ("# درباره\nمتن\n\nمتن", 2), ("# درباره", 1)])
def test_the_text_of_a_page_begins_below_its_heading(text: str, line: int) -> None:
    page, _ = collected(read_free_page, _source("content/pages/about.fa.md", text))
    assert page is not None
    assert page.line == line


@pytest.mark.parametrize("name", ["about.md", "about.de.md", ".fa.md", "fa.md"])
def test_the_name_of_the_file_must_tell_the_language(name: str) -> None:
    page, (problem,) = collected(read_free_page, _source(f"content/pages/{name}"))
    assert page is None
    assert problem.code == "S004"
    assert problem.path == f"content/pages/{name}"
