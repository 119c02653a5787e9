"""``stats``: what the archive holds, in figures."""

from __future__ import annotations

import argparse
import json
from contextlib import suppress
from pathlib import Path

from goftogu import terminal
from goftogu.index import index as index_index
from goftogu.index import statistics
from goftogu.index.statistics import Size
from goftogu.problems import Problems
from goftogu.storage.fingerprints import listing
from goftogu.transcripts import archive
from goftogu.translation.memory import store


def stats(options: argparse.Namespace) -> int:
    """Print how much the archive holds; write nothing."""
    problems = Problems()
    content = archive.read_archive(options.root, problems)
    outcome, both = store.Outcome(), content.config.translated
    if both:
        outcome = store.update(options.root, content.interviews, content.vocabulary, problems)
    index = index_index.build(content.interviews, content.vocabulary, Problems())
    found = statistics.take(content.interviews, outcome.english, content.vocabulary, index, translated=both)
    sizes = {"content": size(options.root / "content"), "site": size(options.output or options.root / "output")}
    if options.format == "json":
        print(json.dumps(statistics.as_data(found, sizes)))
    else:
        print(statistics.as_text(found, sizes), end="")
    terminal.show_problems(problems.errors())
    return int(problems.has_errors())


def size(folder: Path) -> Size:
    """Return how much a folder holds; nothing when it is not there."""
    sizes = []
    for path in listing(str(folder), ""):
        with suppress(OSError):  # gone in the meantime
            sizes.append((folder / path).lstat().st_size)
    return Size(len(sizes), sum(sizes))
