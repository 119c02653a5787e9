"""The pictures of a book, each under a number: a file name may have characters that mean something in an address."""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.edition.material import Material
from goftogu.exports.xhtml import WIDTH
from goftogu.exports.xml import Element, node
from goftogu.model import Picture
from goftogu.pictures.published import MEDIA_TYPES


def name(material: Material, picture: Picture) -> str:
    """Return the path of a picture in the folder of the book's texts."""
    return next(path for file, path, _ in _listed(material) if file == picture.file)


def items(material: Material) -> Iterator[Element]:
    """Yield what the manifest says of each picture."""
    for number, (_, path, _) in enumerate(_listed(material), 1):
        kind = MEDIA_TYPES[path.rpartition(".")[2]]
        yield node("item", {"id": f"picture-{number}", "href": path, "media-type": kind})


def files(material: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each picture."""
    for file, path, source in _listed(material):
        yield path, material.pictures.data(file, source)


def _listed(material: Material) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each picture, its path in the book, and its path in the site."""
    for number, (file, found) in enumerate(material.pictures.published.items(), 1):
        source = found.nearest(WIDTH).path
        yield file, f"pictures/{number}.{source.rpartition('.')[2]}", source
