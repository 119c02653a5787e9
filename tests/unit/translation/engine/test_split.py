from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.engine.split import LONGEST, cut


def words(text: str) -> int:
    return len(text.split())


def test_a_short_text_stays_whole() -> None:
    assert cut("یک، دو", words, 2) == ["یک، دو"]


def test_a_part_has_at_most_a_hundred_and_ten_pieces() -> None:
    assert [len(cut(" ".join(["یک"] * count), words)) for count in (110, 111)] == [1, 2]


def test_stronger_marks_come_first() -> None:
    assert cut("یک، دو؛ سه و چهار", words, 3) == ["یک، دو؛", "سه و چهار"]
    assert cut("یک، دو و سه", words, 3) == ["یک،", "دو و سه"]
    assert cut("یک دو و سه", words, 3) == ["یک دو", "و سه"]
    assert cut("یک دو سه چهار", words, 3) == ["یک دو", "سه چهار"]


def test_the_cut_is_near_the_middle() -> None:
    assert cut("یک، دو، سه، چهار، پنج، شش", words, 4) == ["یک، دو، سه،", "چهار، پنج، شش"]


def test_a_word_without_space_is_never_cut() -> None:
    assert cut("ا" * 500, len, LONGEST) == ["ا" * 500]


@given(st.lists(st.sampled_from(["یک", "دو،", "سه؛", "و", "پنج:"]), min_size=1, max_size=40))
def test_nothing_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    found = cut(text, words, 5)
    assert " ".join(found) == text
    assert max(map(words, found)) <= 5
