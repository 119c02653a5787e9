"""Interviews are compared with the files received once, and again when one of the two changes or is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goftogu.build import collate
from goftogu.build.collate import ArchiveCollator
from goftogu.build.read import InterviewReader
from goftogu.build.workers import Workers
from goftogu.content.settings import SiteConfig
from goftogu.edition.site import Site
from goftogu.problems import Problems
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts import archive
from goftogu.transcripts.collation import Collation, EditKind
from tests import office, sites
from tests.collecting import found_by

FILE = "content/received/well.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make_golden(tmp_path / "archive")


@contextmanager
def collator(root: Path, paths: dict[str, str]) -> Iterator[ArchiveCollator]:
    words = archive.vocabularies(root, Problems())
    with Cache(root / ".cache/build") as cache, Workers(1) as workers:
        known = Fingerprints(cache, root)
        reader = InterviewReader(root, cache, known, Site(SiteConfig(), words))
        reader.read(workers, Problems())
        made = ArchiveCollator(cache, reader, lambda path: (root / path).read_bytes())
        made.collate(workers, paths, known.digest)
        yield made


def found(made: ArchiveCollator, name: str = "well") -> list[Collation]:
    ref = made.ref(name)
    assert ref is not None
    held = values.decode(ref.load(), list[Collation])
    assert held is not None
    return held


def refuse(*_: object) -> None:
    pytest.fail("it was compared again")


def test_an_interview_is_compared_with_its_file(root: Path) -> None:
    with collator(root, {"well": FILE}) as made:
        (held,) = found(made)
        assert (held.places, held.headings) == (4, 2)
        assert made.ref("river") is None


def test_nothing_is_compared_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with collator(root, {"well": FILE}) as made:
        first = found(made)
    monkeypatch.setattr(collate, "compare", refuse)
    with collator(root, {"well": FILE}) as made:
        assert found(made) == first
    with collator(root, {}) as made:
        assert made.ref("well") is None


@pytest.mark.parametrize("path", [FILE, "content/interviews/well.md"])
def test_a_change_of_either_text_is_compared(root: Path, path: str) -> None:
    with collator(root, {"well": FILE}) as made:
        name = made._names["well"]
    file = root / path
    old, new = ("باغ", "راغ") if path.endswith(".md") else ("چاه", "راه")
    encoding = "utf-8" if path.endswith(".md") else "cp1256"
    file.write_bytes(file.read_bytes().replace(old.encode(encoding), new.encode(encoding)))
    with collator(root, {"well": FILE}) as made:
        assert made._names["well"] != name
        assert EditKind.CHANGED in {edit.kind for edit in found(made)[0].edits}


@pytest.mark.parametrize("data", [b"", b"\xc1"])
def test_what_was_lost_is_made_again(root: Path, data: bytes) -> None:
    with collator(root, {"well": FILE}) as made:
        first = found(made)
        made._cache.put(f"{made._names['well']}.found", data)
        assert found(made) == first


def test_a_file_that_cannot_be_read_gives_nothing(root: Path) -> None:
    (root / FILE).write_bytes(b"%PDF-1.7")
    with collator(root, {"well": FILE}) as made:
        assert found(made) == []


def test_what_a_file_reveals_is_told_only_where_it_is_published(root: Path) -> None:
    path = "content/received/well.docx"
    files, relations = office.comments("نامش را نبرید.")
    spoken = office.run("چاه‌کن: از ده سالگی.", '<w:commentReference w:id="0"/>')
    (root / path).write_bytes(office.word("پرسشگر: از کی؟", spoken, files=files, relations=relations))
    with collator(root, {"well": path}) as made:
        assert [(problem.code, problem.path) for problem in found_by(made.check, {"well"})] == [("S018", path)]
        assert found_by(made.check, {"river"}) == []
