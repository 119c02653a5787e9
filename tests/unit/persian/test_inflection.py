"""Dictionary forms: endings that are endings, and words that only look as if they had one."""

from __future__ import annotations

import pytest

from goftogu.persian import inflection
from goftogu.persian.folding import fold
from goftogu.persian.inflection import Inflection

FORMS = {
    "معلم": "معلم‌ها معلمان معلمانشان معلمی",
    "کتاب": "کتاب‌ها کتابهای کتاب‌هایشان کتابم کتابی کتب",
    "خانه": "خانه‌ام خانهٔ خانه‌های خانه‌ای خانه‌شان",
    "زن": "زنان زن‌ها",
    "مسئله": "مسائل مسئله‌ها مسائلی",
    "تجربه": "تجربیات تجربه‌ها تجارب",
    "نویسنده": "نویسندگان نویسنده‌ها",
    "دانشجو": "دانشجویان دانشجوها دانشجوی",
    "پدر": "پدرم پدرانشان پدری",
    "بزرگ": "بزرگ‌تر بزرگترین بزرگ‌ترین‌ها",
    "گفتن": "گفت می‌گوید نگفته‌اند گفته بگو نمی‌گویند گفتم",
    "توانستن": "می‌توانیم نمی‌تواند توانست توانیم",
    "رفتن": "رفت می‌رود نروید بروند رفته",
    "شدن": "شد می‌شود شده نشده‌اند",
    "کردن": "کرد کنند نمی‌کنند کرده بکنیم",
    "آمدن": "آمد بیاید نیامد می‌آیند",
    "برگشتن": "برمی‌گردند برگشت برنمی‌گردم",
    "خریدن": "می‌خرند خریدند خریدیم",
    "بودن": "بود باشد هستند نیست",
    "سخنرانی": "",
    "زبرجد": "زبرجدها زبرجد‌هایشان",
}
OWN = (
    "باران سلامت ارزش زمان زمین ماشین سرزمین فلسطین باد راه آبان نامه نام کارت کارد بندر میدان جهان پایان انسان مردم "
    "خرید ساخت گذشته نوشته رود روند بینی کتابخانه دانش دانشمند پزشکیان ادبیات عملیات تهران شیرین بهتر میهن"
)


@pytest.mark.parametrize(("word", "form"), [(word, form) for word, forms in FORMS.items() for form in forms.split()])
def test_a_form_has_its_word(word: str, form: str) -> None:
    known = inflection.load()
    assert known.lemma(fold(form)) == known.lemma(fold(word))


@pytest.mark.parametrize("word", OWN.split())
def test_a_word_that_looks_like_a_form_is_its_own(word: str) -> None:
    assert inflection.load().lemma(fold(word)) == fold(word)


def test_the_more_used_word_has_a_form_of_two() -> None:
    few = Inflection([("شهر", 90, False), ("شهره", 2, False)], [], [])
    assert few.lemma("شهرهای") == "شهر"
    assert Inflection([("شهره", 2, False)], [], []).lemma("شهرهای") == "شهره"


@pytest.mark.parametrize(("times", "word"), [(40, "شهره"), (41, "شهر")])
def test_a_shorter_word_has_a_form_when_it_is_more_than_twenty_times_as_common(times: int, word: str) -> None:
    assert Inflection([("شهر", times, False), ("شهره", 2, False)], [], []).lemma("شهرهای") == word


@pytest.mark.parametrize(
    ("form", "word"), [("قققها", "ققق"), ("ققها", "ققها"), ("قققهایمان", "ققق"), ("ققهایمان", "ققهایمان")]
)
def test_a_sure_ending_leaves_an_unknown_word_of_three_letters(form: str, word: str) -> None:
    assert Inflection([], [], []).lemma(form) == word


@pytest.mark.parametrize(("form", "word"), [("مسولین", "مسول"), ("بچگان", "بچگان"), ("خبرگان", "خبره")])
def test_a_listed_word_of_six_letters_may_be_a_plural_of_people(form: str, word: str) -> None:
    known = [(one, 1, False) for one in ("مسول", "مسولین", "بچه", "بچگان", "خبره", "خبرگان")]
    assert Inflection(known, [], []).lemma(form) == word


@pytest.mark.parametrize(("rare", "irregular"), [([("شهره", 0, False)], []), ([], ["ققق شهره"])])
def test_a_word_that_nobody_uses_has_no_form_of_one_that_is_used(
    rare: list[tuple[str, int, bool]], irregular: list[str]
) -> None:
    assert Inflection([("شهر", 1, False), *rare], [], irregular).lemma("شهرهای") == "شهر"


@pytest.mark.parametrize("word", ["word", "today", "no"])
def test_the_head_of_the_list_of_forms_names_none(word: str) -> None:
    assert inflection.load().lemma(word) == word


def test_the_commonest_verb_has_a_stem_of_two() -> None:
    assert Inflection([], ["کند#کن", "کرد#کن"], []).stems["کن>"] == "کردن"


def test_a_word_that_is_listed_twice_is_as_common_as_in_its_best_place() -> None:
    assert Inflection([("آب", 2, False), ("آب", 1, False)], [], []).listed == {"آب": 2}


def test_forms_that_no_ending_makes_are_listed() -> None:
    assert Inflection([], [], ["کتاب کتب", "مسئله مسائل"]).irregular == {"کتب": "کتاب", "مسایل": "مساله"}
