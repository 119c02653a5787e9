"""The recordings of an interview, as its front matter names them: files of ``content/media/``, or addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from goftogu.content import times
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, Flag, Many, Table, Text
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    ".mp3": ("audio/mpeg",),
    ".m4a": ("audio/mp4",),
    ".opus": ("audio/ogg",),
    ".ogg": ("audio/ogg",),
    ".oga": ("audio/ogg",),
    ".wav": ("audio/wav",),
    ".mp4": ("video/mp4", "audio/mp4"),
    ".webm": ("video/webm", "audio/webm"),
}
"""Media types by the ending of a file; the first one is the usual one."""

_CLOCK: Final = Text(pattern=times.WRITTEN, expects=Message("hours, minutes and seconds, as 0:12:31"))
_ADDRESS: Final = Text(
    pattern=r"(?i:https?)://[^\s<>\"';,]+", expects=Message("an address that begins with https:// or http://")
)
MEDIA: Final = Table(
    {
        "file": Text(
            pattern=r"[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]*",
            expects=Message("the name of a file in content/media/"),
        ),
        "url": _ADDRESS,
        "type": Text(choices=tuple(dict.fromkeys(name for names in TYPES.values() for name in names))),
        "label": BILINGUAL,
        "offset": Text(pattern=f"-?{times.WRITTEN}", expects=_CLOCK.expects),
        "duration": _CLOCK,
        "redacted": Flag(),
    }
)
RECORDINGS: Final = Many(MEDIA)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording of an interview.

    Attributes:
        file: Name of the file in ``content/media/``, or empty.
        url: Address of a recording elsewhere, or empty; one of the two is there.
        type: Media type, as ``audio/mpeg``; empty for a file whose ending and first bytes tell it.
        label: What it is called, in Persian and English, or ``None``.
        offset: On the clock of the transcript, the second at which it begins; below 0 when it begins earlier.
        duration: Seconds that it takes, or 0 when nobody has said so.
        redacted: True when what the transcript withholds is not in it.
        line: Line of the front matter.
    """

    file: str
    url: str
    type: str
    label: tuple[str, str] | None
    offset: int
    duration: int
    redacted: bool
    line: int

    @property
    def usual_type(self) -> str:
        """The media type that was given, else the usual one of the ending; empty when neither is known."""
        path = urlsplit(self.url).path if self.url else self.file
        return self.type or TYPES.get(PurePosixPath(path.lower()).suffix, ("",))[0]


def read_recordings(said: Iterable[Mapping[str, Any]], where: Positions, problems: Problems) -> tuple[Recording, ...]:
    """Read the recordings in a front matter.

    Args:
        said: The tables that fit the schema.
        where: Their places.
        problems: What is wrong is added.
    """
    found = []
    for number, table in enumerate(said):
        line, column = where(("media", number))
        recording = _recording(table, line)
        if fault := _fault(recording):
            problems.add(Problem(where.path, line, column, *fault))
        else:
            found.append(recording)
    return tuple(found)


def _recording(said: Mapping[str, Any], line: int) -> Recording:
    label = said.get("label", {})
    both = (label["fa"], label.get("en", "")) if "fa" in label else None
    return Recording(
        said.get("file", ""),
        said.get("url", ""),
        said.get("type", ""),
        both,
        _signed(said.get("offset", "0:00:00")),
        _signed(said.get("duration", "0:00:00")),
        said.get("redacted", False),
        line,
    )


def _signed(text: str) -> int:
    seconds = times.whole(text.removeprefix("-")) or 0
    return -seconds if text.startswith("-") else seconds


def _fault(recording: Recording) -> tuple[str, Message, Message] | None:
    if bool(recording.file) == bool(recording.url):
        name = "C008" if recording.file else "C003"
        hint = Message("write the file in content/media/, or the address")
        return name, Message("a recording has either “file” or “url”"), hint
    if not recording.usual_type:
        name = recording.file or recording.url
        hint = Message("known endings: {names}; of an address you may also write its type", names=list(TYPES))
        return "R001", Message("the ending of “{name}” is not that of a recording", name=name), hint
    return None
