"""Make the Persian web font of the pages from Vazirmatn. A tool for developers; the font itself is in the repository.

Fetch and unpack the npm package ``vazirmatn``, then give its folder::

    npm pack vazirmatn@33.0.3 && tar -xzf vazirmatn-33.0.3.tgz
    python tools/font.py package

Written to ``templates/static/``: the font with the letters, the signs and the weights that the pages use; the code
points it has, for the check of each build; and its licence. Written to ``goftogu/exports/``: the same letters in one
weight for books and single files, each of which carries them along. Written to ``goftogu/pictures/``: the same font
with Latin letters, for the cards that messengers show. The same package, fonttools and brotli give the same bytes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET: Final = Path(__file__).parent.parent / "templates" / "static"
CARDS: Final = Path(__file__).parent.parent / "goftogu" / "pictures" / "card.woff2"
BOOKS: Final = Path(__file__).parent.parent / "goftogu" / "exports" / "face.woff2"
SOURCE: Final = "fonts/variable/Vazirmatn[wght].ttf"
LICENCE: Final = "OFL.txt"

WEIGHTS: Final = (400, 700)
BOOK_WEIGHT: Final = 400
"""That of books and single files: all weights would take 9 kB more in each of them, and many readers of books know
nothing of fonts with several weights."""
LARGEST: Final = 25_000
"""Bytes; the font is the largest part of the first page on a slow line."""

PERSIAN: Final = (
    "20-22,25,27-2F,3A,5B,5D,A0,AB,B7,BB,60C,61B,61F,621-628,62A-63A,640-642,644-648,64A-655,66A-66C,670,67E,686,698,6A9,6AF,"
    "6C0,6CC,6F0-6F9,200C-200F,2010-2015,2018-201D,2026"
)
"""Letters, marks, digits and punctuation of edited Persian; ``64A`` is the Arabic ي."""
ARABIC: Final = "629,643,649,660-669,671"
"""What Arabic quotations need besides: ة ك ى ٱ and the Arabic digits."""

LATIN: Final = "20-7E,A1-17F,192,218-21B,2BC,300-302,306-308,30A-30C,323,326-328,1E80-1EFF,2022,20AC,2122"
"""Latin letters with the accents that Vazirmatn has."""

FEATURES: Final = "init medi fina isol rlig calt liga ccmp locl mark mkmk kern".split()


def code_points(ranges: str) -> set[int]:
    """Read ranges of hexadecimal code points, parted by commas."""
    ends = [part.partition("-") for part in ranges.split(",")]
    return {point for first, _, last in ends for point in range(int(first, 16), int(last or first, 16) + 1)}


def ranges(points: set[int]) -> str:
    """Write code points as lines of ranges, such as ``U+06F0-06F9``."""
    firsts = [point for point in sorted(points) if point - 1 not in points]
    lasts = [point for point in sorted(points) if point + 1 not in points]
    pairs = zip(firsts, lasts, strict=True)
    return "".join(f"U+{first:04X}\n" if first == last else f"U+{first:04X}-{last:04X}\n" for first, last in pairs)


def make(
    source: bytes, signs: str = f"{PERSIAN},{ARABIC}", weights: tuple[int, int] | int = WEIGHTS
) -> tuple[bytes, set[int]]:
    """Cut a variable font down.

    Args:
        source: A TrueType font with an axis of weight.
        signs: Ranges of the code points that it keeps.
        weights: The lightest and the boldest that it keeps, or the only one.

    Returns:
        The font as WOFF2, and the code points it has.
    """
    font = _limited(source, weights)
    options = subset.Options(hinting=False, layout_features=FEATURES, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=code_points(signs))
    cutter.subset(font)
    font.flavor = "woff2"
    return _bytes(font), set(font.getBestCmap())


def main(folder: Path) -> str:
    """Write the font, its code points and its licence; return a line about them, or what is wrong."""
    font, points = make((folder / SOURCE).read_bytes())
    if missing := code_points(f"{PERSIAN},{ARABIC}") - points:
        return f"The font lacks {ranges(missing)}"
    if len(font) > LARGEST:
        return f"{len(font):,} bytes are more than {LARGEST:,}"
    CARDS.write_bytes(make((folder / SOURCE).read_bytes(), f"{PERSIAN},{ARABIC},{LATIN}")[0])
    (TARGET / "vazirmatn.woff2").write_bytes(font)
    BOOKS.write_bytes(make((folder / SOURCE).read_bytes(), weights=BOOK_WEIGHT)[0])
    (TARGET / "vazirmatn.txt").write_text(ranges(points), encoding="utf-8")
    (TARGET / "vazirmatn-OFL.txt").write_bytes((folder / LICENCE).read_bytes())
    return f"{len(font):,} bytes, {len(points)} code points"


def _limited(source: bytes, weights: tuple[int, int] | int) -> Any:  # noqa: ANN401  # fontTools has no types
    """Return the font with some weights; written and read again, or the cutter meets glyphs that are gone."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    limited = instancer.instantiateVariableFont(font, {"wght": weights})
    return TTFont(io.BytesIO(_bytes(limited)), recalcTimestamp=False)


def _bytes(font: Any) -> bytes:  # noqa: ANN401  # fontTools has no types
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    print(main(Path(*sys.argv[1:])))
