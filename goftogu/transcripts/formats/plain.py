"""Plain text as paragraphs: left-over markup is read, and paragraphs are found however they were parted.

No word is ever dropped. Markup is not a word: ``<br />`` is a line break, ``<p>`` a paragraph, ``<b>`` bold; entities
are the characters that they name.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html.entities import html5
from itertools import pairwise
from typing import Final

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.transcripts.formats import emphasis, footnotes, tables
from goftogu.transcripts.formats.document import Document, Piece

_BREAK: Final = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
_BLOCK: Final = re.compile(
    r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|article|section)(?:\s[^<>]{0,500})?>", re.IGNORECASE
)
_STRONG: Final = re.compile(r"</?(?:b|strong)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_INLINE: Final = re.compile(r"</?(?:i|em|u|span|font|center)(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ENDED: Final = (".", "!", "?", "؟", ":", "؛", "…", "»", '"', ")", "]", "*")
_HEADING: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTED: Final = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
"""How Markdown begins the lines of a quotation."""

_FRAMES: Final = 3
_ROW: Final = re.compile(r"\|[^|]*(?:\|[^|]*)+\|")
_RULE: Final = re.compile(r"\|(?:\s*:?-+:?\s*\|)+|[+|][-+=|]{3,}")
_ROWS: Final = 3
_LONG: Final = 40
_WIDEST: Final = 200
_FRAME: Final = re.compile("[\u202a\u202b](.*)\u202c|[\u2066-\u2068](.*)\u2069")
"""Marks that give a whole line its direction, as pages of PDF have them when they are copied."""
_INVISIBLE: Final = {"\u00a0", "\u200c", "\u200d", "\u200e", "\u200f"}


@dataclass(frozen=True, slots=True)
class RawText:
    """A raw file in pieces.

    Attributes:
        pieces: Its paragraphs.
        markup: Whether tags or entities were read.
        joined: Whether single line breaks were taken for the ends of typed lines, not of paragraphs.
        broken: Whether single line breaks were taken for the ends of paragraphs.
    """

    pieces: list[Piece]
    markup: bool
    joined: bool
    broken: bool


def read(text: str) -> RawText:
    """Find the paragraphs of a raw text.

    Blank lines part paragraphs. A single line break does too, unless most long lines that are followed by another one
    end within a sentence: then the text was typed with breaks at the margin.
    """
    lines, markup = _lines(text)
    if is_table := sum(_ROW.fullmatch(line) is not None for _, line in lines) >= _ROWS:
        lines = [(number, _cells(line)) for number, line in lines]
    inner = [line for (_, line), (_, after) in pairwise(lines) if line and after]
    long = [line for line in inner if len(line) >= _LONG]
    joined = sum(not line.endswith(_ENDED) for line in long) * 2 > len(long) and max(map(len, long)) <= _WIDEST
    pieces = _pieces(lines, joined=joined)
    whole = list(tables.without_names(pieces) if is_table else pieces)
    return RawText(whole, markup, joined, bool(inner) and not joined)


def document(text: str, path: str) -> Document:
    """Read a plain text."""
    raw = read(_QUOTED.sub("", text) if path.lower().endswith(".md") else text)
    pieces, notes = footnotes.typed(raw.pieces)
    found = Document(path, pieces, footnotes=notes)
    if raw.markup:
        found.told.append(Message("tags and entities of HTML read as what they stand for"))
    if raw.joined or raw.broken:
        meaning = Message("the ends of typed lines") if raw.joined else Message("the ends of paragraphs")
        found.told.append(Message("single line breaks taken for {meaning}", meaning=meaning))
    return found


def _cells(line: str) -> str:
    """Return a row of a table that is drawn with bars as its cells, parted by tabs; a rule between rows is none."""
    if _RULE.fullmatch(line):
        return ""
    return "\t".join(cell.strip() for cell in line[1:-1].split("|")) if _ROW.fullmatch(line) else line


def _lines(text: str) -> tuple[list[tuple[int, str]], bool]:
    found: list[tuple[int, str]] = []
    markup = False
    for number, line in enumerate(text.splitlines(), 1):
        plain = _without_markup(line)
        markup = markup or plain != line
        found += [(number, _unframed(part)) for part in (plain.splitlines() or [""])]
    return found, markup


def _unframed(line: str) -> str:
    """Return a line without blanks around it, nor marks of direction that hold all of it."""
    line = line.strip()
    for _ in range(_FRAMES):
        framed = _FRAME.fullmatch(line)
        inner = (framed[1] or framed[2] or "").strip() if framed else line
        if framed is None or next(characters.unclosed(inner), None) is not None:
            break
        line = inner
    return line


def _without_markup(line: str) -> str:
    if "<" in line:
        for pattern, put in ((_BREAK, "\n"), (_BLOCK, "\n\n"), (_STRONG, "**"), (_INLINE, "")):
            line = pattern.sub(put, line)
    return _ENTITY.sub(_character, line) if "&" in line else line


def _character(entity: re.Match[str]) -> str:
    """Return what an entity names; one that names nothing, or what a text may not hold, stays as it is."""
    name = entity.group()
    if name[1] != "#" and name[1:] not in html5:
        return name
    character = html.unescape(name)
    known = character not in {"", "\ufffd"} and (character.isprintable() or character in _INVISIBLE)
    return character if known else name


def _pieces(lines: Iterable[tuple[int, str]], *, joined: bool) -> Iterator[Piece]:
    open_lines: list[tuple[int, str]] = []
    for number, line in lines:
        goes_on = line and joined and not footnotes.DEFINED.match(line)
        if open_lines and not (goes_on and len(open_lines[-1][1]) >= _LONG):
            yield _piece(open_lines)
            open_lines = []
        if line:
            open_lines.append((number, line))
    if open_lines:
        yield _piece(open_lines)


def _piece(lines: Sequence[tuple[int, str]]) -> Piece:
    text, line = "\n".join(line for _, line in lines), lines[0][0]
    heading = _HEADING.match(text)
    if heading is None:
        return emphasis.read(text, line)
    return replace(emphasis.read(text[heading.end() :], line), heading=len(heading[1]))
