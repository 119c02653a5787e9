"""What the stylesheet promises to both directions and both scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
STYLE = (ROOT / "templates/static/site.css").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs/design.md").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)
THEMES = [
    dict(re.findall(r"--([\w-]+): (#\w+);", block))
    for block in re.findall(r":root \{(.*?)\}", RULES, flags=re.DOTALL)
    if "--ground" in block
]


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_only_logical_properties() -> None:
    assert re.findall(r"\b(?:left|right)\b", RULES) == []
    assert re.findall(r"\b(?:margin|padding|border)-(?:top|bottom)\b", RULES) == []
    assert re.findall(r"(?<![\w-])(?:width|height):", RULES) == []


def test_nothing_that_harms_persian() -> None:
    assert "letter-spacing" not in RULES
    assert "justify;" not in RULES
    assert "italic" not in RULES


def test_there_are_no_addresses_outside_the_site() -> None:
    assert "http" not in RULES
    assert "@import" not in RULES


def test_the_numbers_of_the_design() -> None:
    for rule in ("--measure: 36rem", "font-size: 1.125rem", "--line: 1.95", "--line: 1.6", "min-block-size: 2.75rem"):
        assert rule in RULES
    for query in ("prefers-color-scheme: dark", "prefers-contrast: more", "prefers-reduced-motion", "@media print"):
        assert query in RULES


@pytest.mark.parametrize("theme", THEMES[:2], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "ground"),
        ("ink", "raised"),
        ("ink", "target"),
        ("ink", "tint"),
        ("ink-2", "ground"),
        ("accent", "ground"),
        ("question", "ground"),
        ("notice", "notice-ground"),
    ],
)
def test_text_has_the_contrast_of_level_aaa(theme: dict[str, str], text: str, ground: str) -> None:
    assert _contrast(theme[text], theme[ground]) >= 7


def _table(heading: str) -> list[list[str]]:
    rows = DESIGN.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [
        [cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*\|$", rows, re.MULTILINE)
    ][2:]


def test_every_size_is_a_step_of_the_scale_in_the_document() -> None:
    steps = {size.removesuffix(" rem") for _, size, _ in _table("Type") if "window" not in size}
    sizes = set(re.findall(r"font-size: ([.\d]+)rem", RULES))
    assert sizes == steps
    ends = {size.removesuffix(", with the window") for _, size, _ in _table("Type") if "window" in size}
    fluid = re.findall(r"h1 \{ font-size: clamp\(([.\d]+)rem, .*?, ([.\d]+)rem\)", RULES)
    large = re.findall(r"\.large \{ font-size: clamp\(([.\d]+)rem, .*?, ([.\d]+)rem\)", RULES)
    assert ends == {f"{least} to {most} rem" for least, most in fluid + large}


@pytest.mark.parametrize(("theme", "column"), [(0, 1), (1, 2)], ids=["light", "dark"])
def test_the_document_has_the_colours_of_the_style_sheet(theme: int, column: int) -> None:
    pairs = [
        pair
        for row in _table("Colour")
        for pair in zip(re.findall(r"--([\w-]+)", row[0]), re.findall(r"#\w+", row[column]), strict=True)
    ]
    assert len(pairs) > 8
    assert {name: THEMES[theme][name] for name, _ in pairs} == dict(pairs)


def test_the_faces_of_english_have_one_height() -> None:
    faces = re.search(r"--latin: (.*?);", RULES)
    assert faces is not None
    for name in re.findall(r'"([^"]+)"', faces[1]):
        assert name.removesuffix(" Text").removesuffix(" 4").removeprefix("Bitstream ") in DESIGN
    assert "font-size-adjust: .49;" in RULES
    assert "`font-size-adjust: .49`" in DESIGN


@pytest.mark.parametrize("theme", THEMES[:2], ids=["light", "dark"])
def test_what_is_not_text_has_the_contrast_of_level_aa(theme: dict[str, str]) -> None:
    assert _contrast(theme["border"], theme["ground"]) >= 3
    for text in ("ink-2", "accent", "question"):
        assert _contrast(theme[text], theme["target"]) >= 4.5
        assert _contrast(theme[text], theme["raised"]) >= 4.5
        assert _contrast(theme[text], theme["tint"]) >= 4.5


def test_both_themes_name_the_same_colours() -> None:
    assert THEMES[0].keys() == THEMES[1].keys()
