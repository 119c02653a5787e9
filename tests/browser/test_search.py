"""The search as a reader uses it: every spelling of a word finds what it should, on the turn where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from goftogu.model import Interview
from goftogu.persian.folding import fold, fold_split
from tests import sample_site as sample
from tests.browsing import MARKS, PHONE, opened, served, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS

TEXTS = {
    "i01": "ما می‌توانیم با هم گفت‌وگو کنیم.",
    "i02": "کتاب‌های کتابخانه را خواندیم و نمی‌دانستیم کدام بهتر است.",
    "i03": "رئیس‌جمهور و مسئول اقتصادی آمدند.",
    "i04": "خانه‌ی پدری ما در سال ۱۴۰۴ فروخته شد.",
    "i05": "قرآن و آداب مؤثر نیایش.",
    "i06": "مسئلهٔ آب و هوای دریای خزر.",
    "i07": "بزرگ‌ترین نیروگاه‌های برق کشور.",
    "i08": "رفت و آمد مسافران با روادید آسان.",
    "i09": "جست‌وجوی گمشدگان زلزلهٔ بم.",
    "i10": "نوروز ۱۳۵۷ در تبریز و شهرهای دیگر.",
    "i11": "هواپیماها و کشتی‌ها به بندر رسیدند.",
    "i12": "آیت‌الله طالقانی سخنرانی کرد.",
    "i13": "بین‌المللی شدن دانشگاه‌ها و پژوهشگران.",
    "i14": "زنان روستا قالی می‌بافتند.",
    "i15": "موسسات مالی و بانک ها ورشکست شدند.",
    "i16": "داود و اسماعیل از نوشهر آمدند؛ املای درست را نمیدانیم.",
}

QUERIES = [
    ("می‌توانیم", "i01"), ("میتوانیم", "i01"), ("می توانیم", "i01"), ("ميتوانيم", "i01"), ("توانیم", "i01"),
    ("گفت‌وگو", "i01"), ("گفتگو", "i01"), ("گفتوگو", "i01"), ("گفت و گو", "i01"), ("گفت‌وگوها", "i01"),
    ("کتاب‌ها", "i02"), ("کتابها", "i02"), ("کتاب ها", "i02"), ("کتابهای", "i02"), ("كتاب", "i02"),
    ("کتاب‌هایشان", "i02"),
    ("نمی‌دانستیم", "i02"), ("نمیدانستیم", "i02"), ("نمی دانستیم", "i02"), ("کتابخانه‌ها", "i02"),
    ("رئیس‌جمهور", "i03"), ("رئیس جمهور", "i03"), ("رییس جمهور", "i03"), ("رئیسجمهور", "i03"), ("رييس‌جمهور", "i03"),
    ("مسئول", "i03"), ("مسؤول", "i03"), ("مسئولان اقتصادی", ""),
    ("خانه", "i04"), ("خانهٔ پدری", "i04"), ("خانۀ پدری", "i04"), ("خانه ی پدری", "i04"), ("خانه‌ها", "i04"),
    ("۱۴۰۴", "i04"), ("1404", "i04"), ("١٤٠٤", "i04"),
    ("قرآن", "i05"), ("قران", "i05"), ("مؤثر", "i05"), ("موثر", "i05"), ("مُؤثّر", "i05"),
    ("مسئله", "i06"), ("مسأله", "i06"), ("مساله", "i06"), ("آب‌وهوا", "i06"), ("آب و هوا", "i06"), ("دریا", "i06"),
    ("بزرگترین", "i07"), ("بزرگ ترین", "i07"), ("بزرگ", "i07"), ("نیروگاه", "i07"), ("نیروگاهها", "i07"),
    ("رفت‌وآمد", "i08"), ("رفتوآمد", "i08"), ("رفت و آمدها", "i08"), ("روادید", "i08"), ("روادیدها", "i08"),
    ("جستجو", "i09"), ("جست و جو", "i09"), ("جست‌وجو", "i09"), ("زلزله", "i09"), ("زلزلة", "i09"),
    ("نوروز 1357", "i10"), ("شهر تبریز", "i10"), ("شهرها", "i10"),
    ("هواپیما", "i11"), ("هواپیماهای", "i11"), ("کشتیها", "i11"), ("كشتي", "i11"), ("بنـدر", "i11"),
    ("آیت‌الله", "i12"), ("آیت الله", "i12"), ("آیتالله", "i12"), ("سخنرانی‌ها", "i12"),
    ("بین‌المللی", "i13"), ("بین المللی", "i13"), ("بینالمللی", "i13"), ("دانشگاههای", "i13"),
    ("زنان", "i14"), ("قالي", "i14"), ("می بافتند", "i14"),
    ("مؤسسات", "i15"), ("بانک‌ها", "i15"), ("بانکها", "i15"), ("بانک", "i15"),
    ("داوود", "i16"), ("اسمعیل", ""), ("املا", "i16"), ("املاء", "i16"), ("نمی‌دانیم", "i16"), ("نوشهر", "i16"),
]  # fmt: skip
"""What somebody types, and the interview that has it; nothing when no interview has it in this form."""

FOLDED = [
    *TEXTS.values(),
    *(query for query, _ in QUERIES),
    "Muṣaddiq’s Café Ørsted",
    "هنرِ ایرانی",
    "خانه ی ما",
    "ئئوو آآ",
]


DONE = "[data-search][aria-busy=false]"


def interview(name: str, text: str) -> Interview:
    """The interview of the samples with other words; what is looked for is in its second turn."""
    held = sample.interview(name, "")
    said = {"t1": "چه گذشت؟", "t2": text, "t3": "دیگر چه؟", "t4": "همین."}
    turns = (replace(turn, paragraphs=(sample.paragraph(f"{turn.id}.1", said[turn.id]),)) for turn in held.turns)
    return replace(held, title=sample.paragraph("title", f"گفتار {name}"), lede=None, note=None, turns=tuple(turns))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    archive = sample.archive(*(interview(name, text) for name, text in TEXTS.items()), translations={})
    return write(archive, tmp_path_factory.mktemp("found") / "archive")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


def ask(page: Page, query: str) -> list[str]:
    """Search, and return where the hits lead."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector(DONE)
    links: list[str] = page.locator(".hits a").evaluate_all("items => items.map(item => item.getAttribute('href'))")
    return links


