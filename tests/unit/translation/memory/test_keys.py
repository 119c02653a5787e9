from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu.translation.memory.keys import engine_form, fingerprint, key, same, same_source, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مجري كتاب", "مجری کتاب"),
        ("در سال 1352 و ٧ فرزند", "در سال ۱۳۵۲ و ۷ فرزند"),
        ("نشست G20 در سال 2024", "نشست G20 در سال ۲۰۲۴"),
        ("شمال ـ جنوب", "شمال – جنوب"),
        ("سلـــام", "سلام"),
        ("  دو\u00a0 کلمه\n", "دو کلمه"),
        ("\u202bمتن\u202c\u200f", "متن"),
        ("می\u200cرود", "می\u200cرود"),
    ],
)
def test_engine_form(text: str, expected: str) -> None:
    assert engine_form(text) == expected


@given(st.text())
@example("\u0300ـ\u0316")
@example("ی\u200dـ\u0654")
def test_engine_form_is_stable(text: str) -> None:
    assert engine_form(engine_form(text)) == engine_form(text)


@pytest.mark.parametrize("other", ["می رود", "میرود", "مي\u200cرود", " می\u200cرود ", "می\u200c\u200cرود"])
def test_spellings_share_a_key(other: str) -> None:
    assert key(other) == key("می\u200cرود")


def test_texts_are_the_same_in_any_spelling() -> None:
    assert same("می رود", "میرود")
    assert same("باغ", "باغ")
    assert not same("باغ", "راغ")


def test_different_texts_have_different_keys() -> None:
    assert key("سال ۱۳۵۲") != key("سال ۱۳۵۳")


def test_tidy_leaves_plain_line_breaks() -> None:
    assert tidy(" یک\r\nدو\u2028سه\x85 ") == "یک\nدو\nسه"


def test_a_fingerprint_has_twelve_digits_for_either_side() -> None:
    assert fingerprint("سلام ", "Hello") == "bda1fa483453-185f8db32271"


def test_fingerprint_tells_which_side_changed() -> None:
    pair = fingerprint("سلام", "Hello")
    assert pair == fingerprint("سلام ", "Hello ")
    assert same_source(pair, fingerprint("سلام", "Hi"))
    assert not same_source(pair, fingerprint("درود", "Hello"))
    assert pair != fingerprint("سلام", "hello")
