"""Where each sentence of a run is said: what an engine that looks at neighbours is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from goftogu.conventions import withheld
from goftogu.translation.engine.lifting import Lifted
from goftogu.translation.engine.protocol import SentencePlace
from goftogu.translation.memory.memory import Unit

if TYPE_CHECKING:
    from goftogu.translation.engine.fill import Job

_BEFORE: Final = 2
_AFTER: Final = 1
_LONGEST: Final = 600
"""Letters of a neighbour that are shown, those next to the sentence."""


class Spoken(NamedTuple):
    """A paragraph that is to be translated: its interview, all units of that, itself, and its sentences."""

    interview: str
    units: Sequence[Unit]
    unit: Unit
    sentences: Sequence[str]


def spoken(job: Job, unit: Unit, shape: Iterable[Iterable[Lifted]]) -> Spoken:
    """Return a paragraph with its sentences.

    Args:
        job: The interview.
        unit: The paragraph.
        shape: Its sentences, line by line.
    """
    return Spoken(job.memory.name, job.units, unit, [part.sentence for line in shape for part in line])


class Surroundings:
    """Finds the paragraph of a sentence, the first one where it occurs in several, with its neighbours."""

    def __init__(self, spoken: Callable[[], Iterable[Spoken]]) -> None:
        """Bind what lists the paragraphs; nothing is listed before an engine asks."""
        self._spoken = spoken

    def __call__(self, sentence: str) -> SentencePlace | None:
        """Return where a sentence is said; ``None`` for one that is in no paragraph, such as one with a placeholder."""
        found = self._places.get(sentence)
        return None if found is None else _passage(*found)

    @cached_property
    def _places(self) -> dict[str, tuple[Spoken, int]]:
        places: dict[str, tuple[Spoken, int]] = {}
        numbers: dict[str, dict[str, int]] = {}
        for spoken in self._spoken():
            if spoken.interview not in numbers:
                numbers[spoken.interview] = {unit.id: at for at, unit in enumerate(spoken.units)}
            for sentence in spoken.sentences:
                places.setdefault(sentence, (spoken, numbers[spoken.interview][spoken.unit.id]))
        return places


def _passage(spoken: Spoken, number: int) -> SentencePlace:
    before = tuple(_shown(unit)[-_LONGEST:] for unit in spoken.units[max(number - _BEFORE, 0) : number])
    after = tuple(_shown(unit)[:_LONGEST] for unit in spoken.units[number + 1 : number + 1 + _AFTER])
    return SentencePlace(spoken.interview, number, before, after)


def _shown(unit: Unit) -> str:
    return " ".join(withheld.without(unit.source).split())
