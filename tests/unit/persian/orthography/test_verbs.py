"""Finite verbs, with a lexicon of four: رفتن، دیدن، گفتن، آمدن."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography.verbs import Verbs
from tests.lexica import lexicon

VERBS = Verbs(lexicon(past="رفت دید گفت آمد گشت افتاد", present="رو بین گو آ گرد افت جو"))


@pytest.mark.parametrize(
    "spelling",
    """
    می‌روم می‌روی می‌رود می‌رویم می‌روید می‌روند می‌رفت می‌رفتم می‌رفتند
    نمی‌بینم نمی‌دیدی همی‌گفت می‌گوید می‌گویند می‌گویمش می‌بینمتان می‌دیدمشان
    برمی‌گردم درمی‌آید بازنمی‌گشتند فرامی‌رود فرومی‌افتد وامی‌گوید ورمی‌رود سرمی‌رود
    می‌توان نمی‌باید می‌بایست نمی‌بایستی می‌شاید
    می‌رفته می‌رفته‌است نمی‌دیده‌اند
    می‌گم نمی‌شه می‌ره می‌گین می‌آد می‌گن می‌شین
    """.split(),
)
def test_mi_is_set_apart(spelling: str) -> None:
    assert VERBS.continuous(spelling.replace("\u200c", "")) == spelling


@pytest.mark.parametrize(
    "word",
    """
    میدان میز میراث میهن میوه می نمی نمیر میگرن میرند میگند میشند میدند میلاد رفتم کمیرود
    میروندها میروتان میگفتهی میخانه
    """.split(),
)
def test_other_words_in_mi_are_left(word: str) -> None:
    assert VERBS.continuous(word) is None


def test_stems_in_o_and_a_take_a_glide_but_not_all() -> None:
    assert VERBS.continuous("میگویم") == "می‌گویم"
    assert VERBS.continuous("میآید") == "می‌آید"
    assert VERBS.continuous("میگویند") == "می‌گویند"
    assert VERBS.continuous("میجویند") is None
    assert VERBS.continuous("میرویند") is None


@pytest.mark.parametrize(
    "spelling",
    "رفته‌ام دیده‌است گفته‌ایم رفته‌اید دیده‌اند برگشته‌ام نگفته‌اند رفته‌بودم گفته‌بودند دیده‌باشم رفته‌باشید "
    "گفته‌شد دیده‌شدند رفته‌بود دیده‌باشی نرفته‌بودیم".split(),
)
def test_the_auxiliary_of_a_perfect_is_set_apart(spelling: str) -> None:
    assert VERBS.perfect(spelling.replace("\u200c", "")) == spelling


@pytest.mark.parametrize("word", "خانهام رفتم رفتهای رفتهبودن دیدهها رفته بودم هام رفتهباش".split())
def test_what_has_no_participle_or_no_auxiliary_is_no_perfect(word: str) -> None:
    assert VERBS.perfect(word) is None


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("رفته", True), ("نرفته", True), ("برگشته", True), ("برنگشته", True), ("درآمده", True), ("نیفتاده", True),
        ("نیامده", True), ("بازگشته", True), ("رفت", False), ("خانه", False), ("ه", False), ("", False),
    ],
)  # fmt: skip
def test_participles_are_told(word: str, is_one: bool) -> None:
    assert VERBS.participle(word) is is_one


@pytest.mark.parametrize(
    "word",
    "برود ببینم نگوید بگویند نرفتند دیدم گفتیم بیاید بیفتد نیامد نیافتاد ببین برو رفت گوید بگویمش برگردد".split(),
)
def test_forms_without_mi_are_told(word: str) -> None:
    assert VERBS.plain(word)


@pytest.mark.parametrize("word", "باغ کتاب برگ ببینگ نان رفتار گفتار دیدار بیابان برادر".split())
def test_nouns_are_no_verb_forms(word: str) -> None:
    assert not VERBS.plain(word)
