from __future__ import annotations

import pytest

from goftogu.content.needed import within
from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import BILINGUAL, Many, Table, Text, check
from tests.collecting import collected, found_by


class Where(Positions):
    """Tells how deep the way is, as a line."""

    def __call__(self, keys: Keys) -> tuple[int, int]:
        return len(keys), 1


where = Where("content/x.toml")

NESTED = Table(
    {"name": BILINGUAL, "all": Many(Table({"note": BILINGUAL}, required=("note",))), "other": Text()},
    required=("name", "other"),
    others=Table({"fa": Text(), "en": Text(), "more": Many(Text())}, required=("fa", "en")),
)


@pytest.mark.parametrize("languages", [("fa", "en"), ("en", "fa")])
def test_with_both_languages_a_schema_is_itself(languages: tuple[str, ...]) -> None:
    assert within(NESTED, languages) is NESTED


def test_without_english_no_text_needs_it_however_deep() -> None:
    value = {
        "name": {"fa": "رود"},
        "other": "x",
        "all": [{"note": {"fa": "آب"}}],
        "one": {"fa": "کوه", "more": ["a"]},
    }
    found, problems = collected(check, value, within(NESTED, ["fa"]), where)
    assert problems == []
    assert found == {**value, "all": ({"note": {"fa": "آب"}},), "one": {"fa": "کوه", "more": ("a",)}}


def test_without_english_all_else_is_needed_as_before() -> None:
    problems = found_by(check, {"name": {}, "one": {}}, within(NESTED, ["fa"]), where)
    assert [problem.code for problem in problems] == ["C003"] * 3
    assert "both languages are needed" in str(problems[1])


def test_english_is_still_checked_where_it_is_not_needed() -> None:
    value = {"name": {"fa": "رود", "en": ""}, "other": "x"}
    assert [problem.code for problem in found_by(check, value, within(NESTED, ["fa"]), where)] == ["C005"]


def test_one_text_is_still_a_list_of_it() -> None:
    schema = Table({"by": Table({"camera": Many(Text(), alone=True)}), "note": BILINGUAL})
    found, problems = collected(check, {"by": {"camera": "سحر"}}, within(schema, ["fa"]), where)
    assert (found, problems) == ({"by": {"camera": ("سحر",)}}, [])
