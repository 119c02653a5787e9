"""The web font in ``templates/static/``, the tool that makes it, and what the style sheet says about it."""

from __future__ import annotations

import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import polib
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from goftogu import urls
from goftogu.checks.glyphs import covered

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "templates/static"
FONT = ROOT / "templates" / urls.FONT
COVERAGE = ROOT / "templates" / urls.FONT_COVERAGE
ZWNJ = "\u200c"


def load_tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("font_tool", ROOT / "tools/font.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()


@pytest.fixture(scope="module")
def font() -> Any:
    return TTFont(FONT)


def tiny() -> bytes:
    """Make a variable font with two letters that are used and one that is not."""
    names = [".notdef", "alef", "beh", "A"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x627: "alef", 0x628: "beh", 0x41: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((0, 500))
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Tiny", "styleName": "Regular"})
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    builder.setupGvar({})
    builder.setupOS2()
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


def test_the_font_is_small_and_has_the_weights_of_the_pages(font: Any) -> None:
    assert FONT.stat().st_size <= 25_000
    assert font.flavor == "woff2"
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)


def test_the_list_of_letters_is_that_of_the_font(font: Any) -> None:
    assert covered(COVERAGE.read_text(encoding="utf-8")) == {chr(point) for point in font.getBestCmap()}
    wanted = TOOL.code_points(f"{TOOL.PERSIAN},{TOOL.ARABIC}")
    assert {chr(point) for point in wanted} == covered(COVERAGE.read_text(encoding="utf-8"))


def test_every_letter_of_persian_and_of_arabic_quotations_is_there() -> None:
    letters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی" + "أإؤئءۀةكىيٱ" + "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩" + "،؛؟٪٫٬«»…–—" + "ًٌٍَُِّْٰ"
    assert set(letters) <= covered(COVERAGE.read_text(encoding="utf-8"))


def test_every_letter_of_the_interface_is_there() -> None:
    catalogue = polib.pofile(str(ROOT / "templates/locale/fa.po"))
    used = "".join("".join([entry.msgstr, *entry.msgstr_plural.values()]) for entry in catalogue)
    script = {sign for sign in used if "\u0600" <= sign <= "\u06ff"} | {ZWNJ}
    assert script <= covered(COVERAGE.read_text(encoding="utf-8"))


def test_the_half_space_is_invisible(font: Any) -> None:
    glyph = font.getBestCmap()[ord(ZWNJ)]
    assert font["hmtx"][glyph][0] == 0
    assert font["glyf"][glyph].numberOfContours == 0


def test_letters_join(font: Any) -> None:
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= features


def test_the_licence_goes_with_the_font() -> None:
    licence = (STATIC / "vazirmatn-OFL.txt").read_text(encoding="utf-8")
    assert "The Vazirmatn Project Authors" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_style_sheet_gives_the_fallbacks_the_ascent_and_descent_of_the_font(font: Any) -> None:
    style = (ROOT / "templates" / urls.STYLE).read_text(encoding="utf-8")
    height = font["head"].unitsPerEm
    fallbacks = re.findall(r"@font-face \{[^}]*local\([^}]*\}", style)
    assert fallbacks
    for rule in fallbacks:
        value = {name: float(number) for name, number in re.findall(r"([a-z-]+): ([0-9.]+)%;", rule)}
        scale = value.get("size-adjust", 100) / 100
        assert value["ascent-override"] * scale == pytest.approx(100 * font["hhea"].ascent / height, abs=0.1)
        assert value["descent-override"] * scale == pytest.approx(-100 * font["hhea"].descent / height, abs=0.1)
        assert value["line-gap-override"] == 0


def test_only_persian_pages_name_the_font() -> None:
    style = (ROOT / "templates" / urls.STYLE).read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/|@font-face \{.*?\}", "", style, flags=re.DOTALL)
    named = [line for line in rules.splitlines() if re.search(r'"(?:Like )?Vazirmatn', line)]
    assert len(named) == 1
    assert named[0].startswith(":root:lang(fa), .both { --persian:")


def test_the_tool_keeps_what_is_used_and_gives_the_same_bytes_each_time() -> None:
    made, points = TOOL.make(tiny())
    assert points == {0x627, 0x628}
    assert TOOL.make(tiny()) == (made, points)
    (axis,) = TTFont(io.BytesIO(made))["fvar"].axes
    assert (axis.minValue, axis.maxValue) == TOOL.WEIGHTS


def test_the_tool_makes_a_font_of_one_weight() -> None:
    made, points = TOOL.make(tiny(), weights=TOOL.BOOK_WEIGHT)
    assert points == TOOL.make(tiny())[1]
    assert "fvar" not in TTFont(io.BytesIO(made))


def test_the_tool_writes_ranges_that_the_build_reads() -> None:
    points = {0x20, 0x6F0, 0x6F1, 0x6F2, 0x2026}
    assert TOOL.ranges(points) == "U+0020\nU+06F0-06F2\nU+2026\n"
    assert covered(TOOL.ranges(points)) == set(map(chr, points))


def test_the_tool_writes_nothing_when_letters_are_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TOOL, "TARGET", tmp_path)
    monkeypatch.setattr(TOOL, "CARDS", tmp_path / "card.woff2")
    monkeypatch.setattr(TOOL, "BOOKS", tmp_path / "face.woff2")
    source = tmp_path / TOOL.SOURCE
    source.parent.mkdir(parents=True)
    source.write_bytes(tiny())
    assert TOOL.main(tmp_path).startswith("The font lacks U+0020-0022\n")
    assert not list(tmp_path.glob("*.*"))


def test_the_tool_writes_the_font_its_letters_and_its_licence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TOOL, "TARGET", tmp_path)
    monkeypatch.setattr(TOOL, "CARDS", tmp_path / "card.woff2")
    monkeypatch.setattr(TOOL, "BOOKS", tmp_path / "face.woff2")
    monkeypatch.setattr(TOOL, "PERSIAN", "627")
    monkeypatch.setattr(TOOL, "ARABIC", "628")
    source = tmp_path / TOOL.SOURCE
    source.parent.mkdir(parents=True)
    source.write_bytes(tiny())
    (tmp_path / TOOL.LICENCE).write_text("free", encoding="utf-8")
    assert TOOL.main(tmp_path).endswith(" bytes, 2 code points")
    assert (tmp_path / "vazirmatn.txt").read_text(encoding="utf-8") == "U+0627-0628\n"
    assert {path.name for path in tmp_path.glob("vazirmatn*")} == {
        "vazirmatn.woff2", "vazirmatn.txt", "vazirmatn-OFL.txt",
    }  # fmt: skip
    assert set(TTFont(tmp_path / "card.woff2").getBestCmap()) == {0x41, 0x627, 0x628}
    axes = ["fvar" in TTFont(tmp_path / name) for name in ("vazirmatn.woff2", "face.woff2", "card.woff2")]
    assert axes == [True, False, True]
    monkeypatch.setattr(TOOL, "LARGEST", 10)
    assert "more than 10" in TOOL.main(tmp_path)


def test_the_font_of_the_cards_has_the_letters_of_both_scripts() -> None:
    points = set(TTFont(TOOL.CARDS).getBestCmap())
    assert TOOL.code_points(f"{TOOL.PERSIAN},{TOOL.ARABIC}") <= points
    assert set(map(ord, "AZaz09āĪšéç‘’“”…–")) <= points
