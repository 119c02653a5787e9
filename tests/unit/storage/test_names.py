"""Names of files as a reader sees them, and as one types them."""

from __future__ import annotations

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
