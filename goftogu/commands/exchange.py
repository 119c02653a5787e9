"""``export`` and the translations' side of ``import``: English that leaves the archive and comes back."""

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
from goftogu.model import Interview
from goftogu.problems import Problem, did_you_mean, has_errors
from goftogu.translation import exchange
from goftogu.translation.exchange import Offer
from goftogu.translation.memory import store

_Write = Callable[[Material], bytes]
_WRITERS: Final[Mapping[str, tuple[str, _Write]]] = {
    "tmx": (".tmx", tmx),
    "xliff": (".xlf", xliff),
    "tsv": (".tsv", parallel),
}


def export(options: argparse.Namespace) -> int:
    """Write the Persian and the English of interviews, one file for each."""
    content, problems = archive.read(options.root)
    outcome = store.update(options.root, content.interviews, content.vocabulary)
    problems += outcome.problems
    wanted = [item for item in content.interviews if not options.ids or item.id in options.ids]
    unknown = set(options.ids) - {item.id for item in wanted}
    problems += [_unknown(name, content.interviews, "") for name in sorted(unknown)]
    if not has_errors(problems):
        ending, write = _WRITERS[options.form]
        options.to.mkdir(parents=True, exist_ok=True)
        for item in wanted:
            given = Material(item, outcome.english[item.id], {}, content.vocabulary, content.config)
            (options.to / f"{item.id}{ending}").write_bytes(write(given))
        terminal.say(f"wrote {terminal.plural(len(wanted), 'file')} into {options.to}")
    terminal.show_problems(problem for problem in problems if has_errors([problem]))
    return int(has_errors(problems))


def take_in(options: argparse.Namespace) -> int:
    """Take translations in from a PO or an XLIFF file."""
    content, problems = archive.read(options.root)
    found, faults = exchange.read(options.file)
    problems += faults
    count = 0
    with store.alone(options.root, problems) as free:
        for name, offers in found.items() if free else ():
            chosen = [item for item in content.interviews if item.id == (options.id or name)]
            problems += [] if chosen else [_unknown(options.id or name, content.interviews, str(options.file))]
            count += sum(_take(options, item, offers, problems) for item in chosen)
    shown = [problem for problem in problems if problem.code in {"M009", "M011"} or has_errors([problem])]
    terminal.show_problems(shown, options.format)
    terminal.say(f"{terminal.plural(count, 'paragraph')} changed")
    return int(has_errors(shown, strict=options.strict) or any(problem.code == "M009" for problem in shown))


def _take(options: argparse.Namespace, interview: Interview, offers: list[Offer], problems: list[Problem]) -> int:
    count = 0
    for _, found in store.read(options.root, [interview], problems):
        count, refused = exchange.take(found, store.units(interview), offers, options.by)
        store.save(options.root, found, problems)
        problems += [_refused(str(options.file), name) for name in refused]
    return count


def _refused(path: str, name: str) -> Problem:
    message = f"“{name}” was not taken: its Persian is another one here, or its English was approved here and not there"
    return Problem(path, 0, 0, "M011", message, "compare the two, and edit the PO file of the archive")


def _unknown(name: str, interviews: tuple[Interview, ...], path: str) -> Problem:
    hint = did_you_mean(name, [item.id for item in interviews])
    return Problem(path, 0, 0, "C007", f"interview “{name}” does not exist", hint)
