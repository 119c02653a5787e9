"""The format of an archive, read and written into the text of its settings."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.upgrading import format_key
from goftogu.upgrading.lines import edited

HEAD = "# The settings.\n# A line with # is a note.\n"


def written(text: str, number: int = 2) -> str:
    return edited(text.encode(), format_key.edits(text, number)).decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 1), ("format = 2", 2), ("[title]\nformat = 7", 1), ("format = true", 1), ('format = "x"', 1)],
)
def test_the_format_is_read(text: str, expected: int) -> None:
    assert format_key.of(text) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "format = 2\n"),
        ('url = ""\n', 'format = 2\nurl = ""\n'),
        ('[title]\nfa = "ع"\n', 'format = 2\n[title]\nfa = "ع"\n'),
        (HEAD, f"{HEAD}\nformat = 2"),
        (f"{HEAD}\nx = 1\n", f"{HEAD}\nformat = 2\nx = 1\n"),
        (f"{HEAD}  \n\n[title]\n", f"{HEAD}  \nformat = 2\n\n[title]\n"),
        ("# about the next key\nx = 1\n", "format = 2\n\n# about the next key\nx = 1\n"),
        ("\n# later\nx = 1\n", "format = 2\n\n# later\nx = 1\n"),
        ("x = 1\nformat = 1 # by hand 1\n", "x = 1\nformat = 2 # by hand 1\n"),
        ('x = 1\n"format"=1\ny = 1\n', 'x = 1\n"format"=2\ny = 1\n'),
        ("x = 1\n\t format = 1\n", "x = 1\n\t format = 2\n"),
        ("# only a note", "format = 2\n\n# only a note"),
        ("# head\r\n\r\n# next\r\nx = 1\r\n", "# head\r\n\r\nformat = 2\r\n\r\n# next\r\nx = 1\r\n"),
    ],
)
def test_the_format_is_written_above_all_keys_or_in_its_place(before: str, after: str) -> None:
    assert written(before) == after


@given(
    st.lists(st.sampled_from(["# note", "", "x = 1", "y = 'a'", "z = [\n# in a list\n1]"]), unique=True), st.booleans()
)
def test_nothing_else_changes(lines: list[str], known: bool) -> None:
    text = "\n".join([*lines, *(["format = 1"] if known else []), "[title]", "fa = 'ع' # note", ""])
    after = written(text, 9)
    assert tomllib.loads(after) == tomllib.loads(text) | {"format": 9}
    rest = text.replace("format = 1\n", "", 1)
    assert rest in {after.replace("format = 9\n", "", 1), after.replace("format = 9\n\n", "", 1)}
