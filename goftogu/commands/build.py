"""``build``, ``check`` and ``serve``: the site from the content."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from goftogu import failures, terminal
from goftogu.build import pipeline
from goftogu.commands import translating
from goftogu.locale.message import Message
from goftogu.problems import Problems

_PORT: Final = 8000
_DRAFTS: Final = Path(".cache/drafts")
"""Where the site goes when it shows drafts, so that none gets into the one that is published."""


def build(options: argparse.Namespace) -> int:
    """Build the site and report what was done."""
    return _compared(options, write=True)


def check(options: argparse.Namespace) -> int:
    """Do all of a build and write nothing."""
    return _compared(options, write=False)


def _compared(options: argparse.Namespace, *, write: bool) -> int:
    """Build after the published ids were read; without them when they cannot be had."""
    problems = Problems()
    before = published(options, problems)
    if problems.has_errors(strict=options.strict):
        terminal.show_problems(problems, options.format)
        return 1
    report = pipeline.build(replace(_options(options, write=write), published=before))
    report.problems.extend(problems)
    return _tell(report, options)


def published(options: argparse.Namespace, problems: Problems) -> Mapping[str, Sequence[str]]:
    """Return the ids of the published site, if they were asked for."""
    if not options.published:
        return {}
    from goftogu.checks import live  # noqa: PLC0415  what opens addresses takes time to import

    return live.published(options.published, problems)


def serve(options: argparse.Namespace) -> int:
    """Build, serve on this machine, rebuild on every change; or serve the workbench."""
    if options.review:
        from goftogu.commands import reviewing  # noqa: PLC0415  only this option needs it

        return reviewing.workbench(options)
    from goftogu.serve import preview, reload, server  # noqa: PLC0415  only this command needs a server

    settings = replace(_options(options), offline=True, drafts=options.drafts)  # a download would hold up every change
    if options.drafts and not options.output:
        settings = replace(settings, output=settings.root / _DRAFTS)

    shown = preview.EditPreview()

    def rebuild(show: reload.Preview, changed: Iterable[Path]) -> pipeline.BuildReport:
        try:
            shown.begin(show, changed)
            report = pipeline.build(replace(settings, preview=shown.learn))
        except Exception as error:  # noqa: BLE001  the server stays, and shows what went wrong
            failures.show_traceback(error)
            report = pipeline.BuildReport(Problems([failures.problem(error)]))
        _tell(report, options)
        return report

    def read() -> None:
        with suppress(Exception):  # the build that follows a change tells what is wrong
            pipeline.learn(replace(settings, preview=shown.learn))

    work = reload.ServerWork(rebuild, partial(shown.rest, read))
    port = _PORT if options.port is None else options.port
    return server.serve(settings.root, settings.output, work, port=port, url=settings.url)


def _options(options: argparse.Namespace, *, write: bool = True) -> pipeline.Options:
    root: Path = options.root
    return pipeline.Options(
        root=root,
        output=options.output or root / "output",
        packages=options.packages,
        offline=not options.download,
        strict=options.strict,
        write=write,
        jobs=options.jobs,
        scheduler=options.scheduler,
        url=options.url or "",
        processors=translating.processors(options),
    )


def _tell(report: pipeline.BuildReport, options: argparse.Namespace) -> int:
    terminal.show_problems(report.problems, options.format)
    failed = report.problems.has_errors(strict=options.strict)
    if report.result is not None:
        for path in report.result.written:
            terminal.detail(Message("wrote {path}", path=path))
        for path in report.result.removed:
            terminal.detail(Message("removed {path}", path=path))
    for line in report.summary(failed=failed):
        terminal.say(line)
    return int(failed)
