"""What the pages and the downloads claim of a text received, tried from end to end: each kind of edit, and no edit."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from tests import sites

RIVER: Final = "content/interviews/river.md"
ANSWER: Final = "آب آن زلال بود و میشد از آن نوشید."
TEXT: Final = "آب آن زلال بود و تا سال ۱۳۵۰ می‌شد از آن نوشید. کنار آن پرندگان می‌نشستند. ماهی هم داشت."
RECEIVED: Final = f"""گفت‌وگو دربارهٔ رودخانه

این گفت‌وگو کنار رودخانه انجام شده است.

پرسشگر: از رودخانه چه به یاد دارید؟
مریم احمدی: {TEXT}
"""
EDITED: Final[Mapping[str, tuple[str, str, str]]] = {
    "a word changed": ("زلال", "تیره", "changed"),
    "a not changed": ("می‌شد از", "نمی‌شد از", "changed"),
    "a word added": ("ماهی هم داشت", "ماهی داشت", "added"),
    "a word removed": ("آب آن زلال", "آب آن همیشه زلال", "removed"),
    "a passage moved": (
        " کنار آن پرندگان می‌نشستند. ماهی هم داشت.",
        " ماهی هم داشت. کنار آن پرندگان می‌نشستند.",
        "moved",
    ),
    "a digit": ("۱۳۵۰", "۱۳۵۱", "changed"),
    "other digits": ("۱۳۵۰", "1350", "changed"),
    "a full stop": ("نوشید.", "نوشید؛", "changed"),
}
"""What is shown, what was received in its place, and what the archive did."""
SAME: Final[Mapping[str, tuple[str, str]]] = {
    "nothing": ("زلال", "زلال"),
    "blanks at which no line breaks": ("آب آن", "آب\u00a0آن"),
    "marks of direction": ("زلال بود", "\u200fزلال\u200f بود"),
    "a byte-order mark": ("گفت‌وگو دربارهٔ", "\ufeffگفت‌وگو دربارهٔ"),
    "Arabic letters": ("کنار آن پرندگان می‌نشستند", "كنار آن پرندگان مي‌نشستند"),
    "half-spaces lost": ("می‌نشستند", "مینشستند"),
    "half-spaces typed as blanks": ("می‌نشستند", "می نشستند"),
}
"""What is shown and what was received in its place, which is no edit."""


def built(folder: Path, shown: str, received: str) -> dict[str, bytes]:
    """Build an archive whose text was received with other words in one place."""
    root = sites.make(folder)
    text = (root / RIVER).read_text(encoding="utf-8").replace(ANSWER, TEXT)
    (root / RIVER).write_text(text.replace("---\nاین", "source: {file: river.txt}\n---\nاین"), encoding="utf-8")
    (root / "content/received").mkdir()
    assert shown in RECEIVED
    (root / "content/received/river.txt").write_text(RECEIVED.replace(shown, received), encoding="utf-8")
    report = sites.build(root)
    assert report.result is not None, list(report.problems)
    return sites.files(root / "output")


def said(page: bytes) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", page.decode())).split())


@pytest.mark.parametrize("case", EDITED)
def test_an_edit_is_told_wherever_the_text_is(tmp_path: Path, case: str) -> None:
    shown, received, kind = EDITED[case]
    site = built(tmp_path / "archive", shown, received)
    edits = json.loads(site["data/river.json"])["edits"]
    assert [edit["kind"] for edit in edits] == [kind]
    assert "has edited the text received in 1 place." in said(site["en/river.html"])
    for view in ("fa", "both"):
        assert "را در ۱ جا ویرایش کرده است" in said(site[f"{view}/river.html"]), view
    for language in ("fa", "en"):
        page = said(site[f"{language}/edits/river.html"])
        assert all(edit[side] in page for edit in edits for side in ("received", "shown"))
        assert f'href="../{language}/edits/river.html"' in site["both/river.html"].decode() or language == "en"
    assert site["data/river.tei.xml"].decode().count("<app") == 1
    assert received in site["data/river.received.txt"].decode()


@pytest.mark.parametrize("case", SAME)
def test_what_is_only_restored_is_no_edit(tmp_path: Path, case: str) -> None:
    site = built(tmp_path / "archive", *SAME[case])
    assert json.loads(site["data/river.json"])["edits"] == []
    assert not [path for path in site if "/edits/" in path]
    for view in ("fa", "en", "both"):
        assert not re.search("has edited|ویرایش کرده است", said(site[f"{view}/river.html"])), view
    assert "<app" not in site["data/river.tei.xml"].decode()
    assert SAME[case][1] in site["data/river.received.txt"].decode()
