"""The table of contents of the program: read all, check all, render all, and only then publish."""

from __future__ import annotations

import functools
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu import terminal
from goftogu.problems import Problems
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Stamps, listing
from goftogu.storage.staging import Result, Stage
from goftogu.translation.memory.entry import State
from goftogu.translation.packages import installed

if TYPE_CHECKING:
    from goftogu.build.project import Project
    from goftogu.pages.render import Renderer
    from goftogu.translation.memory.store import Request

CACHE: Final = ".cache/build"
"""Where a project keeps what its builds have found out."""

_PACKAGED_TEMPLATES: Final = Path(__file__).parents[1] / "_templates"
_INPUTS: Final = ("content", "templates")
_PASSING: Final = frozenset({"W006", "W011"})
"""What the next build of the same things would not say again."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about a build.

    Attributes:
        root: The project's folder.
        output: The folder of the site.
        packages: Folder of the translation packages, or ``None`` for the usual ones.
        offline: Never use the network.
        strict: Warnings forbid publishing, too.
        write: Publish, and keep new translations; without it nothing is written.
        url: Address of the published site with ``/`` at its end, instead of that of ``site.toml``; empty to keep that.
    """

    root: Path
    output: Path
    packages: Path | None = None
    offline: bool = False
    strict: bool = False
    write: bool = True
    url: str = ""


@dataclass(slots=True)
class Report:
    """What a build found and did.

    Attributes:
        problems: In the order of the stages.
        interviews: How many interviews the site has.
        turns: How many turns they have.
        states: How many paragraphs are in each state of translation.
        result: What was published; ``None`` when nothing was.
        site: Stands for all files of the published site.
        settled: True when the next build can go by this report, as long as nothing changes.
        packages: What lay in the folders of translation packages, when an engine would have had something to do.
    """

    problems: Problems = field(default_factory=Problems)
    interviews: int = 0
    turns: int = 0
    states: Counter[State] = field(default_factory=Counter)
    result: Result | None = None
    site: str = ""
    settled: bool = False
    packages: Mapping[Path, list[str]] = field(default_factory=dict)

    def summary(self, *, failed: bool) -> Iterator[str]:
        """Yield lines that tell the person at the keyboard how it went."""
        counted = terminal.count_problems(self.problems)
        if failed:
            if self.result is not None and self.result.torn:
                yield f"publishing was stopped: {counted}; some pages may be new and others old until the next build"
            else:
                yield f"nothing was published: {counted}; the site is as it was"
            return
        english = ", ".join(f"{count:,} {state.value}" for state, count in self.states.items() if count) or "none"
        held = f"{terminal.plural(self.interviews, 'interview')}, {terminal.plural(self.turns, 'turn')}"
        yield f"{held}; paragraphs in English: {english}"
        if self.result is not None:
            changed = f"{len(self.result.written):,} written, {self.result.unchanged:,} unchanged"
            yield f"{changed}, {len(self.result.removed):,} removed" + (f"; {counted}" if counted else "")


def build(options: Options) -> Report:
    """Build the site, or only check it.

    Args:
        options: See :class:`Options`.

    Returns:
        What was found and done. With an error among the problems the published site is untouched.
    """
    with Cache(options.root / CACHE) as cache:
        stamps = Stamps(cache, options.root)
        with (
            Stage(options.output, Problems(), Stamps(cache, options.output))
            if options.write
            else nullcontext() as stage
        ):
            receipt = _receipt(options, stamps)
            report = _unchanged(cache, receipt, stage)
            if report is None:
                report = _make(options, cache, stamps, stage)
                if report.settled:
                    cache.put(receipt, pickle.dumps(report, pickle.HIGHEST_PROTOCOL))
                    cache.prune()
        stamps.save()
    return report


def _receipt(options: Options, stamps: Stamps) -> str:
    """Name all that a build depends on."""
    files = [path for folder in _INPUTS for path in listing(str(options.root), folder)]
    return caches.key("receipt", repr(options), *(f"{path} {stamps.first(path)}" for path in files))


def _unchanged(cache: Cache, receipt: str, stage: Stage | None) -> Report | None:
    """Return the report of a build of the same things, when the site is still as that build has left it."""
    said = cache.get(receipt)
    if said is None or stage is None:
        return None
    report: Report = pickle.loads(said)  # noqa: S301  the checksum of the cache shows that it is our own
    if report.result is None or report.packages != _packages(report.packages) or not stage.stands(report.site):
        return None
    report.result = Result(unchanged=report.result.unchanged + len(report.result.written))
    return report


def _make(options: Options, cache: Cache, stamps: Stamps, stage: Stage | None) -> Report:
    from goftogu.build.artifacts import Press  # noqa: PLC0415
    from goftogu.build.composition import Composition  # noqa: PLC0415  not needed when nothing has changed
    from goftogu.build.project import Project  # noqa: PLC0415
    from goftogu.edition import messages  # noqa: PLC0415

    project = Project(options.root, cache, stamps, options.url)
    project.fill(_request(options, project))
    project.check(options.output)
    turns = sum(len(card.anchors.turns) for card in project.cards)
    report = Report(project.problems, len(project.cards), turns, project.states)
    if not _may_go_on(report, options):
        return report
    folders = [folder for folder in (options.root / "templates", _PACKAGED_TEMPLATES) if folder.is_dir()]
    compiled = caches.key("templates")
    cache.spare(compiled)
    renderer = functools.cache(partial(_renderer, folders, cache, compiled))
    press = Press(cache, project.config.url, stage)
    for sheet in Composition(project, folders, renderer).sheets():
        press.run(sheet)
    report.problems.extend([*messages.find(folders, cache)[1], *press.problems(project.origin)])
    if stage is not None:
        if _may_go_on(report, options):
            report.result, report.site = stage.commit(), stage.site()
        report.problems.extend(stage.problems)
        _settle(options, project, report)
    return report


def _renderer(folders: Sequence[Path], cache: Cache, compiled: str) -> Renderer:
    from goftogu.pages.render import Renderer  # noqa: PLC0415  costs time, and a build may find every page in the cache

    return Renderer(folders, cache, compiled)


def _settle(options: Options, project: Project, report: Report) -> None:
    """Decide whether the next build may go by a report: it would find the same, and fetch no package."""
    offline = options.offline or project.config.offline
    passing = any(problem.code in _PASSING for problem in report.problems)
    published = report.result is not None and _may_go_on(report, options)
    report.settled = published and not passing and (offline or not project.gaps)
    if project.gaps:
        chosen = options.packages or project.config.packages_folder(options.root)
        report.packages = _packages(installed.folders(options.root, chosen))


def _packages(folders: Iterable[Path]) -> dict[Path, list[str]]:
    return {folder: sorted(listing(str(folder), "")) for folder in folders}


def _request(options: Options, project: Project) -> Request:
    from goftogu.translation.engine.workers import Means  # noqa: PLC0415
    from goftogu.translation.memory.store import Request, Use  # noqa: PLC0415

    fill = options.write and not project.problems.has_errors(strict=options.strict)
    config = project.config
    means = Means(options.packages or config.packages_folder(options.root), not (options.offline or config.offline))
    return Request(Use.FILL if fill else Use.READ, means)


def _may_go_on(report: Report, options: Options) -> bool:
    return not report.problems.has_errors(strict=options.strict)
