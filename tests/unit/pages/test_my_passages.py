"""The page of the passages that a reader has chosen, as it is made."""

from __future__ import annotations

import re

import pytest

from goftogu import urls
from goftogu.model import Language
from goftogu.pages import my_passages
from tests import sample_site as sample


def test_each_language_has_one() -> None:
    listing = sample.archive().listing
    assert [page.path for page in my_passages.pages(listing)] == [urls.passages(language) for language in Language]
    alone = sample.archive().configured(languages=(Language.FA,)).listing
    assert [page.path for page in my_passages.pages(alone)] == ["fa/passages/index.html"]


@pytest.mark.parametrize(
    ("language", "title", "script"),
    [
        (Language.FA, "برگزیده‌های من", "این فهرست به جاوااسکریپت نیاز دارد."),
        (Language.EN, "My passages", "The list needs JavaScript."),
    ],
)
def test_it_says_what_it_is_and_asks_for_nothing_from_elsewhere(language: Language, title: str, script: str) -> None:
    page = sample.archive().rendered()[urls.passages(language)]
    assert f"<h1>{title}</h1>" in page
    assert script in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.findall(r'<script src="([^"]+)"', page)[-2:] != []
    assert {"../../static/cite.js", "../../static/passages.js"} <= set(re.findall(r'<script src="([^"]+)"', page))
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_its_style_sheets_are_in_their_order() -> None:
    page = sample.archive().rendered()["en/passages/index.html"]
    sheets = ["../../static/site.css", "../../static/cite.css", "../../static/passages.css"]
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', page) == sheets


def test_it_offers_the_styles_that_the_interviews_are_cited_in() -> None:
    archive = sample.archive()
    styles = re.compile(r'<option value="(\w+)">')
    assert styles.findall(archive.rendered()["en/passages/index.html"]) == ["note", "chicago", "mla", "apa", "persian"]
    alone = archive.configured(languages=(Language.FA,))
    assert styles.findall(alone.rendered()["fa/passages/index.html"]) == ["note", "persian"]


def test_every_page_leads_to_it() -> None:
    made = sample.archive().rendered()
    for path in ("en/sea.html", "en/index.html", "en/topics/sea.html"):
        target = "passages/index.html" if path.count("/") == 1 else "../passages/index.html"
        assert f'<a href="{target}">My passages</a>' in made[path]


def test_no_search_engine_is_led_to_it() -> None:
    made = sample.archive(url="https://example.org/").rendered()
    assert "passages" not in made["sitemap.xml"]
