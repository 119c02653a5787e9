"""Content is not trusted: texts that try to run or to break out come out inert, and faults of the disk are told."""

from __future__ import annotations

import errno
import json
import os
import re
import tempfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from goftogu import markup
from goftogu.cli import main
from goftogu.content import settings as content_settings
from goftogu.content.pages import FreePage
from goftogu.model import Language
from goftogu.pages import missing
from goftogu.storage import files as storage_files
from tests import hostile, sites
from tests import sample_site as sample
from tests.archives import Archive
from tests.collecting import collected

MARKDOWN: Final = frozenset(
    "a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul".split()
)
VOID: Final = frozenset("br hr img input link meta source wbr".split())
SCHEMES: Final = frozenset({"http", "https", "mailto"})
ADDRESSES: Final = frozenset({"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite"})
SHOWN: Final = ("index.html", "404.html", "fa/index.html", "en/sea.html", "fa/about.html", "robots.txt", "sitemap.xml")
"""Pages that show the settings."""

OWN_SCRIPT: Final = missing._inline(missing._SCRIPT)[0]
"""The one script that is in a page, and no file of its own."""

PLAIN: Final = "---\ntitle: رود\nspeakers: {الف: {role: interviewer}}\n---\nالف: آب؟\n{: #t1 }\n\nالف: آب.\n{: #t2 }\n"

_SCHEME: Final = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):")


