"""OHMS: what a record says, and what ``import`` reads of it."""

from __future__ import annotations

import dataclasses
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.recordings import MediaFacts
from goftogu.exports.ohms import TimedLine, ohms, sync
from goftogu.model import Bilingual, Provenance, Revision
from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.transcripts.formats import registry
from tests import described
from tests.collecting import collected
from tests.materials import alike, bare, material
from tests.recordings import recorded, timed

OHMS: Final = "{https://www.weareavp.com/nunncenter/ohms}"
ORDER: Final = (
    "version date date_nonpreferred_format title accession duration collection_id collection_name series_id "
    "series_name repository funding repository_url subject keyword interviewee interviewer file_name sync sync_alt "
    "transcript_alt_lang translate media_id media_url mediafile language index type description transcript "
    "transcript_alt rights fmt usage xmllocation xmlfilename"
).split()
"""The elements of a record, in the order in which OHMS writes them."""


def record(held: Material) -> ET.Element:
    root = ET.fromstring(ohms(held))  # noqa: S314  written a moment ago, by us
    assert root.tag == f"{OHMS}ROOT"
    (found,) = root
    return found


def said(held: Material, name: str) -> list[str]:
    return [item.text or "" for item in record(held).iter(f"{OHMS}{name}")]


@pytest.mark.parametrize("held", [material(), bare(), timed(), described.material(), material(translations=alike())])
def test_the_elements_are_those_of_ohms_in_their_order(held: Material) -> None:
    names = [item.tag.removeprefix(OHMS) for item in record(held)]
    assert list(dict.fromkeys(names)) == [name for name in ORDER if name in names]
    assert set(ORDER) - set(names) <= {"subject", "keyword", "interviewee", "interviewer"}


def test_a_record_says_what_is_known() -> None:
    held = record(material(revisions=(Revision("2024-02-03"),)))
    assert (held.get("id"), held.get("dt")) == ("river", "2024-02-03")
    assert record(material(provenance=Provenance())).get("dt") == "1970-01-01"
    date = held.find(f"{OHMS}date")
    assert date is not None
    assert (date.get("value"), date.get("format")) == ("2023-06-04", "yyyy-mm-dd")
    assert said(material(), "date_nonpreferred_format") == [""]
    assert said(material(), "title")[0] == "گفت‌وگو دربارهٔ «رودخانه»"
    assert (said(material(), "interviewee"), said(material(), "interviewer")) == (["مریم احمدی"], ["رادیو"])
    assert said(material(), "subject") == ["رودخانه", "Rivers & streams"]
    assert said(described.material(), "accession") == ["OH-12 & 13"]
    assert said(described.material(), "duration") == ["01:12:30"]
    assert said(described.material(), "series_name") == ["آب‌ها"]


def test_the_description_is_the_summary_or_else_the_first_words() -> None:
    assert said(described.material(), "description") == ["گفت‌وگو از آب و نان"]
    assert said(material(), "description") == ["چکیده"]
    assert said(bare(), "description") == [""]


def test_a_year_is_no_day() -> None:
    held = material(date=PartialDate(Calendar.JALALI, 1357))
    date = record(held).find(f"{OHMS}date")
    assert date is not None
    assert date.get("value", "") == ""
    assert said(held, "date_nonpreferred_format") == ["1357/1978–79"]


def test_the_translation_says_what_it_is() -> None:
    assert said(material(translations=alike()), "usage") == ["draft translation, not reviewed (language model)"]
    assert "not translated" in said(material(), "usage")[0]
    without = material(translations={})
    assert [said(without, name) for name in ("translate", "transcript_alt", "transcript_alt_lang", "usage")] == [
        ["0"], [""], [""], [""],
    ]  # fmt: skip


def test_both_transcripts_have_the_same_paragraphs() -> None:
    (persian,), (english,) = said(material(), "transcript"), said(material(), "transcript_alt")
    assert persian.split("\n\n")[1:3] == ["خانم احمدی: آب <b> & نان Tehran Times.", "و بس."]
    assert english.split("\n\n")[1:3] == ["Maryam Ahmadi: Water <b> & bread, Tehran Times.", "And that is all."]
    assert english.split("\n\n")[-1] == "Speaker: سپاس."
    assert len(persian.split("\n\n")) == len(english.split("\n\n"))


def test_the_recording_and_the_index_have_times() -> None:
    held = timed({"t1.1": 3, "t2.1": 8, "t4.1": 130})
    assert said(held, "media_url") == ["https://example.org/archive/media/river.mp3"]
    assert (said(held, "clip_format"), said(held, "fmt"), said(held, "host")) == (["audio"], ["audio"], ["Other"])
    (point,) = record(held).iter(f"{OHMS}point")
    texts = {item.tag.removeprefix(OHMS): item.text or "" for item in point}
    assert (texts["time"], texts["title"], texts["title_alt"]) == ("8", "بخش نخست", "Part One")
    assert texts["partial_transcript"] == "آب <b> & نان Tehran Times."
    assert texts["partial_transcript_alt"] == "Water <b> & bread, Tehran Times."
    assert (texts["subjects"], texts["subjects_alt"]) == ("آب; رودخانه", "Water; Rivers & streams")
    assert said(held, "sync") == said(held, "sync_alt") == ["1:|3(4)|3(8)"]
    assert (said(held, "translate"), said(held, "transcript_alt_lang")) == (["1"], ["English"])


