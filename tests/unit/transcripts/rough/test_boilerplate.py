from __future__ import annotations

import pytest

from goftogu.transcripts.rough import boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "کد خبر: 123456",
        "شناسه خبر: ۹۸۷۶۵",
        "صفحه نخست | سیاسی | اقتصادی",
        "خانه » فرهنگ » گفت‌وگو",
        "اشتراک‌گذاری",
        "چاپ",
        "A+ A-",
        "تعداد بازدید: ۱۲",
        "نظرات",
        "برچسب‌ها: آب، باد",
        "لینک کوتاه",
        "https://example.org/x",
        "انتهای پیام/",
        "گفت‌وگو از: زهرا محمدی",
        "ارسال به دوستان",
        "Telegram WhatsApp",
    ],
)
def test_furniture(line: str) -> None:
    assert boilerplate.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "نظر شما چیست؟",
        "عضویت ایران در اتحادیه",
        "خانه پدری من کجاست",
        "نظر رئیس انجمن درباره آب",
        "کد خبر را نمی‌دانم.",
        "ورود به دوره تازه",
        "سیاست و اقتصاد و فرهنگ و هنر ایران",
        "کد خبر: " + "۱" * 200,
        "نسبت: ۱/۲/۳",
    ],
)
def test_words_of_an_interview(line: str) -> None:
    assert not boilerplate.is_furniture(line)


@pytest.mark.parametrize(("line", "is_so"), [("/۱۱۰", True), ("***", True), ("۱۲۳۴", True), ("تمام", False)])
def test_signatures(line: str, is_so: bool) -> None:
    assert boilerplate.is_signature(line) is is_so


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["- 1 -", "آب", "- ۲ -", "نان", "(3)"], {0, 2, 4}),
        (["- 1 -", "آب", "- ۳ -"], set()),
        (["- 1 -", "آب"], set()),
        (["۱", "۲", "۳"], set()),
        ([], set()),
    ],
)
def test_numbers_of_pages_rise_one_by_one(texts: list[str], places: set[int]) -> None:
    assert boilerplate.page_numbers(texts) == places


@pytest.mark.parametrize("text", ["انتهای پیام/", "انتهای پیام/ ۴۰۲۱", "پایان خبر", "(انتهای پیام)"])
def test_the_end_of_an_agencys_text(text: str) -> None:
    assert boilerplate.is_end(text)
    assert not boilerplate.is_end(f"{text} را شنیدم")
