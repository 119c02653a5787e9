"""What neighbours say of «خانه‌ای» and «خانه‌های», and of «میدانی»."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography.context import Context, When, before_word
from goftogu.persian.orthography.letters import split
from goftogu.persian.orthography.verbs import Verbs
from tests.lexica import lexicon

_LEXICON = lexicon(no_ezafe="است را و", past="رفت", present="رو گو")
CONTEXT = Context(_LEXICON, Verbs(_LEXICON))
WORD = "خانهای"
ALL = frozenset({When.NO_EZAFE, When.COUNTED, When.ADJECTIVE})
CLOSED = frozenset({When.NO_EZAFE, When.ADJECTIVE})


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("یک خانهای بزرگ", ALL),
        ("هیچ خانهای", ALL),
        ("چنین خانهای بزرگ", ALL),
        ("يك خانهای بزرگ", ALL),
        ("خانهای", CLOSED),
        ("خانهای.", CLOSED),
        ("خانهای، بزرگ", CLOSED),
        ("خانهای – بزرگ", CLOSED),
        ("خانهای است", CLOSED),
        ("خانهای «است", CLOSED),
        ("خانهای می‌گوید", CLOSED),
        ("خانهای ميرود", CLOSED),
        ("خانهای بزرگ", frozenset()),
        ("خانهای «بزرگ", frozenset()),
        ("در خانهای بزرگ", frozenset()),
        ("آن خانهای بزرگ", frozenset()),
        ("یک  خانهای بزرگ", frozenset()),
        ("یک، خانهای بزرگ", frozenset()),
        ("باغ خانهای بزرگ", frozenset({When.ADJECTIVE})),
        ("کار خانهای بزرگ", frozenset({When.ADJECTIVE, When.FIELD})),
        ("تحقیقات خانهای بزرگ", frozenset({When.ADJECTIVE, When.FIELD})),
        ("پژوهش‌های خانهای بزرگ", frozenset({When.ADJECTIVE, When.FIELD})),
        ("یک خانهای، بزرگ", ALL),
    ],
)
def test_neighbours_ask_for_the_other_spelling(line: str, asked: frozenset[When]) -> None:
    pieces = split(line)
    assert {when for when in When if CONTEXT.other(when, pieces, pieces.index(WORD))} == asked


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("كتابِ خانهای", "کتاب"),
        ("باغ‌های خانهای", "باغهای"),
        ("خانهای", ""),
        ("باغ، خانهای", ""),
        ("باغ\nخانهای", ""),
        ("12 خانهای", ""),
    ],
)
def test_the_word_before_is_one_blank_away(line: str, before: str) -> None:
    pieces = split(line)
    assert before_word(pieces, pieces.index(WORD)) == before


def test_above_the_first_word_of_a_line_there_is_none() -> None:
    assert before_word(split(" خانهای ۵"), 1) == ""
    assert before_word(split("در خانهای."), 3) == "در"
