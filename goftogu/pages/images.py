"""The files of a picture as a page links to them, in every size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.pictures.published import PictureSize, PublishedPicture

_USUAL: Final = 960
"""Width of the file for browsers that know no sizes."""


class ImageView(NamedTuple):
    """The files of a picture as a page links to them.

    Attributes:
        src: Link to the file for browsers that know no sizes.
        srcset: Links to all sizes, with their widths.
        webp: The same as WebP, or empty.
        width: That of the largest size, in pixels.
        height: That of the largest size, in pixels.
    """

    src: str
    srcset: str
    webp: str
    width: int
    height: int


def image(here: str, found: PublishedPicture) -> ImageView:
    """Return how a page links to a picture.

    Args:
        here: Path of the page.
        found: What is published of it.
    """
    largest = found.sizes[-1]
    return ImageView(
        src=urls.href(here, found.nearest(_USUAL).path),
        srcset=_set(here, found.sizes, lambda size: size.path),
        webp=_set(here, found.sizes, lambda size: size.webp),
        width=largest.width,
        height=largest.height,
    )


def _set(here: str, sizes: Sequence[PictureSize], path: Callable[[PictureSize], str]) -> str:
    return ", ".join(f"{urls.href(here, path(size))} {size.width}w" for size in sizes if path(size))
