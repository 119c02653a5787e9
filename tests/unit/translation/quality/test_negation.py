from __future__ import annotations

import pytest

from goftogu.translation.quality.negation import is_turned


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("هرگز برنگشت.", "He always came back."),
        ("نمی‌خواستم بروم.", "I wanted to go."),
        ("نمیخواستم بروم.", "I wanted to go."),
        ("نگذاشتند به دانشگاه بروم.", "They let me go to university."),
        ("هیچ‌کس نیامد.", "Everyone came."),
        ("آب نداشتیم.", "We had water."),
        ("نرفتم.", "I went."),
        ("زمین را فروختم.", "I did not sell the land."),
        ("همه آمدند.", "Nobody came."),
        ("نامه رسید.", "The letter never arrived."),
        ("نظر من این است.", "That isn’t my opinion."),
    ],
)
def test_an_answer_that_was_turned_round(source: str, target: str) -> None:
    assert is_turned(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("هرگز برنگشت.", "He never came back."),
        ("نمی‌توانستم بروم.", "I was unable to go."),
        ("پول نداشتیم.", "We lacked money."),
        ("بی‌خبر بودم.", "I did not know."),
        ("بدون او سخت بود.", "It was not easy without him."),
        ("نه، رفتم.", "No, I went."),
        ("مخالف بودم.", "I did not agree."),
        ("نماینده نامه را نوشت.", "The deputy wrote the letter."),
        ("نروژ کشور سردی است.", "Norway is a cold country."),
        ("نشان داد که می‌داند.", "She showed that she knew."),
        ("زمین را نفروش.", "Don’t sell the land."),
        ("کمک خواستم، قبول نکرد.", "I asked for help, he refused."),
    ],
)
def test_a_denial_may_be_carried_by_other_words(source: str, target: str) -> None:
    assert not is_turned(source, target)
