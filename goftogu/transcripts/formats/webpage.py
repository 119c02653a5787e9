"""Pages that a browser saved: the text of the interview; what belongs to the site around it is told, not published."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from goftogu.locale.message import Message
from goftogu.transcripts.formats import markup_text
from goftogu.transcripts.formats.document import Document, Piece, Refused

_HINT: Final = Message("pip install trafilatura; or copy the text into a .txt")
_WORD: Final = re.compile(r"\w+")
_NOTE: Final = re.compile(
    r"""<div[^<>]*>\s*<p[^<>]*>\s*<a\s[^<>]*\bid="(?P<kind>cmnt|ftnt)\d+"[^<>]*>.{0,2000}?</div>""",
    re.DOTALL | re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"""<sup[^<>]*>\s*<a\s[^<>]*\bhref="#cmnt\d+"[^<>]*>[^<>]*</a>\s*</sup>""", re.DOTALL | re.IGNORECASE
)
_KINDS: Final = {"cmnt": "comment", "ftnt": "footnote"}
_SHOWN: Final = 5
_LONG: Final = 25
_SHORT: Final = 8
_NEAR: Final = 20
_MOST: Final = 0.8
_TOP: Final = 3
_HEADLINE: Final = 110
_ASKS: Final = ("؟", "?")
_MAYBE: Final = Message("no line at the top is the title of the page; the first line asks, and may be the headline")
_GIVE_TITLE: Final = Message("--title «…», or “title:” in the front matter")


def read(text: str, path: str) -> Document:
    """Read a saved page.

    Raises:
        Refused: The extra that reads pages is not installed, or the page holds no text.
    """
    try:
        import trafilatura  # noqa: PLC0415  an extra
    except ImportError:
        raise Refused(Message("pages are read with another package, which is missing"), _HINT) from None
    text, notes = _without_notes(text)
    is_whole = getattr(trafilatura.load_html(text), "tag", "") == "html"
    # In a part of a page trafilatura finds nothing, or breaks off.
    page = text if is_whole else f"<html><body>{text}</body></html>"
    made = trafilatura.extract(
        page,
        output_format="html",
        include_formatting=True,
        include_comments=False,
        favor_recall=True,
        include_tables=True,
    )
    whole = markup_text.read(text)
    pieces = _as_in_page(whole, markup_text.read(made)) if made else []
    if not pieces:
        raise Refused(Message("no text was found in the page"), Message("copy the text into a .txt and import that"))
    about = trafilatura.extract_metadata(page)
    title = _as_written(about.title or "", text)
    headline = _headline(pieces, title)
    found = Document(path, _without_title(pieces, headline), unit="paragraph")
    found.title = headline
    found.told += [Message("title of the page: {title}", title=title)] if title and headline != title else []
    found.published = about.date or ""
    found.source = _as_written(about.sitename or "", text)
    found.url = about.url or ""
    found.told += _left_out(whole, pieces)
    found.pieces += [replace(note, line=number) for number, note in enumerate(notes, len(pieces) + 1)]
    found.asked += [(_MAYBE, _GIVE_TITLE)] if _may_be_headline(found.pieces, pieces, headline) else []
    found.told += [Message("author: {name}", name=about.author)] if about.author else []
    return found


def _without_notes(text: str) -> tuple[str, list[Piece]]:
    """Part a page that Google Docs exported from the comments and footnotes below its text; no word of them is speech.

    What leads to a comment is left out; the number of a footnote stays.
    """
    notes = [
        replace(piece, note=_KINDS[block["kind"]])
        for block in _NOTE.finditer(text)
        for piece in markup_text.read(block.group())
    ]
    return _LEAD.sub("", _NOTE.sub("", text)), notes


def _as_written(said: str, text: str) -> str:
    """Return a text with the half-spaces that it has in the page, which the reader of pages leaves out."""
    pattern = "\u200c?".join(map(re.escape, said))
    found = re.search(pattern, html.unescape(text)) if said else None
    return found.group() if found else said


def _as_in_page(whole: Sequence[Piece], text: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs of a page that hold a text, as they are in the page.

    What finds the text of a page leaves out half-spaces, and joins the paragraphs of a short text.

    Args:
        whole: All paragraphs of the page.
        text: What was found.
    """
    letters, place, found = "".join(_letters(piece.text) for piece in text), 0, list[Piece]()
    for piece in whole:
        own = _letters(piece.text)
        if not own:
            continue
        gap = letters.find(own, place) - place
        widest = 0 if len(own) < _SHORT else _NEAR if len(own) < _LONG else len(letters)
        if 0 <= gap <= widest:
            found.append(piece)
            place += gap + len(own)
    enough = sum(len(_letters(piece.text)) for piece in found) >= _MOST * len(letters)
    return [replace(piece, line=number) for number, piece in enumerate(found if enough else text, 1)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _headline(pieces: Sequence[Piece], title: str) -> str:
    """Return the headline of a text: the title of the page, or the heading at its top when that says something else."""
    first = next((piece for piece in pieces[:_TOP] if piece.heading), None)
    there = any(_letters(title) in _letters(piece.text) for piece in pieces[:_TOP])
    return first.text if first is not None and title and not there else title


def _without_title(pieces: list[Piece], title: str) -> list[Piece]:
    """Return the paragraphs without the headline: a heading, or the line at the top, whatever it looks like."""
    above = [piece for piece in pieces[:_TOP] if not (piece.heading and piece.text == title)]
    if len(above) == len(pieces[:_TOP]) and above and _is_headline(above[0], title):
        del above[0]
    return [*above, *pieces[_TOP:]]


def _is_headline(piece: Piece, title: str) -> bool:
    """Tell whether a line says the title of the page, or what that begins with; then nothing of it is lost."""
    said = _letters(piece.text)
    return len(said) >= _SHORT and _letters(title).startswith(said)


def _may_be_headline(left: Sequence[Piece], pieces: Sequence[Piece], title: str) -> bool:
    """Tell whether the first line may be the headline: it asks, is short, and no line at the top was the headline.

    Args:
        left: The paragraphs without a headline.
        pieces: All paragraphs of the text.
        title: That of the page, which is then the title of the site.
    """
    if not left or len(left) < len(pieces) or not title:
        return False
    first = left[0].text.rstrip(" «»\"'")
    return first.endswith(_ASKS) and len(first) <= _HEADLINE


def _missing(whole: Sequence[Piece], kept: Sequence[Piece]) -> list[Piece]:
    """Return the paragraphs of a page that are not kept; by their words where paragraphs were joined."""
    lines = Counter(piece.text for piece in kept)
    if lines <= Counter(piece.text for piece in whole):
        return [piece for piece in whole if not _taken(lines, piece.text)]
    words = Counter(word for piece in kept for word in _WORD.findall(piece.text))
    return [piece for piece in whole if Counter(_WORD.findall(piece.text)) - words]


def _taken(lines: Counter[str], line: str) -> bool:
    lines[line] -= 1
    return lines[line] >= 0


def _left_out(whole: list[Piece], kept: list[Piece]) -> list[Message]:
    left = _missing(whole, kept)
    if not left:
        return []
    count, shown = len(left), [f"«{piece.text[:30]}»" for piece in left[:_SHOWN]]
    message = Message("{count} lines of the site around the text left out: {shown}", count=count, shown=shown)
    more = count - _SHOWN
    return [Message("{message} and {count} more", message=message, count=more) if more > 0 else message]
