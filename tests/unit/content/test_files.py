from __future__ import annotations

import os
import stat
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import characters, files
from goftogu.model import Source
from goftogu.problems import Problem, Problems
from tests.collecting import collected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / files.INTERVIEWS).mkdir(parents=True)
    (tmp_path / files.RECEIVED).mkdir()
    return tmp_path


def _put(root: Path, name: str, data: bytes = b"text") -> None:
    (root / files.INTERVIEWS / name).write_bytes(data)


def _sources(root: Path) -> tuple[list[Source], list[Problem]]:
    problems = Problems()
    found = [files.text(root / path, problems, root) for path in files.transcripts(root, lambda _: False, problems)]
    return [source for source in found if source is not None], list(problems)


def _shown(problems: list[Problem]) -> list[tuple[str, int, int, str]]:
    return [
        (problem.path.removeprefix(f"{files.INTERVIEWS}/"), problem.line, problem.column, problem.code)
        for problem in problems
    ]


def test_transcripts_come_sorted_with_their_bytes(folder: Path) -> None:
    _put(folder, "b.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    _put(folder, "a.md", "سلام".encode())
    _put(folder, ".a.md.swp", b"\xff")
    sources, problems = _sources(folder)
    assert problems == []
    assert [source.path for source in sources] == ["content/interviews/a.md", "content/interviews/b.txt"]
    assert sources[1].text == "one\ntwo\nthree\n"
    assert sources[1].data == b"\xef\xbb\xbfone\r\ntwo\rthree\n"


def test_every_file_is_judged_in_one_run(folder: Path) -> None:
    _put(folder, "broken.md", "سلام\nab".encode() + b"\x81c")
    _put(folder, "con.md")
    _put(folder, "nul-inside.txt", b"one\nt\x00o")
    _put(folder, "two words.md")
    _put(folder, "notes.docx")
    _put(folder, "good.md")
    sources, problems = _sources(folder)
    assert [source.path for source in sources] == ["content/interviews/good.md"]
    assert _shown(sorted(problems)) == [
        ("broken.md", 2, 3, "S001"),
        ("con.md", 0, 0, "S004"),
        ("notes.docx", 0, 0, "S009"),
        ("nul-inside.txt", 2, 2, "S003"),
        ("two words.md", 0, 0, "S004"),
    ]
    assert "byte 0x81 at 11" in min(problems).message


def test_utf16_is_named() -> None:
    problem = files._not_utf8("a.md", "سلام".encode("utf-16"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, ""))
    assert "UTF-16" in problem.message


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.md", "a.txt"), ("ك.md", "ک.md"), ("می\u200cرود.md", "میرود.md"), ("Talk.md", "talk.md")],
)
def test_names_that_read_alike_are_one_id(folder: Path, first: str, second: str) -> None:
    _put(folder, first)
    _put(folder, second)
    sources, problems = _sources(folder)
    assert len(sources) == 1
    assert [problem.code for problem in problems] == ["S006"]


def test_names_that_differ_in_a_letter_are_two_ids(folder: Path) -> None:
    _put(folder, "حیات.md")
    _put(folder, "هیات.md")
    sources, problems = _sources(folder)
    assert (len(sources), problems) == (2, [])


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in _sources(tmp_path)[1]] == ["S007"]


def test_a_file_in_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / files.INTERVIEWS).write_text("")
    assert [problem.code for problem in _sources(tmp_path)[1]] == ["S002"]


def test_a_folder_in_place_of_a_file_is_a_problem(folder: Path) -> None:
    (folder / files.INTERVIEWS / "a.md").mkdir()
    assert _shown(_sources(folder)[1]) == [("a.md", 0, 0, "S002")]


def test_an_unreadable_file_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    _put(folder, "a.md")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems = _sources(folder)[1]
    assert _shown(problems) == [("a.md", 0, 0, "S002")]
    assert "Permission denied" in problems[0].message


def test_symbolic_links_are_refused(folder: Path) -> None:
    (folder / "secret.md").write_text("secret")
    (folder / files.INTERVIEWS / "a.md").symlink_to(folder / "secret.md")
    (folder / files.INTERVIEWS / "b.md").symlink_to("b.md")
    sources, problems = _sources(folder)
    assert sources == []
    assert _shown(problems) == [("a.md", 0, 0, "S005"), ("b.md", 0, 0, "S005")]


