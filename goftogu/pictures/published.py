"""What is published of a picture: its sizes, and the addresses of their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

FIGURE: Final = (480, 960, 1440)
"""Widths, in pixels, of a picture in a text: for phones, for most screens, and for screens with fine pixels."""

PORTRAIT: Final = (160, 320, 480)
"""Widths, in pixels, of a portrait; the largest is also drawn on cards."""

LOGO: Final = (64, 128, 256)
"""Widths, in pixels, of the sign of an archive."""

MEDIA_TYPES: Final = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
"""By the ending of a file."""


class PictureSize(NamedTuple):
    """One size of a picture.

    Attributes:
        width: In pixels.
        height: In pixels.
        path: Its file in the site: JPEG, or PNG where the picture is transparent in places.
        webp: The same as WebP, or empty.
    """

    width: int
    height: int
    path: str
    webp: str


@dataclass(frozen=True, slots=True)
class PublishedPicture:
    """The files of a picture.

    Attributes:
        sizes: The smallest first.
        digests: SHA-256 of each file in hexadecimal digits, by path.
    """

    sizes: tuple[PictureSize, ...]
    digests: dict[str, str]

    def nearest(self, width: int) -> PictureSize:
        """Return the smallest size that has at least a width, else the largest."""
        return next((size for size in self.sizes if size.width >= width), self.sizes[-1])
