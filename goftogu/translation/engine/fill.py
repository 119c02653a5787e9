"""Fills the gaps of all memories: first with what is there already, then with an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, Protocol

from goftogu.conventions import forms, withheld
from goftogu.conventions.marks import Conventions
from goftogu.persian.digits import to_ascii
from goftogu.translation.engine import lifting, reusing
from goftogu.translation.engine.decode import Checked
from goftogu.translation.engine.lifting import Lifted
from goftogu.translation.engine.protocol import Hypothesis, SentencePlace, join
from goftogu.translation.engine.remembered import SentenceMemory
from goftogu.translation.engine.reopening import is_reopened, lacks
from goftogu.translation.engine.surroundings import Surroundings, spoken
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import CUT_OFF, DRAFT, ENGINES
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from goftogu.translation.quality.flags import lacks_term

NO_TERMS: Final = Terminology()
"""Nothing is settled."""


class Team(Protocol):
    """What does the work: this process, or many.

    Attributes:
        origin: Name and version of the engine, as memories and pages name it.
        shard: How many sentences it takes at once.
    """

    origin: str
    shard: int

    def run(self, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[Checked]]]:
        """Translate shards of sentences; yield each, with its number, when it is done."""
        ...

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:  # noqa: ARG002  for those that define it
        """Be told what finds the place of a sentence; who looks at no neighbours need not define this."""
        return


class Done(NamedTuple):
    """How far the work is.

    Attributes:
        paragraphs: Those that are done.
        sentences: Those that are done.
        total: All sentences.
        left_out: Sentences that the engine could not be brought to translate.
    """

    paragraphs: int
    sentences: int
    total: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Job:
    """One interview's share of the work.

    Attributes:
        memory: Its memory; it is changed.
        units: What the interview has now, in order.
        conventions: What brackets in its texts mean.
    """

    memory: Memory
    units: tuple[Unit, ...]
    conventions: Conventions | None = None


Place = tuple[Job, Unit]
"""A paragraph that is to be translated, and the job it belongs to."""


def prepare(jobs: Sequence[Job]) -> None:
    """Update all memories to their interviews, and reuse English that the archive has elsewhere."""
    for job in jobs:
        job.memory.merge(job.units)
    reusing.reuse(list(_places(jobs)))


def todo(jobs: Sequence[Job], origin: str = "", *, refresh: bool = False, terms: Terminology = NO_TERMS) -> list[Place]:
    """Return what an engine has to translate.

    What a person wrote or approved is never replaced. English of the engine whose Persian has changed is made again,
    and so is what depends on names or terms that have changed.

    Args:
        jobs: All interviews, prepared.
        origin: Name of the engine and its package.
        refresh: Replace drafts of a language model and the English of other packages, too.
        terms: What is settled.
    """
    again = {(job.memory.name, unit.id) for job, unit in reopened(jobs, terms)}
    return [
        (job, unit)
        for job, unit in _places(jobs)
        if not unit.language
        and (is_open(job.memory.lookup(unit), origin, refresh=refresh) or (job.memory.name, unit.id) in again)
    ]


def chosen(places: Sequence[Place], paragraphs: Mapping[str, Collection[str]]) -> list[Place]:
    """Return what was asked for.

    Args:
        places: Paragraphs, and the jobs they belong to.
        paragraphs: By id of an interview, the ids of its turns or paragraphs; an interview that is not there is whole.
    """
    return [
        (job, unit)
        for job, unit in places
        if not {unit.id, unit.id.partition(".")[0]}.isdisjoint(paragraphs.get(job.memory.name, (unit.id,)))
    ]


def reopened(jobs: Sequence[Job], terms: Terminology) -> list[Place]:
    """Return what an engine has to translate again, because names or terms have changed.

    Args:
        jobs: All interviews, prepared.
        terms: What is settled now.
    """
    places = _places(jobs) if terms.terms else ()
    return [
        (job, unit)
        for job, unit in places
        if not unit.language and is_reopened(unit.source, job.memory.lookup(unit), job.memory.notes(unit), terms)
    ]


def of_others(jobs: Sequence[Job], origin: str) -> list[Place]:
    """Return what another engine or package made, and nobody has changed or approved."""
    places = ((job, unit, job.memory.lookup(unit)) for job, unit in _places(jobs))
    return [(job, unit) for job, unit, found in places if found.state is State.MACHINE and found.origin != origin]


def lacking(jobs: Sequence[Job], terms: Terminology) -> list[Place]:
    """Return what a person approved without the settled English of a name or term."""
    places = ((job, unit, job.memory.lookup(unit)) for job, unit in _places(jobs) if terms.terms)
    return [
        (job, unit)
        for job, unit, found in places
        if found.state is State.REVIEWED and lacks_term(unit.source, found.text, terms)
    ]


def is_open(found: Translation, origin: str = "", *, refresh: bool = False) -> bool:
    """Tell whether an engine has to make some English (see :func:`todo`)."""
    if found.state is State.MISSING:
        return True
    if found.by is not None:
        return False
    if found.origin.startswith(ENGINES):
        return found.state is State.STALE or (refresh and found.origin != origin)
    return refresh and found.origin.startswith(DRAFT)


def translate(  # noqa: PLR0913, PLR0917  # all that is known of the work
    places: Sequence[Place],
    team: Team,
    keep: Callable[[Job], object],
    progress: Callable[[Done], object] = lambda _: None,
    terms: Terminology = NO_TERMS,
    remembered: SentenceMemory | None = None,
) -> None:
    """Translate paragraphs. Each sentence is translated once, wherever and however often it occurs.

    Args:
        places: What is to be translated.
        team: What translates.
        keep: Called with each job that has new English, again and again while the work goes on; saves it.
        progress: Told how far the work is.
        terms: What is settled; the memories note which of it could not be had.
        remembered: Sentences that were translated in an earlier run.
    """
    tasks = [_Task(job, unit, _shape(unit, job.conventions)) for job, unit in places]
    every = list(dict.fromkeys(part.sentence for task in tasks for line in task.shape for part in line))
    known = {part: Checked(Hypothesis(_in_english(part), 0.0, 0), ()) for part in every if _is_mark(part)}
    known |= remembered.recall(sentence for sentence in every if sentence not in known) if remembered else {}
    asked = [sentence for sentence in every if sentence not in known]
    shards = [asked[start : start + team.shard] for start in range(0, len(asked), team.shard)]
    waiting = _waiting(tasks, shards)
    team.look_around(Surroundings(lambda: (spoken(task.job, task.unit, task.shape) for task in tasks)))
    ready = [task for task in tasks if not task.waits]
    for task in ready:
        _record(task, known, team.origin, terms)
    for job in {id(task.job): task.job for task in ready}.values():
        keep(job)
    done, total, left_out = len(ready), len(every), 0
    progress(Done(done, len(known), total))
    for number, found in team.run(shards):
        new = dict(zip(shards[number], found, strict=True))
        known.update(new)
        if remembered:
            remembered.keep(new)
        whole = [task for task in waiting[number] if task.waits == {number}]
        for task in waiting[number]:
            task.waits.discard(number)
        for task in whole:
            _record(task, known, team.origin, terms)
        for job in {id(task.job): task.job for task in whole}.values():
            keep(job)
        done += len(whole)
        left_out += sum(one.hypothesis.left_out for one in found)
        progress(Done(done, len(known), total, left_out))


def _shape(unit: Unit, conventions: Conventions | None) -> list[list[Lifted]]:
    """Return the sentences of each line; a mark of what is withheld or of a form is one of its own, for no engine."""
    lines = [forms.pieces(line, unit.form) for line in unit.source.split("\n")]
    parts = [[part for piece in line for part in withheld.parts(piece)] for line in lines]
    return [[sentence for part in line for sentence in _split(part, conventions)] for line in parts]


def _split(part: str, conventions: Conventions | None) -> Iterable[Lifted]:
    return [Lifted(part)] if _is_mark(part) else lifting.lift(part, conventions)


def _in_english(mark: str) -> str:
    """Return a mark as the English has it: the number of an item in its digits."""
    return mark if withheld.is_mark(mark) else to_ascii(mark)


def _is_mark(part: str) -> bool:
    return not part or withheld.is_mark(part) or forms.is_mark(part)


@dataclass(slots=True, eq=False)
class _Task:
    """A paragraph with the sentences of its lines and the numbers of the shards that it waits for."""

    job: Job
    unit: Unit
    shape: list[list[Lifted]]
    waits: set[int] = field(default_factory=set)


def _waiting(tasks: Iterable[_Task], shards: Sequence[Sequence[str]]) -> list[list[_Task]]:
    """Return the tasks that wait for each shard."""
    places = {sentence: number for number, shard in enumerate(shards) for sentence in shard}
    waiting: list[list[_Task]] = [[] for _ in shards]
    for task in tasks:
        task.waits = {places[part.sentence] for line in task.shape for part in line if part.sentence in places}
        for number in task.waits:
            waiting[number].append(task)
    return waiting


def _record(task: _Task, known: Mapping[str, Checked], origin: str, terms: Terminology) -> None:
    whole = join([join([_whole(part, known) for part in line]) for line in task.shape], "\n")
    if whole.left_out or task.unit.id in task.job.memory.taken:  # a person has saved it while the engine was at work
        return
    parts = [known[part.sentence] for line in task.shape for part in line]
    flags = [CUT_OFF] if any(CUT_OFF in part.flags for part in parts) else []
    put = dict.fromkeys(term for part in parts for term in part.terms)
    lacking = lacks(task.unit.source, whole.text, terms)
    score = whole.confidence if whole.tokens else None
    task.job.memory.record(task.unit, whole.text, origin, score=score, flags=flags, terms=put, lacks=lacking)


def _whole(part: Lifted, known: Mapping[str, Checked]) -> Hypothesis:
    """Return the English of a sentence with its marks."""
    found = known[part.sentence].hypothesis
    return replace(found, text=part.put_back(found.text)) if part.marks else found


def counts(jobs: Sequence[Job]) -> Counter[State]:
    """Count the units in each state."""
    found = (job.memory.lookup(unit).state for job, unit in _places(jobs))
    usual = dict.fromkeys((state for state in State if state is not State.ORIGINAL), 0)
    return Counter(usual | Counter(found))


def _places(jobs: Sequence[Job]) -> Iterator[Place]:
    return ((job, unit) for job in jobs for unit in job.units)
