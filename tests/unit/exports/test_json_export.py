"""The machine-readable twin: what stands in it, and that its schema notices what is wrong."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.material import Material
from goftogu.exports.json_export import SCHEMA, json_document
from goftogu.index.indexing import GivenBy, Kind
from goftogu.index.topics import TopicMark
from goftogu.model import (
    Bilingual,
    Exchange,
    Footnote,
    Interview,
    Paragraph,
    Provenance,
    Revision,
    Rights,
    Role,
    Section,
    Speaker,
    StageNote,
)
from goftogu.persian.dates.calendar import Calendar, DateRange, DateValue, PartialDate
from goftogu.translation.memory.entry import State, Translation
from tests.materials import COLLATION, illustrated
from tests.recordings import RECORDING, recorded, timed
from tests.talks import a_turn

SCHEMA_FILE = Path(__file__).parents[3] / "docs/interview.schema.json"
SCHEMA_OF_TWIN = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA_OF_TWIN)


def paragraph(identifier: str, record: str) -> Paragraph:
    return Paragraph(identifier, record, record.replace("گفتوگو", "گفت\u200cوگو"), line=0)


INTERVIEW = Interview(
    id="kazinform",
    path="content/interviews/kazinform.md",
    title=paragraph("title", "گفتوگو با کازاینفورم"),
    date=PartialDate(Calendar.JALALI, 1404, 9, 22),
    speakers={
        "مجری": Speaker(
            "مجری", Role.INTERVIEWER, organisation="kazinform", description=paragraph("speaker.1", "گزارشگر")
        ),
        "پزشکیان": Speaker("پزشکیان", Role.INTERVIEWEE, person="pezeshkian", inferred=True),
    },
    lede=paragraph("lede", "چکیدهٔ گفتوگو"),
    introduction=(paragraph("p1", "به گزارش خبرگزاری"),),
    note=paragraph("note", "متن کامل:"),
    turns=(
        a_turn("t1", "مجری", (paragraph("t1.1", "پرسش؟"),), 0, section="s1", stamped=True),
        a_turn("t2", "پزشکیان", (paragraph("t2.1", "پاسخ <b>."), paragraph("t2.2", "و باز گفتوگو.")), 0, section="s1"),
        a_turn("t3", "مجری", (paragraph("t3.1", "سپاس."),), 1, inferred=True),
    ),
    exchanges=(Exchange("x-t1", ("t1", "t2")), Exchange("x-t3", ("t3",))),
    sections=(Section("s1", paragraph("s1", "بخش نخست"), "t1"),),
    provenance=Provenance(name="irib", received="2025-12-13", file="000.txt"),
    raw=False,
)
ENGLISH = {
    "title": Translation("Interview with Kazinform", State.REVIEWED, "draft: language model", by="editor"),
    "t1.1": Translation("A question?", State.DRAFT, "draft: language model"),
    "t2.1": Translation("An answer <b>.", State.MACHINE, "argos translate-fa_en 1.5"),
    "t2.2": Translation("And again.", State.STALE, "edited: argos translate-fa_en 1.5"),
    "t3.1": Translation("", State.MISSING, ""),
}
MARKS = {"x-t1": (TopicMark("visas", Kind.PRIMARY, GivenBy.EDITOR), TopicMark("trade", Kind.PASSING, GivenBy.MATCH))}


def given(
    interview: Interview = INTERVIEW,
    english: Mapping[str, Translation] = ENGLISH,
    marks: Mapping[str, tuple[TopicMark, ...]] = MARKS,
) -> Material:
    return Material(interview, english, marks, Vocabulary(), SiteConfig())


def read(interview: Interview = INTERVIEW) -> Any:
    return json.loads(json_document(given(interview)))


def dated(date: DateValue | None) -> Any:
    return read(dataclasses.replace(INTERVIEW, date=date))["date"]


def test_the_schema_is_valid_and_the_twin_keeps_to_it() -> None:
    Draft202012Validator.check_schema(SCHEMA_OF_TWIN)
    assert SCHEMA_OF_TWIN["$id"] == SCHEMA
    VALIDATOR.validate(read())


def test_a_bare_interview_keeps_to_the_schema() -> None:
    bare = dataclasses.replace(
        INTERVIEW, date=None, lede=None, introduction=(), note=None, sections=(), provenance=Provenance(), raw=True
    )
    document = json.loads(json_document(given(bare, {}, {})))
    VALIDATOR.validate(document)
    assert document["date"] is None
    assert document["lede"] is None
    assert document["states"] == {"machine": 0, "draft": 0, "reviewed": 0, "stale": 0, "missing": 6}
    assert all(not exchange["topics"] for exchange in document["exchanges"])


def test_a_paragraph_has_the_record_the_reading_text_and_the_english_with_its_state() -> None:
    turn = read()["turns"][1]
    assert turn["paragraphs"] == [
        {
            "id": "t2.1",
            "fa": "پاسخ <b>.",
            "fa_record": "پاسخ <b>.",
            "en": "An answer <b>.",
            "state": "machine",
            "origin": "argos translate-fa_en 1.5",
        },
        {
            "id": "t2.2",
            "fa": "و باز گفت\u200cوگو.",
            "fa_record": "و باز گفتوگو.",
            "en": "And again.",
            "state": "stale",
            "origin": "edited: argos translate-fa_en 1.5",
        },
    ]


def test_edits_are_told_where_the_text_could_be_compared() -> None:
    assert read()["edits"] is None
    document = json.loads(json_document(dataclasses.replace(given(), collation=COLLATION)))
    VALIDATOR.validate(document)
    assert document["edits"][1] == {"kind": "changed", "paragraph": "t1.1", "received": "چه <", "shown": "چه &"}
    assert [edit["kind"] for edit in document["edits"]] == ["added", "changed", "heading"]
    document["edits"][0]["published"] = None
    assert not VALIDATOR.is_valid(document)


def test_recordings_say_where_they_are_and_when_they_begin() -> None:
    elsewhere = recorded(url="https://example.org/b.ogg", type="video/ogg", offset=-5)
    given = timed(media=(RECORDING, elsewhere))
    document = json.loads(json_document(given))
    VALIDATOR.validate(document)
    assert document["recordings"] == [
        {
            "address": "https://example.org/b.ogg",
            "type": "video/ogg",
            "label": {"fa": "فیلم", "en": "Video"},
            "offset": -5,
            "seconds": None,
        },
        {
            "address": "https://example.org/archive/media/river.mp3",
            "type": "audio/mpeg",
            "label": {"fa": "نوار", "en": "Tape"},
            "offset": 0,
            "seconds": 61.5,
        },
    ]
    assert "recordings" not in read()


def test_what_has_a_time_says_it() -> None:
    turns = json.loads(json_document(timed({"t1.1": 0, "t2.2": 8})))["turns"]
    assert [turn.get("time") for turn in turns] == [0, None, None, None]
    assert [[unit.get("time") for unit in turn["paragraphs"]] for turn in turns] == [[0], [None, 8], [None], [None]]
    assert all("time" not in turn for turn in turns[1:])


def test_notes_and_stage_notes_are_there() -> None:
    noted = dataclasses.replace(
        INTERVIEW,
        footnotes=(Footnote("رود", 1, paragraph("note-رود", "سفیدرود است."), "t2.1"),),
        stage_notes=(StageNote("خنده", "laughs", "vocal"),),
    )
    document = read(noted)
    VALIDATOR.validate(document)
    (note,) = document["notes"]
    assert (note["label"], note["number"], note["place"]) == ("رود", 1, "t2.1")
    assert (note["text"]["id"], note["text"]["fa"]) == ("note-رود", "سفیدرود است.")
    assert document["stage_notes"] == [{"fa": "خنده", "en": "laughs", "kind": "vocal"}]
    assert not {"notes", "stage_notes"} & read().keys()


def test_a_paragraph_says_its_form_and_a_language_of_its_own() -> None:
    units = (
        dataclasses.replace(paragraph("t1.1", "> «آب کم بود.»"), form="quote"),
        dataclasses.replace(paragraph("t1.2", "آو کم بو."), language="ckb"),
    )
    document = read(dataclasses.replace(INTERVIEW, turns=(a_turn("t1", "مجری", units, 0),)))
    VALIDATOR.validate(document)
    first, second = document["turns"][0]["paragraphs"]
    assert (first["form"], "language" in first) == ("quote", False)
    assert (second["language"], "form" in second) == ("ckb", False)


def test_rights_say_what_is_known_in_the_languages_in_which_it_is_known() -> None:
    said = Rights(
        "شهرداری", statement=Bilingual("با اجازه", ""), note="بدون عکس‌ها", translation="https://example.org/l"
    )
    document = read(dataclasses.replace(INTERVIEW, rights=said))
    VALIDATOR.validate(document)
    assert document["rights"] == {
        "holder": {"fa": "شهرداری", "en": "شهرداری"},
        "statement": {"fa": "با اجازه", "en": None},
        "licence": None,
        "note": "بدون عکس‌ها",
        "translation": "https://example.org/l",
    }
    nothing = read()["rights"]
    assert nothing == {"holder": None, "statement": None, "licence": None, "note": None}


def test_what_is_missing_is_null() -> None:
    document = read()
    for found in (document["turns"][2]["paragraphs"][0], document["lede"]):
        assert (found["en"], found["state"], found["origin"]) == (None, "missing", None)


def test_the_languages_are_those_of_the_text() -> None:
    assert json.loads(json_document(given(english={})))["languages"] == ["fa"]


def test_what_was_changed_is_told_with_its_day() -> None:
    revised = dataclasses.replace(INTERVIEW, revisions=(Revision("2026-01-02"), Revision("2026-02-03", "یک نام")))
    document = read(revised)
    VALIDATOR.validate(document)
    assert document["revisions"] == [{"date": "2026-01-02", "note": None}, {"date": "2026-02-03", "note": "یک نام"}]


def test_turns_and_exchanges_name_each_other() -> None:
    document = read()
    exchanges = {exchange["id"]: exchange["turns"] for exchange in document["exchanges"]}
    assert exchanges == {"x-t1": ["t1", "t2"], "x-t3": ["t3"]}
    assert all(turn["id"] in exchanges[turn["exchange"]] for turn in document["turns"])
    assert [(turn["speaker"], turn["role"], turn["section"], turn["inferred"]) for turn in document["turns"]] == [
        ("مجری", "interviewer", "s1", False),
        ("پزشکیان", "interviewee", "s1", False),
        ("مجری", "interviewer", None, True),
    ]


def test_topics_say_their_kind_and_who_gave_them() -> None:
    topics = [exchange["topics"] for exchange in read()["exchanges"]]
    assert topics == [
        [{"id": "visas", "kind": "primary", "by": "editor"}, {"id": "trade", "kind": "passing", "by": "match"}],
        [],
    ]


def test_the_metadata_are_there() -> None:
    document = read()
    assert document["id"] == "kazinform"
    assert document["title"]["fa"] == "گفت\u200cوگو با کازاینفورم"
    assert document["title"]["en"] == "Interview with Kazinform"
    assert document["languages"] == ["fa", "en"]
    assert document["source"] == {
        "organisation": "irib", "name": None, "url": None, "published": None, "received": "2025-12-13",
        "file": "000.txt",
    }  # fmt: skip
    assert document["states"] == {"machine": 1, "draft": 1, "reviewed": 1, "stale": 1, "missing": 6}
    assert document["sections"][0]["first"] == "t1"
    first, second = document["speakers"]
    assert (first["organisation"], first["person"], first["description"]["id"]) == ("kazinform", None, "speaker.1")
    assert (second["person"], second["inferred"], second["description"]) == ("pezeshkian", True, None)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (PartialDate(Calendar.JALALI, 1404, 9, 22), ("2025-12-13", "2025-12-13", "2025-12-13", "jalali", "1404-09-22")),
        (PartialDate(Calendar.GREGORIAN, 1979, 2), ("1979-02", "1979-02-01", "1979-02-28", "gregorian", "1979-02")),
        (PartialDate(Calendar.JALALI, 1357), (None, "1978-03-21", "1979-03-20", "jalali", "1357")),
        (
            DateRange(PartialDate(Calendar.GREGORIAN, 2001, 5, 1), PartialDate(Calendar.GREGORIAN, 2001, 5, 3)),
            ("2001-05", "2001-05-01", "2001-05-03", "gregorian", "2001-05-01/2001-05-03"),
        ),
    ],
)
def test_a_date_is_given_in_both_calendars(date: DateValue, expected: tuple[str | None, ...]) -> None:
    found = dated(date)
    assert tuple(found.values()) == expected
    VALIDATOR.validate({**read(), "date": found})


def test_the_bytes_are_always_the_same_with_a_line_for_each_turn() -> None:
    data = json_document(given())
    assert data == json_document(given(english=dict(reversed(ENGLISH.items()))))
    lines = data.decode().splitlines()
    assert sum(line.startswith('  {"id": "t') for line in lines) == len(INTERVIEW.turns)
    assert "گفت\u200cوگو" in data.decode()
    assert data.endswith(b"}\n")


def _without(key: str) -> Callable[[Any], object]:
    return lambda document: document.pop(key)


@pytest.mark.parametrize(
    "damage",
    [
        *(_without(key) for key in ("schema", "id", "title", "date", "states", "turns", "exchanges")),
        lambda document: document.update(schema="urn:goftogu:interview:0"),
        lambda document: document.update(extra=1),
        lambda document: document.update(turns=[]),
        lambda document: document["turns"][0].update(role="host"),
        lambda document: document["turns"][0].update(paragraphs=[]),
        lambda document: document["turns"][0].update(exchange=0),
        lambda document: document["turns"][0].update(id="t 1"),
        lambda document: document["turns"][0]["paragraphs"][0].update(en=None),
        lambda document: document["turns"][2]["paragraphs"][0].update(en="English that is said to be missing"),
        lambda document: document["turns"][0]["paragraphs"][0].update(state="good"),
        lambda document: document["turns"][0]["paragraphs"][0].pop("fa_record"),
        lambda document: document["exchanges"][0]["topics"][0].update(kind="main"),
        lambda document: document["exchanges"][0]["topics"][0].update(by="model"),
        lambda document: document["states"].pop("missing"),
        lambda document: document["states"].update(draft=-1),
        lambda document: document["date"].update(iso="13 December 2025"),
        lambda document: document["speakers"][0].update(person=""),
    ],
)
def test_the_schema_notices_what_is_wrong(damage: Callable[[Any], object]) -> None:
    document = read()
    damage(document)
    assert not VALIDATOR.is_valid(document)


def test_pictures_are_there_with_their_words_and_sizes() -> None:
    document = json.loads(json_document(illustrated()))
    VALIDATOR.validate(document)
    assert [(found["id"], found["after"]) for found in document["pictures"]] == [
        ("f1", None),
        ("f2", "t2.1"),
        ("f3", "s1"),
    ]
    second, portrait = document["pictures"][1], document["portrait"]
    assert (second["alt"]["fa"], second["alt"]["en"], second["caption"]["state"]) == ("رود", "A <river>", "machine")
    assert second["credit"] == "بایگانی"
    assert second["sizes"] == [{"width": 60, "height": 40, "file": "media/rud-60.jpg", "webp": "media/rud-60.webp"}]
    assert (portrait["alt"]["en"], portrait["caption"], portrait["after"]) == ("Ms Ahmadi", None, None)


def test_an_interview_without_pictures_does_not_speak_of_them() -> None:
    document = json.loads(json_document(illustrated(files=())))
    VALIDATOR.validate(document)
    assert not {"portrait", "pictures"} & document.keys()


def test_the_schema_notices_a_picture_without_a_size() -> None:
    document = json.loads(json_document(illustrated()))
    document["pictures"][0]["sizes"] = []
    assert not VALIDATOR.is_valid(document)


def test_a_review_has_its_person_and_its_day_as_far_as_they_are_known() -> None:
    made = Translation("Yes.", State.REVIEWED, "", by="Sara Omidi", day="2026-11-27")
    found = []
    for english in (made, dataclasses.replace(made, by=""), dataclasses.replace(made, state=State.STALE)):
        document = json.loads(json_document(given(english={"t2.1": english})))
        VALIDATOR.validate(document)
        paragraph = document["turns"][1]["paragraphs"][0]
        found.append({name: value for name, value in paragraph.items() if name.startswith("reviewed")})
    assert found == [{"reviewed_by": "Sara Omidi", "reviewed_on": "2026-11-27"}, {"reviewed_on": "2026-11-27"}, {}]
