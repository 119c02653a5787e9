"""Marks are taken out of a text before an engine gets it, and are in their places in its English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.conventions import stage_notes
from goftogu.conventions.marks import Conventions
from goftogu.model import Footnote, StageNote
from goftogu.translation.engine import lifting
from tests.materials import paragraph

KNOWN = Conventions(
    {str(number): Footnote(str(number), number, paragraph(f"note-{number}", "متن"), "t1.1") for number in (1, 2)},
    stage_notes.table([StageNote("می‌خندد", "laughs", "vocal")]),
)


def lifted(text: str) -> list[str]:
    return [part.sentence for part in lifting.lift(text, KNOWN)]


def back(text: str, *english: str) -> str:
    """Return the English of a text with its marks, from that of its sentences."""
    parts = list(lifting.lift(text, KNOWN))
    said = english or ("",) * len(parts)
    return " ".join(part.put_back(each) for part, each in zip(parts, said, strict=True))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("یک. دو.", ["یک.", "دو."]),
        ("یک[^1]. دو.", ["یک.", "دو."]),
        ("یک.[^1] دو.", ["یک.", "دو."]),
        ("یک [^1] دو", ["یک دو"]),
        ("[مکث] یک [می‌خندد] دو.", ["یک دو."]),
        ("یک [می‌خندد]، دو", ["یک، دو"]),
        ("یک [می‌خندد]دو", ["یک دو"]),
        ("[مکث]", [""]),
        ("[مکث] [^1]", [""]),
        ("یک [دو] سه", ["یک [دو] سه"]),
        ("یک[^9]", ["یک[^9]"]),
        ("", []),
    ],
)
def test_an_engine_sees_no_mark(text: str, sentences: list[str]) -> None:
    assert lifted(text) == sentences


def test_without_conventions_nothing_is_taken_out() -> None:
    assert [part.sentence for part in lifting.lift("یک[^1]. دو.", None)] == ["یک[^1].", "دو."]


@pytest.mark.parametrize(
    ("text", "english", "whole"),
    [
        ("دادگاه[^1] رأی داد.", ["The court ruled."], "The court ruled[^1]."),
        ("دادگاه رأی داد[^1].", ["The court ruled."], "The court ruled[^1]."),
        ("دادگاه رأی داد.[^1]", ["The court ruled."], "The court ruled.[^1]"),
        ("شهریور[^1]، پیش از باران.", ["Shahrivar, before the rain."], "Shahrivar[^1], before the rain."),
        ("شهریور،[^1] پیش از باران.", ["Shahrivar, before the rain."], "Shahrivar,[^1] before the rain."),
        ("شهریور[^1]، پیش از باران.", ["Before the rain."], "Before the rain[^1]."),
        ("[می‌خندد] بله.", ["Yes."], "[laughs] Yes."),
        ("بله. [می‌خندد]", ["Yes."], "Yes. [laughs]"),
        ("بله [می‌خندد].", ["Yes."], "Yes [laughs]."),
        ("بله [می‌خندد] رفتم.", ["Yes I went."], "Yes I went. [laughs]"),
        ("بله [می‌خندد] رفتم، خانه.", ["Yes I went, home."], "Yes I went, home. [laughs]"),
        ("بله، رفتم[^1] خانه.", ["Yes, I went home."], "Yes, I went home[^1]."),
        ("بله. [می‌خندد] رفتم.", ["Yes.", "I went."], "Yes. [laughs] I went."),
        ("بله. رفتم[^1]، خانه.", ["Yes.", "I went, home."], "Yes. I went[^1], home."),
        ("بله. رفتم.\u2003[می‌خندد]", ["Yes.", "I went."], "Yes. I went. [laughs]"),
        ("من [می‌خندد]", ["I"], "I [laughs]"),
        ("بله. [می‌خندد]", ["Yes. "], "Yes. [laughs]"),
        ("یک[^1]، دو[^2].", ["One, two."], "One[^1], two[^2]."),
        ("یک[^1][^2].", ["One."], "One[^1][^2]."),
        ("[مکث]", [""], "[pause]"),
        ("[مکث] [^1]", [""], "[pause][^1]"),
        ("بله[^1]؟", ["“Yes?”"], "“Yes[^1]?”"),
        ("بله.", ["Yes."], "Yes."),
    ],
)
def test_a_mark_returns_to_its_place(text: str, english: list[str], whole: str) -> None:
    assert back(text, *english) == whole


def test_all_that_stands_before_the_first_word_stays_there() -> None:
    assert back("[مکث]  [می‌خندد][^1] بله.", "Yes.").endswith("]Yes.")


PIECES = st.lists(st.sampled_from(["یک", " ", ".", "، ", "؟ ", "[^1]", "[^2]", "[مکث]", "دو"]), max_size=10)


@given(PIECES, st.lists(st.sampled_from(["one", " ", ".", ", ", "?", "two"]), max_size=6))
def test_no_mark_is_lost_and_no_word_of_the_english(pieces: list[str], english: list[str]) -> None:
    text, said = "".join(pieces), "".join(english)
    whole = "".join(part.put_back(said) for part in lifting.lift(text, KNOWN))
    names = {"[^1]": "[^1]", "[^2]": "[^2]", "[مکث]": "[pause]"}
    for written, name in names.items():
        assert whole.count(name) == text.count(written)
        whole = whole.replace(name, "")
    assert "".join(whole.split()) == "".join(said.split()) * len(list(lifting.lift(text, KNOWN)))


@given(PIECES)
def test_what_is_left_are_the_words_of_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    bare = text.replace("[^1]", "").replace("[^2]", "").replace("[مکث]", "")
    left = "".join("".join(lifted(text)).split())
    assert left == "".join(bare.split()) or not any(sign.isalnum() for sign in bare)
