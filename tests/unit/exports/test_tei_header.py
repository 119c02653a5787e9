from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.engine_settings import EngineSettings
from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.exports.tei_header import agents, header, responsible
from goftogu.model import Bilingual, Language, Provenance
from goftogu.persian.dates.calendar import parse
from goftogu.translation.memory.entry import State, Translation
from tests.materials import ARGOS, DRAFT, alike, bare, material, paragraph

LANG, ID = "{http://www.w3.org/XML/1998/namespace}lang", "{http://www.w3.org/XML/1998/namespace}id"
URL = "https://example.org/archive/"


def read(held: Material) -> ET.Element:
    return ET.fromstring(header(held))  # noqa: S314  # written a moment ago, by us


def said(element: ET.Element | None) -> str:
    assert element is not None
    return "".join(element.itertext()).strip()


def found(held: Material, path: str) -> list[tuple[dict[str, str], str]]:
    return [(element.attrib, said(element)) for element in read(held).findall(path)]


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        (Translation("x", State.MACHINE, ARGOS), [("English translation made by", ARGOS)]),
        (
            Translation("x", State.REVIEWED, DRAFT, by="Jane Doe"),
            [("English translation made by", DRAFT), ("English translation reviewed by", "Jane Doe")],
        ),
        (Translation("x", State.REVIEWED, "", by="Jane Doe"), [("English translation reviewed by", "Jane Doe")]),
        (Translation("x", State.REVIEWED, DRAFT, by=""), [("English translation made by", DRAFT)]),
        (Translation("x", State.STALE, DRAFT, by="Jane Doe"), [("English translation made by", DRAFT)]),
        (Translation("x", State.DRAFT, ""), []),
    ],
)
def test_only_a_review_that_holds_names_its_reviewer(translation: Translation, expected: list[tuple[str, str]]) -> None:
    held = material(translations={"t5.1": translation})
    assert responsible(held, held.interview.turns[-1].paragraphs[0]) == expected


def test_agents_are_numbered_in_the_order_of_their_names() -> None:
    assert agents(material()) == {
        ("English translation made by", ARGOS): "agent-1",
        ("English translation made by", DRAFT): "agent-2",
        ("English translation reviewed by", "Jane Doe"): "agent-3",
    }
    assert agents(bare()) == {}


def test_the_title_is_in_the_languages_that_there_are() -> None:
    path = "fileDesc/titleStmt/title"
    assert found(material(), path) == [
        ({LANG: "fa"}, "گفت‌وگو دربارهٔ «رودخانه»"),
        ({LANG: "en"}, "A Talk about the “River”"),
    ]
    assert found(bare(), path) == [({LANG: "fa"}, "گفت‌وگو دربارهٔ «رودخانه»")]


def test_everybody_is_responsible_for_something() -> None:
    statements = read(material()).findall("fileDesc/titleStmt/respStmt")
    assert [(item.get(ID), said(item.find("resp")), said(item.find("name"))) for item in statements] == [
        (None, "interviewee", "Maryam Ahmadi"),
        (None, "interviewer", "Radio, Tehran"),
        ("agent-1", "English translation made by", ARGOS),
        ("agent-2", "English translation made by", DRAFT),
        ("agent-3", "English translation reviewed by", "Jane Doe"),
    ]
    names = [item.find("name") for item in read(bare()).findall("fileDesc/titleStmt/respStmt")]
    assert [(item.get(LANG), said(item)) for item in names if item is not None] == [("fa", "خانم احمدی")]


