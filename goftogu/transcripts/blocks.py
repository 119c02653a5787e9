"""The lines of a transcript's body as blocks: headings, paragraphs, and the attribute lists below them.

Blank lines separate blocks. So do a heading (``## …``), a continuation mark (``+ …``), a note (``[^1]: …``), a picture
(``![…](…)``), a line that begins with a declared label, and an attribute list (``{: #t7 topics="+visas -trade" }``),
which belongs to the block above it. A backslash before ``#``, ``+``, ``![`` or ``{:`` at the start of a line takes its
meaning away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from goftogu.content import picture_lines

_HEADING: Final = re.compile(r"#{1,6}[ \t]+(?=\S)")
_CONTINUED: Final = re.compile(r"\+(?:[ \t]+|$)")
_MARK: Final = re.compile(rf"{_HEADING.pattern}|{_CONTINUED.pattern}|\[\^[^\[\]\s]+\]:|{re.escape(picture_lines.MARK)}")
_ESCAPE: Final = re.compile(r"^\\(?=\\*(?:#{1,6}[ \t]|\+[ \t]|\+$|!\[|\{:))", re.MULTILINE)
_NEEDS_ESCAPE: Final = re.compile(r"^(?=\\*(?:#{1,6}[ \t]|\+[ \t]|\+$|!\[|\{:))", re.MULTILINE)
_LIST: Final = re.compile(r"\{:([^{}]*)\}")
_ATTRIBUTE: Final = re.compile(
    r"""\s*(?:\#(?P<id>[^\s#.="]+)|\.(?P<class>[^\s#.="]+)|(?P<key>[\w-]+)="(?P<value>[^"]*)")(?=\s|$)"""
)


class BlockKind(Enum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CONTINUATION = "continuation"
    PICTURE = "picture"


_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.PICTURE})
"""The kinds that end with their line."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an attribute list says.

    Attributes:
        line: Line of the file.
        id: Without ``#``, or empty.
        classes: Without the dot.
        values: Of ``key="value"``.
        fault: The part that cannot be read, or empty.
    """

    line: int
    id: str
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    fault: str = ""


@dataclass(slots=True)
class Block:
    """Lines that belong together.

    Attributes:
        kind: What it is; the marks of headings and continuations are not part of the text.
        lines: The text by line, as it is.
        line: Line of the file on which it begins.
        attributes: The lists below it; more than one is a fault.
    """

    kind: BlockKind
    lines: list[str]
    line: int
    attributes: list[Attributes] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text without escapes and without white space around it."""
        return _ESCAPE.sub("", "\n".join(self.lines)).strip()

    @property
    def last(self) -> int:
        """The line of the file on which its text ends."""
        return self.line + len(self.lines) - 1

    @property
    def listed(self) -> int:
        """The line of its attribute list, or 0."""
        return self.attributes[0].line if self.attributes else 0


def read_blocks(lines: Iterable[str], first_line: int, is_label: Callable[[str], bool]) -> Iterator[Block | Attributes]:
    """Read the lines of a body.

    Args:
        lines: Without their ends.
        first_line: Line of the file of the first one.
        is_label: Tells whether a line begins with the label of a declared speaker.

    Yields:
        Blocks, and the attribute lists without a text above them.
    """
    block: Block | None = None
    for number, line in enumerate(lines, first_line):
        if line.startswith("{:"):
            attributes = _attributes(line, number)
            if block is None:
                yield attributes
            else:
                block.attributes.append(attributes)
        elif not line or line.isspace():
            yield from _ended(block)
            block = None
        elif block is None or block.attributes or block.kind in _LINES or _begins(line, is_label):
            yield from _ended(block)
            block = _opened(line, number)
        else:
            block.lines.append(line)
    yield from _ended(block)


def escape(text: str) -> str:
    """Return a paragraph so that :func:`read_blocks` takes no line of it for a mark; the reverse of ``Block.text``."""
    return _NEEDS_ESCAPE.sub(r"\\", text)


def _ended(block: Block | None) -> Iterator[Block]:
    if block is not None:
        yield block


def _begins(line: str, is_label: Callable[[str], bool]) -> bool:
    return _MARK.match(line) is not None or is_label(line)


def _opened(line: str, number: int) -> Block:
    for kind, mark in ((BlockKind.HEADING, _HEADING), (BlockKind.CONTINUATION, _CONTINUED)):
        if found := mark.match(line):
            return Block(kind, [line[found.end() :]], number)
    if picture_lines.is_mark(line):
        return Block(BlockKind.PICTURE, [line], number)
    return Block(BlockKind.PARAGRAPH, [line], number)


def _attributes(line: str, number: int) -> Attributes:
    whole = _LIST.fullmatch(line.rstrip())
    if whole is None:
        return Attributes(number, "", fault=line.strip())
    text = whole[1].rstrip()
    classes: list[str] = []
    values: dict[str, str] = {}
    name, place = "", 0
    while place < len(text):
        match = _ATTRIBUTE.match(text, place)
        if match is None or (match["id"] and name):
            return Attributes(number, "", fault=text[place:].strip())
        name = match["id"] or name
        classes += [match["class"]] if match["class"] else []
        values |= {match["key"]: match["value"]} if match["key"] else {}
        place = match.end()
    return Attributes(number, name, tuple(classes), values)
