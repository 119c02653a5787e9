"""Subtitles, ``.srt`` and ``.vtt``: who speaks, what and when."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats import rolling, spoken
from goftogu.transcripts.formats.document import Document, Refused

if TYPE_CHECKING:
    from webvtt import Caption

_ROLLING: Final = Message("most captions show again what the one above them ended with; it is read once")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_TAG: Final = re.compile(r"</?(?:[a-z]+|font)(?:[. ][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}", re.IGNORECASE)
_DASHES: Final = ("-", "–", "—")
_STAMP: Final = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}"
_TIMES: Final = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?=\s|\Z)")
_BEGIN: Final = re.compile(rf"\s*(?:WEBVTT\b.*\n|\d{{1,6}}[ \t]*\n{_STAMP}[ \t]*-->)")
_NEARLY: Final = re.compile(r"\s*\d{1,3}:\d{2}\S*\s*[-–—=]+>?\s*\d{1,3}:\S+(?=\s|\Z)|.*-->")


def are_subtitles(text: str) -> bool:
    """Tell whether a text begins as subtitles do, whatever the name of its file."""
    return _BEGIN.match(text) is not None


def read(text: str, path: str) -> Document:
    """Read subtitles; the numbers and times of the cues are no part of the text.

    Raises:
        Refused: They are not whole, or not in order.
    """
    shown = _shown(text)
    found = rolling.unrolled(shown)
    told = [] if found == shown else [_ROLLING]
    named = [cue for cue in found if cue.speaker]
    return Document(path, list(spoken.pieces(found)), unit="cue", told=told, structured=len(named) == len(found) > 0)


def cues(text: str) -> list[spoken.Cue]:
    """Read the cues of subtitles; what they only show again is left out.

    Raises:
        Refused: They are not whole, or not in order.
    """
    return rolling.unrolled(_shown(text))


def _shown(text: str) -> list[spoken.Cue]:
    """Read the cues as they are."""
    import webvtt  # noqa: PLC0415  only subtitles need it

    form = "vtt" if text.lstrip().startswith("WEBVTT") else "srt"
    try:
        captions = webvtt.from_buffer(text.split("\n"), format=form).captions
    except webvtt.errors.MalformedFileError as error:
        raise Refused(
            Message("the file is not in the form of subtitles: {error}", error=error),
            Message("export it again as .srt or .vtt"),
        ) from None
    _judge(text)
    if not captions and any(map(_TIMES.match, text.split("\n"))):
        hint = Message("export it again as .srt or .vtt")
        raise Refused(Message("no cue can be read"), hint)
    found = [cue for number, caption in enumerate(captions, 1) for cue in _cues(number, caption)]
    spoken.in_order(found)
    return found


def _judge(text: str) -> None:
    """Refuse subtitles of which a cue was passed over because its times are not in the right form."""
    for number, line in enumerate(text.split("\n"), 1):
        if _NEARLY.match(line) and not _TIMES.match(line):
            hint = Message("write them as 00:00:01.000 --> 00:00:02.000")
            raise Refused(Message("the times of a cue cannot be read"), hint, line=number)


def _cues(number: int, caption: Caption) -> Iterator[spoken.Cue]:
    """Yield what each person says in a cue: a voice tag or a dash begins another one."""
    start, end = caption.start_in_seconds, caption.end_in_seconds
    parts = _VOICE.split(caption.raw_text)
    for place in range(0, len(parts), 2):
        speaker = html.unescape(parts[place - 1]).strip() if place else ""
        lines, opens = _by_dash(html.unescape(_TAG.sub("", parts[place])))
        yield from (spoken.Cue(number, start, end, text, speaker, opens) for text in lines if text)


def _by_dash(text: str) -> tuple[list[str], bool]:
    """Return what each of two people says in a cue, without the dashes; and whether there are two."""
    lines = [line.strip() for line in text.strip().split("\n")]
    if len(lines) > 1 and all(line.startswith(_DASHES) for line in lines):
        return [line.lstrip("-–— ") for line in lines], True
    return [" ".join(line for line in lines if line)], False
