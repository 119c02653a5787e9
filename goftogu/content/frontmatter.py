r"""YAML between two ``---`` lines above a text.

Example:
    >>> from goftogu.content.schema import Text
    >>> source = Source("a.md", b"", "---\ntitle: سلام\n---\nمتن")
    >>> page = read(source, Table({"title": Text()}), Problems())
    >>> page.table, page.body_line, page.body
    ({'title': 'سلام'}, 4, 'متن')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from goftogu.content import characters, yaml
from goftogu.content.positions import Positions
from goftogu.content.schema import Table
from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.problems import Fault, Problem, Problems

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_NEARLY: Final = re.compile(r"\s*[-\u2010-\u2015_+]{2,}[ \t]*$", re.MULTILINE)
"""What an editor makes of the first fence, or what is used elsewhere."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file with front matter.

    Attributes:
        table: The valid part of the front matter.
        where: The places of its keys and values.
        body: The text below it.
        body_line: Line of the file on which the body begins.
    """

    table: dict[str, Any]
    where: Positions
    body: str
    body_line: int


def read_front_matter(source: Source, kind: Table, problems: Problems) -> FrontMatter | None:
    """Divide a file into front matter and body, and check the front matter.

    Args:
        source: The file.
        kind: The schema of the front matter.
        problems: What is wrong is added.

    Returns:
        ``None`` when the front matter is missing or nothing of it can be used.
    """
    begins = _FENCE.match(source.text)
    ends = _FENCE.search(source.text, begins.end()) if begins else None
    if ends is None:
        problems.add(Problem(source.path, 1, 1, *_missing(source.text, begun=begins is not None)))
        return None
    front = source.text[source.text.index("\n") + 1 : ends.start()]
    table, where = yaml.read_yaml(front, source.path, kind, problems, first_line=2)
    body_line = source.text[: ends.end()].count("\n") + 2
    return FrontMatter(table, where, source.text[ends.end() + 1 :], body_line) if table else None


def _missing(text: str, *, begun: bool) -> Fault:
    """Return why a text has no front matter: code, message and hint."""
    if characters.is_blank(text):
        return "T001", Message("the file is empty"), Message("write the transcript or delete the file")
    fault = Message("the front matter is not closed") if begun else Message("the front matter is missing")
    if not begun and _NEARLY.match(text):
        return "C001", fault, Message("begin the file with the line “---”: three hyphens and nothing else")
    return "C001", fault, Message("write it between two lines “---”")
