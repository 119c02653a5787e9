from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import identifiers

_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


@pytest.mark.parametrize("name", ["sea", "pezeshkian-kazinform", "دریا", "a.b", "000_4d15", "contact", "a" * 120])
def test_usual_ids_can_be_used(name: str) -> None:
    assert identifiers.fault_of_id(name) == ""


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../evil", "a/b", "a\\b", "c:", "CON", "con.txt", "Lpt1", "index", "a b", "a\u202eb", "a\x00",
     ".hidden", "-x", "x.", "a?b", "a\udce2b", "a" * 121],
)  # fmt: skip
def test_ids_that_leave_their_place_are_refused(name: str) -> None:
    assert identifiers.fault_of_id(name) != ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "it is empty"),
        ("..", "it has no letter or digit"),
        ("a b", "it contains ' '"),
        (".hidden", "it begins or ends with a character that file systems treat specially"),
        ("x.", "it begins or ends with a character that file systems treat specially"),
        ("CON", "the name is reserved"),
        ("د" * 61, "it is longer than 120 bytes"),
    ],
)
def test_it_is_told_why_an_id_is_refused(name: str, reason: str) -> None:
    assert identifiers.fault_of_id(name) == reason


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("azar-1404", "azar-1404"),
        ("a b", "a-b"),
        ("  گفت‌وگو با مینا راد ", "گفت‌وگو-با-مینا-راد"),
        ("نوار ۱: کودکی?", "نوار-۱-کودکی"),
        ("../evil", "evil"),
        ("C:\\texts\\one", "C-texts-one"),
        ("con.txt", "1-con.txt"),
        ("index", "1-index"),
        ("-x.", "x"),
        ("a\u202eb", "a-b"),
        ("...", ""),
        ("???", ""),
        ("", ""),
        ("د" * 80, "د" * 59),
        ("a" * 130, "a" * 118),
        ("a" + "د" * 80, "a" + "د" * 58),
        ("a" + "中" * 60, "a" + "中" * 39),
        ("ab" + "中" * 60, "ab" + "中" * 38),
    ],
)
def test_a_name_becomes_an_id(name: str, expected: str) -> None:
    assert identifiers.id_of(name) == expected


@given(_NAMES | st.text(st.sampled_from("دa -.~?\u200c"), min_size=60, max_size=200))
def test_an_id_that_was_made_of_a_name_can_be_used(name: str) -> None:
    made = identifiers.id_of(name)
    assert not made or identifiers.fault_of_id(made) == ""
    assert identifiers.id_of(made) == made


@given(_NAMES)
def test_a_name_that_is_an_id_stays(name: str) -> None:
    if not identifiers.fault_of_id(name) and not name.endswith("-") and len(name.encode()) < identifiers.LONGEST_ID - 1:
        assert identifiers.id_of(name) == name
