"""Tables, ``.csv`` and ``.tsv``: a row for what somebody says, as in CollectionBuilder, or our own parallel text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from goftogu import markup
from goftogu.content import times
from goftogu.conventions import marks
from goftogu.locale.message import Message
from goftogu.persian import folding
from goftogu.storage import cells
from goftogu.transcripts.formats.document import Document, Piece, Refused, Twin

_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "speaker": frozenset(map(folding.fold, ("speaker", "name", "who", "label", "گوینده", "نام", "سخنگو"))),
    "words": frozenset(map(folding.fold, ("words", "text", "transcript", "fa", "متن", "گفته", "سخن"))),
    "time": frozenset(map(folding.fold, ("timestamp", "time", "start", "زمان"))),
    "id": frozenset({"id"}),
    "english": frozenset({"en"}),
}
_HINT: Final = Message("name the columns in the first row: speaker, words, timestamp")
_DELIMITERS: Final = (",", "\t", ";", "؛")
"""Spreadsheets part cells by what the system calls the separator of a list; in Iran and much of Europe a semicolon."""
_NOTE: Final = "note-"
_LONGEST: Final = 1_000_000


def without_names(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the paragraphs of a file; where a table begins with the names of its columns, these are marked as such."""
    known = frozenset().union(*_COLUMNS.values())
    names = False
    for piece in pieces:
        cells = [folding.fold(cell.strip()) for cell in piece.text.split("\t")]
        names = known.issuperset(cells) and (len(cells) > 1 or names)
        yield replace(piece, note=piece.note or "column name") if names else piece


def read(text: str, path: str) -> Document:
    """Read a table.

    Raises:
        Refused: It has no column of words.
    """
    mark = "\t" if path.lower().endswith(".tsv") else _delimiter(text)
    csv.field_size_limit(_LONGEST)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark, strict=mark != "\t"))
    except csv.Error as error:
        raise Refused(Message("the table is damaged: {error}", error=error), Message("export it again")) from None
    names = [folding.fold(name.strip()) for name in rows[0]] if rows else []
    found = {kind: names.index(name) for kind, known in _COLUMNS.items() for name in names if name in known}
    if "words" not in found:
        raise Refused(Message("the table has no column of words"), _HINT, line=1)
    if "speaker" not in found and "id" in found:
        return _parallel(rows, found, path)
    made = [_row(row, found, number) for number, row in enumerate(rows[1:], 2)]
    pieces = [piece for row in made for piece in row]
    named = all(row[0].speaker for row in made if row) and bool(pieces)
    document = Document(path, pieces, unit="row", structured=named)
    document.told += [
        Message("the column of tags is left out: headings of this archive are chosen by topics.toml")
    ] * names.count("tags")
    return document


def _delimiter(text: str) -> str:
    """Return what is between two cells: what parts the first row into most names of columns."""
    first = text.partition("\n")[0]
    known = frozenset().union(*_COLUMNS.values())
    usual = "\t" if text.count("\t") > text.count(",") else ","
    return max(dict.fromkeys((usual, *_DELIMITERS)), key=lambda mark: len(known & _names(first, mark)))


def _names(row: str, mark: str) -> set[str]:
    return {folding.fold(name.strip().strip('"')) for name in row.split(mark)}


def _text(row: Sequence[str], place: int) -> str:
    """Return the text of a cell as it was before it went into the table."""
    return cells.restored(row[place].strip()) if place < len(row) else ""


def _row(row: Sequence[str], found: Mapping[str, int], number: int) -> list[Piece]:
    values = {kind: row[place].strip() if place < len(row) else "" for kind, place in found.items()}
    seconds = times.seconds(values.get("time", ""))
    time = "" if seconds is None else times.clock(seconds)
    return [
        Piece(line.strip(), number, time="" if place else time, speaker="" if place else values.get("speaker", ""))
        for place, line in enumerate(values["words"].split("\n"))
        if line.strip()
    ]


def _parallel(rows: Sequence[Sequence[str]], found: Mapping[str, int], path: str) -> Document:
    """Read the parallel text of an archive: it has ids, but does not say who speaks."""
    document, origin = Document(path, unit="row"), f"translation in {PurePosixPath(path).name}"
    for number, row in enumerate(rows[1:], 2):
        name, words = row[found["id"]], marks.without(_text(row, found["words"]))
        plain = markup.bare(words)
        if name == "title":
            document.title = plain
        if english := _text(row, found.get("english", len(row))):
            document.twins.append(Twin(plain, english, origin, name))
        if name.startswith(_NOTE):
            document.told.append(Message("note “{name}” of the archive is left out", name=name.removeprefix(_NOTE)))
        elif name != "title" and words and not name.startswith("speaker."):
            document.pieces.append(Piece(words, number, heading=2 if name.startswith("s") else 0, is_ours=True))
    document.asked.append(
        (
            Message("the table does not say who speaks"),
            Message("import the .json of the interview: it has the speakers"),
        )
    )
    return document
