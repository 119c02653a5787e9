"""Word files, ``.docx``: paragraphs, headings, lists, bold, italic, footnotes, comments. Pictures are only counted."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats import footnotes, markup_text, tables, xml_tree
from goftogu.transcripts.formats.document import Document, Piece, Refused
from goftogu.transcripts.formats.packed import PackedFile

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SET_ASIDE: Final = {
    "footnote": Message("{count} footnotes set aside"),
    "endnote": Message("{count} endnotes set aside"),
    "comment": Message("{count} comments set aside"),
    "column name": Message("{count} names of columns set aside"),
    "tracked deletion": Message("{count} tracked deletions set aside"),
}
_NOTES: Final = Message("{count} notes set aside")
_UNSEEN: Final = {
    ("vanish",): Message("the Word file hides words, which are in the text now: «{text}»"),
    ("strike", "dstrike"): Message("words are struck out in the Word file, and are in the text now: «{text}»"),
}
_DECIDE: Final = Message("delete them from the text if they are not meant for readers")
_SHOWN: Final = 80
_STYLES: Final = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
comment-reference => sup
br[type='page'] => br
br[type='column'] => br
"""


def read(data: bytes, path: str) -> Document:
    """Read a Word file; nothing outside it is ever opened.

    Raises:
        Refused: It is locked, damaged or has macros.
    """
    import mammoth  # noqa: PLC0415  it takes long to load

    text = PackedFile(data).read("word/document.xml")
    pictures = 0

    def picture(_: object) -> dict[str, str]:
        nonlocal pictures
        pictures += 1
        return {"src": ""}

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(picture)
        )
    except Exception as error:  # noqa: BLE001  the reader has no error of its own for a file that is not as it should be
        hint = Message("open it in a word processor, save it as a new .docx and import that")
        raise Refused(Message("the Word file is damaged: {error}", error=error), hint) from None
    pieces, notes = footnotes.parted(tables.without_names(markup_text.read(made.value)))
    found = Document(path, pieces, unit="paragraph", footnotes=notes)
    found.pieces += _deleted(text, len(found.pieces))
    found.asked += _unseen(text)
    told = Counter(piece.note for piece in found.pieces if piece.note)
    found.told += [_SET_ASIDE.get(note, _NOTES).of(count=number) for note, number in sorted(told.items())]
    found.told += [Message("{count} pictures left out", count=pictures)] if pictures else []
    return found


def _deleted(document: bytes, number: int) -> Iterator[Piece]:
    """Yield what was deleted while changes were tracked; what was inserted is part of the text."""
    for place, node in enumerate(xml_tree.parse(document).iter(f"{_W}del"), number + 1):
        text = "".join(part.text or "" for part in node.iter(f"{_W}delText")).strip()
        if text:
            yield Piece(text, place, note="tracked deletion")


def _unseen(document: bytes) -> Iterator[tuple[Message, Message]]:
    """Yield questions about words that Word hides or strikes out: they are part of the text that was read."""
    runs = [(node.find(f"{_W}rPr"), node) for node in xml_tree.parse(document).iter(f"{_W}r")]
    for kinds, message in _UNSEEN.items():
        texts = [
            "".join(part.text or "" for part in node.iter(f"{_W}t")).strip()
            for properties, node in runs
            if properties is not None and any(_is_on(properties, kind) for kind in kinds)
        ]
        if shown := list(filter(None, texts)):
            yield message.of(text=" … ".join(shown)[:_SHOWN]), _DECIDE


def _is_on(properties: Element, kind: str) -> bool:
    found = properties.find(f"{_W}{kind}")
    return found is not None and found.get(f"{_W}val", "true") not in {"0", "false", "off"}
