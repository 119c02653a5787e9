"""Pictures in TEI: where they are, what they say in each language, and where their files are."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.exports.tei import tei
from tests.materials import illustrated, material

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def figures(given: Material) -> list[ET.Element]:
    return list(fromstring(tei(given)).iter(f"{TEI}figure"))


def said(figure: ET.Element, tag: str) -> str:
    found = figure.find(f"{TEI}{tag}")
    return "" if found is None else "".join(found.itertext())


def test_an_interview_without_pictures_has_no_figure() -> None:
    assert figures(material()) == []


def test_each_text_has_the_pictures_and_the_persian_one_the_portrait() -> None:
    found = [(figure.get("type", ""), figure.get(f"{XML}id", "")) for figure in figures(illustrated())]
    persian = [("portrait", ""), ("", "f1"), ("", "f3"), ("", "f2")]
    assert found == [*persian, ("", "f1.en"), ("", "f3.en"), ("", "f2.en")]


def test_a_picture_says_what_it_shows_in_the_language_of_its_text() -> None:
    by_id = {figure.get(f"{XML}id", ""): figure for figure in figures(illustrated())}
    assert (said(by_id["f2"], "figDesc"), said(by_id["f2"], "head")) == ("رود", "سفیدرود، ۱۳۴۰")
    assert (said(by_id["f2.en"], "figDesc"), said(by_id["f2.en"], "head")) == ("A <river>", "The Sefidrud, 1961")
    for name in ("f2", "f2.en"):
        (credit,) = by_id[name].findall(f"{TEI}note")
        assert (credit.text, credit.attrib) == ("بایگانی", {"type": "credit", f"{XML}lang": "fa"})
    assert by_id["f2.en"].get("corresp") == "#f2"
    untold = by_id["f3.en"].find(f"{TEI}figDesc")
    assert untold is not None
    assert (untold.text, untold.get(f"{XML}lang")) == ("همان رود", "fa")
    assert by_id["f3.en"].find(f"{TEI}head/{TEI}gap") is not None


def test_the_file_is_the_largest_size_by_its_address() -> None:
    graphic = figures(illustrated())[1].find(f"{TEI}graphic")
    assert graphic is not None
    assert graphic.attrib == {
        "url": "https://example.org/archive/media/map-60.jpg",
        "mimeType": "image/jpeg",
        "width": "60px",
        "height": "40px",
    }


def test_without_an_address_of_the_site_the_way_is_that_from_the_download() -> None:
    graphic = figures(illustrated(config=SiteConfig()))[1].find(f"{TEI}graphic")
    assert graphic is not None
    assert graphic.get("url") == "../media/map-60.jpg"


def test_pictures_are_where_they_are_in_the_text() -> None:
    root = fromstring(tei(illustrated()))
    turn = next(found for found in root.iter(f"{TEI}u") if found.get(f"{XML}id") == "t2")
    assert [child.tag.removeprefix(TEI) for child in turn] == ["seg", "figure", "seg"]
    section = next(root.iter(f"{TEI}div"))
    assert [child.tag.removeprefix(TEI) for child in section][:3] == ["head", "figure", "u"]


def test_the_portrait_says_whom_it_shows_and_who_took_it() -> None:
    portrait = figures(illustrated())[0]
    assert [(part.tag.removeprefix(TEI), part.text) for part in portrait] == [
        ("graphic", None),
        ("figDesc", "خانم احمدی"),
        ("note", "عکس: رضا راد"),
    ]
    assert portrait[2].attrib == {"type": "credit"}
