"""A transcript is laid along what was heard, also where much was heard otherwise."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goftogu.transcripts import timing
from goftogu.transcripts.heard import HeardWord

WORDS = (
    "آب نان باغ درخت خانه کوچه شهر روستا مادر پدر کودک بازار مدرسه کتاب رود سنگ چشمه گندم آسیاب زمستان تابستان برف "
    "باران باد آفتاب ماه ستاره گوسفند چوپان کوه دشت راه پل قنات چاه دیوار در پنجره بام حیاط انار سیب گردو بادام توت"
).split()
COMMON = "و که از به را در این آن با هم بود شد".split()


def talk(chance: random.Random, turns: int) -> tuple[dict[str, str], list[HeardWord], dict[str, float]]:
    """Make up a talk: its turns, its words with their times, and when each turn begins."""
    texts, words, begins, now = dict[str, str](), list[HeardWord](), dict[str, float](), 4.0
    for number in range(1, turns + 1):
        count = chance.randrange(3, 12) if number % 2 else chance.randrange(10, 90)
        said = [
            chance.choice(COMMON) if chance.random() < 0.35 else chance.choice(WORDS) + chance.choice(("", "ها", "ی"))
            for _ in range(count)
        ]
        begins[f"t{number}.1"] = now
        texts[f"t{number}.1"] = " ".join(said) + "."
        for word in said:
            words.append(HeardWord(word, now))
            now += chance.uniform(0.2, 0.6)
        now += chance.choice((0.2, 0.8, 2.0, 6.0))
    return texts, words, begins


def misheard(chance: random.Random, words: Sequence[HeardWord], share: float) -> list[HeardWord]:
    """Hear a share of the words otherwise: another word, none, two in its place, or one that nobody said."""
    made = []
    for word in words:
        if chance.random() >= share:
            made.append(word)
            continue
        kind = chance.randrange(4)
        other = HeardWord(chance.choice(WORDS) + "ان", word.start)
        if kind in {0, 3}:
            made.append(other)
        elif kind == 1:
            made += [other, HeardWord(chance.choice(COMMON), word.start + 0.2)]
    return made


@pytest.mark.parametrize("seed", range(8))
def test_with_15_per_cent_of_the_words_wrong_nearly_every_turn_is_within_two_seconds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a made-up talk needs no secrecy
    texts, words, begins = talk(chance, 160)
    laid = timing.lay(texts, misheard(chance, words, 0.15))
    good = [name for name, unit in laid.items() if unit.time is not None and abs(unit.time - begins[name]) <= 2]
    assert len(good) >= 0.95 * len(texts), sorted(texts.keys() - set(good))
    times = [unit.time for unit in laid.values() if unit.time is not None]
    assert times == sorted(times)


def test_without_a_fault_every_turn_is_within_a_second() -> None:
    texts, words, begins = talk(random.Random(1), 60)  # noqa: S311  the same
    laid = timing.lay(texts, words)
    assert all(unit.time == int(begins[name]) for name, unit in laid.items())
    assert all(unit.sure and unit.found == unit.words for unit in laid.values())
    assert timing.fit(laid, words) == 1


def test_spelling_and_signs_do_not_matter() -> None:
    words = [HeardWord("میشود", 5), HeardWord("کتابها", 6), HeardWord("1357", 7)]
    laid = timing.lay({"t1.1": "«می‌شود،", "t2.1": "كتاب‌ها!", "t3.1": "۱۳۵۷؟"}, words)
    assert [unit.time for unit in laid.values()] == [5, 6, 7]


def test_what_nobody_heard_is_bridged_or_left_out() -> None:
    words = [HeardWord(key, start) for start, key in enumerate("یک دو سه چهار پنج شش".split(), 10)]
    texts = {
        "t1.1": "پیش از همه",
        "t2.1": "یک دو سه",
        "t3.1": "هیچ‌کس نشنید",
        "t4.1": "چهار پنج شش",
        "t5.1": "پس از همه",
    }
    laid = timing.lay(texts, words)
    assert [laid[name].time for name in ("t1.1", "t2.1", "t4.1", "t5.1")] == [None, 10, 13, None]
    between = laid["t3.1"]
    assert between.time == 12
    assert (between.found, between.sure, laid["t2.1"].sure, laid["t1.1"].sure) == (0, False, True, False)


def test_a_pause_before_an_answer_is_no_part_of_it() -> None:
    words = [HeardWord("یک", 1), HeardWord("دو", 2), HeardWord("سه", 60), HeardWord("چهار", 61)]
    laid = timing.lay({"t1.1": "یک دو", "t2.1": "نشنیده سه چهار"}, words)
    assert laid["t2.1"].time == 59


def test_a_single_word_that_fits_by_chance_is_no_anchor() -> None:
    said = {
        "t1.1": " ".join(f"الف{number}" for number in range(20)) + " آب " + " ".join("ب" + str(n) for n in range(20))
    }
    words = [HeardWord(f"ج{number}", number) for number in range(20)] + [HeardWord("آب", 20)]
    words += [HeardWord(f"د{number}", 21 + number) for number in range(20)]
    laid = timing.lay(said, words)
    assert laid["t1.1"] == timing.LaidUnit(None, 41, 0)
    assert timing.fit(laid, words) == 0


@pytest.mark.parametrize(
    ("before", "after", "found"), [(5, 5, 1), (5, 20, 1), (20, 5, 1), (6, 6, 0), (6, 20, 0), (20, 6, 0)]
)
@pytest.mark.parametrize("known", [0, 2])
def test_six_words_on_both_sides_that_do_not_fit_make_one_that_does_chance(
    before: int, after: int, found: int, known: int
) -> None:
    said, there = (
        ["یک", "دو"][:known]
        + [f"{mark}{number}" for number in range(before)]
        + ["آب"]
        + [f"{mark}{100 + number}" for number in range(after)]
        for mark in "بج"
    )
    laid = timing.lay({"t1.1": " ".join(said)}, [HeardWord(word, start) for start, word in enumerate(there)])
    assert laid["t1.1"].found == known + found


@pytest.mark.parametrize(
    ("said", "heard", "times"),
    [
        (1, 1, [10]),
        (3, 1, [10, 10, 10]),
        (4, 1, [58, 58, 59, 59]),
        (1, 3, [10]),
        (1, 4, [59]),
        (3, 3, [10, 11, 12]),
        (4, 2, [10, 10, 11, 11]),
        (2, 4, [10, 12]),
        (2, 0, [59, 59]),
    ],
)
def test_words_that_were_heard_otherwise_take_the_times_of_up_to_three_in_their_place(
    said: int, heard: int, times: list[int]
) -> None:
    words = [("یک", 1), ("دو", 2), *((f"ج{number}", 10 + number) for number in range(heard)), ("سه", 60), ("چهار", 61)]
    texts = {"t1.1": "یک دو", **{f"t2.{number}": f"ب{number}" for number in range(said)}, "t3.1": "سه چهار"}
    laid = timing.lay(texts, [HeardWord(word, start) for word, start in words])
    assert [unit.time for unit in laid.values()] == [1, *times, 60]


def test_the_first_word_may_be_heard_at_once() -> None:
    assert timing.lay({"t1.1": "یک دو"}, [HeardWord("یک", 0.4), HeardWord("دو", 0.9)])["t1.1"].time == 0


@pytest.mark.parametrize(
    ("unit", "sure"),
    [
        (timing.LaidUnit(0, 3, 1), True),
        (timing.LaidUnit(5, 4, 1), False),
        (timing.LaidUnit(5, 6, 2), True),
        (timing.LaidUnit(5, 7, 2), False),
        (timing.LaidUnit(None, 3, 3), False),
    ],
)
def test_a_third_of_the_words_makes_a_paragraph_sure(unit: timing.LaidUnit, sure: bool) -> None:
    assert unit.sure is sure


@pytest.mark.parametrize(
    ("said", "found", "heard", "share"), [(4, 1, 2, 0.5), (2, 1, 4, 0.5), (1, 1, 1, 1), (8, 2, 8, 0.25), (0, 0, 3, 0)]
)
def test_how_well_they_fit_is_a_share_of_the_shorter_one(said: int, found: int, heard: int, share: float) -> None:
    assert timing.fit({"t1.1": timing.LaidUnit(1, said, found)}, [HeardWord("یک", 1)] * heard) == share


def test_nothing_said_and_nothing_heard() -> None:
    assert timing.lay({}, []) == {}
    assert timing.lay({"t1.1": "…"}, [HeardWord("یک", 1)]) == {"t1.1": timing.LaidUnit(None, 0, 0)}
    assert timing.fit({}, []) == 0


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(WORDS[:8]), max_size=12), min_size=1, max_size=12),
    st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=120),
)
def test_times_are_always_in_order(said: list[list[str]], words: list[str]) -> None:
    texts = {f"t{number}.1": " ".join(keys) for number, keys in enumerate(said, 1)}
    laid = timing.lay(texts, [HeardWord(key, place * 0.7) for place, key in enumerate(words)])
    times = [unit.time for unit in laid.values() if unit.time is not None]
    assert times == sorted(times)
    assert all(0 <= unit.found <= unit.words for unit in laid.values())


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ([("یک", 5), ("دو", 10), ("زنگ", 20), ("سه", 21), ("چهار", 22)], 19),
        ([("یک", 5), ("دو", 10), ("سه", 10.5), ("چهار", 11)], 10),
    ],
)
def test_words_that_nobody_heard_begin_below_the_last_one_that_was(words: list[tuple[str, float]], time: int) -> None:
    texts = {"t1.1": "یک دو", "t2.1": "الف ب پ ت سه چهار"}
    assert timing.lay(texts, [HeardWord(key, start) for key, start in words])["t2.1"].time == time


@pytest.mark.parametrize(("fitting", "found"), [(1, 0), (2, 2)])
def test_two_words_that_fit_amid_many_that_do_not_are_no_chance(fitting: int, found: int) -> None:
    said, there = (
        [f"{mark}{number}" for number in range(8)]
        + ["آب", "نان"][:fitting]
        + [f"{mark}{number}" for number in range(10, 18)]
        for mark in "بج"
    )
    laid = timing.lay({"t1.1": " ".join(said)}, [HeardWord(word, start) for start, word in enumerate(there)])
    assert laid["t1.1"].found == found
