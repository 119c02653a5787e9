"""``translate``, ``review`` and ``approve``: the English of the archive, and its review."""

from __future__ import annotations

import argparse
import sys
from typing import Final
from zlib import crc32

from goftogu import terminal
from goftogu.build.embargo import today
from goftogu.commands import asked, translating
from goftogu.content.settings import SiteConfig
from goftogu.index import index as index_index
from goftogu.locale.message import Message, plural
from goftogu.model import Language
from goftogu.problems import Problem, Problems
from goftogu.storage import files
from goftogu.transcripts import archive
from goftogu.transcripts.archive import ArchiveReader, id_of
from goftogu.translation import report, review, work
from goftogu.translation.chat.service import ChatMeans, Service
from goftogu.translation.engine.protocol import ARGOS
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import STATES
from goftogu.translation.memory.store import MemoryUse, Outcome, Request
from goftogu.translation.packages import installed
from goftogu.translation.work import Selection

MANY: Final = 10
"""How many paragraphs may be approved at once without naming them or being asked."""
_YES: Final = frozenset({"yes", "y", "بله", "آری"})


def translate(options: argparse.Namespace) -> int:
    """Fill the gaps of memories and write them, in step with their interviews."""
    if options.report is not None:
        return _report(options)
    problems = Problems()
    reader = ArchiveReader(options.root, problems)
    memory_checks.check_translated(reader.config, problems)
    selection = _selection(options, reader, problems)
    outcome = None
    if not problems.has_errors(strict=options.strict):
        outcome = work.translate(options.root, reader, selection, _request(options, reader.config), problems)
    if outcome is not None:
        _tell(outcome, lacks_package=outcome.unfinished and _lacks_package(options, reader.config))
    terminal.show_problems(problems, options.format)
    return int(outcome is None or outcome.unfinished or problems.has_errors(strict=options.strict))


def _selection(options: argparse.Namespace, reader: ArchiveReader, problems: Problems) -> Selection:
    """Return what the command line asks for; report what is not there."""
    every, wanted = reader.paths(problems), asked.interviews(options.ids)
    problems.extend(asked.unknown(options.ids, options.root))
    paths = [path for path in every if _is_in(id_of(path), *options.part) and (not wanted or id_of(path) in wanted)]
    return Selection(paths, is_whole=len(paths) == len(every), is_strict=options.strict)


def _is_in(interview_id: str, number: int, parts: int) -> bool:
    """Tell whether an interview belongs to a part; the answer is the same on every machine."""
    return crc32(interview_id.encode()) % parts == number - 1


def _request(options: argparse.Namespace, config: SiteConfig) -> Request:
    folder = options.packages or config.packages_folder(options.root)
    fetch = options.download and not config.offline
    said = config.translation
    processors = translating.processors(options).over(said.processors)
    engine = options.engine or said.engine
    model = options.model or said.model_of(engine)
    service = Service(said.address, model, said.price)
    chat = ChatMeans(service, said.instructions, said.may_send_to, options.yes, config.offline)
    means = Means(folder, fetch, options.scheduler, engine, model, processors, chat)
    return Request(MemoryUse.KEEP, means, options.refresh, asked.paragraphs(options.ids))


def _lacks_package(options: argparse.Namespace, config: SiteConfig) -> bool:
    """Tell whether the engine that comes with Goftogu was asked for and has no package."""
    folder = options.packages or config.packages_folder(options.root)
    usual = (options.engine or config.translation.engine) == ARGOS
    return usual and installed.choose(installed.folders(options.root, folder)) is None


def _tell(outcome: Outcome, *, lacks_package: bool) -> None:
    for state, count in outcome.states.items():
        if count:
            terminal.say(STATES[state].of(count=count))
    for count, message in (
        (outcome.reopened, Message("names or terms have changed for {paragraphs}, which an engine made")),
        (outcome.others, Message("another engine or package made {paragraphs}; --refresh translates them again")),
        (outcome.lacking, Message("{paragraphs} approved without a settled name or term; see: translate --report")),
    ):
        if count:
            terminal.say(message.of(paragraphs=plural(count, "paragraph")))
    if outcome.origin:
        terminal.say(Message("translated with {origin}", origin=outcome.origin))
    elif lacks_package:
        terminal.say(Message("nothing was translated; install a package with: {goftogu} package install"))


