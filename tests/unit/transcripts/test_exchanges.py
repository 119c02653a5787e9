from __future__ import annotations

from goftogu.model import Exchange
from goftogu.transcripts import exchanges
from tests.talks import a_turn


def test_turns_of_one_number_are_one_exchange_named_after_the_first() -> None:
    turns = [a_turn(name, "x", (), number) for name, number in (("t1", 0), ("t2", 0), ("t5", 1))]
    assert exchanges.of(turns) == (Exchange("x-t1", ("t1", "t2")), Exchange("x-t5", ("t5",)))


def test_without_turns_there_is_none() -> None:
    assert exchanges.of([]) == ()
