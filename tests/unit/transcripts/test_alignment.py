"""Two texts side by side: every word of both is in a span, and what is the same is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography.differences import Differences
from goftogu.transcripts.alignment import AlignedSpan, align
from goftogu.transcripts.words import WrittenWord, letters, restored, split

TEXTS = st.lists(
    st.lists(st.sampled_from("باغ آب می رود می‌رود میرود درخت نان.".split()), max_size=6).map(" ".join), max_size=5
)


def spans(given_texts: list[str], shown: list[str]) -> list[AlignedSpan]:
    return align([split(text) for text in given_texts], [split(text) for text in shown])


def test_paragraphs_that_are_the_same_are_spans() -> None:
    assert spans(["باغ ما", "آب"], ["باغ ما", "آب"]) == [
        AlignedSpan((0, 2), (0, 2), Differences()),
        AlignedSpan((2, 3), (2, 3), Differences()),
    ]


def test_words_that_are_only_joined_do_not_belong_to_the_edit_beside_them() -> None:
    assert spans(["می رود باغ می شد"], ["می‌رود راغ می‌شد"]) == [
        AlignedSpan((0, 2), (0, 1), Differences(joined=1)),
        AlignedSpan((2, 3), (1, 2)),
        AlignedSpan((3, 5), (2, 3), Differences(joined=1)),
    ]


def test_a_blank_between_two_words_is_the_only_edit() -> None:
    assert spans(["در باغما هست"], ["در باغ ما هست"]) == [
        AlignedSpan((0, 1), (0, 1), Differences()),
        AlignedSpan((1, 2), (1, 3)),
        AlignedSpan((2, 3), (3, 4), Differences()),
    ]


def test_a_half_space_that_was_lost_is_an_edit() -> None:
    assert spans(["او می‌رود و"], ["او میرود و"]) == [
        AlignedSpan((0, 1), (0, 1), Differences()),
        AlignedSpan((1, 2), (1, 2)),
        AlignedSpan((2, 3), (2, 3), Differences()),
    ]


@pytest.mark.parametrize(
    ("given_text", "shown", "expected"),
    [
        ("در می رود باغ", "در می‌رود راغ", [((0, 1), (0, 1)), ((1, 3), (1, 2)), ((3, 4), (2, 3))]),
        ("در باغ می رود", "در راغ می‌رود", [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 4), (2, 3))]),
        ("باغ می رود در", "راغ می‌رود در", [((0, 1), (0, 1)), ((1, 3), (1, 2)), ((3, 4), (2, 3))]),
        ("در باغما ما هست", "در باغ ما هست", [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 4), (2, 4))]),
        ("در باغ ما هست", "در باغما ما هست", [((0, 1), (0, 1)), ((1, 2), (1, 2)), ((2, 4), (2, 4))]),
        ("در باغ باغما هست", "در باغ ما هست", [((0, 2), (0, 2)), ((2, 3), (2, 3)), ((3, 4), (3, 4))]),
        ("در باغ ما هست", "در باغ باغما هست", [((0, 2), (0, 2)), ((2, 3), (2, 3)), ((3, 4), (3, 4))]),
        ("می رود می شد باغ", "می‌رود می‌شد راغ", [((0, 2), (0, 1)), ((2, 4), (1, 2)), ((4, 5), (2, 3))]),
        ("باغ می رود می شد", "راغ می‌رود می‌شد", [((0, 1), (0, 1)), ((1, 3), (1, 2)), ((3, 5), (2, 3))]),
    ],
)
def test_only_words_of_an_edit_are_taken_as_joined(
    given_text: str, shown: str, expected: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    assert [span[:2] for span in spans([given_text], [shown])] == expected


def test_many_paragraphs_that_say_the_same_are_aligned_each_with_its_own() -> None:
    texts = ["آری"] * 300
    assert [span[:2] for span in spans(texts, texts)] == [((place, place + 1),) * 2 for place in range(300)]


@pytest.mark.parametrize(("count", "found"), [(2000, 2), (2001, 2001)])
def test_words_that_are_said_again_and_again_hold_up_to_two_thousand_words_together(count: int, found: int) -> None:
    rest = " ".join(f"و{number % 50}" for number in range(count - 1))
    assert len(spans([f"آری {rest}"], [f"نه {rest}"])) == found


def test_nothing_is_aligned_with_nothing() -> None:
    assert spans([], []) == []
    assert spans(["باغ"], []) == [AlignedSpan((0, 1), (0, 0))]
    assert spans([], ["باغ"]) == [AlignedSpan((0, 0), (0, 1))]


def test_very_long_texts_are_aligned_as_well() -> None:
    text = " ".join(f"و{number}" for number in range(2100))
    found = spans([text], [text.replace("و7 ", "نه ")])
    assert [span for span in found if span.same is None] == [AlignedSpan((7, 8), (7, 8))]


@given(given_texts=TEXTS, shown=TEXTS)
def test_spans_hold_every_word_of_both_texts_in_order(given_texts: list[str], shown: list[str]) -> None:
    left, right = (list[WrittenWord](word for text in texts for word in split(text)) for texts in (given_texts, shown))
    place = (0, 0)
    for span in spans(given_texts, shown):
        assert (span.given[0], span.shown[0]) == place
        place = span.given[1], span.shown[1]
        assert span.same == restored(left[slice(*span.given)], right[slice(*span.shown)])
    assert place == (len(left), len(right))
    same = [span for span in spans(given_texts, shown) if span.same is not None]
    assert letters(left) != letters(right) or len(same) > 0 or not left


def test_paragraphs_below_an_edit_are_spans_of_their_own() -> None:
    assert spans(["ج", "باغ ما", "آب"], ["د", "باغ ما", "آب"]) == [
        AlignedSpan((0, 1), (0, 1)),
        AlignedSpan((1, 3), (1, 3), Differences()),
        AlignedSpan((3, 4), (3, 4), Differences()),
    ]


def test_a_paragraph_that_comes_twice_is_aligned_with_its_place() -> None:
    assert spans(["آری", "باغ", "آری", "رود"], ["باغ", "آری", "رود"]) == [
        AlignedSpan((0, 1), (0, 0)),
        AlignedSpan((1, 2), (0, 1), Differences()),
        AlignedSpan((2, 3), (1, 2), Differences()),
        AlignedSpan((3, 4), (2, 3), Differences()),
    ]


def test_an_answer_that_is_given_again_and_again_is_found_between_paragraphs_that_were_written_anew() -> None:
    def talk(word: str) -> list[str]:
        asked = (" ".join(f"{word}{number}و{place}" for place in range(70)) for number in range(30))
        answers = [part for question in asked for part in (question, "آری")]
        return [*answers, *(f"{word}{number}" for number in range(150))]

    found = spans(talk("باغ"), talk("رود"))
    assert [span[:2] for span in found if span.same is not None] == [((n, n + 1),) * 2 for n in range(70, 2130, 71)]
