"""The rules for one word, in their order: which of them decides, and what stays as it is."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography.context import When
from goftogu.persian.orthography.rules import Decision, Rules
from tests.lexica import lexicon

LEXICON = lexicon(
    words="باغ خانه کتاب کار بزرگ زیبا زمین نشان نشانه بهتر دیوانه راه مشغول ایرانی سواد کوشش تلاش میز بسته حرفه "
    "کش نویس مرد کلاغ پرنده بچه سفت قمی نان انار مدیریت انس انسان تپه کم",
    spellings="گفت‌وگو راه‌آهن",
    wholes="بالکن",
    degrees="بزرگ زیبا سفت کم",
    past="رفت دید",
    present="رو بین گو",
    tails="دار نویس",
    heads="بی هم",
    names="علی نور حسین",
    demonstrated="گونه طور",
    plural_first="نشان زمین",
    singular_first="دیوانه",
    no_ezafe="است را",
)
RULES = Rules(LEXICON, {"سرومند": "سرو‌مند", "میدان": "می‌دان"}, ["خونریزی"])


def decided(spelling: str) -> Decision:
    return RULES.decide(spelling.replace("\u200c", ""))


@pytest.mark.parametrize(
    ("spelling", "rule"),
    [
        ("سرو‌مند", "archive"), ("می‌دان", "archive"), ("خونریزی", "archive"),
        ("گفت‌وگو", "word-list"), ("راه‌آهن", "word-list"),
        ("این‌گونه", "demonstrative"), ("به‌همین‌گونه", "demonstrative"), ("ازاین‌طور", "demonstrative"),
        ("خانه", "word"), ("بهتر", "word"), ("میز", "word"),
        ("می‌روم", "verb"), ("نمی‌بینید", "verb"), ("برمی‌گوید", "verb"),
        ("رفته‌اند", "perfect"), ("دیده‌بودم", "perfect"),
        ("کتابم", "inflected"), ("کارمان", "inflected"), ("راهی", "inflected"),
        ("بی‌بی‌سی", "letters"),
        ("خانه‌ام", "after-he"), ("خانه‌شان", "after-he"), ("رفته‌م", "after-he"),
        ("بچه‌ام", "after-he"), ("خانه‌ش", "after-he"),
        ("نشان‌هاست", "plural"), ("نشان‌هایم", "plural"), ("انسان‌هاست", "plural"),
        ("کتاب‌ها", "plural"), ("خانه‌هایش", "plural"), ("بزرگ‌ترها", "plural"),
        ("ایرانی‌ام", "after-ye"), ("قمی‌ام", "after-ye"),
        ("بروند", "verb-form"), ("نرفت", "verb-form"), ("دیده", "verb-form"),
        ("مشغول‌اند", "copula"), ("سفت‌اند", "copula"),
        ("بزرگ‌تر", "degree"), ("زیباترین", "degree"), ("سفت‌تره", "degree"),
        ("خانه‌دار", "compound"), ("بی‌سواد", "compound"), ("کارگر", "compound"),
        ("نورعلی", "name"), ("علی‌پور", "name"),
        ("نورالدین", "arabic"),
        ("کوشش‌وتلاش", "pair"), ("نان‌وانار", "pair"),
        ("سنگ‌آهن", "madda"), ("سگ‌آب", "madda"),
        ("بچه‌نان", "two-words"), ("بزرگ‌نشانه", "two-words"),
        ("کلاغ‌ها", "plural"), ("آلرژن‌ها", "new-plural"), ("گلف‌ها", "new-plural"),
        ("فخرم", "unknown"), ("سمنت", "unknown"), ("بالکن", "unknown"),
    ],
)  # fmt: skip
def test_the_first_rule_that_knows_a_word_decides(spelling: str, rule: str) -> None:
    assert decided(spelling) == Decision(spelling, rule)


@pytest.mark.parametrize(
    ("plural", "singular", "when", "rule"),
    [
        ("نشان‌های", "نشانه‌ای", When.NO_EZAFE, "context"),
        ("زمین‌های", None, None, "plural"),
        ("باغ‌های", None, None, "plural"),
        ("خانه‌ای", None, None, "after-he"),
        ("دیوانه‌ای", None, None, "after-he"),
        ("پرنده‌ای", None, None, "after-he"),
        ("آلرژن‌های", None, None, "plural"),
    ],
)
def test_a_word_in_haye_is_the_plural_or_the_indefinite(
    plural: str, singular: str | None, when: When | None, rule: str
) -> None:
    found = decided(plural)
    assert (found.spelling, found.rule, found.other) == (plural, rule, singular)
    if when is not None:
        assert found.when is when


def test_midani_is_a_verb_unless_a_noun_of_the_field_is_before_it() -> None:
    assert decided("می‌دانی") == Decision("می‌دانی", "verb", "میدانی", When.FIELD)
    assert Rules(LEXICON, {}, ["میدانی"]).decide("میدانی") == Decision("میدانی", "archive")


@pytest.mark.parametrize(
    "word",
    "میان نهال دفتر کبوتر سرا برادر دانا هاون تهران مادرم استان گلدان پیشانی مهمان درمان سامان آرام ایام الهام".split(),
)
def test_an_end_that_looks_like_an_ending_is_none(word: str) -> None:
    assert decided(word).spelling == word


@pytest.mark.parametrize(
    "word",
    [
        "دونفر",
        "سهنفره",
        "نانومیز",
        "کتابخانه",
        "باغمدیریت",
        "ژلها",
        "مآب",
        "تپهش",
        "کمتره",
        "کاره",
        "فخرالزمانه",
        "سمنتی",
    ],
)
def test_what_no_rule_knows_stays(word: str) -> None:
    assert decided(word) == Decision(word, "unknown")
