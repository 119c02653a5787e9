"""The files beside the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from goftogu.content.settings import DOWNLOADS
from goftogu.edition.site import Site
from goftogu.exports import registry
from goftogu.index import index as index_index
from tests import sites
from tests.collecting import collected
from tests.materials import material


def site() -> Site:
    given = material()
    interviews = (given.interview,)
    index, _ = collected(index_index.build, interviews, given.vocabulary)
    translations = {"river": given.translations}
    return Site(given.config, given.vocabulary, interviews, translations, index.topics, index.people)


def test_every_export_is_a_file_of_its_own_ending() -> None:
    files = dict(registry.files(site(), {"river": b"as it came"}))
    assert list(files) == [f"data/river.{ending}" for ending in (*registry.EXPORTS, registry.RECEIVED)]
    assert files["data/river.received.txt"] == b"as it came"
    assert len(set(files.values())) == len(files)
    assert all(files.values())


def test_each_export_can_be_chosen_by_one_word() -> None:
    chosen = [ending for name in DOWNLOADS for ending in DOWNLOADS[name]]
    assert sorted(chosen) == sorted(registry.EXPORTS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), []), (("text", "json"), ["json", "fa.txt", "en.txt"]), (("tei", "tei"), ["tei.xml"])],
)
def test_the_settings_choose_the_downloads_but_not_whether_the_text_as_received_is_one(
    words: tuple[str, ...], expected: list[str]
) -> None:
    chosen = replace(site(), config=replace(site().config, downloads=words))
    assert registry.endings(chosen.config) == (*expected, registry.RECEIVED)
    every = dict(registry.files(site(), {"river": b"as it came"}))
    made = dict(registry.files(chosen, {"river": b"as it came"}))
    assert made == {
        path: every[path] for path in (f"data/river.{ending}" for ending in registry.endings(chosen.config))
    }


def test_a_site_leads_to_the_chosen_downloads_only(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'downloads = ["epub", "text"]\n{text}', encoding="utf-8")
    report = sites.build(root)
    assert report.result is not None
    assert {problem.code for problem in report.problems} <= {"M006"}
    expected = {"river.epub", "river.fa.txt", "river.en.txt", "river.received.txt"}
    assert {file.name for file in (root / "output/data").glob("river.*")} == expected
    linked = re.findall(r'href="[^"]*data/([^"]+)"', (root / "output/en/river.html").read_text(encoding="utf-8"))
    assert set(linked) == expected
    settings.write_text(f"downloads = []\n{text}", encoding="utf-8")
    assert sites.build(root).result is not None
    assert [file.name for file in (root / "output/data").glob("river.*")] == ["river.received.txt"]


def test_the_same_archive_gives_the_same_bytes() -> None:
    received = {"river": b""}
    assert dict(registry.files(site(), received)) == dict(registry.files(site(), received))


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
