"""The words of documents: together always the same, whatever was kept, and made anew in small parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.search.postings import BUCKETS, Counted, Postings, marks
from goftogu.storage.cache import Cache
from tests import caches

Documents = list[dict[int, list[str]]]
WORDS = st.text("ابپتabc7", min_size=1, max_size=3)
DOCUMENT = st.dictionaries(WORDS, st.integers(1, 40), max_size=6)


def counted(document: dict[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word, count in document.items():
        found.setdefault(count, []).append(word)
    return found


def postings(cache: Cache, documents: Documents, others: Documents, asked: list[int] | None = None) -> Postings:
    def words(number: int) -> Counted:
        if asked is not None:
            asked.append(number)
        return documents[number]

    return Postings(cache, [marks(found) for found in documents], words, others)


def whole(found: Postings) -> dict[str, str]:
    return {word: where.decode() for bucket in range(BUCKETS) for word, where in found.find(bucket)}


def plainly(documents: Documents) -> dict[str, str]:
    """Do the same in the simplest way."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    found: dict[str, str] = {}
    for number, document in enumerate(documents):
        for count, words in document.items():
            times = f"*{digits[count] if count < 36 else '1' + digits[count - 36]}" if count > 1 else ""
            for word in words:
                found[word] = f"{found.get(word, '')} {digits[number]}{times}"
    return found


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with Cache(tmp_path / "cache") as cache:
        yield cache


@given(st.lists(st.lists(DOCUMENT, max_size=5), min_size=1, max_size=4), st.lists(DOCUMENT, max_size=2))
def test_what_was_kept_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, archives: list[list[dict[str, int]]], more: list[dict[str, int]]
) -> None:
    folder, others = tmp_path_factory.mktemp("cache"), [counted(document) for document in more]
    for archive in archives:
        documents = [counted(document) for document in archive]
        with Cache(folder) as cache:
            found = postings(cache, documents, others)
            assert whole(found) == plainly([*documents, *others])
            assert found.count == len(documents) + len(others)


def test_a_word_more_is_looked_up_in_its_block_only(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goftogu.search.postings._BLOCK", 4)
    documents: Documents = [{1: ["آب", "نان"]} for _ in range(12)]
    first = postings(cache, documents, [])
    whole(first)
    documents[6] = {1: ["آب", "نان", "داد"]}
    asked: list[int] = []
    second = postings(cache, documents, [], asked)
    changed = [bucket for bucket in range(BUCKETS) if second.name(bucket) != first.name(bucket)]
    assert changed == [ord("د") % BUCKETS]
    assert second.find(changed[0]) == [("داد", b" 6")]
    assert set(asked) == {4, 5, 6, 7}
    asked.clear()
    assert whole(second) == plainly(documents)
    assert asked == []


def test_the_order_of_words_makes_no_other_mark() -> None:
    assert marks({1: ["a", "b"], 2: ["c"]}) == marks({2: ["c"], 1: ["b", "a"]})
    assert marks({1: ["a"]}) != marks({2: ["a"]})
    assert len(marks({})) == len(marks({1: ["a"]})) == BUCKETS * 8


def test_documents_that_follow_are_part_of_the_name(cache: Cache) -> None:
    names = {postings(cache, [{1: ["a"]}], others).name(ord("a") % BUCKETS) for others in ([], [{1: ["a"]}])}
    assert len(names) == 2
    assert len({postings(cache, [{1: ["a"]}], others).name(ord("b") % BUCKETS) for others in ([], [{1: ["a"]}])}) == 1


def test_a_fragment_that_is_lost_is_made_again(tmp_path: Path) -> None:
    documents: Documents = [{1: ["آب"]}]
    with Cache(tmp_path) as cache:
        whole(postings(cache, documents, []))
    bucket = ord("آ") % BUCKETS
    (lost,) = (name for name in caches.names(tmp_path) if name.endswith(f".{bucket}"))
    caches.lose(tmp_path, lost)
    with Cache(tmp_path) as cache:
        assert postings(cache, documents, []).find(bucket) == [("آب", b" 0")]


def test_fragments_outlive_builds_that_do_not_look_at_them(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        whole(postings(cache, [{1: ["آب"]}], []))
    before = caches.names(tmp_path)
    with Cache(tmp_path) as cache:
        postings(cache, [{1: ["آب"]}], [])
        cache.prune()
    assert caches.names(tmp_path) == before