def test_the_table_is_large_enough() -> None:
    assert len(QUERIES) >= 60
    assert len(TEXTS) >= 15


def test_every_spelling_finds_its_turn(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        found = {query: ask(page, query) for query, _ in QUERIES}
    lost = [(query, name, found[query]) for query, name in QUERIES if name and f"../{name}.html#t2" not in found[query]]
    assert lost == []
    assert [query for query, name in QUERIES if not name and found[query]] == []


def test_the_script_folds_as_the_program_does(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=x") as page:
        page.wait_for_selector(DONE)
        script = """async texts => {
            const tables = await new Promise(done => {
                globalThis.goftogu = (_, value) => done(value);
                document.head.append(Object.assign(document.createElement("script"), { src: "index.js?again" }));
            });
            const fold = folding(tables);
            return texts.map(text => [fold(text), fold(text, " ")]);
        }"""
        assert page.evaluate(script, FOLDED) == [[fold(text), fold_split(text)] for text in FOLDED]


def test_a_hit_shows_the_text_as_it_is_read(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=ميتوانيم", **PHONE) as page:
        page.wait_for_selector(".hits mark")
        assert page.locator(".hits mark").all_inner_texts() == ["می‌توانیم"]
        assert "ما می‌توانیم با هم گفت‌وگو کنیم." in page.locator(".hits").inner_text()
        assert "نوبت ۲" in page.locator(".hits .where").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_results_come_six_at_a_time(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=گفتار") as page:
        page.wait_for_selector(".found > li")
        assert page.locator(".found > li").count() == 6
        page.locator("button[type=button]").click()
        page.wait_for_selector(".found > li:nth-child(12)")
        assert page.evaluate("document.activeElement.closest('.found') !== null")
        page.locator("button[type=button]").click()
        page.wait_for_selector(".found > li:nth-child(16)")
        assert not page.locator("button[type=button]").is_visible()


def test_the_search_works_from_a_folder(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "fa/search/index.html").as_uri()) as page:
        assert ask(page, "کتاب ها") == ["../i02.html#t2"]


def test_the_way_back_leads_to_the_last_search(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        ask(page, "زنان")
        ask(page, "بندر")
        page.go_back()
        page.wait_for_selector("a[href*=i14]")
        assert page.input_value("#q") == "زنان"


def test_what_is_searched_for_is_never_run(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=<img src=x onerror=alert(1)>") as page:
        page.wait_for_selector(DONE)
        assert page.locator("img").count() == 0


def test_without_script_the_topics_are_offered(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html", java_script_enabled=False) as page:
        assert not page.locator("form").is_visible()
        assert page.locator("a.more").count() == 2
        assert page.locator("a.more").first.is_visible()


def test_english_is_searched_with_its_plurals(browser: Browser, tmp_path: Path) -> None:
    folder = write(sample.archive(), tmp_path / "site")
    with opened(browser, (folder / "en/search/index.html").as_uri()) as page:
        assert "../sea.html#t1" in ask(page, "TRADES")
        assert "../sea.html#t4" in ask(page, "seas keep")
        assert ask(page, "mountain") == []
        assert page.locator("[role=status]").inner_text() == "Nothing was found. The index and the topics may help."
