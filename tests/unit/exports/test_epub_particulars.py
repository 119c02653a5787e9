"""What the catalogue says of an interview, in the package of its book and on its first page."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from goftogu.exports.epub import epub
from goftogu.model import Bilingual, Particulars, Rights
from tests import described, materials

DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"


def book(particulars: Particulars = described.PARTICULARS, rights: Rights = Rights()) -> dict[str, str]:  # noqa: B008
    with zipfile.ZipFile(io.BytesIO(epub(described.material(particulars, rights=rights)))) as found:
        return {name: found.read(name).decode() for name in found.namelist() if not name.endswith(".woff2")}


METADATA = ET.fromstring(book()["book/package.opf"])[0]  # noqa: S314  our own


def dc(name: str, root: ET.Element = METADATA) -> list[str]:
    return [found.text or "" for found in root.findall(f"{DC}{name}")]


def meta(name: str) -> list[str]:
    return [found.text or "" for found in METADATA.findall(f"{OPF}meta") if found.get("property") == name]


def test_every_fact_with_a_place_is_there() -> None:
    assert dc("identifier")[1:] == ["OH-12 & 13", "doi:10.5072/River.1"]
    assert {"گفت‌وگو از آب و نان", "A talk about water and bread"} <= set(dc("description"))
    assert {"رودخانه", "flood"} <= set(dc("subject"))
    assert (meta("belongs-to-collection"), meta("collection-type"), meta("group-position")) == (
        ["آب‌ها"],
        ["series"],
        ["2"],
    )
    assert meta("dcterms:extent") == ["PT1H12M30S"]


def test_contributors_have_codes_of_the_marc_list_where_it_has_one() -> None:
    assert dc("contributor")[1:] == ["رادیو", "سارا نیک", "بهرام", "سارا نیک", "Jane Doe"]
    assert meta("role")[2:] == ["vdg", "trc", "trc", "edt", "trl"]
    package = book(Particulars(contributors={"indexer": ("کسی",)}))["book/package.opf"]
    assert '<dc:contributor id="by-1">کسی</dc:contributor>' in package
    assert 'refines="#by-1"' not in package


def test_each_code_and_each_part_of_a_series_says_what_it_is_about() -> None:
    named = {found.get("id"): found.text for found in METADATA.iter() if found.get("id")}
    refining = [found for found in METADATA.findall(f"{OPF}meta") if found.get("refines")]
    roles = [found for found in refining if found.get("property") == "role"]
    assert {found.get("scheme") for found in roles} == {"marc:relators"}
    assert [(named[(found.get("refines") or "")[1:]], found.text) for found in roles[2:]] == [
        ("رادیو", "vdg"),
        ("سارا نیک", "trc"),
        ("بهرام", "trc"),
        ("سارا نیک", "edt"),
        ("Jane Doe", "trl"),
    ]
    series = [found for found in refining if found.get("property") in {"collection-type", "group-position"}]
    assert [named[(found.get("refines") or "")[1:]] for found in series] == ["آب‌ها", "آب‌ها"]


def test_what_is_said_in_a_language_says_so() -> None:
    tagged = {
        (found.text, found.get("{http://www.w3.org/XML/1998/namespace}lang"), found.get("dir"))
        for found in METADATA
        if found.tag in {f"{DC}description", f"{DC}subject"}
    }
    assert ("گفت‌وگو از آب و نان", "fa", "rtl") in tagged
    assert ("A talk about water and bread", "en", "ltr") in tagged
    assert ("رودخانه", "fa", "rtl") in tagged
    assert ("flood", "en", "ltr") in tagged


def test_ids_are_unique() -> None:
    ids = [found.get("id") for found in METADATA.iter() if found.get("id")]
    assert len(ids) == len(set(ids))


def test_rights_are_there_as_a_whole() -> None:
    owned = Rights("sara", "https://example.org/l", Bilingual("آزاد", "Free"))
    found = ET.fromstring(book(rights=owned)["book/package.opf"])[0]  # noqa: S314  our own
    assert dc("rights", found) == ["آزاد", "https://example.org/l", "دارندهٔ حقوق: سارا نیک"]
    assert dc("rights") == [described.BY]
    owned = Rights(licence="https://example.org/l", translation="https://example.org/t")
    found = ET.fromstring(book(rights=owned)["book/package.opf"])[0]  # noqa: S314  our own
    assert dc("rights", found) == ["https://example.org/l", "مجوز بازنشر ترجمه: https://example.org/t"]


def test_readers_find_the_facts_below_a_heading() -> None:
    persian, english = (book()[f"book/{language}.xhtml"] for language in ("fa", "en"))
    assert "<h2>دربارهٔ این گفت‌وگو</h2>" in persian
    assert "<li>مجموعه: آب‌ها، بخش ۲</li>" in persian
    assert "<h2>About this interview</h2>" in english
    assert "<li>Duration: 1 hour 12 minutes 30 seconds</li>" in english
    assert "river, flood" in english
    assert english.index("Of bread") > english.index("Part One")


def test_without_facts_nothing_is_said() -> None:
    with zipfile.ZipFile(io.BytesIO(epub(materials.material()))) as found:
        page, package = (found.read(name).decode() for name in ("book/en.xhtml", "book/package.opf"))
    assert "About this interview" not in page
    assert "belongs-to-collection" not in package
