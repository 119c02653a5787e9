"""``people``: suggestions for ``people.toml``."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.content import archive
from goftogu.index import suggest_people
from goftogu.problems import Problems


def suggestions(options: argparse.Namespace) -> int:
    """Print people who might become entries, as TOML to paste."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    if not problems.has_errors():
        found = suggest_people.suggest(content.interviews, content.vocabulary)[: options.most]
        print(suggest_people.fragment(found), end="")
        terminal.say(f"{len(found)} found; write ids and English, drop the rest")
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())
