from __future__ import annotations

import pytest

from goftogu.transcripts.rough import doubts
from goftogu.transcripts.rough.doubts import Doubt


@pytest.mark.parametrize("name", ["RHETORICAL", "TORN", "EMPTY", "TWO_QUESTIONS", "LONG_QUESTION"])
def test_what_is_doubtful_is_neither_sure_nor_out_of_the_question(name: str) -> None:
    doubt: Doubt = getattr(doubts, name)
    assert 0 < doubt.confidence < 1
