"""Reading a project's content: everything is read, every fault of every file is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.problems import Problems
from goftogu.transcripts import archive
from tests import sites
from tests.collecting import collected


def codes(root: Path) -> list[str]:
    return sorted({problem.code for problem in collected(archive.read_archive, root)[1]})


def test_a_sound_project_is_read_whole(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    content, problems = collected(archive.read_archive, root)
    assert problems == []
    assert content.config.title.en == "Test archive"
    assert [interview.id for interview in content.interviews] == ["river"]
    assert list(content.vocabulary.topics) == ["river"]
    assert content.received == {"river": (root / "content/interviews/river.md").read_bytes()}


def test_the_text_as_received_is_the_file_that_came(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    file = root / "content/interviews/river.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("---\n", "---\nsource: {file: a.txt}\n", 1), encoding="utf-8"
    )
    assert codes(root) == ["S007"]
    (root / "content/received").mkdir()
    (root / "content/received/a.txt").write_bytes(b"as \xff it came")
    content, problems = collected(archive.read_archive, root)
    assert problems == []
    assert content.received == {"river": b"as \xff it came"}


def test_the_archives_own_words_reach_the_reading_layer(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/orthography.toml").write_text('keep = ["میشد"]\n', encoding="utf-8")
    content, _ = collected(archive.read_archive, root)
    assert content.interviews[0].turns[1].paragraphs[0].reading == "آب آن زلال بود و میشد از آن نوشید."


def test_an_archive_can_leave_its_blanks(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    file, settings = root / "content/interviews/river.md", root / "content/site.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("میشد", "می شد"), encoding="utf-8")
    answers = []
    for line in ("", "join_blanks = false\n"):
        settings.write_text(line + settings.read_text(encoding="utf-8"), encoding="utf-8")
        problems = Problems()
        content = archive.read_archive(root, problems)
        assert len(problems) == 0
        answers.append(content.interviews[0].turns[1].paragraphs[0])
    assert [paragraph.reading for paragraph in answers] == [
        "آب آن زلال بود و می‌شد از آن نوشید.",
        "آب آن زلال بود و می شد از آن نوشید.",
    ]
    assert {paragraph.record for paragraph in answers} == {answers[1].reading}


def test_faulty_code_points_are_told_and_read_right(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    file = root / "content/interviews/river.md"
    text = file.read_text(encoding="utf-8").replace("آب آن", "آبي كه")
    file.write_text(text, encoding="utf-8")
    content, problems = collected(archive.read_archive, root)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("T010", 14, 15)]
    assert content.interviews[0].turns[1].paragraphs[0].reading.startswith("آبی که زلال")
    assert content.interviews[0].turns[1].paragraphs[0].record.startswith("آبي كه زلال")
    assert file.read_text(encoding="utf-8") == text
    assert problems[0].message.startswith("2 code points are shown as Persian has them: ")


def test_free_pages_are_read_by_language(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/pages").mkdir()
    (root / "content/pages/about.en.md").write_text("# About\n\nText.\n", encoding="utf-8")
    (root / "content/pages/about.md").write_text("# About\n", encoding="utf-8")
    content, problems = collected(archive.read_archive, root)
    assert [(page.id, page.language, page.title, page.body) for page in content.pages] == [
        ("about", "en", "About", "Text.")
    ]
    assert [problem.code for problem in problems] == ["S004"]


def test_of_two_pages_whose_ids_read_alike_the_first_is_read(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/pages").mkdir()
    for name in ("ما.fa.md", "یادها.fa.md", "يادها.fa.md"):
        (root / "content/pages" / name).write_text(f"# {name}\n\nسلام.\n", encoding="utf-8")
    content, problems = collected(archive.read_archive, root)
    assert [page.id for page in content.pages] == ["ما", "يادها"]
    assert [(problem.code, problem.path) for problem in problems] == [("S006", "content/pages/یادها.fa.md")]
    assert problems[0].message == "its id reads like that of content/pages/يادها.fa.md"


def test_faults_of_several_files_come_in_one_run(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/site.toml").write_text("title = \n", encoding="utf-8")
    (root / "content/people.toml").write_bytes(b"\xff")
    (root / "content/interviews/empty.txt").write_text("", encoding="utf-8")
    assert {"C001", "S001", "T001"} <= set(codes(root))
    (root / "content/site.toml").unlink()
    assert "S007" in codes(root)


def test_a_page_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/pages").mkdir()
    (root / "content/pages/about.en.md").write_text("# About\n\n" + "a " * 150_001, encoding="utf-8")
    assert [(problem.code, problem.line, problem.column) for problem in collected(archive.read_archive, root)[1]] == [
        ("S010", 3, 1)
    ]


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ('اين باغ\nكه بود\n{: lang="ar" }', []),
        ('اين باغ\nكه بود\n{: lang="ar" }\n\nآبي هم', [(20, 3)]),
        ('آبي هم\n\nاين باغ\nكه بود\n{: lang="ar" }', [(16, 3)]),
    ],
)
def test_code_points_of_a_paragraph_in_another_language_stay(
    tmp_path: Path, paragraph: str, place: list[tuple[int, int]]
) -> None:
    root = sites.make(tmp_path)
    file = root / "content/interviews/river.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    file.write_text("\n".join([*lines[:15], *paragraph.split("\n"), "", *lines[15:]]), encoding="utf-8")
    problems = collected(archive.read_archive, root)[1]
    assert [(problem.line, problem.column) for problem in problems if problem.code == "T010"] == place
    assert [problem for problem in problems if problem.severity == "error"] == []
