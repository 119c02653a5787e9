"""Gives translations the settled English of names and terms that they lack.

Three ways, one after the other, for as long as something is missing:

1. Placeholders: all missing terms are masked at once; what does not come back is tried again one by one, beside those
   that did.
2. Other translations of the same text are looked through.
3. The term is translated alone. If that English is in the translation as often as the term is in the Persian, the
   settled form replaces it.

A translation is taken when it lacks fewer terms than the one before and has no more faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from goftogu.translation.engine.masking import Masked, mask
from goftogu.translation.engine.protocol import Hypothesis, Translator
from goftogu.translation.engine.terminology import Met, Terminology
from goftogu.translation.memory.entry import CUT_OFF
from goftogu.translation.quality import flags

if TYPE_CHECKING:
    from goftogu.translation.engine.decode import Checked

_SHORTEST: Final = 3
"""Letters of an English that may be replaced."""
_SAYS_NOTHING: Final = frozenset(
    "and are but did does for from had has have her him his how its not our out she that the their them then there "
    "they this was were what when where who why will with would yes you your".split()
)
"""Words that are the English of no term, even if an engine gives them for one."""
_EDGES: Final = " \t.!?,;:…\"'“”‘’()"


def enforce(engine: Translator, known: dict[str, Checked], terms: Terminology) -> None:
    """Replace translations that lack a settled form by such as lack fewer.

    Args:
        engine: What translates.
        known: The translations by sentence; it is changed.
        terms: Their English must appear.
    """
    work = _Enforcer(engine, known, terms)
    work.mask_all()
    work.mask_more()
    work.choose()
    work.edit()


class _Enforcer:
    """The translations, and what was put into each."""

    def __init__(self, engine: Translator, known: dict[str, Checked], terms: Terminology) -> None:
        self._engine, self._known, self._terms = engine, known, terms
        self._put: dict[str, tuple[Met, ...]] = {}
        self._tried: set[tuple[str, str]] = set()

    def mask_all(self) -> None:
        """Mask all missing terms at once."""
        self._mask({sentence: tuple(lacking) for sentence, lacking in self._lacking()})

    def mask_more(self) -> None:
        """Mask one more term beside those that came back, until none is left that was not tried."""
        while tries := {
            sentence: more for sentence, lacking in self._lacking() if (more := self._more(sentence, lacking))
        }:
            self._mask(tries)

    def choose(self) -> None:
        """Look through other translations."""
        texts = {sentence: self._masked(sentence, self._put.get(sentence, ())) for sentence, _ in self._lacking()}
        asked = [found.text if found else sentence for sentence, found in texts.items()]
        results = self._engine.alternatives(asked) if asked else []
        for (sentence, masked), others in zip(texts.items(), results, strict=True):
            for other in others:
                text = masked.unmask(other.text) if masked else other.text
                self._offer(sentence, replace(other, text=text), self._put.get(sentence, ()))

    def edit(self) -> None:
        """Replace what the engine calls a term when it is alone."""
        lacking = dict(self._lacking())
        names = list(dict.fromkeys(s[met.start : met.end] for s, missing in lacking.items() for met in missing))
        alone = self._alone(names)
        for sentence, missing in lacking.items():
            for met in missing:
                self._replace(sentence, met, alone.get(sentence[met.start : met.end], ""))

    def _lacking(self) -> Iterable[tuple[str, list[Met]]]:
        for sentence, found in list(self._known.items()):
            if missing := self._terms.missing(sentence, found.hypothesis.text):
                yield sentence, missing

    def _more(self, sentence: str, lacking: Sequence[Met]) -> tuple[Met, ...]:
        put = self._put.get(sentence, ())
        for met in lacking:
            masked = self._masked(sentence, (*put, met))
            if masked is not None and (sentence, masked.text) not in self._tried:
                return (*put, met)
        return ()

    def _masked(self, sentence: str, wanted: Sequence[Met]) -> Masked | None:
        return mask(sentence, wanted, self._terms) if wanted else None

    def _mask(self, tries: Mapping[str, tuple[Met, ...]]) -> None:
        masks = {sentence: hidden for sentence, wanted in tries.items() if (hidden := self._masked(sentence, wanted))}
        results = self._engine.translate([found.text for found in masks.values()]) if masks else []
        for (sentence, masked), found in zip(masks.items(), results, strict=True):
            self._tried.add((sentence, masked.text))
            put = tuple(met for met in tries[sentence] if met.en[0] in masked.english)
            self._offer(sentence, replace(found, text=masked.unmask(found.text)), put)

    def _alone(self, names: Sequence[str]) -> Mapping[str, str]:
        results = self._engine.translate(names) if names else []
        return {name: found.text.strip(_EDGES) for name, found in zip(names, results, strict=True)}

    def _replace(self, sentence: str, met: Met, english: str) -> None:
        now = self._known[sentence]
        count = sum(other.en == met.en for other in self._terms.met(sentence))
        if len(english) < _SHORTEST or _SAYS_NOTHING.issuperset(english.lower().split()):
            return
        finds = re.compile(rf"\b{re.escape(english)}\b", re.IGNORECASE)
        text, found = finds.subn(lambda _: met.en[0], now.hypothesis.text)
        if found == count:
            self._offer(sentence, replace(now.hypothesis, text=text), (*self._put.get(sentence, ()), met))

    def _offer(self, sentence: str, found: Hypothesis, put: tuple[Met, ...]) -> None:
        """Take a translation if it is better than the one that is there."""
        old = self._known[sentence]
        cut_off = (CUT_OFF,) if found.cut_off else ()
        told = (*flags.of_pair(sentence, found.text), *cut_off)
        names = tuple(dict.fromkeys(met.en[0] for met in put))
        new = old._replace(hypothesis=found, flags=told, terms=names)
        if found.text and self._count(sentence, new) < self._count(sentence, old) and len(told) <= len(old.flags):
            self._known[sentence], self._put[sentence] = new, put

    def _count(self, sentence: str, found: Checked) -> int:
        return len(self._terms.missing(sentence, found.hypothesis.text))
