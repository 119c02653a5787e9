"""Mixed text in a real browser, by the place of each letter on the line: no sign leaves the word it belongs to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup, escape

from goftogu import markup
from goftogu.persian import bidi
from tests.browsing import DESK, MARKS
from tests.mixed import IN_ENGLISH, IN_PERSIAN

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS
PLACES = """([line, token]) => {
    const found = document.createTreeWalker(line = document.querySelectorAll("p")[line], NodeFilter.SHOW_TEXT);
    const letters = [];
    for (let node = found.nextNode(); node; node = found.nextNode()) {
        for (let at = 0; at < node.length; at += 1) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            letters.push([node.data[at], (box.left + box.right) / 2, box.width]);
        }
    }
    const plain = letters.filter(([letter]) => !/[\\u2066-\\u2069]/.test(letter));
    const from = plain.map(([letter]) => letter).join("").indexOf(token);
    return plain.slice(from, from + token.length);
}"""

Lines = list[tuple[str, str, str]]
"""Language of a line, its HTML, and the token in it."""


def lines() -> Lines:
    made: Lines = []
    for language, tokens, around in (("fa", IN_PERSIAN, "این {} است."), ("en", IN_ENGLISH, "They said {} there.")):
        for token in tokens:
            text = around.format(token)
            made += [(language, markup.inline(text, language), token)]
            made += [(language, str(escape(bidi.isolated(text, language))), token)]
    return made


@pytest.fixture(scope="module")
def measured(browser: Browser) -> list[tuple[str, str, list[tuple[str, float, float]]]]:
    made = lines()
    body = Markup().join(
        Markup('<p lang="{}" dir="{}">{}</p>').format(language, {"fa": "rtl", "en": "ltr"}[language], Markup(line))  # noqa: S704 - made by the program
        for language, line, _ in made
    )
    page = browser.new_page(**DESK)
    page.set_content(f'<!doctype html><meta charset="utf-8">{body}')
    found = [(language, token, page.evaluate(PLACES, [at, token])) for at, (language, _, token) in enumerate(made)]
    page.close()
    return found


def test_enough_is_tried() -> None:
    assert len(IN_PERSIAN) >= 80
    assert len(IN_ENGLISH) >= 15


def test_what_is_read_from_left_to_right_is_shown_so_in_persian(
    measured: list[tuple[str, str, list[tuple[str, float, float]]]],
) -> None:
    for token, letters in ((token, letters) for language, token, letters in measured if language == "fa"):
        assert "".join(letter for letter, *_ in letters) == token
        places = [place for letter, place, width in letters if width and letter != " "]
        assert all(one < other for one, other in pairwise(places)), token


def test_persian_is_shown_from_right_to_left_in_english(
    measured: list[tuple[str, str, list[tuple[str, float, float]]]],
) -> None:
    for token, letters in ((token, letters) for language, token, letters in measured if language == "en"):
        assert "".join(letter for letter, *_ in letters) == token
        places = [place for letter, place, width in letters if width and not letter.isdigit() and letter not in "٫ "]
        assert all(one > other for one, other in pairwise(places)), token


def test_without_isolation_the_order_is_lost(browser: Browser) -> None:
    """The measure tells right from wrong: a browser alone shows these otherwise."""
    page = browser.new_page(**DESK)
    for token in ("C++", ".NET", "C#", "021-88776655", "2024-07-19", "−۵"):
        page.set_content(f'<!doctype html><p lang="fa" dir="rtl">این {token} است.</p>')
        places = [place for _, place, _ in page.evaluate(PLACES, [0, token])]
        assert places != sorted(places), token
    page.close()
