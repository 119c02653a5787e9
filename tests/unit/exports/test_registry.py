"""The files beside the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goftogu.edition.site import Site
from goftogu.exports import downloads, registry
from tests import sites
from tests.archives import Archive
from tests.materials import material, vocabulary
from tests.recordings import timed


def made(**settings: Any) -> dict[str, bytes]:
    given = material()
    files = registry.files(replace(given, config=replace(given.config, **settings)))
    return {path: data for path, data in files if isinstance(data, bytes)}


def test_every_export_is_a_file_of_its_own_ending() -> None:
    files, apart = made(), (downloads.RECEIVED, downloads.TRANSCRIPT)
    each = [download for download in downloads.DOWNLOADS if download not in apart and not download.whole]
    each = [download for download in each if not (download.timed or download.recorded)]
    assert list(files) == [f"data/river.{download.ending}" for download in each]
    assert len(set(files.values())) == len(files)
    assert all(files.values())


def test_an_interview_with_times_has_captions() -> None:
    given = timed()
    files = dict(registry.files(given))
    assert {"data/river.fa.vtt", "data/river.en.vtt"} <= files.keys()
    without = replace(given, config=replace(given.config, downloads=("text",)))
    assert [path for path, _ in registry.files(without)] == ["data/river.fa.txt", "data/river.en.txt"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), []),
        (("json", "text"), ["fa.txt", "en.txt", "json"]),
        (("tei", "tei"), ["tei.xml"]),
    ],
)
def test_the_settings_choose_the_downloads(words: tuple[str, ...], expected: list[str]) -> None:
    chosen = made(downloads=words)
    assert list(chosen) == [f"data/river.{ending}" for ending in expected]
    assert chosen.items() <= made().items()


def test_a_site_leads_to_the_chosen_downloads_only(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'downloads = ["epub", "text"]\n{text}', encoding="utf-8")
    report = sites.build(root)
    assert report.result is not None
    assert {problem.code for problem in report.problems} <= {"M006"}
    expected = {"river.epub", "river.fa.txt", "river.en.txt", "river.transcript.md"}
    assert {file.name for file in (root / "output/data").glob("river.*")} == expected
    page = (root / "output/en/river.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="[^"]*data/(river[^"]+)"', page)
    assert set(linked) == expected
    settings.write_text(f"downloads = []\n{text}", encoding="utf-8")
    assert sites.build(root).result is not None
    assert [file.name for file in (root / "output/data").glob("river.*")] == ["river.transcript.md"]


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert made() == made()


def test_the_topics_come_in_three_forms() -> None:
    archive = Archive.indexed(Site(material().config, vocabulary()), [material().interview])
    files = dict(registry.vocabulary(archive.listing))
    assert list(files) == [f"data/vocabulary/topics.{ending}" for ending in ("ttl", "jsonld", "json")]
    assert b"@base <https://example.org/archive/data/vocabulary/topics.ttl> ." in files["data/vocabulary/topics.ttl"]
    bare = dict(registry.vocabulary(archive.configured(url="").listing))
    assert b"example.org" not in b"".join(bare.values())


def test_an_archive_has_the_files_that_its_settings_choose() -> None:
    config = replace(material().config, downloads=("text", "csv", "tei", "dc"))
    assert [download.ending for download in registry.of_archive(config)] == ["archive.csv", "dublin-core.xml"]


def test_a_link_of_a_project_to_another_file_is_not_published(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    for folder in (own, packaged):
        (folder / "static").mkdir(parents=True)
    (tmp_path / "letter.txt").write_text("private", encoding="utf-8")
    (own / "static/a.txt").symlink_to(tmp_path / "letter.txt")
    (packaged / "static/b.txt").symlink_to(tmp_path / "letter.txt")  # some systems install files as links
    assert list(registry.assets([own, packaged])) == [("static/b.txt", b"private")]


def test_assets_of_the_project_hide_those_of_the_package_and_are_slim(tmp_path: Path) -> None:
    own, packaged = tmp_path / "own", tmp_path / "packaged"
    for file, text in [
        (own / "static/a.css", "/* own */ a { }"),
        (packaged / "static/a.css", "packed"),
        (packaged / "static/b/c.js", "c"),
    ]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (own / "static/.hidden").write_text("", encoding="utf-8")
    assert list(registry.assets([own, packaged])) == [("static/a.css", b"a{}"), ("static/b/c.js", b"c")]
