"""What was measured: many runs of each step, and their medians."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bench.processes import Cost

FLOORS: Final = {"floor": (), "floor with parallel pages": ("--both",), "floor with data, too": ("--both", "--data")}
LIKE: Final = "floor with parallel pages"
"""The floor that has the pages of an archive without downloads."""

PELICAN: Final = "Pelican, cold"
COLD, WARM, NOTHING = "cold", "warm start", "nothing changed"
WORD, TEMPLATES, SERVE = "one word changed", "all templates changed", "page under edit in serve"
PAGES, DOWNLOADS = "pages only", "all downloads"


def step(what: str, profile: str = PAGES) -> str:
    """Return the name of a step on one of the two archives."""
    return f"{what}, {profile}"


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of the seconds and the largest of the megabytes."""
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.megabytes for cost in costs),
        max(cost.worker for cost in costs),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """The costs of each step at each size.

    Attributes:
        costs: Of each number of interviews and step, in the order of the runs.
    """

    costs: dict[tuple[int, str], list[Cost]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, name: str, cost: Cost) -> None:
        """Keep the cost of a run."""
        self.costs[number, name].append(cost)

    def of(self, number: int, name: str) -> Cost | None:
        """Return the median cost of a step, or ``None`` when it was not measured."""
        found = self.costs.get((number, name))
        return median(found) if found else None

    def ratios(self, number: int, name: str, base: str) -> tuple[float | None, float | None]:
        """Return how many times the cost of another step a step costs: of the processor, on the clock."""
        one, other = self.of(number, name), self.of(number, base)
        return (one.cpu / other.cpu, one.wall / other.wall) if one and other else (None, None)

    def table(self, number: int) -> list[str]:
        """Return all figures of one size as rows of Markdown."""
        head = ["interviews", "what", "CPU", "wall", "against the floor", "against Pelican", "largest process, worker"]
        steps = [name for size, name in self.costs if size == number]
        return [f"| {' | '.join(head)} |", "|---" * len(head) + "|", *(self._row(number, name) for name in steps)]

    def _row(self, number: int, name: str) -> str:
        costs = self.costs[number, name]
        cells = [f"{number:,}", name, spread([cost.cpu for cost in costs]), spread([cost.wall for cost in costs])]
        bases = (base if costs[0].cpu and base != name else "" for base in (LIKE, PELICAN))
        cells += [_both(self.ratios(number, name, base)) for base in bases]
        cells.append(memory(median(costs)))
        return f"| {' | '.join(cells)} |"


def spread(seconds: Sequence[float]) -> str:
    """Return the median of some seconds with their range; nothing where a step has none."""
    if not any(seconds):
        return ""
    middle = f"{figure(statistics.median(seconds))} s"
    return middle if len(seconds) == 1 else f"{middle} ({figure(min(seconds))} to {figure(max(seconds))})"


def memory(cost: Cost) -> str:
    """Return the megabytes of a run: of the largest process, and of the largest worker when there is one."""
    if not cost.megabytes:
        return ""
    return f"{cost.megabytes:.0f} MB" + (f", {cost.worker:.0f} MB" if cost.worker else "")


def figure(value: float) -> str:
    """Return a figure as it is shown: three digits, but no more than two places and no fewer than the units."""
    return f"{value:,.{2 if value < 9.995 else 1 if value < 99.95 else 0}f}"  # noqa: PLR2004  where a digit is added


def _both(ratios: tuple[float | None, float | None]) -> str:
    cpu, wall = ratios
    return "" if cpu is None or wall is None else f"{figure(cpu)} × CPU, {figure(wall)} × wall"
