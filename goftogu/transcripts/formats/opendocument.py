"""OpenDocument texts, ``.odt``: paragraphs, headings, lists, bold and italic, footnotes, comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats import footnotes, tables, xml_tree
from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Document, Piece, Refused, Span
from goftogu.transcripts.formats.packed import PackedFile

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT: Final = f"{{{_NS}text:1.0}}"
_STYLE: Final = f"{{{_NS}style:1.0}}"
_FO: Final = f"{{{_NS}xsl-fo-compatible:1.0}}"
_OFFICE: Final = f"{{{_NS}office:1.0}}"
_TABLE: Final = f"{{{_NS}table:1.0}}"
_SIGNS: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MANIFEST: Final = "META-INF/manifest.xml"


def read(data: bytes, path: str) -> Document:
    """Read an OpenDocument text.

    Raises:
        Refused: It is locked, damaged or has macros.
    """
    archive = PackedFile(data)
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise Refused(Message("the file is locked with a password"), Message("save it without a password"))
    root = xml_tree.parse(archive.read("content.xml"))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Refused(Message("the file is no text document"), Message("save the text as .odt or .docx"))
    reader = _OpenDocumentReader(root)
    pieces = [piece for piece in tables.without_names(reader.blocks(body)) if piece.text]
    pieces += [replace(piece, note="tracked deletion") for piece in reader.deleted(body) if piece.text]
    text, notes = footnotes.parted(replace(piece, line=number) for number, piece in enumerate(pieces, 1))
    return Document(path, text, unit="paragraph", footnotes=notes)


class _OpenDocumentReader:
    def __init__(self, root: Element) -> None:
        self._marks = {style.get(f"{_STYLE}name", ""): _mark(style) for style in root.iter(f"{_STYLE}style")}
        self._footnotes = 0

    def blocks(self, parent: Iterable[Element], mark: str = "") -> Iterator[Piece]:
        for node in parent:
            if node.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                yield from self._paragraph(node, mark)
            elif node.tag == f"{_TEXT}list-item":
                yield from self.blocks(node, "-")
            elif node.tag == f"{_TABLE}table-row":
                yield from self._row(node)
            elif node.tag == f"{_OFFICE}annotation":
                yield from (replace(piece, note="comment") for piece in self.blocks(node))
            elif node.tag != f"{_TEXT}tracked-changes":
                yield from self.blocks(node, mark)

    def deleted(self, body: Element) -> Iterator[Piece]:
        """Yield what was deleted while changes were tracked."""
        for node in body.iter(f"{_TEXT}deletion"):
            yield from self.blocks(node)

    def _row(self, row: Element) -> Iterator[Piece]:
        held = [list(self.blocks(cell)) for cell in row]
        cells = (" ".join(piece.text for piece in cell if not piece.note) for cell in held)
        yield Piece("\t".join(cell for cell in cells if cell), 0)
        yield from (piece for cell in held for piece in cell if piece.note)

    def _paragraph(self, node: Element, mark: str) -> Iterator[Piece]:
        made = _Made()
        self._inline(node, made, "")
        heading = int(node.get(f"{_TEXT}outline-level", "1")) if node.tag == f"{_TEXT}h" else 0
        whole = self._marks.get(node.get(f"{_TEXT}style-name", ""), "")
        end = len(made.text)
        led = (replace(span, start=end, end=end) for span in made.spans if span.leads)
        spans = (Span(0, end, whole), *led) if whole else tuple(made.spans)
        yield from _by_line(Piece(made.text, 0, spans, heading=heading, mark=mark))
        yield from made.notes

    def _inline(self, node: Element, made: _Made, mark: str) -> None:
        made.add(node.text or "", mark)
        for child in node:
            if child.tag in _SIGNS:
                made.text += _SIGNS[child.tag] * int(child.get(f"{_TEXT}c", "1"))
            elif child.tag == f"{_OFFICE}annotation":
                made.notes += self.blocks([child])
            elif child.tag == f"{_TEXT}note":
                made.notes += self._note(child, made)
            else:
                self._inline(child, made, self._marks.get(child.get(f"{_TEXT}style-name", ""), "") or mark)
            made.add(child.tail or "", mark)

    def _note(self, node: Element, made: _Made) -> Iterator[Piece]:
        self._footnotes += 1
        made.lead_to(self._footnotes)
        for piece in self.blocks(node):  # what has a note already is a comment on this one
            yield piece if piece.note else replace(piece, note="footnote", mark=f"{self._footnotes}.")


class _Made:
    """The text of one paragraph while it is read."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []
        self.notes: list[Piece] = []

    def add(self, text: str, mark: str) -> None:
        start = len(self.text)
        self.text += text
        if not mark or not text.strip():
            return
        before = self.spans.pop() if self._goes_on(start, mark) else Span(start, start, mark)
        self.spans.append(replace(before, end=len(self.text)))

    def _goes_on(self, start: int, mark: str) -> bool:
        """Tell whether only blanks are between here and what was marked before: programs cut a bold line to pieces."""
        before = self.spans[-1] if self.spans else None
        return before is not None and before.mark == mark and not self.text[before.end : start].strip(" \t")

    def lead_to(self, note: int) -> None:
        place = len(self.text.rstrip())
        self.spans.append(Span(place, place, f"[^{note}]"))


def _by_line(piece: Piece) -> Iterator[Piece]:
    start = 0
    for line in piece.text.split("\n"):
        yield piece.cut(start, start + len(line))
        start += len(line) + 1


def _mark(style: Element) -> str:
    said = style.find(f"{_STYLE}text-properties")
    if said is None:
        return ""
    weights = {said.get(f"{_FO}font-weight"), said.get(f"{_STYLE}font-weight-complex")}
    if weights & {"bold", "600", "700", "800", "900"}:
        return STRONG
    return EMPHASIS if "italic" in {said.get(f"{_FO}font-style"), said.get(f"{_STYLE}font-style-complex")} else ""
