"""The words of a recording with their times, as a program for speech heard them: Whisper's JSON, or subtitles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from goftogu.content import times
from goftogu.locale.message import Message
from goftogu.persian import folding
from goftogu.transcripts.formats import encodings, subtitles
from goftogu.transcripts.formats.document import Refused

ENDINGS: Final = (".json", ".srt", ".vtt")
_WORD: Final = re.compile(r"\w+")
_HINT: Final = Message("known are the JSON of Whisper with its segments, .srt and .vtt")


class HeardWord(NamedTuple):
    """A word by which it is known, and the second at which it begins."""

    key: str
    start: float


def keys(text: str) -> list[str]:
    """Return the words of a text as they are compared: without signs, half-spaces and differences of spelling."""
    return _WORD.findall(folding.fold(text))


def read(data: bytes, path: str) -> list[HeardWord]:
    """Read the words of a file.

    Args:
        data: All of it.
        path: Its name tells the form.

    Raises:
        Refused: It cannot be read, or nothing is said in it.
    """
    ending = PurePosixPath(path.lower()).suffix
    if ending not in ENDINGS:
        raise Refused(Message("“{path}” has no times of words", path=path), _HINT)
    text = encodings.decode(data).text
    pieces = _of_json(text) if ending == ".json" else ((cue.start, cue.end, cue.text) for cue in subtitles.cues(text))
    found = sorted((word for piece in pieces for word in _spread(*piece)), key=lambda word: word.start)
    if not found:
        raise Refused(Message("there are no words in “{path}”", path=path), _HINT)
    return found


def _spread(start: float, end: float, text: str) -> Iterator[HeardWord]:
    """Yield the words of a piece, each with its share of the time."""
    found = keys(text)
    letters, total = 0, sum(map(len, found)) or 1
    for key in found:
        yield HeardWord(key, start + (end - start) * letters / total)
        letters += len(key)


def _of_json(text: str) -> Iterator[tuple[float, float, str]]:
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise Refused(Message("nobody knows this form of JSON"), _HINT) from None
    segments = value.get("segments") if isinstance(value, dict) else value
    if not isinstance(segments, list) or not all(isinstance(segment, dict) for segment in segments):
        raise Refused(Message("nobody knows this form of JSON"), _HINT)
    for segment in segments:
        yield from _of_segment(segment)


def _of_segment(segment: Mapping[str, Any]) -> Iterator[tuple[float, float, str]]:
    """Yield the words of a segment that have times, else the segment as a whole."""
    words = segment.get("words")
    timed = [word for word in words if _is_timed(word)] if isinstance(words, Sequence) else []
    if timed:
        yield from ((word["start"], word["end"], str(word.get("word", ""))) for word in timed)
    elif _is_timed(segment):
        yield segment["start"], segment["end"], str(segment.get("text", ""))


def _is_timed(piece: object) -> bool:
    return isinstance(piece, dict) and all(
        isinstance(piece.get(name), int | float) and 0 <= piece[name] <= times.LONGEST for name in ("start", "end")
    )
