"""Who asks and who answers in a rough text."""

from __future__ import annotations

import pytest

from goftogu.model import Role
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import labels, roles
from goftogu.transcripts.rough.roles import Found

ASKS, ANSWERS = Role.INTERVIEWER, Role.INTERVIEWEE


def found(*lines: str) -> Found:
    """Return pieces with the labels that they begin with; ``نیما: …`` names a speaker."""
    pieces = [Piece(line, number) for number, line in enumerate(lines, 1)]
    names = {line.partition(":")[0] for line in lines if ":" in line}
    held = labels.find(pieces, sorted(names))
    return [(piece, held.find(piece)) for piece in pieces]


def given(*lines: str, named: dict[str, Role] | None = None) -> tuple[dict[str, Role], bool]:
    return roles.of(found(*lines), named or {})


ASKED = ("سارا: کجا به دنیا آمدید؟", "نیما: در شیراز به دنیا آمدم.", "سارا: چه سالی؟", "نیما: سال ۱۳۲۰ بود.")


def test_who_asks_in_most_turns_is_the_interviewer() -> None:
    assert given(*ASKED) == ({"سارا": ASKS, "نیما": ANSWERS}, True)
    assert given("درآمدی کوتاه.", *ASKED) == ({"سارا": ASKS, "نیما": ANSWERS}, True)


def test_a_question_in_an_answer_makes_nobody_ask() -> None:
    lines = (*ASKED, "نیما: مگر می‌شود نرفت؟ رفتم.", "سارا: چرا رفتید؟")
    assert given(*lines)[0] == {"سارا": ASKS, "نیما": ANSWERS}


def test_a_role_that_a_label_names_decides() -> None:
    lines = ("مجری: از باغ بگویید.", "نیما: چه بگویم؟ بزرگ بود.", "مجری: از رود بگویید.", "نیما: آرام بود.")
    assert given(*lines) == ({"مجری": ASKS, "نیما": ANSWERS}, True)


def test_the_head_of_the_text_decides() -> None:
    lines = ("سارا: از باغ بگویید.", "نیما: بزرگ بود.", "سارا: از رود بگویید.", "نیما: آرام بود.")
    assert given(*lines, named={"سارا": ASKS}) == ({"سارا": ASKS, "نیما": ANSWERS}, True)
    assert given(*lines, named={"نیما": ASKS}) == ({"سارا": ANSWERS, "نیما": ASKS}, True)
    assert given(*lines, named={"نیما": ANSWERS}) == ({"سارا": ASKS, "نیما": ANSWERS}, True)


@pytest.mark.parametrize(("first", "second"), [("س", "ج"), ("پ", "ج")])
def test_letters_are_roles_beside_each_other(first: str, second: str) -> None:
    lines = (f"{first}: باغ", f"{second}: بزرگ؟", f"{first}: رود", f"{second}: آرام؟")
    assert given(*lines)[0] == {first: ASKS, second: ANSWERS}


def test_where_nobody_asks_the_first_one_may_be_the_interviewer_and_nobody_is_sure() -> None:
    lines = ("سارا: از باغ می‌گوییم.", "نیما: بزرگ بود.", "سارا: و رود.", "نیما: آرام بود.")
    assert given(*lines) == ({"سارا": ASKS, "نیما": ANSWERS}, False)


def test_who_thanks_a_guest_asks() -> None:
    lines = ("سارا: خوش آمدید، از باغ بگویید.", "نیما: باغ بزرگ بود.", "سارا: سپاسگزارم از شما.", "نیما: خواهش.")
    assert given(*lines)[0]["نیما"] is ANSWERS


@pytest.mark.parametrize(("turns", "sure"), [(4, True), (5, False)])
def test_who_asks_in_every_fourth_turn_is_the_interviewer_where_nobody_else_asks(turns: int, sure: bool) -> None:
    lines = ("سارا: باغ بزرگ بود.", "نیما: رود آرام بود.") * (turns - 1)
    assert given("سارا: شب شد.", "نیما: چه سالی؟", *lines) == ({"سارا": ANSWERS, "نیما": ASKS}, sure)


def test_who_speaks_with_a_guest_asks_when_there_is_nobody_else() -> None:
    assert given(*("برگ: باغ.", "مهمان: رود.") * 2) == ({"برگ": ASKS, "مهمان": ANSWERS}, True)
    three = given(*("برگ: چرا؟", "مهمان: رود.", "ساقه: باغ.") * 2)
    assert three == ({"برگ": ASKS, "مهمان": ANSWERS, "ساقه": ANSWERS}, True)


def test_of_two_who_speak_once_without_a_question_nobody_asks() -> None:
    assert given("سارا: باغ بزرگ بود.", "نیما: رود آرام بود.") == ({"سارا": ANSWERS, "نیما": ANSWERS}, False)
