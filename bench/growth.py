"""How the cost of a cold build grows with the archive, and what follows for an archive too large to measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bench.figures import figure
from bench.processes import Cost

SMALL: Final = 1_000
LARGE: Final = 10_000
HUGE: Final = 100_000

MACHINES: Final = 10
_HOUR: Final = 3600
_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class Growth:
    """A cold build of a small archive and of one ten times as large.

    Attributes:
        small: The cost of the small one.
        large: The cost of the large one.
        cores: How many processors the machine has.
    """

    small: Cost
    large: Cost
    cores: int

    @property
    def cpu(self) -> float:
        """How many times the seconds of the processor the large archive costs."""
        return self.large.cpu / self.small.cpu

    @property
    def wall(self) -> float:
        """How many times the seconds on the clock it costs."""
        return self.large.wall / self.small.wall

    def huge(self) -> Cost:
        """Return what an archive ten times larger again would cost on this machine, if the growth went on."""
        megabytes = self.large.megabytes**2 / self.small.megabytes
        return Cost(self.large.cpu * self.cpu, self.large.wall * self.wall, megabytes)

    def on_machines(self, machines: int) -> float:
        """Return the seconds on the clock that :meth:`huge` would take with the processors of several machines.

        Only what the build does on all processors at once gets faster. How much that is follows from the seconds of
        the processor and on the clock: what runs at once uses all processors, the rest uses one. The way between the
        machines is not counted.
        """
        cost = self.huge()
        shared = at_once(cost, self.cores)
        return cost.wall - shared / self.cores + shared / (self.cores * machines)

    def outlook(self) -> str:
        """Return what follows, as a paragraph."""
        cost = self.huge()
        machine = f"a machine of {self.cores} core{'s' * (self.cores > 1)}"
        return (
            f"If the growth goes on, {HUGE:,} interviews cost {duration(cost.cpu)} of the processor: "
            f"{duration(cost.wall)} on {machine}, {duration(self.on_machines(MACHINES))} on {MACHINES} such machines, "
            f"and {cost.megabytes:,.0f} MB in the largest process. "
            f"{at_once(cost, self.cores) / cost.cpu:.0%} of the work is done on all processors at once."
        )


def at_once(cost: Cost, cores: int) -> float:
    """Return the seconds of the processor that were spent on all processors at once.

    With ``rest`` on one processor and ``shared`` on all, ``cpu = rest + shared`` and ``wall = rest + shared / cores``.
    """
    if cores == 1:
        return 0.0
    return min(max((cost.cpu - cost.wall) * cores / (cores - 1), 0.0), cost.cpu)


def duration(seconds: float) -> str:
    """Return seconds in the unit that a person would use."""
    if seconds >= 2 * _HOUR:
        return f"{figure(seconds / _HOUR)} h"
    return f"{figure(seconds / _MINUTE)} min" if seconds >= 2 * _MINUTE else f"{figure(seconds)} s"
