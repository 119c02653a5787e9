"""A built site is read again and judged; every way of being unfit is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from goftogu.checks import capacity, site
from goftogu.checks.links import LinkChecker
from goftogu.cli import main
from tests import sites
from tests.collecting import collected, found_by

URL = "https://example.org/archive/"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows neither these rights nor these files")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make_built(tmp_path / "archive")


def told(root: Path) -> list[str]:
    return [
        f"{problem.path}: {problem.code} {problem.message}" for problem in found_by(site.check, root / "output", URL)
    ]


def test_a_site_that_was_just_built_is_fit(root: Path) -> None:
    extent, problems = collected(site.check, root / "output", URL)
    assert problems == []
    made = [file for file in (root / "output").rglob("*") if file.is_file() and file.name != ".manifest.sha256"]
    assert (extent.files, extent.size) == (len(made), sum(file.stat().st_size for file in made))


def _change(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"</main>", b"</main >"))


def _remove(file: Path) -> None:
    file.unlink()


def _link(file: Path) -> None:
    file.unlink()
    file.symlink_to("index.html")


def _hide(file: Path) -> None:
    file.chmod(0o600)


def _close(file: Path) -> None:
    file.parent.chmod(0o700)


def _pipe(file: Path) -> None:
    os.mkfifo(file.with_name("pipe"))


def _stranger(file: Path) -> None:
    file.with_name("notes.txt").write_bytes(b"")


@posix
@pytest.mark.parametrize(
    ("harm", "faults"),
    [
        (_change, ["output/fa/about.html: W008 the file was changed after the build"]),
        (_remove, ["output/fa/about.html: W008 the file is missing"]),
        (_link, ["output/fa/about.html: W008 it is a symbolic link", "output/fa/about.html: W008 the file is missing"]),
        (_hide, ["output/fa/about.html: W008 its rights are 0600, not 0644"]),
        (_close, ["output/fa: W008 its rights are 0700, not 0755"]),
        (_pipe, ["output/fa/pipe: W008 it is neither a file nor a folder"]),
        (_stranger, ["output/fa/notes.txt: W008 the build did not make this file, but it would be published"]),
    ],
)
def test_what_makes_a_site_unfit(harm: Callable[[Path], None], faults: list[str], root: Path) -> None:
    for language in ("fa", "en"):
        (root / "content/pages").mkdir(exist_ok=True)
        (root / f"content/pages/about.{language}.md").write_text("# About\n\nText.\n", encoding="utf-8")
    sites.build(root)
    harm(root / "output/fa/about.html")
    found = told(root)
    assert [fault for fault in found if " L001 " not in fault] == faults


def test_a_folder_in_which_nothing_was_built_is_unfit(root: Path, tmp_path: Path) -> None:
    (root / "output/.manifest.sha256").write_bytes(b"nonsense\n")
    assert told(root) == ["output/.manifest.sha256: W008 no build has finished here"]
    assert [problem.code for problem in found_by(site.check, tmp_path, "")] == ["W008"]


def test_a_site_that_nearly_fills_its_host_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "NEAR", 900)
    found = told(root)
    assert any(fault.startswith("output: W014 the site has ") for fault in found)
    assert not any(" W008 " in fault for fault in found)


def test_sizes_are_limited(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capacity, "NEAR", 900)
    monkeypatch.setattr(capacity, "LIMIT", 1000)
    monkeypatch.setattr(site, "LARGEST", 20_000)
    found = told(root)
    assert any(fault.startswith("output: W008 the site is too large for GitHub Pages") for fault in found)
    assert not any(" W014 " in fault for fault in found)
    assert any(fault.startswith("output/static/vazirmatn.woff2: W008 the file has more than") for fault in found)


@pytest.mark.parametrize(("size", "faults"), [(1_000_000_000, 0), (1_000_000_001, 1)])
def test_a_site_has_at_most_a_thousand_megabytes(root: Path, size: int, faults: int) -> None:
    found = found_by(lambda problems: site._check_whole(root / "output", size, problems))
    assert [problem.code for problem in found].count("W008") == faults


@pytest.mark.parametrize(("size", "faults"), [(100_000_000, []), (100_000_001, ["the file has more than 100 MB"])])
def test_a_file_has_at_most_a_hundred_megabytes(
    root: Path, monkeypatch: pytest.MonkeyPatch, size: int, faults: list[str]
) -> None:
    os.truncate(root / "output/en/river.html", size)
    monkeypatch.setattr(site, "_look", lambda *_: "digest")
    found = found_by(
        lambda problems: site._check_files(
            root / "output", {"en/river.html": "digest"}, LinkChecker(""), site.Extent(), problems
        )
    )
    assert [problem.message for problem in found if problem.path == "output/en/river.html"] == faults


@pytest.mark.parametrize(("size", "ids"), [(20_000_000, ["t1"]), (20_000_001, [])])
def test_links_are_looked_for_in_pages_of_twenty_megabytes_and_not_in_larger_ones(
    tmp_path: Path, size: int, ids: list[str]
) -> None:
    page, links = tmp_path / "a.html", LinkChecker("")
    page.write_bytes(b'<p id="t1">')
    site._look(page, "a.html", size, links)
    assert list(links.ids("a.html") or ()) == ids


def test_a_file_that_is_larger_than_any_page_is_not_held_in_memory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "_LARGEST_PAGE", 1000)
    read = Path.read_bytes

    def small(file: Path) -> bytes:
        assert file.stat().st_size <= 1000
        return read(file)

    page = root / "output/en/river.html"
    assert page.stat().st_size > 1000
    monkeypatch.setattr(Path, "read_bytes", small)
    assert not any("changed after the build" in line for line in told(root))
    with page.open("ab") as stream:
        stream.write(b" ")
    assert any("output/en/river.html" in line and "changed after the build" in line for line in told(root))


def test_a_site_without_its_address_is_fit_but_warned_about(root: Path) -> None:
    settings = root / "content/site.toml"
    settings.write_text(settings.read_text("utf-8").replace(URL, ""), "utf-8")
    sites.build(root)
    (problem,) = found_by(site.check, root / "output", "")
    assert (problem.path, problem.code) == ("output", "W009")
    assert {problem.code for problem in found_by(site.check, root / "output", URL)} == {"W009", "L006"}


@pytest.fixture
def here(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(root)
    return root


def test_the_command_says_that_the_site_is_fit(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "--check"]) == 0
    assert "fit for GitHub Pages" in "".join(capsys.readouterr())


def test_the_command_builds_first(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "output/robots.txt").unlink()
    assert main(["publish", "--check"]) == 1
    assert main(["publish", "--offline", "--packages", "none", "--url", "https://example.org/other"]) == 0
    assert "https://example.org/other/sitemap.xml" in (here / "output/robots.txt").read_text("utf-8")


def test_the_command_does_not_judge_what_could_not_be_built(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "content/site.toml").write_text("nonsense", encoding="utf-8")
    assert main(["publish", "--offline", "--packages", "none"]) == 1
    assert "fit for GitHub Pages" not in "".join(capsys.readouterr())


def test_an_address_on_the_command_line_is_checked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["build", "--url", "example.org"])
    assert stopped.value.code == 2
    assert "is not an address" in capsys.readouterr().err
