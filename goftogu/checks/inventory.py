"""Nothing below ``content/`` and ``templates/`` is left out in silence: what nothing reads is named.

Each file and folder is either used, or a problem that says what was probably meant. Names that begin with a dot, and
what ``ignore`` in ``site.toml`` names, are left alone; but what only iCloud has is told. The names in
``content/interviews`` are judged where they are read (:mod:`goftogu.content.files`), those in ``content/media`` in
:mod:`goftogu.content.media`.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from goftogu.checks import guesses, permalinks
from goftogu.content import characters, files, leftovers, media, redirects, vocabulary
from goftogu.content.location import SETTINGS
from goftogu.locale.message import Message
from goftogu.problems import Fault, Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.translation.packages import checksums

FOLDERS: Final = {
    files.INTERVIEWS: ("*.md", "*.txt"),
    files.RECEIVED: ("*",),
    media.FOLDER: ("*",),
    "content/pages": ("*.md",),
    "content/translations": (),
    "content/translations/en": ("*.po",),
    "content/translations/fa": ("*.po",),
}
"""The folders of an archive's content, and the endings that are read in each."""

FILES: Final = frozenset(
    {
        SETTINGS,
        redirects.FILE,
        permalinks.RECORD,
        files.CARD,
        checksums.LOCK,
        *(f"content/{name}" for name in vocabulary.SCHEMAS),
    }
)
"""The files of an archive's content that have a name of their own."""

_ELSEWHERE: Final = frozenset({files.INTERVIEWS, media.FOLDER})
_TEMPLATES: Final = "templates"
_STATIC: Final = "templates/static"
_USUAL: Final = frozenset({_STATIC, "templates/locale"})
"""Folders of templates that may be empty."""
_MENTIONED: Final = re.compile(r"[\"']([^\"'\s]+\.jinja)[\"']")
_LINK: Final = Message("the path is a symbolic link or leaves the project")
_COPY: Final = Message("put a copy of the file in its place")
_TEXTS: Final = (".css", ".js", ".svg", ".txt")

Ignored = Callable[[str], bool]


def check(root: Path, ignored: Ignored, templates: Iterable[str], problems: Problems) -> None:
    """Report what nothing reads.

    Args:
        root: The project's folder.
        ignored: Tells whether the archive wants a path to be left alone.
        templates: Names of the templates and other files that come with Goftogu, relative to their folder.
        problems: What is found is added.
    """
    walk = _Inventory(root, ignored, problems)
    walk.content("content")
    for folder in sorted(_ELSEWHERE):
        walk.tell_away(folder)
    if (root / _TEMPLATES).is_dir():
        walk.templates({f"{_TEMPLATES}/{name}" for name in templates})


