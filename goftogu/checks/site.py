"""Checks that the built site is fit for GitHub Pages: reads it from the disk, file by file, as the host will.

The limits are those of GitHub Pages: a site of 1 GB, a file of 100 MB.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.checks import capacity, permalinks
from goftogu.checks.links import LinkChecker
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import Problem, Problems
from goftogu.storage.manifest import NAME as MANIFEST
from goftogu.storage.manifest import read_manifest

LARGEST: Final = 100_000_000
"""Bytes of a file above which it is not taken."""

_LARGEST_PAGE: Final = 20_000_000
_NEEDED: Final = (urls.LANDING, urls.NOT_FOUND, urls.NO_JEKYLL)
_OURS: Final = frozenset({MANIFEST, ".gitignore"})
_FILE_MODE: Final = 0o644
_FOLDER_MODE: Final = 0o755
_AGAIN: Final = Message("build again: {goftogu} build")


@dataclass(slots=True)
class Extent:
    """How much a site holds.

    Attributes:
        files: How many files were read.
        size: How many bytes they have.
    """

    files: int = 0
    size: int = 0


def check(output: Path, url: str, problems: Problems, before: Mapping[str, Sequence[str]] | None = None) -> Extent:
    """Read a built site and check whether it can be published.

    Args:
        output: The folder of the site.
        url: Its address, or empty when nobody knows.
        problems: What must be fixed before the site can be published is added.
        before: Ids of turns that were published, by the id of their interview. Its page must still have them.
    """
    extent = Extent()
    manifest, damaged = read_manifest(str(output / MANIFEST))
    if damaged or not manifest:
        problems.add(_unfit(f"{output.name}/{MANIFEST}", Message("no build has finished here"), _AGAIN))
        return extent
    links = LinkChecker(url)
    _check_files(output, manifest, links, extent, problems)
    _check_whole(output, extent.size, problems)
    links.report(problems)
    permalinks.check(before or {}, dict(_anchors(output.name, links, before or {})), problems)
    return extent


def _anchors(folder: str, links: LinkChecker, names: Iterable[str]) -> Iterator[tuple[str, permalinks.Anchors]]:
    """Yield the ids on the pages of interviews; those of turns, and retired ones, among them."""
    for name in names:
        path = urls.interview(Language.FA, name)
        if found := links.ids(path):
            yield name, permalinks.Anchors(f"{folder}/{path}", tuple(found), frozenset())


def _check_files(
    output: Path, manifest: Mapping[str, str], links: LinkChecker, extent: Extent, problems: Problems
) -> None:
    left = dict(manifest)
    for path, entry in _entries(output, ""):
        shown, mode = f"{output.name}/{path}", entry.stat(follow_symlinks=False).st_mode
        if fault := _fault_of_entry(mode):
            problems.add(_unfit(shown, *fault))
        if not stat.S_ISREG(mode) or path in _OURS:
            continue
        digest = left.pop(path, "")
        if not digest:
            problems.add(
                _unfit(
                    shown,
                    Message("the build did not make this file, but it would be published"),
                    Message("move it away"),
                )
            )
            continue
        size = entry.stat(follow_symlinks=False).st_size
        extent.files += 1
        extent.size += size
        if _look(Path(entry), path, size, links) != digest:
            problems.add(_unfit(shown, Message("the file was changed after the build"), _AGAIN))
        if size > LARGEST:
            message = Message("the file has more than {largest} MB", largest=LARGEST // 1000000)
            problems.add(_unfit(shown, message, Message("keep it elsewhere and link to it")))
    problems.extend(_unfit(f"{output.name}/{path}", Message("the file is missing"), _AGAIN) for path in sorted(left))


def _look(file: Path, path: str, size: int, links: LinkChecker) -> str:
    """Take the links of a file, and return its SHA-256; what is larger than any page is not held in memory."""
    if size > _LARGEST_PAGE:
        links.add(path, b"")
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    data = file.read_bytes()
    links.add(path, data)
    return hashlib.sha256(data).hexdigest()


def _entries(folder: Path, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield everything below a folder with its path; no link is followed."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        yield f"{path}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry), f"{path}{entry.name}/")


def _fault_of_entry(mode: int) -> tuple[Message, Message] | None:
    if stat.S_ISLNK(mode):
        return Message("it is a symbolic link"), Message("put a copy of the file in its place")
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return Message("it is neither a file nor a folder"), Message("move it away")
    wanted = _FILE_MODE if stat.S_ISREG(mode) else _FOLDER_MODE
    if stat.S_IMODE(mode) != wanted and os.name == "posix":
        return Message(
            "its rights are {mode}, not {wanted}",
            mode=format(stat.S_IMODE(mode), "04o"),
            wanted=format(wanted, "04o"),
        ), Message("chmod {wanted}", wanted=format(wanted, "04o"))
    return None


def _check_whole(output: Path, size: int, problems: Problems) -> None:
    for path in _NEEDED:
        if not (output / path).is_file():
            problems.add(_unfit(f"{output.name}/{path}", Message("the site needs this file"), _AGAIN))
    if size <= capacity.LIMIT:
        capacity.check(output.name, size, problems)
    else:
        message = Message("the site is too large for GitHub Pages")
        problems.add(_unfit(output.name, message, Message("make it smaller, split it in two, or choose another host")))
    if not (output / urls.SITEMAP).is_file():
        message, hint = (
            Message("it was built without its address: there are no feeds and no sitemap"),
            Message("set url in site.toml"),
        )
        problems.add(Problem.of_file(output.name, "W009", message, hint))


def _unfit(path: str, message: Message, hint: Message) -> Problem:
    return Problem.of_file(path, "W008", message, hint)
