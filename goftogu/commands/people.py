"""``people``: suggestions for ``people.toml``."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.commands.topics import english, paste
from goftogu.index import suggest_people
from goftogu.index.pasting import Pasting
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.transcripts import archive


def suggestions(options: argparse.Namespace) -> int:
    """Print people who might become entries, as TOML to paste."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    if not problems.has_errors():
        found = suggest_people.suggest(content.interviews, content.vocabulary)[: options.most]
        known, both = english(options, content, problems), content.config.translated
        pasting = Pasting(content.vocabulary, "person", known, translated=both)
        print(suggest_people.fragment(found, pasting), end="")
        terminal.say(Message("{count} found; {paste}", count=len(found), paste=paste(content.config)))
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())
