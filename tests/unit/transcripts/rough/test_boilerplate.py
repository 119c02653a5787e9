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
        "PressReader",
        "Share",
        "Link",
        "Subscribe",
        "Subscribe to our newsletter",
        "© 2021 Bamdad Daily. All rights reserved.",
        "Copyright 2021 Bamdad Media",
        "All Rights Reserved.",
        "Read more: Music of the desert",
        "Share on Facebook",
        "Follow us on Twitter",
        "12 comments",
        "5 min read",
        "Published: 12 March 2021",
        "Tags: music, desert",
        "Powered by WordPress",
        "\u200eAdvertisement\u200f",
        "Page 2 of 3",
        "Skip to main content",
        "Privacy Policy",
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
        "Share the bread with them.",
        "Read more poetry, that is my advice.",
        "We subscribe to nothing.",
        "I share this house with my sister.",
        "Copyright is a law of " + "the many words " * 10,
        "The first comment was mine.",
        "More bread",
        "Home",
    ],
)
def test_words_of_an_interview(line: str) -> None:
    assert not boilerplate.is_furniture(line)


def test_the_frame_of_a_site_is_english_where_its_words_are() -> None:
    assert boilerplate.is_english("Subscribe")
    assert boilerplate.is_english("Transcribed by https://example.org")
    assert not boilerplate.is_english("اشتراک‌گذاری")


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
        (["آب", "۱۲", "نان", "۱۳", "باد", "۱۴"], {1, 3, 5}),
        (["۱۲", "آب", "۱۳"], set()),
        (["صفحهٔ ۲ از ۹", "آب", "صفحه‌ی ۳ از ۹", "نان", "Page 4 of 9"], {0, 2, 4}),
        (["خاطرات یک بنا", "۷", "آب", "۸", "خاطرات یک بنا", "نان", "۹", "خاطرات یک بنا"], {1, 3, 4, 6, 7}),
        (["۷", "نام شما چیست؟", "۸", "نام شما چیست؟"], set()),
        ([], set()),
    ],
)
def test_numbers_of_pages_rise_one_by_one(texts: list[str], places: set[int]) -> None:
    assert boilerplate.page_numbers(texts) == places


@pytest.mark.parametrize("text", ["انتهای پیام/", "انتهای پیام/ ۴۰۲۱", "پایان خبر", "(انتهای پیام)"])
def test_the_end_of_an_agencys_text(text: str) -> None:
    assert boilerplate.is_end(text)
    assert not boilerplate.is_end(f"{text} را شنیدم")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("برچسب‌ها: ".ljust(120, "آ"), True),
        ("برچسب‌ها: ".ljust(121, "آ"), False),
        ("خانه منو فهرست آرشیو", True),
        ("خانه منو فهرست آرشیو گالری", False),
        ("باغ | آب", False),
        ("باغ | آب | نان", True),
    ],
)
def test_furniture_is_a_short_line_or_a_few_words_of_a_menu(line: str, is_one: bool) -> None:
    assert boilerplate.is_furniture(line) is is_one


def test_the_end_of_an_agencys_text_stands_in_a_short_line() -> None:
    assert [boilerplate.is_end("انتهای پیام/".ljust(count)) for count in (59, 60)] == [True, False]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("/۱۱۰", True),
        ("***", True),
        ("=" * 500, True),
        ("* ۱۲۳۴۵۶ *", True),
        ("۱۲۳۴۵۶۷", False),
        ("*" * 200 + "باغ", False),
    ],
)
def test_the_mark_of_an_agency_has_no_letter(line: str, is_one: bool) -> None:
    assert boilerplate.is_signature(line) is is_one


@pytest.mark.parametrize(("length", "places"), [(60, {1, 3, 4}), (61, {1, 4})])
def test_a_title_that_pages_repeat_has_at_most_sixty_characters(length: int, places: set[int]) -> None:
    title = "خاطرات یک بنا ".ljust(length, "آ")
    assert boilerplate.page_numbers([title, "- ۷ -", "آب", title, "- ۸ -", "نان"]) == places
