"""Reading what has changed, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goftogu.build.reader import Reader
from goftogu.build.summaries import Card
from goftogu.content import archive
from goftogu.problems import Problem, Problems
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Stamps
from goftogu.transcripts import read
from tests import caches, sites
from tests.collecting import collected

RIVER = "content/interviews/river.md"
PO = 'msgctxt "title"\nmsgid "گفت‌وگو دربارهٔ رودخانه"\nmsgstr "On the river"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path)


@contextmanager
def reader(root: Path) -> Iterator[Reader]:
    with Cache(root / ".cache/build") as cache:
        yield Reader(root, cache, Stamps(cache, root), collected(archive.vocabularies, root)[0])


def cards(root: Path) -> tuple[list[Card], list[Problem]]:
    problems = Problems()
    with reader(root) as opened:
        return list(opened.cards(problems)), list(problems)


def refuse(*_: object) -> None:
    pytest.fail("it was read again")


def test_a_card_tells_what_lists_show(root: Path) -> None:
    (card,), problems = cards(root)
    assert problems == []
    assert (card.id, card.shown().light["title"].record) == ("river", "گفت‌وگو دربارهٔ رودخانه")
    assert card.anchors.turns == ("t1", "t2")
    assert card.states.total() == 4
    assert (bool(card.lacking), card.open) == (True, True)


def test_what_has_not_changed_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = cards(root)
    monkeypatch.setattr(read, "read", refuse)
    assert cards(root)[0] == before


def test_the_notes_of_a_file_are_told_each_time(root: Path) -> None:
    file = root / RIVER
    file.write_text(file.read_text("utf-8").replace("آب آن", "آبي آن"), "utf-8")
    assert [[problem.code for problem in cards(root)[1]] for _ in range(2)] == [["T010"], ["T010"]]


def test_a_changed_transcript_or_translation_has_another_card(root: Path) -> None:
    keys = {cards(root)[0][0].key}
    (root / "content/translations/en").mkdir(parents=True)
    (root / "content/translations/en/river.po").write_text(PO, encoding="utf-8")
    (card,), _ = cards(root)
    keys.add(card.key)
    assert card.shown().near["title"].text == "On the river"
    (root / RIVER).write_text((root / RIVER).read_text("utf-8").replace("زلال", "پاک"), "utf-8")
    keys.add(cards(root)[0][0].key)
    assert len(keys) == 3


def test_what_has_an_error_is_read_each_time(root: Path) -> None:
    (root / RIVER).write_text("---\n", encoding="utf-8")
    for _ in range(2):
        found, problems = cards(root)
        assert (found, [problem.code for problem in problems]) == ([], ["C001"])


def test_a_body_that_got_lost_is_read_again(root: Path) -> None:
    (card,), _ = cards(root)
    caches.lose(root / ".cache/build", f"{card.key}.body")
    with reader(root) as opened:
        assert [turn.id for turn in opened.interview(card).turns] == ["t1", "t2"]
