"""Pictures as pages show them: addresses in every size, and the words that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from goftogu import markup, urls
from goftogu.edition.pictures import InterviewPictures
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview, Language, Paragraph, Picture
from goftogu.pages import passages
from goftogu.pages.passage import Passage
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


class FigureView(NamedTuple):
    """A picture with its words.

    Attributes:
        id: Its anchor, or empty.
        image: Its files.
        alt: What it shows, as plain text; a translation is empty when there is none.
        caption: The words below it, or ``None``.
        credit: Who made it, or ``None``.
    """

    id: str
    image: ImageView
    alt: Bilingual
    caption: Passage | None
    credit: Passage | None


@dataclass(frozen=True, slots=True)
class InterviewFigures:
    """The pictures of an interview.

    Attributes:
        portrait: Who is interviewed, or ``None``.
        placed: The others, by the id of the paragraph or heading that they follow.
        turns: Ids of the turns that have some.
    """

    portrait: FigureView | None = None
    placed: Mapping[str, Sequence[FigureView]] = field(default_factory=dict)
    turns: frozenset[str] = frozenset()


NO_FIGURES: Final = InterviewFigures()


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


def figures(site: Site, interview: Interview, pictures: InterviewPictures) -> InterviewFigures:
    """Return the pictures of an interview; its three pages are equally far from the files, and share them."""
    if not pictures.published:
        return NO_FIGURES
    make = _FigureMaker(site, interview, pictures)
    portrait = interview.portrait if pictures.of(interview.portrait) else None
    placed = {place: list(map(make.figure, found)) for place, found in pictures.placed(interview).items()}
    turns = (turn.id for turn in interview.turns if any(unit.id in placed for unit in turn.paragraphs))
    return InterviewFigures(make.figure(portrait) if portrait else None, placed, frozenset(turns))


def credit(text: str) -> Passage | None:
    """Return who made a picture, as written in Persian; nothing when nobody is named."""
    return Passage("", markup.inline(text, Language.FA), markup.inline("", Language.EN), "") if text else None


class _FigureMaker:
    def __init__(self, site: Site, interview: Interview, pictures: InterviewPictures) -> None:
        self._here = urls.interview(Language.FA, interview.id)
        self._original = interview.original
        self._pictures = pictures
        self._passage = passages.reader(site, interview)
        self._english = site.translations.get(interview.id, {})

    def figure(self, picture: Picture) -> FigureView:
        return FigureView(
            id=picture.id,
            image=image(self._here, self._pictures.published[picture.file]),
            alt=self._alt(picture.alt),
            caption=self._passage(picture.caption) if picture.caption else None,
            credit=credit(picture.credit),
        )

    def _alt(self, unit: Paragraph) -> Bilingual:
        found = self._english.get(unit.id)
        translated = markup.bare(found.text, self._original.other) if found else ""
        shown = markup.bare(unit.reading, self._original)
        return Bilingual(*((shown, translated) if self._original is Language.FA else (translated, shown)))


def _set(here: str, sizes: Sequence[PictureSize], path: Callable[[PictureSize], str]) -> str:
    return ", ".join(f"{urls.href(here, path(size))} {size.width}w" for size in sizes if path(size))
