from __future__ import annotations

import pytest

from goftogu.index import idle_words
from goftogu.index.idle_words import _may_be_noun
from goftogu.persian.folding import fold

IDLE = idle_words.load()


@pytest.mark.parametrize(
    "word",
    "کجا چرا همه اگر یعنی مثلا هنوز خیلی امروز دوباره نخست بعدی چنین خب شما سال ماه ساعت دوره بار مسئله مسأله سؤال "
    "پاسخ گفت‌وگو گفتگو نکته نقش توجه جهت تعداد خوب بزرگ مختلف پایین نزدیک داستان دست میلیون تومان شرایط سه‌شنبه".split(),
)
def test_what_could_stand_in_every_interview_is_no_heading(word: str) -> None:
    assert fold(word) in IDLE


@pytest.mark.parametrize(
    "word", "باغ رود مهاجرت انقلاب کتابخانه شیراز معلم نمایشگاه بیمارستان روزنامه دریاچه قنات فرش سینما مدرسه".split()
)
def test_what_an_interview_may_be_about_can_be_one(word: str) -> None:
    assert fold(word) not in IDLE


def test_the_words_are_folded() -> None:
    assert [word for word in IDLE if fold(word) != word] == []
    assert all(IDLE)


@pytest.mark.parametrize(
    ("tags", "may"),
    [
        ("N", True),
        ("N,AJ", True),
        (" N \n", True),
        ("N,CONJ", False),
        ("V", False),
        ("N,PRO", False),
        ("DET", False),
        ("AJ", False),
    ],
)
def test_a_word_may_be_a_noun_unless_it_is_also_something_that_no_noun_is(tags: str, may: bool) -> None:
    assert _may_be_noun(tags) is may
