from __future__ import annotations

import pytest

from goftogu.transcripts.formats import xml_tree
from goftogu.transcripts.formats.document import Refused


def test_a_sound_document_is_a_tree() -> None:
    root = xml_tree.parse('<a><b x="1">باغ &amp; رود</b></a>'.encode())
    assert (root.tag, [(node.tag, node.get("x"), node.text) for node in root]) == ("a", [("b", "1", "باغ & رود")])


@pytest.mark.parametrize(
    ("text", "line", "column"), [("<a><b></a>", 1, 9), ("<a>\n  <b></c></a>", 2, 8), ("", 1, 1), ("x", 1, 1)]
)
def test_a_damaged_document_is_refused_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(Refused, match="damaged") as refused:
        xml_tree.parse(text.encode())
    assert (refused.value.line, refused.value.column) == (line, column)
    assert refused.value.hint == "export it again"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    with pytest.raises(Refused, match="entities") as refused:
        xml_tree.parse(bomb.encode())
    assert (refused.value.line, refused.value.column) == (0, 0)
