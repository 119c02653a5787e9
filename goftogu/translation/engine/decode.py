"""Translates sentences with an engine: again, with more care, where the result looks faulty or lacks a settled term."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from goftogu.translation.engine import enforcing
from goftogu.translation.engine.processors import SHARD
from goftogu.translation.engine.protocol import Hypothesis, SentencePlace, Translator
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import CUT_OFF
from goftogu.translation.quality import flags


class Checked(NamedTuple):
    """A sentence in English.

    Attributes:
        hypothesis: What the engine says.
        flags: What the checks found.
        terms: The English of terms that the engine did not choose.
    """

    hypothesis: Hypothesis
    flags: tuple[str, ...]
    terms: tuple[str, ...] = ()


class Local:
    """Does the work in this process."""

    def __init__(self, engine: Translator, terms: Terminology, shard: int = SHARD) -> None:
        """Bind an engine, the terms that its English must have, and how many sentences it takes at once."""
        self.origin = engine.origin
        self.shard = shard
        self._engine, self._terms = engine, terms

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:
        """Let the engine know where each sentence is said."""
        self._engine.look_around(around)

    def run(self, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        """Translate one shard after the other; yield each with its number.

        Raises:
            ChatError: When a language model may not be asked, or does not answer.
        """
        if shards:
            self._engine.begin(shards)
        for number, shard in enumerate(shards):
            yield number, decode(self._engine, shard, self._terms)


def decode(engine: Translator, sentences: Sequence[str], terms: Terminology) -> list[Checked]:
    """Translate sentences.

    What looks faulty is decoded once more, and the better one stays; what was left out is never better. What lacks the
    English of a term gets it, if there is a way (:mod:`goftogu.translation.engine.enforcing`).

    Args:
        engine: What translates.
        sentences: Persian; each occurs once.
        terms: Their English must appear.
    """
    known = _check(engine, list(sentences), careful=False)
    again = _check(engine, [sentence for sentence, found in known.items() if found.flags], careful=True)
    known |= {sentence: min(known[sentence], found, key=_faults) for sentence, found in again.items()}
    enforcing.enforce(engine, known, terms)
    return [known[sentence] for sentence in sentences]


def _check(engine: Translator, wanted: list[str], *, careful: bool) -> dict[str, Checked]:
    results = zip(wanted, engine.translate(wanted, careful=careful), strict=True) if wanted else ()
    return {sentence: _checked(sentence, found) for sentence, found in results}


def _checked(sentence: str, found: Hypothesis) -> Checked:
    cut_off = [CUT_OFF] if found.cut_off else []
    return Checked(found, (*flags.of_pair(sentence, found.text), *cut_off))


def _faults(checked: Checked) -> tuple[bool, int]:
    return checked.hypothesis.left_out, len(checked.flags)