def test_the_clock_is_that_of_the_recording() -> None:
    video = recorded(url="https://example.org/v.mp4", offset=-60)
    held = timed({"t1.1": 0, "t2.1": 30}, media=(video,), facts={"": MediaFacts("video/mp4", 0)})
    assert [item.text for item in record(held).iter(f"{OHMS}time")] == ["90"]
    assert said(held, "fmt") == ["video"]
    assert said(held, "sync") == ["1:|1(1)"]


def test_without_a_recording_the_clock_is_that_of_the_transcript() -> None:
    held = timed({"t1.1": 0, "t2.1": 60}, media=(), facts={})
    assert [item.text for item in record(held).iter(f"{OHMS}time")] == ["60"]
    assert said(held, "sync") == ["1:|3(1)"]


def test_a_paragraph_at_the_very_beginning_has_its_time() -> None:
    assert said(timed({"t1.1": 0, "t2.1": 100, "t4.1": 130}), "sync") == ["1:|1(6)|3(6)"]


def test_a_recording_that_begins_within_a_paragraph_is_at_its_line() -> None:
    late = recorded(url="https://example.org/v.mp4", offset=100)
    held = timed({"t1.1": 40, "t2.1": 220}, media=(late,), facts={"": MediaFacts("video/mp4", 0)})
    assert said(held, "sync") == ["1:|1(7)|3(1)"]


def test_a_section_before_the_recording_begins_with_it() -> None:
    video = recorded(url="https://example.org/v.mp4", offset=60)
    held = timed({"t1.1": 0, "t2.1": 30}, media=(video,), facts={"": MediaFacts("video/mp4", 0)})
    assert [item.text for item in record(held).iter(f"{OHMS}time")] == ["0"]


@pytest.mark.parametrize(
    ("text", "shown"), [("و " * 99 + "دو", "و " * 99 + "دو"), ("و " * 100 + "و", "و " * 99 + "و…")]
)
def test_the_first_200_characters_of_a_section_are_in_the_index(text: str, shown: str) -> None:
    held = timed({"t2.1": 8})
    first, second, *rest = held.interview.turns
    unit = dataclasses.replace(second.paragraphs[0], record=text, reading=text)
    second = dataclasses.replace(second, paragraphs=(unit, *second.paragraphs[1:]))
    changed = dataclasses.replace(held.interview, turns=(first, second, *rest))
    assert said(dataclasses.replace(held, interview=changed), "partial_transcript") == [shown]


def test_without_times_there_are_no_points() -> None:
    assert said(material(), "point") == []
    assert said(material(), "sync") == [""]
    assert said(material(), "media_url") == [""]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], ""),
        ([TimedLine(0, 1, 5), TimedLine(59, 3, 5)], ""),
        ([TimedLine(0, 1, 5), TimedLine(60, 3, 5)], "1:|3(1)"),
        ([TimedLine(0, 1, 10), TimedLine(120, 3, 5)], "1:|1(6)|3(1)"),
        ([TimedLine(0, 1, 0), TimedLine(120, 3, 5)], "1:|1(1)|3(1)"),
        ([TimedLine(90, 1, 10), TimedLine(190, 3, 5)], "1:|1(1)|1(4)|1(10)"),
    ],
)
def test_each_minute_is_in_the_line_that_is_spoken_then(lines: list[TimedLine], expected: str) -> None:
    assert sync(lines) == expected


def test_times_that_go_back_make_no_marks() -> None:
    assert said(timed({"t1.1": 70, "t2.1": 10, "t4.1": 130}), "sync") == ["1:|1(1)|1(8)"]


def test_import_reads_the_record() -> None:
    config = SiteConfig(Bilingual("بایگانی", "Archive"), url="https://example.org/")
    full = timed({"t1.1": 0, "t2.1": 60, "t4.1": 180}, translations=alike(), config=config)
    held = dataclasses.replace(full, translations={**full.translations})
    found, problems = collected(registry.read, ohms(held), "river.xml")
    assert problems == []
    assert found is not None
    assert (found.title, found.date) == ("گفت‌وگو دربارهٔ «رودخانه»", "2023-06-04")
    assert (found.interviewees, found.interviewers) == (("مریم احمدی",), ("رادیو",))
    texts = [piece.text for piece in found.pieces if not piece.note and not piece.heading]
    written = said(held, "transcript")[0].split("\n\n")
    assert len(texts) == len(written)
    assert [text for text in texts if "**" not in text] == [text for text in written if "<b>" not in text]
    assert [piece.text for piece in found.pieces if piece.heading] == ["بخش نخست"]
    assert {twin.english for twin in found.twins} >= {"English of t2.1", "English of t5.1"}
