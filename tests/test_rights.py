"""The rights in an interview, where readers and programs look for them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from tests import sites

RIVER = "content/interviews/river.md"
OWN = (
    "rights:\n  holder: ahmadi\n  licence: CC-BY-NC-4.0\n"
    "  statement: {fa: با اجازهٔ راوی., en: By permission of the narrator.}\n  note: برای بازنشر بپرسید.\n"
)
LINK = "https://creativecommons.org/licenses/by-nc/4.0/"
SITE = 'url = "https://example.org/"\nlicence = "CC-BY-4.0"\nrights = {fa = "از آن راویان", en = "Of the narrators"}\n'


def built(folder: Path, own: str = "", site: str = SITE) -> dict[str, bytes]:
    """Build the base with rights in its transcript and in its settings."""
    root = sites.make(folder)
    for path, before, text in ((RIVER, "speakers:", own), ("content/site.toml", "", site)):
        file = root / path
        old = re.sub("^url = .*\n", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(old.replace(before, text + before, 1), encoding="utf-8")
    report = sites.build(root)
    assert report.result is not None, list(report.problems)
    found = sites.files(root / "output")
    with zipfile.ZipFile(io.BytesIO(found["data/river.epub"])) as book:
        return found | {f"epub/{name}": book.read(name) for name in book.namelist()}


def said(page: bytes) -> str:
    """Return the words of a page."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.decode())).split())


def test_rights_are_on_every_page_and_in_every_download(tmp_path: Path) -> None:
    site = built(tmp_path, OWN)
    english = "By permission of the narrator. Rights holder: Maryam Ahmadi"
    persian = "با اجازهٔ راوی. دارندهٔ حقوق: مریم احمدی"
    for path in ("fa/river.html", "both/river.html", "epub/book/fa.xhtml", "data/river.html", "data/river.fa.txt"):
        assert persian in said(site[path]), path
        assert "CC BY-NC 4.0" in said(site[path]), path
        assert "برای بازنشر بپرسید." in said(site[path]), path
    for path in ("en/river.html", "epub/book/en.xhtml", "data/river.html", "data/river.en.txt"):
        assert english in said(site[path]), path
    assert f'<a href="{LINK}" rel="license" lang="en" dir="ltr">CC BY-NC 4.0</a>' in site["en/river.html"].decode()


def test_programs_get_them_where_their_standard_has_a_place(tmp_path: Path) -> None:
    site = {path: data.decode("utf-8", "replace") for path, data in built(tmp_path, OWN).items()}
    assert '<meta name="DC.rights" content="By permission of the narrator.">' in site["en/river.html"]
    assert f'"license":"{LINK}"' in site["en/river.html"]
    assert '"copyrightHolder":{"@type":"Person","name":"Maryam Ahmadi"}' in site["en/river.html"]
    assert f'<licence target="{LINK}">' in site["data/river.tei.xml"]
    assert '<p xml:lang="en">Rights holder: Maryam Ahmadi</p>' in site["data/river.tei.xml"]
    assert "<dc:rights>با اجازهٔ راوی.</dc:rights>" in site["epub/book/package.opf"]
    assert json.loads(site["data/river.json"])["rights"] == {
        "holder": {"fa": "مریم احمدی", "en": "Maryam Ahmadi"},
        "statement": {"fa": "با اجازهٔ راوی.", "en": "By permission of the narrator."},
        "licence": LINK,
        "note": "برای بازنشر بپرسید.",
    }
    assert "<rights>Of the narrators</rights>\n<entry" in site["en/feed.xml"]
    assert "<rights>By permission of the narrator.</rights>\n</entry>" in site["en/feed.xml"]


def test_the_foot_of_every_page_has_those_of_the_archive(tmp_path: Path) -> None:
    site = built(tmp_path)
    for path in ("en/index.html", "en/search/index.html", "en/topics/index.html"):
        footer = site[path].decode().partition('<footer class="footer">')[2]
        assert "Of the narrators" in footer, path
        assert 'rel="license" lang="en" dir="ltr">CC BY 4.0</a>' in footer, path
    assert "Of the narrators Licence: CC BY 4.0" in said(site["en/river.html"])


def test_the_foot_of_an_interview_does_not_say_otherwise(tmp_path: Path) -> None:
    page = built(tmp_path, OWN)["en/river.html"].decode()
    assert "Of the narrators" not in page
    assert "CC BY 4.0" not in page


def test_an_archive_without_them_says_nothing(tmp_path: Path) -> None:
    site = built(tmp_path, site="")
    page = said(site["en/river.html"])
    assert "Rights" not in page
    assert "Licence" not in page
    assert json.loads(site["data/river.json"])["rights"] == dict.fromkeys(("holder", "statement", "licence", "note"))


@pytest.mark.parametrize("licence", ["CC-BY-9.0", "public", "javascript:alert(1)"])
def test_a_licence_that_nobody_knows_is_named_with_its_line(tmp_path: Path, licence: str) -> None:
    root = sites.make(tmp_path)
    file = root / RIVER
    text = file.read_text(encoding="utf-8").replace("speakers:", f"rights:\n  licence: {licence}\nspeakers:")
    file.write_text(text, encoding="utf-8")
    report = sites.build(root)
    assert report.result is None
    (problem,) = (item for item in report.problems if item.code == "C005")
    assert (problem.path, problem.line) == (RIVER, 5)
    assert "CC-BY-4.0" in problem.hint
