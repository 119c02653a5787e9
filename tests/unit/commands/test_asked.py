from __future__ import annotations

from pathlib import Path

from goftogu.commands import asked


def test_what_is_asked_for() -> None:
    given = ["azar:t7", "bahar", "azar:t9.1", "bahar:t1", "chah:"]
    assert asked.interviews(given) == ["azar", "bahar", "chah"]
    assert asked.paragraphs(given) == {"azar": frozenset({"t7", "t9.1"})}
    assert asked.interviews([]) == []
    assert asked.paragraphs([]) == {}


def test_what_is_not_there_is_named_with_what_may_be_meant(tmp_path: Path) -> None:
    folder = tmp_path / "content/interviews"
    folder.mkdir(parents=True)
    for name in ("azar.md", "bahar.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    told = [str(problem) for problem in asked.unknown(["azr:t1", "bahar", "azr"], tmp_path)]
    assert told == ["C007 interview “azr” does not exist (did you mean “azar”?)"]
    assert asked.of_name("x", ["azar"], "a.po").path == "a.po"
