"""The examples of a document: files that its text names and shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests import sites

_EXAMPLE: Final = re.compile(
    r"^`(?P<path>[\w./-]+)`(?:, [^\n]+)?\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def read(name: str) -> str:
    """Return the text of a document."""
    return (sites.ROOT / "docs" / name).read_text(encoding="utf-8")


def examples(text: str) -> dict[str, str]:
    """Return the files that a document shows, by their paths, each below a line with the path alone."""
    return {match["path"]: match["text"] for match in _EXAMPLE.finditer(text)}


def section(text: str, title: str) -> str:
    """Return what is below a heading, up to the next one of the same rank."""
    found = re.search(rf"^(#+) {re.escape(title)}$(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[2]


def write(root: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write files below a folder."""
    for path, text in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
