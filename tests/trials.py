"""Trials: a small archive, a few files laid into it, and what a build then says of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from goftogu.problems import Problem
from tests import sites

RIVER: Final = "content/interviews/river.md"
PO: Final = "content/translations/en/river.po"
SITE: Final = "content/site.toml"
PEOPLE: Final = "content/people.toml"
ABOUT: Final = "content/pages/about.{}.md"
HEAD: Final = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
QUESTION: Final = "از رودخانه چه به یاد دارید؟"
ALWAYS: Final = frozenset({"M006", "T007", "T008", "T009", "T012", "V005"})
"""Notes and warnings that say nothing of a fault that was laid in."""

Laid = Mapping[str, "str | bytes | None"]
"""Files by path; ``None`` makes an empty folder."""


def base(path: str) -> str:
    """Return the text of a file of the small archive."""
    return (sites.SITES / "base" / path).read_text(encoding="utf-8")


def river(old: str, new: str) -> Laid:
    """Return the transcript of the small archive with one text in place of another."""
    text = base(RIVER)
    assert text.count(old) == 1, old
    return {RIVER: text.replace(old, new)}


def title(value: str) -> Laid:
    """Return the transcript with a value as it is written behind ``title:``."""
    return river("title: گفت‌وگو دربارهٔ رودخانه", f"title: {value}")


def entry(name: str, source: str, english: str) -> str:
    """Return an entry of a translation memory, as it is written in the file."""
    return f'msgctxt "{name}"\nmsgid "{source}"\nmsgstr "{english}"\n'


def english(text: str) -> Laid:
    """Return a memory with the English of the question, as it is written in the file."""
    return {PO: HEAD + entry("t1.1", QUESTION, text)}


def person(**fields: str) -> Laid:
    """Return the people of the small archive and one more, with fields as they are written in TOML."""
    lines = "\n".join(f"{name} = {value}" for name, value in fields.items())
    return {PEOPLE: f"{base(PEOPLE)}\n[zed]\n{lines}\n"}


def page(text: str) -> Laid:
    """Return a free page with a Persian text."""
    return {ABOUT.format("fa"): text, ABOUT.format("en"): "# About\n\nText.\n"}


class Bench:
    """The small archive, into which files are laid and from which they are taken out again."""

    def __init__(self, folder: Path) -> None:
        self.root = sites.make(folder / "archive")

    def problems(self, files: Laid) -> list[Problem]:
        """Return what a build says of the archive with some files in it; it writes nothing."""
        with self.laid(files):
            report = sites.build(self.root, write=False)
            return [problem for problem in report.problems if problem.code not in ALWAYS]

    def told(self, files: Laid) -> list[str]:
        """Return path, line, column and code of each problem."""
        return sorted(f"{found.path}:{found.line}:{found.column} {found.code}" for found in self.problems(files))

    @contextmanager
    def laid(self, files: Laid) -> Iterator[None]:
        """Lay files into the archive, and put it back as it was."""
        before = {path: self._bytes(path) for path in files}
        made = [folder for path in files for folder in self._new(path)]
        try:
            for path, data in files.items():
                self._lay(path, data)
            yield
        finally:
            for path, data in before.items():
                self._take_out(path, data)
            for folder in sorted(made, reverse=True):
                shutil.rmtree(folder, ignore_errors=True)

    def _bytes(self, path: str) -> bytes | None:
        file = self.root / path
        return file.read_bytes() if file.is_file() else None

    def _new(self, path: str) -> list[Path]:
        return [folder for folder in (self.root / path).parents if not folder.exists()]

    def _lay(self, path: str, data: str | bytes | None) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            file.mkdir()
        else:
            file.write_bytes(data.encode() if isinstance(data, str) else data)

    def _take_out(self, path: str, data: bytes | None) -> None:
        file = self.root / path
        if file.is_dir() and not file.is_symlink():
            shutil.rmtree(file)
        else:
            file.unlink(missing_ok=True)
        if data is not None:
            file.write_bytes(data)
