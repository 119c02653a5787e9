"""A small archive against the whole of its site, byte for byte.

Its content is that of ``tests/sites/base`` with ``tests/golden/content`` laid over it. ``UPDATE_GOLDEN=1`` writes
``tests/golden/output`` anew; read the difference before you commit it.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from goftogu.model import Language
from goftogu.storage.manifest import NAME as MANIFEST
from goftogu.translation.memory.memory import State
from tests import sites

GOLDEN: Final = Path(__file__).parent / "golden"
OUTPUT: Final = GOLDEN / "output"
DIGESTS: Final = GOLDEN / "digests.txt"
UPDATE: Final = bool(os.environ.get("UPDATE_GOLDEN"))
COPIED: Final = ("static/", MANIFEST)
"""What is a plain copy of a template's file, or follows from the rest."""


def split(files: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    """Return the text files, which a person can compare, and a line with the digest of each file that is none.

    Of an archive the members are told: how they are packed depends on the library that packs them.
    """
    shown = {path: data for path, data in files.items() if not path.startswith(COPIED)}
    texts = {path: data for path, data in shown.items() if b"\0" not in data}
    members = (member for path in sorted(shown.keys() - texts) for member in _members(path, shown[path]))
    return texts, "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in members)


def _members(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if not path.endswith(".epub"):
        yield path, data
        return
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for item in book.infolist():
            yield f"{path}/{item.filename} {item.date_time}", book.read(item)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = sites.make_golden(tmp_path_factory.mktemp("golden"))
    report = sites.build(root)
    assert {problem.code for problem in report.problems} <= {"M006", "M007", "T010"}
    assert all(report.states[state] for state in State if state is not State.ORIGINAL)
    assert report.result is not None
    return sites.files(root / "output")


def test_the_site_is_the_golden_one(built: dict[str, bytes]) -> None:
    texts, digests = split(built)
    if UPDATE:
        _write(texts, digests)
    golden = sites.files(OUTPUT)
    assert sorted(texts) == sorted(golden), "a file came or went"
    changed = [path for path, data in texts.items() if data != golden[path]]
    assert changed == [], "run with UPDATE_GOLDEN=1 and look at the difference"
    assert digests == DIGESTS.read_text(encoding="utf-8")


def test_the_golden_site_has_a_page_of_every_kind(built: dict[str, bytes]) -> None:
    pages = {f"{language}/{name}.html" for language in Language for name in ("index", "well", "river", "about")}
    assert pages | {"index.html", "404.html", "both/well.html", "sitemap.xml"} <= built.keys()
    assert built["data/well.received.txt"] == (GOLDEN / "content/received/well.txt").read_bytes()


def _write(texts: dict[str, bytes], digests: str) -> None:
    shutil.rmtree(OUTPUT, ignore_errors=True)
    for path, data in texts.items():
        (OUTPUT / path).parent.mkdir(parents=True, exist_ok=True)
        (OUTPUT / path).write_bytes(data)
    DIGESTS.write_text(digests, encoding="utf-8")
