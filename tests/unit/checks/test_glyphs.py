"""The check that the web font has every letter of the Persian pages."""

from __future__ import annotations

import pytest

from goftogu import urls
from goftogu.checks.glyphs import FontChecker, covered, letters
from goftogu.problems import Severity
from tests.collecting import found_by

FONT = b"U+0020-0040\nU+0627\nU+0633-0634\nU+06F0-06F9\nU+200C\n"


def page(text: str, language: str = "fa") -> bytes:
    return f'<!doctype html>\n<html lang="{language}" dir="rtl">\n<body>{text}</body></html>'.encode()


def found(*files: tuple[str, bytes]) -> list[tuple[str, str]]:
    checker = FontChecker()
    for path, data in files:
        checker.take(path, letters(path, data))
    return [(problem.path, problem.message) for problem in found_by(checker.report)]


def test_ranges_and_single_code_points_are_read() -> None:
    assert covered("U+0627\nU+06F0-06F2\n") == set("ا۰۱۲")
    assert covered("") == set()


def test_letters_that_the_font_has_are_no_problem() -> None:
    assert found((urls.FONT_COVERAGE, FONT), ("fa/a.html", page("سا ۱۲۳ شا\u200cسا"))) == []


@pytest.mark.parametrize("order", [1, -1])
def test_each_other_letter_is_told_once(order: int) -> None:
    files = [(urls.FONT_COVERAGE, FONT), ("fa/a.html", page("ساپ")), ("both/a.html", page("پپ ی"))]
    problems = found(*files[::order])
    assert [message for _, message in problems] == [
        "“پ” (U+067E, ARABIC LETTER PEH) is not in the font of the Persian pages",
        "“ی” (U+06CC, ARABIC LETTER FARSI YEH) is not in the font of the Persian pages",
    ]
    assert [path for path, _ in problems][1] == "both/a.html"


@pytest.mark.parametrize(("blanks", "letters_"), [(170, "پ"), (171, "")])
def test_a_page_says_its_language_within_the_first_200_bytes(blanks: int, letters_: str) -> None:
    data = f'<!doctype html>\n<html {" " * blanks}lang="fa">پ</html>'.encode()
    assert letters("fa/a.html", data) == letters_


def test_only_persian_pages_and_only_the_arabic_script_count() -> None:
    files = [
        (urls.FONT_COVERAGE, FONT),
        ("en/a.html", page("پ", "en")),
        ("data/a.txt", "پ".encode()),
        ("fa/a.html", page("Æ – ✓ 漢")),
    ]
    assert found(*files) == []


def test_presentation_forms_and_letters_without_a_name_count() -> None:
    problems = found((urls.FONT_COVERAGE, FONT), ("fa/a.html", page("ﷲ\ufbc8")))
    assert [message.partition("(")[2].partition(")")[0] for _, message in problems] == [
        "U+FBC8, a character without a name",
        "U+FDF2, ARABIC LIGATURE ALLAH ISOLATED FORM",
    ]


def test_a_site_without_the_font_has_no_such_problem() -> None:
    assert found(("fa/a.html", page("پ"))) == []


def test_a_missing_letter_does_not_stop_the_build() -> None:
    checker = FontChecker()
    checker.take(urls.FONT_COVERAGE, letters(urls.FONT_COVERAGE, b""))
    checker.take("404.html", letters("404.html", page("پ")))
    (problem,) = found_by(checker.report)
    assert (problem.code, problem.severity, problem.path) == ("F001", Severity.WARNING, "404.html")
    assert "tools/font.py" in problem.hint
