"""An archive as ``init`` makes it: it builds at once, without a word of warning, and says how to go on."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "بایگانی من", "--yes"]) == 0
    monkeypatch.chdir(tmp_path / "بایگانی من")
    capsys.readouterr()
    return tmp_path / "بایگانی من"


def test_it_builds_at_once_and_tells_how_to_bring_the_first_interview(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--strict"]) == 0
    assert (
        capsys.readouterr().err
        == "0 interviews, 0 turns; paragraphs in English: none\n61 written, 0 unchanged, 0 removed\n"
    )
    for language, words in (("fa", "نخستین گفت‌وگو"), ("en", "The first interview")):
        page = (root / f"output/{language}/index.html").read_text(encoding="utf-8")
        assert words in page
        assert "goftogu import FILE" in page
        assert "content/interviews/" in page


def test_no_page_of_it_is_blank(root: Path) -> None:
    assert main(["build"]) == 0
    for page in ("interviews", "topics", "people", "places", "a-z", "chronology"):
        for language, word in (("en", " yet."), ("fa", "هنوز")):
            text = (root / f"output/{language}/{page}/index.html").read_text(encoding="utf-8")
            assert word in text.partition("<main")[2].partition("</main>")[0], page


def test_the_first_interview_takes_the_place_of_the_advice(root: Path) -> None:
    for path in ("interviews/river.md", "people.toml"):
        (root / "content" / path).write_bytes((sites.SITES / "base/content" / path).read_bytes())
    assert main(["build", "--offline", "--packages", "none"]) == 0
    page = (root / "output/en/index.html").read_text(encoding="utf-8")
    assert "The first interview" not in page
    assert "goftogu import" not in page


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "sample"), "--sample"]) == 0
    return tmp_path / "sample"


def test_the_sample_builds_without_a_warning_and_says_that_it_is_made_up(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--strict", "--root", str(sample), "--packages", "none"]) == 0
    assert "1 interview, 8 turns; paragraphs in English: 13 draft\n" in capsys.readouterr().err
    (interview,) = (sample / "content/interviews").glob("*.md")
    for language, word in (("fa", "ساختگی"), ("en", "made up")):
        page = (sample / f"output/{language}/{interview.stem}.html").read_text(encoding="utf-8")
        assert word in page


def test_every_entry_of_its_vocabularies_is_spoken_of(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", "report", "--root", str(sample)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) >= 6
    assert main(["check", "--strict", "--root", str(sample), "--packages", "none"]) == 0


def test_its_english_says_truly_where_it_comes_from(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (memory,) = (sample / "content/translations/en").glob("*.po")
    text = memory.read_text(encoding="utf-8")
    counted = [text.count(line) for line in ("\nmsgctxt ", "\n#. origin: draft: language model\n", "\n#, fuzzy\n")]
    assert counted == [13, 13, 13]
    assert "approved" not in text
    capsys.readouterr()
    assert main(["translate", "--report", "--root", str(sample)]) == 0
    assert capsys.readouterr().out == "    13 draft\n"


def test_its_text_is_edited_persian(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (interview,) = (sample / "content/interviews").glob("*.md")
    text = interview.read_text(encoding="utf-8")
    monkey = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", monkey)
        assert main(["orthography", "--explain", "--root", str(sample)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", [["stamp"], ["review"], ["stats"], ["publish"]])
def test_every_command_works_in_it(sample: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = sites.files(sample / "content")
    assert main([*words, "--root", str(sample)]) == 0
    after = sites.files(sample / "content")
    assert set(after) - set(before) == ({"published.json"} if words == ["publish"] else set())
    assert {path: after[path] for path in before} == before
