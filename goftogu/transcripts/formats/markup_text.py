"""HTML as paragraphs: what a Word file or a page becomes on its way to :class:`Piece`."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final

from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Piece, Span

_HEADING: Final = re.compile(r"h([1-6])")
_BLOCKS: Final = frozenset(
    (
        "p div li ul ol table tr blockquote article section figure figcaption dl dt dd pre header footer main aside nav"
    ).split()
)
_MARKS: Final = {"b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS}
_HIDDEN: Final = frozenset({"script", "style", "head", "noscript", "template"})
_NOTES: Final = ("footnote", "endnote", "comment")
_LEADS: Final = ("footnote-ref", "endnote-ref")
_NUMBER: Final = re.compile(r"\[(\d+)\]")
_SPACE: Final = re.compile(r"[ \n\r\f]+")
_NOTHING: Final = Piece("", 0)


def read(markup: str) -> list[Piece]:
    """Return the paragraphs of some HTML, numbered from 1; cells of one row are parted by a tab."""
    reader = _MarkupReader()
    reader.feed(markup)
    reader.close()
    reader.end()
    return reader.pieces


class _MarkupReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._text = ""
        self._spans: list[Span] = []
        self._open: list[tuple[str, int]] = []
        self._kind = _NOTHING
        self._lists: list[int] = []
        self._hidden = 0
        self._reference = False
        self._leads = False
        self._cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value or "" for key, value in attrs}
        self._hidden += tag in _HIDDEN
        if tag in _MARKS:
            self._open.append((_MARKS[tag], len(self._text)))
        elif tag in {"td", "th"}:
            self._cell += 1
            self._text += "\t" if self._text.strip() else ""
        elif tag == "dt" and self._note(said) == "comment":
            self._reference = True
            self._begin(tag, said)
        elif tag == "a" and said.get("href", "").startswith(tuple(f"#{note}" for note in _NOTES)):
            self._reference = True
            self._leads = said.get("id", "").startswith(_LEADS)
        elif tag == "br":
            self.end()
        elif _HEADING.fullmatch(tag) or (tag in _BLOCKS and not self._in_row(tag)):
            self.end()
            self._begin(tag, said)

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _MARKS and self._open:
            self._close(self._open.pop())
        elif tag in {"a", "dt"}:
            self._reference = self._leads = False
        elif _HEADING.fullmatch(tag) or (tag in _BLOCKS and not self._in_row(tag)):
            self.end()
            self._kind = replace(_NOTHING, note=self._kind.note if tag == "p" else "")
            self._cell = 0 if tag == "tr" else self._cell
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden and not self._reference:
            text = _SPACE.sub(" ", data)
            self._text += text.lstrip(" ") if not self._text or self._text.endswith(("\t", " ")) else text
        elif self._leads and (number := _NUMBER.fullmatch(data.strip())):
            place = len(self._text.rstrip())
            self._spans.append(Span(place, place, f"[^{number[1]}]"))

    def end(self) -> None:
        """Keep the paragraph that was read so far."""
        for mark in self._open:
            self._close(mark)
        self._open = [(mark, 0) for mark, _ in self._open]
        if self._text.strip():
            made = replace(self._kind, text=self._text, spans=tuple(self._spans))
            self.pieces.append(replace(made.cut(0), line=len(self.pieces) + 1))
        self._text, self._spans = "", []

    def _begin(self, tag: str, said: dict[str, str]) -> None:
        note = (
            self._note(said)
            or ("caption" if tag == "figcaption" else "")
            or (self._kind.note if tag in {"p", "dd"} else "")
        )
        heading = _HEADING.fullmatch(tag)
        mark = ""
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "li" and self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            mark = f"{self._lists[-1]}."
        elif tag == "li":
            mark = "-"
        elif tag == "p":
            mark = self._kind.mark
        self._kind = replace(_NOTHING, heading=int(heading[1]) if heading else 0, mark=mark, note=note)

    def _note(self, said: dict[str, str]) -> str:
        return next((note for note in _NOTES if said.get("id", "").startswith(note)), "")

    def _in_row(self, tag: str) -> bool:
        """Tell whether a paragraph goes on with its row: it lies in the first cell, or begins the second one."""
        return tag == "p" and (self._cell == 1 or self._text.endswith("\t"))

    def _close(self, mark: tuple[str, int]) -> None:
        """End a run that is bold or italic; notes within it belong to its end."""
        sign, start = mark
        led = [span for span in self._spans if span.leads and span.start > start]
        others = [span for span in self._spans if span not in led]
        if self._text[start:].strip() and not any(span.end > start for span in others):
            end = len(self._text)
            self._spans = [*others, Span(start, end, sign), *(replace(span, start=end, end=end) for span in led)]
