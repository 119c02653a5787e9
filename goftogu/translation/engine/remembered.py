"""The English of sentences that an engine has translated before, in any interview and any run.

It is in the cache, under a digest of the engine, the sentence and the settled terms in it. It may be deleted:
then the engine is asked again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from goftogu.content import characters
from goftogu.storage.cache import Cache
from goftogu.translation.engine.decode import Checked
from goftogu.translation.engine.terminology import Terminology

FOLDER: Final = Path(".cache/translation/sentences")
"""Where it is kept, below the project's folder."""

_SCHEME: Final = "1"
"""Another one forgets everything: for a change of how sentences are translated."""


class SentenceMemory:
    """The sentences that one engine has translated."""

    def __init__(self, folder: Path, engine: str, terms: Terminology) -> None:
        """Begin to ask.

        Args:
            folder: Of the cache.
            engine: The origin of the engine, and what else its English depends on.
            terms: What is settled.
        """
        self._folder, self._engine, self._terms = folder, engine, terms

    def recall(self, sentences: Iterable[str]) -> dict[str, Checked]:
        """Return what is known of some sentences."""
        with Cache(self._folder) as cache:
            found = ((sentence, cache.take(self._name(sentence), Checked)) for sentence in sentences)
            return {sentence: known for sentence, known in found if known is not None and _is_sound(known)}

    def keep(self, found: Mapping[str, Checked]) -> None:
        """Keep the English of sentences."""
        with Cache(self._folder) as cache:
            for sentence, known in found.items():
                cache.keep(self._name(sentence), known)

    def _name(self, sentence: str) -> str:
        terms = [(sentence[met.start : met.end], *met.en) for met in self._terms.met(sentence)]
        said = repr((_SCHEME, self._engine, sentence, terms))
        return f"sentence-{hashlib.blake2b(said.encode(errors='surrogatepass'), digest_size=20).hexdigest()}"


def _is_sound(known: Checked) -> bool:
    """Tell whether an English from the cache is such as an engine may give."""
    text = known.hypothesis.text
    return "\n" not in text and not characters.fault_of_value(text)
