"""Which options and words each command takes, and the function that it runs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from goftogu.commands import parser

ENGINE = (
    "--strict, --format text|json|github=text, --packages DIR, --download, --offline, --device cpu|cuda|auto, "
    "--threads N, --beam N, --batch N"
)
SITE = f"{ENGINE}, --url, --jobs N, --scheduler ADDRESS, --profile FILE?"
TAKEN = {
    "init": (
        "init:init",
        (
            "FOLDER, --title-fa TEXT, --title-en TEXT, --languages fa,en, "
            "--url, --host github|gitlab|none=github, --sample, --yes"
        ),
    ),
    "build": ("build:build", f"{SITE}, --published URL|FILE, --output DIR"),
    "check": ("build:check", f"{SITE}, --published URL|FILE"),
    "publish": ("publish:publish", f"{SITE}, --published URL|FILE, --output DIR, --check"),
    "serve": ("build:serve", f"{SITE}, --output DIR, --drafts, --port, --review, --by NAME"),
    "import": (
        "importing:import_files",
        (
            "--strict, --format text|json|github=text, FILE+, --id, --encoding NAME, "
            "--speaker LABEL=NAME, --title TEXT, --date DATE, --interactive, --by NAME, --print"
        ),
    ),
    "upgrade": ("upgrade:upgrade", "--check"),
    "stamp": ("edit:stamp", "files*"),
    "times": ("times:times", "id, FILE, --offset TIME, --again"),
    "new": ("edit:start", "id"),
    "translate": (
        "translate:translate",
        (
            f"ID[:TURN]*, {ENGINE}, --engine NAME, --model NAME|DIR, --yes, "
            "--refresh, --scheduler ADDRESS, --part N/M=(1, 1), --report FILE?"
        ),
    ),
    "package install": ("package:install", "FILE|URL?, --packages DIR"),
    "package remove": ("package:remove", "name, --packages DIR"),
    "package list": ("package:installed", "--packages DIR"),
    "package verify": ("package:verify", "--packages DIR"),
    "review": ("translate:waiting", "ID*"),
    "approve": ("translate:approve", "ID[:PARAGRAPH], --by NAME, --yes"),
    "corrections": ("reviewing:corrections", "FILE+, --print, --by NAME, --port"),
    "earlier": ("earlier:earlier", "ID:PARAGRAPH, --put-back N"),
    "export": ("exchange:export", "form tmx|xliff|tsv, ID*, --to DIR=export"),
    "pdf": ("pdf:pdf", "ID+, --language fa|en|both|both-en=fa, --to DIR=., --output DIR, --browser PROGRAM"),
    "topics suggest": ("topics:suggestions", "--each N=2, --most N=200"),
    "topics report": ("topics:report", ""),
    "people suggest": ("people:suggestions", "--most N=200"),
    "stats": ("stats:stats", "--format text|json=text, --output DIR"),
    "orthography": ("text:orthography_filter", "--explain, --json"),
    "quality": ("quality:quality_filter", ""),
    "completion": ("guide:completion", "shell bash|zsh|tcsh"),
    "help": ("guide:explain", "COMMAND*"),
}
"""What each command runs, and what it takes besides what all of them take: names, values, how many, defaults."""

EVERYWHERE = {"help", "root", "lang", "loudness"}


def commands(name: str, command: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    further = [action for action in command._actions if isinstance(action, argparse._SubParsersAction)]
    for action in further:
        for word, inner in action.choices.items():
            yield from commands(f"{name} {word}".strip(), inner)
    if not further:
        yield name, command


def taken(action: argparse.Action) -> str:
    name = action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)
    values = "|".join(action.choices) if action.choices else str(action.metavar or "") if action.option_strings else ""
    default = f"={action.default}" if action.default else ""
    return f"{name} {values}".strip() + f"{action.nargs or ''}{default}"


def test_every_command_takes_its_options_and_runs_its_function() -> None:
    found = {
        name: (
            command.get_default("run"),
            ", ".join(taken(action) for action in command._actions if action.dest not in EVERYWHERE),
        )
        for name, command in commands("", parser.make("goftogu"))
    }
    assert found == TAKEN
