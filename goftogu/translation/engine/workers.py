"""Chooses what translates: an engine in this process, or Argos on a cluster, with its package or model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.translation.chat.service import ChatError, ChatMeans
from goftogu.translation.engine import argos, converted, house
from goftogu.translation.engine.decode import Local
from goftogu.translation.engine.fill import Team
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.processors import AS_THERE_ARE, Processors
from goftogu.translation.engine.protocol import ARGOS, BUILT_IN, CHAT, CONVERTED
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.packages import installed
from goftogu.translation.packages.installed import InstalledPackage


@dataclass(frozen=True, slots=True)
class Means:
    """How the work is to be done.

    Attributes:
        packages: Folder of the translation packages; the usual ones without it.
        fetch: Download a package when none is there.
        scheduler: Address of the scheduler of a Dask cluster; empty for this process.
        engine: Name of the engine.
        model: The model that the engine uses, as it names models; empty for the only one.
        processors: What it may use of the machine.
        chat: How a language model may be asked; without it none is.
    """

    packages: Path | None = None
    fetch: bool = False
    scheduler: str = ""
    engine: str = ARGOS
    model: str = ""
    processors: Processors = AS_THERE_ARE
    chat: ChatMeans | None = None


@contextmanager
def gather(root: Path, means: Means, terms: Terminology, problems: Problems) -> Iterator[Team | None]:
    """Bring together what translates, and let it go at the end.

    Args:
        root: The project's folder.
        means: How the work is to be done.
        terms: Their English must appear.
        problems: Takes what went wrong; then nobody translates.
    """
    if means.engine in BUILT_IN:
        problems.extend(house.clashes())
    if means.engine != ARGOS:
        yield _here(root, means, terms, problems)
        return
    package = _package(root, means, problems)
    if package is None:
        yield None
    elif means.scheduler:
        with _cluster(means, package, terms, problems) as team:
            yield team
    else:
        yield _local(argos.load(package, problems, means.processors), terms)


def _here(root: Path, means: Means, terms: Terminology, problems: Problems) -> Team | None:
    """Return an engine that works in this process only."""
    if means.scheduler:
        message = Message("the engine “{engine}” translates on this machine only", engine=means.engine)
        problems.add(Problem.of_file(means.scheduler, "A013", message, Message("leave --scheduler out")))
        return None
    if means.engine == CONVERTED:
        folder = converted.choose(means.model, root, installed.folders(root, means.packages), problems)
        return None if folder is None else _local(converted.load(folder, problems, means.processors), terms)
    if means.engine == CHAT:
        return None if means.chat is None else _chat(means.chat, terms, problems)
    return _house(root, means, terms, problems)


def _chat(means: ChatMeans, terms: Terminology, problems: Problems) -> Team | None:
    from goftogu.translation.chat.engine import ChatEngine  # noqa: PLC0415  what sends takes time to import

    try:
        return Local(ChatEngine.of(means, terms), terms)
    except ChatError as error:
        problems.add(error.told(NO_HINT))
        return None


def _local(loaded: ModelEngine | None, terms: Terminology) -> Team | None:
    return None if loaded is None else Local(loaded, terms, loaded.placement.shard)


def _house(root: Path, means: Means, terms: Terminology, problems: Problems) -> Team | None:
    if means.processors != AS_THERE_ARE:
        message = Message("the engine “{engine}” chooses device, threads, beam and batch itself", engine=means.engine)
        hint = Message("leave them out, in the command and under [translation] in content/site.toml")
        problems.add(Problem.of_file("", "A014", message, hint))
    engine = house.load(means.engine, root, problems)
    return None if engine is None else Local(engine, terms)


def _package(root: Path, means: Means, problems: Problems) -> InstalledPackage | None:
    places = installed.folders(root, means.packages)
    package = installed.choose(places)
    if package is None and means.fetch and argos.is_installed():
        from goftogu.translation.packages import install as package_install  # noqa: PLC0415  what fetches takes time to import

        package = package_install.install("", root, places[0], problems)
    return package


@contextmanager
def _cluster(means: Means, package: InstalledPackage, terms: Terminology, problems: Problems) -> Iterator[Team | None]:
    from goftogu.translation.engine import dask  # noqa: PLC0415  few need it

    with ExitStack() as stack:
        try:
            client = stack.enter_context(dask.connect(means.scheduler))
        except ImportError:
            problems.add(
                Problem.of_file(
                    "", "A013", Message("Dask is not installed"), Message("pip install 'dask[distributed]'")
                )
            )
            yield None
        except (OSError, ValueError) as error:
            problems.add(
                Problem.of_file(
                    means.scheduler,
                    "A013",
                    Message("cannot be reached: {error}", error=error),
                    Message("start the scheduler first"),
                )
            )
            yield None
        else:
            yield dask.Cluster(client, package, terms, means.processors)
