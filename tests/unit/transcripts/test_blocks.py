from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts import blocks
from goftogu.transcripts.blocks import Attributes, Block, BlockKind


def _is_label(line: str) -> bool:
    return line.startswith("مجری:")


def _read(text: str) -> Iterator[Block | Attributes]:
    return blocks.read_blocks(text.split("\n"), 5, _is_label)


def _shown(text: str) -> list[tuple[str, str, int]]:
    return [
        (block.kind.value, block.text, block.line) if isinstance(block, Block) else ("attributes", block.id, block.line)
        for block in _read(text)
    ]


def test_blank_lines_part_paragraphs_whose_lines_stay() -> None:
    assert _shown("یک\n دو \n \u00a0\nسه\n") == [("paragraph", "یک\n دو", 5), ("paragraph", "سه", 8)]


def test_headings_continuations_and_labels_begin_without_a_blank_line() -> None:
    assert _shown("یک\n## دو\nسه\n+ چهار\nمجری: پنج\n+") == [
        ("paragraph", "یک", 5),
        ("heading", "دو", 6),
        ("paragraph", "سه", 7),
        ("continuation", "چهار", 8),
        ("paragraph", "مجری: پنج", 9),
        ("continuation", "", 10),
    ]


def test_what_only_looks_like_a_mark_is_text() -> None:
    text = "#برچسب\n#\n####### هفت\n+یک\n -  دو"
    assert _shown(text) == [("paragraph", text, 5)]


def test_an_attribute_list_closes_the_block_above_it() -> None:
    first, second = _read('یک\nدو\n{: #t7 .note topics="+visas -trade" }\nسه')
    assert isinstance(first, Block)
    assert first.attributes == [Attributes(7, "t7", ("note",), {"topics": "+visas -trade"})]
    assert (first.last, first.listed) == (6, 7)
    assert isinstance(second, Block)
    assert (second.text, second.line, second.last, second.listed) == ("سه", 8, 8, 0)


def test_lists_below_nothing_come_alone_and_a_second_one_stays_with_its_block() -> None:
    assert _shown("{: #t1 }\n\n{: #t2 }") == [("attributes", "t1", 5), ("attributes", "t2", 7)]
    (block,) = _read("یک\n{: #t1 }\n{: #t2 }")
    assert isinstance(block, Block)
    assert [said.id for said in block.attributes] == ["t1", "t2"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{: #t1", "{: #t1"),
        ("{: #t1 } text", "{: #t1 } text"),
        ("{: #t1 #t2 }", "#t2"),
        ("{: t1 }", "t1"),
        ("{: #t1 topics=visas }", "topics=visas"),
        ('{: .a.b topics="x" }', '.a.b topics="x"'),
        ("{: {} }", "{: {} }"),
    ],
)
def test_lists_that_cannot_be_read_say_where(line: str, fault: str) -> None:
    (found,) = _read(line)
    assert isinstance(found, Attributes)
    assert found.fault == fault


@pytest.mark.parametrize("line", ["{:}", "{: }", "{:#t1}", '{: topics="" .a }  '])
def test_forms_of_lists(line: str) -> None:
    (found,) = _read(line)
    assert isinstance(found, Attributes)
    assert found.fault == ""


def test_a_backslash_takes_the_meaning_of_a_mark_away() -> None:
    assert [text for _, text, _ in _shown("\\# یک\n\n\\+ دو\n\n\\{: سه\n\n\\\\## چهار\n\n\\پنج")] == [
        "# یک",
        "+ دو",
        "{: سه",
        "\\## چهار",
        "\\پنج",
    ]


@given(
    st.text(alphabet=st.sampled_from("\\#+{:} ب\n"), min_size=1).map(str.strip).filter(lambda text: "\n\n" not in text)
)
def test_escaped_text_comes_back(text: str) -> None:
    lines = [line for line in text.split("\n") if line.strip()]
    text = "\n".join(lines)
    if not text:
        return
    (block,) = _read(blocks.escape(text))
    assert isinstance(block, Block)
    assert (block.kind, block.text) == (BlockKind.PARAGRAPH, text)


def test_a_picture_is_a_block_of_one_line() -> None:
    assert _shown("یک\n![باغ](a.jpg)\nدو\n\n![ب](b.jpg)\n{: #f2 }") == [
        ("paragraph", "یک", 5),
        ("picture", "![باغ](a.jpg)", 6),
        ("paragraph", "دو", 7),
        ("picture", "![ب](b.jpg)", 9),
    ]


def test_a_backslash_takes_the_meaning_of_a_picture_away() -> None:
    assert _shown("\\![باغ](a.jpg)") == [("paragraph", "![باغ](a.jpg)", 5)]
    assert blocks.escape("![باغ](a.jpg)") == "\\![باغ](a.jpg)"
