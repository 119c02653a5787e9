"""Which interviews are related, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.neighbours import Neighbours
from goftogu.edition.outline import Listed, outline
from goftogu.edition.related import PERSON, SharedSubject, around, related, subjects_of, weight
from goftogu.index.indexing import Kind
from goftogu.model import Role
from goftogu.storage import values
from tests import sample_site as sample

Names = dict[str, str]
"""The subjects of each interview, each a letter; those in capitals are people."""


def subject(letter: str) -> SharedSubject:
    return SharedSubject(PERSON if letter.isupper() else "topic", letter)


def found(names: Names, fill: int = 0) -> dict[str, list[tuple[str, str]]]:
    """Return the related interviews of each one, with what they share; others without a subject fill the archive."""
    held = {**names, **{f"fill{number:03}": "" for number in range(fill)}}
    subjects = {name: frozenset(map(subject, letters)) for name, letters in held.items()}
    rows = related(list(held), subjects, {name: Neighbours() for name in held})
    return {
        name: [(other, "".join(item.id for item in shared)) for other, shared in others]
        for name, others in rows.items()
        if name in names
    }


@pytest.mark.parametrize(
    ("archive", "held", "expected"), [(8, 1, 3), (8, 2, 2), (8, 3, 1), (8, 4, 1), (8, 5, 0), (8, 8, 0), (1000, 1, 9)]
)
def test_what_is_rare_weighs_more(archive: int, held: int, expected: int) -> None:
    assert weight(archive, held) == expected


def test_those_that_share_what_few_have_are_related_both_ways() -> None:
    assert found({"one": "ab", "two": "a", "three": "b", "four": ""}, fill=8) == {
        "one": [("two", "a"), ("three", "b")],
        "two": [("one", "a")],
        "three": [("one", "b")],
        "four": [],
    }


def test_what_most_have_relates_nobody() -> None:
    assert found(dict.fromkeys("pqrs", "a")) == {name: [] for name in "pqrs"}
    assert found({"p": "a", "q": "a", "r": "", "s": ""}) == {name: [] for name in "pqrs"}
    assert found({"p": "ab", "q": "ab", "r": "", "s": ""})["p"] == [("q", "ab")]


def test_the_rarest_subject_decides_and_is_named_first() -> None:
    names = {"one": "abC", "two": "a", "three": "aC", "four": "a", "five": "b", "six": "b"}
    assert found(names, fill=20)["one"] == [("three", "Ca"), ("five", "b"), ("six", "b")]


def test_among_equals_the_nearest_in_time_comes_first() -> None:
    names = {"a": "x", "b": "x", "c": "", "d": "x", "e": "x"}
    assert [other for other, _ in found(names, fill=30)["d"]] == ["e", "b", "a"]


def test_the_last_of_many_that_share_a_subject_is_related_to_those_before_it() -> None:
    names = {f"i{number:02}": "x" for number in range(20)}
    assert [other for other, _ in found(names, fill=200)["i19"]] == ["i18", "i17", "i16"]
    assert [other for other, _ in found(names, fill=200)["i10"]] == ["i09", "i11", "i08"]


def test_no_more_than_a_few_are_named() -> None:
    shown = found(dict.fromkeys("abcdef", "uvwXYZ"), fill=100)["a"]
    assert len(shown) == 3
    assert {len(shared) for _, shared in shown} == {3}


@pytest.mark.parametrize("backwards", [False, True])
def test_of_a_common_subject_only_the_five_before_and_after_count(backwards: bool) -> None:
    between = {f"i{number:03}": "x" for number in range(1, 5)}

    def first(**names: str) -> list[tuple[str, str]]:
        order = reversed(names.items()) if backwards else names.items()
        return found(dict(order), fill=200)["first"]

    assert first(first="xyz", **between, near="z", last="xy")[0] == ("last", "yx")
    assert first(first="xyz", **between, more="x", near="z", last="xy")[:2] == [("near", "z"), ("last", "yx")]


def test_what_is_beside_an_interview_anyway_is_not_named_again() -> None:
    listed = [
        Listed(outline(sample.interview(name, date), {}), sample.findings(name))
        for name, date in (("a", "1400-01-01"), ("b", "1400-01-02"), ("c", "1400-01-03"))
    ]
    fill = [
        Listed(outline(sample.interview(f"f{number}", ""), {}), sample.findings("f")._replace(entries=(), people=()))
        for number in range(20)
    ]
    quiet = [Listed(replace(item.outline, speakers={}), item.findings) for item in fill]
    shown = around([*listed, *quiet])
    assert [item.interview.id for item in shown["a"].related] == ["c"]
    assert shown["b"].related == ()
    assert (shown["a"].later or shown["b"]).id == "b"  # type: ignore[union-attr]  # it has one
    assert shown["f0"] == Neighbours()
    assert values.decode(values.encode(shown["a"]), Neighbours) == shown["a"]


def test_what_is_shared_is_told_by_its_ids() -> None:
    listed = [Listed(outline(sample.interview(name, ""), {}), sample.findings(name)) for name in "ab"]
    fill = [
        Listed(
            replace(outline(sample.interview(f"f{number}", ""), {}), speakers={}),
            sample.findings("f")._replace(entries=(), people=()),
        )
        for number in range(9)
    ]
    (only,) = around([*listed, *fill])["a"].related
    assert (only.interview.id, only.topics, only.people) == ("b", ("sea", "trade"), ("radio",))


def test_subjects_are_what_an_interview_is_about_and_who_is_in_it() -> None:
    held = Listed(outline(sample.interview(), {}), sample.findings("sea"))
    primary = {entry.topic for entry in held.findings.entries if entry.kind == Kind.PRIMARY}
    assert subjects_of(held) == {
        *(SharedSubject("topic", name) for name in primary),
        SharedSubject(PERSON, "radio"),
        SharedSubject(PERSON, "sarv"),
    }
    asking = {label: replace(item, role=Role.INTERVIEWER) for label, item in held.outline.speakers.items()}
    other = held._replace(outline=replace(held.outline, speakers=asking))
    assert SharedSubject(PERSON, "sarv") not in subjects_of(other)


ARCHIVES = st.lists(st.text("abcdEF", max_size=4), min_size=1, max_size=24)


@given(ARCHIVES, st.integers(0, 60))
def test_related_interviews_share_something_rare_enough_and_are_never_the_same(held: list[str], fill: int) -> None:
    names = {f"i{number:03}": letters for number, letters in enumerate(held)}
    shown = found(names, fill)
    size = len(names) + fill

    def common(letters: Iterable[str]) -> list[str]:
        return [letter for letter in letters if weight(size, sum(letter in other for other in held))]

    for name, rows in shown.items():
        assert name not in {other for other, _ in rows}
        assert len({other for other, _ in rows}) == len(rows) <= 3
        for other, shared in rows:
            assert set(shared) <= set(common(set(names[name]) & set(names[other])))
            assert shared
    assert found(names, fill) == shown
