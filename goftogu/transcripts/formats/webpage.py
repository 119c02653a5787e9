"""Pages that a browser saved: the text of the interview; what belongs to the site around it is told, not published."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats import markup_text
from goftogu.transcripts.formats.document import Document, Piece, Refused

_HINT: Final = Message("pip install trafilatura; or copy the text into a .txt")
_WORD: Final = re.compile(r"\w+")
_SHOWN: Final = 5


def read(text: str, path: str) -> Document:
    """Read a saved page.

    Raises:
        Refused: The extra that reads pages is not installed, or the page holds no text.
    """
    try:
        import trafilatura  # noqa: PLC0415  an extra
    except ImportError:
        raise Refused(Message("pages are read with another package, which is missing"), _HINT) from None
    made = trafilatura.extract(
        text,
        output_format="html",
        include_formatting=True,
        include_comments=False,
        favor_recall=True,
        include_tables=True,
    )
    pieces = markup_text.read(made) if made else []
    if not pieces:
        raise Refused(Message("no text was found in the page"), Message("copy the text into a .txt and import that"))
    about = trafilatura.extract_metadata(text)
    title = _as_written(about.title or "", text)
    found = Document(path, _without_title(pieces, title), unit="paragraph")
    found.title = title
    found.published = about.date or ""
    found.source = _as_written(about.sitename or "", text)
    found.url = about.url or ""
    found.told += _left_out(markup_text.read(text), pieces)
    found.told += [Message("author: {name}", name=about.author)] if about.author else []
    return found


def _as_written(said: str, text: str) -> str:
    """Return a text with the half-spaces that it has in the page, which the reader of pages leaves out."""
    pattern = "\u200c?".join(map(re.escape, said))
    found = re.search(pattern, html.unescape(text)) if said else None
    return found.group() if found else said


def _without_title(pieces: list[Piece], title: str) -> list[Piece]:
    return pieces[1:] if pieces[0].heading and pieces[0].text == title else pieces


def _left_out(whole: list[Piece], kept: list[Piece]) -> list[Message]:
    words = Counter(word for piece in kept for word in _WORD.findall(piece.text))
    left = [piece for piece in whole if Counter(_WORD.findall(piece.text)) - words]
    if not left:
        return []
    count, shown = len(left), [f"«{piece.text[:30]}»" for piece in left[:_SHOWN]]
    message = Message("{count} lines of the site around the text left out: {shown}", count=count, shown=shown)
    more = count - _SHOWN
    return [Message("{message} and {count} more", message=message, count=more) if more > 0 else message]