class _Inventory:
    """One look at a folder and all that is in it."""

    def __init__(self, root: Path, ignored: Ignored, problems: Problems) -> None:
        self._root = root
        self._ignored = ignored
        self._problems = problems

    def content(self, folder: str) -> None:
        """Judge what is in a folder of the content."""
        taken: dict[str, str] = {}
        for path, entry in self._entries(folder):
            if entry.is_dir(follow_symlinks=False) and (path in FILES or entry.name.endswith((".md", ".po"))):
                continue  # told where files of this name or ending are read
            if fault := self._judged(folder, path, entry) or _twice(path, taken):
                self._problems.add(Problem.of_file(path, *fault))
            elif entry.is_dir() and path not in _ELSEWHERE:
                self.content(path)
        self.tell_away(folder)

    def templates(self, known: set[str]) -> None:
        """Judge the templates of the archive."""
        found = [item for item in self._tree(_TEMPLATES) if not item[1].is_dir(follow_symlinks=False)]
        found = [(path, entry) for path, entry in found if self._is_regular(path, entry)]
        for path, _ in found:
            if path.endswith(_TEXTS):
                self._merged(path)
        used = known | self._mentioned(path for path, _ in found if path.endswith(".jinja"))
        for path, _ in found:
            stray = path not in used and (not path.startswith(f"{_STATIC}/") or path.rpartition(".")[0] in known)
            if stray:
                self._problems.add(Problem.of_file(path, *_unread(guesses.template(path, used))))

    def _is_regular(self, path: str, entry: os.DirEntry[str]) -> bool:
        """Report what is a link, no file, or larger than any text; templates are told where they are read."""
        fault: Fault | None = None
        if entry.is_symlink():
            fault = "S005", _LINK, _COPY
        elif path.endswith(".jinja"):
            return entry.is_file() and entry.stat().st_size <= files.LARGEST
        elif not entry.is_file():
            fault = "S002", Message("it is not a regular file"), Message("move it away")
        elif path.endswith(_TEXTS) and entry.stat().st_size > files.LARGEST:
            fault = files.too_large(entry.stat().st_size)
        if fault is not None:
            self._problems.add(Problem.of_file(path, *fault))
        return fault is None

    def tell_away(self, folder: str) -> None:
        """Report each file of which only its place is here: iCloud has the file itself."""
        for file in sorted((self._root / folder).glob(".*.icloud")):
            meant = leftovers.away(file.name)
            if meant and not any(self._ignored(f"{folder}/{name}") for name in (meant, file.name)):
                message = Message("“{name}” is in iCloud and not on this machine", name=meant)
                hint = Message("open its folder in Finder and download it")
                self._problems.add(Problem.of_file(f"{folder}/{meant}", "S007", message, hint))

    def _judged(self, folder: str, path: str, entry: os.DirEntry[str]) -> Fault | None:
        """Return what is wrong with the place or the name of an entry."""
        if entry.is_symlink():
            return "S005", _LINK, _COPY
        if entry.is_dir():
            known = path in FOLDERS
            return None if known else _unread(guesses.folder(path, FOLDERS, self._within(path)))
        endings = FOLDERS.get(folder, ())
        read = path in FILES or any(ending.removeprefix("*") in {"", Path(path).suffix} for ending in endings)
        return None if read else _unread(guesses.file(path, FILES))

    def _within(self, folder: str) -> list[str]:
        return [path for path, entry in self._tree(folder) if not entry.is_dir()]

    def _tree(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield all that is below a folder; an empty folder of another name than usual is a problem."""
        entries = list(self._entries(folder))
        for path, entry in entries:
            yield path, entry
            if entry.is_dir(follow_symlinks=False):
                inner = list(self._tree(path))
                if not inner and path.startswith(_TEMPLATES) and path not in _USUAL:
                    self._problems.add(Problem.of_file(path, *_unread(Message("fill it, or delete it"))))
                yield from inner

    def _entries(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """Yield what is in a folder and not to be left alone; a folder that cannot be read is a problem."""
        try:
            with os.scandir(self._root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except FileNotFoundError:
            return
        except OSError as error:
            message = Message("the folder cannot be read: {reason}", reason=storage_files.reason(error))
            self._problems.add(Problem.of_file(folder, "S002", message, Message("check its permissions")))
            return
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if self._counts(path, entry):
                yield path, entry

    def _counts(self, path: str, entry: os.DirEntry[str]) -> bool:
        """Tell whether an entry is judged; a link among the templates always is, because it could lead anywhere.

        Only that of Emacs is not: it marks what somebody edits, and nothing reads it.
        """
        if entry.is_symlink() and path.startswith(_TEMPLATES) and not entry.name.startswith(leftovers.EMACS):
            return True
        return not entry.name.startswith(".") and entry.name != "__pycache__" and not self._ignored(path)

    def _mentioned(self, templates: Iterable[str]) -> set[str]:
        """Return the templates that other templates of the archive name."""
        texts = ((self._root / path).read_bytes().decode("utf-8", "replace") for path in templates)
        names = {name for text in texts for name in _MENTIONED.findall(text)}
        return {f"{_TEMPLATES}/{name.removeprefix('goftogu/')}" for name in names}

    def _merged(self, path: str) -> None:
        """Report a style sheet or a script in which two versions are not merged."""
        data = (self._root / path).read_bytes()
        if b"<<<<<<< " in data or b">>>>>>> " in data:
            characters.check_merge(path, data.decode("utf-8", "replace"), self._problems)


def _twice(path: str, taken: dict[str, str]) -> Fault | None:
    """Report a name that another one differs from in nothing that can be seen."""
    name = unicodedata.normalize("NFC", path)
    first = taken.setdefault(name, path)
    if first == path:
        return None
    message = Message("its name looks like that of another file; only their bytes differ")
    return "S006", message, Message("keep one of them or rename it")


def _unread(guess: Message) -> Fault:
    return "S009", Message("nothing reads this"), Message("{guess}; or keep it: “ignore” in site.toml", guess=guess)
