"""The measurement of the search: what it writes, how it is served, and that its figures come from a browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bench import corpus, searching
from bench.searching import Figures
from tests.browsing import CHROMIUM, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NUMBER = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    searching.write(root, NUMBER)
    return root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as started:
        yield started


def test_the_search_of_a_made_up_archive_is_written_and_nothing_else(folder: Path) -> None:
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    names = {file.rpartition("/")[2] for file in files if file.startswith("fa/")}
    assert {f"d{number}.js" for number in range(NUMBER)} | {"index.html", "index.js"} <= names
    assert all(file.startswith(("fa/search/", "static/")) for file in files)
    assert not names & {f"d{NUMBER}.js", "facets.js"}


def test_a_text_is_that_of_the_corpus(folder: Path) -> None:
    first = next(corpus.interviews(1))
    text = (folder / "fa/search/d0.js").read_text(encoding="utf-8")
    assert f'"href":"../{first.id}.html"' in text
    assert all(f'["t{turn}",{turn},' in text for turn in range(1, 31))


@pytest.mark.parametrize("path", ["fa/search/index.js", "fa/search/index.html", "static/site.css"])
def test_text_is_sent_compressed(folder: Path, path: str) -> None:
    with searching.served(folder) as address, urlopen(address + path) as answer:  # noqa: S310  of the server above
        data = answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
        assert int(answer.headers["Content-Length"]) == len(data)
    assert gzip.decompress(data) == (folder / path).read_bytes()


def test_a_font_is_sent_as_it_is_and_what_is_missing_is_missing(folder: Path) -> None:
    with searching.served(folder) as address:
        with urlopen(address + "static/vazirmatn.woff2") as answer:  # noqa: S310  of the server above
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == (folder / "static/vazirmatn.woff2").read_bytes()
        with pytest.raises(HTTPError) as caught:
            urlopen(address + "fa/search/none.js")  # noqa: S310  of the server above
        caught.value.close()


@pytest.mark.parametrize(
    ("figures", "row"),
    [
        (
            Figures("آب", 12_000, 8_040, 2_340.0, 4_600.0, 87.6),
            "| آب | 2.3 s | 4.6 s | 88 ms | 12.0 kB | 8.0 kB | 20.0 kB |",
        ),
        (Figures("آبپ", 12_000), "| آبپ | nothing found | nothing found | 0 ms | 12.0 kB | 0.0 kB | 12.0 kB |"),
    ],
)
def test_figures_are_a_row_of_a_table(figures: Figures, row: str) -> None:
    assert figures.row() == row


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: install the package “chromium”")
def test_a_query_is_measured_in_a_browser(folder: Path, browser: Browser) -> None:
    with searching.served(folder) as address:
        page = f"{address}fa/search/index.html"
        found = searching.measure(browser, page, searching.QUERIES[0], slow=False)
        missing = searching.measure(browser, page, searching.QUERIES[-1], slow=False)
    scripts = [file for file in (folder / "static").glob("*.js") if file.stem in {"fold", "stem", "lookup", "search"}]
    assert found.page > sum(len(searching.packed(file)) for file in scripts)
    assert found.more > len(searching.packed(folder / "fa/search/d0.js"))
    assert found.hit is not None
    assert found.words is not None
    assert 0 < found.hit <= found.words
    assert (missing.hit, missing.words) == (None, None)


def test_the_scripts_of_a_search_are_light(folder: Path) -> None:
    names = ("fold", "stem", "lookup", "search")
    assert sum(len(searching.packed(folder / f"static/{name}.js")) for name in names) <= 12_000
