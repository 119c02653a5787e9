"""``people``: suggestions for ``people.toml``."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.content import archive
from goftogu.index import suggest_people
from goftogu.problems import has_errors


def suggestions(options: argparse.Namespace) -> int:
    """Print people who might become entries, as TOML to paste."""
    content, problems = archive.read(options.root)
    if not has_errors(problems):
        found = suggest_people.suggest(content.interviews, content.vocabulary)[: options.most]
        print(suggest_people.fragment(found), end="")
        terminal.say(f"{len(found)} found; write ids and English, drop the rest")
    terminal.show_problems(problem for problem in problems if has_errors([problem]))
    return int(has_errors(problems))
