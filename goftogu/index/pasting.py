"""Entries of a vocabulary to paste: whole where their English is known, and comments where the editor must write it.

A comment changes nothing in a build, so that all of a list can be pasted as it is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from goftogu.content.vocabulary import Vocabulary
from goftogu.persian.folding import fold_split

_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")


def quoted(text: str) -> str:
    """Write a text for TOML."""
    return json.dumps(text, ensure_ascii=False)


class Pasting:
    """Writes entries one by one, each under an id of its own."""

    def __init__(
        self, vocabulary: Vocabulary, kind: str, english: Iterable[tuple[str, str]] = (), *, translated: bool
    ) -> None:
        """Take what is known.

        Args:
            vocabulary: Has the ids that are taken, and the glossary.
            kind: Begins the ids of entries that have no English: ``heading`` or ``person``.
            english: Short Persian texts of the archive with their English.
            translated: False for an archive in Persian alone, whose entries have no English.
        """
        self.translated = translated
        self._taken = {*vocabulary.topics, *vocabulary.people, *vocabulary.places}
        self._kind = kind
        self._english = {fold_split(persian): said for persian, said in english}
        self._english |= {fold_split(persian): term.en[0] for persian, term in vocabulary.glossary.items() if term.en}
        self._number = 0

    def english(self, persian: str) -> str:
        """Return the English of a term or a name; empty when nobody knows it."""
        return self._english.get(fold_split(persian), "")

    def entry(self, about: Sequence[str], keys: Mapping[str, str], english: str) -> str:
        """Write an entry.

        Args:
            about: Comments above it.
            keys: The keys with their values, as TOML.
            english: Its English, or empty; then it is a comment.
        """
        self._number += 1
        name = self._id(english) or f"{self._kind}-{self._number}"
        self._taken.add(name)
        body = [f"[{name}]", *(f"{key} = {value}" for key, value in keys.items())]
        shown = body if english else [f"# {line}" for line in body]
        return "\n".join([*(f"## {line}" for line in about), *shown, ""])

    def _id(self, english: str) -> str:
        """Return an id that nobody has."""
        plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode().lower()
        base = _NOT_OF_AN_ID.sub("-", plain).strip("-")
        others = (f"{base}-{number}" for number in range(2, len(self._taken) + 3))
        return next(name for name in (base, *others) if name not in self._taken) if base else ""
