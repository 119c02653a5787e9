"""What an archive withholds is nowhere in the site, whatever the site is made of."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest

from tests import sites

RIVER = "content/interviews/river.md"
PO = "content/translations/en/river.po"
ANSWER = "آب آن زلال بود و میشد از آن نوشید."
SECRETS = ("نیلوفر", "Nilufar", "1327481", "یادداشت محرمانه", "river-nilufar")
RECEIVED = """گفت‌وگو دربارهٔ رودخانه

این گفت‌وگو کنار رودخانه انجام شده است.

پرسشگر: از رودخانه چه به یاد دارید؟
مریم احمدی: آب آن زلال بود. نیلوفر ۱۳۲۷۴۸۱ هم آن‌جا بود. 1327481
"""
MEMORY = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "t2.1"
msgid "آب آن زلال بود. نیلوفر هم آن‌جا بود."
msgstr "Its water was clear. Nilufar was there, too."
"""
SOURCE = "source:\n  name: رادیو\n  file: river-nilufar.txt\n  notes: [یادداشت محرمانه]\n# یادداشت محرمانه\n---\nاین"


def archive(folder: Path, answer: str, source: str = SOURCE) -> Path:
    """Make an archive in which somebody's name was received and an answer takes the place of the one received."""
    root = sites.make(folder)
    text = (root / RIVER).read_text(encoding="utf-8").replace(ANSWER, answer).replace("---\nاین", source)
    (root / RIVER).write_text(text, encoding="utf-8")
    (root / "content/received").mkdir()
    (root / "content/received/river-nilufar.txt").write_text(RECEIVED, encoding="utf-8")
    (root / PO).parent.mkdir(parents=True)
    (root / PO).write_text(MEMORY, encoding="utf-8")
    return root


def built(root: Path) -> dict[str, bytes]:
    """Build, and return every file with those inside of books."""
    report = sites.build(root)
    assert report.result is not None, list(report.problems)
    found = sites.files(root / "output")
    for path in [path for path in found if path.endswith(".epub")]:
        with zipfile.ZipFile(io.BytesIO(found[path])) as book:
            found |= {f"{path}/{name}": book.read(name) for name in book.namelist()}
    return found


