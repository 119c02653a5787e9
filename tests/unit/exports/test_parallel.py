from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.translation.memory.entry import State, Translation
from tests.materials import bare, material


def rows(held: Material) -> list[list[str]]:
    return list(csv.reader(io.StringIO(parallel(held).decode()), "excel-tab", quoting=csv.QUOTE_NONE))


def test_each_paragraph_with_english_is_a_line() -> None:
    head, *found = rows(material())
    assert head == ["id", "state", "fa", "en"]
    assert found[0] == ["title", "reviewed", "گفت‌وگو دربارهٔ «رودخانه»", "A Talk about the “River”"]
    assert [row[:2] for row in found] == [
        ["title", "reviewed"],
        ["speaker.1", "machine"],
        ["p1", "machine"],
        ["p2", "draft"],
        ["t1.1", "machine"],
        ["s1", "reviewed"],
        ["t2.1", "stale"],
        ["t2.2", "draft"],
        ["t4.1", "reviewed"],
    ]


def test_without_english_there_are_only_headings() -> None:
    assert parallel(bare()) == b"id\tstate\tfa\ten\n"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_breaks_a_line_or_a_column(text: str) -> None:
    held = material(translations={"t5.1": Translation(text, State.DRAFT, "draft: language model")})
    lines = parallel(held).decode().split("\n")
    assert len(lines) == 3
    assert lines[1].split("\t") == ["t5.1", "draft", "سپاس.", " ".join(text.split())]
