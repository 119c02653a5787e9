"""The pictures of one interview: what is published of each, and the bytes for downloads that hold pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from goftogu.model import Interview, Picture
from goftogu.pictures.published import PublishedPicture
from goftogu.storage import values


@dataclass(frozen=True, slots=True)
class InterviewPictures:
    """The pictures of an interview.

    Attributes:
        published: What is published of each, by the name of its file.
        packed: All files of each, encoded, by the same names.
    """

    published: Mapping[str, PublishedPicture] = field(default_factory=dict)
    packed: Mapping[str, bytes] = field(default_factory=dict)

    def of(self, picture: Picture | None) -> PublishedPicture | None:
        """Return what is published of a picture; ``None`` without one, and where nothing is."""
        return self.published.get(picture.file) if picture else None

    def placed(self, interview: Interview) -> Mapping[str, Sequence[Picture]]:
        """Return the pictures that are published, by the id of what they follow."""
        if not self.published:
            return {}
        return {
            place: shown
            for place, pictures in interview.placed().items()
            if (shown := [one for one in pictures if one.file in self.published])
        }

    def data(self, file: str, path: str) -> bytes:
        """Return the bytes of a published file of a picture.

        Args:
            file: Name of the picture's own file.
            path: One of those that are published of it.
        """
        return (values.decode(self.packed[file], dict[str, bytes]) or {})[path]


NO_PICTURES: Final = InterviewPictures()