def leaks(site: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return the files that hold something secret."""
    shown = {path: data.decode("utf-8", "replace") for path, data in site.items()}
    return [(path, word) for path, text in shown.items() for word in SECRETS if word in text or word in path]


def said(page: bytes) -> str:
    """Return the words of a page."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.decode())).split())


MARKS = {
    "a passage": "آب آن زلال بود. [withheld: به خواست راوی]",
    "a name": "آب آن زلال بود. [withheld: نام] هم آن‌جا بود.",
    "a whole turn": "[withheld: به خواست راوی]",
    "without a reason": "آب آن زلال بود. [withheld]",
    "in emphasis": "آب آن **زلال [withheld: نام] بود**.",
    "in a link": "آب آن [زلال [withheld: نام] بود](https://example.org/).",
}


@pytest.mark.parametrize("answer", MARKS.values(), ids=MARKS.keys())
def test_a_withheld_word_is_in_no_byte_of_the_site(tmp_path: Path, answer: str) -> None:
    site = built(archive(tmp_path, answer))
    assert leaks(site) == []
    assert not [path for path in site if ".received." in path]
    assert "[withheld" in site["data/river.transcript.md"].decode()


def test_without_the_mark_the_test_would_notice(tmp_path: Path) -> None:
    site = built(archive(tmp_path, "آب آن زلال بود. نیلوفر هم آن‌جا بود."))
    assert {word for _, word in leaks(site)} >= {"نیلوفر", "Nilufar", "1327481"}
    assert "یادداشت محرمانه" not in {word for _, word in leaks(site)}


def test_a_gap_is_shown_in_every_view(tmp_path: Path) -> None:
    site = built(archive(tmp_path, MARKS["a name"]))
    persian = "آب آن زلال بود. [منتشرنشده: نام] هم آن‌جا بود."
    for path in (
        "fa/river.html",
        "both/river.html",
        "en/river.html",
        "data/river.html",
        "data/river.epub/book/fa.xhtml",
    ):
        assert persian in said(site[path]), path
        assert '<span class="gap">[منتشرنشده: نام]</span>' in site[path].decode(), path
    assert persian in site["data/river.fa.txt"].decode()
    assert '<gap reason="withheld"><desc>منتشرنشده: نام</desc></gap>' in site["data/river.tei.xml"].decode()
    assert "[withheld: نام]" in site["data/river.json"].decode()


def test_gaps_are_counted(tmp_path: Path) -> None:
    site = built(archive(tmp_path, "[withheld: نام] آن‌جا بود و [withheld] هم."))
    assert "The archive withholds 2 passages of the text, marked where they are left out." in said(
        site["en/river.html"]
    )
    assert "بایگانی ۲ بخش از متن را منتشر نکرده است" in said(site["fa/river.html"])
    assert "بایگانی ۲ بخش از متن را منتشر نکرده است." in site["data/river.fa.txt"].decode()
    assert "The archive withholds 2 passages of the text." in site["data/river.tei.xml"].decode()


def test_nobody_finds_a_gap_by_its_words(tmp_path: Path) -> None:
    site = built(archive(tmp_path, "آب آن زلال بود. [withheld: آبگینهٔ یکتا]"))
    searched = {path: data.decode() for path, data in site.items() if "/search/" in path and path.endswith(".js")}
    assert searched
    assert not [
        path for path, text in searched.items() if "آبگینه" in text or "withheld" in text or "منتشرنشده" in text
    ]


def test_a_whole_turn_needs_no_english(tmp_path: Path) -> None:
    site = built(archive(tmp_path, MARKS["a whole turn"]))
    turn = site["en/river.html"].decode().partition('<h3 id="t2">')[2].partition("</div>\n</div>")[0]
    assert '<span class="gap">[withheld: <bdi lang="fa" dir="rtl">به خواست راوی</bdi>]</span>' in turn
    assert "Not translated yet" not in turn


def test_a_text_with_a_gap_is_not_called_as_received(tmp_path: Path) -> None:
    root = archive(tmp_path, MARKS["a whole turn"])
    page = said(built(root)["fa/river.html"])
    assert "همان‌گونه که رسیده" not in page
    assert "چیز دیگری تغییر نکرده است." in page


def test_a_gap_alone_is_no_english(tmp_path: Path) -> None:
    site = built(archive(tmp_path, MARKS["a whole turn"]))
    assert '"languages": ["fa"]' in site["data/river.json"].decode()
    assert 'hreflang="en"' not in site["fa/river.html"].decode().partition("</head>")[0]
    assert "en/river.html" not in site["sitemap.xml"].decode()


def test_english_with_its_own_gap_is_shown(tmp_path: Path) -> None:
    root = archive(tmp_path, MARKS["a name"])
    memory = MEMORY.replace("نیلوفر هم", "[withheld: نام] هم").replace("Nilufar was", "[withheld: a name] was")
    (root / PO).write_text(memory, encoding="utf-8")
    site = built(root)
    assert "Its water was clear. [withheld: a name] was there, too." in said(site["en/river.html"])
    assert "Its water was clear. [withheld: a name] was there, too." in site["data/river.en.txt"].decode()


@pytest.mark.parametrize("line", ["  publish: false\n", ""], ids=["closed", "open"])
def test_a_file_may_be_kept_back_without_any_mark(tmp_path: Path, line: str) -> None:
    source = SOURCE.replace("  notes", f"{line}  notes")
    site = built(archive(tmp_path, "آب آن زلال بود. کسی هم آن‌جا بود.", source))
    assert ("data/river.received.txt" in site) == (not line)
    assert ("نیلوفر" in site["fa/edits/river.html"].decode()) == (not line)
    assert bool([path for path, word in leaks(site) if word in ("نیلوفر", "river-nilufar")]) == (not line)
    assert "The archive has edited the text received in 2 places." in said(site["en/river.html"])


def test_a_passage_that_is_withheld_is_no_edit(tmp_path: Path) -> None:
    text = "آب آن زلال بود. [withheld: نام] هم آن‌جا بود. 1327481"
    root = archive(tmp_path, text.removesuffix(" 1327481"))
    file = root / "content/received/river-nilufar.txt"
    file.write_text(RECEIVED.replace(" ۱۳۲۷۴۸۱", "").replace(" 1327481", ""), encoding="utf-8")
    site = built(root)
    assert "has edited" not in said(site["en/river.html"])
    assert not [path for path in site if "/edits/" in path]


def test_a_file_that_is_withheld_in_one_interview_is_published_by_no_other(tmp_path: Path) -> None:
    root = archive(tmp_path, MARKS["a name"])
    text = (root / RIVER).read_text(encoding="utf-8").replace(MARKS["a name"], "چیزی به یاد ندارم.")
    (root / "content/interviews/sea.md").write_text(text, encoding="utf-8")
    report = sites.build(root)
    assert report.result is None
    told = "content/interviews/sea.md: C005 “river-nilufar.txt” is also the file of content/interviews/river.md"
    assert any(told in str(problem) for problem in report.problems)


def test_a_word_file_is_offered_as_one(tmp_path: Path) -> None:
    root = archive(tmp_path, ANSWER, SOURCE.replace("river-nilufar.txt", "river.docx"))
    (root / "content/received/river.docx").write_bytes(b"PK\x03\x04 no real one")
    site = built(root)
    assert site["data/river.received.docx"] == b"PK\x03\x04 no real one"
    assert 'href="../data/river.received.docx"' in site["fa/river.html"].decode()
    assert "data/river.received.txt" not in site


def test_a_word_file_that_shows_more_than_its_text_is_told_only_where_it_is_published(tmp_path: Path) -> None:
    letter = (sites.SITES / "invalid/S018/content/received/letter.docx").read_bytes()
    for number, line in enumerate(("", "  publish: false\n")):
        front = SOURCE.replace("river-nilufar.txt", "river.docx").replace("  notes", f"{line}  notes")
        root = archive(tmp_path / str(number), ANSWER, front)
        (root / "content/received/river.docx").write_bytes(letter)
        told = [problem for problem in sites.build(root).problems if problem.code == "S018"]
        assert [problem.path for problem in told] == ([] if line else ["content/received/river.docx"])
        assert [problem for problem in sites.build(root).problems if problem.code == "S018"] == told
