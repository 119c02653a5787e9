from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.storage.manifest import NAME, UNSAFE, digest, dump, read_manifest

ONE, TWO = hashlib.sha256(b"one").hexdigest(), hashlib.sha256(b"two").hexdigest()
PATHS = st.from_regex(r"\A[a-z0-9آ-ی. -]{1,8}(/[a-z0-9آ-ی. -]{1,8}){0,2}\Z").filter(
    lambda path: not UNSAFE.search(path)
)
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def read(tmp_path: Path, text: str) -> tuple[dict[str, str], bool]:
    file = tmp_path / NAME
    file.write_text(text, encoding="utf-8", newline="")
    return read_manifest(str(file))


@given(st.dictionaries(PATHS, DIGESTS))
def test_a_manifest_is_read_again(tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]) -> None:
    file = tmp_path_factory.mktemp("site") / NAME
    file.write_bytes(dump(files))
    assert read_manifest(str(file)) == (files, False)


def test_the_order_is_that_of_the_paths_and_not_of_the_build() -> None:
    assert (
        dump({"fa/b": TWO, "en/a": ONE}) == dump({"en/a": ONE, "fa/b": TWO}) == f"{ONE}  en/a\n{TWO}  fa/b\n".encode()
    )
    assert dump({}) == b""


def test_a_site_has_one_digest() -> None:
    files = {"en/a": ONE, "fa/b": TWO}
    assert digest(files) == hashlib.sha256(dump(files)).hexdigest()
    assert len({digest(files), digest({"en/a": TWO, "fa/b": TWO}), digest({"en/a": ONE}), digest({})}) == 4


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is missing")
def test_anybody_can_check_a_copy(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"one")
    (tmp_path / "دو").write_bytes(b"two")
    (tmp_path / NAME).write_bytes(dump({"one": ONE, "دو": TWO}))
    command = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    (tmp_path / "one").write_bytes(b"One")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_a_missing_manifest_is_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(str(tmp_path / NAME)) == ({}, False)


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        f"{ONE} en/b",
        f"{ONE[:-1]}  en/b",
        f"{ONE.upper()}  en/b",
        f"{ONE}  ",
        f"{ONE}  ../en/b",
        f"{ONE}  /etc/b",
        f"{ONE}  en//b",
        f"{ONE}  en/./b",
        f"{ONE}  en/..",
        f"{ONE}  en\\b",
        f"{ONE}  c:b",
        f"{ONE}  en/b\x7f",
        f"{ONE}  {NAME}",
        f"{ONE}  .staging/b",
    ],
)
def test_a_line_that_cannot_be_trusted_is_left_out_and_told(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, f"{TWO}  en/a\n{line}\n") == ({"en/a": TWO}, True)


def test_a_manifest_that_was_cut_off_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, f"{ONE}  en/a\n{TWO}  en/b") == ({"en/a": ONE}, True)
    assert read(tmp_path, f"{ONE}  en/a\n{TWO[:9]}") == ({"en/a": ONE}, True)


@pytest.mark.parametrize("path", ["a", "en/a b.html", ".nojekyll", "fa/.a", "...a", "a.staging/b", ".stagings", "آب/…"])
def test_usual_paths_are_safe(path: str) -> None:
    assert UNSAFE.search(path) is None
