"""Makes the sizes of each picture that is published, only when its file has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from goftogu.build.artifacts import Ref
from goftogu.build.workers import Shared, Workers
from goftogu.content import media
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.pictures import resize
from goftogu.pictures.published import PublishedPicture
from goftogu.pictures.resize import PictureFault, ResizedPicture
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache

CODE: Final = "I002"


class PictureInput(NamedTuple):
    """The name of a file, its bytes, and the widths that are asked for."""

    name: str
    data: bytes
    widths: tuple[int, ...]


class ArchivePictures:
    """The pictures of a project.

    Attributes:
        published: What is published of each picture, by its name.
    """

    def __init__(self, cache: Cache, there: Mapping[str, str], data: Callable[[str], bytes]) -> None:
        """Prepare.

        Args:
            cache: Holds what is known.
            there: The path of each file of ``content/media/``, by its name.
            data: Returns the bytes of a file of the project.
        """
        self.published: dict[str, PublishedPicture] = {}
        self._cache = cache
        self._there = there
        self._data = data
        self._keys: dict[str, str] = {}
        self._widths: dict[str, tuple[int, ...]] = {}

    def make(
        self, workers: Workers, mentions: Iterable[MediaMention], digest: Callable[[str], str], problems: Problems
    ) -> None:
        """Make the sizes of pictures.

        Args:
            workers: Do what is to be done.
            mentions: Every mention of a file that is published; those of pictures count.
            digest: Returns the digest of a file of the project.
            problems: A file that cannot be published is reported at each of its mentions.
        """
        wanted = self._wanted(mentions)
        self._widths = {name: tuple(sorted({*_flat(found)})) for name, found in wanted.items()}
        for name in wanted:
            key = caches.key("picture", name, digest(self._there[name]), repr(self._widths[name]))
            self._keys[name] = key
            self._cache.spare(key)
        known = {name: self._cache.take(f"{self._keys[name]}.published", PublishedPicture) for name in wanted}
        new = [name for name, found in known.items() if found is None]
        results = workers.map(Message("Resizing"), resized, Shared(None, b""), map(self._given, new), len(new))
        for name, made in zip(new, results, strict=True):
            if isinstance(made, PictureFault):
                problems.extend(_refused(name, made, mention) for mention in wanted[name])
            else:
                known[name] = self._keep(name, made)
        self.published = {name: found for name, found in known.items() if found is not None}
        _check_addresses(self.published, wanted, problems)

    def of(self, mentions: Iterable[MediaMention]) -> dict[str, PublishedPicture]:
        """Return what is published of the pictures among some mentions, by the names that were written."""
        names = {mention.file: media.composed(mention.file) for mention in mentions if mention.widths}
        return {name: self.published[known] for name, known in names.items() if known in self.published}

    def published_as(self, name: str) -> PublishedPicture:
        """Return what is published of a picture, by its name."""
        return self.published[media.composed(name)]

    def ref(self, name: str) -> Ref:
        """Return the files of a picture, encoded, by its name."""
        known = media.composed(name)
        return Ref(self._keys[known].encode(), partial(self._packed, known))

    def files(self) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """Yield each file: its path, its digest, and what returns its bytes."""
        for name, found in self.published.items():
            for path, digest in found.digests.items():
                yield path, digest, partial(self._file, name, path)

    def _wanted(self, mentions: Iterable[MediaMention]) -> dict[str, list[MediaMention]]:
        """Return the mentions of each picture that is there, by its name."""
        wanted: dict[str, list[MediaMention]] = {}
        for mention in mentions:
            if mention.widths and (name := media.composed(mention.file)) in self._there:
                wanted.setdefault(name, []).append(mention)
        return wanted

    def _given(self, name: str) -> PictureInput:
        return PictureInput(name, self._data(self._there[name]), self._widths[name])

    def _keep(self, name: str, made: ResizedPicture) -> PublishedPicture:
        self._cache.keep(f"{self._keys[name]}.published", made.published)
        self._cache.keep(f"{self._keys[name]}.files", made.files)
        return made.published

    def _packed(self, name: str) -> bytes:
        """Return the files of a picture, encoded; they are made again if they were lost."""
        data = self._cache.get(f"{self._keys[name]}.files")
        if data is None or values.decode(data, dict[str, bytes]) is None:
            made = resized(None, self._given(name))
            assert isinstance(made, ResizedPicture)  # noqa: S101  it was made before
            self._keep(name, made)
            data = values.encode(made.files)
        return data

    def _file(self, name: str, path: str) -> bytes:
        return (values.decode(self._packed(name), dict[str, bytes]) or {})[path]


def resized(_: None, given: PictureInput) -> ResizedPicture | PictureFault:
    """Make the sizes of one picture."""
    return resize.resized(*given)


def _flat(mentions: Iterable[MediaMention]) -> Iterator[int]:
    return (width for mention in mentions for width in mention.widths)


def _refused(name: str, fault: PictureFault, mention: MediaMention) -> Problem:
    message = Message("“{name}”: {fault}", name=name, fault=fault.message)
    return Problem(*mention.place, CODE, message, fault.hint)


def _check_addresses(
    published: Mapping[str, PublishedPicture], mentions: Mapping[str, list[MediaMention]], problems: Problems
) -> None:
    """Report pictures whose names differ in their ending alone, so that they would have the same addresses."""
    taken: dict[str, str] = {}
    for name, found in published.items():
        for path in found.digests:
            if (first := taken.setdefault(path, name)) != name:
                message = Message("its name reads like that of {first}", first=first)
                problems.add(Problem(*mentions[name][0].place, "S006", message, Message("rename the file")))
                break
