"""Pictures on free pages: found outside of code, told where they cannot be read, and put where they are."""

from __future__ import annotations

import pytest

from goftogu import markup
from goftogu.content.pages import FreePage
from goftogu.edition import page_pictures
from goftogu.model import Language
from tests.collecting import found_by


def page(body: str) -> FreePage:
    return FreePage("about", Language.FA, "درباره", body, "content/pages/about.fa.md", 3)


def test_each_picture_names_a_file_at_its_place() -> None:
    found = list(page_pictures.mentions(page('یک\n![باغ](a.jpg)\n\n![حوض](b.png "حوض باغ")\n![بد]()')))
    assert [(mention.file, mention.place.line, mention.place.column) for mention in found] == [
        ("a.jpg", 4, 8),
        ("b.png", 6, 8),
    ]
    assert all(mention.widths for mention in found)


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("بی تصویر", []),
        ("![باغ](a.jpg)", []),
        ("![](a.jpg)", [(3, 1)]),
        ("یک\n\nاین ![باغ](a.jpg) است", [(5, 5)]),
        ("- ![باغ](a.jpg)", [(3, 3)]),
        ("نوشته می‌شود `![باغ](a.jpg)` در سطری جدا", []),
        ("```\n![](a.jpg)\n```\n![](a.jpg)", [(6, 1)]),
        ("~~~\n```\n![](a.jpg)\n~~~", []),
        ("    ![](a.jpg)", [(3, 5)]),
    ],
)
def test_what_cannot_be_shown_is_told(body: str, places: list[tuple[int, int]]) -> None:
    problems = found_by(page_pictures.check, page(body))
    assert [(problem.line, problem.column) for problem in problems] == places
    assert {problem.code for problem in problems} <= {"I001"}


def test_a_page_is_cut_where_its_pictures_are() -> None:
    body, found = page_pictures.cut("یک\n![باغ](a.jpg)\nدو\n\n![حوض](b.png)\n")
    assert [picture.file for picture in found] == ["a.jpg", "b.png"]
    made = list(page_pictures.parts(markup.page(body, Language.FA)))
    assert [part if isinstance(part, int) else part.strip() for part in made] == ["<p>یک</p>", 0, "<p>دو</p>", 1]


def test_a_page_without_pictures_stays_whole() -> None:
    assert page_pictures.cut("یک\n\nدو") == ("یک\n\nدو", [])
    assert list(page_pictures.parts("<p>یک</p>")) == ["<p>یک</p>"]


def test_what_looks_like_a_mark_in_a_page_is_none() -> None:
    body, found = page_pictures.cut("\ufdd17\n\n![باغ](a.jpg)")
    made = list(page_pictures.parts(markup.page(body, Language.FA)))
    assert len(found) == 1
    assert [part for part in made if isinstance(part, int)] == [0]
