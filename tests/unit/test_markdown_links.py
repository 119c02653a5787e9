"""Links of Markdown: the same as the parser finds, without its long ways."""

from __future__ import annotations

import pytest
from markdown import Markdown

from goftogu import markdown_links, markup


def made(text: str) -> str:
    """Convert a text as pages do, without the patterns that no page has: those of references take long ways, too."""
    reader = Markdown(output_format="html")
    for name in markup._UNSAFE_INLINE:
        reader.inlinePatterns.deregister(name)
    markdown_links.install(reader)
    return reader.convert(text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b)", '<a href="b">a</a>'),
        ("[a [b] c](d)", '<a href="d">a [b] c</a>'),
        ("[a](b(c)d)", '<a href="b(c)d">a</a>'),
        ('[a](b "c")', '<a href="b" title="c">a</a>'),
        ("[[[a](b)", '[[<a href="b">a</a>'),
        ("[a](b", "[a](b"),
        ("[a] (b)", "[a] (b)"),
    ],
)
def test_a_link_is_found_where_a_whole_one_stands(text: str, links: str) -> None:
    assert made(text) == f"<p>{links}</p>"


def test_brackets_that_nobody_closes_are_shown() -> None:
    text = "[" * 20_000
    assert made(text) == f"<p>{text}</p>"


def test_a_text_longer_than_any_link_is_none() -> None:
    assert "<a" in made(f"[{'a' * 1_000}](b)")
    assert "<a" not in made(f"[{'a' * 1_001}](b)")
