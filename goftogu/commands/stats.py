"""``stats``: what the archive holds, in figures."""

from __future__ import annotations

import argparse
import json
from contextlib import suppress
from pathlib import Path

from goftogu import terminal
from goftogu.content import archive
from goftogu.index import index as index_index
from goftogu.index import statistics
from goftogu.index.statistics import Size
from goftogu.problems import has_errors
from goftogu.storage.fingerprints import listing
from goftogu.translation.memory import store


def stats(options: argparse.Namespace) -> int:
    """Print how much the archive holds; write nothing."""
    content, problems = archive.read(options.root)
    outcome = store.update(options.root, content.interviews, content.vocabulary)
    index, _ = index_index.build(content.interviews, content.vocabulary)
    found = statistics.take(content.interviews, outcome.english, content.vocabulary, index)
    sizes = {"content": size(options.root / "content"), "site": size(options.output or options.root / "output")}
    if options.format == "json":
        print(json.dumps(statistics.as_data(found, sizes), ensure_ascii=False))
    else:
        print(statistics.as_text(found, sizes), end="")
    failed = [problem for problem in (*problems, *outcome.problems) if has_errors([problem])]
    terminal.show_problems(failed)
    return int(bool(failed))


def size(folder: Path) -> Size:
    """Return how much a folder holds; nothing when it is not there."""
    sizes = []
    for path in listing(str(folder), ""):
        with suppress(OSError):  # gone in the meantime
            sizes.append((folder / path).lstat().st_size)
    return Size(len(sizes), sum(sizes))
