"""The turns of all interviews: what a line has, and that its schema notices what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports.archive_jsonl import frame, turns
from goftogu.translation.memory.entry import State, Translation
from tests.materials import ARGOS, DRAFT, alike, bare, interview, material, paragraph

SCHEMA: Final = json.loads((Path(__file__).parents[3] / "docs/turn.schema.json").read_text(encoding="utf-8"))


def rows(held: Material) -> list[dict[str, Any]]:
    return [json.loads(line) for line in turns(held).decode().split("\n")[:-1]]


def faults(row: object) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(row)]


def with_text(text: str) -> Material:
    first, *others = interview().turns
    return material(turns=(replace(first, paragraphs=(paragraph("t1.1", text),)), *others))


def test_the_file_is_its_lines_and_nothing_else() -> None:
    assert frame(Site(SiteConfig(), material().vocabulary)) == (b"", b"")


def test_a_turn_is_a_line() -> None:
    assert rows(material())[1] == {
        "interview": "river",
        "turn": "t2",
        "number": 2,
        "exchange": "x-t1",
        "section": "s1",
        "time": None,
        "speaker": "خانم احمدی",
        "role": "interviewee",
        "person": "ahmadi",
        "name_fa": "مریم احمدی",
        "name_en": "Maryam Ahmadi",
        "fa": "آب <b> & نان Tehran Times.\nو بس.",
        "en": "Water <b> & bread, Tehran Times.\nAnd that is all.",
        "state": "stale",
        "states": ["stale", "draft"],
        "origin": f"{ARGOS}; {DRAFT}",
        "topics": ["river", "water"],
    }


def test_nobody_gets_a_name_that_people_toml_does_not_have() -> None:
    asked, _, _, neighbour = rows(material())
    assert [asked[key] for key in ("speaker", "person", "name_fa", "name_en")] == ["پرسشگر", None, None, None]
    assert [neighbour[key] for key in ("speaker", "role", "name_en")] == ["همسایه", "other", None]


@pytest.mark.parametrize("held", [material(), bare(), material(translations=alike(State.REVIEWED, by="Jane"))])
def test_every_line_keeps_to_the_schema(held: Material) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert [fault for row in rows(held) for fault in faults(row)] == []
    assert [row["number"] for row in rows(held)] == [1, 2, 3, 4]


def test_a_turn_above_all_sections_is_in_none() -> None:
    assert [row["section"] for row in rows(material())] == [None, "s1", "s1", "s1"]


def test_without_english_there_is_none() -> None:
    last = rows(material())[-1]
    assert [last[key] for key in ("en", "state", "states", "origin")] == [None, "missing", ["missing"], None]


def test_a_paragraph_without_english_keeps_its_line() -> None:
    half = material(translations={"t2.2": Translation("That is all.", State.REVIEWED, DRAFT, by="")})
    found = rows(half)[1]
    assert found["en"] == "\nThat is all."
    assert (found["state"], found["states"]) == ("missing", ["missing", "reviewed"])


def test_the_texts_have_no_markup_and_gaps_are_named() -> None:
    found = rows(material())
    assert found[0]["fa"] == "از گفت‌وگو با رودخانه چه به یاد دارید؟"
    assert found[2]["en"] == "A link and a turn?"
    assert rows(with_text("نام او [withheld: به خواست راوی] بود"))[0]["fa"] == "نام او [منتشرنشده: به خواست راوی] بود"


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.split))
def test_any_text_is_one_line_and_comes_back(text: str) -> None:
    found = rows(material(translations={"t5.1": Translation(text, State.DRAFT, DRAFT)}))
    assert len(found) == 4
    assert faults(found[3]) == []
    assert "\n" not in (found[3]["en"] or "")


@pytest.mark.parametrize(
    "damage",
    [
        *(lambda row, key=key: row.pop(key) for key in SCHEMA["required"]),
        lambda row: row.update(state="sure"),
        lambda row: row.update(states=[]),
        lambda row: row.update(number=0),
        lambda row: row.update(role="guest"),
        lambda row: row.update(topics=["a", "a"]),
        lambda row: row.update(more=1),
    ],
)
def test_the_schema_notices_what_is_wrong(damage: Callable[[dict[str, Any]], object]) -> None:
    row = rows(material())[0]
    damage(row)
    assert faults(row)
