"""Gets a package to the machine: from a file, from an address, or the newest one from the index of Argos."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.translation.packages import checksums, download, installed
from goftogu.translation.packages.installed import InstalledPackage

_ADDRESSES: Final = ("https://", "http://")


def install(where: str, root: Path, folder: Path, problems: Problems) -> InstalledPackage | None:
    """Install a package; the archive's lock records it on first use and is enforced after.

    Args:
        where: A file or an address; empty for the newest package of the index.
        root: The project's folder, which holds the lock.
        folder: Where packages are installed.
        problems: What went wrong is added; then the package is ``None``.
    """
    if where and not where.startswith(_ADDRESSES):
        return installed.install(Path(where), folder, problems, root / checksums.LOCK)
    url = where or download.newest(problems)
    if url is None:
        return None
    file = folder / f".download-{hashlib.sha256(url.encode()).hexdigest()[:12]}"
    with terminal.transfer(Message("Downloading {url}", url=url)) as progress:
        there = download.fetch(url, file, problems, progress)
    return _install_download(file, url, root, folder, problems) if there else None


def _install_download(file: Path, url: str, root: Path, folder: Path, problems: Problems) -> InstalledPackage | None:
    """Install what was downloaded and delete it: a faulty file must not be used as the package again."""
    found = Problems()
    try:
        package = installed.install(file, folder, found, root / checksums.LOCK)
    finally:
        file.unlink(missing_ok=True)
    problems.extend(replace(problem, path=url) if problem.path == str(file) else problem for problem in found)
    return package
