"""Installed translation packages: finding them in a folder, and installing one from a file.

An Argos package is a zip archive with one folder: ``metadata.json``, a SentencePiece model and a CTranslate2 model.
Each installed package is read on its own, so that a broken one never hides its neighbours. A package is unpacked
beside the others, checked, and moved into place at the end: a fault leaves what was installed as it was.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from goftogu.problems import COMMAND, Problem
from goftogu.storage import files
from goftogu.translation.packages import checksums, unzip

SOURCE: Final = "fa"
TARGET: Final = "en"
HINT: Final = f"install one with: {COMMAND} package install"
_AGAIN: Final = "install it again from its file"
_ENDING: Final = ".argosmodel"
_NEWEST_FORMAT: Final = 1
_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,31}")
_NEEDED: Final = ("sentencepiece.model", "model/model.bin")


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A package in a folder.

    Attributes:
        path: The package's own folder.
        source: Code of the language it translates from.
        target: Code of the language it translates to.
        version: Version of the package.
        prefix: Token that every translation begins with, or empty.
    """

    path: Path
    source: str
    target: str
    version: str
    prefix: str = ""

    @property
    def name(self) -> str:
        """The name in the index of Argos: ``translate-fa_en``."""
        return f"translate-{self.source}_{self.target}"

    @property
    def label(self) -> str:
        """Name and version as they are used for files: ``translate-fa_en-1_5``."""
        return f"{self.name}-{self.version.replace('.', '_')}"

    @property
    def origin(self) -> str:
        """What the memory says about text from this package: ``argos translate-fa_en 1.5``."""
        return f"argos {self.name} {self.version}"


def folders(root: Path, chosen: Path | None = None) -> tuple[Path, Path]:
    """Return the folders in which packages are looked for, the first one being that which Goftogu installs into.

    Args:
        root: The project's folder.
        chosen: What the command line says; ``.packages`` in the project without it.
    """
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    argos = os.environ.get("ARGOS_PACKAGES_DIR") or data / "argos-translate" / "packages"
    return (root / ".packages" if chosen is None else chosen, Path(argos))


def scan(folder: Path) -> tuple[list[InstalledPackage], list[Problem]]:
    """Read all packages of a folder.

    Returns:
        The sound packages, newest first, and one problem for each broken one. A folder that is not there has none.
    """
    places = sorted(path for path in folder.iterdir() if _may_be_package(path)) if folder.is_dir() else []
    looked = [inspect(place) for place in places]
    sound = [found for found in looked if isinstance(found, InstalledPackage)]
    return sorted(sound, key=_age, reverse=True), [found for found in looked if isinstance(found, Problem)]


def find(folder: Path) -> list[InstalledPackage]:
    """Return the sound packages of a folder, newest first."""
    return scan(folder)[0]


def choose(places: Iterable[Path]) -> InstalledPackage | None:
    """Return the newest Persian to English package of the first folder that has one."""
    wanted = (package for folder in places for package in find(folder))
    return next((package for package in wanted if (package.source, package.target) == (SOURCE, TARGET)), None)


def inspect(folder: Path) -> InstalledPackage | Problem:
    """Read one package from its own folder."""
    file = folder / "metadata.json"
    try:
        said = json.loads(file.read_bytes())
    except OSError as error:
        return Problem(str(folder), 0, 0, "A007", f"metadata.json cannot be read: {error.strerror}", HINT)
    except (ValueError, RecursionError) as error:
        return Problem(str(file), 0, 0, "A007", f"metadata.json is not JSON: {error}", HINT)
    return _fault(folder, said) or InstalledPackage(
        folder, said["from_code"], said["to_code"], said["package_version"], said.get("target_prefix", "")
    )


