"""In a real browser: addresses of interviews that are gone, the list of edits, and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import sites
from tests.browsing import MARKS, PHONE, opened, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

RIVER = "content/interviews/river.md"
ANSWER = "آب آن زلال بود و میشد از آن نوشید."
EDITED = "آب آن تیره بود و میشد از آن نوشید. " + "و باز هم از آن گفت. " * 30
RECEIVED = f"این گفت‌وگو کنار رودخانه انجام شده است.\n\nپرسشگر: از رودخانه چه به یاد دارید؟\nمریم احمدی: {ANSWER}\n"
REDIRECTS = '[renamed]\nbrook = "river"\n[withdrawn.sea]\nfa = "به خواست راوی."\nen = "At the narrator’s request."\n'


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an archive with an edited interview, one with a gap, one that was renamed and one that was withdrawn."""
    root = sites.make(tmp_path_factory.mktemp("record") / "archive")
    text = (root / RIVER).read_text(encoding="utf-8")
    edited = text.replace(ANSWER, EDITED).replace("---\nاین", "source: {file: river.txt}\n---\nاین")
    files = {
        RIVER: edited,
        "content/interviews/gap.md": text.replace(ANSWER, "[withheld: به خواست راوی و خانوادهٔ او] و آب."),
        "content/received/river.txt": RECEIVED,
        "content/redirects.toml": REDIRECTS,
    }
    (root / "content/received").mkdir()
    for path, content in files.items():
        (root / path).write_text(content, encoding="utf-8")
    assert sites.build(root).result is not None
    with served(root / "output") as found:
        yield found


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_an_old_address_leads_to_the_same_turn_under_the_new_one(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/brook.html#t2") as page:
        page.wait_for_url(f"{address}{view}/river.html#t2")
        assert page.locator("h3#t2").count() == 1


def test_an_old_address_leads_on_without_a_script(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/brook.html#t2", java_script_enabled=False) as page:
        page.wait_for_url(f"{address}fa/river.html*")


@pytest.mark.parametrize("path", ["fa/edits/river.html", "en/edits/river.html", "fa/sea.html", "en/gap.html"])
def test_nothing_is_wider_than_a_phone(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, **PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_list_of_edits_leads_to_the_turn_and_is_within_reach(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/river.html", **PHONE) as page:
        page.get_by_text("See every change.").click()
        page.wait_for_url(f"{address}en/edits/river.html")
        link = page.locator(".edits a").first
        box = link.bounding_box()
        assert box is not None
        assert min(box["height"], box["width"]) >= 44
        assert page.locator(".edits del").first.inner_text() == "زلال"
        link.click()
        page.wait_for_url(f"{address}en/river.html#t2")


def test_a_gap_is_to_be_seen_in_print_too(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/gap.html") as page:
        page.emulate_media(media="print")
        gap = page.locator(".speech .gap")
        assert gap.inner_text() == "[منتشرنشده: به خواست راوی و خانوادهٔ او]"
        assert gap.is_visible()
