"""The stages of a build: read, fill, index, check, make every file, publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.build import ahead, recordings, theme
from goftogu.build import templates as template_places
from goftogu.build.artifacts import ArtifactWriter
from goftogu.build.pipeline import BuildReport, Options, packages
from goftogu.build.plan import Plan
from goftogu.build.project import Project
from goftogu.build.theme import Theme
from goftogu.build.workers import Workers
from goftogu.checks import capacity, permalinks
from goftogu.edition import catalogue
from goftogu.edition.catalogue import Catalogue
from goftogu.exports import downloads, house, registry
from goftogu.pages import filters, untranslated
from goftogu.pages.render import Template, templates
from goftogu.problems import Problems
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.storage.staging import Stage
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory.store import MemoryUse, Request
from goftogu.translation.packages import installed

_PASSING: Final = frozenset({"W006"})
"""Problems that the next build from the same input would not report again."""


def run(options: Options, cache: Cache, known: Fingerprints, stage: Stage | None) -> BuildReport:
    """Make a site, and publish it.

    Args:
        options: What the command line says.
        cache: Holds the results of earlier builds.
        known: Fingerprints of the project's files.
        stage: Takes the site; without it the site is only checked.
    """
    faults, gaps = Problems(), Problems()
    look = _look(options, faults, gaps)
    if not gaps:
        untranslated.find(look.templates, look.words, cache, theme.reader(*look), gaps)
    with Workers(options.jobs, options.scheduler, partial(theme.prepare, *look)) as workers:
        project = _project(options, cache, known, workers)
        project.check(options.published)
        turns = sum(len(held.turns) for held in project.summaries)
        report = BuildReport(project.problems, len(project.summaries), turns, project.counted)
        report.problems.extend((*house.problems(), *filters.problems(), *faults, *gaps))
        if _may_go_on(report, options):
            writer = ArtifactWriter(cache, workers, project.config.url, stage)
            _write(_plan(options, project, look), project, writer, report)
            if stage is not None:
                _publish(options, project, stage, report)
    return report


def learn(options: Options, cache: Cache, known: Fingerprints) -> None:
    """Read a project as for a build, for ``options.preview``; nothing is checked or written.

    Args:
        options: What the command line says.
        cache: Holds the results of earlier builds.
        known: Fingerprints of the project's files.
    """
    with Workers(options.jobs, options.scheduler) as workers:
        project = _project(replace(options, write=False), cache, known, workers)
        _plan(options, project, _look(options, Problems(), Problems()))


class _Look(NamedTuple):
    """What decides how pages look: the templates, and the Persian words of the interface."""

    templates: Mapping[str, Template]
    words: Catalogue


def _look(options: Options, faults: Problems, gaps: Problems) -> _Look:
    folders = template_places.folders(options.root)
    return _Look(templates(folders, faults), catalogue.find(folders, gaps))


def _project(options: Options, cache: Cache, known: Fingerprints, workers: Workers) -> Project:
    """Read a project: its interviews, their English, their index, the files received and the pictures."""
    project = Project(options.root, cache, known, workers, options.url)
    if not options.drafts:
        project.leave_out_drafts()
    project.fill(_request(options, project))
    project.index()
    project.collate()
    project.resize()
    return project


def _plan(options: Options, project: Project, look: _Look) -> Plan:
    """Plan the site; who shows edits is told what is known of it."""
    plan = Plan(project, Theme(project.site, *look))
    if options.preview is not None:
        options.preview(ahead.of(project, plan).pages)
    return plan


def _write(plan: Plan, project: Project, writer: ArtifactWriter, report: BuildReport) -> None:
    """Stage every file of the site, and check them."""
    writer.write(plan.interviews())
    writer.write(plan.cards())
    sizes = {file.path: writer.join(file) for file in plan.joined()}
    writer.write(plan.others(sizes))
    for name, path in project.received.items():
        writer.copy(urls.data(name, downloads.received(path)), project.digest(path), partial(project.data, path))
    for path, source in project.recordings.files.items():
        writer.pour(path, project.digest(source), partial(recordings.pieces, project.root / source))
    writer.add(permalinks.IDS, permalinks.listing(project.anchors))
    for path, data in registry.assets(template_places.folders(project.root)):
        writer.add(path, data)
    for path, digest, read in project.pictures.files():
        writer.copy(path, digest, read)
    if project.picture is not None:
        writer.add(urls.CARD, project.picture)
    writer.report(project.origin, report.problems)


def _publish(options: Options, project: Project, stage: Stage, report: BuildReport) -> None:
    if _may_go_on(report, options):
        capacity.check(options.output.name, stage.size(), report.problems)
    if _may_go_on(report, options):
        report.result, report.site = stage.commit(), stage.site()
    report.problems.extend(stage.problems)
    _settle(options, project, report)


def _settle(options: Options, project: Project, report: BuildReport) -> None:
    """Decide whether the next build may reuse a report: it would find the same, and fetch no package."""
    offline = options.offline or project.config.offline
    passing = project.waiting or any(problem.code in _PASSING for problem in report.problems)
    published = report.result is not None and _may_go_on(report, options)
    report.settled = published and not passing and (offline or not project.gaps)
    if project.gaps:
        chosen = options.packages or project.config.packages_folder(options.root)
        report.packages = packages(installed.folders(options.root, chosen))


def _request(options: Options, project: Project) -> Request:
    fill = options.write and not project.problems.has_errors(strict=options.strict)
    config = project.config
    fetch = not (options.offline or config.offline)
    chosen = options.packages or config.packages_folder(options.root)
    said = config.translation
    processors = options.processors.over(said.processors)
    means = Means(chosen, fetch, engine=said.engine, model=said.model, processors=processors)
    return Request(MemoryUse.FILL if fill else MemoryUse.READ, means)


def _may_go_on(report: BuildReport, options: Options) -> bool:
    return not report.problems.has_errors(strict=options.strict)
