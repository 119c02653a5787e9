"""The documents of the project: their links lead somewhere, and the commands they name exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+)$", re.MULTILINE)
_MAKE = re.compile(r"`make (?P<target>[a-z]+)")
_TARGETS = frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def anchors(text: str) -> set[str]:
    """Return the anchors that code-hosting sites give to the headings of a document."""
    return {
        re.sub(r"[^\w\- ]", "", match["text"].strip().lower()).replace(" ", "-") for match in _HEADING.finditer(text)
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_leads_to_a_file_and_a_heading(name: str) -> None:
    document = ROOT / name
    text = _CODE.sub("", document.read_text(encoding="utf-8"))
    targets = [match["target"] for match in _LINK.finditer(text)]
    for target in targets:
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        linked = document.parent / path if path else document
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_that_is_named_exists(name: str) -> None:
    named = {match["target"] for match in _MAKE.finditer((ROOT / name).read_text(encoding="utf-8"))}
    assert named <= _TARGETS


def test_contributing_names_every_make_target() -> None:
    named = {match["target"] for match in _MAKE.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))}
    assert named == _TARGETS
