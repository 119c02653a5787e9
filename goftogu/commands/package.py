"""``package``: the translation packages of this machine."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content import settings as content_settings
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.translation.packages import checksums
from goftogu.translation.packages import installed as package_installed
from goftogu.translation.packages.installed import InstalledPackage

_SOUND: Final = Message("{label}: as it was installed")
_UNVERIFIED: Final = Message("{label}: not verified")


def install(options: argparse.Namespace) -> int:
    """Install a package from a file or an address, or the newest one."""
    from goftogu.translation.packages import install as package_install  # noqa: PLC0415  what fetches takes time to import

    problems = Problems()
    package = package_install.install(options.file, options.root, _folders(options)[0], problems)
    terminal.show_problems(problems)
    if package is not None:
        terminal.say(Message("installed {origin} in {path}", origin=package.origin, path=package.path))
    return int(package is None)


def installed(options: argparse.Namespace) -> int:
    """List the packages that are installed, the one that is used first."""
    problems = Problems()
    for package in _found(options, problems):
        print(f"{package.name} {package.version}\t{package.path}")
    terminal.show_problems(problems)
    return 0


def verify(options: argparse.Namespace) -> int:
    """Compare every installed package with what was installed, and with the lock of the archive."""
    problems = Problems()
    for package in _found(options, problems):
        sound = package_installed.verify(package, problems, options.root / checksums.LOCK)
        terminal.say((_SOUND if sound else _UNVERIFIED).of(label=package.label))
    terminal.show_problems(problems)
    return int(bool(problems))


def remove(options: argparse.Namespace) -> int:
    """Remove a package from the folder that Goftogu installs into."""
    found = package_installed.find(_folders(options)[0])
    chosen = [package for package in found if options.name in {package.name, package.label}]
    problems = Problems()
    for package in chosen:
        try:
            package_installed.remove(package)
            terminal.say(Message("removed {label}", label=package.label))
        except OSError as error:
            problems.add(
                Problem.of_file(
                    str(package.path),
                    "A010",
                    Message("cannot be removed: {reason}", reason=storage_files.reason(error)),
                    Message("check its permissions"),
                )
            )
    if not chosen:
        hint = Message("installed: {names}", names=[package.label for package in found] or [Message("none")])
        problems.add(Problem.of_file("", "A010", Message("{name} is not installed", name=options.name), hint))
    terminal.show_problems(problems)
    return int(bool(problems))


def _folders(options: argparse.Namespace) -> tuple[Path, Path]:
    settings = content_settings.of_archive(options.root, Problems())
    return package_installed.folders(options.root, options.packages or settings.packages_folder(options.root))


def _found(options: argparse.Namespace, problems: Problems) -> Iterator[InstalledPackage]:
    for folder in _folders(options):
        yield from package_installed.scan(folder, problems)
