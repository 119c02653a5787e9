"""The parser of the command line: all commands, what they have in common, and hints about words it does not know."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from goftogu import __version__, terminal
from goftogu.commands.arguments import COMMANDS
from goftogu.locale import isolates, language
from goftogu.locale.language import LANGUAGES
from goftogu.locale.message import Message
from goftogu.problems import did_you_mean
from goftogu.terminal import Loudness

_ABOUT: Final = Message(
    "Goftogu builds a bilingual archive of interviews: a Persian page, an English page and a parallel page for every\n"
    "transcript in content/interviews/, with a topic index, as plain files in output/."
)

_FIRST_STEPS: Final = {
    "init bayegani": Message("make a folder for an archive of your own; then, in that folder:"),
    "import rough.txt": Message("turn a rough transcript into content/interviews/rough.md"),
    "translate": Message("fill the gaps of the English with the installed package"),
    "build": Message("build output/ (also what {goftogu} does without a command)"),
    "serve": Message("build, show it at http://127.0.0.1:8000/ and rebuild on every change"),
}

_USAGE: Final = Message("usage: ")
_VERSION: Final = Message("show the version and end")
_USUAL_COMMAND: Final = "build"
_ALONE: Final = frozenset({"-q", "--quiet", "-v", "--verbose"})
_ROOT: Final = "--root"
_LANG: Final = "--lang"
_OF_THE_PROGRAM: Final = frozenset({"-h", "--help", "--version"})


class SpokenHelp(argparse.HelpFormatter):
    """Says help in the chosen language."""

    def start_section(self, heading: str | None) -> None:
        """Begin with a heading."""
        super().start_section(_said(heading))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # its type has no other name
        prefix: str | None = None,
    ) -> None:
        """Begin with the word for usage."""
        super().add_usage(usage, actions, groups, _said(_USAGE) if prefix is None else prefix)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _said(action.help)

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines = super()._split_lines(text, width)
        if not (language.is_persian() and sys.stdout.isatty()):
            return lines
        from goftogu.locale import persian  # noqa: PLC0415  only who reads Persian pays for it

        return [isolates.line(persian.isolate(line)) for line in lines]


class RawSpokenHelp(SpokenHelp, argparse.RawDescriptionHelpFormatter):
    """The same, with descriptions as they are."""


class CommandParser(argparse.ArgumentParser):
    """A parser with the options that every command has; its namespace says which parser has read it (``parser``)."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  argparse hands them on
        """Make a parser.

        Args:
            settings: As for :class:`argparse.ArgumentParser`.
        """
        super().__init__(**{"formatter_class": SpokenHelp, **settings}, add_help=False)
        self._positionals.title, self._optionals.title = Message("arguments"), Message("options")
        self.add_argument("-h", "--help", action="help", help=Message("show this help and end"))
        self.set_defaults(parser=self)
        common = self.add_argument_group(Message("options of every command"))
        given: dict[str, Any] = {"action": "store_const", "dest": "loudness", "default": argparse.SUPPRESS}
        where = Message("the archive's folder (default: this one, or the nearest above it that holds an archive)")
        common.add_argument(_ROOT, type=Path, default=argparse.SUPPRESS, metavar="DIR", help=where)
        spoken = Message("language of the messages, en or fa (default: that of the environment: LC_ALL, LANG …)")
        common.add_argument(_LANG, choices=LANGUAGES, default=argparse.SUPPRESS, help=spoken)
        quiet, verbose = Message("say nothing but errors and warnings"), Message("say everything")
        common.add_argument("-q", "--quiet", const=Loudness.QUIET, help=quiet, **given)
        common.add_argument("-v", "--verbose", const=Loudness.VERBOSE, help=verbose, **given)

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401  as in argparse
        known = [str(choice) for choice in action.choices or ()]
        if action.choices is not None and value not in action.choices:
            message = Message("“{value}” is not known ({hint})", value=value, hint=did_you_mean(str(value), known))
            raise argparse.ArgumentError(action, terminal.as_said(message))

    def error(self, message: str) -> NoReturn:
        """End the program with one line; the usage of a command fills a screen and hides it."""
        said = Message("{command}: error: {message}; see: {command} --help", command=self.prog, message=message)
        self.exit(2, f"{terminal.as_said(said)}\n")

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """End the program because of words that nobody asked for, with a hint about the first of them."""
        first = words[0]
        if first.startswith("-"):
            options = [name for action in self._actions for name in action.option_strings if name.startswith("--")]
            hint = did_you_mean(first.partition("=")[0], options)
            self.error(Message("there is no option {option} ({hint})", option=first, hint=hint))
        message = Message("“{word}” is one word too many (put a name that has blanks into quotation marks)", word=first)
        self.error(message)


def read(words: Sequence[str]) -> argparse.Namespace:
    """Return what a command line says; end the program when it cannot be understood.

    Args:
        words: Without the name of the program.
    """
    options, rest = make(terminal.command()).parse_known_args(complete(words))
    if rest:
        options.parser.refuse(rest)
    return options


def complete(words: Sequence[str]) -> list[str]:
    """Return a command line with the usual command in its place when it names none."""
    place = _after_options(words)
    rest = list(words[place:])
    named = bool(rest) and (not rest[0].startswith("-") or rest[0] in _OF_THE_PROGRAM)
    return [*words[:place], *([] if named else [_USUAL_COMMAND]), *rest]


def make(called: str) -> CommandParser:
    """Return the parser.

    Args:
        called: How the program was called.
    """
    parser = CommandParser(
        prog=called,
        description=terminal.as_said(_ABOUT),
        epilog="\n".join([terminal.as_said(Message("first steps:")), *_steps(called)]),
        formatter_class=RawSpokenHelp,
    )
    parser.set_defaults(root=None, loudness=Loudness.USUAL, profile=None)
    parser.add_argument("--version", action="version", version=f"Goftogu {__version__}", help=_VERSION)
    commands = parser.add_subparsers(title=Message("commands"), metavar="COMMAND", required=True)
    for name, (add, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=_sentence(terminal.as_said(summary)))
        # `tells`: it reads the settings first of all, and says what is wrong with them.
        command.set_defaults(archive="needed", tells=False)
        add(command)
    return parser


def _said(text: str | None) -> str | None:
    return terminal.as_said(text) if isinstance(text, Message) else text


def _steps(called: str) -> Iterator[str]:
    for words, summary in _FIRST_STEPS.items():
        yield f"  {called} {words:16}  {terminal.as_said(summary)}"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _after_options(words: Sequence[str]) -> int:
    """Return the place of the first word that is no option of every command."""
    place = 0
    while place < len(words):
        if words[place] in {_ROOT, _LANG}:
            place += 2
        elif words[place] in _ALONE or words[place].startswith((f"{_ROOT}=", f"{_LANG}=")):
            place += 1
        else:
            break
    return min(place, len(words))
