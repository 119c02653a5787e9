"""Who translates: this process or a cluster, with a package that is there or that is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from goftogu.problems import Problem
from goftogu.translation import engine, packages
from goftogu.translation.decoding import Local
from goftogu.translation.packages import InstalledPackage
from goftogu.translation.pipeline import Team
from goftogu.translation.terminology import Terminology


@dataclass(frozen=True, slots=True)
class Means:
    """How the work is to be done.

    Attributes:
        packages: Folder of the translation packages; the usual ones without it.
        fetch: Download a package when none is there.
        scheduler: Address of the scheduler of a Dask cluster; empty for this process.
    """

    packages: Path | None = None
    fetch: bool = False
    scheduler: str = ""


@contextmanager
def gather(root: Path, means: Means, terms: Terminology, problems: list[Problem]) -> Iterator[Team | None]:
    """Bring together what translates, and let it go at the end.

    Args:
        root: The project's folder.
        means: How the work is to be done.
        terms: Their English must appear.
        problems: Takes what went wrong; then nobody translates.
    """
    package = _package(root, means, problems)
    if package is None:
        yield None
    elif means.scheduler:
        with _cluster(means.scheduler, package, terms, problems) as team:
            yield team
    else:
        loaded, faults = engine.load(package)
        problems += faults
        yield None if loaded is None else Local(loaded, terms)


def _package(root: Path, means: Means, problems: list[Problem]) -> InstalledPackage | None:
    places = packages.folders(root, means.packages)
    package = packages.choose(places)
    if package is None and means.fetch and engine.is_installed():
        from goftogu.translation import supply  # noqa: PLC0415  what fetches takes time to import

        package, faults = supply.install("", root, places[0])
        problems += faults
    return package


@contextmanager
def _cluster(
    address: str, package: InstalledPackage, terms: Terminology, problems: list[Problem]
) -> Iterator[Team | None]:
    from goftogu.translation import cluster  # noqa: PLC0415  few need it

    with ExitStack() as stack:
        try:
            client = stack.enter_context(cluster.connect(address))
        except ImportError:
            problems.append(Problem("", 0, 0, "A013", "Dask is not installed", "pip install 'goftogu[cluster]'"))
            yield None
        except (OSError, ValueError) as error:
            problems.append(Problem(address, 0, 0, "A013", f"cannot be reached: {error}", "start the scheduler first"))
            yield None
        else:
            yield cluster.Cluster(client, package, terms)
