"""``topics``: suggestions for headings, and a report of those that are there."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Final

from goftogu import terminal
from goftogu.content.settings import SiteConfig
from goftogu.index import index as index_index
from goftogu.index import suggest, usage
from goftogu.index.pasting import Pasting
from goftogu.locale.message import Message, plural
from goftogu.problems import Problem, Problems, Severity
from goftogu.transcripts import archive
from goftogu.transcripts.archive import Archive
from goftogu.translation.memory import headings

PASTE: Final = Message(
    "those without English are comments: where you want one, write its id and English and take the # away"
)


_ALONE: Final = Message("they are comments: where you want one, write its id and take the # away")


def paste(config: SiteConfig) -> Message:
    """Return what to do with suggestions."""
    return PASTE if config.translated else _ALONE


def english(options: argparse.Namespace, content: Archive, problems: Problems) -> Iterable[tuple[str, str]]:
    """Return the short texts of an archive that have English; in Persian alone there are none."""
    return headings.short_texts(options.root, content.interviews, problems) if content.config.translated else ()


def suggestions(options: argparse.Namespace) -> int:
    """Print terms that might become headings, as TOML to paste, the weightiest first."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    try:
        language = suggest.grammar()
    except ModuleNotFoundError:
        hint = Message("install what requirements.txt names")
        problems.add(Problem.of_file("", "A007", Message("hazm, which has the lists of words, is not installed"), hint))
    if not problems.has_errors():
        candidates = suggest.rank(content.interviews, content.vocabulary, language, options.each)
        known, both = english(options, content, problems), content.config.translated
        pasting = Pasting(content.vocabulary, "heading", known, translated=both)
        print(suggest.fragment(candidates[: options.most], pasting), end="")
        terms = plural(len(candidates[: options.most]), "term")
        terminal.say(Message("{terms}; {paste}", terms=terms, paste=paste(content.config)))
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())


def report(options: argparse.Namespace) -> int:
    """Print how often each heading, person and place is spoken of, and which ones ask for a decision."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    index = index_index.build(content.interviews, content.vocabulary, problems)
    print(usage.as_text(usage.take(content.interviews, content.vocabulary, index)), end="")
    terminal.show_problems(
        problem for problem in problems if problem.code.startswith("V") or problem.severity is Severity.ERROR
    )
    return int(problems.has_errors())
