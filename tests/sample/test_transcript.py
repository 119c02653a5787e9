"""The interview of the sample archive: read from the received file and from its transcript, it is the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from goftogu.content import files
from goftogu.model import Interview, Source
from goftogu.persian.dates.calendar import interval
from goftogu.transcripts import read as transcript_read
from tests.collecting import collected
from tests.sites import ROOT

RECEIVED = "000_4d15191a2afe13c5.txt"
KNOWN = json.loads((Path(__file__).parent / "turns.json").read_text(encoding="utf-8"))


def _raw() -> Interview:
    data, _ = collected(files.received, ROOT, RECEIVED)
    assert data is not None
    interview, _ = collected(
        transcript_read.read_transcript, Source(f"content/interviews/{RECEIVED}", data, data.decode()), str
    )
    assert interview is not None
    return interview


def _published() -> Interview:
    source, problems = collected(files.text, ROOT / files.INTERVIEWS / "pezeshkian-kazinform.md", root=ROOT)
    assert source is not None
    interview, found = collected(transcript_read.read_transcript, source, str)
    assert interview is not None
    assert problems + found == []
    return interview


def _paragraphs() -> list[str]:
    data, _ = collected(files.received, ROOT, RECEIVED)
    assert data is not None
    return [re.sub(r"^(مجری|آقای پزشکیان): ", "", part.strip()) for part in data.decode().split("\n\n")]


@pytest.mark.parametrize("route", [_raw, _published], ids=["raw", "published"])
def test_the_real_transcript(route: Callable[[], Interview]) -> None:
    interview = route()
    texts = _paragraphs()
    assert [
        (interview.speakers[turn.speaker].role.value, turn.speaker, [paragraph.record for paragraph in turn.paragraphs])
        for turn in interview.turns
    ] == [(turn["role"], turn["speaker"], [texts[number] for number in turn["paragraphs"]]) for turn in KNOWN["turns"]]
    assert interview.date is not None
    assert interview.lede is not None
    assert interview.note is not None
    assert interval(interview.date) == KNOWN["date"]
    assert f"date {KNOWN['date']} {interview.lede.record}" == texts[KNOWN["lede"]]
    assert [paragraph.record for paragraph in interview.introduction] == [
        texts[number] for number in KNOWN["introduction"]
    ]
    assert interview.note.record == texts[KNOWN["note"]]
    assert [len(exchange.turns) for exchange in interview.exchanges] == [2] * KNOWN["exchanges"]


def test_the_raw_route_says_what_it_inferred() -> None:
    interview = _raw()
    assert [not turn.inferred for turn in interview.turns] == [turn["labelled"] for turn in KNOWN["turns"]]
    assert interview.provenance.name_text == KNOWN["reported_by"]
    assert interview.title.record == "رئیس جمهور در گفتوگو با شبکه خبری کاز اینفروم"
    assert interview.raw
    assert all(speaker.inferred for speaker in interview.speakers.values())


def test_the_published_transcript_is_stamped() -> None:
    interview = _published()
    assert [turn.id for turn in interview.turns] == [f"t{number}" for number in range(1, 25)]
    assert [paragraph.id for paragraph in interview.front()] == ["p1", "p2", "p3"]
    assert all(turn.stamped for turn in interview.turns)
    assert interview.provenance.file == RECEIVED
