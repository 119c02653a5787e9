"""Small pictures for tests, made when they are needed, and a look into their bytes."""

from __future__ import annotations

import io
from typing import Any, Final

from PIL import Image

from goftogu.edition.pictures import InterviewPictures
from goftogu.pictures.published import FIGURE, PublishedPicture
from goftogu.pictures.resize import PictureFault, resized
from goftogu.storage import values

SECRETS: Final = (b"SecretCamera", b"hidden comment", b"Rasht street 7")
"""What a camera or a person has noted in a picture."""

Colour = tuple[int, ...] | int


def bytes_of(image: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    """Return a picture as a file."""
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def plain(width: int = 60, height: int = 40, colour: Colour = (200, 30, 30), mode: str = "RGB") -> Image.Image:
    """Return a picture of one colour, with a blue corner at its upper left, so that one sees how it is turned."""
    image = Image.new(mode, (width, height), colour)
    if mode == "RGB":
        image.paste((30, 30, 200), (0, 0, width // 2, height // 2))
    return image


def photograph(width: int = 60, height: int = 40, turned: int = 1) -> bytes:
    """Return a JPEG with all that a camera notes: its name, the place, a comment, and how it was held."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x010E] = "SecretCamera", turned, "Rasht street 7"
    exif.get_ifd(0x8825)[2] = (37.0, 16.0, 51.0)
    return bytes_of(plain(width, height), "JPEG", quality=95, exif=exif, comment=b"hidden comment")


def opened(data: bytes) -> Image.Image:
    """Return a picture from its file, read as a whole."""
    image: Image.Image = Image.open(io.BytesIO(data))
    image.load()
    return image


def published(name: str, data: bytes | None = None, widths: tuple[int, ...] = FIGURE) -> tuple[PublishedPicture, bytes]:
    """Return what is published of a picture, and its files, encoded."""
    made = resized(name, data or photograph(), widths)
    assert not isinstance(made, PictureFault)
    return made.published, values.encode(made.files)


def pictures(*names: str) -> InterviewPictures:
    """Return pictures of an interview, made for some names."""
    made = {name: published(name) for name in names}
    return InterviewPictures(
        {name: found for name, (found, _) in made.items()}, {name: packed for name, (_, packed) in made.items()}
    )
