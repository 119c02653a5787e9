"""Draws the card that messengers show beside a link to an interview: who speaks, the title, the archive, a portrait.

Persian is shaped by Raqm, which is part of Pillow's wheels and needs FriBidi; :func:`fault` says when it is not there.
The font is Vazirmatn with its Latin letters, cut down by ``tools/font.py``. Without a portrait a card is a PNG of 16
colours, with one it is a JPEG.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from goftogu.locale.message import Message
from goftogu.model import DIRECTIONS, Language

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE: Final = (1200, 630)
"""Width and height in pixels."""

_FONT: Final = Path(__file__).with_name("card.woff2")
_GROUND, _INK, _ACCENT = (0xFB, 0xFA, 0xF7), (0x1D, 0x1B, 0x18), (0x0B, 0x5C, 0x6B)
_SHADES: Final = 15
"""How many shades there are from the ground to the ink; the accent comes after them."""
_EDGE: Final = 90
_BAR: Final = 10
_PORTRAIT: Final = (380, 450)
_BETWEEN: Final = 60
_TITLE_SIZES: Final = (68, 60, 52, 46, 40)
_SMALL: Final = 34
_QUIET: Final = 165
"""How dark the small lines are, of 255."""
_TALLEST: Final = 315
"""Pixels that the title may be high."""
_LINE: Final = 1.5
"""The height of a line, of that of its letters."""
_LIKE: Final = str.maketrans({"ʿ": "‘", "ʾ": "’", "\u2011": "-"})
_BOLD, _REGULAR = 700, 400


class CardWords(NamedTuple):
    """The words of a card.

    Attributes:
        language: That of the page; it says from which side the card is read.
        title: The title of the interview.
        tongue: The language of the title.
        speakers: Who is interviewed, or empty.
        archive: The name of the archive.
    """

    language: Language
    title: str
    tongue: Language
    speakers: str
    archive: str


def fault() -> Message | None:
    """Say why no card can be drawn on this machine; ``None`` when it can."""
    from PIL import features  # noqa: PLC0415  only when there is a card to draw

    if not features.check("raqm"):
        return Message("this Pillow cannot shape Persian: it has no Raqm, or FriBidi is not installed")
    try:
        _font(_SMALL, _REGULAR)
    except OSError:
        return Message("this Pillow cannot read the font of the cards")
    return None


def draw(words: CardWords, portrait: bytes | None) -> bytes:
    """Draw a card.

    Args:
        words: What it says.
        portrait: A picture, or ``None``.

    Returns:
        JPEG with a portrait, else PNG; the same for the same input.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415  as above

    canvas = Image.new("L", SIZE, 0)
    height = _write(ImageDraw.Draw(canvas), words, _width(portrait))
    card = _coloured(canvas)
    start = _from_start(words.language, _EDGE - _BAR * 3, _BAR)
    ImageDraw.Draw(card).rectangle((start, _EDGE, start + _BAR - 1, _EDGE + height), fill=_SHADES)
    return _png(card) if portrait is None else _jpeg(card.convert("RGB"), portrait, words.language)


def _width(portrait: bytes | None) -> int:
    """Return how wide the text may be."""
    return SIZE[0] - 2 * _EDGE - (_PORTRAIT[0] + _BETWEEN if portrait else 0)


def _write(draw: ImageDraw, words: CardWords, width: int) -> int:
    """Write the words; return the height of the title."""
    lines, font, size = _fitted(_drawable(words.title), words.tongue, width)
    step = round(size * _LINE)
    for number, line in enumerate(lines):
        _line(draw, words, (line, words.tongue), font, (_EDGE + number * step, 255))
    small = _font(_SMALL, _REGULAR)
    below = _EDGE + len(lines) * step + size // 3
    for text, top in ((words.speakers, below), (words.archive, SIZE[1] - _EDGE - _SMALL)):
        shown = _cut(_drawable(text), small, words.language, width)
        _line(draw, words, (shown, words.language), small, (top, _QUIET))
    return len(lines) * step


def _line(
    draw: ImageDraw, words: CardWords, said: tuple[str, Language], font: FreeTypeFont, place: tuple[int, int]
) -> None:
    """Write a line from the side from which the card is read: its text and language; its top and darkness."""
    text, tongue = said
    top, shade = place
    side = "ra" if words.language == Language.FA else "la"
    across = _from_start(words.language, _EDGE, 0)
    draw.text((across, top), text, shade, font, side, direction=DIRECTIONS[tongue], language=tongue)


def _from_start(language: Language, distance: int, width: int) -> int:
    """Return where something lies whose near side has a distance from the side from which the card is read."""
    return SIZE[0] - distance - width if language == Language.FA else distance


def _fitted(text: str, tongue: Language, width: int) -> tuple[list[str], FreeTypeFont, int]:
    """Return the lines of a title, in the largest letters in which it fits."""
    for size in _TITLE_SIZES:
        font = _font(size, _BOLD)
        lines = _wrapped(text, font, tongue, width)
        if len(lines) * size * _LINE <= _TALLEST:
            break
    most = int(_TALLEST / (size * _LINE))
    rest = [_cut(" ".join(lines[most - 1 :]), font, tongue, width)] if len(lines) >= most else []
    return [*lines[: most - 1], *rest], font, size


def _wrapped(text: str, font: FreeTypeFont, tongue: Language, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and _fits(joined, font, tongue, width):
            lines[-1] = joined
        else:
            lines.append(_cut(word, font, tongue, width))
    return lines


def _cut(text: str, font: FreeTypeFont, tongue: Language, width: int) -> str:
    """Return the beginning of a text that fits, with … when something is left out."""
    if _fits(text, font, tongue, width):
        return text
    while text and not _fits(f"{text}…", font, tongue, width):
        text = text[:-1].rstrip()
    return f"{text}…"


def _fits(text: str, font: FreeTypeFont, tongue: Language, width: int) -> bool:
    return font.getlength(text, direction=DIRECTIONS[tongue], language=tongue) <= width


def _drawable(text: str) -> str:
    """Return a text with signs of romanisation that the font lacks as those that resemble them."""
    parts = unicodedata.normalize("NFD", text.translate(_LIKE))
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in "\u0323\u0324\u032e\u0331"))


def _coloured(canvas: Image) -> Image:
    """Return a drawing of darkness in the colours of the card."""
    shades = canvas.point([round(level * (_SHADES - 1) / 255) for level in range(256)])
    steps = [shade / (_SHADES - 1) for shade in range(_SHADES)]
    palette = [round(low + (high - low) * step) for step in steps for low, high in zip(_GROUND, _INK, strict=True)]
    shades.putpalette([*palette, *_ACCENT])
    return shades


def _jpeg(card: Image, portrait: bytes, language: Language) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415  as above

    picture = ImageOps.fit(Image.open(io.BytesIO(portrait)).convert("RGBA"), _PORTRAIT, centering=(0.5, 0.3))
    left = _EDGE if language == Language.FA else SIZE[0] - _EDGE - _PORTRAIT[0]
    card.paste(picture.convert("RGB"), (left, _EDGE), picture.getchannel("A"))
    return _saved(card, format="JPEG", quality=80, optimize=True, progressive=True)


def _png(card: Image) -> bytes:
    return _saved(card, format="PNG", bits=4)


def _saved(card: Image, **way: Any) -> bytes:  # noqa: ANN401  the options of Pillow
    stream = io.BytesIO()
    card.save(stream, **way)
    return stream.getvalue()


@cache
def _font(size: int, weight: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415  as above

    font = ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.RAQM)
    font.set_variation_by_axes([weight])
    return font
