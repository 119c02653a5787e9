"""The targets, and the table that tells which are met."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bench.figures import COLD, DOWNLOADS, LIKE, NOTHING, PAGES, PELICAN, SERVE, WORD, Figures, figure, step
from bench.growth import LARGE, SMALL, Growth

LARGER: Final = 5_000
NOT_MEASURED: Final = "not measured"


@dataclass(frozen=True, slots=True)
class Target:
    """A figure and what it may be at most.

    Attributes:
        value: The figure; ``None`` when it was not measured.
        most: The target.
        unit: Of both.
        subject: Tells it from the other figures of the row.
    """

    value: float | None
    most: float
    unit: str
    subject: str = ""

    @property
    def measured(self) -> str:
        """The figure as it is shown."""
        return NOT_MEASURED if self.value is None else f"{figure(self.value)} {self.unit}"

    @property
    def limit(self) -> str:
        """The target as it is shown."""
        return f"≤ {self.most:g} {self.unit}"

    @property
    def verdict(self) -> str:
        """Whether the figure, as it is shown, meets the target."""
        if self.value is None:
            return NOT_MEASURED
        return "met" if float(figure(self.value).replace(",", "")) <= self.most else "**missed**"


def table(figures: Figures, growth: Growth | None) -> list[str]:
    """Return the table in Markdown."""
    rows = (_row(what, list(targets)) for what, targets in _rows(figures, growth))
    return ["| what | measured | target | met |", "|---|---|---|---|", *rows]


def _rows(figures: Figures, growth: Growth | None) -> Iterator[tuple[str, Iterable[Target]]]:
    ratios = figures.ratios(300, step(COLD), LIKE)
    yield "cold, pages only, 300 interviews, against the floor with parallel pages", _times(ratios, 14, 8)
    ratios = figures.ratios(SMALL, step(COLD), PELICAN)
    yield "cold, pages only, 1,000, against Pelican 4.12 with i18n-subsites", _times(ratios, 1, 0.6)
    ratios = figures.ratios(SMALL, step(COLD, DOWNLOADS), step(COLD))
    yield "cold, all downloads, 1,000, against pages only", _times(ratios, 1.5, 1.5)
    waits = [Target(_wall(figures, size, SERVE), 0.5, "s wall", f"{size:,} in serve") for size in (SMALL, LARGER)]
    yield "one word changed, 1,000 / 5,000; in `serve`, until the page is new", [*_cpu(figures, WORD, 1, 3.5), *waits]
    yield "nothing changed, 1,000 / 5,000", _cpu(figures, NOTHING, 0.11, 0.31)
    sizes = ((SMALL, 110), (LARGER, 180))
    peaks = [Target(_largest(figures, size), most, "MB", f"{size:,}") for size, most in sizes]
    yield "memory of the largest process, cold, 1,000 / 5,000", peaks
    grown = (growth.cpu, growth.wall) if growth else (None, None)
    yield f"growth, cold, pages only, {SMALL:,} → {LARGE:,}", _times(grown, 11, 11)


def _row(what: str, targets: list[Target]) -> str:
    verdicts = [target.verdict for target in targets]
    told = (f"{target.subject} {verdict}" for target, verdict in zip(targets, verdicts, strict=True))
    verdict = verdicts[0] if len(set(verdicts)) == 1 else ", ".join(told)
    measured = " / ".join(target.measured for target in targets)
    return f"| {what} | {measured} | {' / '.join(target.limit for target in targets)} | {verdict} |"


def _times(ratios: tuple[float | None, float | None], cpu: float, wall: float) -> list[Target]:
    return [Target(ratios[0], cpu, "× CPU", "CPU"), Target(ratios[1], wall, "× wall", "wall")]


def _cpu(figures: Figures, what: str, small: float, large: float) -> list[Target]:
    pairs = ((SMALL, small), (LARGER, large))
    found = ((size, most, figures.of(size, step(what))) for size, most in pairs)
    return [Target(cost.cpu if cost else None, most, "s CPU", f"{size:,}") for size, most, cost in found]


def _wall(figures: Figures, size: int, what: str) -> float | None:
    cost = figures.of(size, step(what))
    return cost.wall if cost else None


def _largest(figures: Figures, size: int) -> float | None:
    """Return the megabytes of the largest process, with or without downloads."""
    costs = [figures.of(size, step(COLD, profile)) for profile in (PAGES, DOWNLOADS)]
    return max((cost.megabytes for cost in costs if cost), default=None)
