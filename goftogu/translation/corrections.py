"""Reads the corrections that readers send: mail, issues of a forge, or plain text.

The link “Suggest a correction” of a page fills in the address of a turn, both of its texts and a line below which the
reader writes. Whatever a reader makes of that, a letter is kept: one without an address of this archive names no turn,
and one without that line is taken as a whole.
"""

from __future__ import annotations

import email
import email.policy
import html
import json
import mailbox
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from goftogu import urls
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import Problem, Problems
from goftogu.storage import files

_VIEWS: Final = "|".join(map(re.escape, (*Language, *urls.PARALLEL)))
_ADDRESS: Final = re.compile(rf"(?:^|[/\s<(])(?:{_VIEWS})/(?P<interview>[^/\s#]+)\.html#(?P<place>[^\s>)\"]+)")
_SUBJECT: Final = re.compile(r"(?P<interview>[^/\s#]+)#(?P<place>\w[\w.-]*)")
_PERSIAN: Final = r"(?:Persian|فارسی)"
_ENGLISH: Final = r"(?:English|انگلیسی)"
_OWN: Final = r"(?:Your correction|پیشنهاد شما)"
_LABEL: Final = re.compile(
    rf"^[ \t>]*(?:(?P<persian>{_PERSIAN})|(?P<english>{_ENGLISH})|(?P<text>{_OWN})):[ \t]*", re.MULTILINE
)
_TAG: Final = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINE_TAG: Final = re.compile(r"<(?:br|/p|/div|/li)\b[^>]*>", re.IGNORECASE)
_BLANK_LINES: Final = re.compile(r"\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader writes about a turn.

    Attributes:
        interview: Id of the interview; empty when the letter names none.
        turn: Id of the turn, or of the paragraph that is a turn of its own, such as ``title``.
        text: What the reader writes.
        persian: The Persian that the reader has seen, or empty.
        english: The English that the reader has seen, or empty.
        sender: Who it is from, or empty.
        day: ISO date of the letter, or empty.
    """

    interview: str
    turn: str
    text: str
    persian: str
    english: str
    sender: str
    day: str

    @property
    def place(self) -> str:
        """Id of the interview and of the turn, separated by a colon; empty when it names none."""
        return f"{self.interview}:{self.turn}" if self.interview else ""


def read(file: Path, problems: Problems) -> list[Correction]:
    """Return the corrections of a file, in its order.

    Args:
        file: A mail (``.eml``), a mailbox (``.mbox``), issues as JSON (as ``gh issue list --json
            title,body,author,createdAt`` gives them), or plain text in which each letter begins with its address.
        problems: What is wrong with the file is added.
    """
    try:
        return list(_READERS.get(file.suffix.lower(), _texts)(file))
    except OSError as error:
        problems.add(Problem.of_file(str(file), "S002", files.reason(error), Message("make the file readable")))
    except (ValueError, RecursionError, LookupError):
        hint = Message("give mail (.eml, .mbox), issues as JSON, or text in UTF-8")
        problems.add(Problem.of_file(str(file), "M010", Message("there are no letters in it that can be read"), hint))
    return []


def _mail(file: Path) -> Iterator[Correction]:
    yield _of_mail(email.message_from_bytes(file.read_bytes(), policy=email.policy.default))


def _box(file: Path) -> Iterator[Correction]:
    with file.open("rb"):  # an error of the disk is told as such
        box = mailbox.mbox(file, create=False)
    try:
        for key in box.iterkeys():
            yield _of_mail(email.message_from_bytes(box.get_bytes(key), policy=email.policy.default))
    finally:
        box.close()


def _of_mail(letter: EmailMessage) -> Correction:
    sender = parseaddr(str(letter.get("From", "")))
    try:
        day = parsedate_to_datetime(str(letter.get("Date", ""))).date().isoformat()
    except ValueError:
        day = ""
    return _letter(str(letter.get("Subject", "")), _body(letter), sender[0] or sender[1], day)


def _body(letter: EmailMessage) -> str:
    part = letter.get_body(("plain", "html"))
    if part is None:
        return ""
    text = _content(part)
    if part.get_content_type() == "text/html":
        text = html.unescape(_TAG.sub("", _LINE_TAG.sub("\n", text)))
    return text


def _content(part: MIMEPart) -> str:
    """Return the text of a mail; one in a character set that is not known is read as UTF-8, as far as it is that."""
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        data: Any = part.get_payload(decode=True)
        return str(data, "utf-8", "replace")


def _issues(file: Path) -> Iterator[Correction]:
    found = json.loads(file.read_text(encoding="utf-8-sig"))
    for issue in found if isinstance(found, list) else [found]:
        if not isinstance(issue, dict):
            raise ValueError(issue)  # noqa: TRY004  whatever JSON is no issue
        day = str(issue.get("createdAt") or issue.get("created_at") or "")[:10]
        yield _letter(str(issue.get("title") or ""), str(issue.get("body") or ""), _author(issue), day)


def _author(issue: Mapping[str, Any]) -> str:
    author = issue.get("author") or issue.get("user")
    return str(author.get("name") or author.get("login") or "") if isinstance(author, dict) else ""


def _texts(file: Path) -> Iterator[Correction]:
    """Yield the letters of a plain text: each begins with the line that has its address."""
    text = file.read_text(encoding="utf-8-sig")
    starts = [text.rfind("\n", 0, found.start() + 1) + 1 for found in _ADDRESS.finditer(text)]
    cuts = [0, *(start for start in starts if start), len(text)]
    parts = (text[start:end] for start, end in pairwise(cuts))
    yield from (_letter("", part, "", "") for part in parts if part.strip())


_READERS: Final = {".eml": _mail, ".mbox": _box, ".json": _issues}


def _letter(subject: str, body: str, sender: str, day: str) -> Correction:
    text = body.replace("\r\n", "\n")
    found = _ADDRESS.search(text) or _SUBJECT.fullmatch(subject.strip())
    parts = _parts(text)
    own = parts.get("text") or _rest(text, parts)
    interview, place = (unquote(found["interview"]), unquote(found["place"])) if found else ("", "")
    turn = place.partition(".")[0]
    title = "" if found or not subject else f"{subject}\n"
    return Correction(
        interview, turn, f"{title}{own}".strip(), parts.get("persian", ""), parts.get("english", ""), sender, day
    )


def _parts(text: str) -> dict[str, str]:
    """Return what is below each label; the reader's own words go on to the end."""
    labels = list(_LABEL.finditer(text))
    ends = [*(label.start() for label in labels[1:]), len(text)]
    found: dict[str, str] = {}
    for label, end in zip(labels, ends, strict=False):
        name = str(label.lastgroup)
        if name == "text":
            found[name] = text[label.end() :].strip()
            break
        found.setdefault(name, _unquoted(text[label.end() : end]))
    return found


def _rest(text: str, parts: Mapping[str, str]) -> str:
    """Return a letter without its address and without the texts of the page, for readers who leave the line out."""
    left = _LABEL.sub("", _ADDRESS.sub(" ", text))
    lines = [line for line in left.split("\n") if not line.strip().startswith(("http", ">"))]
    left = "\n".join(lines)
    for part in parts.values():
        left = left.replace(part, "")
    return _BLANK_LINES.sub("\n\n", left).strip()


def _unquoted(text: str) -> str:
    return "\n".join(line.lstrip("> ") for line in text.strip().split("\n")).strip()
