"""The search as a reader uses it: every spelling of a word finds what it should, on the turn where it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from goftogu.model import Interview
from goftogu.persian import inflection
from goftogu.persian.folding import fold, fold_split
from goftogu.search import stemming
from tests import sample_site as sample
from tests.browsing import MARKS, PHONE, opened, until, write

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
    "i17": "معلمان و پزشکان ده بار سلام گفتند و رفتند.",
    "i18": "این مسائل پیچیده و آن مطالعات تازه را می‌نویسیم.",
    "i19": "مهندس جوان به کارگران دستور می‌داد.",
    "i20": "پدرم نویسندگان بزرگ را می‌شناخت؛ خودش هم شاعر بود.",
    "i21": "Our neighbors studied environmental policies and went home.",
    "i22": "ایران صنعت خودرو دارد؛ خودروسازان قوی‌اند.",
}

QUERIES = {
    "i01": "می‌توانیم میتوانیم می|توانیم ميتوانيم توانیم توانستن نمی‌تواند "
    "گفت‌وگو گفتگو گفتوگو گفت|و|گو گفت‌وگوها گفتگوهای کردن"
    " «ما|می‌توانیم» «ما|می|توانیم» «هم|گفت‌وگو|کنیم» «با|هم|گفت|و|گو|کنیم»",
    "i02": "کتاب‌ها کتابها کتاب|ها کتابهای كتاب کتاب‌هایشان کتابم کتابی کتب "
    "نمی‌دانستیم نمیدانستیم نمی|دانستیم دانستن می‌داند کتابخانه کتابخانه‌ها خواندن بخوانید بهترین"
    " «کتاب‌های|کتابخانه» «كتابهاي|کتابخانه» «کتاب|های|کتابخانه|را» «خواندیم|و|نمی|دانستیم|کدام|بهتر» «را|خواندیم»",
    "i03": "رئیس‌جمهور رئیس|جمهور رییس|جمهور رئیسجمهور رييس‌جمهور مسئول مسؤول مسئولان مسئولین مسئولان|اقتصادی آمدن"
    " «رئیس‌جمهور|و» «رییس‌جمهور|و|مسؤول|اقتصادی|آمدند»",
    "i04": "خانه خانهٔ|پدری خانۀ|پدری خانه|ی|پدری خانه‌ها خانه‌ام خانه‌ای ۱۴۰۴ 1404 ١٤٠٤ سالها"
    " «خانهٔ|پدری|ما» «خانه|ی|پدری» «سال|1404|فروخته» «در|سال|۱۴۰۴»",
    "i05": "قرآن قران مؤثر موثر مُؤثّر نیایش‌ها «قران|و|آداب» «و|آداب|مُؤثّر»",
    "i06": "مسئله مسأله مساله مسائل آب‌وهوا آب|و|هوا دریا دریاها",
    "i07": "بزرگترین بزرگ|ترین بزرگ بزرگ‌تر نیروگاه نیروگاهها کشورها",
    "i08": "رفت‌وآمد رفتوآمد رفت|و|آمدها روادید روادیدها مسافر آسان‌تر «رفت‌وآمد|مسافران» «رفت|و|آمد|مسافران|با»",
    "i09": "جستجو جست|و|جو جست‌وجو زلزله زلزلة",
    "i10": "نوروز|1357 شهر|تبریز شهرها شهرهایی",
    "i11": "هواپیما هواپیماهای کشتیها كشتي بنـدر بنادر رسیدن می‌رسند",
    "i12": "آیت‌الله آیت|الله آیتالله سخنرانی‌ها «آیت‌الله|طالقانی»",
    "i13": "بین‌المللی بین|المللی بینالمللی دانشگاههای پژوهشگر پژوهشگرها",
    "i14": "زنان زن زن‌ها قالي می|بافتند بافتن روستاها «قالی|می|بافتند» «قالی|می‌بافتند»",
    "i15": "مؤسسات موسسه بانک‌ها بانکها بانک",
    "i16": "داوود املا املاء نمی‌دانیم نوشهر «اسماعیل|از|نوشهر» آمدند|نوشهر"
    " «نوشهر|آمدند|املای|درست» «آمدند؛|املای» «را|نمیدانیم»",
    "i17": "معلم معلم‌ها معلمان معلمانشان پزشک پزشکی بار سلام بگو رفتم «ده|بار|سلام»",
    "i18": "مسئله مسائل مطالعه مطالعه‌ها نوشتن بنویسید پیچیده‌ترین «مطالعات|تازه|را|می|نویسیم»",
    "i19": "مهندس مهندسان مهندسی کارگر کارگرها دستورها جوان‌ها «به|کارگران»",
    "i20": "پدر پدران نویسنده شاعران شناختن می‌شناسم “می‌شناخت؛|خودش|هم”",
    "i21": "neighbor NEIGHBOR's study studying environment policy home homes «studied|environmental»"
    ' "our|neighbors" "Environmental|policies|and|went|home." “neighbors|studied”',
    "i22": "ایران ایرانی خودروها خودروساز «صنعت|خودرو» «دارد|خودروسازان|قوی‌اند»",
}
"""What somebody types, with ``|`` for a blank, under the interview that has it."""

NOTHING = (
    "اسمعیل باران بارانی سلامت سلامتی کتابدار کتابت زمان ایرانشهر پزشکیان پزشک‌قانونی مهندس‌بانو معلول کارت کارتن کارد "
    "راه راهی دره خان خان‌ها خودکار سالم ساله نامه نام آبان آبادان شهریار شهرام شهروند بانکه بندرگاه‌نشین زنجیر "
    "زندان دانش دانشجو دانشمند بازار بازرگان جوانه جوانمرد شاعرانگی پدرام مادر نویسا قالیچه بزرگراه برقع کشتزار "
    "درستکار دستورزبان نوروزی‌نامه قرص قران‌خوان اقتصاد‌دان انقلاب انتخابات خزانه تبر سینما صنعتگر قوچ "
    "«از|اسماعیل|نوشهر» «سلام|ده|بار» «مهندس|کارگران» «گذشت|ما» «کنیم|دیگر» «آمدند|و» «ما|توانیم» «و|رئیس‌جمهور» "
    "«کتاب|کتابخانه» «سال|۱۴۰۵» «با|گفتگو» «صنعت|دارد» «را|و» «خودش|شاعر|بود» «گو|کنیم» «خودرو|خودروسازان» «مهمان|ما» "
    "“neighbor|studied” “studied|policies” “home|our” “went|homes” “and|policies” "
    "neighborhood|or all orange environs policeman studio wenty xyzzy "
    "معلمستان هواخواه هوایی آیینه گفتار‌درمانی کرم کندو کنار‌گذر"
)
"""What no interview has in any form, though a word of some interview begins like it."""


FOLDED = [
    *TEXTS.values(),
    *(query.replace("|", " ") for text in QUERIES.values() for query in text.split(" ")),
    "Muṣaddiq’s Café Ørsted",
    "هنرِ ایرانی",
    "خانه ی ما",
    "ئئوو آآ",
]


def english() -> set[str]:
    """Return the Latin words of this project's documents, and some that are exceptions."""
    some = "dying lying news skies proceeded succeeding inning evenings canned early ugly pasted gas odds yes egging"
    texts = (path.read_text(encoding="utf-8") for path in Path(__file__).parents[2].glob("docs/*.md"))
    return {word for text in (some, *texts) for word in re.findall(r"[a-z0-9]{1,40}", text.lower())}


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


