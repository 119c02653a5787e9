"""Translates sentences with an engine: again, with more care, where the result looks faulty or lacks a settled term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from goftogu.translation.engine import terminology
from goftogu.translation.engine.processors import SHARD
from goftogu.translation.engine.protocol import Hypothesis, Translator
from goftogu.translation.engine.terminology import Met, Terminology
from goftogu.translation.memory.entry import CUT_OFF
from goftogu.translation.quality import flags


class Checked(NamedTuple):
    """A sentence in English.

    Attributes:
        hypothesis: What the engine says.
        flags: What the checks found.
        terms: The English of terms that was put in for a placeholder.
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

    def run(self, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        """Translate one shard after the other; yield each with its number."""
        for number, shard in enumerate(shards):
            yield number, decode(self._engine, shard, self._terms)


def decode(engine: Translator, sentences: Sequence[str], terms: Terminology) -> list[Checked]:
    """Translate sentences.

    What looks faulty is decoded once more, and the better one stays. Where the English of a term is missing, a
    placeholder is tried, and then other hypotheses.

    Args:
        engine: What translates.
        sentences: Persian; each occurs once.
        terms: Their English must appear.
    """
    known = _check(engine, list(sentences), careful=False)
    again = _check(engine, [sentence for sentence, found in known.items() if found.flags], careful=True)
    known |= {sentence: min(known[sentence], found, key=_faults) for sentence, found in again.items()}
    for way in (_masked, _others):
        for sentence, found in way(engine, known, terms):
            if _is_better(sentence, found, known[sentence], terms):
                known[sentence] = found
    return [known[sentence] for sentence in sentences]


def _check(engine: Translator, wanted: list[str], *, careful: bool) -> dict[str, Checked]:
    results = zip(wanted, engine.translate(wanted, careful=careful), strict=True) if wanted else ()
    return {sentence: _checked(sentence, found) for sentence, found in results}


def _checked(sentence: str, found: Hypothesis, terms: tuple[str, ...] = ()) -> Checked:
    cut_off = [CUT_OFF] if found.cut_off else []
    return Checked(found, (*flags.of_pair(sentence, found.text), *cut_off), terms)


def _faults(checked: Checked) -> int:
    return len(checked.flags)


def _masked(engine: Translator, known: Mapping[str, Checked], terms: Terminology) -> Iterator[tuple[str, Checked]]:
    """Yield the translations with a placeholder for the first term that is missing."""
    tries = [(sentence, met, mask) for sentence, met in _lacking(known, terms) if (mask := terms.mask(sentence, met))]
    results = engine.translate([mask for *_, mask in tries]) if tries else []
    for (sentence, met, _), found in zip(tries, results, strict=True):
        if text := terminology.unmask(found.text, met):
            yield sentence, _checked(sentence, replace(found, text=text), (met.en[0],))


def _others(engine: Translator, known: Mapping[str, Checked], terms: Terminology) -> Iterator[tuple[str, Checked]]:
    """Yield other translations of what still lacks a term."""
    lacking = [sentence for sentence, _ in _lacking(known, terms)]
    results = engine.alternatives(lacking) if lacking else []
    for sentence, others in zip(lacking, results, strict=True):
        yield from ((sentence, _checked(sentence, other)) for other in others)


def _lacking(known: Mapping[str, Checked], terms: Terminology) -> Iterable[tuple[str, Met]]:
    for sentence, found in known.items():
        if lacking := terms.missing(sentence, found.hypothesis.text):
            yield sentence, lacking[0]


def _is_better(sentence: str, new: Checked, old: Checked, terms: Terminology) -> bool:
    """Tell whether a translation lacks fewer terms than another one without having more faults."""
    fewer = len(terms.missing(sentence, new.hypothesis.text)) < len(terms.missing(sentence, old.hypothesis.text))
    return fewer and len(new.flags) <= len(old.flags)
