"""Translates on many machines: the shards of one run, spread over the workers of a Dask cluster.

A worker imports :func:`work` from here and loads the package once. Shards that a killed worker had come to another one.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.translation.engine import argos
from goftogu.translation.engine import decode as engine_decode
from goftogu.translation.engine.decode import Checked
from goftogu.translation.engine.fill import Team
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.processors import AS_THERE_ARE, SHARD, Device, Processors, placement
from goftogu.translation.engine.terminology import Fixed, Terminology
from goftogu.translation.packages import checksums, installed
from goftogu.translation.packages.installed import InstalledPackage

if TYPE_CHECKING:
    from distributed import Client

LOCAL: Final = "local"
"""The address that means a cluster on this machine, with one worker for each processor."""
ENVIRONMENT: Final = {"MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "1073741824"}
"""What a worker needs in its environment before it starts.

Dask sets ``MALLOC_TRIM_THRESHOLD_=65536``. With that, every batch gives its memory back and asks for it again, and
CTranslate2 needs three times as long.
"""

_GONE: Final = Message("its scheduler is gone")
_PATIENCE: Final = "20 s"
_LOADING: Final = Lock()


@dataclass(frozen=True, slots=True)
class Spec:
    """What a worker has to know.

    Attributes:
        folder: The package on the machine that asks; a worker without that folder looks into its own.
        origin: Name and version of the package.
        digest: SHA-256 of its model.
        terms: The terms whose English must appear.
        processors: What each worker may use of its machine.
    """

    folder: str
    origin: str
    digest: str
    terms: tuple[Fixed, ...] = ()
    processors: Processors = AS_THERE_ARE


class Cluster(Team):
    """Does the work on the machines of a cluster."""

    def __init__(
        self, client: Client, package: InstalledPackage, terms: Terminology, processors: Processors = AS_THERE_ARE
    ) -> None:
        """Bind a connection, the package that must be used, the terms, and what a worker may use of its machine."""
        self.origin = package.origin
        self.shard = placement(processors, Device.CUDA, 1).shard if processors.device is Device.CUDA else SHARD
        self._client = client
        self._spec = Spec(str(package.path.resolve()), package.origin, _digest(package), terms.terms, processors)

    def run(self, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        """Translate shards; yield each, with its number, as soon as it is done.

        Raises:
            ConnectionError: When the cluster cannot go on.
        """
        from distributed import as_completed  # noqa: PLC0415  heavy, and an extra

        run = uuid4().hex
        names = [f"{run}-{number}" for number in range(len(shards))]
        try:
            futures = self._client.map(work, shards, spec=self._spec, key=names, pure=False)
            waiting = as_completed(futures, with_results=True)
            del futures  # so that a worker may forget what has come back
            for future, found in waiting:
                if future.cancelled():
                    raise ConnectionError(_GONE)  # noqa: TRY301  all that goes wrong is told in one way
                yield int(future.key.rpartition("-")[2]), found
        except ConnectionError:
            raise
        except Exception as error:  # whatever happens there, what has come back is kept
            raise ConnectionError(f"{type(error).__name__}: {error}") from error


@contextmanager
def connect(address: str) -> Iterator[Client]:
    """Connect to a cluster.

    Args:
        address: Of the scheduler, as ``tcp://host:8786``; :data:`LOCAL` starts a cluster on this machine.

    Raises:
        OSError: When nobody answers.
    """
    from distributed import Client  # noqa: PLC0415  heavy, and an extra

    if address == LOCAL:
        with start(os.cpu_count() or 1) as client:
            yield client
        return
    with _quiet(), Client(address, timeout=_PATIENCE) as client:
        yield client


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the client from logging how it looks for a lost scheduler: this is told as a problem, without its traces."""
    logger = logging.getLogger("distributed.client")
    usual = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = usual


@contextmanager
def start(workers: int) -> Iterator[Client]:
    """Start a cluster on this machine, each worker a process with one thread and the environment that it needs."""
    import dask.config  # noqa: PLC0415  heavy, and an extra
    from distributed import Client, LocalCluster  # noqa: PLC0415

    usual = dask.config.get("distributed.nanny.pre-spawn-environ", {})
    with (
        dask.config.set({"distributed.nanny.pre-spawn-environ": {**usual, **ENVIRONMENT}}),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


def work(sentences: Sequence[str], spec: Spec) -> list[Checked]:
    """Translate a shard, on a worker.

    Raises:
        LookupError: When this machine has another package, or none.
    """
    with _LOADING:
        loaded, terms = _load(spec)
    return engine_decode.decode(loaded, sentences, terms)


@lru_cache(maxsize=1)
def _load(spec: Spec) -> tuple[ModelEngine, Terminology]:
    problems = Problems()
    loaded = argos.load(_find(spec), problems, spec.processors.over(Processors(threads=_threads())))
    if loaded is None:
        raise LookupError(", ".join(map(str, problems)))
    return loaded, Terminology(spec.terms)


def _find(spec: Spec) -> InstalledPackage:
    there = installed.inspect(Path(spec.folder), Problems())
    places = [there] if there else []
    places += [found for folder in installed.folders(Path()) for found in installed.find(folder)]
    for package in places:
        if package.origin == spec.origin and _digest(package) == spec.digest:
            return package
    raise LookupError(f"{socket.gethostname()} does not have the same {spec.origin}")


def _digest(package: InstalledPackage) -> str:
    return checksums.of_file(package.path / "model" / "model.bin")


def _threads() -> int:
    from distributed import get_worker  # noqa: PLC0415  heavy, and an extra

    try:
        return int(get_worker().state.nthreads)
    except ValueError:
        return 1
