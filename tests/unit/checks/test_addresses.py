"""The ids and links of files, found as a full parser finds them."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.checks.addresses import in_file, in_page


class _Reference(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[bytes] = []
        self.links: list[bytes] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append((value or "").encode())
            elif name in {"href", "src"}:
                self.links.append((value or "").encode())


_TEXT = st.text(
    st.sampled_from("ab=<>\"'&;# -!/گ\n") | st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20
)
_NAME = st.sampled_from(["id", "href", "src", "title", "class", "data-id", "alt"])
_ATTRIBUTES = st.dictionaries(_NAME, _TEXT, max_size=4)


@st.composite
def _element(draw: st.DrawFn) -> str:
    quote = draw(st.sampled_from(['"', "'"]))
    attributes = "".join(f" {name}={quote}{escape(value)}{quote}" for name, value in draw(_ATTRIBUTES).items())
    return f"<p{attributes}>{escape(draw(_TEXT), quote=False)}</p>"


_SILENT = st.sampled_from(
    ["<!-- <a href='x'> -->", "<script>'<a href=\"y\">'</script>", "<style>p { id: 'z' }</style>"]
)


@given(st.lists(_element() | _SILENT))
def test_the_reader_of_tags_agrees_with_a_full_parser(elements: list[str]) -> None:
    text = "".join(elements)
    reference = _Reference()
    reference.feed(text)
    reference.close()
    assert in_page(text.encode()) == (reference.ids, reference.links)


@given(st.lists(_element(), min_size=1, max_size=3))
def test_a_tag_that_occurs_again_is_read_again(elements: list[str]) -> None:
    text = "".join(elements)
    ids, links = in_page(text.encode())
    assert in_page((text + text).encode()) == (ids + ids, links + links)


def test_links_within_scripts_and_comments_are_none_and_those_of_their_tags_are() -> None:
    page = (
        "<!-- <a href='x'> --><script id=s src=a.js>'<a href=y>'</script><style id=t>p { id: 'z' }</style>"
        "<img srcset='a.jpg 480w, b.jpg 960w' src='c.jpg'>"
    )
    assert in_page(page.encode()) == ([b"s", b"t"], [b"a.js", b"c.jpg", b"a.jpg", b"b.jpg"])


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("static/site.css", "a { src: url('x.woff2') url(y.svg) url(data:z) }", [b"x.woff2", b"y.svg"]),
        ("fa/feed.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><link href="a.html"/></feed>', [b"a.html"]),
        ("sitemap.xml", '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><loc>a&amp;b</loc>', [b"a&b"]),
        ("data/a.tei.xml", '<TEI><ref href="a.html"/></TEI>', []),
        ("static/site.js", "'<a href=x>'", []),
        ("a.xml", f"<feed {' ' * 960}xmlns='http://www.w3.org/2005/Atom'><link href='a.html'/></feed>", [b"a.html"]),
        ("a.xml", f"<feed {' ' * 961}xmlns='http://www.w3.org/2005/Atom'><link href='a.html'/></feed>", []),
    ],
)
def test_files_that_have_links_are_read(path: str, text: str, expected: list[bytes]) -> None:
    assert list(in_file(path, text.encode())) == expected
