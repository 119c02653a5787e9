"""What was found out about a word is found out once."""

from __future__ import annotations

from goftogu.persian.remembering import Remembered


def test_a_value_is_computed_once() -> None:
    asked: list[str] = []

    def learn(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(learn, 10)
    assert [lengths[word] for word in ("باغ", "کتاب", "باغ")] == [3, 4, 3]
    assert asked == ["باغ", "کتاب"]


def test_the_memory_stays_small() -> None:
    doubled: Remembered[int, int] = Remembered(lambda number: 2 * number, 3)
    for number in range(10):
        assert doubled[number] == 2 * number
        assert len(doubled) <= 3
    assert doubled[0] == 0


def test_what_is_learnt_may_ask_for_other_values() -> None:
    sums: Remembered[int, int] = Remembered(lambda number: number + sums[number - 1] if number else 0, 4)
    assert [sums[number] for number in (3, 10, 2)] == [6, 55, 3]
    assert len(sums) <= 4
