"""Draws the picture that messengers show beside a link to the archive: ``.venv/bin/python tools/card.py``.

It writes ``content/card.png`` from the title and the description in ``content/site.toml``. Run it again when they
change, or put a picture of your own there (1200 × 630, PNG). Needs Pillow with Raqm, which shapes Persian, and
fonttools; both belong to the packages of the tests. The Persian is set in the Vazirmatn of the site, which has no Latin
letters; those are of DejaVu.
"""

from __future__ import annotations

import io
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin, features

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from goftogu import urls  # noqa: E402  the line above makes it known
from goftogu.content import files, settings  # noqa: E402
from goftogu.content.settings import SiteConfig  # noqa: E402
from goftogu.edition.metadata import CARD_SIZE  # noqa: E402
from goftogu.problems import Problems  # noqa: E402

GROUND, INK, QUIET, ACCENT = "#fbfaf7", "#1d1b18", "#5a554d", "#0b5c6b"
EDGE: Final = 90
LATIN: Final = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
COLOURS: Final = 32


def main() -> None:
    """Draw the card of this archive."""
    if not features.check("raqm"):
        sys.exit("this Pillow cannot shape Persian: it has no Raqm")
    problems = Problems()
    config = settings.of_archive(ROOT, problems)
    if problems:
        sys.exit("\n".join(map(str, problems)))
    (ROOT / files.CARD).write_bytes(draw(config))


def draw(config: SiteConfig) -> bytes:
    """Return the card as PNG: Persian above, English below, each from its own side."""
    width, height = CARD_SIZE
    image = Image.new("RGB", CARD_SIZE, GROUND)
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((width - EDGE, EDGE, width - EDGE + 10, height // 2 - 20), fill=ACCENT)
    canvas.rectangle((EDGE - 10, height // 2 + 20, EDGE, height - EDGE), fill=ACCENT)
    with tempfile.TemporaryDirectory() as folder:
        persian = _persian(Path(folder) / "persian.ttf")
        place = (width - EDGE - 40, EDGE - 10)
        canvas.text(place, config.title.fa, INK, _bold(persian, 84), "ra", direction="rtl", language="fa")
        lines = "\n".join(textwrap.wrap(config.description.fa, 62)[:2])
        place = (width - EDGE - 40, EDGE + 120)
        canvas.multiline_text(
            place, lines, QUIET, ImageFont.truetype(persian, 32), "ra", direction="rtl", align="right", spacing=14
        )
    canvas.text((EDGE + 30, height // 2 + 14), config.title.en, INK, ImageFont.truetype(LATIN, 68), "la")
    lines = "\n".join(textwrap.wrap(config.description.en, 58)[:3])
    canvas.multiline_text((EDGE + 30, height // 2 + 118), lines, QUIET, ImageFont.truetype(LATIN, 26), spacing=12)
    return _png(image, made_of(config))


def made_of(config: SiteConfig) -> str:
    """Return the words of a card; they stand in the file, so that a test can tell whether they are still right."""
    return "\n".join(text for pair in (config.title, config.description) for text in (pair.fa, pair.en))


def _persian(file: Path) -> Path:
    font = TTFont(ROOT / "templates" / urls.FONT)
    font.flavor = None
    font.save(file)
    return file


def _bold(file: Path, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(file, size)
    font.set_variation_by_axes([700])
    return font


def _png(image: Image.Image, words: str) -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_itxt("Description", words)
    stream = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True, pnginfo=told)
    return stream.getvalue()


if __name__ == "__main__":
    main()