def ask(page: Page, query: str) -> list[str]:
    """Search, and return where the hits lead."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_selector(DONE)
    links: list[str] = page.locator(".hits a").evaluate_all("items => items.map(item => item.getAttribute('href'))")
    return links


def queries(text: str) -> list[str]:
    return [query.replace("|", " ") for query in text.split(" ")]


def asked() -> dict[str, set[str]]:
    """Return each query with the interviews that have it."""
    found: dict[str, set[str]] = {query: set() for query in queries(NOTHING)}
    for name, text in QUERIES.items():
        for query in queries(text):
            found.setdefault(query, set()).add(name)
    return found


def test_the_table_is_large_enough() -> None:
    assert len(asked()) >= 210
    assert len(queries(NOTHING)) >= 60
    assert len(TEXTS) >= 15


def test_every_query_finds_its_turns_and_no_other(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        found = {query: {link[3:6] for link in ask(page, query)} for query in asked()}
    wrong = [f"{query}: {names - found[query]}" for query, names in asked().items() if not names <= found[query]]
    assert "\n".join(wrong) == ""
    invented = [f"{query}: {found[query]}" for query in queries(NOTHING) if found[query]]
    assert "\n".join(invented) == ""


def test_the_script_folds_and_stems_as_the_program_does(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=x") as page:
        page.wait_for_selector(DONE)
        script = """async ([texts, words]) => {
            const tables = await new Promise(done => {
                globalThis.goftogu = (_, value) => done(value);
                document.head.append(Object.assign(document.createElement("script"), { src: "index.js?again" }));
            });
            const fold = folding(tables), candidates = stemming(tables);
            return [texts.map(text => [fold(text), fold(text, " ")]), words.map(word => candidates(word).flat())];
        }"""
        words = [*sorted(inflection.load().listed)[::9], *sorted(english())]
        texts, stems = page.evaluate(script, [FOLDED, words])
        assert texts == [[fold(text), fold_split(text)] for text in FOLDED]
        assert len(words) > 5_000
        assert [pair for pair in zip(words, stems, strict=True) if pair[1] != list(stemming.candidates(pair[0]))] == []


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
        until(page, "document.activeElement.closest('.found') !== null")
        page.locator("button[type=button]").click()
        page.wait_for_selector(".found > li:nth-child(18)")
        page.locator("button[type=button]").click()
        page.wait_for_selector(".found > li:nth-child(22)")
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
        assert ask(page, '"the sea is ours"') == ["../sea.html#t4"]
        assert ask(page, '"ours to KEEP"') == ["../sea.html#t4"]
        assert ask(page, '"sea ours"') == ask(page, '"seas is ours"') == []
        assert ask(page, "mountain") == []
        assert page.locator("[role=status]").inner_text() == "Nothing was found. The index and the topics may help."


@pytest.mark.parametrize("query", [".", '""', "« »", "؟!", "\u200c"])
@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_query_without_a_word_finds_nothing(browser: Browser, address: str, language: str, query: str) -> None:
    said = {
        "fa": "چیزی یافت نشد. شاید نمایه و موضوع‌ها کمک کنند.",
        "en": "Nothing was found. The index and the topics may help.",
    }
    with opened(browser, f"{address}{language}/search/index.html") as page:
        page.fill("#q", query)
        page.press("#q", "Enter")
        page.wait_for_selector("[data-search][aria-busy=false] [role=status]:not(:empty)")
        assert page.locator("[role=status]").inner_text() == said[language]


def test_the_count_is_that_of_the_results(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        assert len(ask(page, "زن")) == 1
        assert page.locator("[role=status]").inner_text() == "۱ نتیجه"
        ask(page, "ایران")
        assert page.locator("[role=status]").inner_text() == f"{page.locator('.found > li').count()} نتیجه".translate(
            str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
        )


def test_a_phrase_is_found_as_it_is_written(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        assert ask(page, "«اسماعیل از نوشهر»") == ["../i16.html#t2"]
        assert page.locator("mark").all_inner_texts() == ["اسماعیل از نوشهر"]
        assert ask(page, '"از اسماعیل"') == []


def test_words_in_different_turns_come_after_those_in_one(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        ask(page, "معلم پزشک")
        assert page.locator(".found > li .meta").filter(has_text="نوبت‌های جداگانه").count() == 0
        ask(page, "معلم همین")
        assert page.locator(".found > li .meta").filter(has_text="نوبت‌های جداگانه").count() == 1


def test_when_nothing_is_found_what_is_near_is_offered_as_such(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        assert ask(page, "معلپ کتاب") == []
        offers = page.locator("[data-also] p").all_inner_texts()
        assert offers[0].endswith("کتاب")
        assert "معلم" in offers[1]
        page.locator("[data-also] a").first.click()
        page.wait_for_selector(".found a[href*=i02]")
        assert page.input_value("#q") == "کتاب"


def test_what_is_searched_for_survives_the_change_of_language(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        ask(page, "home & ایران")
        page.locator(".languages a[hreflang=en]").click()
        page.wait_for_selector(DONE)
        assert page.input_value("#q") == "home & ایران"
