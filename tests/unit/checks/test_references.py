"""What interviews and settings name, and the parts of a series."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from goftogu.checks import references
from goftogu.content.details import Reference, SeriesPart
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from tests import described
from tests.collecting import found_by


@dataclass(frozen=True)
class Held:
    path: str
    references: tuple[Reference, ...] = ()
    numbered: SeriesPart | None = None


def told(
    *held: Held, config: SiteConfig | None = None, vocabulary: Vocabulary | None = None, unused: bool = False
) -> list[str]:
    known = described.vocabulary() if vocabulary is None else vocabulary
    found = found_by(references.check, held, config or SiteConfig(), known)
    return [str(problem) for problem in found if unused or problem.code != "V005"]


def test_what_is_there_is_no_problem() -> None:
    named = (
        Reference("people.toml", "source.name", "irib", 1, 1),
        Reference("places.toml", "place", "rasht", 1, 1),
        Reference("series.toml", "series", "water", 1, 1),
    )
    assert told(Held("a.md", named), Held("b.md", named)) == []


def test_what_is_not_there_is_told_with_its_place_and_what_is_near() -> None:
    named = (
        Reference("people.toml", "contributors.camera", "sarah", 7, 12),
        Reference("places.toml", "place", "qom", 8, 8),
        Reference("series.toml", "series", "waters", 9, 9),
    )
    assert told(Held("a.md", named)) == [
        "a.md:7:12: C007 contributors.camera names “sarah”, which does not exist in people.toml (did you mean “sara”?)",
        "a.md:8:8: C007 place names “qom”, which does not exist in places.toml (known: rasht)",
        "a.md:9:9: C007 series names “waters”, which does not exist in series.toml (did you mean “water”?)",
    ]
    (problem,) = told(Held("a.md", named[2:]), vocabulary=Vocabulary())
    assert problem.endswith("which does not exist in series.toml (add it to content/series.toml, or correct it)")


def test_an_id_counts_in_its_own_vocabulary_only() -> None:
    (problem,) = told(Held("a.md", (Reference("places.toml", "place", "sara", 2, 8),)))
    assert "which does not exist in places.toml" in problem


def test_the_settings_are_checked_too() -> None:
    config = described.with_defaults(references=(Reference("places.toml", "defaults.place", "qom", 4, 2),))
    assert told(config=config) == [
        "content/site.toml:4:2: C007 defaults.place names “qom”, which does not exist in places.toml (known: rasht)"
    ]


def test_two_interviews_are_not_one_part() -> None:
    second = SeriesPart("water", 2, 9, 7)
    held = [
        Held("a.md", numbered=second),
        Held("b.md", numbered=replace_part(second, 3)),
        Held("c.md", numbered=second),
    ]
    assert told(*held, Held("d.md"), Held("e.md", numbered=second._replace(series="other"))) == [
        "c.md:9:7: C008 part 2 of “water” is a.md, too (give each interview of a series its own number)"
    ]
    assert told(*(dataclasses.replace(item, path=f"{item.path}2", numbered=None) for item in held)) == []


def replace_part(said: SeriesPart, part: int) -> SeriesPart:
    return said._replace(part=part)


def test_a_series_without_an_interview_is_told() -> None:
    series = dataclasses.replace(described.SERIES, line=4)
    known = dataclasses.replace(
        described.vocabulary(), series={"water": series}, paths={"series.toml": "content/series.toml"}
    )
    (problem,) = told(Held("a.md"), vocabulary=known, unused=True)
    assert problem.startswith("content/series.toml:4:1: V005 no interview is in the series “water” (write series: ")
    assert told(vocabulary=known, unused=True) == []
    named = Reference("series.toml", "series", "water", 1, 1)
    assert told(Held("a.md", (named,)), vocabulary=known, unused=True) == []
