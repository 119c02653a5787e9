"""Files of the whole archive that are one piece for each interview, one after the other.

Such a file may be large, and one more word in an answer changes a few bytes of it. So a piece is made when its
interview is indexed, and kept beside it; when one has changed, the file is written piece by piece. Nobody holds all of
it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.files import Poured
from goftogu.storage.staging import Stage

if TYPE_CHECKING:
    from goftogu.build.artifacts import Ref

_FAST: Final = 1


class JoinedFile(NamedTuple):
    """A file that is made of pieces.

    Attributes:
        path: Where it goes.
        head: What is before the first piece.
        pieces: The pieces, packed.
        tail: What is after the last one.
    """

    path: str
    head: bytes
    pieces: tuple[Ref, ...]
    tail: bytes

    def key(self) -> str:
        """Return the digest of all that it is made of."""
        return caches.key("joined", self.path, self.head, b"".join(ref.digest for ref in self.pieces), self.tail)

    def content(self) -> Iterator[bytes]:
        """Yield its bytes, piece by piece."""
        yield self.head
        for ref in self.pieces:
            yield unpacked(ref.load())
        yield self.tail


def packed(piece: bytes) -> bytes:
    """Return a piece as it is kept."""
    return values.encode(zlib.compress(piece, _FAST))


def unpacked(kept: bytes) -> bytes:
    """Return a piece from what :func:`packed` has made."""
    return zlib.decompress(values.decode(kept, bytes) or b"")


def write(file: JoinedFile, cache: Cache, stage: Stage) -> Poured | None:
    """Stage a file, or take over the one that is published already; ``None`` when it was not taken.

    Args:
        file: The file.
        cache: Knows what became of it in earlier builds.
        stage: Takes it.
    """
    key = file.key()
    known = cache.take(key, Poured)
    if known is not None and stage.has(file.path, known.digest):
        stage.keep(file.path)
        return known
    made = stage.join(file.path, file.content())
    if made is not None:
        cache.keep(key, made)
    return made
