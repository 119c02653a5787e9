"""Chats: what WhatsApp exports as text, what Telegram copies, and the JSON that Telegram exports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from goftogu.locale.message import Message
from goftogu.persian.dates.calendar import DateError, parse
from goftogu.persian.digits import to_ascii
from goftogu.transcripts.formats.document import Document, Piece

_FEWEST: Final = 3
_SHARE: Final = 5
_MONTHS: Final = 12
_YEARS: Final = 100
_NOW: Final = 2000
_DAY: Final = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_HALF: Final = r"[ \u00a0\u202f]?(?:[AaPp]\.?[Mm]\.?|[قب]\.ظ\.?)"
_CLOCK: Final = rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:{_HALF})?"
_UNSEEN: Final = str.maketrans("", "", "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff")
_SENT: Final = re.compile(
    rf"(?:\[(?P<day>{_DAY})[,،]? {_CLOCK}\] ?|(?P<date>{_DAY})[,،]? {_CLOCK} [-–] )"
    r"(?:(?P<name>[^:\n]{1,60}): ?)?(?P<text>.*)"
)
_COPIED: Final = re.compile(rf"(?P<name>\S[^\[\]\n]{{0,60}}?), \[(?P<day>{_DAY}),? {_CLOCK}\](?P<text>)")
_NUMBER: Final = re.compile(r"\+?[\d\s()-]{7,20}")
_ATTACHED: Final = re.compile(
    r"<[^<>]{0,80}(?:omitted|attached|حذف شد|پیوست)[^<>]{0,80}>|.{0,80}\((?:file attached|پیوست شده)\)"
    r"|(?:image|video|audio|sticker|gif|document|contact card|media) omitted"
    r"|\[ ?(?:photo|(?:video|voice)(?: message)?|sticker|audio|file|gif|album|poll|location|contact)[^\[\]]{0,40}\]"
    r"|(?:این )?پیام حذف شد\.?|this message was deleted\.?|you deleted this message\.?"
    r"|missed (?:voice|video) call.{0,40}",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """A message: its line, its day as it is written there, who wrote it, and its paragraphs with their lines."""

    line: int
    day: str
    name: str
    paragraphs: list[tuple[int, str]]


def is_chat(text: str) -> bool:
    """Tell whether a text is a chat: it begins with a message, and messages fill it."""
    lines = [line for line in text.splitlines() if line.strip()]
    begun = sum(_begins(line) is not None for line in lines)
    return begun >= _FEWEST and begun * _SHARE >= len(lines) and _begins(lines[0]) is not None


def read(text: str, path: str) -> Document:
    """Read a chat. Times of day are left out; what the program itself says, and what is attached, is set aside."""
    said: list[_Said] = []
    for number, line in enumerate(text.splitlines(), 1):
        if found := _begins(line):
            held = found.groupdict()
            words = [(number, found["text"].strip())] if found["text"].strip() else []
            said.append(_Said(number, held["day"] or held.get("date") or "", (found["name"] or "").strip(), words))
        elif line.strip() and said:
            said[-1].paragraphs.append((number, line.strip()))
    return _document(said, path)


def is_exported(value: object) -> bool:
    """Tell whether JSON is a chat that Telegram exported."""
    messages = value.get("messages") if isinstance(value, dict) else None
    return isinstance(messages, list) and any(isinstance(one, dict) and "from" in one for one in messages)


def exported(value: Mapping[str, Any], path: str) -> Document:
    """Read the JSON of a chat that Telegram exported."""
    messages = [(number, one) for number, one in enumerate(value["messages"], 1) if isinstance(one, dict)]
    return replace(_document([_message(number, one) for number, one in messages], path), unit="message")


def _message(number: int, one: Mapping[str, Any]) -> _Said:
    lines = [line.strip() for line in _text(one.get("text")).splitlines()]
    attached = [str(one[kind]) for kind in ("action", "media_type", "photo", "file") if one.get(kind)]
    lines += [f"<attached: {attached[0]}>"] if attached else []
    name = "" if one.get("type") == "service" else " ".join(str(one.get("from") or "").split())
    return _Said(number, str(one.get("date") or "")[:10], name, [(number, line) for line in lines if line])


def _text(value: object) -> str:
    """Return a text that may be parted by its emphasis."""
    parts = value if isinstance(value, list) else [value]
    return "".join(str(part.get("text", "")) if isinstance(part, dict) else str(part or "") for part in parts)


def _begins(line: str) -> re.Match[str] | None:
    plain = line.translate(_UNSEEN).strip()
    return _SENT.fullmatch(plain) or _COPIED.fullmatch(plain)


def _document(said: Sequence[_Said], path: str) -> Document:
    document = Document(path, list(_pieces(said)), structured=True)
    days = list(dict.fromkeys(_days([one.day for one in said if one.name])))
    document.date = days[0] if days else ""
    document.told.append(Message("{count} messages of a chat; their times are left out", count=len(said)))
    if len(days) > 1:
        asked = Message("the messages are of several days, from {first} to {last}", first=days[0], last=days[-1])
        document.asked.append((asked, Message("write date: {first}/{last}", first=days[0], last=days[-1])))
    return document


def _pieces(said: Sequence[_Said]) -> Iterator[Piece]:
    """Yield paragraphs; messages that follow each other and are one person's are paragraphs of one turn."""
    numbers: dict[str, str] = {}
    last = ""
    for one in said:
        name = one.name
        if _NUMBER.fullmatch(to_ascii(name)):
            name = numbers.setdefault(name, f"گوینده {len(numbers) + 1}")
        for line, text in one.paragraphs:
            if not name or _ATTACHED.fullmatch(text.translate(_UNSEEN).strip()):
                yield Piece(text, line, note="message of the program")
            else:
                yield Piece(text, line, speaker=name if name != last else "")
                last = name


def _days(written: Sequence[str]) -> Iterator[str]:
    """Yield days as ``2023-03-12``; that the month stands first is known from a day after the twelfth."""
    plain = [day for day in map(to_ascii, written) if re.fullmatch(_DAY, day)]
    parts = [[int(part) for part in re.split("[./-]", day)] for day in plain]
    american = any(second > _MONTHS >= first for first, second, _ in parts if first < _YEARS)
    for first, second, third in parts:
        year, month, day = (first, second, third) if first >= _YEARS else (third, second, first)
        month, day = (day, month) if american and first < _YEARS else (month, day)
        found = f"{year if year >= _YEARS else year + _NOW}-{month:02d}-{day:02d}"
        try:
            parse(found)
        except DateError:
            continue
        yield found
