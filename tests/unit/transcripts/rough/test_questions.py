from __future__ import annotations

import pytest

from goftogu.transcripts.rough import questions


@pytest.mark.parametrize(
    "text",
    [
        "چرا؟",
        "چرا?",
        "چرا؟!",
        "او پرسید: «چرا؟»",
        "چرا؟ (با خنده)",
        "**چرا؟**",
        "در این باره توضیح دهید.",
        "لطفاً در این باره بیشتر توضیح بدهید",
        "درباره خودتان صحبت کنید…",
        "کمی از کودکی‌تان بگویید.",
        "بفرمایید.",
        "بفرمایید این طرح از کجا آغاز شد.",
        "می‌خواستم نظر شما را در این باره بدانم.",
        "نقش شما چیست.",
        "سخن پایانی را بفرمائيد.",
    ],
)
def test_questions_and_requests(text: str) -> None:
    assert questions.asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "چرا؟ چون باد آمد.",
        "ما این را توضیح دادیم.",
        "باید تلاش کنید و توضیح دهید.",
        "اگر می‌خواهید، توضیح دهید.",
        "من به او گفتم بفرمایید بنشینید.",
        "توضیح دهید. باران آمد.",
        "شما تلاش کنید.",
        "راهی نیست (چرا؟ نمی‌دانم).",
    ],
)
def test_statements(text: str) -> None:
    assert not questions.asks(text)


def test_a_request_is_no_question_mark() -> None:
    assert not questions.by_mark("توضیح دهید.")
    assert questions.by_request("توضیح دهید.")
