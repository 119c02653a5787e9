"""Every page that has a masthead has one box for the search, and each leads to the search of its language."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from goftogu import urls
from goftogu.model import Language
from tests import sample_site as sample

ROLE = 'role="search"'


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return sample.archive().rendered()


def test_every_page_with_a_masthead_has_one_box(pages: dict[str, str]) -> None:
    framed = {path: page for path, page in pages.items() if 'class="masthead"' in page}
    assert len(framed) > 20
    assert [path for path, page in framed.items() if page.count(ROLE) != 1] == []


def test_the_box_leads_to_the_search_of_the_language_of_the_page(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        if path == "404.html":  # it has a box for each language; see test_missing.py
            continue
        for action in re.findall(r'class=(?:"seek"|seek)[^>]* action="?([^ ">]+)', page):
            target = urls.href(path, urls.search(Language.EN if '<html lang="en"' in page[:80] else Language.FA))
            assert action == target, path
            assert PurePosixPath(action).name == "index.html"


def test_only_the_front_page_and_the_search_name_it_among_the_links(pages: dict[str, str]) -> None:
    for path in ("fa/index.html", "fa/search/index.html", "fa/sea.html"):
        assert (f'href="{urls.href(path, urls.search("fa"))}">جست‌وجو</a>' in pages[path]) == (path == "fa/index.html")
    assert 'aria-current="page">جست‌وجو</a>' in pages["fa/search/index.html"]


def test_an_archive_without_interviews_offers_no_box_on_its_front_page() -> None:
    empty = sample.archive()
    empty = type(empty)(empty.site)
    front = empty.rendered(wanted=lambda path: path == "fa/index.html")["fa/index.html"]
    assert 'class="seek"' not in front
    assert ">جست‌وجو</a>" in front
