"""The page for missing addresses as a server shows it: at any depth, without the address of the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import sample_site as sample
from tests.browsing import MARKS, PHONE, Quiet, opened, served, until, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

DEPTHS = ("gone.html", "en/gone.html", "fa/topics/gone/2.html")
GROUND = "getComputedStyle(document.documentElement).backgroundColor"


class Host(Quiet):
    """Shows the page of the site in the place of each one that is missing, as hosts of pages do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page of the site."""
        page = (Path(self.directory) / "archive/404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(sample.archive(), tmp_path_factory.mktemp("missing") / "archive")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder, Host) as found:
        yield found


@pytest.mark.parametrize("missing", DEPTHS)
def test_it_finds_its_style_its_links_and_the_search(browser: Browser, address: str, missing: str) -> None:
    with opened(browser, address + missing) as page:
        until(page, f"{GROUND} === 'rgb(251, 250, 247)'")
        links = page.locator("main a").evaluate_all("items => items.map(item => item.href)")
        assert [link.removeprefix(address) for link in links] == [
            f"{language}/{path}index.html" for language in ("fa", "en") for path in ("", "interviews/", "a-z/")
        ]
        page.fill("[lang=en] .seek input", "trade")
        page.press("[lang=en] .seek input", "Enter")
        page.wait_for_selector(".found mark")
        assert page.url == f"{address}en/search/index.html?q=trade"


@pytest.mark.parametrize("missing", DEPTHS)
def test_it_can_be_read_without_script_and_style(browser: Browser, address: str, missing: str) -> None:
    with opened(browser, address + missing, java_script_enabled=False, **PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        boxes = page.locator("section").evaluate_all("items => items.map(item => item.getBoundingClientRect().x)")
        assert all(x >= 16 for x in boxes)
        assert page.locator("h1").is_visible()
