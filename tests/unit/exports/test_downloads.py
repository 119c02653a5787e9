"""The table of downloads, and all that goes by it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

from goftogu.content import settings
from goftogu.edition.material import Material
from goftogu.exports import downloads, epub, json_export, single, tei, tmx, transcript
from goftogu.exports.downloads import DOWNLOADS, NAMES, RECEIVED, TRANSCRIPT, Download
from goftogu.model import InterfaceMessage
from tests import sites
from tests.collecting import collected
from tests.materials import interview, material, paragraph

CONTENT_FORMAT: Final = (sites.ROOT / "docs/content-format.md").read_text(encoding="utf-8")
EXPORTS: Final = (sites.ROOT / "docs/exports.md").read_text(encoding="utf-8")
SETTINGS: Final = 'title = {fa = "ع", en = "T"}\ndescription = {fa = "ش", en = "D"}\n'


def called(download: Download) -> str:
    """Return what the documents call the files of a download."""
    return f"archive/{download.ending}" if download.whole else f"<id>.{download.ending}"


def test_each_file_has_an_ending_of_its_own_and_one_word_chooses_it() -> None:
    endings = [download.ending for download in DOWNLOADS]
    assert len(set(endings)) == len(endings)
    assert [download for download in DOWNLOADS if not download.name] == [RECEIVED, TRANSCRIPT]
    assert set(NAMES) == {download.name for download in DOWNLOADS} - {""}


@pytest.mark.parametrize("download", [item for item in DOWNLOADS if item.maker], ids=lambda item: item.ending)
def test_the_maker_is_there(download: Download) -> None:
    for name in filter(None, (str(download.maker), download.piece)):
        module, _, function = name.partition(":")
        assert callable(getattr(import_module(f"goftogu.{module}"), function))


def test_a_file_of_pieces_is_one_of_the_archive_and_keeps_them_apart() -> None:
    joined = [download for download in DOWNLOADS if download.piece]
    assert all(download.whole for download in joined)
    assert len({download.part for download in joined}) == len(joined)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), ["received.txt", "transcript.md"]),
        (("xliff", "text"), ["fa.txt", "en.txt", "received.txt", "transcript.md", "xlf"]),
    ],
)
def test_words_choose_in_the_order_of_the_table(names: tuple[str, ...], expected: list[str]) -> None:
    assert [download.ending for download in downloads.chosen(names)] == expected


def test_each_file_is_made_where_there_is_something_for_it() -> None:
    assert {download.ending for download in DOWNLOADS if download.translated} == {
        "en.txt", "en.vtt", "parallel.tsv", "tmx", "xlf",
    }  # fmt: skip
    assert {download.ending for download in DOWNLOADS if download.timed} == {"fa.vtt", "en.vtt"}
    assert {download.ending for download in DOWNLOADS if download.recorded} == {"manifest.json"}
    assert {download.ending for download in DOWNLOADS if download.whole} == {
        "archive.csv", "archive.jsonl", "dublin-core.xml", "oai.xml",
    }  # fmt: skip


def test_an_archive_in_persian_alone_offers_what_needs_no_translation_and_does_not_speak_of_two_languages() -> None:
    both = {found.ending: found for found in downloads.chosen(NAMES)}
    alone = {found.ending: found.label for found in downloads.chosen(NAMES, translated=False)}
    assert set(both) - set(alone) == {ending for ending, found in both.items() if found.translated}
    differ = {ending: label for ending, label in alone.items() if label != both[ending].label}
    assert differ == {"html": "Shareable single file (HTML)", "epub": "E-book (EPUB)"}


def test_the_settings_know_every_word() -> None:
    quoted = ", ".join(f'"{name}"' for name in NAMES)
    assert collected(settings.read_settings, f"downloads = [{quoted}]\n{SETTINGS}", "x")[0].downloads == NAMES
    assert collected(settings.read_settings, SETTINGS, "x")[0].downloads == NAMES


def test_what_is_usual_leaves_out_what_no_page_links_and_what_is_there_twice() -> None:
    assert set(NAMES) - set(downloads.usual()) == {"citations", "tsv", "tmx", "xliff", "ohms", "jsonl"}
    assert [name for name in NAMES if name in downloads.usual()] == list(downloads.usual())
    unlinked = {item.name for item in DOWNLOADS if item.label is None}
    assert unlinked.isdisjoint(downloads.usual())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ()),
        (("tei", "epub"), ("tei", "epub")),
        (("all",), NAMES),
        (("usual",), downloads.usual()),
        (("tmx", "usual"), ("tmx", *downloads.usual())),
        (("usual", "epub", "usual", "tmx"), (*downloads.usual(), "tmx")),
        (("usual", "all"), (*downloads.usual(), "citations", "tsv", "tmx", "xliff", "ohms", "jsonl")),
    ],
)
def test_a_word_may_mean_several(words: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert downloads.expanded(words) == expected


@pytest.mark.parametrize(
    ("form", "line", "expected"),
    [
        (1, "", NAMES),
        (2, "", downloads.usual()),
        (2, 'downloads = ["usual", "tsv"]', (*downloads.usual(), "tsv")),
        (2, 'downloads = ["all"]', NAMES),
        (2, "downloads = []", ()),
        (1, 'downloads = ["usual"]', downloads.usual()),
    ],
)
def test_an_archive_of_the_first_format_keeps_all_that_it_had(form: int, line: str, expected: tuple[str, ...]) -> None:
    text = f"format = {form}\n{line}\n{SETTINGS}"
    site, problems = collected(settings.read_settings, text, "x")
    assert (site.downloads, list(problems)) == (expected, [])


def test_the_documents_say_what_is_not_usual() -> None:
    told = re.search(r"These are all but (.*?), which say", CONTENT_FORMAT, re.DOTALL)
    assert told is not None
    assert set(re.findall(r"`(\w+)`", told[1])) == set(NAMES) - set(downloads.usual())


def test_the_documents_have_the_table() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (`(?:<id>|archive/)[^|]*) \|$", CONTENT_FORMAT, re.MULTILINE))
    files = {name: ", ".join(f"`{called(item)}`" for item in DOWNLOADS if item.name == name) for name in NAMES}
    assert rows == files


def test_the_page_of_the_exports_tells_of_each_file_and_its_module() -> None:
    rows = re.findall(r"^\| (`<id>[^|]*) \|[^|]*\| ([^|]*) \|$", EXPORTS, re.MULTILINE)
    told = {ending: made_by for files, made_by in rows for ending in re.findall(r"`<id>\.([^`]+)`", files)}
    whole = re.findall(r"^\| `([a-z.-]+)` \|[^|]*\| ([^|]*) \|$", EXPORTS, re.MULTILINE)
    assert sorted(told) == sorted(download.ending for download in DOWNLOADS if not download.whole)
    assert sorted(dict(whole)) == sorted(download.ending for download in DOWNLOADS if download.whole)
    told |= dict(whole)
    for download in DOWNLOADS:
        if download.maker:
            module = str(download.maker).partition(":")[0].replace(".", "/")
            assert f"`goftogu/{module}.py`" in told[download.ending]


def test_the_page_links_what_has_a_label(tmp_path: Path) -> None:
    report = sites.build(sites.make(tmp_path))
    assert report.result is not None
    page = (tmp_path / "output/en/river.html").read_text(encoding="utf-8")
    linked = re.findall(r'<li><a href="../data/river\.([^"]+)">([^<]+)</a></li>', page)
    apart = [item for item in DOWNLOADS if item.whole or item.timed or item.recorded or item == RECEIVED]
    offered = [download for download in DOWNLOADS if download.label and download not in apart]
    assert linked == [(download.ending, download.label) for download in offered]


def test_a_line_is_all_that_a_download_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = Download("words", "words.txt", "exports.text:persian", InterfaceMessage("TEI"))
    monkeypatch.setattr(downloads, "DOWNLOADS", (*DOWNLOADS, words))
    monkeypatch.setattr(downloads, "NAMES", (*NAMES, "words"))
    root = sites.make(tmp_path)
    report = sites.build(root)
    assert [problem for problem in report.problems if problem.code != "M006"] == []
    data = (root / "output/data/river.words.txt").read_bytes()
    assert data == (root / "output/data/river.fa.txt").read_bytes()
    assert '"../data/river.words.txt"' in (root / "output/fa/river.html").read_text(encoding="utf-8")


def test_the_settings_load_no_export() -> None:
    code = "import sys, goftogu.content.settings; print(*(name for name in sys.modules if 'goftogu.exports' in name))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=sites.ROOT)
    assert sorted(ended.stdout.split()) == ["goftogu.exports", "goftogu.exports.downloads"]


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("river.txt", "received.txt"),
        ("content/received/گفت‌وگو ۱.DOCX", "received.docx"),
        ("saved page.HTML", "received.html.txt"),
        ("index.xml", "received.xml.txt"),
        ("drawing.svg", "received.svg.txt"),
        ("table.csv", "received.csv"),
        ("a.b/talk", "received.bin"),
        ("talk.متن", "received.bin"),
        ("talk.tar.gz", "received.gz"),
    ],
)
def test_a_file_keeps_its_ending(path: str, ending: str) -> None:
    assert downloads.received(path) == ending


def kurdish() -> Material:
    """Return an interview in which a paragraph was spoken in Kurdish."""
    first, answer, *others = interview().turns
    said = (answer.paragraphs[0], replace(paragraph("t2.2", "سوپاس بۆ هەمووان."), language="ckb"))
    return material(turns=(first, replace(answer, paragraphs=said), *others))


@pytest.mark.parametrize(
    ("maker", "told"),
    [
        (tei.tei, '<seg xml:id="t2.2" xml:lang="ckb">'),
        (tmx.tmx, '<tuv xml:lang="ckb"><seg>'),
        (json_export.json_document, '"language": "ckb", "fa": "'),
        (transcript.transcript, 'lang="ckb"'),
        (single.single, 'lang="ckb"'),
        (lambda held: ZipFile(BytesIO(epub.epub(held))).read("book/fa.xhtml"), 'lang="ckb"'),
    ],
    ids=["tei", "tmx", "json", "transcript", "html", "epub"],
)
def test_a_download_says_that_a_paragraph_is_in_another_language(maker: Callable[[Material], bytes], told: str) -> None:
    found = maker(kurdish()).decode()
    assert told in found
    assert "ckb" not in maker(material()).decode()
