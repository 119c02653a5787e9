"""``init``: a folder for an archive of one's own."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from goftogu import terminal
from goftogu.commands import starting
from goftogu.commands.skeleton import Host, NewArchive, files
from goftogu.content import location
from goftogu.content.settings import ORDERS
from goftogu.locale.message import Message, plural, verbatim
from goftogu.model import Bilingual, Language
from goftogu.problems import Problem
from goftogu.storage import files as storage_files
from goftogu.storage import names

_IGNORED: Final = frozenset({".git"})
"""What may be in a folder that counts as empty: a repository that was made before the archive."""

_DRAFT: Final = ".init-"
"""How the name of the folder begins in which the files are made; a kill leaves it behind."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")

T = TypeVar("T")


def init(options: argparse.Namespace) -> int:
    """Write the files of a new archive into a folder."""
    folder: Path = options.folder
    problem = fault(folder)
    if problem is not None:
        terminal.show_problems([problem])
        return 1
    wanted = _wanted(options)
    written = files(wanted)
    write(folder, written)
    terminal.say(Message("wrote {files} into {folder}; next:", files=plural(len(written), "file"), folder=folder))
    for line in _next(folder, sample=wanted.sample):
        terminal.say(verbatim(f"  {line}"))
    return 0


def fault(folder: Path) -> Problem | None:
    """Return why no archive can begin in a folder, or nothing."""
    shown = str(folder)
    if not folder.exists():
        pass
    elif not folder.is_dir():
        return Problem.of_file(shown, "S012", Message("it is a file"), Message("give the name of a new folder"))
    elif held := sorted({file.name for file in folder.iterdir() if not file.match(f"{_DRAFT}*")} - _IGNORED):
        hint = Message("give the name of a new folder, or of an empty one")
        return Problem.of_file(shown, "S012", Message("the folder is not empty: it holds {held}", held=held[0]), hint)
    if outer := location.around(folder.resolve().parent):
        message = Message("the folder lies in another archive: {root}", root=outer.root)
        return Problem.of_file(shown, "S012", message, Message("choose a folder outside of it"))
    return None


def write(folder: Path, written: Mapping[str, bytes]) -> None:
    """Write files into a new or empty folder, all of them or none.

    A new folder is made under another name, beside its place, and moved there in one step.

    Args:
        folder: It is made when it is not there.
        written: By their path.

    Raises:
        OSError: When one of them cannot be written. The folder is then as it was.
    """
    above = folder if folder.exists() else folder.parent
    made = next((parent for parent in reversed(above.parents) if not parent.exists()), above)
    new = not made.exists()
    try:
        above.mkdir(parents=True, exist_ok=True)
        _write(folder, above, written)
    except BaseException:
        if new:
            shutil.rmtree(made, ignore_errors=True)
        raise


def _write(folder: Path, above: Path, written: Mapping[str, bytes]) -> None:
    for left in above.glob(f"{_DRAFT}{folder.name}-*"):
        shutil.rmtree(left)
    with tempfile.TemporaryDirectory(prefix=f"{_DRAFT}{folder.name}-", dir=above) as stage:
        whole = Path(stage, "archive")
        whole.mkdir()
        for path, data in written.items():
            storage_files.write(whole / path, data)
        if not folder.exists():
            whole.replace(folder)
            return
        for name in sorted({path.partition("/")[0] for path in written}):
            (whole / name).replace(folder / name)


def title(text: str) -> str:
    """Read the title of an archive."""
    if not text.strip():
        raise argparse.ArgumentTypeError(terminal.as_said(Message("a title cannot be empty")))
    if _CONTROL.search(text):
        raise argparse.ArgumentTypeError(terminal.as_said(Message("a title is one line, without control characters")))
    return text.strip()


def languages(text: str) -> tuple[Language, ...]:
    """Read the languages in their order: ``fa,en``, ``en,fa``, or ``fa`` for Persian alone."""
    said = [word.strip() for word in text.lower().split(",")]
    for order in ORDERS:
        if said == list(order):
            return order
    raise argparse.ArgumentTypeError(terminal.as_said(Message("{text} is not fa,en, en,fa or fa", text=repr(text))))


def address(text: str) -> str:
    """Read the address of the site; nothing when it is not known."""
    return starting.address(text.strip()) if text.strip() else ""


def _wanted(options: argparse.Namespace) -> NewArchive:
    """Return what the options say; ask for the rest, if there is somebody to ask."""
    usual = NewArchive()
    asking = not options.yes and sys.stdin.isatty() and sys.stderr.isatty()

    def answer(given: T | None, question: Message, usual: T, read: Callable[[str], T]) -> T:
        if given is not None:
            return given
        return _asked(question, usual, read) if asking else usual

    which = Message("languages: fa,en or en,fa (which comes first), or fa for Persian alone")
    chosen = answer(options.languages, which, usual.languages, languages)
    persian = answer(options.title_fa, Message("title of the archive in Persian"), usual.title.fa, title)
    both = Language.EN in chosen
    english = (
        answer(options.title_en, Message("title of the archive in English"), usual.title.en, title) if both else ""
    )
    return NewArchive(
        Bilingual(persian, english),
        chosen,
        answer(options.url, Message("address of the site, if you know it"), usual.url, address),
        Host(options.host),
        options.sample,
    )


def _asked(question: Message, usual: T, read: Callable[[str], T]) -> T:
    """Ask until there is an answer that can be used; Enter, and the end of the input, take the usual one."""
    shown = ",".join(usual) if isinstance(usual, tuple) else usual
    while True:
        try:
            said = terminal.ask(Message("{question} [{usual}]", question=question, usual=shown) if shown else question)
            return read(said) if said else usual
        except EOFError:
            return usual
        except argparse.ArgumentTypeError as wrong:
            terminal.show(verbatim(wrong))


def _next(folder: Path, *, sample: bool) -> list[str]:
    """Return the commands that come next, as this one was called."""
    called, place = terminal.command(), names.typed(str(folder))
    words = ["serve"] if sample else ["import FILE", "serve --drafts"]
    if folder == Path():
        return [f"{called} {word}" for word in words]
    if called == "goftogu":
        return [f"cd {place}", *(f"{called} {word}" for word in words)]
    return [f"{called} --root {place} {word}" for word in words]
