"""The checks of translations as a filter."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from goftogu.cli import main


class _Stream:
    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)

    def flush(self) -> None:
        """Do nothing; all is written at once."""


def run(data: bytes, monkeypatch: pytest.MonkeyPatch, root: Path) -> tuple[int, bytes]:
    out = _Stream()
    monkeypatch.setattr(sys, "stdin", _Stream(data))
    monkeypatch.setattr(sys, "stdout", out)
    return main(["quality", "--root", str(root)]), out.buffer.getvalue()


def test_flags_come_before_each_pair_and_every_byte_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pairs = "سی سال کار کردم.\tI worked for three years.\r\nهیچ‌وقت نرفتم.\tI always went.\nآمد.\tHe came."
    code, out = run(pairs.encode(), monkeypatch, tmp_path)
    assert code == 0
    assert out.decode().split("\n") == [
        "number\tسی سال کار کردم.\tI worked for three years.\r",
        "negation?\tهیچ‌وقت نرفتم.\tI always went.",
        "\tآمد.\tHe came.",
    ]


def test_names_and_terms_of_the_archive_are_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/glossary.toml").write_text('"دریا" = ["Caspian"]\n', encoding="utf-8")
    assert run("دریا دور بود.\tThe sea was far.\n".encode(), monkeypatch, tmp_path)[1].startswith(b"term\t")


def test_a_line_that_is_no_pair_is_named_and_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(b"alone\n\xff\ta\na\tb\tc\n", monkeypatch, tmp_path)
    assert code == 1
    assert out == b"no-pair\talone\nno-pair\t\xff\ta\nno-pair\ta\tb\tc\n"
    told = capsys.readouterr().err
    assert [f"S001 line {number} of the input is not a pair" in told for number in (1, 2, 3)] == [True] * 3
