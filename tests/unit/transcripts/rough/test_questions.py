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
        "لطفاً خودتان را معرفی کنید:",
        "خودتان را معرفی کنید.",
        "خودتونو معرفی کنین",
        "نخست خود را معرفی نمایید.",
        "شیوهٔ کارتان را شرح بدین.",
        "خاطره‌ای از آن سال‌ها نقل کنید.",
        "ماجرای آن شب را بازگو کنید:",
        "یک مثال از کارهایتان بیاورید.",
        "مثالی بزنید.",
        "حرف آخر را بزنید.",
        "همکاران آن دوره را نام ببرید.",
        "تجربه‌تان را با ما در میان بگذارید.",
        "اگر ممکن است خودتان را معرفی کنید.",
        "اگر می‌شود کمی از پدرتان بگویید.",
        "ممنون می‌شوم اگر خودتان را معرفی کنید.",
        "خوشحال می‌شویم اگر از آن روزها تعریف کنید.",
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
        "به او گفتم در را باز کنید.",
        "متن کامل این گفت‌وگو را در ادامه مطالعه کنید:",
        "اگر او را دیدید، مرا معرفی کنید.",
        "وقتی می‌پرسند، خودتان را معرفی کنید.",
        "شاگردم را به او معرفی کردم:",
        "این را با آن مقایسه کنید.",
        "سنگ بزنید.",
    ],
)
def test_statements(text: str) -> None:
    assert not questions.asks(text)


def test_a_request_is_no_question_mark() -> None:
    assert not questions.by_mark("توضیح دهید.")
    assert questions.by_request("توضیح دهید.")


@pytest.mark.parametrize(("length", "is_one"), [(160, False), (161, True)])
def test_only_the_end_of_a_long_sentence_tells_whether_it_is_a_request(length: int, is_one: bool) -> None:
    ends = " توضیح دهید"
    assert questions.by_request("اگر ".ljust(length - len(ends), "ب") + ends) is is_one


def test_reported_questions_are_no_evidence() -> None:
    assert questions.is_reported("گفت: «باران کجاست؟»")
    assert not questions.is_reported("باران کجاست؟")
    assert questions.asks("کمی از باغت بگو…")
    assert not questions.asks("راست بگو.")
