"""``translate``, ``review`` and ``approve``: the English of the archive, and what people say about it."""

from __future__ import annotations

import argparse
from pathlib import Path
from zlib import crc32

from goftogu import terminal
from goftogu.content import archive
from goftogu.content.archive import Archive
from goftogu.index import index as index_index
from goftogu.problems import Problem, did_you_mean, has_errors
from goftogu.translation import report, review
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory import store
from goftogu.translation.memory.store import Outcome, Request, Use


def translate(options: argparse.Namespace) -> int:
    """Fill the gaps of all memories and write them, in step with their interviews."""
    content, problems = archive.read(options.root)
    failed = has_errors(problems, strict=options.strict)
    if not failed:
        chosen = [item for item in content.interviews if _is_in(item.id, *options.part)]
        outcome = store.update(options.root, chosen, content.vocabulary, _request(options, content))
        problems += outcome.problems
        failed = outcome.unfinished or has_errors(problems, strict=options.strict)
        _tell(outcome)
        _report(options, content, outcome)
    terminal.show_problems(problems, options.format)
    return int(failed)


def _is_in(interview_id: str, number: int, parts: int) -> bool:
    """Tell whether an interview belongs to a part; it is in the same one on every machine."""
    return crc32(interview_id.encode()) % parts == number - 1


def _request(options: argparse.Namespace, content: Archive) -> Request:
    if options.report is not None:
        return Request()
    folder = options.packages or content.config.packages_folder(options.root)
    fetch = not (options.offline or content.config.offline)
    return Request(Use.KEEP, Means(folder, fetch, options.scheduler), options.refresh)


def _tell(outcome: Outcome) -> None:
    for state, count in outcome.states.items():
        if count:
            terminal.say(f"{count:6,} {state.value}")
    if outcome.origin:
        terminal.say(f"translated with {outcome.origin}")
    elif outcome.unfinished:
        terminal.say(f"nothing was translated; install a package with: {terminal.command()} package install")


def _report(options: argparse.Namespace, content: Archive, outcome: Outcome) -> None:
    if options.report is None:
        return
    found = report.make(content.interviews, outcome.english, content.vocabulary)
    print(report.as_text(found), end="")
    if options.report:
        Path(options.report).write_text(report.as_html(found), encoding="utf-8")
        terminal.say(f"wrote {options.report}")


def waiting(options: argparse.Namespace) -> int:
    """List the paragraphs that no person has approved, those first to which most leads."""
    content, problems = archive.read(options.root)
    outcome = store.update(options.root, content.interviews, content.vocabulary)
    problems += outcome.problems
    index, _ = index_index.build(content.interviews, content.vocabulary)
    leads = review.links(content.interviews, index.topics, index.people)
    rows = review.waiting(content.interviews, outcome.english, leads)
    for row in rows:
        print(row)
    terminal.show_problems(problem for problem in problems if has_errors([problem]))
    terminal.say(f"{terminal.plural(len(rows), 'paragraph')} of {outcome.states.total():,} for review")
    return int(has_errors(problems))


def approve(options: argparse.Namespace) -> int:
    """Note that a person has read a paragraph, or an interview, and stands behind its English."""
    content, problems = archive.read(options.root)
    name, _, paragraph = options.id.partition(":")
    chosen = [interview for interview in content.interviews if interview.id == name]
    if not chosen:
        hint = did_you_mean(name, [interview.id for interview in content.interviews])
        problems.append(Problem("", 0, 0, "C007", f"interview “{name}” does not exist", hint))
    count = 0
    with store.alone(options.root, problems) as free:
        for interview, found in store.read(options.root, chosen, problems) if free else ():
            count, faults = review.approve(found, store.units(interview), paragraph, options.by)
            problems += faults
            store.save(options.root, found, problems)
    failed = [problem for problem in problems if has_errors([problem]) or problem.code == "M009"]
    terminal.show_problems(failed)
    terminal.say(f"{terminal.plural(count, 'paragraph')} approved by {options.by}")
    return int(bool(failed))
