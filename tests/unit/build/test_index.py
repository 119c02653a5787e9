"""What the archive has of each interview: made once, kept in parts, and made again when a part is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from goftogu.build import index as build_index
from goftogu.build.index import ArchiveIndexer, English, Indexed, IndexInput, IndexPhrases, index
from goftogu.build.read import Body, InterviewReader
from goftogu.build.workers import Workers
from goftogu.content.settings import SiteConfig
from goftogu.edition.site import Site
from goftogu.exports.feeds import FeedEntry
from goftogu.model import Language
from goftogu.pages.hits import ContextLine
from goftogu.problems import Problems
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts import archive
from goftogu.translation.memory.entry import State, Translation
from tests import caches, sites

FOLDER = ".cache/build"
WORDS = {f"words-{language}" for language in Language}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sites.make_golden(tmp_path_factory.mktemp("index") / "archive")


@contextmanager
def indexer(
    root: Path, english: dict[str, English] | None = None, labels: tuple[str, ...] = (), url: str = ""
) -> Iterator[tuple[ArchiveIndexer, dict[str, Indexed]]]:
    words = archive.vocabularies(root, Problems())
    with Cache(root / FOLDER) as cache, Workers(1) as workers:
        reader = InterviewReader(root, cache, Fingerprints(cache, root), Site(SiteConfig(), words))
        known = [held.id for held in reader.read(workers, Problems())]
        made = ArchiveIndexer(cache, reader, IndexPhrases(SiteConfig(url=url), words, labels))
        yield made, made.index(workers, known, english or {})


def refuse(*_: object) -> None:
    pytest.fail("it was indexed again")


def key(indexer: ArchiveIndexer, name: str) -> str:
    return indexer._names[name]


def test_an_interview_is_known_by_its_outline_and_where_the_index_leads(root: Path) -> None:
    with indexer(root) as (_, found):
        well = found["well"]
    assert (well.outline.id, well.outline.title.record) == ("well", "چاه و باغ")
    assert list(well.outline.speakers) == ["خبرنگار", "مینا راد", "همسایه"]
    assert {entry.topic for entry in well.findings.entries} == {"water", "garden", "river"}
    assert {(entry.start, entry.end) for entry in well.findings.entries} == {(0, 0)}
    assert well.parts.keys() > WORDS
    assert {"topic:water", "place:village"} <= well.lines.keys()


def test_only_an_archive_that_knows_its_address_has_entries_for_feeds(root: Path) -> None:
    with indexer(root) as (_, found):
        assert "feed" not in found["well"].parts
    with indexer(root, url="https://example.org/") as (made, found):
        data = made.part("well", "feed", found["well"].parts["feed"])
        entries = values.decode(data, dict[Language, FeedEntry])
    assert entries is not None
    assert entries[Language.EN].address == "https://example.org/en/well.html"


def test_interviews_share_the_ids_that_they_have_in_common(root: Path) -> None:
    with indexer(root) as (_, found):
        ids = [name for held in found.values() for entry in held.findings.entries for name in (entry.turn, entry.topic)]
    assert len(set(map(id, ids))) == len(set(ids)) < len(ids)


def test_what_has_not_changed_is_not_indexed_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with indexer(root) as (_, before):
        pass
    monkeypatch.setattr(build_index, "index", refuse)
    with indexer(root) as (_, after):
        assert after == before


def test_whatever_it_is_made_of_changes_its_name(root: Path) -> None:
    with indexer(root) as (plain, _):
        names = {key(plain, "well")}
    reader = Translation("A well", State.DRAFT, "draft: by hand")
    for changes in ({"english": {"well": {"title": reader}}}, {"url": "https://example.org/"}):
        with indexer(root, **changes) as (other, _):
            names.add(key(other, "well"))
    assert len(names) == 3


def test_other_english_takes_the_place_of_its_own(root: Path) -> None:
    with indexer(root) as (made, _):
        body = values.decode(made._reader.body("well"), Body)
    assert body is not None
    other = {name: replace(held, text=f"Another {name}", state=State.DRAFT) for name, held in body.english.items()}
    with indexer(root, {"well": other}) as (_, found):
        assert found["well"].outline.english["title"].text == "Another title"


def test_labels_of_other_interviews_change_nothing(root: Path) -> None:
    with indexer(root) as (plain, before), indexer(root, labels=("چاه را چه", "باغ", "مینا")) as (other, after):
        assert key(plain, "well") == key(other, "well")
        phrases = IndexPhrases(SiteConfig(), archive.vocabularies(root, Problems()), ("چاه را چه", "باغ", "مینا"))
        again = index(phrases, IndexInput(plain._reader.body("well"), None))
    assert values.decode(again.indexed, Indexed) == before["well"] == after["well"]


def test_a_word_before_a_hit_changes_neither_findings_nor_digests_of_other_subjects(root: Path, tmp_path: Path) -> None:
    other = sites.make_golden(tmp_path / "archive")
    file = other / "content/interviews/well.md"
    file.write_text(file.read_text(encoding="utf-8").replace("درخت میکاریم", "باز درخت میکاریم"), encoding="utf-8")
    with indexer(root) as (_, before), indexer(other) as (_, after):
        assert after["well"].findings == before["well"].findings
        assert after["well"].outline == before["well"].outline
        changed = {subject for subject, seen in after["well"].lines.items() if seen != before["well"].lines[subject]}
    assert changed <= {"topic:garden", "topic:river"}
    assert "topic:garden" in changed
    assert after["well"].parts["words-fa"] != before["well"].parts["words-fa"]


def test_lines_of_a_subject_are_those_of_its_language(root: Path) -> None:
    with indexer(root) as (made, _):
        persian, english = (
            values.decode(made.lines("well", language, "place:village"), list[ContextLine]) for language in Language
        )
    assert persian is not None
    assert english is not None
    assert [(line.hit, line.english) for line in persian] == [("ده کهنه", False)]
    assert [line.hit for line in english] == [""]


@pytest.mark.parametrize("held", [None, b"x", values.encode({"a": [1]})], ids=["gone", "damaged", "something else"])
@pytest.mark.parametrize("part", ["lines-fa", "words-fa", "document-en"])
def test_a_part_that_got_lost_is_made_again(tmp_path: Path, part: str, held: bytes | None) -> None:
    other = sites.make_golden(tmp_path / "archive")

    def wanted(made: ArchiveIndexer, found: dict[str, Indexed]) -> bytes:
        if part == "lines-fa":
            return made.lines("well", Language.FA, "topic:water")
        return made.part("well", part, found["well"].parts[part])

    with indexer(other) as (made, found):
        before, entry = wanted(made, found), f"{key(made, 'well')}.{part}"
    if held is None:
        caches.lose(other / FOLDER, entry)
    else:
        with Cache(other / FOLDER) as cache:
            cache.put(entry, held)
    with indexer(other) as (made, found):
        assert wanted(made, found) == before


def test_a_value_of_something_else_is_made_again(tmp_path: Path) -> None:
    other = sites.make_golden(tmp_path / "archive")
    with indexer(other) as (made, before):
        entry = f"{key(made, 'well')}.indexed"
    with Cache(other / FOLDER) as cache:
        cache.keep(entry, ["something else"])
    with indexer(other) as (_, after):
        assert after == before


def test_the_same_interview_gives_the_same_bytes(root: Path) -> None:
    words = archive.vocabularies(root, Problems())
    with indexer(root) as (made, _):
        given = IndexInput(made._reader.body("well"), None)
    one, two = (index(IndexPhrases(SiteConfig(), words, ("الف", "ب")), given) for _ in range(2))
    assert one == two
    assert (
        IndexPhrases(SiteConfig(), words, ("ب", "الف", "ب")).digest()
        == IndexPhrases(SiteConfig(), words, ("الف", "ب")).digest()
    )
