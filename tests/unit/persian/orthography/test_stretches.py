from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography import layer, stretches
from goftogu.persian.orthography.layer import Orthography

SENTENCE = "باغبان هر صبح می آید و نهال ها را آب می دهد. "


@pytest.fixture(scope="module")
def restorer() -> Orthography:
    return layer.load()


@given(st.text(alphabet="اب .\n؟", max_size=60), st.integers(1, 30_000))
def test_the_stretches_of_a_line_are_the_line(text: str, times: int) -> None:
    text *= times if len(text) * times < 200_000 else 1
    assert "\n".join("".join(parts) for parts in stretches.lines(text)) == text


def test_a_usual_text_has_a_stretch_for_each_line() -> None:
    assert stretches.lines("یک\nدو\n") == [["یک"], ["دو"], [""]]
    assert len(stretches.lines(f"{SENTENCE}\n" * 2_000)) == 2_001


def test_a_long_line_is_cut_after_a_sentence() -> None:
    (parts,) = stretches.lines(SENTENCE * 5_000)
    assert len(parts) > 3
    assert all(part.endswith(". ") for part in parts)


def test_a_long_line_without_a_sentence_is_cut_after_a_blank() -> None:
    (parts,) = stretches.lines("می رود " * 20_000)
    assert all(len(part) < 51_000 and part.endswith(" ") for part in parts)


def test_a_word_without_end_is_not_cut() -> None:
    assert stretches.lines("ا" * 200_000) == [["ا" * 200_000]]


def test_a_text_of_one_line_is_read_as_one_of_many(restorer: Orthography) -> None:
    assert restorer.restore(SENTENCE * 3_000) == restorer.restore(SENTENCE) * 3_000
    assert restorer.reading(SENTENCE.replace("ی", "ي") * 3_000) == restorer.reading(SENTENCE) * 3_000


def test_a_text_of_one_line_takes_little_memory(restorer: Orthography) -> None:
    text = SENTENCE * 20_000
    restorer.restore(SENTENCE)
    tracemalloc.start()
    try:
        restorer.restore(text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 12 * len(text.encode())


def test_a_line_of_two_stretches_in_another_language_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "_LONG", 30)
    reader = layer.load()
    line = "ئەم شارە گەورەیە و من لێرەم بوو. هەموو ڕۆژێک دەچین بۆ باغ"
    assert len(stretches.lines(line)[0]) == 2
    assert reader.reading(line) == line
    assert reader.reading("او مي رود و بر مي گردد و مي آيد. او مي رود") == "او می‌رود و بر می‌گردد و می‌آید. او می‌رود"


@pytest.mark.parametrize(("letters", "cut"), [(49_999, False), (50_000, True), (59_999, True), (60_000, False)])
def test_a_line_is_cut_between_fifty_and_sixty_thousand_letters(letters: int, cut: bool) -> None:
    word = "ا" * letters
    assert stretches.lines(f"{word} ب") == ([[f"{word} ", "ب"]] if cut else [[f"{word} ب"]])


@pytest.mark.parametrize(("letters", "first"), [(9_997, 60_000), (9_998, 50_001)])
def test_the_end_of_a_sentence_is_looked_for_as_far(letters: int, first: int) -> None:
    (parts,) = stretches.lines(f"{'ا' * 50_000} {'ا' * letters}. ب")
    assert len(parts[0]) == first