def _report(options: argparse.Namespace) -> int:
    """List what the checks find in the English, without translating anything."""
    problems = Problems()
    content = archive.read_archive(options.root, problems, asked.interviews(options.ids))
    problems.extend(asked.unknown(options.ids, options.root))
    memory_checks.check_translated(content.config, problems)
    failed = problems.has_errors(strict=options.strict)
    if not failed:
        outcome = store.update(options.root, content.interviews, content.vocabulary, problems)
        _tell(outcome, lacks_package=False)
        persian = [interview for interview in content.interviews if interview.original is Language.FA]
        found = report.make(persian, outcome.english, content.vocabulary)
        print(report.as_text(found), end="")
        if options.report:
            files.write(options.report, report.as_html(found).encode())
            terminal.say(Message("wrote {path}", path=options.report))
        failed = problems.has_errors(strict=options.strict)
    terminal.show_problems(problems, options.format)
    return int(failed)


def waiting(options: argparse.Namespace) -> int:
    """List the paragraphs that no person has approved, those first to which most leads."""
    problems = Problems()
    content = archive.read_archive(options.root, problems, options.ids)
    problems.extend(asked.unknown(options.ids, options.root))
    if not memory_checks.check_translated(content.config, problems) or problems.has_errors():
        terminal.show_problems(problems.errors())
        return 1
    outcome = store.update(options.root, content.interviews, content.vocabulary, problems)
    index = index_index.build(content.interviews, content.vocabulary, Problems())
    rows = review.waiting(content.interviews, outcome.english, index.findings)
    for row in rows:
        print(row)
    terminal.show_problems(problems.errors())
    terminal.say(
        Message(
            "{paragraphs} of {total:,} for review",
            paragraphs=plural(len(rows), "paragraph"),
            total=outcome.states.total(),
        )
    )
    return int(problems.has_errors())


def _agreed(many: int, problems: Problems) -> bool:
    """Ask whether somebody has read as many paragraphs as are approved at once."""
    paragraphs = plural(many, "paragraph")
    if sys.stdin.isatty():
        said = terminal.ask(Message("have you read all {paragraphs}? yes or no", paragraphs=paragraphs))
        return said.lower() in _YES
    message = Message("{paragraphs} would be approved at once", paragraphs=paragraphs)
    problems.add(Problem.of_file("", "M014", message, Message("name the turns, or say that all were read: --yes")))
    return False


def approve(options: argparse.Namespace) -> int:
    """Record that a person has read and approves the English of a paragraph or an interview."""
    problems = Problems()
    content = archive.read_archive(options.root, problems, asked.interviews([options.id]))
    paragraph = options.id.partition(":")[2]
    translated = memory_checks.check_translated(content.config, problems)
    problems.extend(asked.unknown([options.id], options.root))
    counts, reviewer = list[int](), Reviewer(options.by, today())
    with store.alone(options.root, problems) as free:
        for interview, found in (
            store.read_memories(options.root, content.interviews, problems) if free and translated else ()
        ):
            many = 0 if paragraph or options.yes else review.unread(found, store.units(interview))
            if many <= MANY or _agreed(many, problems):
                counts.append(review.approve(found, store.units(interview), paragraph, reviewer, problems))
                store.save(options.root, found, problems)
    failed = [*problems.errors(), *(problem for problem in problems if problem.code == "M009")]
    terminal.show_problems(failed)
    if counts == [0] and not failed:
        terminal.say(Message("nothing was approved: “{place}” has no translation yet", place=options.id))
    else:
        count = plural(sum(counts), "paragraph")
        terminal.say(Message("{paragraphs} approved by {name}", paragraphs=count, name=options.by))
    return int(bool(failed))
