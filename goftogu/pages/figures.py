"""Pictures as pages show them: addresses in every size, and the words that belong to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from goftogu import markup, urls
from goftogu.content.given_pictures import GivenPicture
from goftogu.content.picture_lines import PictureLine
from goftogu.edition.pictures import InterviewPictures
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview, Language, Paragraph, Picture, Role
from goftogu.pages import passages
from goftogu.pages.images import ImageView, image
from goftogu.pages.passage import Passage


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


def figures(site: Site, interview: Interview, pictures: InterviewPictures) -> InterviewFigures:
    """Return the pictures of an interview; its three pages are equally far from the files, and share them."""
    known = given(site, urls.interview(Language.FA, interview.id), _known(site, interview))
    if not pictures.published:
        return InterviewFigures(known) if known else NO_FIGURES
    make = _FigureMaker(site, interview, pictures)
    portrait = interview.portrait if pictures.of(interview.portrait) else None
    placed = {place: list(map(make.figure, found)) for place, found in pictures.placed(interview).items()}
    turns = (turn.id for turn in interview.turns if any(unit.id in placed for unit in turn.paragraphs))
    return InterviewFigures(make.figure(portrait) if portrait else known, placed, frozenset(turns))


def _known(site: Site, interview: Interview) -> GivenPicture | None:
    """Return the portrait of the first of those who are interviewed who has one."""
    known, speakers = site.vocabulary.people, interview.speakers.values()
    people = (known.get(speaker.person) for speaker in speakers if speaker.role == Role.INTERVIEWEE)
    return next((person.portrait for person in people if person and person.public and person.portrait), None)


def given(site: Site, here: str, picture: GivenPicture | None) -> FigureView | None:
    """Return a picture of a person or a series; nothing without one, and where it is not published.

    Args:
        site: Has what is published.
        here: Path of the page.
        picture: As its file gives it.
    """
    found = site.pictures.get(picture.file) if picture else None
    if picture is None or found is None:
        return None
    return FigureView("", image(here, found), picture.alt, None, _both(picture.credit) if picture.credit else None)


def of_page(site: Site, here: str, language: Language, line: PictureLine) -> FigureView:
    """Return a picture of a free page, whose words are in the language of the page."""
    words = {Language.FA: "", Language.EN: "", language: line.caption}
    caption = _both(Bilingual(words[Language.FA], words[Language.EN])) if line.caption else None
    return FigureView("", image(here, site.pictures[line.file]), Bilingual(line.alt, line.alt), caption, None)


def _both(text: Bilingual) -> Passage:
    return Passage("", markup.inline(text.fa, Language.FA), markup.inline(text.en, Language.EN), "")


def credit(text: str) -> Passage | None:
    """Return who made a picture, as written in Persian; nothing when nobody is named."""
    return _both(Bilingual(text, "")) if text else None


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
