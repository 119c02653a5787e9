"""Installed translation packages: finding them in a folder, and installing one from a file.

An Argos package is a zip archive with one folder: ``metadata.json``, a SentencePiece model or BPE codes, and a model of
CTranslate2. Each installed package is read on its own, so that a broken one never hides its neighbours. A package is
unpacked beside the others, checked, and moved into place at the end: a fault leaves what was installed as it was.
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

from goftogu.locale.message import Message
from goftogu.problems import Fault, Problem, Problems
from goftogu.storage import files
from goftogu.translation.packages import checksums, unzip

SOURCE: Final = "fa"
TARGET: Final = "en"
HINT: Final = Message("install one with: {goftogu} package install")
_AGAIN: Final = Message("install it again from its file")
_ENDING: Final = ".argosmodel"
_NEWEST_FORMAT: Final = 1
_WORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,31}")
_NEEDED: Final = (("sentencepiece.model", "bpe.model"), ("model/model.bin",))
"""The files of a package; one of each row must be there."""


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


def scan(folder: Path, problems: Problems) -> list[InstalledPackage]:
    """Return the sound packages of a folder, newest first, and add a problem for each broken one.

    A folder that is not there has none.
    """
    places = sorted(path for path in folder.iterdir() if _may_be_package(path)) if folder.is_dir() else []
    sound = [found for place in places if (found := inspect(place, problems))]
    return sorted(sound, key=_age, reverse=True)


def find(folder: Path) -> list[InstalledPackage]:
    """Return the sound packages of a folder, newest first."""
    return scan(folder, Problems())


def choose(places: Iterable[Path]) -> InstalledPackage | None:
    """Return the newest Persian to English package of the first folder that has one."""
    wanted = (package for folder in places for package in find(folder))
    return next((package for package in wanted if (package.source, package.target) == (SOURCE, TARGET)), None)


def inspect(folder: Path, problems: Problems) -> InstalledPackage | None:
    """Read one package from its own folder; ``None`` with a problem when it cannot be used."""
    file = folder / "metadata.json"
    try:
        said = json.loads(file.read_bytes())
    except OSError as error:
        message = Message("metadata.json cannot be read: {reason}", reason=files.reason(error))
        problems.add(Problem.of_file(str(folder), "A007", message, HINT))
    except (ValueError, RecursionError) as error:
        message = Message("metadata.json is not JSON: {error}", error=error)
        problems.add(Problem.of_file(str(file), "A007", message, HINT))
    else:
        if fault := _fault(folder, said):
            problems.add(Problem.of_file(str(folder), *fault))
            return None
        names = said["from_code"], said["to_code"], said["package_version"]
        return InstalledPackage(folder, *names, said.get("target_prefix", ""))
    return None


def install(file: Path, folder: Path, problems: Problems, lock: Path | None = None) -> InstalledPackage | None:
    """Install a package from a file; the same version is replaced.

    Args:
        file: The ``.argosmodel`` file.
        folder: Where packages are installed; it is made when it is not there.
        problems: What went wrong is added; then the package is ``None``.
        lock: File with the checksums of the packages that the archive has used. A package that is in it must be the
            same; one that is not is added.
    """
    if file.exists() and not file.is_file():
        message = Message("it is not a regular file")
        problems.add(Problem.of_file(str(file), "A001", message, Message("give the file of a package")))
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _staging(folder) as staging:
            return _install(file, folder, staging, lock, problems)
    except BlockingIOError:
        message = Message("another process is installing a package")
        problems.add(Problem.of_file(str(folder), "A010", message, Message("wait for it")))
    except OSError as error:
        path = str(error.filename or folder)
        message = Message("cannot be read or written: {reason}", reason=files.reason(error))
        problems.add(Problem.of_file(path, "A010", message, Message("check its permissions and the free space")))
    return None


def verify(package: InstalledPackage, problems: Problems, lock: Path | None = None) -> bool:
    """Compare an installed package with what was installed, and with the lock of the archive.

    Args:
        package: The package.
        problems: What differs is added.
        lock: File with the checksums of the packages that the archive has used.

    Returns:
        Whether the package is as it was installed.
    """
    found = Problems()
    try:
        _compare(package, lock, found)
    except OSError as error:
        message = Message("cannot be read: {reason}", reason=files.reason(error))
        found.add(Problem.of_file(str(error.filename), "A007", message, Message("check its permissions")))
    problems.extend(found)
    return not found


def _compare(package: InstalledPackage, lock: Path | None, problems: Problems) -> None:
    path = str(package.path)
    installed = checksums.read_checksums(package.path / checksums.NAME, problems)
    if not installed:
        if not problems:
            message = Message("has no checksums: another program installed it")
            problems.add(Problem.of_file(path, "A011", message, _AGAIN))
        return
    archived = installed.pop(f"{package.label}{_ENDING}", "")
    found = checksums.of_folder(package.path)
    changed = sorted(name for name in {*installed, *found} if installed.get(name) != found.get(name))
    if changed:
        message = Message("has changed since it was installed: {names}", names=changed)
        problems.add(Problem.of_file(path, "A011", message, _AGAIN))
    checksums.compare(lock, f"{package.label}{_ENDING}", archived, path, problems)


def remove(package: InstalledPackage) -> None:
    """Remove an installed package; it is out of sight at once.

    Raises:
        OSError: When it cannot be removed.
    """
    with _staging(package.path.parent) as staging:
        package.path.rename(staging / "old")


def _install(file: Path, folder: Path, staging: Path, lock: Path | None, problems: Problems) -> InstalledPackage | None:
    fresh = staging / "new"
    if not unzip.unpack(file, fresh, problems):
        return None
    faults = Problems()
    found = inspect(fresh, faults)
    problems.extend(replace(fault, path=str(file)) for fault in faults)
    if found is None:
        return None
    if (found.source, found.target) != (SOURCE, TARGET):
        message = Message(
            "translates from {source} to {target}, not from {wanted_source} to {wanted_target}",
            source=found.source,
            target=found.target,
            wanted_source=SOURCE,
            wanted_target=TARGET,
        )
        hint = Message("take translate-{source}_{target}", source=SOURCE, target=TARGET)
        problems.add(Problem.of_file(str(file), "A005", message, hint))
        return None
    name, digest = f"{found.label}{_ENDING}", checksums.of_file(file)
    if not checksums.compare(lock, name, digest, str(file), problems):
        return None
    checksums.write(fresh / checksums.NAME, {name: digest, **checksums.of_folder(fresh)})
    _swap(fresh, folder / found.label, staging)
    checksums.add(lock, name, digest)
    return replace(found, path=folder / found.label)


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
    """Tell whether a folder is meant as a package; one that a converter of CTranslate2 has written is none."""
    return path.is_dir() and not path.name.startswith(".") and not (path / "model.bin").is_file()


def _age(package: InstalledPackage) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", package.version)]


def _fault(folder: Path, said: Any) -> Fault | None:  # noqa: ANN401  # whatever the JSON holds
    """Return why a package cannot be used: code, message and hint."""
    if message := _metadata_fault(said):
        return "A007", message, HINT
    written_for = said.get("argos_version", "1")
    major = re.match(r"\d+", written_for if isinstance(written_for, str) else "")
    if major is None or int(major[0]) > _NEWEST_FORMAT:
        message = Message("is written for Argos Translate {version}, which is not known here", version=written_for)
        return "A006", message, Message("use an older version of the package, or update Goftogu")
    missing = [" or ".join(names) for names in _NEEDED if not any((folder / name).is_file() for name in names)]
    if missing:
        return "A008", Message("has no {names}", names=missing), HINT
    return None


def _metadata_fault(said: Any) -> Message:  # noqa: ANN401  # whatever the JSON holds
    if not isinstance(said, dict):
        return Message("metadata.json is not an object")
    for name in ("from_code", "to_code", "package_version"):
        value = said.get(name)
        if not isinstance(value, str) or not _WORD.fullmatch(value):
            return Message("metadata.json: {name} is {value}", name=name, value=repr(value))
    if said.get("type", "translate") != "translate" or not isinstance(said.get("target_prefix", ""), str):
        return Message("metadata.json does not describe a translation package")
    return Message("")
