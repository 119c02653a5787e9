"""The commands and their options: what each takes on the command line, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.commands import starting, translating
from goftogu.locale.message import Message


def _add_build(command: argparse.ArgumentParser) -> None:
    _add_check(command)
    _add_output(command)
    command.set_defaults(run="build:build")


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=Path, metavar="DIR", help=Message("where the site goes (default: output/)"))


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_site_options(command)
    about = Message("compare ids with those of the published site: by its address, its folder or its data/ids.json")
    command.add_argument("--published", default="", metavar="URL|FILE", help=about)
    command.set_defaults(run="build:check", output=None, tells=True)


def _add_site_options(command: argparse.ArgumentParser) -> None:
    translating.add_problem_options(command)
    translating.add_engine_options(command)
    command.add_argument(
        "--url",
        type=starting.address,
        help=Message("address of the published site (default: that of content/site.toml)"),
    )
    command.add_argument(
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help=Message("how many processes work (default: one for each processor)"),
    )
    translating.add_scheduler_option(command)
    command.add_argument(
        "--profile",
        nargs="?",
        const="",
        metavar="FILE",
        help=Message(
            "list on standard error the 25 functions of Goftogu that took longest, each with all that it calls; "
            "keep the data of the profiler in FILE"
        ),
    )


def _jobs(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(terminal.as_said(Message("{text} is not a number of processes", text=repr(text))))


def _add_publish(command: argparse.ArgumentParser) -> None:
    _add_build(command)
    command.add_argument("--check", action="store_true", help=Message("build nothing, only judge what was built"))
    command.set_defaults(run="publish:publish")


def _add_serve(command: argparse.ArgumentParser) -> None:
    _add_site_options(command)
    _add_output(command)
    command.add_argument(
        "--drafts", action="store_true", help=Message("show drafts, too, from .cache/drafts/ (not from output/)")
    )
    command.add_argument(
        "--port", type=_port, help=Message("port on 127.0.0.1 (default: 8000; 8001 for the workbench)")
    )
    command.add_argument(
        "--review", action="store_true", help=Message("open the workbench for reviewers instead of the site")
    )
    command.add_argument("--by", type=translating.person, metavar="NAME", help=Message("who reviews"))
    command.set_defaults(run="build:serve", tells=True)


def _add_corrections(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help=Message("letters of readers: .eml, .mbox, .json, or text")
    )
    command.add_argument("--print", action="store_true", help=Message("list them here, open no workbench"))
    command.add_argument("--by", type=translating.person, metavar="NAME", help=Message("who reviews"))
    command.add_argument("--port", type=_port, help=Message("port on 127.0.0.1 (default: 8001)"))
    command.set_defaults(run="reviewing:corrections")


def _port(text: str) -> int:
    if text.isdecimal() and int(text) <= _LAST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(
        terminal.as_said(Message("{text} is not a port; it is a number up to {last}", text=repr(text), last=_LAST_PORT))
    )


def _add_import(command: argparse.ArgumentParser) -> None:
    translating.add_problem_options(command)
    command.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=Message(
            "transcripts: text, .docx, .odt, .srt, .json, .csv …, or folders; or translations: .po, .xlf, .tmx, .tsv"
        ),
    )
    command.add_argument("--id", help=Message("id of the interview (default: the file's name)"))
    command.add_argument("--encoding", default="", metavar="NAME", help=Message("encoding of a text, as windows-1256"))
    command.add_argument(
        "--speaker",
        type=_speaker,
        action="append",
        default=[],
        metavar="LABEL=NAME",
        help=Message("who a label is, or what the speaker does: interviewer, interviewee, other; may be given again"),
    )
    command.add_argument("--title", default="", metavar="TEXT", help=Message("title of the interview"))
    command.add_argument(
        "--date", default="", metavar="DATE", help=Message("when it took place: 1402-03-14, 2023-06-04 …")
    )
    command.add_argument(
        "--interactive", action="store_true", help=Message("ask on the terminal what the file leaves open")
    )
    command.add_argument(
        "--by",
        type=translating.person,
        metavar="NAME",
        help=Message("who approved what is approved in a file of translations"),
    )
    command.add_argument("--print", action="store_true", help=Message("show the result, write nothing"))
    command.set_defaults(run="importing:import_files")


def _speaker(text: str) -> tuple[str, str]:
    from goftogu.commands import importing  # noqa: PLC0415  only who gives a speaker needs it

    return importing.speaker(text)


def _add_upgrade(command: argparse.ArgumentParser) -> None:
    command.add_argument("--check", action="store_true", help=Message("write nothing, only tell what there is to do"))
    command.set_defaults(run="upgrade:upgrade", tells=True)


def _add_stamp(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "files", type=Path, nargs="*", help=Message("transcripts (default: all of content/interviews/)")
    )
    command.set_defaults(run="edit:stamp")


def _add_times(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", help=Message("id of the interview"))
    command.add_argument(
        "file", type=Path, metavar="FILE", help=Message("what was heard: the JSON of Whisper, .srt or .vtt")
    )
    command.add_argument(
        "--offset",
        type=_clock,
        default=0,
        metavar="TIME",
        help=Message("where its recording begins on the clock of the transcript (default: 0:00:00)"),
    )
    command.add_argument("--again", action="store_true", help=Message("replace times that are there already"))
    command.set_defaults(run="times:times")


def _clock(text: str) -> int:
    from goftogu.content import times  # noqa: PLC0415  only who gives a time needs it

    seconds = times.whole(text.removeprefix("-"))
    if seconds is None:
        raise argparse.ArgumentTypeError(terminal.as_said(Message("“{time}” is not a time", time=text)))
    return -seconds if text.startswith("-") else seconds


def _add_orthography(command: argparse.ArgumentParser) -> None:
    shape = command.add_mutually_exclusive_group()
    shape.add_argument(
        "--explain", action="store_true", help=Message("list each change with its rule instead of the text")
    )
    shape.add_argument("--json", action="store_true", help=Message("the text and its changes as JSON"))
    command.set_defaults(run="text:orthography_filter", archive="used")


def _add_quality(command: argparse.ArgumentParser) -> None:
    command.set_defaults(run="quality:quality_filter", archive="used")


def _add_topics(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title=Message("actions"), metavar="ACTION", required=True)
    suggest = actions.add_parser("suggest", help=Message("print terms that might become headings, as TOML to paste"))
    suggest.add_argument(
        "--each", type=int, default=2, metavar="N", help=Message("terms from each exchange (default: 2)")
    )
    suggest.add_argument("--most", type=int, default=200, metavar="N", help=Message("terms in all (default: 200)"))
    report = actions.add_parser("report", help=Message("print how often each heading, person and place is spoken of"))
    for action, run in ((suggest, "suggestions"), (report, "report")):
        action.set_defaults(run=f"topics:{run}")


def _add_people(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title=Message("actions"), metavar="ACTION", required=True)
    action = actions.add_parser("suggest", help=Message("print people who might become entries, as TOML to paste"))
    action.add_argument("--most", type=int, default=200, metavar="N", help=Message("people in all (default: 200)"))
    action.set_defaults(run="people:suggestions")


def _add_stats(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help=Message("a table, or JSON (default: text)")
    )
    command.add_argument(
        "--output", type=Path, metavar="DIR", help=Message("where the site was built (default: output/)")
    )
    command.set_defaults(run="stats:stats")


def _add_pdf(command: argparse.ArgumentParser) -> None:
    command.add_argument("ids", nargs="+", metavar="ID", help=Message("ids of interviews"))
    command.add_argument(
        "--language",
        choices=("fa", "en", "both", "both-en"),
        default="fa",
        help=Message("the page that is printed: fa, en, both in parallel, or the same as both-en (default: fa)"),
    )
    command.add_argument(
        "--to", type=Path, default=Path(), metavar="DIR", help=Message("where the files go (default: this folder)")
    )
    command.add_argument(
        "--output", type=Path, metavar="DIR", help=Message("where the site was built (default: output/)")
    )
    command.add_argument(
        "--browser", metavar="PROGRAM", help=Message("Chromium, or a browser made from it (default: one that is found)")
    )
    command.set_defaults(run="pdf:pdf")


_LAST_PORT: Final = 65_535
_Add = Callable[[argparse.ArgumentParser], None]
COMMANDS: Final[dict[str, tuple[_Add, Message]]] = {
    "init": (starting.add_init, Message("make a folder for an archive of your own")),
    "build": (_add_build, Message("build the site into output/")),
    "check": (_add_check, Message("do all of a build and write nothing")),
    "publish": (_add_publish, Message("build the site and prove that it can be published")),
    "serve": (_add_serve, Message("build, serve on this machine and rebuild on every change")),
    "import": (
        _add_import,
        Message("turn transcripts of any form into labelled ones with permanent ids, or take translations in"),
    ),
    "upgrade": (_add_upgrade, Message("bring an older archive to the format of this version")),
    "stamp": (_add_stamp, Message("give permanent ids to turns that have none")),
    "times": (_add_times, Message("write into a transcript when its turns begin in the recording")),
    "new": (starting.add_new, Message("start an interview from a form")),
    "translate": (translating.add_translate, Message("fill the gaps of the translation memory")),
    "package": (translating.add_package, Message("install, list, verify and remove translation packages")),
    "review": (translating.add_review, Message("list the paragraphs that wait for a person, the most linked first")),
    "approve": (
        translating.add_approve,
        Message("record that a person approves the English of a paragraph or an interview"),
    ),
    "corrections": (_add_corrections, Message("show what readers have written, in the workbench")),
    "earlier": (translating.add_earlier, Message("list the earlier English of a paragraph, or put a version back")),
    "export": (translating.add_export, Message("write the translations for other programs")),
    "pdf": (_add_pdf, Message("print interviews as PDF, by a browser that is installed")),
    "topics": (_add_topics, Message("suggest headings for the index, or report how the existing ones are used")),
    "people": (_add_people, Message("suggest people for people.toml: who speaks, and who is named")),
    "stats": (_add_stats, Message("count what the archive holds: interviews, words, translations, entries, sizes")),
    "orthography": (
        _add_orthography,
        Message("restore half-spaces (ZWNJ): text on standard input, text on standard output"),
    ),
    "quality": (
        _add_quality,
        Message("check translations: Persian, a tab and English on standard input, flags in front of each line"),
    ),
    "completion": (starting.add_completion, Message("print what completes commands and options in your shell")),
    "help": (starting.add_help, Message("explain a command")),
}
