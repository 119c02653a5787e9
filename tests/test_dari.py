"""Dari: a whole archive, or one interview of a Persian one; its months, and what its pages and records say of it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests import sites

RIVER = "content/interviews/river.md"
HILL = "content/interviews/hill.md"
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "title"
msgid "گفت‌وگو دربارهٔ رودخانه"
msgstr "Talking about the river"
"""
XML = "{http://www.w3.org/XML/1998/namespace}"


def archive(folder: Path, *, whole: bool) -> Path:
    """Make an archive of two interviews in which the site, or one of them, is in Dari."""
    root = sites.make(folder)
    text = (root / RIVER).read_text(encoding="utf-8").replace("date: 1402-03-14", "date: 1402-06-14")
    (root / HILL).write_text(text.replace("رودخانه", "تپه"), encoding="utf-8")
    settings = root / "content/site.toml"
    if whole:
        settings.write_text('language = "prs"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    else:
        text = text.replace("title:", "language: prs\ntitle:")
    (root / RIVER).write_text(text, encoding="utf-8")
    (root / "content/translations/en").mkdir(parents=True)
    (root / "content/translations/en/river.po").write_text(PO, encoding="utf-8")
    return root


def built(root: Path) -> dict[str, bytes]:
    report = sites.build(root)
    assert not report.problems.has_errors()
    return sites.files(root / "output")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(archive(tmp_path_factory.mktemp("dari") / "whole", whole=True))


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(archive(tmp_path_factory.mktemp("dari") / "one", whole=False))


DARI, ENGLISH = "۱۴ سنبله ۱۴۰۲ (۵ سپتمبر ۲۰۲۳)", "5 September 2023 (14 Sonbola 1402)"
PERSIAN = "۱۴ شهریور ۱۴۰۲ (۵ سپتامبر ۲۰۲۳)"


def test_all_dates_of_an_archive_in_dari_have_its_months(whole: dict[str, bytes]) -> None:
    for path in ("index.html", "fa/index.html", "fa/river.html", "both/hill.html"):
        assert DARI in whole[path].decode()
        assert PERSIAN not in whole[path].decode()
    assert "۱۴ سنبله" in whole["fa/interviews/index.html"].decode()  # the year is above its rows
    assert ENGLISH in whole["en/river.html"].decode()
    assert DARI in whole["data/hill.fa.txt"].decode()
    assert DARI in whole["data/hill.citations.txt"].decode()
    assert ENGLISH in whole["data/hill.en.txt"].decode()


def test_the_pages_of_an_archive_in_dari_say_so(whole: dict[str, bytes]) -> None:
    for path in ("index.html", "404.html", "fa/index.html", "fa/topics/index.html", "fa/river.html"):
        assert '<html lang="fa-AF" dir="rtl">' in whole[path].decode()
    assert '<html lang="en" dir="ltr">' in whole["en/river.html"].decode()
    assert 'lang="fa-AF" hreflang="fa-AF"' in whole["en/river.html"].decode()
    assert '<div lang="fa-AF" dir="rtl">' in whole["both/river.html"].decode()
    assert 'property="og:locale" content="fa_AF"' in whole["fa/river.html"].decode()
    assert 'hreflang="fa-AF"' in whole["sitemap.xml"].decode()
    assert 'hreflang="fa"' not in whole["sitemap.xml"].decode() + whole["fa/river.html"].decode()
    assert 'xml:lang="fa-AF"' in whole["fa/feed.xml"].decode()
    assert json.loads(whole["fa/feed.json"])["language"] == "fa-AF"


def test_one_interview_in_dari_has_its_months_on_its_own_pages(one: dict[str, bytes]) -> None:
    for path in ("fa/river.html", "both/river.html", "data/river.fa.txt"):
        assert DARI in one[path].decode()
    for path in ("fa/hill.html", "fa/index.html", "data/hill.fa.txt"):
        assert PERSIAN in one[path].decode()
        assert DARI not in one[path].decode()
    assert '<html lang="fa-AF" dir="rtl">' in one["fa/river.html"].decode()
    assert '<html lang="fa" dir="rtl">' in one["fa/hill.html"].decode()
    sitemap = one["sitemap.xml"].decode()
    assert sitemap.count('hreflang="fa-AF" href="https://example.org/archive/fa/river.html"') == 2
    assert 'hreflang="fa" href="https://example.org/archive/fa/"' in sitemap


def test_one_interview_may_be_persian_in_an_archive_in_dari(tmp_path: Path) -> None:
    root = archive(tmp_path / "project", whole=True)
    text = (root / HILL).read_text(encoding="utf-8").replace("title:", "language: fa\ntitle:")
    (root / HILL).write_text(text, encoding="utf-8")
    site = built(root)
    assert PERSIAN in site["fa/hill.html"].decode()
    assert DARI in site["fa/river.html"].decode()
    assert json.loads(site["data/hill.json"])["languages"] == ["fa"]


def test_records_have_the_code_of_catalogues(one: dict[str, bytes]) -> None:
    page = one["fa/river.html"].decode()
    assert '<meta name="citation_language" content="prs">' in page
    assert '<meta name="DC.language" content="prs">' in page
    assert '"inLanguage":"fa-AF"' in page.replace(" ", "")
    assert json.loads(one["data/river.json"])["languages"] == ["prs", "en"]
    assert [record["language"] for record in json.loads(one["data/river.csl.json"])] == ["prs", "en"]
    assert re.findall("^LA  - (.+?)\r$", one["data/river.ris"].decode(), re.MULTILINE) == ["prs", "en"]
    assert "language = {dari}" in one["data/river.bib"].decode()
    tei = ET.fromstring(one["data/river.tei.xml"])  # noqa: S314  what we have just made
    assert {text.get(f"{XML}lang") for text in tei.iter("{http://www.tei-c.org/ns/1.0}text")} == {None, "prs", "en"}
    used = [item.get("ident") for item in tei.iter("{http://www.tei-c.org/ns/1.0}language")]
    assert used == ["prs", "en"]


def test_a_book_says_it_to_what_reads_it_aloud(one: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(one["data/river.epub"])) as book:
        assert b"<dc:language>fa-AF</dc:language>" in book.read("book/package.opf")
        assert b'lang="fa-AF" dir="rtl"' in book.read("book/fa.xhtml")
    assert b'<html lang="fa-AF"' in one["data/river.html"]


def test_the_reading_layer_is_that_of_persian(one: dict[str, bytes]) -> None:
    assert "می‌شد" in one["fa/river.html"].decode()


@pytest.mark.parametrize(("line", "code"), [("language: ps", "C005"), ("language: [prs]", "C004")])
def test_a_language_that_no_transcript_can_have_is_told(tmp_path: Path, line: str, code: str) -> None:
    root = sites.make(tmp_path / "project")
    text = (root / RIVER).read_text(encoding="utf-8").replace("title:", f"{line}\ntitle:")
    (root / RIVER).write_text(text, encoding="utf-8")
    (problem,) = sites.build(root).problems.errors()
    assert (problem.code, problem.line) == (code, 2)
