"""The files beside the pages."""

from __future__ import annotations

from pathlib import Path

from goftogu import catalogue, downloads
from goftogu.site import Site
from tests.materials import material


def site() -> Site:
    given = material()
    interviews = (given.interview,)
    index, _ = catalogue.build(interviews, given.vocabulary)
    translations = {"river": given.translations}
    return Site(given.config, given.vocabulary, interviews, translations, index.topics, index.people)


def test_every_export_is_a_file_of_its_own_ending() -> None:
    files = dict(downloads.files(site(), {"river": b"as it came"}))
    assert list(files) == [f"data/river.{ending}" for ending in (*downloads.EXPORTS, downloads.RECEIVED)]
    assert files["data/river.received.txt"] == b"as it came"
    assert len(set(files.values())) == len(files)
    assert all(files.values())


def test_the_same_archive_gives_the_same_bytes() -> None:
    received = {"river": b""}
    assert dict(downloads.files(site(), received)) == dict(downloads.files(site(), received))


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
