"""The page for missing addresses: links from the root where it is known, else a script that looks for it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from typing import Final

import pytest

from goftogu.model import Language
from tests import sample_site


def shown(url: str = "", **settings: object) -> str:
    """Return the page of an archive with these settings."""
    archive = sample_site.archive(url=url).configured(**settings)
    return archive.rendered(whole=False, wanted="404.html".__eq__)["404.html"]


LOST: Final = shown()
KNOWN: Final = shown("https://example.org/a%20b/")


def allowed(page: str, name: str) -> list[str]:
    """Return the hashes that the policy of a page allows for scripts or styles."""
    policy = re.search(rf"{name}-src 'self'([^;]*);", page)
    assert policy is not None
    return re.findall(r"'sha256-([^']+)'", policy[1])


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_allows_exactly_what_is_written_into_the_page(name: str) -> None:
    found = re.search(f"<{name}>(.*?)</{name}>", LOST, re.DOTALL)
    assert found is not None
    assert allowed(LOST, name) == [b64encode(hashlib.sha256(found[1].encode()).digest()).decode()]


def test_nothing_in_the_page_needs_escaping() -> None:
    script = LOST.partition("<script>")[2].partition("</script>")[0]
    assert "&#" not in script
    assert "</" not in script


def test_without_an_address_links_are_relative() -> None:
    assert re.findall(r'(?:href|action)="([^"]+)"', LOST) == [
        "static/icon.svg",
        "static/site.css",
        *(f"{language}/{page}index.html" for language in Language for page in ("search/", "", "interviews/", "a-z/")),
    ]


def test_with_an_address_links_begin_at_the_root_and_nothing_is_written_in() -> None:
    assert allowed(KNOWN, "style") == allowed(KNOWN, "script") == []
    assert "<style>" not in KNOWN
    assert "<script>" not in KNOWN
    assert all(link.startswith("/a%20b/") for link in re.findall(r'(?:href|action)="([^"]+)"', KNOWN))


def test_it_has_one_heading_and_both_languages() -> None:
    assert LOST.count("<h1 ") == LOST.count("</h1>") == LOST.count("<h2 ") == LOST.count("</h2>") == 1
    boxes = re.findall(r'role="?search"? aria-label="?([^" >]+)', LOST)
    assert boxes == ["جست‌وجو", "Search"]  # two landmarks of one kind need names
    assert "صفحه پیدا نشد" in LOST
    assert "Page not found" in LOST


def test_an_archive_in_persian_alone_speaks_persian_alone() -> None:
    page = shown(languages=(Language.FA,))
    assert "not found" not in page
    assert "en/" not in page
