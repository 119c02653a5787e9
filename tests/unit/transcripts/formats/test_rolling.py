"""Captions that roll are read once; captions in which somebody says a word twice stay as they are."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts.formats import rolling, subtitles
from goftogu.transcripts.formats.spoken import Cue

TOLD = "most captions show again what the one above them ended with; it is read once"

VIDEO = """WEBVTT
Kind: captions
Language: fa

00:00:00.240 --> 00:00:02.310 align:start position:0%
{}
باغ<00:00:00.599><c> ما</c><00:00:01.100><c> کنار</c><00:00:01.700><c> رود</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
باغ ما کنار رود
{}

00:00:02.320 --> 00:00:04.400 align:start position:0%
باغ ما کنار رود
بود<00:00:02.900><c> و</c><00:00:03.500><c> ده</c><00:00:03.900><c> درخت</c>

00:00:04.400 --> 00:00:04.410 align:start position:0%
بود و ده درخت
{}

00:00:04.410 --> 00:00:06.900 align:start position:0%
بود و ده درخت
انار<00:00:05.000><c> داشت</c>
""".replace("{}", " ")


def shown(*texts: str) -> list[Cue]:
    return [Cue(number, number, number + 1, text) for number, text in enumerate(texts, 1)]


def texts(*given: str) -> list[str]:
    return [cue.text for cue in rolling.unrolled(shown(*given))]


def test_captions_of_a_video_are_read_once() -> None:
    found = subtitles.read(VIDEO, "a.vtt")
    assert [(piece.time, piece.text) for piece in found.pieces] == [
        ("0:00:00", "باغ ما کنار رود بود و ده درخت انار داشت")
    ]
    assert list(map(str, found.told)) == [TOLD]
    assert [(cue.start, cue.text) for cue in subtitles.cues(VIDEO)] == [
        (0, "باغ ما کنار رود"),
        (2, "بود و ده درخت"),
        (4, "انار داشت"),
    ]


def test_captions_that_grow_word_by_word_are_read_once() -> None:
    assert texts("باغ", "باغ ما", "باغ ما سبز", "باغ ما سبز بود") == ["باغ", "ما", "سبز", "بود"]


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("نه", "نه", "نه", "گفتم که نمی‌آیم", "دیر شده بود", "باران می‌آمد", "رفتم"),
        ("آمدم", "آمدم و دیدم", "کسی نبود"),
        ("هو هو", "هو هو", "هو هو", "هو هو", "هو هو"),
        ("پرسیدم چرا", "چرا رفتی", "گفت دیر بود", "بود که بود", "باران آمد", "رفتیم"),
    ],
)
def test_words_that_somebody_repeats_stay(given: tuple[str, ...]) -> None:
    assert texts(*given) == list(given)


@given(st.lists(st.lists(st.sampled_from("باغ رود نان خانه شهر".split()), min_size=1, max_size=4), min_size=5))
def test_what_grows_is_there_once_and_whole(added: list[list[str]]) -> None:
    grown = [" ".join(words) for words in accumulate(added)]
    assert " ".join(texts(*grown)) == grown[-1]


def test_subtitles_that_do_not_roll_tell_nothing() -> None:
    found = subtitles.read("WEBVTT\n\n00:01.000 --> 00:02.000\nسلام.\n\n00:03.000 --> 00:04.000\nسلام.\n", "a.vtt")
    assert found.told == []
    assert [piece.text for piece in found.pieces] == ["سلام.", "سلام."]
