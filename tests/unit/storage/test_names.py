"""Names of files as a reader sees them, and as one types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.storage import names


@pytest.mark.parametrize(
    ("path", "elsewhere", "windows"),
    [
        ("../bayegani", "../bayegani", "../bayegani"),
        ("my archive", "'my archive'", '"my archive"'),
        ("C:\\bayegani", "'C:\\bayegani'", "C:\\bayegani"),
        (
            "content/interviews/گفت و گو.docx",
            "'content/interviews/گفت و گو.docx'",
            '"content/interviews/گفت و گو.docx"',
        ),
        ("a&b", "'a&b'", '"a&b"'),
    ],
)
def test_a_path_is_typed_as_the_terminal_understands_it(
    path: str, elsewhere: str, windows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_WINDOWS", False)
    assert names.typed(path) == elsewhere
    monkeypatch.setattr(names, "_WINDOWS", True)
    assert names.typed(path) == windows


def test_a_name_is_spelled_as_the_disk_has_it(tmp_path: Path) -> None:
    composed, parted = "caf\u00e9.md", "cafe\u0301.md"
    (tmp_path / "content").mkdir()
    assert names.spelled(tmp_path, f"content/{composed}") == f"content/{composed}"
    (tmp_path / "content" / parted).touch()
    if not (tmp_path / "content" / composed).exists():  # macOS knows both by either name
        assert names.spelled(tmp_path, f"content/{composed}") == f"content/{parted}"
    (tmp_path / "content" / composed).touch()
    assert names.spelled(tmp_path, f"content/{composed}") == f"content/{composed}"
    assert names.spelled(tmp_path, "none/caf\u00e9.md") == "none/caf\u00e9.md"
    assert names.spelled(tmp_path, "content/none.md") == "content/none.md"


def test_a_name_in_the_folder_itself_has_no_slash(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.md").touch()
    assert names.composed(names.spelled(tmp_path, "caf\u00e9.md")) == "caf\u00e9.md"
