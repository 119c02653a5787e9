"""The options of the commands with which people start: ``init``, ``new``, ``completion`` and ``help``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from goftogu import terminal
from goftogu.locale.message import Message


def add_init(command: argparse.ArgumentParser) -> None:
    """Add the options of ``init``."""
    command.add_argument("folder", type=_folder, metavar="FOLDER", help=Message("a new folder, or an empty one"))
    command.add_argument(
        "--title-fa", type=_by_init("title"), metavar="TEXT", help=Message("title of the archive in Persian")
    )
    command.add_argument(
        "--title-en", type=_by_init("title"), metavar="TEXT", help=Message("title of the archive in English")
    )
    command.add_argument(
        "--languages",
        type=_by_init("languages"),
        metavar="fa,en",
        help=Message(
            "the languages in the order in which they are offered: fa,en (usual), en,fa, or fa for Persian alone"
        ),
    )
    command.add_argument("--url", type=_by_init("address"), help=Message("address of the published site"))
    command.add_argument(
        "--host",
        choices=("github", "gitlab", "none"),
        default="github",
        help=Message("where it is to be published: writes the workflow for that host (default: github)"),
    )
    command.add_argument("--sample", action="store_true", help=Message("lay a short made-up interview into it"))
    command.add_argument("--yes", action="store_true", help=Message("ask nothing"))
    command.set_defaults(run="init:init", archive="")


def add_new(command: argparse.ArgumentParser) -> None:
    """Add the options of ``new``."""
    command.add_argument("id", help=Message("id of the interview: the name of its file and part of its address"))
    command.set_defaults(run="edit:start")


def add_completion(command: argparse.ArgumentParser) -> None:
    """Add the options of ``completion``."""
    command.add_argument("shell", choices=("bash", "zsh", "tcsh"), help=Message("the shell that you use"))
    command.set_defaults(run="guide:completion", archive="")


def add_help(command: argparse.ArgumentParser) -> None:
    """Add the options of ``help``."""
    command.add_argument(
        "command", nargs="*", metavar="COMMAND", help=Message("a command, and what it does: package install")
    )
    command.set_defaults(run="guide:explain", archive="")


def _by_init(name: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        from goftogu.commands import init  # noqa: PLC0415  only who starts an archive needs it

        reader: Callable[[str], object] = getattr(init, name)
        return reader(text)

    return read


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(terminal.as_said(Message("the name of the folder is empty")))
    return Path(text)


def address(text: str) -> str:
    """Read the address of a published site."""
    from goftogu.content import settings  # noqa: PLC0415  only who gives an address needs it

    if address := settings.address(text):
        return address
    raise argparse.ArgumentTypeError(
        terminal.as_said(
            Message("{text} is not an address that begins with https:// and has no ? or #", text=repr(text))
        )
    )
