"""Distributions for tests: real folders as an installer leaves them, with entry points for Goftogu."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from goftogu.exports import house
from goftogu.extensions import discovery
from goftogu.pages import filters
from goftogu.storage import cache

EXPORT: Final = """
from goftogu.exports.house import ArchiveExport, InterviewExport
from goftogu.model import Bilingual


def count(material):
    words = sum(len(unit.record.split()) for unit in material.interview.units())
    return f"{material.interview.id},{words}\\n".encode()


def speakers(site):
    return "".join(f"{outline.id}\\n" for outline in site.interviews).encode()


WORDS = InterviewExport("words.csv", count, Bilingual("شمار واژه‌ها", "Number of words"))
LIST = ArchiveExport("list.csv", speakers, Bilingual("فهرست", "List"))
"""
"""A module with an export of an interview and one of the archive."""


def install(
    folder: Path,
    modules: Mapping[str, str],
    points: Mapping[str, Mapping[str, str]],
    name: str = "house",
    version: str = "1.0",
) -> Path:
    """Lay a distribution into a folder, as an installer does.

    Args:
        folder: In the place of ``site-packages``.
        modules: Texts of Python, by path.
        points: The entry points, by group, then by name.
        name: Name of the distribution.
        version: Its version.

    Returns:
        The folder.
    """
    for path, text in modules.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    info = folder / f"{name}-{version}.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    sections = (
        f"[{group}]\n" + "".join(f"{key} = {value}\n" for key, value in named.items())
        for group, named in points.items()
    )
    (info / "entry_points.txt").write_text("\n".join(sections), encoding="utf-8")
    return folder


@contextmanager
def installed(*folders: Path) -> Iterator[None]:
    """Let this process find the distributions of some folders, and forget them at the end."""
    with pytest.MonkeyPatch.context() as patch:
        loaded = set(sys.modules)
        for folder in folders:
            patch.syspath_prepend(str(folder))
        forget()
        yield
        for module in set(sys.modules) - loaded:
            if any(str(getattr(sys.modules[module], "__file__", "")).startswith(str(folder)) for folder in folders):
                del sys.modules[module]
    forget()


def forget() -> None:
    """Look for distributions again, as a new process would."""
    discovery.found.cache_clear()
    house._table.cache_clear()
    filters._table.cache_clear()
    cache._code_version.cache_clear()
