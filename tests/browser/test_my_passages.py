"""The list of chosen passages in a real browser: what is in it, and that nothing a reader chose is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rispy  # type: ignore[import-untyped]  # no types for it

from tests.browsing import MARKS, opened, served, until, write
from tests.quoting import MARK, NO_STORAGE, archive, choose, copied, passages, press, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = MARKS

LIST = "en/passages/index.html"
MANY = "count => document.querySelectorAll('.passages > li').length === count"
STORED = """Object.entries(localStorage).filter(([name]) => !name.endsWith(" style"))
    .flatMap(([, items]) => JSON.parse(items)).map(({ at }) => at)"""
DEAF = "addEventListener('storage', event => event.stopImmediatePropagation(), true);"
"""A window that is not told what others keep."""

WRITES = """window.writes = 0;
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (...given) { window.writes += 1; return write.apply(this, given); };"""
"""Counts what a page keeps."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(archive(), tmp_path_factory.mktemp("site") / "archive")


def beside(page: Page, address: str, *places: str) -> None:
    """Choose passages in another window of the same browser."""
    other = page.context.new_page()
    choose(other, address, *places)
    other.close()


def test_chosen_passages_of_both_languages_are_collected(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/passages/index.html") as page:
        assert page.locator("[data-none]").is_visible()
        choose(page, address, "en/sea.html#t2.2", "fa/sea.html#t4")
        page.locator("a.chosen:visible", has_text="برگزیده‌های من (۲)").click()
        page.wait_for_url("**/fa/passages/index.html#en/sea/t2.2:fa/sea/t4")
        assert passages(page) == ["It will grow faster.", "نگهداری از دریا با ماست."]
        assert page.locator("[role=status]").inner_text() == "۲ بخش"
        assert not page.locator("[data-given]").is_visible()
        choose(page, address, "fa/sea.html#t4")
        page.goto(f"{address}en/passages/index.html")
        assert len(passages(page)) == 2, "a passage is there once"
        everything = copied(page, "Copy all")
        assert everything.count("— ") == 2
        page.locator(".buttons select").select_option("apa")
        assert page.locator(".passages .citation").first.inner_text().startswith("Azad Sarv. (2025, December 13).")
        press(page, "Remove", ".passages li:first-child")
        page.wait_for_url("**/en/passages/index.html#fa/sea/t4")
        press(page, "Remove all")
        page.locator("[data-none]").wait_for()
        assert page.url == f"{address}en/passages/index.html"


def test_the_list_is_read_by_reference_managers(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2", "fa/sea.html#t4")
        page.goto(f"{address}en/passages/index.html")
        assert len(passages(page)) == 2
        with page.expect_download() as download:
            press(page, "RIS")
        english, persian = rispy.loads(download.value.path().read_text(encoding="utf-8"))
    assert (english["title"], english["language"]) == ("The President and the Sea", "en")
    assert english["notes"][0] == "It grows. It will grow faster. (Azad Sarv)"
    assert english["urls"] == [f"{address}en/sea.html#t2"]
    assert (persian["language"], persian["notes"][0]) == ("fa", "نگهداری از دریا با ماست. (آقای سرو)")
    assert persian["secondary_title"] == "بایگانی"


def test_a_list_from_an_address_shows_what_the_archive_says(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/passages/index.html#en/sea/t2.1:fa/sea/t3") as page:
        page.locator(".passages blockquote").nth(1).wait_for()
        assert passages(page) == ["It grows.", "و دریا؟"]
        assert page.locator("[data-given]").is_visible()
        assert page.evaluate("Object.values(localStorage).filter(value => value.includes('at')).length") == 0
        press(page, "Add them to my passages")
        page.locator("[data-given]").wait_for(state="hidden")
        page.goto(f"{address}fa/passages/index.html")
        assert len(passages(page)) == 2


@pytest.mark.parametrize(
    "fragment",
    ["en/sea/t99", "en/gone/t1", "en/sea/t2.9"],
)
def test_what_is_no_longer_there_says_so(browser: Browser, address: str, fragment: str) -> None:
    with opened(browser, f"{address}en/passages/index.html#{fragment}") as page:
        page.get_by_text("The archive no longer has this passage at this address.").wait_for()
        assert (
            page.locator(".passages a").get_attribute("href")
            == f"../../{fragment.rpartition('/')[0]}.html#{fragment.rpartition('/')[2]}"
        )


@pytest.mark.parametrize(
    "fragment", ["%E0%A4%A/x/t1", "javascript:alert(1)", "en/../../evil/t1", "xx/sea/t1", "en/sea/<b>", "en//t1"]
)
def test_an_address_that_is_no_list_shows_nothing(browser: Browser, address: str, fragment: str) -> None:
    with window(browser, f"{address}en/passages/index.html#{fragment}") as page:
        page.locator("[data-none]").wait_for()
        assert page.locator(".passages li").count() == 0


def test_a_text_that_the_archive_has_changed_is_told(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2")
        page.evaluate(
            """() => { for (const name of Object.keys(localStorage)) {
                localStorage[name] = localStorage[name].replace("It grows.", "It shrinks."); } }"""
        )
        page.goto(f"{address}en/passages/index.html")
        page.get_by_text("The archive has changed this passage since you chose it.").wait_for()
        assert passages(page) == ["It grows.\n\nIt will grow faster."]


def test_marked_words_stay_marked_words(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        page.evaluate(MARK, ["#t2\\.2", 3, 19])
        page.locator(".marked").wait_for()
        press(page, "Add to my passages", ".marked")
        page.goto(f"{address}en/passages/index.html")
        page.locator(".passages .citation").wait_for()
        assert passages(page) == ["will grow faster"]


def test_the_list_works_where_the_browser_keeps_nothing(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html", NO_STORAGE) as page:
        choose(page, address, "en/sea.html#t2.2", "fa/sea.html#t4")
        page.locator("a.chosen:visible", has_text="(۲)").click()
        page.wait_for_url("**/fa/passages/index.html#en/sea/t2.2:fa/sea/t4")
        assert passages(page) == ["It will grow faster.", "نگهداری از دریا با ماست."]
        assert not page.locator("[data-given]").is_visible()


def test_the_list_works_from_a_folder(browser: Browser, folder: Path) -> None:
    root = f"{folder.as_uri()}/"
    with window(browser, f"{root}en/sea.html") as page:
        choose(page, root, "en/sea.html#t2.2")
        page.goto(f"{root}en/passages/index.html")
        assert passages(page) == ["It will grow faster."]
        assert "file:" not in page.locator(".passages .citation").inner_text()
        page.goto("about:blank")
        page.goto(f"{root}en/passages/index.html#fa/sea/t4")
        page.get_by_text("The text is on the page of the interview.").wait_for()
        page.locator(".passages a").click()
        page.wait_for_url("**/fa/sea.html#t4")


def test_two_archives_of_one_server_have_lists_of_their_own(browser: Browser, folder: Path, tmp_path: Path) -> None:
    write(archive(), tmp_path / "one")
    write(archive(), tmp_path / "two")
    with served(tmp_path / "one") as address, window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2")
        page.goto(f"{address.removesuffix('one/')}two/en/passages/index.html")
        page.locator("[data-none]").wait_for()


def test_a_list_is_drawn_again_when_another_window_adds(browser: Browser, address: str) -> None:
    with window(browser, f"{address}{LIST}") as page:
        page.locator("[data-none]").wait_for()
        beside(page, address, "en/sea.html#t2.1")
        until(page, MANY, 1)
        beside(page, address, "fa/sea.html#t4")
        until(page, MANY, 2)
        assert page.locator("[role=status]").inner_text() == "2 passages"
        assert page.url.endswith(f"{LIST}#en/sea/t2.1:fa/sea/t4")
        assert not page.locator("[data-given]").is_visible()


@pytest.mark.parametrize(
    ("name", "within", "left"),
    [("Remove", ".passages li:first-child", ["fa/sea/t4"]), ("Remove all", "main", ["fa/sea/t4"])],
)
def test_what_is_removed_is_what_was_shown(
    browser: Browser, address: str, name: str, within: str, left: list[str]
) -> None:
    with window(browser, f"{address}en/sea.html", DEAF) as page:
        choose(page, address, "en/sea.html#t2.1")
        page.goto(f"{address}{LIST}")
        assert passages(page) == ["It grows."]
        beside(page, address, "fa/sea.html#t4")
        press(page, name, within)
        until(page, MANY, 1)
        assert page.evaluate(STORED) == left
        assert passages(page) == ["نگهداری از دریا با ماست."]


def test_the_way_back_leads_to_the_readers_own_list(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}")
        page.locator(".passages .who a").click()
        page.wait_for_url("**/en/sea.html#t2.2")
        page.goto(f"{address}en/sea.html#t4")
        press(page, "Add to my passages", ".turn:has(#t4)")
        page.go_back()
        page.go_back()
        page.wait_for_url("**/passages/index.html**")
        until(page, MANY, 2)
        assert not page.locator("[data-given]").is_visible()
        assert page.url.endswith("#en/sea/t2.2:en/sea/t4")


def test_a_page_that_the_browser_has_kept_whole_is_drawn_again(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html", DEAF) as page:
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}")
        assert len(passages(page)) == 1
        beside(page, address, "en/sea.html#t4")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
        assert len(passages(page)) == 1, "a page that has just been drawn is not drawn again"
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        until(page, MANY, 2)


def test_what_is_removed_while_texts_are_read_stays_away(browser: Browser, address: str) -> None:
    held: list[Route] = []
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2", "en/sea.html#t4")
        page.evaluate(
            "for (const name in { ...localStorage }) localStorage[name] = localStorage[name].replace('ours', 'mine')"
        )
        page.route("**/en/sea.html", lambda route: held.append(route))  # noqa: PLW0108  # Playwright marks what it is given
        page.goto(f"{address}{LIST}")
        assert passages(page) == ["It will grow faster.", "The sea is mine to keep."]
        press(page, "Remove", ".passages li:first-child")
        beside(page, address, "fa/sea.html#t4")
        until(page, MANY, 2)
        for route in held:
            route.continue_()
        page.get_by_text("The archive has changed this passage since you chose it.").wait_for()
        assert passages(page) == ["The sea is ours to keep.", "نگهداری از دریا با ماست."]
        assert page.evaluate(STORED) == ["en/sea/t4", "fa/sea/t4"]


def test_a_list_that_is_taken_over_joins_what_is_there(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        page.evaluate(MARK, ["#t2\\.2", 3, 19])
        page.locator(".marked").wait_for()
        press(page, "Add to my passages", ".marked")
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}#fa/sea/t3:en/sea/t2.2:fa/sea/t3")
        page.locator("[data-given]").wait_for()
        page.locator(".passages blockquote").first.wait_for()
        press(page, "Add them to my passages")
        until(page, MANY, 3)
        assert passages(page) == ["will grow faster", "It will grow faster.", "و دریا؟"]
        assert page.evaluate(STORED) == ["en/sea/t2.2", "en/sea/t2.2", "fa/sea/t3"]


def test_the_list_of_an_address_changes_nothing_of_the_readers_own(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}#fa/sea/t3:fa/sea/t4")
        page.locator(".passages blockquote").nth(1).wait_for()
        press(page, "Remove", ".passages li:first-child")
        until(page, MANY, 1)
        beside(page, address, "en/sea.html#t4")
        assert page.url.endswith("#fa/sea/t4")
        assert passages(page) == ["نگهداری از دریا با ماست."]
        assert page.locator("[data-given]").is_visible()
        assert page.evaluate(STORED) == ["en/sea/t2.2", "en/sea/t4"]
        page.reload()
        page.locator(".passages blockquote").wait_for()
        assert page.locator("[data-given]").is_visible(), "the address still says whose it is"


def test_the_way_past_the_menu_keeps_the_list_of_an_address(browser: Browser, address: str) -> None:
    with window(browser, f"{address}{LIST}#fa/sea/t4") as page:
        page.locator(".passages blockquote").wait_for()
        page.evaluate("window.same = true")
        page.locator(".skip").press("Enter")
        page.wait_for_url("**/index.html#fa/sea/t4")
        assert passages(page) == ["نگهداری از دریا با ماست."]
        assert page.evaluate("window.same")


def test_another_list_in_the_address_is_shown(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}")
        assert len(passages(page)) == 1
        page.evaluate("location.hash = '#fa/sea/t3:fa/sea/t4'")
        page.locator("[data-given]:visible").wait_for()
        assert len(passages(page)) == 2
        page.go_back()
        page.locator(".passages > li:only-child").wait_for()
        assert not page.locator("[data-given]").is_visible()


def test_what_only_looks_again_writes_nothing(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html", WRITES) as page:
        choose(page, address, "en/sea.html#t2.2")
        page.goto(f"{address}{LIST}")
        until(page, "window.writes === 1")
        page.evaluate("dispatchEvent(new Event('storage'))")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        assert page.evaluate("window.writes") == 1
        press(page, "Remove", ".passages li:first-child")
        assert page.evaluate("window.writes") == 2


def test_a_citation_says_its_language(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2", "fa/sea.html#t4")
        page.goto(f"{address}{LIST}")
        assert len(passages(page)) == 2
        for style, tongues in {
            "note": ["en ltr", "fa rtl"],
            "persian": ["fa rtl", "fa rtl"],
            "mla": ["en ltr", "en ltr"],
        }.items():
            page.locator(".buttons select").select_option(style)
            cited = page.locator(".passages .citation")
            assert cited.evaluate_all("all => all.map(({ lang, dir }) => `${lang} ${dir}`)") == tongues


def test_the_way_to_the_list_knows_what_other_windows_do(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2.2")
        link = page.locator("a.chosen:visible")
        beside(page, address, "fa/sea.html#t4")
        link.filter(has_text="(2)").click()
        page.wait_for_url("**/passages/index.html#en/sea/t2.2:fa/sea/t4")
        assert not page.locator("[data-given]").is_visible()
