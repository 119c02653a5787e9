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


@pytest.mark.parametrize("name", ["about.md", "about.de.md", ".fa.md", "fa.md"])
def test_the_name_of_the_file_must_tell_the_language(name: str) -> None:
    page, (problem,) = collected(read_free_page, _source(f"content/pages/{name}"))
    assert page is None
    assert problem.code == "S004"
    assert problem.path == f"content/pages/{name}"
