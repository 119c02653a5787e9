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
    assert out.startswith("## river#t")
    assert out.count("[heading-") == 1
    assert "1 term; those without English are comments" in err
    with (root / "content/topics.toml").open("a", encoding="utf-8") as topics:
        topics.write(out)
    assert sites.build(root).problems.errors() == []


def test_the_english_of_a_section_is_known(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    river = root / "content/interviews/river.md"
    river.write_text(
        river.read_text(encoding="utf-8").replace("پرسشگر: از", "## قنات\n{: #s1 }\n\nپرسشگر: قنات از", 1),
        encoding="utf-8",
    )
    memory = root / "content/translations/en/river.po"
    memory.parent.mkdir(parents=True)
    memory.write_text('#, fuzzy\nmsgctxt "s1"\nmsgid "قنات"\nmsgstr "The qanat"\n', encoding="utf-8")
    assert main(["topics", "suggest", "--root", str(root)]) == 0
    assert '[the-qanat]\nfa = "قنات"\nen = "The qanat"\n' in capsys.readouterr().out


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


def test_the_report_tells_the_headings_that_lead_nowhere(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    topics = root / "content/topics.toml"
    topics.write_text(
        topics.read_text(encoding="utf-8") + '\n[mill]\nfa = "آسیاب"\nen = "The mill"\nalt = {fa = ["آسیا"]}\n',
        encoding="utf-8",
    )
    assert main(["topics", "report", "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert "topics      mill                                  0          0          0  unused" in out
    assert "V004 “mill” has no entries, but other words lead to it" in out + err
