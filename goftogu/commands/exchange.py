"""``export`` and the translations' side of ``import``: translations that leave the archive and come back."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from goftogu import terminal
from goftogu.build.embargo import today
from goftogu.commands import asked
from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.exports.tmx import tmx
from goftogu.exports.xliff import xliff
from goftogu.locale.message import Message, plural
from goftogu.model import Interview
from goftogu.problems import Problem, Problems
from goftogu.storage import files
from goftogu.transcripts import archive
from goftogu.transcripts.archive import Archive
from goftogu.translation import exchange
from goftogu.translation.exchange import Fate
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.offers.offer import Offer
from goftogu.translation.offers.read import read_offers

_Write = Callable[[Material], bytes]
_WRITERS: Final[Mapping[str, tuple[str, _Write]]] = {
    "tmx": (".tmx", tmx),
    "xliff": (".xlf", xliff),
    "tsv": (".tsv", parallel),
}

_NOTHING: Final = Message("nothing that the archive has")
_FATES: Final = {
    Fate.APPROVED: Message("taken and approved"),
    Fate.CHANGED: Message("taken; nobody has approved it"),
    Fate.SAME: Message("as it was"),
}


def export(options: argparse.Namespace) -> int:
    """Write the Persian and the English of interviews, one file for each."""
    problems = Problems()
    content = archive.read_archive(options.root, problems, options.ids)
    memory_checks.check_translated(content.config, problems)
    outcome, wanted = store.update(options.root, content.interviews, content.vocabulary, problems), content.interviews
    problems.extend(asked.unknown(options.ids, options.root))
    if not problems.has_errors():
        ending, write = _WRITERS[options.form]
        for item in wanted:
            given = Material(item, outcome.english[item.id], {}, content.vocabulary, content.config)
            files.write(options.to / f"{item.id}{ending}", write(given))
        terminal.say(Message("wrote {files} into {folder}", files=plural(len(wanted), "file"), folder=options.to))
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())


def take_in(options: argparse.Namespace) -> int:
    """Import translations from a file in one of the forms that :mod:`goftogu.translation.offers` reads."""
    problems, reviewer = Problems(), Reviewer(options.by or "", today())
    content = archive.read_archive(options.root, problems)
    translated = memory_checks.check_translated(content.config, problems)
    found = read_offers(options.file, problems, reviewer)
    fates: Counter[Fate] = Counter()
    with store.alone(options.root, problems) as free:
        for name, offers in found.items() if free and translated else ():
            chosen = _chosen(options, content, name, problems)
            fates += _take(options, chosen, offers, reviewer, problems)
            fates[Fate.ABSENT] += exchange.absent((unit for item in chosen for unit in store.units(item)), offers)
    told = {*problems.errors(), *(problem for problem in problems if problem.code in {"M009", "M011"})}
    shown = Problems(sorted(told))
    terminal.show_problems(shown, options.format)
    terminal.say(Message("{file}: {fates}", file=options.file, fates=list(_counts(fates)) or [_NOTHING]))
    return int(shown.has_errors(strict=options.strict) or any(problem.code == "M009" for problem in shown))


def _chosen(options: argparse.Namespace, content: Archive, name: str, problems: Problems) -> list[Interview]:
    """Return the interviews for which a file has English; all of them, where it names none."""
    wanted = options.id or name
    chosen = [item for item in content.interviews if item.id == wanted or not wanted]
    if not chosen:
        problems.add(asked.of_name(wanted, [item.id for item in content.interviews], str(options.file)))
    return chosen


def _take(
    options: argparse.Namespace,
    interviews: Iterable[Interview],
    offers: list[Offer],
    reviewer: Reviewer,
    problems: Problems,
) -> Counter[Fate]:
    """Take offers into the memories of some interviews; return how many of them had which fate."""
    fates: Counter[Fate] = Counter()
    for interview, found in store.read_memories(options.root, interviews, problems):
        told = exchange.take(found, store.units(interview), offers, reviewer)
        store.save(options.root, found, problems)
        fates.update(fate for _, fate in told)
        for name, fate in told:
            if fate in exchange.REFUSED:
                problems.add(_refused(str(options.file), f"{found.name}:{name}", fate))
            else:
                terminal.detail(Message("{place}: {fate}", place=f"{found.name}:{name}", fate=_FATES[fate]))
    return fates


def _counts(fates: Mapping[Fate, int]) -> Iterator[Message]:
    yield from (message.of(count=fates[fate]) for fate, message in exchange.TAKEN.items() if fates[fate])
    if count := sum(fates[fate] for fate in exchange.REFUSED):
        yield Message("{count:,} not taken", count=count)


def _refused(path: str, place: str, fate: Fate) -> Problem:
    message = Message("“{name}” was not taken: {reason}", name=place, reason=exchange.REFUSED[fate])
    hint = Message("compare the two, and edit the PO file of the archive")
    if fate is Fate.KEPT:
        hint = Message("if somebody has approved it, say who: --by NAME")
    return Problem.of_file(path, "M011", message, hint)
