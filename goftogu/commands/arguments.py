"""The commands and their options: what each takes on the command line, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from goftogu.commands import starting


def _add_problem_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how problems are shown (default: text)"
    )


def _add_engine_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--packages", type=Path, metavar="DIR", help="folder of the installed translation packages")
    network = command.add_mutually_exclusive_group()
    network.add_argument("--download", action="store_true", help="download a translation package if none is installed")
    network.add_argument("--offline", action="store_true", help="never download a translation package, as is usual")


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_check(command)
    _add_output(command)
    command.set_defaults(run="build:build")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=Path, metavar="DIR", help="where the site goes (default: output/)")


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_site_options(command)
    about = "compare ids with those of the published site: by its address, its folder or its data/ids.json"
    command.add_argument("--published", default="", metavar="URL|FILE", help=about)
    command.set_defaults(run="build:check", output=None)


def _add_site_options(command: argparse.ArgumentParser) -> None:
    _add_problem_options(command)
    _add_engine_options(command)
    command.add_argument(
        "--url", type=_address, help="address of the published site (default: that of content/site.toml)"
    )
    command.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="how many processes work (default: one for each processor)"
    )
    command.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="let a Dask cluster do the work: tcp://host:8786, or local"
    )
    command.add_argument(
        "--profile",
        nargs="?",
        const="",
        metavar="FILE",
        help="list on standard error the 25 functions of Goftogu that took longest, each with all that it calls; "
        "keep the data of the profiler in FILE",
    )


def _jobs(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")


def _add_publish(command: argparse.ArgumentParser) -> None:
    _add_build(command)
    command.add_argument("--check", action="store_true", help="build nothing, only judge what was built")
    command.set_defaults(run="publish:publish")


def _address(text: str) -> str:
    from goftogu.content import settings  # noqa: PLC0415  only who gives an address needs it

    if address := settings.address(text):
        return address
    raise argparse.ArgumentTypeError(f"{text!r} is not an address that begins with https:// and has no ? or #")


def _add_serve(command: argparse.ArgumentParser) -> None:
    _add_site_options(command)
    _add_output(command)
    command.add_argument(
        "--drafts", action="store_true", help="show drafts, too, from .cache/drafts/ (not from output/)"
    )
    command.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (default: 8000)")
    command.set_defaults(run="build:serve")


def _add_import(command: argparse.ArgumentParser) -> None:
    _add_problem_options(command)
    command.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="transcripts: text, .docx, .odt, .srt, .vtt, .json, .csv, .html …, or folders; or translations: .po, .xlf",
    )
    command.add_argument("--id", help="id of the interview (default: the file's name)")
    command.add_argument("--encoding", default="", metavar="NAME", help="encoding of a text, as windows-1256")
    command.add_argument(
        "--speaker",
        type=_speaker,
        action="append",
        default=[],
        metavar="LABEL=NAME",
        help="who a label is, or what the speaker does: interviewer, interviewee, other; may be given again",
    )
    command.add_argument("--title", default="", metavar="TEXT", help="title of the interview")
    command.add_argument("--date", default="", metavar="DATE", help="when it took place: 1402-03-14, 2023-06-04 …")
    command.add_argument("--interactive", action="store_true", help="ask on the terminal what the file leaves open")
    command.add_argument("--by", default="", metavar="NAME", help="who approved what is approved in an .xlf file")
    command.add_argument("--print", action="store_true", help="show the result, write nothing")
    command.set_defaults(run="importing:import_files")


def _speaker(text: str) -> tuple[str, str]:
    from goftogu.commands import importing  # noqa: PLC0415  only who gives a speaker needs it

    return importing.speaker(text)


def _add_upgrade(command: argparse.ArgumentParser) -> None:
    command.add_argument("--check", action="store_true", help="write nothing, only tell what there is to do")
    command.set_defaults(run="upgrade:upgrade")


def _add_stamp(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="*", help="transcripts (default: all of content/interviews/)")
    command.set_defaults(run="edit:stamp")


def _add_translate(command: argparse.ArgumentParser) -> None:
    _add_problem_options(command)
    _add_engine_options(command)
    command.add_argument(
        "--engine", default="", metavar="NAME", help="the engine that translates (default: that of content/site.toml)"
    )
    command.add_argument(
        "--refresh", action="store_true", help="replace drafts and the text of older packages; never what is reviewed"
    )
    command.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="let a Dask cluster do the work: tcp://host:8786, or local"
    )
    command.add_argument(
        "--part",
        type=_part,
        default=(1, 1),
        metavar="N/M",
        help="only the Nth of M parts of the archive, divided by id",
    )
    command.add_argument(
        "--report",
        nargs="?",
        const="",
        metavar="FILE",
        help="translate nothing, list what the checks found, the worst first; into FILE as HTML",
    )
    command.set_defaults(run="translate:translate")


def _part(text: str) -> tuple[int, int]:
    number, _, parts = text.partition("/")
    if number.isdecimal() and parts.isdecimal() and 1 <= int(number) <= int(parts):
        return int(number), int(parts)
    raise argparse.ArgumentTypeError(f"{text!r} is not a part, as 3/8")


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("form", choices=("tmx", "xliff", "tsv"), help="TMX 1.4b, XLIFF 1.2 or plain parallel text")
    command.add_argument("ids", nargs="*", metavar="ID", help="interviews (default: all)")
    command.add_argument(
        "--to", type=Path, default=Path("export"), metavar="DIR", help="where they go (default: export/)"
    )
    command.set_defaults(run="exchange:export")


def _add_review(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run="translate:waiting")


def _add_approve(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "id", metavar="ID[:PARAGRAPH]", help="an interview, or one of its turns or paragraphs: azar:t7.1"
    )
    command.add_argument("--by", required=True, metavar="NAME", help="who has read and approves it")
    command.set_defaults(run="translate:approve")


def _add_package(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    install = actions.add_parser("install", help="install a package; without FILE the newest of the index of Argos")
    install.add_argument("file", nargs="?", default="", metavar="FILE|URL", help="an .argosmodel file or its address")
    remove = actions.add_parser("remove", help="remove an installed package")
    remove.add_argument("name", help="its name, as translate-fa_en-1_5; without the version all versions")
    listing = actions.add_parser("list", help="list the installed packages")
    verify = actions.add_parser("verify", help="compare the installed packages with what was installed")
    for action, run in ((install, "install"), (listing, "installed"), (verify, "verify"), (remove, "remove")):
        action.add_argument("--packages", type=Path, metavar="DIR", help="folder of the installed packages")
        action.set_defaults(run=f"package:{run}", archive="used")


def _add_orthography(command: argparse.ArgumentParser) -> None:
    shape = command.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help="list each change with its rule instead of the text")
    shape.add_argument("--json", action="store_true", help="the text and its changes as JSON")
    command.set_defaults(run="text:orthography_filter", archive="used")


def _add_topics(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    suggest = actions.add_parser("suggest", help="print terms that might become headings, as TOML to paste")
    suggest.add_argument("--each", type=int, default=2, metavar="N", help="terms from each exchange (default: 2)")
    suggest.add_argument("--most", type=int, default=200, metavar="N", help="terms in all (default: 200)")
    report = actions.add_parser("report", help="print how often each heading, person and place is spoken of")
    for action, run in ((suggest, "suggestions"), (report, "report")):
        action.set_defaults(run=f"topics:{run}")


def _add_people(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    action = actions.add_parser("suggest", help="print people who might become entries, as TOML to paste")
    action.add_argument("--most", type=int, default=200, metavar="N", help="people in all (default: 200)")
    action.set_defaults(run="people:suggestions")


def _add_stats(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json"), default="text", help="a table, or JSON (default: text)")
    command.add_argument("--output", type=Path, metavar="DIR", help="where the site was built (default: output/)")
    command.set_defaults(run="stats:stats")


_Add = Callable[[argparse.ArgumentParser], None]
COMMANDS: Final[dict[str, tuple[_Add, str]]] = {
    "init": (starting.add_init, "make a folder for an archive of your own"),
    "build": (_add_build, "build the site into output/"),
    "check": (_add_check, "do all of a build and write nothing"),
    "publish": (_add_publish, "build the site and prove that it can be published"),
    "serve": (_add_serve, "build, serve on this machine and rebuild on every change"),
    "import": (
        _add_import,
        "turn transcripts of any form into labelled ones with permanent ids, or take translations in",
    ),
    "upgrade": (_add_upgrade, "bring an older archive to the format of this version"),
    "stamp": (_add_stamp, "give permanent ids to turns that have none"),
    "new": (starting.add_new, "start an interview from a form"),
    "translate": (_add_translate, "fill the gaps of the translation memory"),
    "package": (_add_package, "install, list, verify and remove translation packages"),
    "review": (_add_review, "list the paragraphs that wait for a person, the most linked first"),
    "approve": (_add_approve, "record that a person approves the English of a paragraph or an interview"),
    "export": (_add_export, "write the translations for other programs"),
    "topics": (_add_topics, "suggest headings for the index, or report how the existing ones are used"),
    "people": (_add_people, "suggest people for people.toml: who speaks, and who is named"),
    "stats": (_add_stats, "count what the archive holds: interviews, words, translations, entries, sizes"),
    "orthography": (_add_orthography, "restore half-spaces (ZWNJ): text on standard input, text on standard output"),
    "completion": (starting.add_completion, "print what completes commands and options in your shell"),
    "help": (starting.add_help, "explain a command"),
}
