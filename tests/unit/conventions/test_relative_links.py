from __future__ import annotations

import pytest
from markupsafe import Markup

from goftogu import markup
from goftogu.conventions import relative_links
from goftogu.model import Language


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ("../interviews/garden.md#t3", "garden.html#t3"),
        ("garden.md", "garden.html"),
        ("./garden.txt", "garden.html"),
        ("../pages/about.fa.md", "about.html"),
        ("about.en.md#fn-1", "about.html#fn-1"),
        ("content/interviews/باغ.md", "باغ.html"),
        ("garden.html#t3", "garden.html#t3"),
        ("#t3", "#t3"),
        ("people/rad.html", "people/rad.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("people/rad.md", "people/rad.md"),
        ("mailto:x@example.md", "mailto:x@example.md"),
        ("a.md?x", "a.md?x"),
    ],
)
def test_a_link_to_a_file_of_the_archive_leads_to_its_page(target: str, page: str) -> None:
    assert relative_links.page_of(target) == page
    assert f'<a href="{page}">' in markup.inline(f"[آب]({target})", Language.FA)


@pytest.mark.parametrize(
    ("text", "into"),
    [
        ("[آب](people/rad.html)", True),
        ("[آب](<people/rad.html>)", True),
        ("[آب](rad.html)", False),
        ("[آب](../people/rad.html)", False),
        ("[آب](https://example.org/a)", False),
        ("[آب](mailto:x@example.org)", False),
        ("[آب](#t1)", False),
        ("people/rad", False),
    ],
)
def test_only_a_link_into_a_folder_differs_beside_it(text: str, into: bool) -> None:
    assert relative_links.leads_into_folder([text]) is into
    made = markup.inline(text, Language.FA)
    moved = relative_links.beside(made, Language.EN)
    assert (moved != made) is into
    assert moved == made.replace(Markup('<a href="people'), Markup('<a href="../en/people'))