def test_the_publication_has_addresses_and_versions_of_both_texts() -> None:
    held = material()
    ids = found(held, "fileDesc/publicationStmt/idno")
    assert ids == [
        ({"type": "interview"}, "river"),
        ({"type": "URI"}, f"{URL}fa/river.html"),
        ({"type": "version-fa"}, ids[2][1]),
        ({"type": "URI"}, f"{URL}en/river.html"),
        ({"type": "version-en"}, ids[4][1]),
    ]
    assert ids[2][1] != ids[4][1]
    assert [text for _, text in found(bare(), "fileDesc/publicationStmt/idno[@type='path']")] == [
        "fa/river.html",
        "en/river.html",
    ]


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (SiteConfig(), []),
        (SiteConfig(rights=Bilingual("آزاد", "Free")), [({}, ["آزاد", "Free"])]),
        (
            SiteConfig(licence="https://example.org/l"),
            [({"target": "https://example.org/l"}, ["https://example.org/l"] * 2)],
        ),
        (
            SiteConfig(rights=Bilingual("آزاد", "Free"), licence="https://example.org/l"),
            [({"target": "https://example.org/l"}, ["آزاد", "Free"])],
        ),
    ],
)
def test_rights_and_licence_are_told_if_there_are_any(config: SiteConfig, expected: list[object]) -> None:
    licences = read(material(config=config)).findall("fileDesc/publicationStmt/availability/licence")
    assert [(item.attrib, [said(part) for part in item]) for item in licences] == expected


def test_a_translation_has_a_licence_of_its_own_beside_that_of_the_text() -> None:
    config = SiteConfig(rights=Bilingual("آزاد", "Free"), translation=EngineSettings(licence="https://example.org/t"))
    licences = read(material(config=config)).findall("fileDesc/publicationStmt/availability/licence")
    assert [(item.attrib, [said(part) for part in item]) for item in licences] == [
        ({}, ["آزاد", "Free"]),
        (
            {"target": "https://example.org/t"},
            ["مجوز بازنشر ترجمه: https://example.org/t", "Licence of the translation: https://example.org/t"],
        ),
    ]


def test_a_source_without_an_entry_has_one_name_and_no_more_than_is_known() -> None:
    held = material(provenance=Provenance(name_text="روزنامهٔ <دشت>"), date=None)
    (source,) = read(held).findall("fileDesc/sourceDesc/bibl")
    assert [(part.tag, part.get(LANG), said(part)) for part in source] == [
        ("title", "fa", "گفت‌وگو دربارهٔ «رودخانه»"),
        ("publisher", "fa", "روزنامهٔ <دشت>"),
    ]


@pytest.mark.parametrize(
    ("date", "attributes"),
    [
        ("1402-03-14", {"when": "2023-06-04"}),
        ("1402-03", {"when": "2023"}),
        ("1357", {"notBefore": "1978-03-21", "notAfter": "1979-03-20"}),
    ],
)
def test_a_date_claims_no_more_than_is_known(date: str, attributes: dict[str, str]) -> None:
    held = material(date=parse(date))
    for path, language in (("fileDesc/sourceDesc/bibl/date", "fa"), ("profileDesc/creation/date", "en")):
        assert found(held, path)[0][0] == {**attributes, LANG: language}
    assert found(bare(), "profileDesc/creation/date") == []


def test_what_was_restored_is_told_only_where_something_was() -> None:
    assert len(found(material(), "encodingDesc/editorialDecl/p")) == 2
    plain = material()
    interview = replace(
        plain.interview,
        title=replace(plain.interview.title, record=plain.interview.title.reading),
        turns=(),
        exchanges=(),
        sections=(),
    )
    assert len(found(replace(plain, interview=interview), "encodingDesc/editorialDecl/p")) == 1


def test_every_state_is_a_category_in_both_languages() -> None:
    states = read(material()).findall("encodingDesc/classDecl/taxonomy[1]/category")
    names = [f"state-{state}" for state in State if state is not State.ORIGINAL]
    assert [item.attrib for item in states] == [{ID: name} for name in names]
    assert [said(part) for part in states[0]] == ["ترجمهٔ ماشینی، بازبینی‌نشده", "machine translation, not reviewed"]
    assert [part.get(LANG) for part in states[0]] == ["fa", "en"]


