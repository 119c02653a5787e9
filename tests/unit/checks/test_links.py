"""Links: what is checked, and what is let through."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from goftogu.checks import links
from goftogu.checks.links import LinkChecker
from goftogu.problems import Problem, Problems, SourcePlace
from tests.collecting import found_by

BASE = "https://example.org/archive/"


def check(site: Mapping[str, str], base: str = "") -> list[Problem]:
    checker = LinkChecker(base)
    for path, text in site.items():
        checker.add(path, text.encode())
    return found_by(checker.report)


def codes(site: Mapping[str, str], base: str = "") -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in check(site, base)]


def check_one(body: str, base: str = "", path: str = "fa/one.html") -> list[str]:
    """Return the codes of a page in a small site."""
    site = {
        "index.html": "<h1>",
        "fa/index.html": "<h1>",
        "fa/two.html": '<p id="t1"><p id="نوبت">',
        "fa/نوشته.html": '<p id="t1">',
        "static/site.css": "",
        "data/one.json": "{}",
        path: body,
    }
    return [problem.code for problem in check(site, base)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<a href="two.html">',
        '<a href="two.html#t1">',
        '<a href="two.html#نوبت">',
        '<a href="two.html#%D9%86%D9%88%D8%A8%D8%AA">',
        '<a href="../index.html">',
        '<a href="./two.html?from=1#t1">',
        '<a href="%D9%86%D9%88%D8%B4%D8%AA%D9%87.html#t1">',
        '<a href="نوشته.html">',
        "<a href='two.html' class=link>",
        "<a href=two.html>",
        '<a\n  class="x"\n  href = "two.html"\n>',
        '<p id="t7"><a href="#t7">',
        '<a href="#t7"><p id="t7">',
        '<a href="#a&amp;b"><p id="a&amp;b">',
        '<a href="../data/one.json#anything">',
        '<link rel="stylesheet" href="../static/site.css"><img src="../data/one.json">',
        '<img srcset="../data/one.json 1x, ../index.html 2x">',
        '<a href="https://example.org/x"><a href="http://example.org"><a href="mailto:a@example.org">',
        '<a href="HTTPS://example.org">',
        '<!-- <a href="gone.html"> -->',
        "<script>let a = '<a href=\"gone.html\">';</script>",
        "<style>a::before { content: '<a href=gone.html>' }</style>",
        '<p title="an id=t1 and href=gone.html in a value">',
        '<p id="t1">id="t1" href="gone.html"</p>',
        '<p data-href="gone.html" data-id="x" xml:id="x"><p data-id="x">',
        "<input disabled required><br/>",
    ],
)
def test_a_good_link_is_no_problem(body: str) -> None:
    assert check_one(body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="gone.html">', "L001"),
        ('<a href="../../etc/passwd">', "L001"),
        ('<a href="../fa">', "L001"),
        ('<a href="../fa/">', "L001"),
        ('<a href="Two.html">', "L001"),
        ('<img src="gone.png">', "L001"),
        ('<script src="gone.js"></script>', "L001"),
        ('<script src="gone.js">"<a href=x>"</script>', "L001"),
        ('<form action="gone.html">', "L001"),
        ('<button formaction="gone.html">', "L001"),
        ('<video poster="gone.png">', "L001"),
        ('<img srcset="../data/one.json 1x, gone.png 2x">', "L001"),
        ('<link rel="stylesheet" href="../static/gone.css">', "L001"),
        ("<a href=gone.html>", "L001"),
        ('<input disabled formaction="gone.html">', "L001"),
        ('<a href="gone.html#t1">', "L001"),
        ('<a href="two.html#t2">', "L002"),
        ('<a href="two.html#t">', "L002"),
        ('<a href="two.html#T1">', "L002"),
        ('<a href="#t7">', "L002"),
        ('<p id="t1"><p id="t1"><p id="t2">', "L003"),
        ('<a href="">', "L004"),
        ('<a href="  ">', "L004"),
        ('<img src="">', "L004"),
        ('<a href="javascript:alert(1)">', "L005"),
        ('<a href="JavaScript:alert(1)">', "L005"),
        ('<a href="java\tscript:alert(1)">', "L005"),
        ('<a href="\x01javascript:alert(1)">', "L005"),
        ('<a href="javascript&colon;alert(1)">', "L005"),
        ('<a href="&#106;avascript:alert(1)">', "L005"),
        ('<img src="data:image/svg+xml;base64,AA==">', "L005"),
        ('<img src="data:image/png,%89PNG">', "L005"),
        ('<img src="data:image/png;base64,A&quot;A">', "L005"),
        ('<img src="data:image/pngx;base64,AA==">', "L005"),
        ('<img src="data:text/html;base64,AA==">', "L005"),
        ('<a href="data:image/png;base64,AA==">', "L005"),
        ('<video poster="data:image/png;base64,AA==">', "L005"),
        ('<a href="vbscript:x">', "L005"),
        ('<a href="file:///etc/passwd">', "L005"),
        ('<a href="/index.html">', "L006"),
        ('<a href="//example.org/x">', "L006"),
        ('<a href="\\\\example.org">', "L006"),
    ],
)
def test_a_faulty_link_has_its_code(body: str, code: str) -> None:
    assert check_one(body) == [code]


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_that_is_in_the_page_leads_nowhere(kind: str) -> None:
    assert check_one(f'<img alt="x" src="data:image/{kind};base64,Ab0+/w==" width="1"><a href="gone.html">') == ["L001"]


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = {
        "a.html": '<p id="t1"><a href="b.html#t1"><a href="b.html#t2"><a href="c.html">',
        "b.html": '<p id="t1"><a href="a.html#t1"><a href="a.html#t2">',
    }
    backwards = dict(reversed(pages.items()))
    expected = [
        "a.html: L001 “c.html” is not a page or a file of the site",
        "a.html: L002 “b.html#t2”: the page has no such id",
        "b.html: L002 “a.html#t2”: the page has no such id",
    ]
    assert [str(problem).partition(" (")[0] for problem in check(pages)] == expected
    assert check(pages) == check(backwards)


def test_a_fault_of_many_pages_is_told_once() -> None:
    site = {f"{number}.html": '<a href="gone.html"><a href="all.html#x"><a href="/x">' for number in range(5)}
    assert [str(problem).rpartition(" (")[0] for problem in check({**site, "all.html": ""})] == [
        "0.html: L001 “gone.html” is not a page or a file of the site (here and in 4 more)",
        "0.html: L002 “all.html#x”: the page has no such id (here and in 4 more)",
        "0.html: L006 “/x” (here and in 4 more)",
    ]


def test_a_fault_of_two_pages_tells_of_the_other() -> None:
    (problem,) = check({"a.html": '<a href="gone.html">', "b.html": '<a href="gone.html">'})
    assert str(problem).rpartition(" (")[0].endswith("of the site (here and in 1 more)")


def test_a_link_that_several_pages_show_is_told_once_where_it_was_written() -> None:
    checker, problems = LinkChecker(BASE), Problems()
    for page in ("both/one.html", "en/one.html", "fa/one.html"):
        checker.add(page, b'<a href="gone.html"><a href="lost.html">')
    written = {"gone": SourcePlace("content/interviews/one.md", 3, 9)}
    checker.report(problems, origin=lambda _, subject: written.get(subject.split("/")[1].removesuffix(".html")))
    gone, *lost = sorted(problems, key=lambda problem: problem.line, reverse=True)
    assert (gone.path, gone.line, gone.column) == ("content/interviews/one.md", 3, 9)
    assert gone.message == "“en/gone.html” is not a page or a file of the site (here and in 2 more)"
    assert {problem.path for problem in lost} == {"both/one.html", "en/one.html", "fa/one.html"}


def test_the_address_of_the_site_leads_into_the_site() -> None:
    good = "".join(f'<a href="{BASE}{path}">' for path in ("", "fa/", "fa/one.html", "fa/two.html#t1"))
    assert check_one(good, BASE) == []
    assert check_one(good) == []
    assert check_one(f'<a href="{BASE}fa/gone.html"><a href="{BASE}fa/two.html#t9">', BASE) == ["L001", "L002"]
    assert check_one('<a href="https://example.org/other/">', BASE) == []


@pytest.mark.parametrize("asked", ["?from=1", "?q=نان/", "?"])
@pytest.mark.parametrize("place", ["", "fa/", "fa/two.html", "fa/%D9%86%D9%88%D8%B4%D8%AA%D9%87.html"])
def test_what_a_link_asks_of_a_page_is_no_part_of_its_address(place: str, asked: str) -> None:
    link = f"{place}{asked}#t1" if place.endswith(".html") else f"{place}{asked}"
    assert check_one(f'<a href="{BASE}{link}">', BASE) == []
    assert check_one(f'<a href="/archive/{link}">', BASE, "404.html") == []
    assert check_one(f'<a href="{BASE}gone.html{asked}">', BASE) == ["L001"]
    if place.endswith(".html"):
        assert check_one(f'<a href="../{link}">', BASE) == []


@pytest.mark.parametrize("base", [BASE, BASE.rstrip("/")])
def test_the_page_for_missing_addresses_links_from_the_root(base: str) -> None:
    paths = ("/archive/", "/archive/fa/two.html#t1", "/archive/static/site.css", "#a")
    good = '<p id="a">' + "".join(f'<a href="{path}">' for path in paths)
    assert check_one(good, base, "404.html") == []
    for link in ("/archive/gone.html", "/archive/fa/gone/"):
        assert check_one(f'<a href="{link}">', base, "404.html") == ["L001"]
    for link in ("fa/two.html", "/fa/two.html", "//example.org/archive/", "/archive//example.org"):
        assert check_one(f'<a href="{link}">', base, "404.html") == ["L006"]


def test_without_an_address_the_page_for_missing_addresses_is_like_any_other() -> None:
    assert check_one('<a href="fa/two.html">', "", "404.html") == []
    assert check_one('<a href="/fa/two.html">', "", "404.html") == ["L006"]


def test_style_sheets_feeds_and_the_sitemap_are_read() -> None:
    site = {
        "static/site.css": "a { b: url(font.woff2) url('gone.woff2') url( \"../gone.png\" ) url(data:image/png,x) }",
        "static/font.woff2": "",
        "feed.xml": f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="{BASE}gone.html"/></feed>',
        "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<loc>{BASE}also-gone.html</loc><loc>{BASE}feed.xml</loc></urlset>",
        "data/one.tei.xml": '<TEI><ptr id="x" href="gone"/></TEI>',
        "data/one.json": '<a href="gone.html">',
    }
    assert codes(site, BASE) == [
        ("L001", "feed.xml"),
        ("L001", "sitemap.xml"),
        ("L001", "static/site.css"),
        ("L001", "static/site.css"),
    ]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    checker = LinkChecker("")
    checker.add("a.html", b'<a href="\xff\xfe"><p id="\xff"><p id="\xff"><a href="b.html#\xff">')
    checker.add("b.html", b"")
    assert [problem.code for problem in found_by(checker.report)] == ["L001", "L002", "L003"]


def test_little_is_kept_of_a_page() -> None:
    checker = LinkChecker("")
    turns = range(50)
    for number in range(20):
        for view in ("fa", "en"):
            other = "en" if view == "fa" else "fa"
            links = "".join(
                f'<p id="t{turn}">{"text " * 50}<a href="../{other}/{number}.html#t{turn}">' for turn in turns
            )
            checker.add(f"{view}/{number}.html", links.encode())
    assert checker._pages == {}
    assert checker._anchors == {}
    assert sum(len(ids or b"") for ids in checker._ids.values()) < 40 * 50 * 5


def test_only_links_that_lead_nowhere_in_their_own_company_are_left() -> None:
    files = {
        "fa/a.html": b'<p id="t1"></p><a href="#t1">1</a><a href="../en/a.html#t1">2</a><a href="b.html#t2">3</a>',
        "en/a.html": b'<a href="../fa/a.html#t1">1</a><a href="../fa/a.html#t9">2</a><a href="a.txt#any">3</a>',
        "en/a.txt": b"",
    }
    found = links.settled({path: links.scan(path, data, base="") for path, data in files.items()})
    assert {path: targets for path, (_, targets, _) in found.items()} == {
        "fa/a.html": {"en/a.html": [b"t1"], "fa/b.html": [b"t2"]},
        "en/a.html": {"fa/a.html": [b"t1", b"t9"]},
        "en/a.txt": {},
    }


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("../b.html#t1", "fa/b.html#t1"),
        ("b.html", "fa/sea/b.html"),
        ("#t1", "fa/sea/a.html#t1"),
        ("https://example.org/a/en/b.html#t2", "en/b.html#t2"),
        ("https://example.com/b.html#t2", ""),
        ("/a/fa/b.html", ""),
    ],
)
def test_a_link_leads_to_a_file_of_the_site(link: str, found: str) -> None:
    assert links.target("fa/sea/a.html", link, "https://example.org/a/") == found
