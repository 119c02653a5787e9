"""The page that offers the archive as data."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.exports import downloads
from goftogu.exports.downloads import Download
from goftogu.model import InterfaceMessage, Language
from goftogu.pages.data import DataContents, _rounded, _size, contents
from tests import sites

ADDRESS: Final = 'url = "https://example.org/a/"\n'


def built(root: Path, settings: str = "") -> dict[str, str]:
    """Build an archive with some settings of its own, and return the texts of its site."""
    file = root / "content/site.toml"
    rest = re.sub(r"^url = .*\n|^downloads = .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(settings + rest, encoding="utf-8")
    report = sites.build(root)
    assert [problem for problem in report.problems if problem.code not in {"M006", "M007", "T010"}] == []
    return {path: data.decode("utf-8", "replace") for path, data in sites.files(root / "output").items()}


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page[page.index("<main") :])).split())


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(sites.make_golden(tmp_path_factory.mktemp("golden")), ADDRESS)


def test_every_page_leads_to_it(golden: dict[str, str]) -> None:
    assert '<a href="data/index.html">Use the data</a>' in golden["en/index.html"]
    assert '<a href="../fa/data/index.html">استفاده از داده‌ها</a>' in golden["both/well.html"]
    assert "<loc>https://example.org/a/fa/data/</loc>" in golden["sitemap.xml"]


def test_it_offers_every_file_of_the_archive_with_its_size(golden: dict[str, str]) -> None:
    for language in Language:
        page = golden[f"{language}/data/index.html"]
        linked = re.findall(r'href="\.\./\.\./data/archive/([^"]+)"', page)
        assert linked == ["archive.csv", "archive.jsonl", "dublin-core.xml", "oai.xml"]
        assert all(f"data/archive/{name}" in golden for name in linked)
    assert re.search(r"<code dir=\"ltr\">archive\.csv</code> · \d\.?\d? kB</li>", golden["en/data/index.html"])
    assert re.search(
        r"<code dir=\"ltr\">archive\.csv</code> · [۰-۹]٫?[۰-۹]? کیلوبایت</li>", golden["fa/data/index.html"]
    )


def test_it_says_how_much_there_is_and_what_one_may_do(golden: dict[str, str]) -> None:
    english, persian = (text_of(golden[f"{language}/data/index.html"]) for language in (Language.EN, Language.FA))
    assert "files for spreadsheets, programs and catalogues: 2 interviews. 7 turns in all." in english
    assert "The texts belong to those who gave them. Licence: CC BY 4.0" in english
    assert "۲ گفت‌وگو. روی‌هم ۷ نوبت سخن دارد." in persian
    assert "مجوز بازنشر: CC BY 4.0" in persian
    assert "states no licence" not in english


@pytest.mark.parametrize(("languages", "said"), [(["fa", "en"], True), (["fa"], False)])
def test_it_says_under_which_licence_a_translation_is_that_has_its_own(
    tmp_path: Path, languages: list[str], *, said: bool
) -> None:
    root = sites.make(tmp_path)
    with (root / "content/site.toml").open("a", encoding="utf-8") as file:
        file.write('[translation]\nlicence = "CC-BY-NC-4.0"\n')
    site = built(root, f"languages = {languages}\n")
    words = {"en": "Licence of the translation: CC BY-NC 4.0", "fa": "مجوز بازنشر ترجمه: CC BY-NC 4.0"}
    assert [words[language] in text_of(site[f"{language}/data/index.html"]) for language in languages] == (
        [said] * len(languages)
    )


def test_the_name_and_the_size_of_a_file_are_on_a_line_of_their_own(golden: dict[str, str]) -> None:
    for language in Language:
        items = re.findall(r"<li>(.*?)</li>", golden[f"{language}/data/index.html"].partition("<main")[2], re.DOTALL)
        named = [item for item in items if "<code" in item]
        assert len(named) > 10
        assert all(item.count("<br>") == 1 and "<br>\n<code" in item for item in named)


def test_it_promises_no_file_that_an_archive_need_not_have(tmp_path: Path) -> None:
    site = built(sites.make(tmp_path), 'format = 2\nurl = "https://example.org/a/"\n')
    page = site["en/data/index.html"]
    assert "citations.txt" not in page
    assert "Citations for an interview and for each turn are on its page." in text_of(page)


def test_it_says_how_to_cite_the_archive(golden: dict[str, str]) -> None:
    english, persian = (text_of(golden[f"{language}/data/index.html"]) for language in (Language.EN, Language.FA))
    assert "The Garden Society, ed., Garden archive https://example.org/a/en/ Add the date" in english
    assert "به کوشش انجمن باغ، بایگانی باغ https://example.org/a/fa/" in persian


def test_it_names_the_forms_of_each_interview_and_links_the_rest(golden: dict[str, str]) -> None:
    page = golden["en/data/index.html"]
    for download in downloads.DOWNLOADS:
        if not download.whole:
            assert f'<code dir="ltr">data/*.{download.ending}</code>' in page
    assert '<a href="../../data/vocabulary/topics.ttl">Topics as a thesaurus (SKOS, Turtle)</a>' in page
    assert '<a href="../feed.xml">Newest interviews (Atom)</a>' in page


def test_without_an_address_and_downloads_it_offers_what_is_there(tmp_path: Path) -> None:
    site = built(sites.make(tmp_path), "downloads = []\n")
    page = site["en/data/index.html"]
    assert not any(path.startswith("data/archive/") for path in site)
    assert "The whole archive" not in page
    assert "feed.xml" not in page
    assert "The archive states no licence for its texts." in page
    assert "Write to the archive" not in page
    assert "Test archive Add the date" in text_of(page)


def test_without_an_address_there_is_no_static_repository(tmp_path: Path) -> None:
    site = built(sites.make(tmp_path), 'corrections = "mailto:a@example.org"\n')
    assert sorted(path for path in site if path.startswith("data/archive/")) == [
        "data/archive/archive.csv", "data/archive/archive.jsonl", "data/archive/dublin-core.xml",
    ]  # fmt: skip
    assert "oai.xml" not in site["en/data/index.html"]
    assert '<a href="mailto:a@example.org">Write to the archive</a>' in site["en/data/index.html"]


@pytest.mark.parametrize(
    ("size", "english", "persian"),
    [
        (0, "", ""),
        (7, "0.007 kB", "۰٫۰۰۷ کیلوبایت"),
        (999, "1 kB", "۱ کیلوبایت"),
        (1_449, "1.4 kB", "۱٫۴ کیلوبایت"),
        (99_999, "100 kB", "۱۰۰ کیلوبایت"),
        (29_890_000, "30 MB", "۳۰ مگابایت"),
        (2_000_000_000, "2 GB", "۲ گیگابایت"),
        (5_000_000_000_000, "5,000 GB", "۵٬۰۰۰ گیگابایت"),
    ],
)
def test_a_size_is_told_with_two_digits(size: int, english: str, persian: str) -> None:
    assert (_size(_rounded(size), Language.EN), _size(_rounded(size), Language.FA)) == (english, persian)


def test_a_word_more_does_not_change_what_the_page_tells() -> None:
    files = [Download("csv", "a.csv", "", InterfaceMessage("TEI"), whole=True), Download("x", "x", "", whole=True)]
    before, after = (contents(files, 2, 9, {"data/archive/a.csv": size}) for size in (29_890_123, 29_890_140))
    assert before == after == DataContents(2, 9, (("a.csv", 30_000_000),))
    assert contents(files, 2, 9, {}) == DataContents(2, 9, (("a.csv", 0),))


def test_the_settings_have_all_files_of_the_archive_by_default() -> None:
    assert {"csv", "jsonl", "dc", "oai"} <= set(SiteConfig().downloads)
