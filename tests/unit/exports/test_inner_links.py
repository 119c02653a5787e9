"""Where links of a text lead in a document that is read apart from the site."""

from __future__ import annotations

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.exports.inner_links import leading
from goftogu.exports.single import single
from goftogu.exports.tei import tei
from goftogu.model import Language
from tests.materials import material

ADDRESS = "https://example.org/archive/"


@pytest.mark.parametrize("url", [ADDRESS, ""])
@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#t1", "#t1"),
        ("#t9", ""),
        ("#old", "#t2"),
        ("river.html#t4", "#t4"),
        ("../en/river.html#t5", "#t5"),
        ("../both/river.html#t9", ""),
        ("https://example.com/a b?q=آب", "https://example.com/a%20b?q=%D8%A2%D8%A8"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("HTTP://example.com/", "HTTP://example.com/"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_turn_is_within_the_document_and_an_address_outside(url: str, target: str, expected: str) -> None:
    lead = leading(material(config=SiteConfig(url=url), redirects={"old": "t2"}), Language.FA)
    found = lead(target)
    assert found == (expected or ("" if target else found))


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("well.html", "fa/well.html"),
        ("well.html#t3", "fa/well.html#t3"),
        ("../en/people/rad.html", "en/people/rad.html"),
        ("people/راد.html", "fa/people/%D8%B1%D8%A7%D8%AF.html"),
        ("../data/river.json?a=b", "data/river.json?a=b"),
    ],
)
def test_another_page_is_that_of_the_site_or_nowhere(target: str, path: str) -> None:
    assert leading(material(config=SiteConfig(url=ADDRESS)), Language.FA)(target) == f"{ADDRESS}{path}"
    assert leading(material(config=SiteConfig()), Language.FA)(target) == ""


def test_an_id_of_persian_letters_is_found_by_its_escaped_address() -> None:
    held = material(id="رود", config=SiteConfig(url=ADDRESS))
    assert leading(held, Language.EN)("رود.html#t1") == "#t1"
    assert leading(held, Language.EN)("%D8%B1%D9%88%D8%AF.html#t1") == "#t1"


def test_the_english_of_a_document_with_both_has_ids_of_its_own() -> None:
    document = tei(material()).decode()
    assert '<ref target="#t1">بند</ref>' in document
    assert '<ref target="#t1.en">turn</ref>' in document
    assert 'xml:id="t1.en"' in document


def test_the_single_file_leads_to_its_own_turns() -> None:
    page = single(material()).decode()
    assert '<a href="#t1">بند</a>' in page
    assert '<a href="#t1">turn</a>' in page
    assert '<section id="t1"' in page
