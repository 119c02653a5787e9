"""The box that leads to the search, on every page, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import sample_site as sample
from tests.browsing import MARKS, PHONE, opened, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

KINDS = (
    "index.html",
    "sea.html",
    "people/index.html",
    "topics/trade.html",
    "places/coast.html",
    "interviews/index.html",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(sample.archive(), tmp_path_factory.mktemp("box") / "archive")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("script", [True, False])
def test_the_box_of_a_page_leads_to_the_search(browser: Browser, address: str, language: str, script: bool) -> None:
    with opened(browser, f"{address}{language}/sea.html", java_script_enabled=script) as page:
        page.fill(".seek input", "دریا & sea")
        page.press(".seek input", "Enter")
        page.wait_for_url("**/search/index.html?*")
        parts = urlsplit(page.url)
        assert parts.path.endswith(f"/{language}/search/index.html")
        assert parse_qs(parts.query) == {"q": ["دریا & sea"]}


def test_what_is_asked_in_the_box_is_answered(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/index.html", **PHONE) as page:
        page.fill(".seek input", "تجارت")
        page.click(".seek button")
        page.wait_for_selector(".found mark")
        assert page.input_value("#q") == "تجارت"


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_has_one_box_that_fits_its_width(browser: Browser, address: str, kind: str) -> None:
    with opened(browser, f"{address}fa/{kind}", **PHONE) as page:
        assert page.locator("[role=search]").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        box = page.locator(".seek input").bounding_box()
        assert box is not None
        assert box["height"] >= 44


def test_the_box_leads_there_from_a_folder_too(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "en/people/index.html").as_uri()) as page:
        page.fill(".seek input", "trade")
        page.press(".seek input", "Enter")
        page.wait_for_selector(".found mark")
        assert page.url.endswith("/en/search/index.html?q=trade")
