from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.translation.packages import download, installed
from goftogu.translation.packages import install as package_install
from tests.collecting import collected


@pytest.fixture
def address(tiny: Path) -> Iterator[str]:
    """The address of the tiny package on a server of this machine."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tiny.parent))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_from_a_file(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    package, problems = collected(package_install.install, str(tiny), tmp_path, tmp_path / "packages")
    assert package is not None
    assert problems == []
    assert (tmp_path / "content/translation.lock").read_text().endswith("  translate-fa_en-0_1.argosmodel\n")


def test_from_an_address(address: str, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    package, _ = collected(package_install.install, f"{address}/{tiny.name}", tmp_path, tmp_path / "packages")
    assert package == installed.choose([tmp_path / "packages"])
    assert names(tmp_path / "packages") == ["translate-fa_en-0_1"]
    assert capsys.readouterr().err == f"Downloading {address}/{tiny.name}: {tiny.stat().st_size / 1e6:.1f} MB\n"


def test_the_newest_of_the_index(address: str, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.setattr(download, "newest", lambda _: f"{address}/{tiny.name}")
    package, _ = collected(package_install.install, "", tmp_path, tmp_path / "packages")
    assert package is not None
    fault = Problem("index", 0, 0, "A012", Message("no"), NO_HINT)
    monkeypatch.setattr(download, "newest", lambda problems: problems.add(fault))
    assert collected(package_install.install, "", tmp_path, tmp_path / "packages") == (None, [fault])


def test_what_is_no_package_is_not_kept(address: str, tmp_path: Path) -> None:
    package, problems = collected(package_install.install, f"{address}/sentences.tsv", tmp_path, tmp_path / "packages")
    assert package is None
    assert [(problem.code, problem.path) for problem in problems] == [("A001", f"{address}/sentences.tsv")]
    assert names(tmp_path / "packages") == []


def test_what_is_not_there(address: str, tmp_path: Path) -> None:
    package, problems = collected(package_install.install, f"{address}/none", tmp_path, tmp_path / "packages")
    assert package is None
    assert [problem.code for problem in problems] == ["A012"]