def test_a_linked_root_is_no_fault(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    _put(folder, "a.md")
    link = tmp_path_factory.mktemp("other") / "project"
    link.symlink_to(folder)
    assert len(_sources(link)[0]) == 1


def test_a_text_outside_the_root_is_refused(folder: Path) -> None:
    assert [problem.code for problem in collected(files.text, folder / ".." / "evil.toml", root=folder)[1]] == ["S005"]


def test_a_text_without_root_may_lie_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "rough.txt"
    file.write_text("سلام", encoding="utf-8")
    source, problems = collected(files.text, file)
    assert problems == []
    assert source is not None
    assert (source.path, source.text) == (file.as_posix(), "سلام")
    assert [problem.code for problem in collected(files.text, tmp_path / "none.txt")[1]] == ["S007"]


def test_received_files_come_as_they_are(folder: Path) -> None:
    (folder / files.RECEIVED / "گفت و گو.doc").write_bytes(b"\xff\x00")
    assert collected(files.received, folder, "گفت و گو.doc") == (b"\xff\x00", [])


@pytest.mark.parametrize("name", ["", "../evil", "/etc/passwd", "a\\b", ".hidden", "..", "a\x00b"])
def test_received_files_do_not_leave_their_folder(folder: Path, name: str) -> None:
    data, problems = collected(files.received, folder, name)
    assert data is None
    assert [problem.code for problem in problems] == ["S005"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\u202eb", (1, 2)),
        ("ok\n\u202bnot closed", (2, 1)),
        ("\u2067open\n\u2069", (1, 1)),
        ("\u202bcrossed\u2069", (1, 1)),
        ("line\n\x85", (2, 1)),
        ("\ufffe", (1, 1)),
    ],
)
def test_characters_that_would_spoil_the_page_are_refused(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    source, problems = collected(files.text, tmp_path / "a.toml", root=tmp_path)
    assert source is None
    assert [(problem.code, (problem.line, problem.column)) for problem in problems] == [("S003", place)]


def test_direction_marks_that_are_closed_may_stand(tmp_path: Path) -> None:
    text = "\u200f\u202bسلام \u2066(x)\u2069\u202c\n\u202c تنها"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert collected(files.text, tmp_path / "a.md", root=tmp_path)[1] == []


def test_a_file_larger_than_any_text_is_not_read(folder: Path) -> None:
    _put(folder, "a.md", b"")
    with (folder / files.INTERVIEWS / "a.md").open("r+b") as stream:
        stream.truncate(50_000_000)
    found, problems = _sources(folder)
    assert found == []
    assert _shown(problems) == [("a.md", 0, 0, "S010")]
    assert collected(files.data, folder, f"{files.INTERVIEWS}/a.md")[0] is not None


@pytest.mark.parametrize(("size", "fits"), [(10_000_000, True), (10_000_001, False)])
def test_a_text_has_at_most_ten_million_bytes(size: int, fits: bool) -> None:
    found = os.stat_result((stat.S_IFREG, 0, 0, 1, 0, 0, size, 0, 0, 0))
    assert (files.unfit(found) is None) is fits


@pytest.mark.parametrize(
    ("name", "meant"), [("a.docx.md", "a.md"), ("a.md.txt", "a.md"), ("a.b.MD.md", "a.b.md"), ("a.txt.md", "a.md")]
)
def test_a_name_with_two_endings_is_told_how_it_is_meant(folder: Path, name: str, meant: str) -> None:
    _put(folder, name)
    (problem,) = _sources(folder)[1]
    assert (problem.code, str(problem.hint)) == ("S004", f"rename it to {meant}")


def test_a_copy_that_a_program_has_made_is_told_with_its_original(folder: Path) -> None:
    for name in ("talk.md", "talk (1).md"):
        _put(folder, name)
    (problem,) = _sources(folder)[1]
    assert (problem.code, problem.path) == ("S006", f"{files.INTERVIEWS}/talk (1).md")
    assert "a copy of “talk”" in problem.message


@pytest.mark.parametrize(("data", "place"), [(b"\n\x81", (2, 1)), (b"a\xff", (1, 2)), (b"a\nbc\xff", (2, 3))])
def test_what_is_not_utf8_is_told_with_its_line_and_column(data: bytes, place: tuple[int, int]) -> None:
    (problem,) = collected(files.decoded, "a.md", data)[1]
    assert (problem.code, (problem.line, problem.column)) == ("S001", place)


def test_a_word_longer_than_any_is_shown_in_its_place(folder: Path) -> None:
    _put(folder, "a.md", b"one\ntwo " + b"x" * 201)
    _put(folder, "b.md", b"x" * 200 + b"-" + b"x" * 200)
    found, problems = _sources(folder)
    assert [source.path for source in found] == [f"{files.INTERVIEWS}/b.md"]
    assert _shown(problems) == [("a.md", 2, 5, "S010")]


@given(before=st.integers(0, 250), after=st.integers(0, 250), length=st.integers(190, 210))
def test_a_word_is_too_long_wherever_it_is(before: int, after: int, length: int) -> None:
    problems = Problems()
    characters.check("a.md", f"{'ab ' * before}{'x' * length}{' ab' * after}", problems)
    assert [problem.column for problem in problems] == ([3 * before + 1] if length > 200 else [])


def test_half_spaces_part_no_words(folder: Path) -> None:
    _put(folder, "a.md", "می‌".encode() * 70)
    assert _shown(_sources(folder)[1]) == [("a.md", 1, 1, "S010")]


def test_bytes_are_decoded_as_a_file_is_read(folder: Path) -> None:
    path = f"{files.INTERVIEWS}/a.md"
    for data in (
        b"\xef\xbb\xbfone\r\ntwo\rthree",
        "سلام".encode(),
        b"",
        b"\xff",
        b"a\x00b",
        "\u202eروز".encode(),
        b"a" * 300,
    ):
        _put(folder, "a.md", data)
        assert collected(files.decoded, path, data) == collected(files.text, folder / path, root=folder)


def test_what_is_decoded_keeps_its_bytes_and_is_named_as_it_is_shown() -> None:
    data = b"\xef\xbb\xbfone\r\n"
    assert collected(files.decoded, "a/b.md", data) == (Source("a/b.md", data, "one\n"), [])
    source, (problem,) = collected(files.decoded, "a/b.md", b"one\n\x81")
    assert source is None
    assert (problem.path, problem.line, problem.column, problem.code) == ("a/b.md", 2, 1, "S001")


def test_a_file_of_zeros_was_destroyed() -> None:
    source, (problem,) = collected(files.decoded, "a.md", bytes(9))
    assert (source, problem.code, problem.message) == (None, "S002", "the file holds nothing but zeros")


@pytest.mark.parametrize(("kind", "fits"), [(stat.S_IFREG, True), (stat.S_IFIFO, False), (stat.S_IFDIR, False)])
def test_only_regular_files_are_read(kind: int, fits: bool) -> None:
    fault = files.unfit(os.stat_result((kind, 0, 0, 1, 0, 0, 5, 0, 0, 0)))
    assert (fault and (fault[0], *map(str, fault[1:]))) == (
        None if fits else ("S002", "it is not a regular file", "move it away")
    )


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system has one form of a name only")
def test_a_file_is_found_however_its_name_is_composed(folder: Path) -> None:
    name = "آب.doc"
    (folder / files.RECEIVED / unicodedata.normalize("NFD", name)).write_bytes(b"\xff")
    assert collected(files.received, folder, name) == (b"\xff", [])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, []),
        (b"\x89PNG\r\n\x1a\n...", []),
        (b"\xff\xd8\xff...", ["content/card.png: S002 it is not a PNG picture (save the picture as PNG)"]),
    ],
)
def test_the_picture_of_an_archive_is_a_png(folder: Path, data: bytes | None, told: list[str]) -> None:
    if data is not None:
        (folder / files.CARD).write_bytes(data)
    picture, problems = collected(files.card, folder)
    assert (picture, [str(problem) for problem in problems]) == (None if told else data, told)


def test_a_picture_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / files.CARD).mkdir()
    picture, problems = collected(files.card, folder)
    assert (picture, [problem.code for problem in problems]) == (None, ["S002"])


def test_too_many_bytes_are_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 3)
    assert collected(files.decoded, "a.md", b"abc")[1] == []
    source, (problem,) = collected(files.decoded, "a.md", b"abcd")
    assert (source, problem.code) == (None, "S010")
    assert "4 bytes, more than 3" in problem.message
