from __future__ import annotations

from itertools import islice

import pytest

from goftogu.transcripts import ids


@pytest.mark.parametrize(
    "same",
    ["علي گفت: كتاب‌ها", "علی گفت کتابها", "عَلی، گفت «کتابـها»", "علی\nگفت کتاب\u200cها…"],
)
def test_spelling_and_punctuation_do_not_move_an_id(same: str) -> None:
    assert ids.by_content(same) == "h2d523ae6"


def test_other_words_have_another_id() -> None:
    assert ids.by_content("آب") != ids.by_content("باد")
    assert ids.TURN.fullmatch(ids.by_content(""))


def test_repeated_texts_get_a_number() -> None:
    names = ids.IdMaker(["t1", "habc-3"])
    assert [names.free("habc") for _ in range(4)] == ["habc", "habc-2", "habc-4", "habc-5"]
    assert names.free("hdef") == "hdef"


def test_new_numbers_are_above_all_others() -> None:
    assert list(islice(ids.numbers("t", ["t3", "t24", "p99", "h12345678", "t24.1"]), 2)) == ["t25", "t26"]
    assert next(ids.numbers("s", [])) == "s1"
    assert next(ids.numbers("s", ["s1"])) == "s2"


@pytest.mark.parametrize("name", ["t0", "t01", "T1", "t1.1", "t", "h1234567", "h123456789", "p1"])
def test_what_is_no_id_of_a_turn(name: str) -> None:
    assert ids.TURN.fullmatch(name) is None
