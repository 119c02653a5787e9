"""Which files of words there are, and which of them a change touches."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build.artifacts import Sheet
from goftogu.model import Language
from goftogu.search import documents as search_documents
from goftogu.search.postings import Postings, marks
from goftogu.search.wordfiles import WordFiles
from goftogu.storage.cache import Cache

DOCUMENTS = [["آب", "آبی", "نان"], ["باران"]]


def sheets(cache: Cache, documents: list[list[str]]) -> list[Sheet]:
    words = [{1: found} for found in documents]
    postings = Postings(cache, [marks(found) for found in words], words.__getitem__, [])
    return list(WordFiles(cache, Language.FA, postings).sheets())


def paths(cache: Cache, documents: list[list[str]]) -> set[str]:
    return {path for sheet in sheets(cache, documents) for path, _ in sheet.make()}


def test_a_small_archive_has_one_file(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        assert paths(cache, DOCUMENTS) == {"fa/search/index.js", "fa/search/w.js"}


def test_a_large_archive_has_files_by_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_documents, "LARGEST", 20)
    with Cache(tmp_path) as cache:
        assert paths(cache, DOCUMENTS) == {f"fa/search/{name}.js" for name in ("index", "w-622", "w-628", "w-646")}


def test_another_word_makes_only_the_file_of_its_letter_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_documents, "LARGEST", 20)
    with Cache(tmp_path) as cache:
        before = {sheet.key for sheet in sheets(cache, DOCUMENTS)}
        after = [sheet for sheet in sheets(cache, [DOCUMENTS[0], ["باران", "نه"]]) if sheet.key not in before]
        assert {path for sheet in after for path, _ in sheet.make()} == {"fa/search/w-646.js"}
