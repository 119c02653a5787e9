"""Gets a package to the machine: from a file, from an address, or the newest one from the index of Argos."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.problems import Problem
from goftogu.translation.packages import checksums, download, installed
from goftogu.translation.packages.installed import InstalledPackage

_ADDRESSES: Final = ("https://", "http://")


def install(where: str, root: Path, folder: Path) -> tuple[InstalledPackage | None, list[Problem]]:
    """Install a package; the archive's lock records it on first use and is enforced after.

    Args:
        where: A file or an address; empty for the newest package of the index.
        root: The project's folder, which holds the lock.
        folder: Where packages are installed.

    Returns:
        The installed package, or ``None`` and why.
    """
    if where and not where.startswith(_ADDRESSES):
        return installed.install(Path(where), folder, root / checksums.LOCK)
    url = where or download.newest()
    if isinstance(url, Problem):
        return None, [url]
    file = folder / f".download-{hashlib.sha256(url.encode()).hexdigest()[:12]}"
    with terminal.transfer(f"Downloading {url}") as progress:
        problem = download.fetch(url, file, progress)
    if problem is not None:
        return None, [problem]
    return _install_download(file, url, root, folder)


def _install_download(file: Path, url: str, root: Path, folder: Path) -> tuple[InstalledPackage | None, list[Problem]]:
    """Install what was downloaded and delete it: what is faulty must not be taken for the package again."""
    try:
        package, problems = installed.install(file, folder, root / checksums.LOCK)
    finally:
        file.unlink(missing_ok=True)
    return package, [replace(problem, path=url) if problem.path == str(file) else problem for problem in problems]
