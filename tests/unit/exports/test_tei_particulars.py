"""What the catalogue says of an interview, in its TEI."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.exports import tei_particulars
from goftogu.exports.tei import tei
from goftogu.model import Particulars
from tests import described, materials
from tests.recordings import FACTS, RECORDING

TEI = "{http://www.tei-c.org/ns/1.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROOT = ET.fromstring(tei(described.material()))  # noqa: S314  our own


def all_of(path: str, root: ET.Element = ROOT) -> list[ET.Element]:
    return root.findall(".//" + "/".join(f"{TEI}{part}" for part in path.split("/")))


def texts(path: str, root: ET.Element = ROOT) -> list[str]:
    return ["".join(found.itertext()).strip() for found in all_of(path, root)]


def test_the_summary_is_an_abstract_in_each_language() -> None:
    assert [(found.get(LANG), "".join(found.itertext()).strip()) for found in all_of("profileDesc/abstract")] == [
        ("fa", "گفت‌وگو از آب و نان"),
        ("en", "A talk about water and bread"),
    ]


def test_keywords_are_terms_beside_the_topics() -> None:
    assert texts("textClass/keywords/term") == ["رودخانه", "سیلاب", "river", "flood"]
    assert len(all_of("textClass/catRef")) == 1


def test_the_series_follows_the_publication() -> None:
    order = [child.tag.removeprefix(TEI) for child in all_of("fileDesc")[0]]
    assert order == ["titleStmt", "publicationStmt", "seriesStmt", "sourceDesc"]
    assert texts("seriesStmt/title") == ["آب‌ها", "Waters"]
    assert [found.attrib for found in all_of("seriesStmt/biblScope")] == [{"unit": "part", "n": "2"}]
    assert texts("seriesStmt/idno") == ["water"]


def test_identifiers_contributors_place_and_duration() -> None:
    idnos = {found.get("type"): found.text for found in all_of("publicationStmt/idno")}
    assert (idnos["call-number"], idnos["DOI"]) == ("OH-12 & 13", "10.5072/River.1")
    roles = list(zip(texts("respStmt/resp"), texts("respStmt/name"), strict=True))
    assert {("camera", "Radio, Tehran"), ("transcriber", "بهرام"), ("translator", "Jane Doe")} <= set(roles)
    languages = {found.text: found.get(LANG) for found in all_of("respStmt/name")}
    assert (languages["بهرام"], languages["Sara Nik"]) == ("fa", "en")
    assert texts("settingDesc/setting/placeName") == ["رشت", "Rasht"]
    assert [found.get("dur") for found in all_of("recordingStmt/recording")] == ["PT1H12M30S"]


def test_recordings_that_are_published_tell_how_long_they_are() -> None:
    held = described.material()
    heard = replace(held, interview=replace(held.interview, media=(RECORDING,)), media=FACTS)
    assert list(tei_particulars.recording(heard)) == []


def test_languages_that_the_text_is_not_in_are_said_to_be_spoken() -> None:
    assert [(found.get("ident"), found.text) for found in all_of("langUsage/language")] == [
        ("fa", "Persian"),
        ("en", "English"),
        ("glk", "Gilaki, spoken"),
    ]


def test_dari_that_the_text_is_in_is_not_said_to_be_spoken_besides() -> None:
    particulars = Particulars(languages=("prs", "ps"))
    material = described.material(particulars, language=TranscriptLanguage.DARI)
    root = ET.fromstring(tei(material))  # noqa: S314  our own
    assert texts("langUsage/language", root) == ["Dari", "English", "Pashto, spoken"]


def test_a_section_has_arguments_in_both_texts() -> None:
    found = all_of("div/argument")
    assert [(item.get("n"), "".join(item.itertext()).strip()) for item in found] == [
        ("synopsis", "از نان"),
        ("keywords", "نان؛ تنور"),
        ("synopsis", "Of bread"),
        ("keywords", ""),
    ]
    assert [child.tag.removeprefix(TEI) for child in all_of("div")[0]][:3] == ["head", "argument", "argument"]


def test_without_facts_there_are_no_elements_for_them() -> None:
    root = ET.fromstring(tei(materials.material()))  # noqa: S314  our own
    for path in ("abstract", "seriesStmt", "settingDesc", "recordingStmt", "argument", "keywords"):
        assert all_of(path, root) == [], path
    alone = ET.fromstring(tei(described.material(Particulars(series="water"))))  # noqa: S314  our own
    assert all_of("seriesStmt/biblScope", alone) == []
