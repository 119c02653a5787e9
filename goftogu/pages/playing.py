"""The recordings on the pages of an interview: the player, and the times from which it plays.

Every time is a link with a media fragment, which works without a script. Pages without recordings load nothing of this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content import times
from goftogu.edition import recordings
from goftogu.edition.material import Material
from goftogu.edition.recordings import PublishedRecording
from goftogu.edition.shapes import Shape
from goftogu.model import Bilingual, InterfaceMessage, Language, Turn
from goftogu.pages.passage import Passage

_LINK: Final = Markup('<a class="time" href="%s" data-at="%d">%s</a>')
_TIMED: Final = Markup("%s %s")
_PLAIN: Final = Markup('<span class="time">%s</span>')
_CAPTIONS: Final = {
    Language.FA: InterfaceMessage("Persian captions"),
    Language.EN: InterfaceMessage("English captions"),
}
_SUBTITLES: Final = {
    Language.FA: InterfaceMessage("Persian subtitles"),
    Language.EN: InterfaceMessage("English subtitles"),
}
"""What those in the language of the recording are called, and what translations."""


@dataclass(frozen=True, slots=True)
class CaptionTrack:
    """Captions of a film in one language."""

    href: str
    kind: str
    label: InterfaceMessage
    language: str
    usual: bool


@dataclass(frozen=True, slots=True)
class RecordingView:
    """A recording on a page.

    Attributes:
        href: The link to it.
        label: What it is called.
        video: Whether there is a picture.
        offset: Second on the clock of the transcript at which it begins.
        seconds: How long it is, or 0.
        length: The same in hours, minutes and seconds, or empty.
        tracks: Its captions.
    """

    href: str
    label: Markup
    video: bool
    offset: int
    seconds: int
    length: str
    tracks: tuple[CaptionTrack, ...]


@dataclass(frozen=True, slots=True)
class Player:
    """What a page needs to play the recordings of an interview.

    Attributes:
        recordings: In the order of the clock.
        sources: What its policy must allow.
        script: The link to the script of the player.
        style: The link to its style sheet.
    """

    recordings: tuple[RecordingView, ...]
    sources: str
    script: str
    style: str


def player(material: Material, language: Language, here: str) -> Player | None:
    """Return the player of an interview on one of its pages; ``None`` when there is nothing to play."""
    found = material.recordings
    if not found:
        return None
    views = (_view(item, language, here) for item in found)
    first, *others = (replace(view, tracks=()) for view in views)
    return Player(
        (replace(first, tracks=_tracks(material, language, here) if first.video else ()), *others),
        " ".join(recordings.origins(found)),
        urls.href(here, urls.PLAYER_SCRIPT),
        urls.href(here, urls.PLAYER_STYLE),
    )


def _view(item: PublishedRecording, language: Language, here: str) -> RecordingView:
    length = times.shown(item.seconds, language) if item.seconds else ""
    label = markup.plain(item.label[language], language)
    return RecordingView(item.href(here), label, item.is_video, item.offset, round(item.seconds), length, ())


def _tracks(material: Material, language: Language, here: str) -> tuple[CaptionTrack, ...]:
    """Return the captions of the first recording, whose clock they follow."""
    if "captions" not in material.config.downloads or not recordings.is_timed(material.interview):
        return ()
    return tuple(
        CaptionTrack(
            urls.href(here, urls.data(material.interview.id, f"{tongue}.vtt")),
            *_kind(tongue, original=tongue is material.original),
            tongue,
            usual=tongue == material.tongue(language),
        )
        for tongue in material.tongues
    )


def _kind(language: Language, *, original: bool) -> tuple[str, InterfaceMessage]:
    return ("captions", _CAPTIONS[language]) if original else ("subtitles", _SUBTITLES[language])


def moment(found: Sequence[PublishedRecording], time: int | None, interview: str) -> Bilingual | None:
    """Return a time as a link that plays from there, in the digits of each language; plain where nothing plays.

    Args:
        found: The recordings of the interview.
        time: Second on the clock of the transcript; ``None`` gives ``None``.
        interview: Its id; all its pages are at the same depth, so that one link serves them.
    """
    if time is None:
        return None
    plays = recordings.playing(found, time)
    here = urls.interview(Language.FA, interview)
    shown = {language: times.shown(time, language) for language in Language}
    made = {
        language: _LINK % (plays.moment(here, time), time, text) if plays else _PLAIN % text
        for language, text in shown.items()
    }
    return Bilingual(made[Language.FA], made[Language.EN])


def timed(
    passages: tuple[Passage, ...], turn: Turn, found: Sequence[PublishedRecording], interview: str
) -> tuple[Passage, ...]:
    """Return the paragraphs of a turn as shown; a later one that has a time begins with it."""
    begins = [None, *(moment(found, unit.time, interview) for unit in turn.paragraphs[1:])]
    return tuple(_begun(shown, time) if time else shown for shown, time in zip(passages, begins, strict=True))


def _begun(shown: Passage, time: Bilingual) -> Passage:
    """Return a paragraph that begins with its time; before a list or a poem it is on a line of its own."""
    both = None
    if shown.shapes:
        persian, english = shown.shapes
        both = persian and _with(persian, time.fa), english and _with(english, time.en)
    persian_text, english_text = (
        text and _TIMED % (when, text) for when, text in ((time.fa, shown.fa), (time.en, shown.en))
    )
    return replace(shown, fa=persian_text, en=english_text, shapes=both)


def _with(shape: Shape, time: str) -> Shape:
    if shape.tag == "p":
        return shape._replace(inside=_TIMED % (time, shape.inside))
    return Shape("div", {}, _TIMED % (time, shape.block))
