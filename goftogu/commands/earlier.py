"""``earlier``: lists the earlier versions of an English, and puts one of them back."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.commands import asked
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.transcripts import archive
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import store
from goftogu.translation.memory.earlier import Earlier
from goftogu.translation.memory.memory import Memory, Unit


def earlier(options: argparse.Namespace) -> int:
    """List what the English of a paragraph was before, or put a version back."""
    problems, done = Problems(), False
    content = archive.read_archive(options.root, problems, asked.interviews([options.id]))
    translated = memory_checks.check_translated(content.config, problems)
    problems.extend(asked.unknown([options.id], options.root))
    chosen = content.interviews if translated else ()
    with store.alone(options.root, problems) as free:
        for interview, found in store.read_memories(options.root, chosen, problems) if free else ():
            units = store.units(interview)
            found.merge(units)
            unit = _unit(units, options.id, problems)
            done = unit is not None and _do(options, found, unit, problems)
    terminal.show_problems([*problems.errors(), *(problem for problem in problems if problem.code == "M009")])
    return int(not done or problems.has_errors())


def _unit(units: tuple[Unit, ...], given: str, problems: Problems) -> Unit | None:
    name, _, paragraph = given.partition(":")
    unit = next((unit for unit in units if unit.id == paragraph), None)
    if unit is None:
        message = Message("{memory} has no paragraph “{wanted}”", memory=name, wanted=paragraph)
        hint = did_you_mean(paragraph, [unit.id for unit in units])
        problems.add(Problem.of_file("", "C007", message, hint))
    return unit


def _do(options: argparse.Namespace, found: Memory, unit: Unit, problems: Problems) -> bool:
    """List the versions, or put one back; return whether that could be done."""
    versions = found.earlier(unit)
    if not options.put_back:
        for number, version in enumerate(versions, 1):
            print(f"{number}  {_said(version)}  {' '.join(version.text.split())}")
        terminal.say(
            Message("{count} earlier versions of the English of {place}", count=len(versions), place=options.id)
        )
        return True
    if options.put_back > len(versions):
        message = Message("{place} has {count} earlier versions", place=options.id, count=len(versions))
        hint = Message("list them with: {goftogu} earlier {place}", place=options.id)
        problems.add(Problem.of_file("", "C007", message, hint))
        return False
    found.put_back(unit, versions[options.put_back - 1])
    store.save(options.root, found, problems)
    terminal.say(Message("put back: {text}", text=versions[options.put_back - 1].text))
    return True


def _said(version: Earlier) -> str:
    """Return who made a version, and who approved it, in the words of the memory."""
    seal = version.approved
    approved = f"approved {seal.day} {seal.by}".split() if seal else []
    return " ".join([version.origin or "unknown", *approved])