class Reader(HTMLParser):
    """What a page is made of, and what is wrong with it."""

    def __init__(self, path: str, html: str) -> None:
        super().__init__()
        self.made: set[tuple[str, str]] = set()
        self.faults: list[str] = []
        self._path = path
        self._open: list[str] = []
        self.feed(html)
        self.close()
        if self._open:
            self._fault(f"not closed: {self._open}")

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        self.made |= {(tag, name) for name in ("", *names)}
        if len(names) != len(set(names)):
            self._fault(f"{tag} has an attribute twice")
        for name, value in attributes:
            scheme = _SCHEME.match(value or "") if name in ADDRESSES else None
            if name.startswith("on") or name == "style" or (scheme and scheme[1].lower() not in SCHEMES):
                self._fault(f"{tag} {name}={value}")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self._fault(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self.made.add(("style", data))
        elif self._open and self._open[-1] == "script" and data.strip() and data != OWN_SCRIPT:
            json.loads(data)

    def handle_comment(self, data: str) -> None:
        self._fault(f"comment {data}")

    def _fault(self, message: str) -> None:
        self.faults.append(f"{self._path}:{self.getpos()[0]}: {message}")


@cache
def allowed() -> set[tuple[str, str]]:
    """Return the elements and attributes of a site with something of everything, of Markdown, notes, parted lists."""
    made = {("a", "href"), ("a", "rel"), ("a", "title"), ("style", missing._STYLE), *((tag, "") for tag in MARKDOWN)}
    with tempfile.TemporaryDirectory() as folder:
        root = sites.make_golden(Path(folder))
        assert sites.build(root).result is not None
        for path, data in sites.files(root / "output").items():
            if path.endswith(".html"):
                made |= Reader(path, data.decode()).made
    return made


def faults(path: str, text: str) -> list[str]:
    """Return what may not be in a file."""
    found = [f"{path}: a template ran"] if "1337" in text else []
    if path.endswith((".xml", ".xlf", ".tmx", ".tei.xml")):
        return found + [f"{path}: {tag}" for tag in _tags(text) if tag.rpartition("}")[2] == "script"]
    if not path.endswith(".html"):
        return found
    reader = Reader(path, text)
    return found + reader.faults + [f"{path}: new {pair}" for pair in sorted(reader.made - allowed())]


def _tags(xml: str) -> list[str]:
    return [str(element.tag) for element in ET.fromstring(xml).iter()]  # noqa: S314 - it was made here


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile.write(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def archive(project: Path) -> Archive:
    return hostile.read(project)


@pytest.fixture(scope="module")
def made(archive: Archive) -> dict[str, str]:
    return archive.rendered()


def test_the_corpus_is_large_and_without_doubles() -> None:
    assert len(hostile.CORPUS) == len(set(hostile.CORPUS)) >= 100


def test_no_text_becomes_markup_on_a_page(made: dict[str, str]) -> None:
    assert [fault for path, text in made.items() for fault in faults(path, text)] == []


def test_every_text_stands_on_its_pages(made: dict[str, str]) -> None:
    """An attack that was dropped would be inert, too."""
    for number, text in enumerate(hostile.CORPUS):
        page = made[f"both/{hostile.name(number)}.html"]
        shown = re.sub(r"<[^>]*>", "", page)
        word = re.search(r"alert|191|javascript", text)
        assert word is None or "](" in text or shown.count(word[0]) >= 8, text


def test_no_text_becomes_markup_in_a_download(archive: Archive) -> None:
    found: list[str] = []
    for path, data in archive.downloads():
        if not path.endswith(".epub"):
            found += faults(path, data.decode())
            if path.endswith("json"):
                json.loads(data)
    assert found == []


def test_no_setting_becomes_markup() -> None:
    held = sample.archive(url="https://example.org/archive/")
    for text in hostile.settings():
        settings, problems = collected(content_settings.read_settings, text, "content/site.toml")
        assert {problem.code for problem in problems} <= {"C005"}
        free = tuple(FreePage("about", language, settings.title.fa, "", "", line=1) for language in Language)
        made = held.changed(config=settings, pages=free).rendered(wanted=SHOWN.__contains__)
        assert [fault for path, shown in made.items() for fault in faults(path, shown)] == []


def test_links_that_run_something_are_errors(archive: Archive) -> None:
    problems = archive.faults()
    assert {problem.code for problem in problems} == {"L005", "T031"}
    refused = {problem.path for problem in problems if problem.code == "L005"}
    for number, text in enumerate(hostile.CORPUS):
        path = f"content/interviews/{hostile.name(number)}.md"
        assert not markup.refused_links(text) or path in refused, text


@pytest.mark.parametrize(
    "sign", ["[", "[x](", "[[x]", "[x]( ", "[x](<", "![", "*", "_x_", "\\[", "<", "1. ", "- ", "> "]
)
def test_a_sign_ten_thousand_times_is_shown_and_ends_soon(sign: str) -> None:
    for make in (markup.inline, markup.page):
        assert faults("x.html", str(make(sign * 10_000, Language.FA))) == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](a_(b).html)",
        "[x [y] z](a.html)",
        '[x](a.html "y (z)")',
        "[x](<a.html>)",
        "[*x*](a.html#b)",
        "[x\ny](a.html)",
    ],
)
def test_an_odd_link_is_one(text: str) -> None:
    assert markup.inline(text, Language.EN).startswith('<a href="a')


def build(root: Path) -> int:
    return main(["build", "--root", str(root), "--packages", str(root / "none"), "--offline"])


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES], ids=["full", "read-only", "forbidden"])
def test_a_disk_that_takes_nothing_leaves_the_old_site(
    fault: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sites.make_built(tmp_path)
    before = sites.files(root / "output")
    (root / "content/people.toml").write_text("", encoding="utf-8")
    (root / "content/interviews/river.md").write_text(PLAIN, encoding="utf-8")

    def refuse(file: str, data: bytes, *, flush: bool = False) -> None:
        raise OSError(fault, os.strerror(fault), file)

    monkeypatch.setattr(storage_files, "put", refuse)
    assert build(root) == 1
    assert f" W001 {os.strerror(fault)}" in capsys.readouterr().err
    assert sites.files(root / "output") == before


def test_a_translation_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sites.make(tmp_path)
    memory = root / "content/translations/en/river.po"

    def refuse(file: str, data: bytes, *, flush: bool = False) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)

    monkeypatch.setattr(storage_files, "put", refuse)
    assert main(["translate", "--root", str(root), "--packages", str(root / "none"), "--offline"]) == 1
    assert "content/translations/en/river.po: M008 cannot be written: No space left" in capsys.readouterr().err
    assert not memory.exists()
