"""``people``: suggestions for ``people.toml``."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.commands.topics import PASTE
from goftogu.content import archive
from goftogu.index import suggest_people
from goftogu.index.pasting import Pasting
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.translation.memory import store


def suggestions(options: argparse.Namespace) -> int:
    """Print people who might become entries, as TOML to paste."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    if not problems.has_errors():
        found = suggest_people.suggest(content.interviews, content.vocabulary)[: options.most]
        english = store.short_texts(options.root, content.interviews, problems)
        print(suggest_people.fragment(found, Pasting(content.vocabulary, "person", english)), end="")
        terminal.say(Message("{count} found; {paste}", count=len(found), paste=PASTE))
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())
