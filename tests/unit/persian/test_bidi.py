"""What is isolated in a line of the other direction, and what is left to the line."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import name

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Language
from goftogu.persian import bidi
from goftogu.persian.bidi import Script
from tests.mixed import IN_ENGLISH, IN_PERSIAN


def found(text: str, language: str) -> list[tuple[str, Script]]:
    return [(text[start:end], script) for start, end, script in bidi.stretches(text, language)]


@pytest.mark.parametrize("token", IN_PERSIAN)
def test_a_token_in_a_persian_line_is_one_stretch(token: str) -> None:
    script = Script.LATIN if any("LATIN" in name(letter) for letter in token) else Script.SIGNS
    for text in (f"این {token} است.", f"این، {token}، همان است", f"«گفت {token}»", token):
        assert found(text, "fa") == [(token, script)]


@pytest.mark.parametrize("token", IN_ENGLISH)
def test_persian_in_an_english_line_is_one_stretch(token: str) -> None:
    for text in (f"They said {token} there.", f"({token})", token):
        assert found(text, "en") == [(token, Script.PERSIAN)]


@pytest.mark.parametrize(
    "text",
    [
        "بین ۱۳۸۰-۱۳۹۰ بود",
        "۱۲-۱۵ سال",
        "۵۰٪ مردم",
        "سال 2015 بود",
        "۱۴۰۳/۰۴/۲۹",
        "ساعت ۱۴:۳۰",
        "۱٫۵ میلیون و ۳۰٬۰۰۰",
        "نمی‌دانم - نه",
        "شبانه‌روز 24/7",
        "۱، ۲ و ۳",
        "گفت: «بله!»",
        "دهه‌های ۱۳۸۰-۸۵",
        "جمع ۵ + هیچ",
        "«سلام»",
    ],
)
def test_what_persian_reads_rightly_is_left_alone(text: str) -> None:
    assert found(text, "fa") == []


@pytest.mark.parametrize("text", ["In 1357 and ۱۳۵۷ they met", "a «quoted» word", "x = 2 + y", "50% of C++"])
def test_what_english_reads_rightly_is_left_alone(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("در NATO، BBC و (CNN) بود.", ["NATO", "BBC", "CNN"]),
        ("از BBC. سپس", ["BBC"]),
        ("شرکت (Google) و «Yahoo»؟", ["Google", "Yahoo"]),
        ("NATOها و PDFهایش", ["NATO", "PDF"]),
        ("سایت https://example.org/a(b). بعد", ["https://example.org/a(b)"]),
        ("سایت https://example.org/b_(b) بعد", ["https://example.org/b_(b)"]),
        ("(https://example.org/a)", ["https://example.org/a"]),
        ("ببینید: www.example.org/b، بعد", ["www.example.org/b"]),
        ("نشانی www.example.org/b. بعد", ["www.example.org/b"]),
        ("سال 2015 Google آمد", ["Google"]),
        ("فاصلهٔ 5 km و 12 مرد", ["5 km"]),
        ("کتاب “The Sea” و “دریا”", ["“The Sea”"]),
        ('گفت "Let it be." و رفت', ['"Let it be."']),
        ('"کتاب" NATO "کتاب"', ["NATO"]),
        ("“Without an end و بعد", ["Without an end"]),
        ("<b>", ["b"]),
        ("الف-ب -۵", ["-۵"]),
        ("۵-۳ و ۱۰-۲", []),
        ("چرا؟! ++ نه", []),
    ],
)
def test_where_a_stretch_begins_and_ends(text: str, expected: list[str]) -> None:
    assert [part for part, _ in found(text, "fa")] == expected


@pytest.mark.parametrize("end", [".", ",", ":", "!", "?", "؟", "؛", "،", "’", ")", "]", "}", "؟!", ")؟"])
@pytest.mark.parametrize("address", ["https://example.org/a", "www.example.org/b"])
def test_what_ends_the_sentence_is_no_part_of_an_address(address: str, end: str) -> None:
    assert found(f"این را در {address}{end} دیده‌اید", "fa") == [(address, Script.LATIN)]


def test_what_is_around_persian_in_english_stays_outside() -> None:
    assert found("the word کتاب (book), or نان.", "en") == [("کتاب", Script.PERSIAN), ("نان", Script.PERSIAN)]
    assert found("1357 (۱۳ آبان ۱۳۵۷)", "en") == [("۱۳ آبان ۱۳۵۷", Script.PERSIAN)]


@given(st.text(alphabet="aB1۲۳ ۰0گن+-−.,:/()«»“”\"'#%@$=&<>\\°؟،\n", max_size=60), st.sampled_from(Language))
def test_stretches_lie_in_the_text_in_order(text: str, language: Language) -> None:
    made = list(bidi.stretches(text, language))
    assert all(0 <= start < end <= len(text) for start, end, _ in made)
    assert all(one.end <= other.start for one, other in pairwise(made))
    assert not made or bidi.has_any(text, language)


@given(st.text(alphabet="aB1۲۳ گن+-.:/(«»“”#%؟،\n", max_size=60), st.sampled_from(Language))
def test_isolating_a_plain_text_only_adds_pairs(text: str, language: Language) -> None:
    made = bidi.isolated(text, language)
    assert made.translate(dict.fromkeys((0x2066, 0x2067, 0x2069))) == text
    depth = 0
    for character in made:
        depth += (character in "\u2066\u2067") - (character == "\u2069")
        assert depth in {0, 1}
    assert depth == 0


def test_a_plain_text_is_isolated_by_characters() -> None:
    assert bidi.isolated("زبان C++ و −۵", "fa") == "زبان \u2066C++\u2069 و \u2066−۵\u2069"
    assert bidi.isolated("the word نان،", "en") == "the word \u2067نان،\u2069"
    assert bidi.isolated("سلام", "fa") == "سلام"


@pytest.mark.parametrize(
    "text", ["“a" * 9000, "1," * 20_000, "1 " * 20_000, "a(" * 20_000, "+1 " * 20_000, '"a' * 9000, "a.b." * 9000]
)
def test_long_texts_made_to_be_slow_are_read_to_their_end(text: str) -> None:
    for language in Language:
        assert all(stretch.end <= 4 * len(text) for stretch in bidi.stretches(4 * text, language))
