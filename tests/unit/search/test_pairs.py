"""The files of pairs, read as the script of the search reads them: a phrase is where its words follow each other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goftogu.model import Language
from goftogu.search import pairs, words
from goftogu.search.pairs import PairFiles
from tests import archives

Rows = list[list[list[str]]]
Place = tuple[int, int, int]
"""A document, a part, and where in it the first word is."""

WORDS = ["آب", "نان", "و", "می", "رود", "sea", "7"]
ROWS = st.lists(st.sampled_from(WORDS), max_size=9)
DOCUMENTS = st.lists(st.lists(st.lists(ROWS, max_size=2), max_size=4), max_size=5)
small = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def made(documents: Sequence[Rows]) -> dict[str, str]:
    """Return what each file hands over, by its name."""
    found = {}
    for path, data in archives.pair_files(Language.FA, documents):
        name, _, value = data.decode().removeprefix("goftogu(").removesuffix(")\n").partition(",")
        assert path == f"fa/search/{json.loads(name)}.js"
        found[json.loads(name)] = json.loads(value)
    return found


def following(files: Mapping[str, str], first: str, second: str) -> list[Place]:
    """Return where two words follow each other, as the files have it."""
    code = crc32(f"{first} {second}".encode())
    name = "".join(chr(35 + code // len(files) // 92**power % 92) for power in (3, 2, 1, 0))
    _, _, rest = f"{files[f'p{code % len(files)}']} ".partition(f" {name}")
    numbers = [ord(sign) - 35 for sign in rest.partition(" ")[0]]
    found, document = [], 0
    for at in range(0, len(numbers), 3):
        document += numbers[at]
        found.append((document, numbers[at + 1], numbers[at + 2]))
    return found


def said(files: Mapping[str, str], phrase: Sequence[str]) -> set[Place]:
    """Return where a phrase is: every second pair, each at its distance."""
    starts = [min(at, len(phrase) - 2) for at in range(0, len(phrase), 2)]
    held = [{(*where, place - at) for *where, place in following(files, *phrase[at : at + 2])} for at in starts]
    return {(document, part, place) for document, part, place in set.intersection(*held)}


def plainly(documents: Sequence[Rows], phrase: Sequence[str]) -> set[tuple[int, int]]:
    """Return the documents and parts that have a phrase, in the simplest way."""
    return {
        (document, part)
        for document, parts in enumerate(documents)
        for part, rows in enumerate(parts)
        for whole in map(words.whole, rows)
        if any(whole[at : at + len(phrase)] == list(phrase) for at in range(len(whole)))
    }


def phrases(documents: Sequence[Rows]) -> Iterator[list[str]]:
    """Yield phrases that the documents have, as they are typed, and some that they may have."""
    for row in (row for parts in documents for rows in parts for row in rows):
        whole = words.whole(row)
        yield from (whole[at : at + size] for size in (2, 3, 4, 5) for at in range(len(whole) - size + 1))
    yield from ([first, second] for first in WORDS for second in WORDS)
    yield from (["آب", second, third, "نان"] for second in WORDS for third in WORDS)


def typed(phrase: list[str]) -> bool:
    """Tell whether a phrase is one that the script looks for: it joins the prefixes of verbs first."""
    return words.whole(phrase) == phrase


@given(DOCUMENTS)
@settings(max_examples=60)
def test_a_phrase_is_where_its_words_follow_each_other(documents: list[Rows]) -> None:
    files = made(documents)
    for phrase in filter(typed, phrases(documents)):
        found = said(files, phrase)
        assert {place[:2] for place in found} == plainly(documents, phrase), phrase
        assert len(following(files, *phrase[:2])) == len(set(following(files, *phrase[:2])))


@given(DOCUMENTS, st.integers(1, 8))
@small
def test_a_division_loses_no_pair(monkeypatch: pytest.MonkeyPatch, documents: list[Rows], largest: int) -> None:
    whole = made(documents)
    with monkeypatch.context() as patch:
        patch.setattr(pairs, "_LARGEST", largest)
        divided = made(documents)
    assert len(divided) >= len(whole) == 1
    for first in WORDS:
        for second in WORDS:
            assert following(divided, first, second) == following(whole, first, second)


def test_no_phrase_goes_from_one_row_to_the_next() -> None:
    files = made([[[["آب", "نان"], ["نان", "رود"]], [["رود"], ["آب"]]]])
    assert said(files, ["آب", "نان"]) == {(0, 0, 0)}
    assert said(files, ["نان", "رود"]) == {(0, 0, 3)}
    assert following(files, "نان", "نان") == []
    assert following(files, "رود", "آب") == []
    assert said(files, ["آب", "نان", "رود"]) == set()
    assert said(files, ["آب", "نان", "نان", "رود"]) == set()


@pytest.mark.parametrize("text", ["او می رود نمی گوید و", "او می‌رود نمی‌گوید و", "او میرود نمیگوید و"])
def test_a_verb_may_be_written_in_any_way(text: str) -> None:
    files = made([[[words.row(text)]]])
    assert said(files, ["او", "میرود", "نمیگوید", "و"]) == {(0, 0, 0)}
    assert said(files, ["نمیگوید", "و"]) == {(0, 0, 2)}
    for first, second in (("او", "می"), ("رود", "نمیگوید"), ("گوید", "و"), ("می", "رود")):
        assert following(files, first, second) == []


def test_places_are_told_from_the_last_document() -> None:
    files = made([[[["آب", "نان"]]], [], [[], [["آب", "نان", "آب", "نان"]]]])
    assert following(files, "آب", "نان") == [(0, 0, 0), (2, 1, 0), (2, 1, 2)]
    assert files["p0"].count(" ") == 2
    later = made([[], [[["آب", "نان"]]], [], [[["آب", "نان"]]]])
    assert following(later, "آب", "نان") == [(1, 0, 0), (3, 0, 0)]


def test_a_document_more_at_the_end_changes_nothing_before_it() -> None:
    before, after = made([[[["آب", "نان"]]]]), made([[[["آب", "نان"]]], [[["آب", "نان"]]]])
    assert after["p0"].startswith(before["p0"])


def test_the_same_documents_give_the_same_bytes() -> None:
    rows = [[words.row("آب و نان و آب و نان"), words.row("sea and sky")]]
    assert pairs.groups(rows) == pairs.groups([*rows])
    assert made([rows, rows]) == made([rows, rows])


def test_what_is_longer_than_a_sign_can_tell_begins_again() -> None:
    row = ["آب", "نان"] * 25_001
    files = made([[[row]]])
    assert (0, 0, 49_998) in following(files, "آب", "نان")
    assert following(files, "آب", "نان").count((0, 0, 0)) == 2


@pytest.mark.parametrize(
    ("lengths", "files"),
    [([], 1), ([1_999], 1), ([2_000], 1), ([1_000, 1_001], 2), ([4_001], 4), ([8_000], 4), ([0] * 50_000, 1)],
)
def test_pairs_are_divided_among_a_power_of_two(lengths: list[int], files: int) -> None:
    assert pairs.divided(lengths) == files


@pytest.mark.parametrize(("documents", "others", "number"), [(50_000, 0, 32), (50_001, 0, 0), (49_990, 11, 0)])
def test_too_many_documents_have_no_pairs(documents: int, others: int, number: int) -> None:
    assert pairs.divided([1] * documents, others) == number
    assert len(list(pairs.shared(Language.FA, number, documents + others))) == min(number, 16)


@pytest.mark.parametrize("number", [1, 2, 16, 64])
def test_each_file_is_made_of_the_groups_that_its_pairs_are_in(number: int) -> None:
    shares = list(pairs.shared(Language.EN, number, 3))
    assert sorted(place for share in shares for place in share.places()) == list(range(number))
    assert sorted(group for share in shares for group in share.groups()) == list(range(16))
    for share in shares:
        assert {group % number for group in share.groups()} == {place % 16 for place in share.places()}


def test_a_document_is_kept_in_sixteen_groups() -> None:
    held = pairs.groups([[["آب", "نان"]]])
    assert len(held) == 16
    place = crc32("آب نان".encode()) % 16
    assert [at for at, group in enumerate(held) if group != pairs.groups([])[at]] == [place]


def test_a_damaged_group_has_no_pairs() -> None:
    share = PairFiles(Language.EN, 0, 1, 1)
    assert dict(pairs.files(share, [b"?"] * 16)) == {"en/search/p0.js": b'goftogu("p0","")\n'}
