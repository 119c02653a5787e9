"""The files of words: whatever the division, every word is once in the file in which the search looks for it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goftogu.model import Language
from goftogu.persian.folding_rules import tables
from goftogu.search import index
from goftogu.search.documents import SearchEntry
from goftogu.search.index import LARGEST, Posting
from goftogu.search.words import steps

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LETTERS = "اب𐎠aé7"
WORDS = st.text(LETTERS, min_size=1, max_size=4)
PARTS = st.lists(st.integers(0, 90), min_size=1, max_size=5, unique=True).map(sorted)
DOCUMENTS = st.lists(st.dictionaries(WORDS, PARTS, max_size=8), max_size=50)
POSTINGS = st.dictionaries(WORDS, st.binary(max_size=40), min_size=1, max_size=60).map(
    lambda held: sorted(held.items())
)
small = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(files: Mapping[str, bytes]) -> dict[str, object]:
    """Return what each file hands over, by its name."""
    found = {}
    for path, data in files.items():
        name, _, value = data.decode().removeprefix("goftogu(").removesuffix(")\n").partition(",")
        assert path == f"fa/search/{json.loads(name)}.js"
        found[json.loads(name)] = json.loads(value)
    return found


Document = Mapping[str, Sequence[int]]
"""The words of a document, with the numbers of the parts in which each is."""


def entries(documents: Sequence[Document]) -> list[SearchEntry]:
    return [
        SearchEntry(
            f"../i{at}.html",
            f"عنوان {at}",
            "",
            {word: steps(sum(1 << part for part in parts)) for word, parts in document.items()},
        )
        for at, document in enumerate(documents)
    ]


def made(documents: Sequence[Document]) -> tuple[dict[str, object], dict[str, dict[str, str]]]:
    """Return the file with which every search begins, and the words by their prefix."""
    files = list(index.files(Language.FA, entries(documents), pairs=0))
    assert len(files) == len(dict(files))
    found = read(dict(files))
    begin = found.pop("index")
    assert isinstance(begin, dict)
    parts = {prefix: str(found.pop(index.name(prefix))) for prefix in begin["shards"]}
    assert found == {}
    lines = {prefix: part.split("\n") if part else [] for prefix, part in parts.items()}
    return begin, {prefix: dict(line.split(" ", 1) for line in part) for prefix, part in lines.items()}


def placed(where: str) -> dict[int, list[int]]:
    """Return the parts of each document that have a word, as the page of the search reads them."""
    found: dict[int, list[int]] = {}
    document = 0
    for gap, letters in re.findall("([0-9]*)([A-Z+]*[a-z])", where):
        document += int(gap or 1)
        assert document not in found
        distances = [
            26 * len(more) + ord(letter.upper()) - 64 for more, letter in re.findall(r"(\+*)([A-Za-z])", letters)
        ]
        found[document] = [part - 1 for part in accumulate(distances)]
    return found


def forms(parts: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return where each form is."""
    found = {}
    for stem, where in ((stem, where) for part in parts.values() for stem, where in part.items()):
        own, *others = where.split(";")
        if own and not own.startswith("="):
            found[stem] = own
        found |= dict(other.split(" ", 1) for other in others)
    return found


def plainly(documents: Sequence[Document]) -> dict[str, dict[int, list[int]]]:
    """Do the same in the simplest way."""
    words = {word for document in documents for word in document}
    return {
        word: {place: list(document[word]) for place, document in enumerate(documents) if word in document}
        for word in words
    }


def found(word: str, parts: Mapping[str, Mapping[str, str]]) -> str:
    """Look a word up in the file with the longest prefix that it begins with, where it has to be."""
    prefix = max((prefix for prefix in parts if word.startswith(prefix)), key=len)
    return parts[prefix][word]


@given(DOCUMENTS)
def test_every_word_knows_its_documents(documents: list[dict[str, list[int]]]) -> None:
    begin, parts = made(documents)
    assert list(parts) == [""]
    assert {word: placed(where) for word, where in forms(parts).items()} == plainly(documents)
    assert begin["count"] == len(documents)
    assert begin["headings"] == [[f"../i{at}.html", f"عنوان {at}", ""] for at in range(len(documents))]
    assert {name: begin[name] for name in tables()} == json.loads(json.dumps(tables()))


