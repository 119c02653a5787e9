"""Empty texts in front matter become comments, where that changes nothing else."""

from __future__ import annotations

import pytest

from goftogu.content import frontmatter
from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts.header import TRANSCRIPT
from goftogu.upgrading import empty_texts
from goftogu.upgrading.lines import edited

TEXT = """\
---
title: آب
# who speaks
speakers:
  الف: {role: interviewer}
  ب:
    role: interviewee
%s---
الف: سلام
"""


def upgraded(text: str) -> str:
    source = Source("content/interviews/a.md", text.encode(), text)
    return edited(source.data, empty_texts.edits(source)).decode()


def table(text: str) -> object:
    found = frontmatter.read_front_matter(Source("a.md", b"", text), TRANSCRIPT, Problems())
    return found.table if found else None


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ('    description: ""\n', '    # description: ""\n'),
        ("    description:   ''  \n", "    # description:   ''  \n"),
        ('    description: "" # later: who is it?\n', '    # description: "" # later: who is it?\n'),
        ('source:\n  name: ""\n  url: https://x.org/\n', 'source:\n  # name: ""\n  url: https://x.org/\n'),
        ("source:\n  name: خبر\n  file: ''\n", "source:\n  name: خبر\n  # file: ''\n"),
    ],
)
def test_an_empty_text_on_a_line_of_its_own_is_a_comment(line: str, comment: str) -> None:
    before, after = TEXT % line, TEXT % comment
    assert upgraded(before) == after
    assert table(after) == table(before)
    assert upgraded(after) == after


@pytest.mark.parametrize(
    "line",
    [
        "",
        "    description: یک\n",
        '    description: {x: ""}\n',
        '    description:\n      ""\n',
        'source: {name: "", url: "https://x.org/"}\n',
        'source:\n  name: ""\n',
        'source:\n  notes: [""]\n',
        'source:\n  notes:\n  - ""\n',
        "    # description: ''\n",
        '    "description": ""\n',
        '    unknown: ""\n',
    ],
    ids=str.strip,
)
def test_everything_else_stays(line: str) -> None:
    assert upgraded(TEXT % line) == TEXT % line


@pytest.mark.parametrize("text", ["", "متن", "---\ntitle: x", "---\n: [\n---\n", '---\ntitle: ""\n---\n'])
def test_a_file_that_is_no_transcript_stays(text: str) -> None:
    assert upgraded(text) == text


def test_several_texts_are_told_by_line() -> None:
    text = TEXT % "    description: ''\nsource:\n  name: ''\n  url: https://x.org/\n"
    edits = list(empty_texts.edits(Source("a.md", text.encode(), text)))
    assert [(edit.line, edit.text) for edit in edits] == [(8, "    # description: ''"), (10, "  # name: ''")]
