"""The files of the search that hold words: which there are, what each is made of, and how it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from goftogu.build.artifacts import Files, Sheet
from goftogu.model import Language
from goftogu.search import documents
from goftogu.search.postings import BUCKETS, Posting, Postings
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache


class WordFiles:
    """The words of one language, in one file while the archive is small, else in files by their first letters."""

    def __init__(self, cache: Cache, language: Language, postings: Postings) -> None:
        """Prepare to plan.

        Args:
            cache: Keeps the sizes of the files.
            language: The language of the words.
            postings: The words of all documents.
        """
        self._cache = cache
        self._language = language
        self._postings = postings

    def sheets(self) -> Iterator[Sheet]:
        """Yield the files."""
        names = [caches.key("words", self._language, self._postings.name(bucket)) for bucket in range(BUCKETS)]
        sizes = [self._cache.recall(f"{name}-sizes", partial(self._sizes, bucket)) for bucket, name in enumerate(names)]
        prefixes = [prefix for found in sizes for prefix in found]
        if sum(size for found in sizes for size in found.values()) <= documents.LARGEST:
            prefixes = [""]
            yield Sheet(caches.key("words", *names), self._whole)
        else:
            yield from (Sheet(name, partial(self._part, bucket)) for bucket, name in enumerate(names) if sizes[bucket])
        key = caches.key("words", self._language, str(self._postings.count), *prefixes)
        yield Sheet(key, lambda: [documents.start(self._language, self._postings.count, sorted(prefixes))])

    def _sizes(self, bucket: int) -> dict[str, int]:
        """Return the sizes of the files of a bucket, by the letters with which their words begin."""
        return {prefix: documents.size(part) for prefix, part in self._divided(bucket).items()}

    def _divided(self, bucket: int) -> Mapping[str, Sequence[Posting]]:
        return documents.divided(self._postings.find(bucket))

    def _part(self, bucket: int) -> Files:
        return documents.files(self._language, self._divided(bucket))

    def _whole(self) -> Files:
        found = sorted(posting for bucket in range(BUCKETS) for posting in self._postings.find(bucket))
        return documents.files(self._language, {"": found})
