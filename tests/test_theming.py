"""``docs/theming.md`` is right: each of its examples changes the site as the text says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests import documents, sites

TEXT: Final = documents.read("theming.md")
EXAMPLES: Final = documents.examples(TEXT)
BASE: Final = (sites.ROOT / "templates/base.html.jinja").read_text(encoding="utf-8")
STYLE: Final = (sites.ROOT / "templates/static/site.css").read_text(encoding="utf-8")
PAGE: Final = [
    (f"content/pages/visit.{tag}.md", f"# {title}\n\nمتن\n") for tag, title in (("fa", "دیدار"), ("en", "Visit"))
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make an archive without templates of its own."""
    sites.make(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    return tmp_path


def built(root: Path, *names: str) -> dict[str, str]:
    """Build an archive with some examples of the document, and return the texts of its site."""
    documents.write(root, [*PAGE, *((name, EXAMPLES[name]) for name in names)])
    report = sites.build(root)
    assert [str(problem) for problem in report.problems if problem.code != "M006"] == []
    texts = {
        path: data for path, data in sites.files(root / "output").items() if path.endswith((".html", ".css", ".svg"))
    }
    return {path: data.decode() for path, data in texts.items()}


def test_colours_and_rules_of_its_own(root: Path) -> None:
    site = built(root, "templates/static/own.css")
    assert "--accent:#7a1f3d" in site["static/own.css"]
    assert "--accent: " in STYLE
    for path in ("fa/index.html", "en/river.html", "both/river.html"):
        ours, own = (site[path].index(f"../static/{name}.css") for name in ("site", "own"))
        assert ours < own  # the later rule wins


def test_no_style_sheet_of_any_page_comes_after_its_own(root: Path) -> None:
    site = built(root, "templates/static/own.css")
    sheets = {
        path: re.findall(r'<link rel="stylesheet" href="(?:\.\./)*(?:/[\w-]+/)?static/(\w+)\.css"', text)
        for path, text in site.items()
        if path.endswith(".html") and "site.css" in text
    }
    assert sheets["en/river.html"] == ["site", "cite", "own"]
    assert sheets["both/river.html"] == ["site", "cite", "own"]
    assert sheets["fa/passages/index.html"] == ["site", "cite", "passages", "own"]
    assert {(found[0], found[-1]) for found in sheets.values()} == {("site", "own")}
    assert [path for path in sheets if "stylesheet" in site[path].partition("</head>")[2]] == []


def test_a_template_adds_a_style_sheet_before_its_own(root: Path) -> None:
    text = (
        '{% extends "goftogu/interview.html.jinja" %}\n'
        '{% block styles %}\n{{ super() -}}\n<link rel="stylesheet" href="../static/garden.css">\n{% endblock %}\n'
    )
    documents.write(root, [("templates/interview.html.jinja", text), ("templates/static/garden.css", "p{}")])
    page = built(root, "templates/static/own.css")["en/river.html"]
    assert re.findall(r'rel="stylesheet" href="../static/(\w+)\.css"', page) == ["site", "cite", "garden", "own"]


def test_without_a_style_of_its_own_no_page_names_one(root: Path) -> None:
    site = built(root)
    assert "static/own.css" not in site
    assert not [path for path, text in site.items() if "own.css" in text]


def test_a_style_that_comes_or_goes_is_on_all_pages_at_once(root: Path) -> None:
    before = built(root)
    with_style = built(root, "templates/static/own.css")
    pages = {path for path in before if path.endswith(".html") and path != "data/river.html"}
    assert {path for path in pages if "own.css" in with_style[path]} == pages
    (root / "templates/static/own.css").unlink()
    assert built(root) == before


def test_a_style_sheet_in_the_place_of_ours(root: Path) -> None:
    documents.write(root, [("templates/static/site.css", "main { color: red }")])
    assert built(root)["static/site.css"] == "main{color:red}"


def test_an_icon(root: Path) -> None:
    assert "#7a1f3d" in built(root, "templates/static/icon.svg")["static/icon.svg"]


def test_a_card(root: Path) -> None:
    (root / "content/card.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert "static/card.png" in built(root)["en/index.html"]


def test_a_block_and_words(root: Path) -> None:
    site = built(root, "templates/base.html.jinja", "templates/locale/fa.po")
    for path, line in (("fa/index.html", "نگهداری از انجمن باغ"), ("en/river.html", "Kept by the Garden Society")):
        assert f"<p>{line}</p>\n</footer>" in site[path]
    for path in ("en/search/index.html", "both/river.html", "en/river.html"):
        assert site[path].count('<meta name="author"') == 1
    assert "static/search.js" in site["en/search/index.html"]
    assert '<meta name="robots" content="noindex,follow">' in site["both/river.html"]
    assert "<h2>تازه‌ها</h2>" in site["fa/index.html"]
    assert "<h2>Latest interviews</h2>" in site["en/index.html"]
    assert ">جست‌وجو</a>" in site["fa/index.html"]  # all other words stay


def test_a_template_in_the_place_of_ours(root: Path) -> None:
    site = built(root, "templates/free.html.jinja")
    assert '<article class="garden">\n<h1>Visit</h1>' in site["en/visit.html"]
    assert 'class="garden"' not in site["en/river.html"]


def test_entries_of_the_menu(root: Path) -> None:
    found = re.search(r"as in this\n`(?P<path>[^`]+)`:\n\n```jinja\n(?P<text>.*?)```", TEXT, re.DOTALL)
    assert found is not None
    documents.write(
        root, [("templates/locale/fa.po", 'msgid "The Society"\nmsgstr "انجمن"\n'), (found["path"], found["text"])]
    )
    site = built(root)
    for path, title, entry in (("fa/river.html", "دیدار", "انجمن"), ("en/river.html", "Visit", "The Society")):
        menu = site[path].partition("</header>")[0]
        assert f'>{title}</a></li>\n<li><a href="https://example.org/">{entry}</a></li>\n</ul>' in menu


def test_the_document_names_the_properties_of_the_style_sheet() -> None:
    rows = re.findall(r"^\| (`--[^|]+) \|", TEXT, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(--[\w-]+)`", row)}
    root = re.search(r":root \{(.*?)\}", STYLE, re.DOTALL)
    assert root is not None
    assert named == set(re.findall(r"(--[\w-]+):", root[1])) - {"--line", "--heading-line", "--underline"}


def test_the_document_names_the_blocks_of_the_base() -> None:
    named = re.findall(r"^\| `(\w+)` \|", TEXT.partition("| block of")[2].partition("\n\n")[0], re.MULTILINE)
    assert named == [name for name in re.findall(r"{% block (\w+) %}", BASE) if name not in {"kind", "shape", "policy"}]
