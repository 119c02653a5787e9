"""Which two words are one, and by which rule."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography import layer, phrases

LAYER = layer.load()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("می رود", "verb"),
        ("نمی پلکیدند", "verb"),
        ("می سرچیدیم", "verb"),
        ("باغ ها", "plural"),
        ("زمبولک ها", "plural"),
        ("همه ی", "ezafe"),
        ("گل ها ی", "ezafe"),
        ("خانه ای", "indefinite"),
        ("رفته ام", "person"),
        ("شاد اند", ""),
        ("مشغول اند", "person"),
        ("خانه مان", "owner"),
        ("خونه ش", "letter"),
        ("مهم ترین", "degree"),
        ("چند گانه", ""),
        ("سه گانه", "compound"),
        ("نیمه شب", "compound"),
        ("بی نصیب", "without"),
        ("پیش بینی", "pair"),
        ("گفت و گو", "pair"),
        ("باغ بزرگ", ""),
    ],
)
def test_each_kind_has_its_rule(text: str, rule: str) -> None:
    assert {change.rule for change in LAYER.explain(text)} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        ("جام می خورد.", "او می خورد."),
        ("بی سر و پا", "بی سر گشت."),
        ("بی نصیب ی", "بی نصیب ماند"),
        ("اگه بره ها!", "برنگشته ها!"),
        ("گفتند ها!", "سنگ ها!"),
        ("خانه ای کاش", "خانه ای که"),
        ("پرونده ام اس", "پرونده ام است"),
        ("قبیله ام البنین", "قبیله ام آمد"),
        ("سوره ام المؤمنین", "سوره ام آنجاست"),
        ("باغبان شان و مقام", "باغبان شان و دیگران"),
        ("باغبان شان نزول", "باغبان شان آمد"),
        ("خونه م. راد", "خونه م خوبه"),
        ("نرم تر و تازه", "نرم تر و تازه تر"),
    ],
)
def test_a_neighbour_can_speak_against_it(apart: str, joined: str) -> None:
    assert LAYER.restore(apart) == apart
    assert LAYER.restore(joined) != joined


@pytest.mark.parametrize("text", ["ها ی بابا", "بها شان ندادند", "رها شان کرد"])
def test_what_only_ends_as_a_plural_does_is_none(text: str) -> None:
    assert LAYER.restore(text) == text


@pytest.mark.parametrize("text", ["دل شان سوخت", "گل شان را دید", "سگ شان مرد", "آب شان گرم بود", "پا شان شکست"])
def test_nothing_is_joined_to_a_word_of_two_letters(text: str) -> None:
    assert LAYER.restore(text) == text


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("نان شان کم بود", "نان\u200cشان کم بود"),
        ("دست شان شکست", "دست\u200cشان شکست"),
        ("پدر مان آمد", "پدرمان آمد"),
        ("کتاب اش را خواند", "کتاب\u200cاش را خواند"),
    ],
)
def test_a_possessive_is_joined_to_a_longer_one(text: str, joined: str) -> None:
    assert LAYER.restore(text) == joined


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "_MEMORY", 2)
    fresh = layer.load()
    assert fresh.restore("می رود، باغ ها، گل ها، خانه ای") == "می‌رود، باغ‌ها، گل‌ها، خانه‌ای"
    assert len(fresh._rules.phrases._decided) <= 2
