"""Captions that roll are read once; captions in which somebody says a word twice stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts.formats import rolling, subtitles
from goftogu.transcripts.formats.spoken import Cue

TOLD = "most captions show again what the one above them ended with; it is read once"

LINES = (
    "باغ ما کنار رود",
    "بود و ده درخت",
    "انار داشت",
    "پدرم آن را",
    "از پدربزرگ گرفته بود",
    "و تا آخر عمر",
    "نگه داشت",
)


def video(lines: Sequence[str]) -> str:
    """Return captions as a site of videos makes them: each line is there as it is heard, alone, and above the next."""
    made = ["WEBVTT\nKind: captions\nLanguage: fa"]
    for number, (above, line) in enumerate(zip(("", *lines), lines, strict=False)):
        first, *more = line.split()
        heard = first + "".join(f"<00:00:{number * 2:02}.{at}00><c> {word}</c>" for at, word in enumerate(more, 1))
        start, end, after = (f"00:00:{number * 2 + whole:02}.{rest}" for whole, rest in ((0, 240), (1, 990), (2, 100)))
        made.append(f"{start} --> {end} align:start position:0%\n{above or ' '}\n{heard}")
        made.append(f"{end} --> {after} align:start position:0%\n{line}\n ")
    return "\n\n".join(made) + "\n"


def shown(*texts: str) -> list[Cue]:
    return [Cue(number, number, number + 1, text, speaker="") for number, text in enumerate(texts, 1)]


def texts(*given: str) -> list[str]:
    return [cue.text for cue in rolling.unrolled(shown(*given))]


def test_captions_of_a_video_are_read_once() -> None:
    found = subtitles.read(video(LINES), "a.vtt")
    assert [(piece.time, piece.text) for piece in found.pieces] == [("0:00:00", " ".join(LINES))]
    assert list(map(str, found.told)) == [TOLD]
    assert [(cue.start, cue.text) for cue in subtitles.cues(video(LINES))] == [
        (number * 2, line) for number, line in enumerate(LINES)
    ]


def test_captions_that_grow_word_by_word_are_read_once() -> None:
    words = " ".join(LINES).split()
    assert texts(*accumulate(words, "{} {}".format)) == words


def test_captions_that_name_who_speaks_stay() -> None:
    grown = [Cue(1, 1, 2, text, "مینا") for text in accumulate(" ".join(LINES).split(), "{} {}".format)]
    assert rolling.unrolled(grown) == grown


@pytest.mark.parametrize(
    "given",
    [
        (),
        ("نه", "نه", "نه", "گفتم که نمی‌آیم", "دیر شده بود", "باران می‌آمد", "رفتم"),
        ("آمدم", "آمدم و دیدم", "کسی نبود"),
        ("هو هو", "هو هو", "هو هو", "هو هو", "هو هو"),
        ("سلام.", "سلام. خوبی؟", "خوبی؟ آری.", "آری. تو چه؟"),
        ("پرسیدم چرا", "چرا رفتی", "گفت دیر بود", "بود که بود", "باران آمد", "رفتیم"),
    ],
)
def test_words_that_somebody_repeats_stay(given: tuple[str, ...]) -> None:
    assert texts(*given) == list(given)


@given(st.lists(st.lists(st.sampled_from("باغ رود نان خانه شهر".split()), min_size=1, max_size=4), min_size=13))
def test_what_grows_is_there_once_and_whole(added: list[list[str]]) -> None:
    grown = [" ".join(words) for words in accumulate(added)]
    assert " ".join(texts(*grown)) == grown[-1]


def test_subtitles_that_do_not_roll_tell_nothing() -> None:
    found = subtitles.read("WEBVTT\n\n00:01.000 --> 00:02.000\nسلام.\n\n00:03.000 --> 00:04.000\nسلام.\n", "a.vtt")
    assert found.told == []
    assert [piece.text for piece in found.pieces] == ["سلام.", "سلام."]


def rolled(count: int) -> list[str]:
    """Return captions each of which begins with the last word of the one before."""
    return [f"و{number} و{number + 1}" for number in range(count)]


@pytest.mark.parametrize(
    ("count", "others", "is_unrolled"), [(12, 0, False), (13, 0, True), (13, 1, True), (13, 11, True), (13, 17, False)]
)
def test_captions_roll_if_twelve_and_half_of_them_begin_with_the_end_of_another(
    count: int, others: int, is_unrolled: bool
) -> None:
    rest = [f"کوه{number} دشت{number}" for number in range(others)]
    once = ["و0 و1", *(f"و{number + 1}" for number in range(1, count))]
    assert texts(*rolled(count), *rest) == [*(once if is_unrolled else rolled(count)), *rest]


@pytest.mark.parametrize(("whole", "is_unrolled"), [(25, True), (26, False)])
def test_captions_roll_if_a_third_of_them_go_on_with_something_new(whole: int, is_unrolled: bool) -> None:
    given = [*rolled(14), *rolled(14)[-1:] * whole]
    assert (texts(*given) != given) is is_unrolled
