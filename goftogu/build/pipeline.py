"""The table of contents of the program: read all, check all, render all, and only then publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from goftogu import terminal
from goftogu.build import templates
from goftogu.locale.message import Message, plural
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints, everything, listing
from goftogu.storage.staging import Result, Stage
from goftogu.translation.engine.processors import AS_THERE_ARE, Processors
from goftogu.translation.memory.entry import STATES, State

CACHE: Final = ".cache/build"
"""Where a project keeps the results of its builds."""

_INPUTS: Final = ("content", "templates")

PagesOf = Callable[[Iterable[Path]], Mapping[str, bytes]]
"""Makes the pages of the interviews whose files have changed, by path, without the rest of the site."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about a build.

    Attributes:
        root: The project's folder.
        output: The folder of the site.
        offline: Never use the network; without it a package is downloaded when one is needed and none is installed.
        url: Address of the published site with ``/`` at its end, instead of that of ``site.toml``; empty to keep that.
        strict: Warnings prevent publishing, too.
        write: Publish, and keep new translations; without it nothing is written.
        jobs: How many processes work; 0 for one for each processor.
        scheduler: Address of the scheduler of a Dask cluster that works in their place, or empty.
        packages: Folder of the translation packages, or ``None`` for the usual ones.
        preview: Is given what makes pages of an edit from what this build knows of the archive; or nothing.
        drafts: Show drafts, too.
        processors: What an engine may use of the machine, instead of what ``site.toml`` says.
        published: Ids of turns that are published, by the id of their interview, beside those that the project keeps.
    """

    root: Path
    output: Path
    offline: bool
    url: str
    strict: bool
    write: bool
    jobs: int
    scheduler: str
    packages: Path | None = None
    preview: Callable[[PagesOf], None] | None = None
    drafts: bool = False
    processors: Processors = AS_THERE_ARE
    published: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(slots=True)
class BuildReport:
    """What a build found and what it did.

    Attributes:
        problems: In the order of the stages.
        interviews: How many interviews the site has.
        turns: How many turns they have.
        states: How many paragraphs are in each state of translation; empty in an archive in Persian alone.
        result: What was published; ``None`` when nothing was.
        site: Digest of the manifest of the published site.
        settled: True when the next build can reuse this report if nothing has changed.
        packages: What was in the folders of translation packages, when there was something left to translate.
    """

    problems: Problems = field(default_factory=Problems)
    interviews: int = 0
    turns: int = 0
    states: Counter[State] = field(default_factory=lambda: Counter(dict.fromkeys(State, 0)))
    result: Result | None = None
    site: str = ""
    settled: bool = False
    packages: Mapping[Path, list[str]] = field(default_factory=dict)

    def summary(self, *, failed: bool) -> Iterator[Message]:
        """Yield lines that tell the person at the keyboard how it went."""
        counted = terminal.count_problems(self.problems)
        if failed:
            if self.result is not None and self.result.torn:
                yield Message(
                    "publishing was stopped: {problems}; some pages may be new and others old until the next build",
                    problems=counted,
                )
            else:
                yield Message("nothing was published: {problems}; the site is as it was", problems=counted)
            return
        yield self._held()
        if self.result is not None:
            changed = Message(
                "{written:,} written, {unchanged:,} unchanged, {removed:,} removed",
                written=len(self.result.written),
                unchanged=self.result.unchanged,
                removed=len(self.result.removed),
            )
            yield Message("{files}; {problems}", files=changed, problems=counted) if counted else changed

    def _held(self) -> Message:
        interviews, turns = plural(self.interviews, "interview"), plural(self.turns, "turn")
        if not self.states:
            return Message("{interviews}, {turns}; Persian alone", interviews=interviews, turns=turns)
        english = [STATES[state].of(count=count) for state, count in self.states.items() if count]
        return Message(
            "{interviews}, {turns}; paragraphs in English: {english}",
            interviews=interviews,
            turns=turns,
            english=english or [Message("none")],
        )


class _Receipt(NamedTuple):
    """The part of a report that is kept, under a digest of all that the build was given."""

    problems: list[Problem]
    interviews: int
    turns: int
    states: dict[State, int]
    files: int
    site: str
    packages: dict[str, list[str]]


def build(options: Options) -> BuildReport:
    """Build the site, or only check it.

    Args:
        options: See :class:`Options`.

    Returns:
        What was found and done. With an error among the problems the published site is untouched.
    """
    with Cache(options.root / CACHE) as cache:
        known, told = Fingerprints(cache, options.root), Problems()
        shared = _shared_templates(options.root, cache)
        output = Fingerprints(cache, options.output)
        with Stage(options.output, told, output) if options.write else nullcontext() as stage:
            receipt = _receipt(options, known.first, shared)
            report = _unchanged(cache, receipt, stage)
            if report is None:
                from goftogu.build import stages  # noqa: PLC0415  not needed when nothing has changed

                report = stages.run(options, cache, known, stage)
                if report.settled and receipt == _receipt(options, known.digest, shared):
                    cache.keep(receipt, _kept(report))
                    cache.prune()
        known.save()
    return report


def learn(options: Options) -> None:
    """Read a project that has not changed since the last build, for ``options.preview``.

    Args:
        options: See :class:`Options`.
    """
    from goftogu.build import stages  # noqa: PLC0415  few need it

    with Cache(options.root / CACHE) as cache:
        stages.learn(options, cache, Fingerprints(cache, options.root))


def _shared_templates(root: Path, cache: Cache) -> list[str]:
    """Return a line for each default template that is no part of the package, with its digest."""
    folder = templates.outside(root)
    if folder is None:
        return []
    known = Fingerprints(cache, folder)
    found = [f"{path} {known.digest(path)}" for path in listing(str(folder), "")]
    known.save()
    return found


def _receipt(options: Options, digest: Callable[[str], str], shared: Iterable[str]) -> str:
    """Return the name of the receipt: a digest of all that a build depends on."""
    files = [path for folder in _INPUTS for path in everything(str(options.root), folder)]
    asked = replace(options, jobs=0, scheduler="", preview=None)  # the site is the same for any number of processes
    return caches.key("receipt", repr(asked), *shared, *(f"{path} {digest(path)}" for path in files))


def _kept(report: BuildReport) -> _Receipt:
    done = report.result or Result()
    count = done.unchanged + len(done.written)
    packages = {str(folder): names for folder, names in report.packages.items()}
    return _Receipt(
        list(report.problems), report.interviews, report.turns, dict(report.states), count, report.site, packages
    )


def _unchanged(cache: Cache, receipt: str, stage: Stage | None) -> BuildReport | None:
    """Return the report of an earlier build from the same input, when the site is still as that build left it."""
    held = cache.take(receipt, _Receipt) if stage is not None else None
    if held is None or stage is None:
        return None
    there = {Path(folder): names for folder, names in held.packages.items()}
    if there != packages(there) or not stage.stands(held.site):
        return None
    result, states = Result(unchanged=held.files), Counter(held.states)
    return BuildReport(Problems(held.problems), held.interviews, held.turns, states, result, held.site, packages=there)


def packages(folders: Iterable[Path]) -> dict[Path, list[str]]:
    """Return what is in some folders of translation packages."""
    return {folder: sorted(listing(str(folder), "")) for folder in folders}
