from __future__ import annotations

from collections.abc import Callable

import pytest

from goftogu.translation.quality import signs


@pytest.mark.parametrize(
    ("rule", "source", "target", "found"),
    [
        (signs.has_persian_letters, "", "in یزد", True),
        (signs.has_persian_letters, "", "in Yazd, ۱۲،", False),
        (signs.has_persian_digits, "", "۱۲ of us", True),
        (signs.has_persian_digits, "", "12 of us", False),
        (signs.has_persian_signs, "", "went، saw", True),
        (signs.has_persian_signs, "", "why؟", True),
        (signs.has_persian_signs, "", "went, “saw” 5%", False),
        (signs.has_unknown, "", "a ⁇ b", True),
        (signs.has_unknown, "", "<unk>", True),
        (signs.has_unknown, "", "▁the", True),
        (signs.has_unknown, "علامت ⁇", "the sign ⁇", False),
        (signs.has_markup, "", "bread &amp; cheese", True),
        (signs.has_markup, "", "the **garden", True),
        (signs.has_markup, "", "<b>sea</b>", True),
        (signs.has_markup, "**باغ**", "**garden**", False),
        (signs.has_markup, "", "a < b & c_d", False),
        (signs.lost_address, "ببینید: https://example.org/a.", "See https://example.org/a", False),
        (signs.lost_address, "https://example.org/a", "https://example.org/b", True),
        (signs.lost_address, "a@example.org", "a@example.com", True),
        (signs.lost_address, "خانه", "house", False),
        (signs.lost_latin, "از BBC", "from the bbc", False),
        (signs.lost_latin, "از BBC و CNN", "from the BBC", False),
        (signs.lost_latin, "از BBC", "from the radio", True),
        (signs.lost_latin, "به a@example.org", "to me", False),
        (signs.lost_quotation, "گفت: «من با تو می‌آیم.»", "He said, “I come with you.”", False),
        (signs.lost_quotation, "گفت: «من با تو می‌آیم.»", "He said 'I come with you.'", False),
        (signs.lost_quotation, "گفت: «من با تو می‌آیم.»", "He said he’d come with me.", True),
        (signs.lost_quotation, "روزنامهٔ «کیهان»", "the newspaper Kayhan", False),
    ],
)
def test_signs(rule: Callable[[str, str], bool], source: str, target: str, found: bool) -> None:
    assert rule(source, target) is found
