"""Captions that roll: each shows once more what the one above it ended with, as automatic captions of videos do.

On a screen the lines move up, so every line is there twice or three times. Read one after the other, the captions would
say everything as often.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from goftogu.transcripts.formats.spoken import Cue

_LEAST: Final = 12
"""Fewer repetitions may be what somebody said."""


def unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """Return captions without what they only show again, when most of them do and then go on; else as they are.

    Captions that name a speaker were made by hand, and stay as they are.

    Args:
        cues: In order.
    """
    said = [cue.text.split() for cue in cues]
    again = [0, *(_again(before, words) for before, words in pairwise(said))]
    further = sum(0 < count < len(words) for count, words in zip(again, said, strict=False))
    named = any(cue.speaker for cue in cues)
    if named or further < len(cues) / 3 or sum(map(bool, again)) < max(_LEAST, len(cues) / 2):
        return list(cues)
    rest = (words[count:] for words, count in zip(said, again, strict=False))
    return [cue._replace(text=" ".join(words)) for cue, words in zip(cues, rest, strict=True) if words]


def _again(before: Sequence[str], words: Sequence[str]) -> int:
    """Return with how many of its words, at most, a caption begins as the one before it ended."""
    most = min(len(before), len(words))
    return next((count for count in range(most, 0, -1) if before[-count:] == words[:count]), 0)
