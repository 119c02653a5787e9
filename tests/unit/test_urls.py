from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import urls
from goftogu.content import identifiers

_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)
_PATHS = st.sampled_from(
    ["index.html", "fa/index.html", "en/دریا.html", "both/a b.html", "fa/topics/x.html", "data/a#b.json"]
)


@pytest.mark.parametrize(
    ("source", "target", "fragment", "expected"),
    [
        ("fa/sea.html", "en/sea.html", "", "../en/sea.html"),
        ("fa/sea.html", "fa/index.html", "", "index.html"),
        ("fa/topics/x.html", "fa/sea.html", "t7", "../sea.html#t7"),
        ("index.html", "static/site.css", "", "static/site.css"),
        ("fa/sea.html", "fa/sea.html", "t7", "#t7"),
        ("fa/sea.html", "fa/sea.html", "", "sea.html"),
        ("fa/a.html", "fa/دریا.html", "", "%D8%AF%D8%B1%DB%8C%D8%A7.html"),
    ],
)
def test_links_are_relative(source: str, target: str, fragment: str, expected: str) -> None:
    assert urls.href(source, target, fragment) == expected


@given(_PATHS, _PATHS)
def test_a_relative_link_leads_to_its_target(source: str, target: str) -> None:
    base = "https://example.org/archive/"
    assert unquote(urljoin(base + source.replace("#", "%23"), urls.href(source, target))) == base + target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("fa/index.html", "https://example.org/archive/fa/"),
        ("index.html", "https://example.org/archive/"),
        ("fa/my-index.html", "https://example.org/archive/fa/my-index.html"),
        ("fa/دریا.html", "https://example.org/archive/fa/%D8%AF%D8%B1%DB%8C%D8%A7.html"),
    ],
)
@pytest.mark.parametrize("base", ["https://example.org/archive", "https://example.org/archive/"])
def test_full_addresses(base: str, target: str, expected: str) -> None:
    assert urls.absolute(base, target) == expected


def test_a_full_address_may_have_a_fragment() -> None:
    assert urls.absolute("https://example.org", "fa/sea.html", "t7") == "https://example.org/fa/sea.html#t7"


@given(_NAMES)
def test_an_accepted_id_stays_in_its_folder(name: str) -> None:
    if identifiers.fault_of_id(name):
        return
    address = urls.href("fa/here.html", urls.interview("fa", name))
    assert urljoin("https://example.org/fa/here.html", address).startswith("https://example.org/fa/")
    assert unquote(address) == f"{name}.html"


def test_paths_of_all_kinds_of_pages() -> None:
    assert urls.home("fa") == "fa/index.html"
    assert urls.interview(urls.BOTH, "sea") == "both/sea.html"
    assert urls.interviews("en") == "en/interviews/index.html"
    assert urls.topics("fa") == "fa/topics/index.html"
    assert urls.topic("en", "sea") == "en/topics/sea.html"
    assert urls.people("en") == "en/people/index.html"
    assert urls.free("en", "about") == "en/about.html"
    assert urls.data("sea", "received.txt") == "data/sea.received.txt"
