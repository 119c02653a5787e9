"""Tables of parallel texts, as the site offers them, with corrections in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.translation.memory.memory import Unit
from goftogu.translation.offers import table
from goftogu.translation.offers.offer import Offer
from tests.collecting import collected

HEAD = "id\tstate\tfa\ten\n"


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (HEAD.encode(), True),
        (b"\xef\xbb\xbf" + HEAD.encode() + b"x", True),
        (HEAD.replace("\n", "\r\n").encode(), True),
        (b"x\n" + HEAD.encode(), False),
        (b"", False),
    ],
)
def test_a_table_begins_with_its_head(data: bytes, is_one: bool) -> None:
    assert table.is_table(data) is is_one


@pytest.mark.parametrize("by", ["Sara", ""])
def test_each_row_below_the_head_offers_its_english(tmp_path: Path, by: str) -> None:
    file = tmp_path / "azar.parallel.tsv"
    file.write_text(f"{HEAD}t1.1\treviewed\tباغ\tGarden\nt1.2\tmachine\tرود\tRiver\n\nt1.3\n", encoding="utf-8")
    found, problems = collected(table.read, file, by)
    assert found == {
        "azar": [
            Offer(Unit("t1.1", "باغ"), "Garden", by or None, is_flat=True),
            Offer(Unit("t1.2", "رود"), "River", None, is_flat=True),
        ]
    }
    assert [(problem.line, problem.code) for problem in problems] == [(5, "M010")]


def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    found, problems = collected(table.read, tmp_path / "azar.parallel.tsv", "Sara")
    assert found == {}
    assert [(problem.code, str(problem.message), str(problem.hint)) for problem in problems] == [
        ("S002", "No such file or directory", "make the file readable")
    ]
