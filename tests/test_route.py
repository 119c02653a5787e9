"""The whole route, offline: a transcript, a real translation package, and the English page that comes out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites

PACKAGE = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
PAIRS = [
    tuple(line.split("\t"))
    for line in (PACKAGE.parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ROOMS = "---\ntitle: {title}\nspeakers:\n  الف: {{role: interviewer}}\n  ب: {{role: interviewee}}\n---\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with one transcript of sentences that the tiny package knows."""
    root = sites.make(tmp_path / "archive")
    turns = [f"{'الف' if number % 2 == 0 else 'ب'}: {persian}" for number, (persian, _) in enumerate(PAIRS[1:])]
    text = ROOMS.format(title=f'"{PAIRS[0][0]}"') + "\n\n".join(turns) + "\n"
    (root / "content/interviews/river.md").write_text(text, encoding="utf-8")
    assert main(["stamp", "--root", str(root)]) == 0
    return root


def twin(root: Path) -> dict[str, object]:
    found = json.loads((root / "output/data/river.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def english(root: Path) -> list[str | None]:
    found = twin(root)
    turns = found["turns"]
    assert isinstance(turns, list)
    return [paragraph["en"] for turn in turns for paragraph in turn["paragraphs"]]


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    every = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in every}


def build(root: Path, packages: Path) -> int:
    return main(["build", "--root", str(root), "--packages", str(packages), "--offline"])


def test_with_the_package_the_english_comes_out_word_for_word(project: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    assert main(["package", "install", str(PACKAGE), "--root", str(project), "--packages", str(packages)]) == 0
    assert build(project, packages) == 0
    assert english(project) == [expected for _, expected in PAIRS[1:]]
    assert twin(project)["states"] == {"machine": len(PAIRS), "draft": 0, "reviewed": 0, "stale": 0, "missing": 0}
    page = (project / "output/en/river.html").read_text(encoding="utf-8")
    for _, expected in PAIRS:
        assert expected.replace("'", "&#39;") in page


def test_without_the_package_the_persian_stands_there_and_the_way_out_is_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert build(project, tmp_path / "none") == 0
    assert set(english(project)) == {None}
    told = capsys.readouterr().err
    assert f"M006 {len(PAIRS)} of {len(PAIRS)} paragraphs have no English yet" in told
    assert f"goftogu --root {project} package install" in told
    page = (project / "output/en/river.html").read_text(encoding="utf-8")
    assert PAIRS[5][0] in page


def test_the_site_is_built_again_from_the_memory_alone_and_changes_no_byte(project: Path, tmp_path: Path) -> None:
    packages = tmp_path / "packages"
    main(["package", "install", str(PACKAGE), "--root", str(project), "--packages", str(packages)])
    build(project, packages)
    first = files(project / "output")
    assert build(project, tmp_path / "none") == 0
    assert files(project / "output") == first


def test_translate_lists_the_states_and_keeps_the_memory_in_step(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packages = tmp_path / "packages"
    main(["package", "install", str(PACKAGE), "--root", str(project), "--packages", str(packages)])
    main(["package", "list", "--root", str(project), "--packages", str(packages)])
    assert capsys.readouterr().out.startswith("translate-fa_en 0.1\t")
    assert main(["translate", "--root", str(project), "--packages", str(packages)]) == 0
    told = capsys.readouterr().err
    assert f"{len(PAIRS)} machine" in told
    assert "translated with argos translate-fa_en 0.1" in told
    memory = (project / "content/translations/en/river.po").read_text(encoding="utf-8")
    assert memory.count("#, fuzzy") == len(PAIRS)


def test_check_writes_nothing(project: Path, tmp_path: Path) -> None:
    before = files(project)
    assert main(["check", "--root", str(project), "--packages", str(tmp_path / "none")]) == 0
    after = {path: data for path, data in files(project).items() if "/.cache/" not in path}
    assert after == {path: data for path, data in before.items() if "/.cache/" not in path}
