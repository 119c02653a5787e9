"""Checks that named people, places and series are there, that series are used, and each of their parts once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, Protocol

from goftogu.content.details import Reference, SeriesPart
from goftogu.content.location import SETTINGS
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, did_you_mean

_SERIES: Final = "series.toml"


class Referring(Protocol):
    """What is known of an interview."""

    @property
    def path(self) -> str:
        """The source file."""

    @property
    def references(self) -> tuple[Reference, ...]:
        """The ids that it names."""

    @property
    def numbered(self) -> SeriesPart | None:
        """Its place in a series."""


def check(held: Collection[Referring], config: SiteConfig, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report ids that no vocabulary has, and parts that two interviews have.

    Args:
        held: The interviews, in the order of their files.
        config: Names what holds for all of them.
        vocabulary: Has the ids.
        problems: What is wrong is added.
    """
    known = {
        "people.toml": vocabulary.people,
        "places.toml": vocabulary.places,
        _SERIES: vocabulary.series,
    }
    _known(SETTINGS, config.defaults.references, known, problems)
    for interview in held:
        _known(interview.path, interview.references, known, problems)
    _parts(held, problems)
    _unused(held, vocabulary, problems)


def _known(
    path: str, references: Iterable[Reference], known: Mapping[str, Mapping[str, object]], problems: Problems
) -> None:
    for found in references:
        if found.id not in known[found.vocabulary]:
            message = Message(
                "{key} names “{id}”, which does not exist in {file}", key=found.key, id=found.id, file=found.vocabulary
            )
            near = did_you_mean(found.id, known[found.vocabulary])
            hint = near or Message("add it to content/{file}, or correct it", file=found.vocabulary)
            problems.add(Problem(path, found.line, found.column, "C007", message, hint))


def _parts(held: Iterable[Referring], problems: Problems) -> None:
    first: dict[tuple[str, int], str] = {}
    for interview in held:
        said = interview.numbered
        if said is not None and (other := first.setdefault((said.series, said.part), interview.path)) != interview.path:
            message = Message(
                "part {part} of “{series}” is {other}, too", part=said.part, series=said.series, other=other
            )
            hint = Message("give each interview of a series its own number")
            problems.add(Problem(interview.path, said.line, said.column, "C008", message, hint))


def _unused(held: Collection[Referring], vocabulary: Vocabulary, problems: Problems) -> None:
    used = {found.id for interview in held for found in interview.references if found.vocabulary == _SERIES}
    for series in vocabulary.series.values() if held else ():
        if series.id not in used:
            message = Message("no interview is in the series “{series}”", series=series.id)
            hint = Message("write series: {series} in the front matter of its interviews", series=series.id)
            problems.add(Problem(vocabulary.paths.get(_SERIES, _SERIES), series.line, 1, "V005", message, hint))
