from __future__ import annotations

import json

import pytest

from goftogu.transcripts import heard
from goftogu.transcripts.formats.document import Refused
from goftogu.transcripts.heard import HeardWord


def of_json(value: object) -> list[tuple[str, float]]:
    return [(word.key, round(word.start, 2)) for word in heard.read(json.dumps(value).encode(), "a.JSON")]


def test_words_of_whisper_have_their_own_times() -> None:
    words = [{"word": " می‌شود،", "start": 1.2, "end": 1.6}, {"word": " كتاب", "start": 1.7, "end": 2}]
    assert of_json({"segments": [{"start": 0, "end": 9, "text": "x", "words": words}]}) == [
        ("میشود", 1.2),
        ("کتاب", 1.7),
    ]


def test_a_segment_without_times_of_words_is_spread_by_letters() -> None:
    segments = [{"start": 10, "end": 20, "text": "دو چهار"}, {"start": 20, "end": 21, "text": "…", "words": []}]
    assert of_json(segments) == [("دو", 10), ("چهار", 13.33)]


def test_a_segment_may_begin_at_once() -> None:
    assert of_json([{"start": 0, "end": 1, "text": "یک دو"}]) == [("یک", 0), ("دو", 0.5)]


def test_words_without_times_are_left_out_where_others_have_some() -> None:
    words = [{"word": "یک"}, {"word": "دو", "start": 3, "end": 4}, "سه", {"word": "چهار", "start": -1, "end": 2}]
    assert of_json([{"start": 0, "end": 9, "text": "یک دو", "words": words}]) == [("دو", 3)]


def test_segments_without_times_are_left_out() -> None:
    assert of_json([{"text": "یک"}, {"start": 1, "end": 2, "text": "دو"}]) == [("دو", 1)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vtt", "WEBVTT\n\n00:02.000 --> 00:04.000\n<v مجری>یک دو\n"),
        ("a.srt", "1\n00:00:02,000 --> 00:00:04,000\n- یک\n- دو\n"),
    ],
)
def test_subtitles_are_spread_too(name: str, text: str) -> None:
    found = heard.read(text.encode(), name)
    assert [word.key for word in found] == ["یک", "دو"]
    assert found[0] == HeardWord("یک", 2)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"1"),
        ("a.json", b"{"),
        ("a.json", b"[" * 200_000),
        ("a.json", b'{"text": "x"}'),
        ("a.json", b'{"segments": [1]}'),
        ("a.json", b"[]"),
        ("a.json", b'[{"start": 0, "end": 1, "text": "..."}]'),
        ("a.vtt", b"WEBVTT\n\n00:01.000 -> 00:02.000\nx\n"),
        ("a.vtt", b"WEBVTT\n"),
    ],
)
def test_what_cannot_be_used_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        heard.read(data, name)
    assert refused.value.message
    assert refused.value.hint


def test_words_are_compared_without_signs_and_spelling() -> None:
    assert heard.keys("«می‌شود»، كتاب‌ها! ۱۳۵۷ (Café)") == ["میشود", "کتابها", "1357", "cafe"]
