"""Reads and writes PO files, and names what is wrong in one by line and column.

The parser of polib forgives much: it cuts the first and last character of a text without quotation marks, forgets
comments at the end and takes some comments for flags. What it forgives is checked here before it reads, and comments
are given the form that it keeps, so that nothing is lost in silence.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

import polib

from goftogu.content import characters
from goftogu.content import files as content_files
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, line_and_column
from goftogu.translation.memory import previous, regular

NUMBER: Final = "X-Entries"
"""Field of the head of a memory that says how many entries it has, so that a file that was cut is noticed."""

_MARKER: Final = r"(?:\#~\|\s*|\#~\s*|\#\|\s*)?"
_KEYWORD: Final = r"(?:(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+)?"
_TEXT: Final = re.compile(rf'{_MARKER}{_KEYWORD}"(?:[^"\\]|\\.)*"')
_SOUND_PART: Final = re.compile(rf'{_MARKER}{_KEYWORD}(?:"(?:[^"\\]|\\.)*"?)?')
_ENTRY: Final = re.compile(r"^[ \t]*(?:#~\s*)?msgid\s", re.MULTILINE)
_KEYWORD_LINE: Final = re.compile(r"[ \t]*(?:#~[ \t]*)?msg(?:ctxt|id|id_plural|str(?:\[\d+\])?)\s")
_MSGSTR_LINE: Final = re.compile(r"[ \t]*(?:#~[ \t]*)?msgstr")
_PLACE: Final = re.compile(r"\(line (\d+)\)")
_CHARSET: Final = re.compile(r'"Content-Type:[^"]*charset=([^\s"\\]+)', re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_UNSPACED: Final = re.compile(r"^[ \t]*(#(?:[.,:|](?=\S)|(?=[^\s.,:|~])))", re.MULTILINE)
_EMPTY: Final = re.compile(r"^[ \t]*#[.,:][^\S\n]*$", re.MULTILINE)
_MARK: Final = re.compile(r"#[.,:|]?[ \t]?")
_LIKE_A_MARK: Final = re.compile(r"^(?=[,:])", re.MULTILINE)
_BLANK: Final = " \t\r"
_SYNTAX_HINT: Final = Message('put texts in quotation marks, with \\" and \\\\ inside; begin comments with #')


def parse(text: str, path: str, problems: Problems) -> polib.POFile | None:
    """Parse the PO file of a memory; see :func:`read_po`."""
    found = Problems()
    if not text.strip():
        message = Message("the file is empty")
        found.add(Problem.of_file(path, "M001", message, Message("put the earlier file back, or delete this one")))
    file = None if found else read_po(text, path, found)
    if file is not None:
        _check_entries(file, path, found)
        _check_end(text, path, found)
        _check_number(file, text, path, found)
    problems.extend(found)
    return None if found else file


def of_bytes(path: str, data: bytes | None) -> polib.POFile | None:
    """Return the entries that some bytes hold, as they are there; ``None`` when the bytes cannot be used."""
    source = content_files.decoded(path, data or b"", Problems())
    text = "" if source is None else source.text
    if source is None or not text.strip():
        return polib.POFile() if data is None else None
    return parse(text, path, Problems())


def read_po(text: str, path: str, problems: Problems) -> polib.POFile | None:
    r"""Parse a PO file of any kind.

    Args:
        text: The whole file, with ``\n`` line ends.
        path: The file, for the problems.
        problems: What is wrong is added.

    Returns:
        The file, or ``None`` when it cannot be used.
    """
    found = Problems()
    _check_charset(text, path, found)
    if not found and not _CONTROL.search(text) and (file := regular.read_regular(text)) is not None:
        return file
    _check_lines(text, path, found)
    file = None if found else _parsed(text, path, found)
    problems.extend(found)
    return file


def _parsed(text: str, path: str, problems: Problems) -> polib.POFile | None:
    text = previous.hidden(_UNSPACED.sub(r"\1 ", _EMPTY.sub("", text)))
    try:
        file = polib.pofile(f"{text}\n", wrapwidth=0, encoding="utf-8")
    except OSError as error:
        found = _PLACE.search(str(error))
        line = int(found[1]) if found else 0
        message = Message("keywords are in an order that PO does not allow")
        problems.add(Problem(path, line, 1, "M001", message, _SYNTAX_HINT))
        return None
    if len(_ENTRY.findall(text)) > len(file) + 1:
        hint = Message("every msgid is followed by its msgstr")
        problems.add(Problem.of_file(path, "M001", Message("an entry has no msgstr"), hint))
        return None
    header = "\n".join(filter(None, [file.header, *_tail(text)]))
    file.header = _LIKE_A_MARK.sub(" ", header)
    return file


def _tail(text: str) -> list[str]:
    """Return the comments after the last entry, which polib forgets; they move to the head of the file."""
    lines = [line.strip() for line in text.split("\n")]
    tail = list(itertools.takewhile(lambda line: not line or re.match("#(?!~)", line), reversed(lines)))
    return [_MARK.sub("", line, count=1) for line in reversed(tail) if line]


def _check_charset(text: str, path: str, problems: Problems) -> None:
    found = _CHARSET.search(text)
    if found is None or found[1].lower() in {"utf-8", "utf8", "charset"}:
        return
    line, column = line_and_column(text, found.start(1))
    message, hint = (
        Message("the header says charset={found}", found=found[1]),
        Message("save the file as UTF-8, with charset=UTF-8 in its header"),
    )
    problems.add(Problem(path, line, column, "M002", message, hint))


def _check_end(text: str, path: str, problems: Problems) -> None:
    """Report a file that ends before the text of its last entry."""
    last = next((line for line in reversed(text.split("\n")) if _KEYWORD_LINE.match(line)), "")
    if last and not _MSGSTR_LINE.match(last):
        hint = Message("put the earlier file back, for example from Git; every msgid is followed by its msgstr")
        message = Message("the file ends inside an entry")
        problems.add(Problem(path, text.rstrip("\n").count("\n") + 1, 1, "M001", message, hint))


def _check_number(file: polib.POFile, text: str, path: str, problems: Problems) -> None:
    """Report a memory that has fewer entries than its head says."""
    said = file.metadata.get(NUMBER, "")
    count = sum(not entry.obsolete for entry in file)
    if said.isdecimal() and count < int(said):
        message = Message("the file has {count} entries and says that it had {said}", count=count, said=said)
        hint = Message(
            "put the earlier file back, for example from Git; if entries are to be gone, correct {name} at the top",
            name=NUMBER,
        )
        line, _ = line_and_column(text, text.find(f'"{NUMBER}:'))
        problems.add(Problem(path, line, 1, "M012", message, hint))


def _check_lines(text: str, path: str, problems: Problems) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if control := _CONTROL.search(line.rstrip("\r")):
            message = Message("control character U+{ord}", ord=format(ord(control[0]), "04X"))
            problems.add(Problem(path, number, control.start() + 1, "S003", message, Message("delete it")))
        elif not _is_sound(line.strip(_BLANK)):
            problems.add(Problem(path, number, _fault(line), "M001", Message("line is not PO"), _SYNTAX_HINT))


def _is_sound(line: str) -> bool:
    if line.startswith(("#~", "#|")):
        return _TEXT.fullmatch(line) is not None
    return not line or line.startswith("#") or _TEXT.fullmatch(line) is not None


def _fault(line: str) -> int:
    start = len(line) - len(line.lstrip(_BLANK))
    found = _SOUND_PART.match(line, start)
    return (found.end() if found else start) + 1


def _check_entries(file: polib.POFile, path: str, problems: Problems) -> None:
    seen: set[str] = set()
    for entry in (entry for entry in file if not entry.obsolete):
        line = entry.linenum or 1
        if not entry.msgctxt:
            problems.add(
                Problem(
                    path, line, 1, "M004", Message("entry has no msgctxt"), Message("it is the id of the paragraph")
                )
            )
        elif entry.msgid_plural:
            problems.add(
                Problem(path, line, 1, "M004", Message("entry has a plural"), Message("a paragraph has one form"))
            )
        elif entry.msgctxt in seen:
            problems.add(
                Problem(
                    path,
                    line,
                    1,
                    "M003",
                    Message("second entry for “{msgctxt}”", msgctxt=entry.msgctxt),
                    Message("keep one of them"),
                )
            )
        seen.add(entry.msgctxt)
        _check_characters(entry, path, problems)


def _check_characters(entry: polib.POEntry, path: str, problems: Problems) -> None:
    """Report a character that an escape means and no text may hold."""
    for text in (entry.msgctxt or "", entry.msgid, entry.msgstr):
        if fault := characters.fault_of_value(text):
            hint = Message("delete the character, or the escape that means it")
            problems.add(Problem(path, entry.linenum or 1, 1, "S003", fault, hint))