def install(file: Path, folder: Path, lock: Path | None = None) -> tuple[InstalledPackage | None, list[Problem]]:
    """Install a package from a file; the same version is replaced.

    Args:
        file: The ``.argosmodel`` file.
        folder: Where packages are installed; it is made when it is not there.
        lock: File with the checksums of the packages that the archive has used. A package that is in it must be the
            same; one that is not is added.

    Returns:
        The installed package, or ``None`` and why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            return _install(file, folder, staging, lock)
    except BlockingIOError:
        return None, [Problem(str(folder), 0, 0, "A010", "another process is installing a package", "wait for it")]
    except OSError as error:
        message = f"cannot be read or written: {error.strerror}"
        return None, [Problem(str(error.filename or folder), 0, 0, "A010", message, "see to its rights and the space")]


def verify(package: InstalledPackage, lock: Path | None = None) -> list[Problem]:
    """Compare an installed package with what was installed, and with the lock of the archive.

    Raises:
        OSError: When a file cannot be read.
    """
    path = str(package.path)
    installed, problems = checksums.read(package.path / checksums.NAME)
    if not installed:
        message = "has no checksums: another program installed it"
        return problems or [Problem(path, 0, 0, "A011", message, _AGAIN)]
    archived = installed.pop(f"{package.label}{_ENDING}", "")
    found = checksums.of_folder(package.path)
    changed = sorted(name for name in {*installed, *found} if installed.get(name) != found.get(name))
    if changed:
        message = f"has changed since it was installed: {', '.join(changed)}"
        problems.append(Problem(path, 0, 0, "A011", message, _AGAIN))
    return problems + checksums.compare(lock, f"{package.label}{_ENDING}", archived, path)


def remove(package: InstalledPackage) -> None:
    """Remove an installed package; it is out of sight at once.

    Raises:
        OSError: When it cannot be removed.
    """
    with _staging(package.path.parent) as staging:
        package.path.rename(staging / "old")


def _install(
    file: Path, folder: Path, staging: Path, lock: Path | None
) -> tuple[InstalledPackage | None, list[Problem]]:
    fresh = staging / "new"
    if problem := unzip.unpack(file, fresh):
        return None, [problem]
    found = inspect(fresh)
    if isinstance(found, Problem):
        return None, [Problem(str(file), 0, 0, found.code, found.message, found.hint)]
    if (found.source, found.target) != (SOURCE, TARGET):
        message = f"translates from {found.source} to {found.target}, not from {SOURCE} to {TARGET}"
        return None, [Problem(str(file), 0, 0, "A005", message, f"take translate-{SOURCE}_{TARGET}")]
    name, digest = f"{found.label}{_ENDING}", checksums.of_file(file)
    if problems := checksums.compare(lock, name, digest, str(file)):
        return None, problems
    checksums.write(fresh / checksums.NAME, {name: digest, **checksums.of_folder(fresh)})
    _swap(fresh, folder / found.label, staging)
    checksums.add(lock, name, digest)
    return replace(found, path=folder / found.label), []


def _swap(fresh: Path, place: Path, staging: Path) -> None:
    """Put a package into its place; at any moment a sound one is in sight, should the process end just then."""
    beside = place.with_name(f"{place.name}.new")
    if beside.exists():
        beside.rename(staging / "left" if place.exists() else place)
    if place.exists():
        fresh = fresh.rename(beside)
        place.rename(staging / "old")
    fresh.rename(place)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Make a folder for work beside the packages, for one process at a time; remove what killed ones left.

    Raises:
        BlockingIOError: When another process is at work.
    """
    descriptor = files.lock(str(folder))
    try:
        for left in folder.glob(".staging-*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=".staging-", dir=folder, ignore_cleanup_errors=True) as staging:
            yield Path(staging)
    finally:
        if descriptor is not None:  # pragma: no branch
            os.close(descriptor)


def _may_be_package(path: Path) -> bool:
    return path.is_dir() and not path.name.startswith(".")


def _age(package: InstalledPackage) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", package.version)]


def _fault(folder: Path, said: Any) -> Problem | None:  # noqa: ANN401  # whatever the JSON holds
    if message := _metadata_fault(said):
        return Problem(str(folder), 0, 0, "A007", message, HINT)
    written_for = said.get("argos_version", "1")
    major = re.match(r"\d+", written_for if isinstance(written_for, str) else "")
    if major is None or int(major[0]) > _NEWEST_FORMAT:
        message = f"is written for Argos Translate {written_for}, which is not known here"
        return Problem(str(folder), 0, 0, "A006", message, "take an older version of the package, or update Goftogu")
    missing = [name for name in _NEEDED if not (folder / name).is_file()]
    if missing:
        return Problem(str(folder), 0, 0, "A008", f"has no {', '.join(missing)}", HINT)
    return None


def _metadata_fault(said: Any) -> str:  # noqa: ANN401  # whatever the JSON holds
    if not isinstance(said, dict):
        return "metadata.json is not an object"
    for name in ("from_code", "to_code", "package_version"):
        value = said.get(name)
        if not isinstance(value, str) or not _WORD.fullmatch(value):
            return f"metadata.json: {name} is {value!r}"
    if said.get("type", "translate") != "translate" or not isinstance(said.get("target_prefix", ""), str):
        return "metadata.json does not describe a translation package"
    return ""
