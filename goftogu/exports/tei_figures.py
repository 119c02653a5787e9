"""Pictures as TEI: ``figure`` with ``graphic``, its caption as ``head``, and what it shows as ``figDesc``."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goftogu import urls
from goftogu.edition.material import Material
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Language, Paragraph, Picture
from goftogu.pictures.published import MEDIA_TYPES, PublishedPicture


def address(material: Material, path: str) -> str:
    """Return the address of a file of the site: the full one, or the way from a download where nobody knows that."""
    config, here = material.config, urls.data(material.interview.id, "xml")
    return urls.absolute(config.url, path) if config.url else urls.href(here, path)


def figure(
    material: Material,
    picture: Picture,
    language: Language,
    names: Callable[[str], dict[str, str]],
    unit: Callable[[str, Paragraph], Element],
) -> Element:
    """Return a picture.

    Args:
        material: The interview.
        picture: A picture of it that is published.
        language: Language of the text that it is in.
        names: Returns the ids of an element of that text.
        unit: Writes a paragraph as an element.
    """
    found = material.pictures.published[picture.file]
    caption = [unit("head", picture.caption)] if picture.caption else []
    credited = [node("note", {"type": "credit", "xml:lang": Language.FA}, picture.credit)] if picture.credit else []
    shown = [graphic(material, found), *caption, described(material, picture, language), *credited]
    return lines("figure", names(picture.id), *shown)


def portrait(material: Material) -> Iterator[Element]:
    """Yield the portrait, in Persian, where the interview has one."""
    picture = material.interview.portrait
    if picture is not None and (found := material.pictures.of(picture)):
        credited = [node("note", {"type": "credit"}, picture.credit)] if picture.credit else []
        parts = [graphic(material, found), described(material, picture, material.original), *credited]
        yield lines("figure", {"type": "portrait"}, *parts)


def graphic(material: Material, found: PublishedPicture) -> Element:
    """Return the largest size of a picture."""
    largest = found.sizes[-1]
    return node(
        "graphic",
        {
            "url": address(material, largest.path),
            "mimeType": MEDIA_TYPES[largest.path.rpartition(".")[2]],
            "width": f"{largest.width}px",
            "height": f"{largest.height}px",
        },
    )


def described(material: Material, picture: Picture, language: Language) -> Element:
    """Return what a picture shows, in the original where there is no translation."""
    there = language in material.languages(picture.alt)
    tag = {} if there else {"xml:lang": material.tag_of(material.original)}
    return node("figDesc", tag, material.plain(picture.alt, language))
