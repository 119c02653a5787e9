from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.index import suggest
from goftogu.index.suggest import Grammar
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path)


def test_suggestions_are_printed_as_toml(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggest, "grammar", lambda: Grammar(lambda word: word, frozenset({"چه", "یاد", "دارید"})))
    assert main(["topics", "suggest", "--root", str(root), "--most", "1"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# river#t")
    assert out.count("[heading-") == 1
    assert "1 term; write ids and English" in err


def test_without_the_lemmas_there_are_no_suggestions(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Grammar:
        raise ModuleNotFoundError

    monkeypatch.setattr(suggest, "grammar", missing)
    assert main(["topics", "suggest", "--root", str(root)]) == 1
    assert "hazm, which has the lists of words, is not installed" in capsys.readouterr().err


def test_the_report_counts_every_heading(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "report", "--root", str(root)]) == 0
    assert "topics      river                                 1          0          1" in capsys.readouterr().out
