"""The memories of all interviews: opened together, filled, and saved one by one, by one process at a time."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content.vocabulary import Vocabulary
from goftogu.conventions import marks
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message, plural
from goftogu.model import Interview, Language
from goftogu.problems import Problem, Problems
from goftogu.storage import files
from goftogu.storage.files import ChangedError
from goftogu.storage.names import composed, spelled
from goftogu.translation.chat.service import ChatError
from goftogu.translation.engine import fill, remembered, terminology, workers
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.engine.fill import Done, Job
from goftogu.translation.engine.protocol import ARGOS, CONVERTED
from goftogu.translation.engine.remembered import SentenceMemory
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory import reading, stopping
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from goftogu.translation.progress import SentenceProgress

FOLDER: Final = "content/translations/en"
FOLDERS: Final[Mapping[Language, str]] = {Language.EN: FOLDER, Language.FA: "content/translations/fa"}
"""Where memories are, by the language of the translation: English, and the Persian of what was held in English."""
_LOCKED: Final = "content"


class MemoryUse(Enum):
    """What may be done with the memories."""

    READ = "read them, write nothing"
    FILL = "translate what is missing, write the memories that gained by it"
    KEEP = "translate what is missing, write all memories in step with their interviews"
    SYNC = "translate nothing, write all memories in step with their interviews"


@dataclass(frozen=True, slots=True)
class Request:
    """What to do with the memories.

    Attributes:
        use: What may be done with the memories.
        means: How the work is to be done.
        refresh: Replace drafts and the English of other packages, too.
        paragraphs: By id of an interview, the turns or paragraphs that an engine may translate; all of one that is
            not there.
    """

    use: MemoryUse = MemoryUse.READ
    means: Means = field(default_factory=Means)
    refresh: bool = False
    paragraphs: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """The English of the archive, and where it came from.

    Attributes:
        english: By id of the interview, then by id of the paragraph; the missing ones are there with state ``missing``.
        states: How many paragraphs there are in each state.
        origin: The package that translated; empty when none was needed or none could be had.
        unfinished: True when there was work that could not be done.
        stopped: True when no engine could be had, or it gave up: it must not be asked for more in this run.
        reopened: How many paragraphs are translated again, because names or terms have changed.
        others: How many paragraphs are of another engine or package than the one that translated.
        lacking: How many paragraphs that a person approved lack the settled English of a name or term.
        jobs: The memories that were opened, in step with their interviews.
    """

    english: dict[str, dict[str, Translation]] = field(default_factory=dict)
    states: Counter[State] = field(default_factory=Counter)
    origin: str = ""
    unfinished: bool = False
    stopped: bool = False
    reopened: int = 0
    others: int = 0
    lacking: int = 0
    jobs: list[Job] = field(default_factory=list)


def update(
    root: Path,
    interviews: Iterable[Interview],
    vocabulary: Vocabulary,
    problems: Problems,
    request: Request | None = None,
) -> Outcome:
    """Update the memories to the interviews and fill their gaps.

    Args:
        root: The project's folder.
        interviews: Those that lack English and those that may have it for the same Persian, in a steady order;
            Persian that occurs in several is translated once.
        vocabulary: Names and terms whose English is settled.
        problems: What went wrong is added.
        request: What to do; only read without it.
    """
    wanted = request or Request()
    outcome = Outcome()
    with alone(root, problems, wanted.use) as free:
        outcome.unfinished = not free
        jobs = [Job(found, units(item), marks.of(item)) for item, found in read_memories(root, interviews, problems)]
        fill.prepare(jobs)
        if free and wanted.use is not MemoryUse.READ:
            _fill(root, jobs, vocabulary, wanted, outcome, problems)
    outcome.jobs, outcome.states = jobs, fill.counts(jobs)
    outcome.english = {job.memory.name: {unit.id: job.memory.lookup(unit) for unit in job.units} for job in jobs}
    return outcome


def own(interview: Interview, data: bytes | None, problems: Problems) -> dict[str, Translation] | None:
    """Return what the memory of one interview gives by itself, without what the others have of the same Persian.

    Args:
        interview: The interview.
        data: The bytes of its memory; without them it has none.
        problems: What is wrong is added.

    Returns:
        The English by paragraph, or ``None`` when the memory cannot be used.
    """
    found = reading.of(path_of(interview.id, interview.original.other), data, problems)
    if found is None:
        return None
    wanted = units(interview)
    found.merge(wanted)
    return {unit.id: found.lookup(unit) for unit in wanted}


def path_of(interview_id: str, language: Language = Language.EN) -> str:
    """Return the path of an interview's memory, relative to the project.

    Args:
        interview_id: The interview.
        language: That of the translation.
    """
    return f"{FOLDERS[language]}/{interview_id}.po"


def names(root: Path, language: Language) -> frozenset[str]:
    """Return the ids of the interviews that have a memory in a language."""
    return frozenset(composed(file.stem) for file in (root / FOLDERS[language]).glob("*.po"))


def place_of(root: Path, found: Memory) -> Path:
    """Return the file of a memory, as its name is spelled on the disk."""
    return root / spelled(root, path_of(found.name, found.language))


def units(interview: Interview) -> tuple[Unit, ...]:
    """Return what is translated of an interview, in the order of the page."""
    return tuple(Unit(unit.id, unit.reading, unit.language, unit.form) for unit in interview.units())


def read_memories(
    root: Path, interviews: Iterable[Interview], problems: Problems
) -> Iterator[tuple[Interview, Memory]]:
    """Yield the interviews with their memories; those that cannot be read are left out."""
    for interview in interviews:
        found = reading.read_memory(root, path_of(interview.id, interview.original.other), problems)
        if found is not None:
            yield interview, found


def save(root: Path, found: Memory, problems: Problems) -> None:
    """Write a memory as a whole or not at all, with what somebody else has saved in the meantime."""
    path, before = path_of(found.name, found.language), len(found.taken)
    try:
        found.save(place_of(root, found))
    except (OSError, ChangedError) as error:
        problems.add(stopping.unwritten(path, error))
    if taken := len(found.taken) - before:
        paragraphs = plural(taken, "paragraph")
        terminal.say(
            Message("{path}: kept what somebody has saved of {paragraphs} meanwhile", path=path, paragraphs=paragraphs)
        )


@contextmanager
def alone(root: Path, problems: Problems, use: MemoryUse = MemoryUse.KEEP) -> Iterator[bool]:
    """Keep other processes from writing memories; yield whether this succeeded. Readers need not wait.

    The lock is the kernel's: it ends with the process, however that ends.
    """
    if use is MemoryUse.READ or not (root / _LOCKED).is_dir():
        yield True
        return
    try:
        descriptor = files.lock(str(root / _LOCKED))
    except BlockingIOError:
        problems.add(
            Problem.of_file(
                FOLDER, "M009", Message("another process is writing the translations"), Message("wait for it")
            )
        )
        yield False
        return
    try:
        yield True
    finally:
        if descriptor is not None:  # pragma: no branch
            os.close(descriptor)


def _fill(  # noqa: PLR0913, PLR0917  # all that is known of the work
    root: Path, jobs: Sequence[Job], vocabulary: Vocabulary, wanted: Request, outcome: Outcome, problems: Problems
) -> None:
    """Fill gaps and write the memories; tell in the outcome who translated, and whether work was left undone."""
    terms, english = terminology.settled(vocabulary), [job for job in jobs if job.memory.language is Language.EN]
    again = fill.NO_TERMS if wanted.use is MemoryUse.FILL else terms
    outcome.reopened = len(fill.chosen(fill.reopened(english, again), wanted.paragraphs))
    missing = fill.chosen(fill.todo(english), wanted.paragraphs)
    outcome.unfinished = wanted.refresh or bool(missing)
    if wanted.use is not MemoryUse.SYNC and (outcome.unfinished or outcome.reopened):
        with workers.gather(root, wanted.means, terms, problems) as team:
            outcome.stopped = team is None
            if team is not None:
                todo = fill.todo(english, team.origin, refresh=wanted.refresh, terms=again)
                todo = fill.chosen(todo, wanted.paragraphs)
                known = _remembered(root, team.origin, terms, wanted.means)
                run = partial(fill.translate, todo, team, partial(_keep, root), terms=terms, remembered=known)
                done, left_out = _translate(run, len(todo), outcome, problems)
                problems.extend(stopping.left_out(left_out, team.origin))
                outcome.origin = team.origin if todo and (done or not outcome.stopped) else ""
                outcome.others = len(fill.of_others(english, team.origin))
    if wanted.use is not MemoryUse.FILL:
        outcome.lacking = len(fill.lacking(english, terms))
        for part in (root / FOLDER).parent.glob("*/.*.part"):  # left by a process that was killed
            part.unlink()
        for job in jobs:
            save(root, job.memory, problems)


def _keep(root: Path, job: Job) -> None:
    job.memory.save(place_of(root, job.memory))


def _remembered(root: Path, origin: str, terms: Terminology, means: Means) -> SentenceMemory | None:
    """Return what was translated before, of an engine whose origin names all that its English depends on."""
    if means.engine not in {ARGOS, CONVERTED}:
        return None
    return SentenceMemory(root / remembered.FOLDER, f"{origin} {means.processors.beam}", terms)


def _translate(
    run: Callable[[Callable[[Done], object]], object], total: int, outcome: Outcome, problems: Problems
) -> tuple[int, int]:
    """Let an engine work; tell in the outcome how that ended.

    Returns:
        How many paragraphs are done, and how many sentences were left out.
    """
    done, left_out, outcome.stopped = 0, 0, True
    with SentenceProgress() as advance:

        def tell(so_far: Done) -> None:
            nonlocal done, left_out
            done, left_out = so_far.paragraphs, so_far.left_out
            advance(so_far)

        try:
            run(tell)
            outcome.stopped = False
        except ExtensionError as error:
            problems.add(error.problem)
        except (OSError, ChangedError, DeviceError, ChatError) as error:
            problems.add(stopping.stopped(FOLDER, error, done, total))
    outcome.unfinished = outcome.stopped or bool(left_out)
    return done, left_out
