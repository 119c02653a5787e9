from __future__ import annotations

import uuid
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.exports.epub_package import CONTAINER, navigation, package
from goftogu.model import Bilingual, Exchange
from goftogu.persian.dates.calendar import parse
from tests.materials import alike, bare, illustrated, material, paragraph
from tests.talks import a_turn

DC, OPF, HTML = "{http://purl.org/dc/elements/1.1/}", "{http://www.idpf.org/2007/opf}", "{http://www.w3.org/1999/xhtml}"
XML = "{http://www.w3.org/XML/1998/namespace}"
EPUB = "{http://www.idpf.org/2007/ops}"


def opened(held: Material) -> ET.Element:
    return ET.fromstring(package(held))  # noqa: S314  # written a moment ago, by us


def values(held: Material, name: str) -> list[str | None]:
    return [element.text for element in opened(held).iter(f"{DC}{name}")]


def metas(held: Material) -> list[tuple[str | None, str | None]]:
    return [(element.get("property"), element.text) for element in opened(held).iter(f"{OPF}meta")]


def test_the_container_leads_to_the_package() -> None:
    (file,) = ET.fromstring(CONTAINER).iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")  # noqa: S314
    assert file.attrib == {"full-path": "book/package.opf", "media-type": "application/oebps-package+xml"}


def test_the_package_is_epub_3_and_reads_from_right_to_left() -> None:
    root = opened(material())
    assert root.tag == f"{OPF}package"
    assert root.attrib == {"version": "3.0", "unique-identifier": "id", f"{XML}lang": "fa", "dir": "rtl"}
    assert [
        (item.get("id"), item.get("href"), item.get("media-type"), item.get("properties"))
        for item in root.iter(f"{OPF}item")
    ] == [
        ("nav", "nav.xhtml", "application/xhtml+xml", "nav"),
        ("style", "style.css", "text/css", None),
        ("fa", "fa.xhtml", "application/xhtml+xml", None),
        ("en", "en.xhtml", "application/xhtml+xml", None),
        ("face", "vazirmatn.woff2", "font/woff2", None),
        ("cover", "cover.xhtml", "application/xhtml+xml", "svg"),
        ("cover-image", "cover.svg", "image/svg+xml", "cover-image"),
    ]


def test_a_book_is_named_by_its_address_or_by_its_archive() -> None:
    by_address = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/archive/#river").urn
    assert values(material(), "identifier") == [by_address]
    config = SiteConfig(Bilingual("بایگانی رود", "River Archive"))
    by_name = uuid.uuid5(uuid.NAMESPACE_URL, "بایگانی رود#river").urn
    assert values(material(config=config), "identifier") == [by_name]
    (identifier,) = opened(material()).iter(f"{DC}identifier")
    assert identifier.get("id") == "id"


def test_the_package_describes_the_interview() -> None:
    assert values(material(), "publisher") == ["بایگانی رود"]
    assert values(material(), "source") == ["https://example.org/archive/fa/river.html"]
    assert values(material(), "subject") == ["Rivers & streams"]
    assert values(material(), "contributor") == ["رادیو"]
    (description,) = values(material(translations=alike()), "description")
    assert description is not None
    assert description.startswith("draft translation, not reviewed (language model)")
    assert values(material(), "rights") == []


def test_titles_are_in_the_languages_that_there_are() -> None:
    titles = [(item.get(f"{XML}lang"), item.get("dir")) for item in opened(material()).iter(f"{DC}title")]
    assert titles == [("fa", "rtl"), ("en", "ltr")]
    assert [item.get(f"{XML}lang") for item in opened(bare()).iter(f"{DC}title")] == ["fa"]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("1402-03-14", "2023-06-04"),
        ("1402-03", "2023"),
        ("1979", "1979"),
    ],
)
def test_a_date_is_given_as_far_as_it_is_sure(date: str, day: str) -> None:
    assert values(material(date=parse(date)), "date") == [day]
    assert values(bare(), "date") == []


@pytest.mark.parametrize("date", ["1357", "1356/1358"])
def test_a_date_that_no_gregorian_year_holds_is_not_given(date: str) -> None:
    assert values(material(date=parse(date)), "date") == []


def test_every_role_is_that_of_its_person() -> None:
    root = opened(material())
    people = {item.get("id"): item.text for name in ("creator", "contributor") for item in root.iter(f"{DC}{name}")}
    roles = {item.get("refines"): item.text for item in root.iter(f"{OPF}meta") if item.get("property") == "role"}
    assert people == {"ive-1": "مریم احمدی", "ivr-1": "رادیو"}
    assert roles == {"#ive-1": "ive", "#ivr-1": "ivr"}
    assert {item.get("scheme") for item in root.iter(f"{OPF}meta") if item.get("property") == "role"} == {
        "marc:relators"
    }


def test_the_package_says_how_accessible_it_is() -> None:
    found = [(name, text) for name, text in metas(material()) if name and name.startswith("schema:")]
    assert found[:-1] == [
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityHazard", "none"),
    ]
    summary = "with headings, and the language of every passage marked."
    assert found[-1] == ("schema:accessibilitySummary", f"Text only, {summary}")
    assert ("schema:accessibilitySummary", f"Text with described pictures, {summary}") in metas(illustrated())


