"""The options of the commands about the English, and those that they share with others."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.translation.engine.processors import MOST_BATCH, MOST_BEAM, MOST_THREADS, Device, Processors

_VERSIONS: Final = 5
"""How many earlier versions a memory keeps, as :mod:`goftogu.translation.memory.earlier` says it."""


def add_engine_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say where packages are, and whether one may be downloaded."""
    command.add_argument(
        "--packages", type=Path, metavar="DIR", help=Message("folder of the installed translation packages")
    )
    network = command.add_mutually_exclusive_group()
    network.add_argument(
        "--download", action="store_true", help=Message("download a translation package if none is installed")
    )
    network.add_argument(
        "--offline", action="store_true", help=Message("never download a translation package, as is usual")
    )

    _add_processor_options(command)


def _add_processor_options(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group(
        Message("what the engine uses of this machine (default: what content/site.toml says, else all)")
    )
    about = Message("where it works: cpu, cuda (GPUs by NVIDIA), or auto, which is cuda where that is possible")
    group.add_argument("--device", choices=tuple(map(str, Device)), help=about)
    for option, most, help_ in (
        ("--threads", MOST_THREADS, Message("how many batches a processor translates at once")),
        ("--beam", MOST_BEAM, Message("how many hypotheses are followed at once (default: 4); more takes longer")),
        ("--batch", MOST_BATCH, Message("tokens of a batch (default: 512 on a processor, 8192 on a GPU)")),
    ):
        group.add_argument(option, type=_up_to(most), default=0, metavar="N", help=help_)


def _up_to(most: int) -> Callable[[str], int]:
    """Return what reads a number from 1 to another one."""

    def number(text: str) -> int:
        if text.isdecimal() and 1 <= int(text) <= most:
            return int(text)
        message = Message("{text} is not a number from 1 to {most:,}", text=repr(text), most=most)
        raise argparse.ArgumentTypeError(terminal.as_said(message))

    return number


def processors(options: argparse.Namespace) -> Processors:
    """Return what the command line says about processors."""
    device = Device(options.device) if options.device else None
    return Processors(device, options.threads, options.beam, options.batch)


def add_problem_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say how problems are judged and shown."""
    command.add_argument("--strict", action="store_true", help=Message("count warnings as errors"))
    command.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default=terminal.usual_form(),
        help=Message("how problems are shown (default: text; in a runner of GitHub: github)"),
    )


def person(text: str) -> str:
    """Read the name of a person, which is one line that can be seen."""
    from goftogu.content import characters  # noqa: PLC0415  only who gives a name needs it

    name = " ".join(text.split(" ")).strip()
    if characters.is_blank(name) or characters.fault_of_value(name) or "\n" in name or "\t" in name:
        message = Message("{text} is not the name of a person", text=repr(text))
        raise argparse.ArgumentTypeError(terminal.as_said(message))
    return name


def add_scheduler_option(command: argparse.ArgumentParser) -> None:
    """Add the option that names a cluster."""
    command.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help=Message("let a Dask cluster do the work: tcp://host:8786, or local"),
    )


def add_translate(command: argparse.ArgumentParser) -> None:
    """Add the options of ``translate``."""
    command.add_argument("ids", nargs="*", metavar="ID[:TURN]", help=Message("interviews or turns (default: all)"))
    add_problem_options(command)
    add_engine_options(command)
    command.add_argument(
        "--engine",
        default="",
        metavar="NAME",
        help=Message("the engine that translates (default: that of content/site.toml)"),
    )
    command.add_argument(
        "--model",
        default="",
        metavar="NAME|DIR",
        help=Message("the model that it uses, where it knows several (default: that of content/site.toml)"),
    )
    command.add_argument(
        "--yes", action="store_true", help=Message("agree that text and key go to the address of a language model")
    )
    command.add_argument(
        "--refresh",
        action="store_true",
        help=Message("replace drafts, and the text of another engine, package or model; never what is reviewed"),
    )
    add_scheduler_option(command)
    command.add_argument(
        "--part",
        type=_part,
        default=(1, 1),
        metavar="N/M",
        help=Message("only the Nth of M parts of the archive, divided by id"),
    )
    command.add_argument(
        "--report",
        nargs="?",
        const="",
        metavar="FILE",
        help=Message("translate nothing, list what the checks found, the worst first; into FILE as HTML"),
    )
    command.set_defaults(run="translate:translate")


def _part(text: str) -> tuple[int, int]:
    number, _, parts = text.partition("/")
    if number.isdecimal() and parts.isdecimal() and 1 <= int(number) <= int(parts):
        return int(number), int(parts)
    raise argparse.ArgumentTypeError(terminal.as_said(Message("{text} is not a part, as 3/8", text=repr(text))))


def add_export(command: argparse.ArgumentParser) -> None:
    """Add the options of ``export``."""
    command.add_argument(
        "form", choices=("tmx", "xliff", "tsv"), help=Message("TMX 1.4b, XLIFF 1.2 or plain parallel text")
    )
    command.add_argument("ids", nargs="*", metavar="ID", help=Message("interviews (default: all)"))
    command.add_argument(
        "--to", type=Path, default=Path("export"), metavar="DIR", help=Message("where they go (default: export/)")
    )
    command.set_defaults(run="exchange:export")


def add_review(command: argparse.ArgumentParser) -> None:
    """Add the options of ``review``."""
    command.add_argument("ids", nargs="*", metavar="ID", help=Message("interviews (default: all)"))
    command.set_defaults(run="translate:waiting")


def add_approve(command: argparse.ArgumentParser) -> None:
    """Add the options of ``approve``."""
    command.add_argument(
        "id", metavar="ID[:PARAGRAPH]", help=Message("an interview, or one of its turns or paragraphs: azar:t7.1")
    )
    command.add_argument(
        "--by", type=person, required=True, metavar="NAME", help=Message("who has read and approves it")
    )
    command.add_argument("--yes", action="store_true", help=Message("approve more than ten paragraphs without asking"))
    command.set_defaults(run="translate:approve")


def add_earlier(command: argparse.ArgumentParser) -> None:
    """Add the options of ``earlier``."""
    command.add_argument("id", metavar="ID:PARAGRAPH", help=Message("a paragraph: azar:t7.1"))
    number = Message("make the Nth of the list the English again")
    command.add_argument("--put-back", type=_up_to(_VERSIONS), default=0, metavar="N", help=number)
    command.set_defaults(run="earlier:earlier")


def add_package(command: argparse.ArgumentParser) -> None:
    """Add the options of ``package``."""
    actions = command.add_subparsers(title=Message("actions"), metavar="ACTION", required=True)
    install = actions.add_parser(
        "install", help=Message("install a package; without FILE the newest of the index of Argos")
    )
    install.add_argument(
        "file", nargs="?", default="", metavar="FILE|URL", help=Message("an .argosmodel file or its address")
    )
    remove = actions.add_parser("remove", help=Message("remove an installed package"))
    remove.add_argument("name", help=Message("its name, as translate-fa_en-1_5; without the version all versions"))
    listing = actions.add_parser("list", help=Message("list the installed packages"))
    verify = actions.add_parser("verify", help=Message("compare the installed packages with what was installed"))
    for action, run in ((install, "install"), (listing, "installed"), (verify, "verify"), (remove, "remove")):
        action.add_argument("--packages", type=Path, metavar="DIR", help=Message("folder of the installed packages"))
        action.set_defaults(run=f"package:{run}", archive="used")
