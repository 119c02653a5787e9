"""The guide in Persian: it reads from right to left, its code from left to right, and its Persian is edited."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from tests import sites

DOCUMENTS: Final = [sites.ROOT / "README.fa.md", *sorted((sites.ROOT / "docs/fa").glob("*.md"))]
OPENED, CLOSED = '<div dir="rtl">', "</div>"

_FENCE: Final = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_DIV: Final = re.compile(r'^<div dir="rtl">\n\n(.*?)\n\n</div>$', re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"`([^`\n]+)`")
_LINK: Final = re.compile(r"\]\(([^)#\s]+)")


def persian(text: str) -> str:
    """Return what a page says in Persian, without code, addresses and marks of Markdown."""
    text = re.sub(r"\]\([^)]*\)", "]", _CODE.sub("x", "\n".join(_DIV.findall(text))))
    return re.sub(r"^\|[-|]+\|$|[*#\[\]!]", "", text, flags=re.MULTILINE)


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.name)
def text(request: pytest.FixtureRequest) -> str:
    document: Path = request.param
    return document.read_text(encoding="utf-8")


def test_text_runs_from_right_to_left_and_code_from_left_to_right(text: str) -> None:
    around = _FENCE.sub("", _DIV.sub("", text))
    assert around.strip() == ""
    assert text.count(OPENED) == text.count(CLOSED) == len(_DIV.findall(text))
    assert not any(_FENCE.search(part) for part in _DIV.findall(text))


def test_code_within_a_line_cannot_lose_its_order(text: str) -> None:
    """A mark at the end of code would go to the other side of it in a line from right to left."""
    for part in _DIV.findall(text):
        for code in _CODE.findall(part):
            assert re.fullmatch(r"[A-Za-z0-9].*[A-Za-z0-9]", code), code


def test_the_persian_is_edited(text: str) -> None:
    plain = persian(text)
    assert re.findall(r"[ي\u0643٠-٩ۀ“”]", plain.replace("(ي و ك)", "")) == []
    assert re.findall(r"(?<![\w‌])ن?می \w+|\w+ ها\b|\w+ های\b|\w+ تر\b|\w+ ترین\b", plain) == []
    assert re.findall(r"[\u0600-\u06ff][,;?]|\s[،؛؟]|[،؛؟](?=[^\s»)])", plain) == []
    assert re.findall(r"\u200c(?=[\s.،؛:!؟»)])|(?<=[\s«(])\u200c|\u200c\u200c", plain) == []
    assert re.findall(r"(?<![\w./-])[0-9]+(?![\w./-])", plain) == []
    assert plain.count("«") == plain.count("»")


def test_lines_are_no_longer_than_elsewhere(text: str) -> None:
    assert [line for line in text.splitlines() if len(line) > 120 and not line.startswith(("|", ".venv"))] == []


def test_each_page_leads_to_the_next_one() -> None:
    first, *pages = DOCUMENTS
    linked = _LINK.findall(first.read_text(encoding="utf-8"))
    assert {f"docs/fa/{page.name}" for page in pages} <= set(linked)
    steps = [name.removeprefix("docs/fa/") for name in linked if name.startswith("docs/fa/")]
    for name, following in pairwise(steps):
        page = (sites.ROOT / "docs/fa" / name).read_text(encoding="utf-8")
        assert page.rstrip().removesuffix(CLOSED).rstrip().endswith(f"]({following})")


def test_the_english_page_names_the_persian_one() -> None:
    assert "README.fa.md" in _LINK.findall((sites.ROOT / "README.md").read_text(encoding="utf-8"))
