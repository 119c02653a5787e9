"""The reading layer as a filter."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites


class _Stream:
    """A standard stream of bytes."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)

    def flush(self) -> None:
        """Do nothing; all is written at once."""


def run(data: bytes, monkeypatch: pytest.MonkeyPatch, *options: str) -> tuple[int, str]:
    out = _Stream()
    monkeypatch.setattr(sys, "stdin", _Stream(data))
    monkeypatch.setattr(sys, "stdout", out)
    code = main(["orthography", *options])
    return code, out.buffer.getvalue().decode()


def test_the_filter_restores_and_keeps_every_other_byte(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "میکنم\r\nabc\tزمینهها\n\n"
    assert run(text.encode(), monkeypatch, "--root", str(tmp_path)) == (0, "می‌کنم\r\nabc\tزمینه‌ها\n\n")


def test_explain_lists_place_word_and_rule(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code, out = run("او گفت\nabc میکنم".encode(), monkeypatch, "--root", str(tmp_path), "--explain")
    place, word, restored, rule = out.rstrip("\n").split("\t")
    assert (code, place, word, restored) == (0, "2:5", "میکنم", "می‌کنم")
    assert rule


def test_blanks_are_joined_unless_the_archive_says_no(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    assert run("نمی دانم".encode(), monkeypatch, "--root", str(root)) == (0, "نمی‌دانم")
    assert run("x\nنمی دانم".encode(), monkeypatch, "--root", str(root), "--explain") == (
        0,
        "2:1\tنمی دانم\tنمی‌دانم\tverb\n",
    )
    settings = root / "content/site.toml"
    settings.write_text("join_blanks = false\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("نمی دانم".encode(), monkeypatch, "--root", str(root)) == (0, "نمی دانم")


def test_json_has_the_text_and_its_changes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code, out = run("میکنم".encode(), monkeypatch, "--root", str(tmp_path), "--json")
    answer = json.loads(out)
    assert '"text": "می‌کنم"' in out
    assert (code, answer["text"]) == (0, "می‌کنم")
    assert answer["changes"][0]["word"] == "میکنم"
    assert (answer["changes"][0]["line"], answer["changes"][0]["column"]) == (1, 1)


def test_what_is_not_utf8_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(b"abc\xff", monkeypatch) == (1, "")
    assert "byte 4" in capsys.readouterr().err
