"""``package``: the translation packages of this machine."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from goftogu import terminal
from goftogu.content import archive
from goftogu.problems import Problem
from goftogu.translation.packages import checksums
from goftogu.translation.packages import installed as package_installed
from goftogu.translation.packages.installed import InstalledPackage


def install(options: argparse.Namespace) -> int:
    """Install a package from a file or an address, or the newest one."""
    from goftogu.translation.packages import install as package_install  # noqa: PLC0415  what fetches takes time to import

    package, problems = package_install.install(options.file, options.root, _folders(options)[0])
    terminal.show_problems(problems)
    if package is not None:
        terminal.say(f"installed {package.origin} in {package.path}")
    return int(package is None)


def installed(options: argparse.Namespace) -> int:
    """List the packages that are installed, the one that is used first."""
    for package, problems in _found(options):
        if package is not None:
            print(f"{package.name} {package.version}\t{package.path}")
        terminal.show_problems(problems)
    return 0


def verify(options: argparse.Namespace) -> int:
    """Compare every installed package with what was installed, and with the lock of the archive."""
    problems = []
    for package, faults in _found(options):
        problems += faults
        if package is not None:
            found = _verify(package, options)
            problems += found
            terminal.say(f"{package.label}: {'not verified' if found else 'as it was installed'}")
    terminal.show_problems(problems)
    return int(bool(problems))


def _verify(package: InstalledPackage, options: argparse.Namespace) -> list[Problem]:
    try:
        return package_installed.verify(package, options.root / checksums.LOCK)
    except OSError as error:
        return [Problem(str(error.filename), 0, 0, "A007", f"cannot be read: {error.strerror}")]


def remove(options: argparse.Namespace) -> int:
    """Remove a package from the folder that Goftogu installs into."""
    found = package_installed.find(_folders(options)[0])
    chosen = [package for package in found if options.name in {package.name, package.label}]
    problems = []
    for package in chosen:
        try:
            package_installed.remove(package)
            terminal.say(f"removed {package.label}")
        except OSError as error:
            problems.append(Problem(str(package.path), 0, 0, "A010", f"cannot be removed: {error.strerror}"))
    if not chosen:
        hint = f"installed: {', '.join(package.label for package in found) or 'none'}"
        problems.append(Problem("", 0, 0, "A010", f"{options.name} is not installed", hint))
    terminal.show_problems(problems)
    return int(bool(problems))


def _folders(options: argparse.Namespace) -> tuple[Path, Path]:
    settings, _ = archive.settings(options.root)
    return package_installed.folders(options.root, options.packages or settings.packages_folder(options.root))


def _found(options: argparse.Namespace) -> Iterator[tuple[InstalledPackage | None, list[Problem]]]:
    for folder in _folders(options):
        found, problems = package_installed.scan(folder)
        yield None, problems
        yield from ((package, []) for package in found)
