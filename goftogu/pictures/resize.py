"""Makes the sizes of a picture with Pillow, which is imported only when a picture is new.

Only pixels are published: what a camera has noted (the place, the device, its owner, a small copy of the whole picture)
stays in the archive. A picture is turned as its camera was held, its colours become those of the web (sRGB), and
it is never enlarged.

WebP is written beside JPEG: it has a quarter to two fifths fewer bytes at about the same loss. AVIF saves little in
these sizes, and takes seven times as long to write (``docs/benchmarks.md``).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from goftogu import urls
from goftogu.locale.message import Message
from goftogu.pictures import kinds
from goftogu.pictures.published import PictureSize, PublishedPicture

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST: Final = 200_000_000
"""Bytes of a file."""
MOST_PIXELS: Final = 64_000_000
"""Pixels of a picture: 256 MB of memory."""
_LONGEST: Final = 30_000
"""Pixels of a side."""
_JPEG: Final = {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True}
_PNG: Final = {"format": "PNG", "optimize": True}
_WEBP: Final = {"format": "WEBP", "quality": 75, "method": 4}
_NARROW: Final = 256
"""How many times a shade of 16 bits is one of 8 bits."""
_SMALLER: Final = Message("save it with at most 4,000 pixels on its longer side")
_AGAIN: Final = Message("save the picture once more, or give another one")


class PictureFault(NamedTuple):
    """Why a file cannot be published as a picture, and what to do."""

    message: Message
    hint: Message


class ResizedPicture(NamedTuple):
    """A picture in all its sizes: what is known of them, and the bytes of each file by its path."""

    published: PublishedPicture
    files: dict[str, bytes]


def resized(name: str, data: bytes, widths: Iterable[int]) -> ResizedPicture | PictureFault:
    """Make the sizes of a picture.

    Args:
        name: Name of the file.
        data: Its bytes.
        widths: In pixels; wider ones than the picture are left out, and its own width takes their place.

    Returns:
        The sizes; or what is wrong with the file.
    """
    if (fault := kinds.fault(data)) is not None:
        return PictureFault(*fault)
    from PIL.Image import DecompressionBombError  # noqa: PLC0415  most builds meet no new picture

    try:
        with warnings.catch_warnings(action="ignore"):
            opened = _opened(data, max(widths := sorted(widths)))
            return opened if isinstance(opened, PictureFault) else _sizes(name, opened, widths)
    except (DecompressionBombError, MemoryError):
        return PictureFault(Message("it has too many pixels"), _SMALLER)
    except Exception:  # noqa: BLE001  at bytes that are no picture, readers raise whatever comes up
        return PictureFault(Message("it is damaged, or not complete"), _AGAIN)


def _opened(data: bytes, widest: int) -> Image | PictureFault:
    """Return a picture as wide as its camera was held, with the colours of the web."""
    from PIL import Image, ImageOps  # noqa: PLC0415  as above

    image: Image.Image = Image.open(io.BytesIO(data), formats=(kinds.kind(data),))
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > _LONGEST:
        message = Message(
            "it has {width:,} × {height:,} pixels, more than any screen shows", width=width, height=height
        )
        return PictureFault(message, _SMALLER)
    if image.format != "MPO" and (count := getattr(image, "n_frames", 1)) > 1:
        message = Message("it holds {count:,} pictures", count=count)
        return PictureFault(message, Message("save the one that is meant as a picture of its own"))
    image.draft(None, (widest, widest))
    image.load()
    return ImageOps.exif_transpose(image)


def _sizes(name: str, image: Image, widths: list[int]) -> ResizedPicture:
    files: dict[str, bytes] = {}
    sizes = []
    profile = image.info.get("icc_profile")
    for width in _widths(image.width, widths):
        height = max(1, round(image.height * width / image.width))
        small = _plain(_scaled(image, width, height), profile)
        written = dict(_written(name, small))
        files.update(written)
        sizes.append(PictureSize(width, height, *[*written, ""][:2]))
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return ResizedPicture(PublishedPicture(tuple(sizes), digests), files)


def _widths(own: int, wanted: list[int]) -> list[int]:
    return sorted({*(width for width in wanted if width < own), min(own, wanted[-1])})


def _scaled(image: Image, width: int, height: int) -> Image:
    from PIL import Image  # noqa: PLC0415  as above

    mode = _mode(image)
    whole = image if image.mode == mode else _shades(image).convert(mode)
    return whole.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _mode(image: Image) -> str:
    """Return the mode in which a picture is scaled: grey, colours, colours that are transparent in places, or inks."""
    if image.mode in {"CMYK", "RGB", "L"} and "transparency" not in image.info:
        return image.mode
    if image.has_transparency_data:
        return "RGBA"
    return "RGB" if image.mode not in {"1", "I", "F"} and not image.mode.startswith("I;") else "L"


def _shades(image: Image) -> Image:
    """Return a picture with shades of 16 or 32 bits as one with shades that fit into 8."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda shade: shade * (1 / _NARROW))
    return image


def _plain(image: Image, profile: bytes | None) -> Image:
    """Return the pixels alone, in the colours of the web."""
    from PIL import ImageCms  # noqa: PLC0415  as above

    plain = image
    if profile and image.mode in {"RGB", "CMYK"}:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        try:
            plain = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
        except ImageCms.PyCMSError:
            plain = image
    if plain.mode == "CMYK":
        plain = plain.convert("RGB")
    if plain.mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info = {}
    return plain


def _written(name: str, image: Image) -> Iterator[tuple[str, bytes]]:
    from PIL import features  # noqa: PLC0415  as above

    way = _PNG if image.mode == "RGBA" else _JPEG
    yield urls.picture(name, image.width, "png" if way is _PNG else "jpg"), _encoded(image, way)
    if features.check("webp"):
        yield urls.picture(name, image.width, "webp"), _encoded(image, _WEBP)


def _encoded(image: Image, way: dict[str, Any]) -> bytes:
    stream = io.BytesIO()
    image.save(stream, **way)
    return stream.getvalue()