def test_only_topics_that_are_used_are_listed() -> None:
    topics = read(material()).findall("encodingDesc/classDecl/taxonomy[2]/category")
    assert [(item.get(ID), item.get("corresp")) for item in topics] == [
        ("topic-water", None),
        ("topic-river", "#topic-water"),
    ]
    assert read(replace(material(), marks={})).findall("encodingDesc/classDecl/taxonomy[2]") == []
    assert found(material(), "profileDesc/textClass/catRef") == [({"scheme": "#topics", "target": "#topic-river"}, "")]
    assert found(replace(material(), marks={}), "profileDesc/textClass") == []


def test_speakers_are_people_with_labels_names_and_bodies() -> None:
    people = read(material()).findall("profileDesc/particDesc/listPerson/person")
    assert [(item.get(ID), item.get("role")) for item in people] == [
        ("who-1", "interviewer"),
        ("who-2", "interviewee"),
        ("who-3", "other"),
    ]
    assert [[(part.tag, part.get("type"), said(part)) for part in item] for item in people] == [
        [
            ("persName", "label", "پرسشگر"),
            ("affiliation", None, "رادیو"),
            ("affiliation", None, "Radio, Tehran"),
            ("note", None, "گزارشگر"),
            ("note", None, "reporter"),
        ],
        [
            ("persName", "label", "خانم احمدی"),
            ("persName", None, "مریم احمدی"),
            ("persName", None, "Maryam Ahmadi"),
        ],
        [("persName", "label", "همسایه")],
    ]
    (persian, english) = people[0].findall("note")
    assert (persian.get(ID), english.get("corresp"), english.get("ana")) == (
        "speaker.1",
        "#speaker.1",
        "#state-machine",
    )
    assert len(read(material(translations={})).findall(".//note")) == 1


def test_the_languages_are_named() -> None:
    assert found(material(translations=alike()), "profileDesc/langUsage/language") == [
        ({"ident": "fa"}, "Persian"),
        ({"ident": "en"}, "English"),
    ]


def test_a_language_of_a_paragraph_is_named_where_it_has_a_name() -> None:
    units = (replace(paragraph("t1.1", "Salam"), language="az"), replace(paragraph("t1.2", "Salam"), language="xyz"))
    first, *rest = material().interview.turns
    held = material(turns=(replace(first, paragraphs=units), *rest))
    assert found(held, "profileDesc/langUsage/language")[2:] == [
        ({"ident": "az"}, "Azerbaijani"),
        ({"ident": "xyz"}, "xyz"),
    ]


def test_a_review_is_a_change_of_the_text_by_somebody() -> None:
    made = {
        "t1.1": Translation("Yes.", State.REVIEWED, ARGOS, by="Sara Omidi", day="2026-11-27"),
        "t2.1": Translation("No.", State.REVIEWED, ARGOS, by="Sara Omidi", day="2026-12-03"),
        "t5.1": Translation("Thanks.", State.REVIEWED, ARGOS, by="", day="2026-12-04"),
        "t3.1": Translation("So.", State.REVIEWED, ARGOS, by="Reza Kia"),
    }
    held = material(translations=made)
    sara = agents(held)["English translation reviewed by", "Sara Omidi"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert found(held, "revisionDesc/change") == [
        ({"when": "2026-12-03", "who": f"#{sara}", lang: "en"}, "English translation reviewed; passages: 2"),
        ({"when": "2026-12-04", lang: "en"}, "English translation reviewed; passages: 1"),
    ]


def test_without_a_review_there_is_no_change() -> None:
    assert found(material(translations=alike()), "revisionDesc/change") == []


def test_the_header_says_which_text_it_is_and_whether_there_is_a_translation() -> None:
    alone = material(config=SiteConfig(languages=(Language.FA,)))
    notes = [found(held, "encodingDesc/editorialDecl/p")[0] for held in (material(), alone)]
    assert [text.partition(".")[0] for _, text in notes] == ["The text is the reading text", "متن همان متن خواندنی است"]
    assert [attributes[LANG] for attributes, _ in notes] == ["en", "fa"]