@given(DOCUMENTS, st.integers(1, 80))
@small
def test_a_division_loses_no_word_and_has_none_twice(
    monkeypatch: pytest.MonkeyPatch, documents: list[dict[str, list[int]]], largest: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(index, "LARGEST", largest)
        _, parts = made(documents)
    wanted = plainly(documents)
    assert {word: placed(where) for word, where in forms(parts).items()} == wanted
    assert all(found(stem, parts) == where for part in parts.values() for stem, where in part.items())


@given(POSTINGS, st.integers(1, 200))
@small
def test_only_what_cannot_be_divided_is_larger_than_wanted(
    monkeypatch: pytest.MonkeyPatch, postings: list[Posting], largest: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(index, "LARGEST", largest)
        parts = index.divided(postings)
    assert [posting for part in parts.values() for posting in part] == postings
    for prefix, part in parts.items():
        assert part
        assert all(word.startswith(prefix) for word, _ in part)
        assert index.size(part) <= largest or {word for word, _ in part} == {prefix}


@given(POSTINGS, st.integers(1, 200))
@small
def test_files_are_as_few_as_their_size_allows(
    monkeypatch: pytest.MonkeyPatch, postings: list[Posting], largest: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(index, "LARGEST", largest)
        parts = index.divided(postings)
    for prefix in parts:
        if len(prefix) > 1:
            above = [posting for posting in postings if posting[0].startswith(prefix[:-1])]
            assert index.size(above) > largest


def test_a_division_is_made_of_words_that_begin_alike_and_keeps_those_that_are_their_beginning() -> None:
    where = b" 0" * (LARGEST // 4)
    postings = [("آ", where), ("آب", where), ("آبان", where), ("نان", where)]
    assert index.divided(postings) == {
        "آ": postings[:1],
        "آب": postings[1:2],
        "آبا": postings[2:3],
        "ن": postings[3:],
    }


@pytest.mark.parametrize(("more", "prefixes"), [(0, ["آ"]), (1, ["آب", "آن"])])
def test_a_file_of_words_has_sixteen_thousand_bytes_at_most(more: int, prefixes: list[str]) -> None:
    postings = [("آب", b" " * (7_995 + more)), ("آن", b" " * 7_995)]
    assert index.size(postings) == 16_000 + more
    assert list(index.divided(postings)) == prefixes


def test_a_word_that_is_all_of_a_prefix_may_be_as_large_as_it_is() -> None:
    postings = [("آب", b" 0" * LARGEST)]
    assert index.divided(postings) == {"آب": postings}


@pytest.mark.parametrize(("less", "whole"), [(0, True), (1, False)])
def test_words_are_divided_from_one_byte_more_than_the_largest_file(
    monkeypatch: pytest.MonkeyPatch, less: int, whole: bool
) -> None:
    documents = [{"آب": [0], "نان": [1]}]
    (lines,) = (part for _, part in made(documents)[1].items())
    size = sum(len(f"{word} {where}\n".encode()) for word, where in lines.items())
    monkeypatch.setattr(index, "LARGEST", size - less)
    assert (list(made(documents)[1]) == [""]) is whole


@given(POSTINGS)
def test_the_size_is_that_of_the_lines(postings: list[Posting]) -> None:
    assert index.size(postings) == len(b"".join(word.encode() + where + b"\n" for word, where in postings))


@given(st.lists(st.text(max_size=4), unique=True))
def test_every_prefix_has_a_name_of_its_own_that_any_host_can_serve(prefixes: list[str]) -> None:
    names = [index.name(prefix) for prefix in prefixes]
    assert len(set(names)) == len(names)
    assert all(set(name) <= {*DIGITS, "-"} for name in names)


@pytest.mark.parametrize(("prefix", "name"), [("", "w"), ("a", "w-61"), ("آب", "w-622-628"), ("𐎠", "w-103a0")])
def test_names(prefix: str, name: str) -> None:
    assert index.name(prefix) == name


def test_a_document_more_at_the_end_changes_nothing_before_it() -> None:
    documents = [{"آب": [1], "نان": [0, 3]}, {"آب": [2]}]
    (_, before), (_, after) = made(documents), made([*documents, {"آب": [27], "باد": [1]}])
    assert forms(before) == {"آب": "0bc", "نان": "0Ac"}
    assert forms(after) == {"آب": "0bc+b", "باد": "2b", "نان": "0Ac"}


@pytest.mark.parametrize(("documents", "listed"), [(400, 400), (401, 0)])
def test_only_a_small_archive_has_its_headings_in_the_index(documents: int, listed: int) -> None:
    begin, _ = made([{"آب": [1]}] * documents)
    assert begin["count"] == documents
    assert begin["headings"] == [[f"../i{at}.html", f"عنوان {at}", ""] for at in range(listed)]


def test_terms_are_lines_beside_the_words() -> None:
    held = entries([{"شانگهای": [1], "sco": [2]}])
    terms = {"sco": ("سازمان همکاری شانگهای", "شانگهای"), "اکو": ("a|b",)}
    found = read(dict(index.files(Language.FA, held, (), terms, pairs=0)))
    lines = str(found["w"]).split("\n")
    assert lines == sorted(lines)
    assert [line for line in lines if "~" in line] == ["sco ~سازمان همکاری شانگهای|شانگهای", "اکو ~a b"]
    assert "sco 0c" in lines
    assert "شانگهای 0b" in lines


def test_words_are_in_order() -> None:
    _, parts = made([{"پ": [1], "ب": [1]}, {"آ": [1], "a": [1]}])
    assert all(one < other for one, other in pairwise(parts[""]))


def test_an_archive_of_nothing_has_its_files_too() -> None:
    begin, parts = made([])
    assert (begin["count"], parts) == (0, {"": {}})
