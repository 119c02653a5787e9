from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages.files import own_domain, pages
from tests import sample_site

URL = "https://archive.example.org/"


def made(url: str) -> dict[str, Page]:
    archive = sample_site.archive(sample_site.interview(), sample_site.interview("hill"), url=url)
    return {page.path: page for page in pages(archive.listing)}


def shown(page: Page) -> dict[str, Any]:
    return dict(page.context())


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://archive.example.org", "archive.example.org"),
        ("https://archive.example.org/", "archive.example.org"),
        ("https://Archive.Example.ORG/", "archive.example.org"),
        ("https://archive.example.org/talks/", ""),
        ("https://archive.example.org:8000/", ""),
        ("https://someone.github.io/", ""),
        ("https://someone.gitlab.io/", ""),
        ("https://archive.netlify.app", ""),
        ("https://archive.pages.dev", ""),
        ("https://github.io.example.org/", "github.io.example.org"),
        ("http://localhost/", ""),
        ("", ""),
    ],
)
def test_a_domain_is_told_where_it_is_the_archives_own(url: str, domain: str) -> None:
    assert own_domain(url) == domain


def test_without_an_address_nothing_needs_one() -> None:
    found = made("")
    assert list(found) == [".nojekyll", "robots.txt"]
    assert shown(found["robots.txt"]) == {"sitemap": ""}
    assert shown(found[".nojekyll"]) == {}


def test_with_an_address_there_are_a_domain_and_a_sitemap() -> None:
    found = made(URL)
    assert list(found) == [".nojekyll", "robots.txt", "CNAME", "sitemap.xml"]
    assert shown(found["CNAME"]) == {"domain": "archive.example.org"}
    assert shown(found["robots.txt"]) == {"sitemap": f"{URL}sitemap.xml"}
    assert {page.template for page in found.values()} == {
        "nojekyll.jinja",
        "robots.txt.jinja",
        "cname.jinja",
        "sitemap.xml.jinja",
    }


def test_below_another_address_there_is_no_domain() -> None:
    assert list(made("https://example.org/talks")) == [".nojekyll", "robots.txt", "sitemap.xml"]


def test_the_sitemap_has_every_page_with_its_editions() -> None:
    entries = list(shown(made(URL)["sitemap.xml"])["entries"])
    addresses = [address for address, _ in entries]
    assert addresses[0] == URL
    assert len(set(addresses)) == len(addresses)
    for path in ("", "interviews/", "progress/", "a-z/", "topics/", "people/", "places/", "chronology/", "about.html"):
        assert f"{URL}en/{path}" in addresses
    for path in (
        "topics/trade.html",
        "people/sarv.html",
        "people/radio.html",
        "places/coast.html",
        "sea.html",
        "hill.html",
    ):
        assert addresses.index(f"{URL}en/{path}") == addresses.index(f"{URL}fa/{path}") + 1
        assert (
            dict(entries)[f"{URL}en/{path}"]
            == dict(entries)[f"{URL}fa/{path}"]
            == [
                (Language.FA, f"{URL}fa/{path}"),
                (Language.EN, f"{URL}en/{path}"),
                ("x-default", f"{URL}fa/{path}"),
            ]
        )
    assert dict(entries)[f"{URL}fa/"][-1] == ("x-default", URL)


@pytest.mark.parametrize(("language", "edition"), [("fa", "fa"), ("prs", "fa"), ("en", "en")])
def test_without_a_translation_an_interview_is_there_in_its_own_language(language: str, edition: str) -> None:
    held = sample_site.archive(sample_site.interview(), sample_site.interview("hill"), url=URL).listing
    interviews = tuple(
        replace(item, language=TranscriptLanguage(language), translated=item.id != "hill") for item in held.interviews
    )
    (sitemap,) = (page for page in pages(replace(held, interviews=interviews)) if page.path == "sitemap.xml")
    entries = dict(shown(sitemap)["entries"])
    assert {address: found for address, found in entries.items() if "hill" in address} == {
        f"{URL}{edition}/hill.html": []
    }
    assert len(entries[f"{URL}en/sea.html"]) == 3
    assert list(entries)[-1] == f"{URL}{edition}/hill.html"


def test_in_persian_alone_each_page_is_there_once() -> None:
    held = sample_site.archive(sample_site.interview(), sample_site.interview("hill"), url=URL)
    listing = held.configured(languages=(Language.FA,)).listing
    (sitemap,) = (page for page in pages(listing) if page.path == "sitemap.xml")
    entries = list(shown(sitemap)["entries"])
    addresses = [address for address, _ in entries]
    assert {f"{URL}fa/", f"{URL}fa/topics/trade.html", f"{URL}fa/sea.html", f"{URL}fa/hill.html"} <= set(addresses)
    assert len(set(addresses)) == len(addresses)
    assert all(address.startswith(f"{URL}fa/") and not editions for address, editions in entries)


def test_who_is_not_public_and_what_no_search_engine_should_read_is_not_there() -> None:
    addresses = [address for address, _ in shown(made(URL)["sitemap.xml"])["entries"]]
    assert not [
        address for address in addresses if "someone" in address or "/both/" in address or "/search/" in address
    ]
