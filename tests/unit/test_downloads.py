"""The files beside the pages."""

from __future__ import annotations

from pathlib import Path

from goftogu import downloads


def test_assets_of_the_project_hide_those_of_the_package(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    for file, text in [
        (own / "static/a.css", "own"),
        (packaged / "static/a.css", "packed"),
        (packaged / "static/b/c.js", "c"),
    ]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (own / "static/.hidden").write_text("", encoding="utf-8")
    assert list(downloads.assets([own, packaged])) == [("static/a.css", b"own"), ("static/b/c.js", b"c")]
