"""Reading what has changed, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goftogu.build import read
from goftogu.build.read import Body, InterviewReader, ReadInput, Spelling
from goftogu.build.summaries import Summary
from goftogu.build.workers import Workers
from goftogu.content import settings
from goftogu.content.transcript_language import SiteLanguages
from goftogu.edition.site import Site
from goftogu.problems import Problem, Problems
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts import archive
from goftogu.transcripts import read as transcript_read
from tests import caches, sites

FOLDER = ".cache/build"
RIVER = "content/interviews/river.md"
MEMORY = "content/translations/en/river.po"
PO = 'msgctxt "title"\nmsgid "گفت‌وگو دربارهٔ رودخانه"\nmsgstr "On the river"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path)


@contextmanager
def reader(root: Path) -> Iterator[tuple[InterviewReader, list[Summary], Problems]]:
    problems = Problems()
    with Cache(root / FOLDER) as cache, Workers(1) as workers:
        site = Site(settings.of_archive(root, problems), archive.vocabularies(root, problems))
        opened = InterviewReader(root, cache, Fingerprints(cache, root), site)
        yield opened, opened.read(workers, problems), problems


def summaries(root: Path) -> tuple[list[Summary], list[Problem]]:
    with reader(root) as (_, found, problems):
        return found, list(problems)


def name(root: Path) -> str:
    with reader(root) as (opened, _, _):
        return opened.name("river")


def translate(root: Path, text: str = PO) -> None:
    (root / MEMORY).parent.mkdir(parents=True, exist_ok=True)
    (root / MEMORY).write_text(text, encoding="utf-8")


def refuse(*_: object) -> None:
    pytest.fail("it was read again")


def test_an_interview_is_summed_up(root: Path) -> None:
    (found,), problems = summaries(root)
    assert problems == []
    assert (found.id, found.path, found.turns) == ("river", RIVER, ("t1", "t2"))
    assert sum(found.states.values()) == 4
    assert (bool(found.lacking), found.open) == (True, True)


def test_what_has_not_changed_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = summaries(root)
    monkeypatch.setattr(transcript_read, "read_transcript", refuse)
    assert summaries(root)[0] == before


def test_the_notes_of_a_file_are_told_each_time(root: Path) -> None:
    file = root / RIVER
    file.write_text(file.read_text("utf-8").replace("آب آن", "آبي آن"), "utf-8")
    assert [[problem.code for problem in summaries(root)[1]] for _ in range(2)] == [["T010"], ["T010"]]


def test_an_archive_that_was_moved_is_not_read_again(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    moved = sites.make(tmp_path_factory.mktemp("moved"))
    assert name(moved) == name(root)


def test_a_changed_transcript_or_translation_has_another_name(root: Path) -> None:
    names = {name(root)}
    translate(root)
    names.add(name(root))
    with reader(root) as (opened, _, _):
        body = values.decode(opened.body("river"), Body)
    assert body is not None
    assert body.english["title"].text == "On the river"
    (root / RIVER).write_text((root / RIVER).read_text("utf-8").replace("زلال", "پاک"), "utf-8")
    names.add(name(root))
    (root / "content/orthography.toml").write_text('words = ["رود‌خانه"]\n', encoding="utf-8")
    names.add(name(root))
    assert len(names) == 4


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [(RIVER, "---\n", ["C001"]), (MEMORY, 'msgid "a', ["M001"])],
    ids=["transcript", "memory"],
)
def test_what_has_an_error_is_read_each_time(root: Path, path: str, text: str, codes: list[str]) -> None:
    translate(root)
    (root / path).write_text(text, encoding="utf-8")
    assert [[problem.code for problem in summaries(root)[1]] for _ in range(2)] == [codes, codes]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(root: Path) -> None:
    (root / "content/interviews/hill.md").mkdir()
    found, problems = summaries(root)
    assert [held.id for held in found] == ["river"]
    assert [(problem.code, problem.path) for problem in problems] == [("S002", "content/interviews/hill.md")]


@pytest.mark.parametrize("held", [None, b"x", values.encode("a text")], ids=["gone", "damaged", "something else"])
def test_a_text_that_got_lost_is_read_again(root: Path, held: bytes | None) -> None:
    entry = f"{name(root)}.body"
    if held is None:
        caches.lose(root / FOLDER, entry)
    else:
        with Cache(root / FOLDER) as cache:
            cache.put(entry, held)
    with reader(root) as (opened, _, _):
        assert [turn.id for turn in opened.interview("river").turns] == ["t1", "t2"]
    with Cache(root / FOLDER) as cache:
        assert cache.take(entry, Body) is not None


def test_a_summary_of_something_else_is_read_again(root: Path) -> None:
    before, _ = summaries(root)
    with Cache(root / FOLDER) as cache:
        cache.keep(f"{name(root)}.summary", {"id": "river"})
    assert summaries(root)[0] == before


def test_reading_needs_nothing_of_this_machine(tmp_path: Path) -> None:
    data = (sites.SITES / "base" / RIVER).read_bytes()
    found = read.read_interview(
        Spelling(str(tmp_path / "nowhere/cache"), (), (), join_blanks=True, languages=SiteLanguages()),
        ReadInput(RIVER, data, PO.encode()),
    )
    assert found.problems == []
    assert found.summary is not None
    assert found.summary.id == "river"
    assert not (tmp_path / "nowhere").exists()


def test_bytes_that_are_no_text_give_nothing_but_a_problem() -> None:
    found = read.read_interview(
        Spelling("", (), (), join_blanks=True, languages=SiteLanguages()), ReadInput(RIVER, b"\xff", None)
    )
    assert (found.summary, [problem.code for problem in found.problems]) == (None, ["S001"])


def test_the_lexicon_is_compiled_before_all_others_ask_for_it(root: Path) -> None:
    folder = root / archive.CACHE
    with reader(root):
        assert (folder / "entries.sqlite").exists()
    read._layer.cache_clear()
    read.prepare(Spelling(str(folder), (), (), join_blanks=True, languages=SiteLanguages()), RIVER)
    assert read._layer.cache_info().currsize == 1


def test_nothing_is_prepared_when_nothing_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summaries(root)
    monkeypatch.setattr(read, "prepare", refuse)
    assert [held.id for held in summaries(root)[0]] == ["river"]
