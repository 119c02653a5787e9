"""What the pages of an interview say of its text."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests import sites

RIVER = "content/interviews/river.md"


def notice(root: Path, language: str, text: str) -> str:
    """Build the project with another answer and return what its page says of the text."""
    file = root / RIVER
    source = file.read_text(encoding="utf-8").replace("آب آن زلال بود و میشد از آن نوشید.", text)
    file.write_text(source, encoding="utf-8")
    sites.build(root)
    page = (root / f"output/{language}/river.html").read_text(encoding="utf-8")
    heading = "دربارهٔ این متن" if language == "fa" else "About this text"
    told = page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", " ", told)).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آب زلال بود.", "The Persian text is shown as it was received."),
        (
            "آب می شد و میرفت و باغ ها هم.",
            (
                "For easier reading, 1 half-space has been restored in the Persian text. "
                "2 blanks typed in place of half-spaces have been joined. Nothing else was changed."
            ),
        ),
        (
            "آب می شد.",
            "1 blank typed in place of a half-space has been joined. Nothing else was changed.",
        ),
        (
            "آبي\u00a0زلال\u200f و خنک و روان و پاک بود.",
            (
                "1 letter is shown in its Persian form. 2 invisible characters are left out or shown as blanks. "
                "Nothing else was changed."
            ),
        ),
    ],
)
def test_each_kind_of_change_is_counted_apart(tmp_path: Path, text: str, expected: str) -> None:
    assert notice(sites.make(tmp_path), "en", text) == expected


def test_the_persian_page_says_the_same(tmp_path: Path) -> None:
    assert notice(sites.make(tmp_path), "fa", "آب می شد و میرفت و باغ ها هم.") == (
        "برای آسانی خواندن، ۱ نیم‌فاصله در متن فارسی بازگردانده شده است. "
        "۲ فاصله که به جای نیم‌فاصله تایپ شده بود، نیم‌فاصله شده است. چیز دیگری دگرگون نشده است."
    )


def test_an_archive_that_leaves_its_blanks_says_nothing_of_them(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    settings = root / "content/site.toml"
    settings.write_text("join_blanks = false\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert notice(root, "en", "آب می شد.") == "The Persian text is shown as it was received."
