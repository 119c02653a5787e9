from __future__ import annotations

import json
from dataclasses import replace

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.content.vocabulary import Vocabulary
from goftogu.index import index as index_index
from goftogu.index import statistics
from goftogu.index.statistics import Figures, Size
from goftogu.locale import language
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site
from tests.collecting import collected
from tests.talks import talk

ENGLISH = sample_site.english(
    t2_1=Translation("", State.MISSING, ""), t3_1=Translation("And the sea?", State.STALE, "")
)
SIZES = {"content": Size(12, 96_221), "site": Size(1_330, 5_260_000)}


def taken(vocabulary: Vocabulary | None = None) -> Figures:
    held = [sample_site.interview()]
    words = vocabulary or sample_site.vocabulary()
    index, _ = collected(index_index.build, held, words)
    return statistics.take(held, {"sea": ENGLISH}, words, index, translated=True)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("کتاب‌هایم را می‌خوانم.", 3),
        ("سال ۱۴۰۴، «نهضت»!", 3),
        ("The president’s well-being", 3),
        ("so **very** [old](https://example.org/a-b-c)", 3),
        ("- * — …", 0),
    ],
)
def test_words_are_counted_as_readers_see_them(text: str, count: int) -> None:
    assert statistics.words(text) == count


def test_interviews_are_counted() -> None:
    found = taken()
    assert (found.interviews, found.turns, found.exchanges, found.paragraphs) == (1, 4, 2, 10)
    assert (found.persian, found.english) == (33, 38)
    assert (found.states[State.DRAFT], found.states[State.STALE], found.states[State.MISSING]) == (8, 1, 1)


def test_what_was_said_in_english_and_its_persian_are_counted_in_their_languages() -> None:
    held = replace(talk(("Where was the garden?", "By the old mill.")), language=TranscriptLanguage.ENGLISH)
    made = {"t1.1": Translation("باغ کجا بود؟", State.REVIEWED, ""), "t2.1": Translation("", State.MISSING, "")}
    index, _ = collected(index_index.build, [held], Vocabulary())
    found = statistics.take([held], {held.id: made}, Vocabulary(), index, translated=True)
    assert (found.persian, found.english) == (3, 9)


def test_entries_are_counted_when_they_are_public() -> None:
    assert taken().entries == {"topics": (3, 0), "people": (2, 2), "places": (1, 0)}


def test_an_archive_without_anything_is_counted_too() -> None:
    words = Vocabulary()
    index, _ = collected(index_index.build, [], words)
    table = statistics.as_text(statistics.take([], {}, words, index, translated=True), {})
    assert "interviews                   0\n" in table
    assert "  reviewed                   0  0% of the paragraphs\n" in table


def test_the_table_has_a_line_for_each_figure() -> None:
    lines = statistics.as_text(taken(), SIZES).splitlines()
    assert "turns                        4  in 2 exchanges" in lines
    assert "  draft                      8  80% of the paragraphs" in lines
    assert "people                       2  2 in use" in lines
    assert "site                    5.3 MB  in 1,330 files" in lines
    assert not any(line != line.rstrip() for line in lines)


@pytest.mark.parametrize(
    ("length", "shown"), [(1_049_999, "1.0 MB"), (1_050_000, "1.1 MB"), (2_500_000_000, "2,500.0 MB")]
)
def test_a_size_is_told_in_millions_of_bytes(length: int, shown: str) -> None:
    assert statistics.as_text(Figures(), {"site": Size(1, length)}).splitlines()[-1].split("  ")[-2].strip() == shown


def approved(*days: str) -> Figures:
    """Return the figures of an archive in which paragraphs were approved on some days."""
    held, words = [sample_site.interview()], sample_site.vocabulary()
    index, _ = collected(index_index.build, held, words)
    english = {f"t{at}": Translation("x", State.REVIEWED, "", by="A", day=day) for at, day in enumerate(days)}
    return statistics.take(held, {"sea": english}, words, index, translated=True)


def test_what_was_approved_is_counted_week_by_week() -> None:
    found = approved("2026-11-29", "2026-11-23", "2026-11-30", "", "2026-02-31", "2026-11-26")
    assert found.weeks == {"2026-11-23": 3, "2026-11-30": 1}
    assert list(statistics.as_data(found, {})["weeks"]) == ["2026-11-23", "2026-11-30"]
    lines = statistics.as_text(found, {}).splitlines()
    assert "  week 2026-11-23            3  3 until then" in lines
    assert "  week 2026-11-30            1  4 until then" in lines


def test_the_table_shows_the_last_twelve_weeks() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 11) for day in (5, 19)]
    lines = [line for line in statistics.as_text(approved(*days), {}).splitlines() if "week" in line]
    assert len(lines) == 12
    assert lines[-1].endswith(f"1  {len(days)} until then")
    assert not any("week" in line for line in statistics.as_text(approved(), {}).splitlines())


def test_a_day_before_all_weeks_is_in_none() -> None:
    assert approved("0001-01-01").weeks == {"0001-01-01": 1}


def test_the_figures_can_be_json() -> None:
    found = json.loads(json.dumps(statistics.as_data(taken(), SIZES)))
    assert found["states"] == {"machine": 0, "draft": 8, "reviewed": 0, "stale": 1, "missing": 1}
    assert found["people"] == {"entries": 2, "used": 2}
    assert found["sizes"]["content"] == {"files": 12, "bytes": 96_221}
    assert found["persian"] == 33


def test_the_table_is_in_the_language_of_the_program() -> None:
    language.choose(language.PERSIAN)
    lines = [" ".join(line.split()) for line in statistics.as_text(taken(), SIZES).splitlines()]
    assert "نوبت ۴ در ۲ پرسش و پاسخ" in lines
    assert "پیش‌نویس ۸ ۸۰٪ بندها" in lines
    assert "شخص ۲ ۲ به کار رفته" in lines
    assert "سایت ۵٫۳ مگابایت در ۱٬۳۳۰ پرونده" in lines