@pytest.mark.parametrize(
    ("date", "received", "day"),
    [("1357", "2023-06-05", "2023-06-05"), ("1357", "", "2000-01-01"), ("", "", "2000-01-01")],
)
def test_the_last_change_is_told_without_a_clock(date: str, received: str, day: str) -> None:
    held = material(date=parse(date) if date else None)
    provenance = replace(held.interview.provenance, received=received)
    changed = replace(held, interview=replace(held.interview, provenance=provenance))
    assert dict(metas(changed))["dcterms:modified"] == f"{day}T00:00:00Z"


def test_the_contents_lead_to_every_question_in_both_languages() -> None:
    root = ET.fromstring(navigation(material()))  # noqa: S314  # written a moment ago, by us
    (nav,) = root.iter(f"{HTML}nav")
    assert nav.get(f"{EPUB}type") == "toc"
    assert (root.get("lang"), root.get("dir"), root.findtext(f"{HTML}head/{HTML}title")) == ("fa", "rtl", "فهرست")
    links = [(link.get("href"), "".join(link.itertext())) for link in nav.iter(f"{HTML}a")]
    assert links == [
        ("fa.xhtml", "متن فارسی"),
        ("fa.xhtml#t1", "۱. از گفت‌وگو با رودخانه چه به یاد دارید؟"),
        ("fa.xhtml#t2", "بخش نخست"),
        ("fa.xhtml#t4", "۳. پیوند و بند؟"),
        ("en.xhtml", "English text"),
        ("en.xhtml#t1", "1. What do you remember of the talk with the river?"),
        ("en.xhtml#t2", "Part One"),
        ("en.xhtml#t4", "3. A link and a turn?"),
    ]


def test_the_contents_call_an_exchange_without_a_question_by_its_own_words() -> None:
    turns = (
        a_turn("t1", "پرسشگر", (paragraph("t1.1", "یاد آن روزها به خیر."),), 0),
        a_turn("t2", "پرسشگر", (paragraph("t2.1", "از رودخانه چه به یاد دارید؟"),), 1),
    )
    exchanges = (Exchange("x-t1", ("t1",)), Exchange("x-t2", ("t2",)))
    held = material(turns=turns, exchanges=exchanges, sections=(), translations={})
    root = ET.fromstring(navigation(held))  # noqa: S314  # written a moment ago, by us
    words = ["".join(link.itertext()) for link in root.iter(f"{HTML}a")]
    assert words[1:3] == ["۱. یاد آن روزها به خیر.", "۲. از رودخانه چه به یاد دارید؟"]


def test_long_questions_are_cut_in_the_contents() -> None:
    held = material(translations={**alike()})
    long = replace(held.translations["t1.1"], text="word " * 40)
    root = ET.fromstring(navigation(material(translations={**alike(), "t1.1": long})))  # noqa: S314
    words = ["".join(link.itertext()) for link in root.iter(f"{HTML}a")]
    assert words[5] == "1. " + "word " * 21 + "word…"


def test_each_word_of_the_package_says_its_language_and_direction() -> None:
    root = opened(material())

    def said(name: str) -> list[tuple[str | None, str | None]]:
        return [(element.get(f"{XML}lang"), element.get("dir")) for element in root.iter(name)]

    fa, en = ("fa", "rtl"), ("en", "ltr")
    assert said(f"{DC}title") == [fa, en]
    assert said(f"{DC}description") == [en]
    assert set(said(f"{DC}subject")) == {en}
    accessible = [
        element for element in root.iter(f"{OPF}meta") if (element.get("property") or "").startswith("schema:access")
    ]
    assert len(accessible) > 4
    assert {(element.get(f"{XML}lang"), element.get("dir")) for element in accessible} == {en}


def test_people_are_named_with_the_code_of_their_role() -> None:
    root = opened(material())
    named = {
        element.get("id"): (element.tag.removeprefix(DC), element.text) for element in root.iter() if element.get("id")
    }
    refined = [element for element in root.iter(f"{OPF}meta") if element.get("refines")]
    assert [(element.get("property"), element.get("scheme")) for element in refined] == [("role", "marc:relators")] * 2
    assert {element.text: named[(element.get("refines") or "")[1:]] for element in refined} == {
        "ive": ("creator", "مریم احمدی"),
        "ivr": ("contributor", "رادیو"),
    }


def test_the_contents_are_a_page_of_their_own_in_the_style_of_the_book() -> None:
    root = ET.fromstring(navigation(material()))  # noqa: S314  # written a moment ago, by us
    assert root.attrib == {f"{XML}lang": "fa", "lang": "fa", "dir": "rtl"}
    (style,) = root.iter(f"{HTML}link")
    assert style.attrib == {"rel": "stylesheet", "href": "style.css"}
    (contents,) = root.iter(f"{HTML}nav")
    assert contents.attrib == {f"{EPUB}type": "toc"}
    heading = contents.findtext(f"{HTML}h1")
    assert heading
    assert root.findtext(f"{HTML}head/{HTML}title") == heading


def test_the_book_is_read_from_right_to_left_with_its_cover_first() -> None:
    (spine,) = opened(material()).iter(f"{OPF}spine")
    assert spine.attrib == {"page-progression-direction": "rtl"}
    assert [item.get("idref") for item in spine] == ["cover", "fa", "en"]
