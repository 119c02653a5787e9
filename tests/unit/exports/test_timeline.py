from __future__ import annotations

from xml.etree import ElementTree as ET

from goftogu.edition.material import Material
from goftogu.edition.recordings import MediaFacts
from goftogu.exports import timeline
from goftogu.exports.tei import tei
from tests.materials import interview, material
from tests.recordings import recorded, timed
from tests.unit.exports.test_tei import schema

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
MEDIA = (
    recorded("a b.mp3", label=("نوار", "Tape & <1>")),
    recorded(url="https://example.net/film.webm", offset=60),
)
FACTS = {"a b.mp3": MediaFacts("audio/mpeg", 61.6)}


def read(given: Material) -> ET.Element:
    return ET.fromstring(tei(given))  # noqa: S314  our own XML


def test_an_interview_without_times_has_no_timeline() -> None:
    text = tei(material())
    assert b"timeline" not in text
    assert b" start=" not in text
    assert b"recording" not in text
    assert list(timeline.timeline(interview())) == []


def test_every_time_is_a_point() -> None:
    root = read(timed({"t1.1": 0, "t2.1": 8, "t2.2": 12, "t5.1": 8}))
    (found,) = root.iter(f"{TEI}timeline")
    assert found.attrib == {"unit": "s", "origin": "#time-0"}
    assert [(when.get(ID), when.get("interval"), when.get("since")) for when in found] == [
        ("time-0", None, None),
        ("time-8", "8", "#time-0"),
        ("time-12", "12", "#time-0"),
    ]


def test_turns_and_paragraphs_lead_to_their_points_in_both_texts() -> None:
    root = read(timed({"t1.1": 0, "t2.1": 8, "t2.2": 12}))
    assert {each.get(ID): each.get("start") for each in root.iter(f"{TEI}u")} == {
        "t1": "#time-0",
        "t2": "#time-8",
        "t4": None,
        "t5": None,
        "t1.en": "#time-0",
        "t2.en": "#time-8",
        "t4.en": None,
        "t5.en": None,
    }
    assert {each.get(ID): each.get("synch") for each in root.iter(f"{TEI}seg") if each.get("synch")} == {
        "t2.2": "#time-12",
        "t2.2.en": "#time-12",
    }


def test_the_header_names_the_recordings() -> None:
    root = read(timed(media=MEDIA, facts=FACTS))
    first, second = root.iter(f"{TEI}recording")
    assert [first.attrib, second.attrib] == [{"type": "audio", "dur": "PT62S"}, {"type": "video"}]
    media = first.find(f"{TEI}media")
    assert media is not None
    assert media.attrib == {"mimeType": "audio/mpeg", "url": "https://example.org/archive/media/a%20b.mp3"}
    assert [each.text for each in media] == ["نوار", "Tape & <1>"]


def test_the_document_is_valid_tei() -> None:
    etree, validator = schema()
    for given in (timed(), timed({"t1.1": 0, "t2.1": 8, "t2.2": 12}, media=MEDIA, facts=FACTS), timed(media=())):
        assert validator.validate(etree.fromstring(tei(given))), validator.error_log
