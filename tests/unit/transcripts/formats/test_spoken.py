"""Cues as paragraphs: how long a pause is, how much is said in one go, and what begins another paragraph."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats import spoken
from goftogu.transcripts.formats.spoken import Cue


def paragraphs(*cues: Cue) -> list[tuple[int, str, str]]:
    return [(piece.line, piece.time, piece.text) for piece in spoken.pieces(cues)]


@pytest.mark.parametrize(("start", "joined"), [(12.0, True), (12.5, False)])
def test_a_pause_of_more_than_two_seconds_ends_a_paragraph(start: float, joined: bool) -> None:
    cues = (Cue(4, 5, 10, "باغ سبز بود", ""), Cue(5, start, 15, "و رود آرام", ""))
    parted = [(4, "0:00:05", "باغ سبز بود"), (5, "0:00:12", "و رود آرام")]
    assert paragraphs(*cues) == ([(4, "0:00:05", "باغ سبز بود و رود آرام")] if joined else parted)


@pytest.mark.parametrize(("letters", "joined"), [(200, True), (201, False)])
def test_a_paragraph_goes_on_until_it_has_more_than_six_hundred_letters(letters: int, joined: bool) -> None:
    cues = [Cue(number, number, number + 1, "آ" * 200, "") for number in (1, 2)]
    given = (*cues, Cue(3, 3, 4, "آ" * letters, ""), Cue(4, 4, 5, "باغ", ""))
    assert [line for line, _, _ in paragraphs(*given)] == ([1] if joined else [1, 4])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Cue(1, 0, 1, "باغ سبز بود.", ""), Cue(2, 1, 2, "رود آرام", "")),
        (Cue(1, 0, 1, "باغ سبز بود", ""), Cue(2, 1, 2, "- رود آرام", "")),
        (Cue(1, 0, 1, "باغ سبز بود", ""), Cue(2, 1, 2, "مجری: رود آرام", "")),
        (Cue(1, 0, 1, "باغ سبز بود", ""), Cue(2, 1, 2, "رود آرام", "", opens=True)),
        (Cue(1, 0, 1, "باغ سبز بود", "نیما"), Cue(2, 1, 2, "رود آرام", "سارا")),
    ],
)
def test_what_begins_another_paragraph(first: Cue, second: Cue) -> None:
    assert [line for line, _, _ in paragraphs(first, second)] == [1, 2]


def test_cues_follow_the_last_one_of_a_paragraph() -> None:
    cues = [Cue(number, 10 * number, 10 * number + 9, "باغ", "") for number in (1, 2, 3)]
    assert paragraphs(*cues) == [(1, "0:00:10", "باغ باغ باغ")]
