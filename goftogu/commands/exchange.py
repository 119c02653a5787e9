"""``export`` and the translations' side of ``import``: translations that leave the archive and come back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Final

from goftogu import terminal
from goftogu.content import archive
from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.exports.tmx import tmx
from goftogu.exports.xliff import xliff
from goftogu.locale.message import Message, plural
from goftogu.model import Interview
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.storage import files
from goftogu.translation import exchange
from goftogu.translation.exchange import Offer
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import store

_Write = Callable[[Material], bytes]
_WRITERS: Final[Mapping[str, tuple[str, _Write]]] = {
    "tmx": (".tmx", tmx),
    "xliff": (".xlf", xliff),
    "tsv": (".tsv", parallel),
}


def export(options: argparse.Namespace) -> int:
    """Write the Persian and the English of interviews, one file for each."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    memory_checks.check_translated(content.config, problems)
    outcome = store.update(options.root, content.interviews, content.vocabulary, problems)
    wanted = [item for item in content.interviews if not options.ids or item.id in options.ids]
    unknown = set(options.ids) - {item.id for item in wanted}
    problems.extend(_unknown(name, content.interviews, "") for name in sorted(unknown))
    if not problems.has_errors():
        ending, write = _WRITERS[options.form]
        for item in wanted:
            given = Material(item, outcome.english[item.id], {}, content.vocabulary, content.config)
            files.write(options.to / f"{item.id}{ending}", write(given))
        terminal.say(Message("wrote {files} into {folder}", files=plural(len(wanted), "file"), folder=options.to))
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())


def take_in(options: argparse.Namespace) -> int:
    """Import translations from a PO or an XLIFF file."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    translated = memory_checks.check_translated(content.config, problems)
    found = exchange.read_offers(options.file, problems)
    count = 0
    with store.alone(options.root, problems) as free:
        for name, offers in found.items() if free and translated else ():
            chosen = [item for item in content.interviews if item.id == (options.id or name)]
            if not chosen:
                problems.add(_unknown(options.id or name, content.interviews, str(options.file)))
            count += sum(_take(options, item, offers, problems) for item in chosen)
    shown = Problems([*problems.errors(), *(problem for problem in problems if problem.code in {"M009", "M011"})])
    terminal.show_problems(shown, options.format)
    terminal.say(Message("{paragraphs} changed", paragraphs=plural(count, "paragraph")))
    return int(shown.has_errors(strict=options.strict) or any(problem.code == "M009" for problem in shown))


def _take(options: argparse.Namespace, interview: Interview, offers: list[Offer], problems: Problems) -> int:
    count = 0
    for _, found in store.read_memories(options.root, [interview], problems):
        count, refused = exchange.take(found, store.units(interview), offers, options.by or "")
        store.save(options.root, found, problems)
        problems.extend(_refused(str(options.file), name) for name in refused)
    return count


def _refused(path: str, name: str) -> Problem:
    message = Message(
        "“{name}” was not taken: its Persian is different here, or its English was approved here and not there",
        name=name,
    )
    return Problem.of_file(path, "M011", message, Message("compare the two, and edit the PO file of the archive"))


def _unknown(name: str, interviews: tuple[Interview, ...], path: str) -> Problem:
    hint = did_you_mean(name, [item.id for item in interviews])
    return Problem.of_file(path, "C007", Message("interview “{name}” does not exist", name=name), hint)
