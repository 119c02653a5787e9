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


def _roles(*lines: str, named: dict[str, Role] | None = None) -> tuple[dict[str, Role], bool]:
    pieces = [Piece(line, number) for number, line in enumerate(lines, 1)]
    known = labels.find(pieces, named or {})
    return roles.of([(piece, known.find(piece)) for piece in pieces], named or {})


def test_letters_tell_who_asks() -> None:
    found, sure = _roles("پ: یک.", "ج: دو.", "پ: سه.", "ج: چهار.")
    assert (found, sure) == ({"پ": Role.INTERVIEWER, "ج": Role.INTERVIEWEE}, True)
    assert _roles("س: یک.", "پ: دو.", "س: سه.", "پ: چهار.")[0]["پ"] == Role.INTERVIEWEE


def test_the_head_tells_who_asks() -> None:
    found, sure = _roles("راد: یک؟", "نیک: دو.", "راد: سه؟", "نیک: چهار.", named={"نیما نیک": Role.INTERVIEWER})
    assert (found, sure) == ({"راد": Role.INTERVIEWEE, "نیک": Role.INTERVIEWER}, True)


def test_who_speaks_with_a_guest_asks() -> None:
    assert _roles("برگ: یک.", "مهمان: دو.", "برگ: سه.", "مهمان: چهار.")[0]["برگ"] == Role.INTERVIEWER


def test_courtesy_and_few_questions_tell_enough() -> None:
    found, sure = _roles(
        "راد: سلام.",
        "نیک: خوش آمدید.",
        "راد: سپاس.",
        "نیک: سال بود؟",
        "راد: بله.",
        "نیک: خوب.",
        "راد: آری.",
        "نیک: نه.",
    )
    assert found["نیک"] == Role.INTERVIEWER
    assert sure


@pytest.mark.parametrize(
    ("lines", "asking", "sure"),
    [
        (("سارا: از باغ.", "باغ چه شد؟", "نیما: سبز بود.", "و بزرگ.") * 2, ["سارا"], True),
        (("سارا: از باغ.", "باغ چه شد؟", "نیما: سبز بود.", "و بزرگ.", "سارا: از رود.", "نیما: آرام بود."), [], True),
        (("سارا: از باغ.", "باغ چه شد؟", "بعد از آن.", "نیما: سبز بود.") * 2, [], True),
        (("سارا: از باغ.", "باغ چه شد؟", "سبز بود.", "و بزرگ.") * 2, ["سارا"], True),
        (("سارا: از باغ.", "و رود.", "باغ چه شد؟", "سبز بود.") * 2, [], True),
        (("درآمد.", *("سارا: از باغ.", "باغ چه شد؟", "نیما: سبز بود.") * 2), [], True),
        (("سارا: کجا؟", "نیما: چرا؟", "سارا: در باغ.", "نیما: شب.") * 2 + ("سارا: شب.", "نیما: شب."), ["سارا"], False),
        (("سارا: کجا؟", "نیما: چرا؟", "سارا: در باغ.", "نیما: شب."), ["سارا"], False),
        (("سارا: توضیح دهید.", "نیما: شب.") * 2, ["سارا"], True),
        (("سارا: شب.", "نیما: بفرمایید.") * 2, ["سارا"], False),
        (("سارا: از باغ.", "سارا: از رود."), [], False),
        (
            ("سارا: خوش آمدید.", "نیما: سپاس.", "سارا: کجا؟", "نیما: در شیراز.", "سارا: شب.", "نیما: بله.", "چرا؟"),
            ["سارا"],
            True,
        ),
    ],
)
def test_who_asks_in_more_than_half_of_the_turns_where_they_end_is_the_interviewer(
    lines: tuple[str, ...], asking: list[str], sure: bool
) -> None:
    parts, is_sure = given(*lines)
    assert ([label for label, role in parts.items() if role is ASKS], is_sure) == (asking, sure)
