"""Dublin Core: what a record says, and that it keeps to the rules of ``oai_dc``."""

from __future__ import annotations

import importlib
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports.dublin_core import dublin_core, frame, piece
from goftogu.model import Bilingual
from goftogu.persian.dates.calendar import Calendar, PartialDate
from tests.materials import alike, bare, material, paragraph

etree: Any = importlib.import_module("lxml.etree")
DC: Final = "{http://purl.org/dc/elements/1.1/}"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
ELEMENTS: Final = frozenset(
    "title creator subject description publisher contributor date type format identifier source language relation "
    "coverage rights".split()
)
"""The fifteen elements of Dublin Core 1.1; ``oai_dc`` allows each any number of times, in any order."""


def read(held: Material) -> list[tuple[str, str, str]]:
    root = ET.fromstring(dublin_core(held))  # noqa: S314  written a moment ago, by us
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    return [(item.tag.removeprefix(DC), item.get(LANG, ""), item.text or "") for item in root]


def said(held: Material, name: str) -> list[tuple[str, str]]:
    return [(language, text) for found, language, text in read(held) if found == name]


def test_a_record_says_where_its_schema_is() -> None:
    root = ET.fromstring(dublin_core(material()))  # noqa: S314  written a moment ago, by us
    assert root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation") == (
        "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
    )


@pytest.mark.parametrize("held", [material(), bare(), material(translations=alike())])
def test_a_record_has_only_elements_of_dublin_core_with_text(held: Material) -> None:
    assert all(name in ELEMENTS and text for name, _, text in read(held))
    root = etree.fromstring(dublin_core(held))
    assert all(len(item) == 0 and set(item.attrib) <= {LANG} for item in root)


def test_a_record_has_both_languages_and_what_they_share_once() -> None:
    held = material(config=SiteConfig(url="https://example.org/a/", rights=Bilingual("آزاد", "Free")))
    assert said(held, "title") == [("fa", "گفت‌وگو دربارهٔ «رودخانه»"), ("en", "A Talk about the “River”")]
    assert said(held, "creator") == [("fa", "مریم احمدی"), ("en", "Maryam Ahmadi")]
    assert said(held, "contributor") == [("fa", "رادیو"), ("en", "Radio, Tehran")]
    assert said(held, "subject") == [("fa", "رودخانه"), ("en", "Rivers & streams")]
    assert said(held, "rights") == [("fa", "آزاد"), ("en", "Free")]
    assert said(held, "language") == [("", "fa"), ("", "en")]
    assert said(held, "date") == [("", "2023-06-04")]
    assert said(held, "type") == [("", "Interview")]
    assert said(held, "source") == [("", "https://example.org/news")]
    addresses = ["https://example.org/a/fa/river.html", "https://example.org/a/en/river.html"]
    assert said(held, "identifier") == [("", address) for address in addresses]
    assert said(held, "relation") == []
    elements = read(held)
    assert elements.index(("type", "", "Interview")) < elements.index(("title", "en", "A Talk about the “River”"))


@pytest.mark.parametrize("name", ["title", "creator", "contributor", "subject", "description", "publisher", "rights"])
def test_what_is_written_in_words_says_in_which_language(name: str) -> None:
    config = SiteConfig(Bilingual("رود", "River"), url="https://example.org/a/", rights=Bilingual("آزاد", "Free"))
    assert {language for language, _ in said(material(config=config), name)} == {"fa", "en"}


def test_the_english_says_what_it_is() -> None:
    told = [text for _, text in said(material(translations=alike()), "description")]
    assert told[::2] == ["چکیده", "English of p1"]
    persian, english = told[1::2]
    assert persian.startswith("متن اصلی فارسی؛")
    assert english.startswith("draft translation, not reviewed (language model);")


def test_without_english_nothing_is_english() -> None:
    held = material(translations={})
    assert {language for _, language, _ in read(held)} == {"", "fa"}
    assert said(held, "language") == [("", "fa")]


def test_a_label_is_nobodys_english_name() -> None:
    held = material(speakers=bare().interview.speakers)
    assert said(held, "creator") == [("", "خانم احمدی")]


def test_without_an_address_the_id_identifies() -> None:
    assert said(bare(), "identifier") == [("", "river")]


def test_a_year_of_another_calendar_is_an_interval_and_words() -> None:
    held = material(date=PartialDate(Calendar.JALALI, 1357))
    assert said(held, "date") == [("", "1978-03-21/1979-03-20"), ("", "1357/1978–79")]
    assert said(material(date=PartialDate(Calendar.GREGORIAN, 1979)), "date") == [("", "1979")]
    assert said(material(date=None), "date") == []


def test_what_no_xml_may_hold_is_replaced() -> None:
    held = material(title=paragraph("title", "<b> & \x01\ufffe"), translations={})
    assert said(held, "title") == [("fa", "<b> & \ufffd\ufffd")]


def test_the_whole_archive_is_one_document() -> None:
    head, tail = frame(Site(SiteConfig(), material().vocabulary))
    root = etree.fromstring(b"".join([head, piece(material()), piece(bare()), tail]))
    assert [item.tag.rpartition("}")[2] for item in root] == ["dc", "dc"]
    assert etree.tostring(root[0], method="c14n") == etree.tostring(
        etree.fromstring(dublin_core(material())), method="c14n"
    )
