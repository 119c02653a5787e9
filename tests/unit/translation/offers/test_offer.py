"""What an offer may hold."""

from __future__ import annotations

import pytest

from goftogu.translation.memory.memory import Unit
from goftogu.translation.offers import offer
from goftogu.translation.offers.offer import Offer
from tests.collecting import collected


@pytest.mark.parametrize(
    ("unit", "named"), [(Unit("t1.1", "باغ"), "t1.1"), (Unit("", "باغ"), "باغ"), (Unit("", "ا" * 41), "ا" * 40)]
)
def test_a_character_that_no_text_may_hold_is_told_with_its_paragraph(unit: Unit, named: str) -> None:
    found, (problem,) = collected(offer.sound, "a.tmx", Offer(unit, "a\x07b", None))
    assert (found, problem.path, problem.code) == (False, "a.tmx", "S003")
    assert problem.message.endswith(f", in {named}")


def test_other_characters_are_sound() -> None:
    assert collected(offer.sound, "a.tmx", Offer(Unit("t1.1", "باغ"), "A\nb – “c”", None)) == (True, [])
