"""The families of models that a converted folder may hold: how each splits a sentence, and which tokens it needs.

A folder is what ``ct2-transformers-converter`` or ``ct2-opus-mt-converter`` of CTranslate2 leaves, with the files of
SentencePiece beside it. The vocabulary tells the family, because each names its languages in its own way:

======== ============================ ==================================== ==========================
family   a sentence is given as       its English begins with              files of the pieces
======== ============================ ==================================== ==========================
NLLB     ``pes_Arab`` … ``</s>``      ``eng_Latn``                         ``sentencepiece.bpe.model``
M2M-100  ``__fa__`` … ``</s>``        ``__en__``                           ``sentencepiece.bpe.model``
MADLAD   ``<2en>`` … ``</s>``                                              ``spiece.model``
OPUS-MT  (``>>eng<<``) … ``</s>``                                          ``source.spm``, ``target.spm``
======== ============================ ==================================== ==========================

The tokens are those of the tokenizers of Transformers for these models; those of MADLAD are in its paper, too. OPUS-MT
needs ``>>eng<<`` only where a model translates into several languages.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.translation.engine.modelled import Manner

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

END: Final = "</s>"
_SHARED: Final = ("sentencepiece.bpe.model", "spiece.model", "sentencepiece.model", "spm.model")


@dataclass(frozen=True, slots=True)
class Family:
    """A family of models.

    Attributes:
        name: Its name.
        tokens: Those by which its vocabulary is known.
        manner: How its models are asked.
        spoken: What stands before a sentence as part of its text.
        files: The files with the pieces of either language, by preference; each a pair of Persian and English.
    """

    name: str
    tokens: frozenset[str] = frozenset()
    manner: Manner = field(default_factory=Manner)
    spoken: str = ""
    files: tuple[tuple[str, str], ...] = tuple((name, name) for name in _SHARED)

    def find(self, folder: Path) -> tuple[Path, Path] | None:
        """Return the files with the pieces, or ``None`` when they are not in a folder."""
        pairs = ((folder / source, folder / target) for source, target in self.files)
        return next((pair for pair in pairs if all(path.is_file() for path in pair)), None)


_OPUS: Final = Family("OPUS-MT", files=(("source.spm", "target.spm"),), manner=Manner(after=(END,)))

FAMILIES: Final = (
    Family("NLLB", frozenset({"pes_Arab", "eng_Latn"}), Manner(("pes_Arab",), (END,), "eng_Latn")),
    Family("M2M-100", frozenset({"__fa__", "__en__"}), Manner(("__fa__",), (END,), "__en__")),
    Family("MADLAD", frozenset({"<2en>"}), Manner(after=(END,)), spoken="<2en> "),
    Family("OPUS-MT", frozenset({">>eng<<"}), Manner((">>eng<<",), (END,)), files=_OPUS.files),
)
"""The families that are known by their vocabulary. An OPUS-MT model into English alone is known by its files."""


def recognised(vocabulary: Collection[str], folder: Path) -> Family | None:
    """Return the family of a model.

    Args:
        vocabulary: The pieces of its source.
        folder: Where it is.
    """
    known = (family for family in FAMILIES if family.tokens.issubset(vocabulary))
    return next(known, _OPUS if _OPUS.find(folder) else None)


class Pieces:
    """Splits Persian and joins English with SentencePiece."""

    def __init__(self, source: SentencePieceProcessor, target: SentencePieceProcessor, spoken: str) -> None:
        """Bind the pieces of either language, and what stands before a sentence as part of its text."""
        self._source, self._target, self._spoken = source, target, spoken

    def encode(self, sentence: str) -> list[str]:
        """Return the pieces of a sentence."""
        return list(self._source.encode(f"{self._spoken}{sentence}", out_type=str))

    def decode(self, tokens: list[str]) -> str:
        """Return the text of pieces."""
        return str(self._target.decode_pieces(tokens))
