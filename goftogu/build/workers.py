"""Spreads work over processes: those of this machine, or those of a Dask cluster.

Everything goes through one :class:`concurrent.futures.Executor`. A task is a function of a value that all tasks share
and of one of its own, so its result is the same wherever it runs. When a process dies, its work is done here.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from functools import cached_property, lru_cache
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, Final, Generic, Self, TypeVar, cast

from goftogu import terminal
from goftogu.locale.message import Message

S = TypeVar("S")
V = TypeVar("V")
R = TypeVar("R")
Task = Callable[[S, V], R]

_WORTH: Final = 40
"""How many tasks are worth starting other processes for."""

_PORTION: Final = 4
"""How many tasks a process takes at once."""

MOST: Final = 61 if sys.platform == "win32" else 4096
"""How many processes there may be; Windows waits for no more at once."""

_AHEAD: Final = 3
"""How many portions each process has, including the one that it works on."""


class Shared(Generic[S]):
    """A value shared by tasks: it is packed once, and unpacked once in each process.

    Attributes:
        value: The value.
        digest: Its digest.
    """

    def __init__(self, value: S, digest: bytes) -> None:
        """Share a value."""
        self.value = value
        self.digest = digest

    @cached_property
    def packed(self) -> bytes:
        """The value for other processes; only what this program has packed itself is ever unpacked."""
        return pickle.dumps(self.value, pickle.HIGHEST_PROTOCOL)


class Workers:
    """The processes that do the work of one build.

    Use it as a context manager. No process starts before there is enough to do.
    """

    def __init__(self, jobs: int, scheduler: str = "", prepare: Callable[[], object] = bool) -> None:
        """Prepare.

        Args:
            jobs: How many processes; 0 for one for each processor. With 1 all work is done here.
            scheduler: Address of the scheduler of a Dask cluster, whose workers take the place of processes.
            prepare: Does here, once, what every process would do for itself if it did not inherit it.
        """
        self._jobs = min(jobs or processors(), MOST)
        self._scheduler = scheduler
        self._prepare = prepare
        self._stack = ExitStack()
        self._executor: Executor | None = None
        self._lost = False

    def __enter__(self) -> Self:
        """Return the workers."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        self._stack.close()

    def map(
        self, title: Message, task: Task[S, V, R], shared: Shared[S], values: Iterable[V], count: int
    ) -> Iterator[R]:
        """Yield the result of a task for each value, in order.

        Args:
            title: What is being done, for the person at the terminal.
            task: A function of a module.
            shared: What all tasks share.
            values: One for each task; asked for as the work gets on.
            count: How many there are.
        """
        ready = self._ready(count)
        with terminal.progress(title, count) as advance:
            results = self._spread(task, shared, values, count) if ready else _here(task, shared, values)
            for done, result in enumerate(results, 1):
                yield result
                advance(done)

    def _spread(self, task: Task[S, V, R], shared: Shared[S], values: Iterable[V], count: int) -> Iterator[R]:
        waiting: deque[tuple[Future[list[R]] | None, Sequence[V]]] = deque()
        portion = max(1, min(_PORTION, count // (_AHEAD * self._jobs)))
        for part in _portions(values, portion):
            waiting.append((self._submitted(task, shared, part), part))
            if len(waiting) > _AHEAD * self._jobs:
                yield from self._result(task, shared, *waiting.popleft())
        while waiting:
            yield from self._result(task, shared, *waiting.popleft())

    def _ready(self, count: int) -> bool:
        """Tell whether there are processes; start them when there is enough to do."""
        if self._executor is None and not self._lost and (self._scheduler or (self._jobs > 1 and count >= _WORTH)):
            self._executor = self._cluster() if self._scheduler else self._processes()
        return self._executor is not None

    def _processes(self) -> Executor:
        method = start_method()
        if method == "fork":
            self._prepare()
        pool = ProcessPoolExecutor(
            self._jobs, mp_context=get_context(method), initializer=_begin, initargs=gc.get_threshold()
        )
        self._stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        pool.submit(processors)  # starts them before a bar on the terminal has a thread of its own
        return pool

    def _cluster(self) -> Executor:
        from goftogu.translation.engine import dask  # noqa: PLC0415  few need it

        client = self._stack.enter_context(dask.connect(self._scheduler))
        return cast("Executor", client.get_executor(pure=False))

    def _submitted(self, task: Task[S, V, R], shared: Shared[S], part: Sequence[V]) -> Future[list[R]] | None:
        if self._executor is not None:
            try:
                return self._executor.submit(_work, task, shared.digest, shared.packed, part)
            except BrokenProcessPool:
                self._lose()
        return None

    def _result(
        self, task: Task[S, V, R], shared: Shared[S], future: Future[list[R]] | None, part: Sequence[V]
    ) -> list[R]:
        if future is not None:
            try:
                return future.result()
            except BrokenProcessPool:
                self._lose()
        return [task(shared.value, value) for value in part]

    def _lose(self) -> None:
        self._executor, self._lost = None, True


def start_method() -> str:
    """Return how processes are started: by a fork where that is quick and safe, else from nothing.

    A process with several threads may hold locks that a fork would never see released.
    """
    tasks = Path("/proc/self/task")
    return "fork" if tasks.is_dir() and len(list(tasks.iterdir())) == 1 else "spawn"


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(*threshold: int) -> None:
    """Set up a process: it leaves Ctrl-C to its parent, and ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*threshold)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:  # pragma: no branch
        parent.join()
        os._exit(1)


def _here(task: Task[S, V, R], shared: Shared[S], values: Iterable[V]) -> Iterator[R]:
    return (task(shared.value, value) for value in values)


def _work(task: Task[S, V, R], digest: bytes, packed: bytes, part: Sequence[V]) -> list[R]:
    shared = _unpacked(_Packed(digest, packed))
    return [task(shared, value) for value in part]


class _Packed:
    """A packed value that is known by its digest."""

    __slots__ = ("data", "digest")

    def __init__(self, digest: bytes, data: bytes) -> None:
        self.digest = digest
        self.data = data

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packed) and other.digest == self.digest


@lru_cache(maxsize=3)
def _unpacked(packed: _Packed) -> Any:  # noqa: ANN401  as many types as tasks
    return pickle.loads(packed.data)  # noqa: S301  from the process that started this one, never from a file


def _portions(values: Iterable[V], size: int) -> Iterator[Sequence[V]]:
    remaining = iter(values)
    while part := list(islice(remaining, size)):
        yield part
