"""What an interview adds to a site: every file has a kind, and the kinds together are the site."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench import weights
from goftogu.exports.downloads import NAMES
from tests import sites

IDS = frozenset({"river", "a.b"})


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("fa/river.html", "pages"),
        ("both-en/a.b.html", "pages"),
        ("fa/about.html", "lists"),
        ("en/topics/sea.html", "lists"),
        ("en/search/index.html", "search"),
        ("fa/search/documents/1.json", "search"),
        ("data/river.html", "html"),
        ("data/a.b.fa.txt", "text"),
        ("data/a.b.parallel.tsv", "tsv"),
        ("data/river.csl.json", "csl"),
        ("data/river.json", "json"),
        ("data/river.received.txt", "received"),
        ("data/river.transcript.md", "transcript"),
        ("data/archive/archive.jsonl", "jsonl"),
        ("data/archive/oai.xml", "oai"),
        ("data/unknown.json", "everything else"),
        ("data/ids.json", "everything else"),
        ("static/site.css", "everything else"),
        ("index.html", "everything else"),
    ],
)
def test_each_file_has_a_kind(path: str, kind: str) -> None:
    assert weights.kind_of(path, IDS) == kind


def test_the_kinds_together_are_the_site(tmp_path: Path) -> None:
    root = sites.make_built(tmp_path)
    found = weights.kinds(root / "output")
    assert found.total() == sum(map(len, sites.files(root / "output").values()))
    assert found["pages"] == sum(
        (root / f"output/{view}/river.html").stat().st_size for view in ("fa", "en", "both", "both-en")
    )
    rest = {"pages", "search", "lists", "received", "transcript", "everything else"}
    assert found.keys() <= {*NAMES, *rest}


def test_the_table_has_the_heaviest_kind_first_and_the_sum_last() -> None:
    found = Counter({"text": 3_000, "pages": 20_600, "lists": 500})
    assert [line.split() for line in weights.table(found, 2)] == [
        ["pages", "10.3", "kB"],
        ["text", "1.5", "kB"],
        ["lists", "0.2", "kB"],
        ["all", "12.1", "kB"],
    ]
