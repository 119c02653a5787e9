"""The forms in which people hand an interview in: what they type, and with which program."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Sequence
from typing import Final

from tests.box.texts import Exchange
from tests.office import footnotes, opendocument, run, word

ASKS, TELLS = "پرسشگر", "راوی"
_REFERENCE: Final = '<w:footnoteReference w:id="2"/>'


def labelled(exchanges: Iterable[Exchange], asks: str = ASKS, tells: str = TELLS, sign: str = ": ") -> str:
    """Return a transcript in which a label opens each turn."""
    return (
        "\n\n".join(f"{asks}{sign}{q}\n\n{tells}{sign}{a.replace(chr(10), chr(10) * 2)}" for q, a in exchanges) + "\n"
    )


def bare(exchanges: Iterable[Exchange], marks: tuple[str, str] = ("- ", "")) -> str:
    """Return a transcript in which only a mark tells questions from answers."""
    return "\n\n".join(f"{marks[0]}{q}\n\n{marks[1]}{a}" for q, a in exchanges) + "\n"


def without_half_spaces(text: str) -> str:
    """Return a text as it is typed by people who have no key for half-spaces: words run together."""
    return text.replace("\u200c", "")


def with_blanks(text: str) -> str:
    """Return a text as most people type it: a blank for each half-space."""
    return text.replace("\u200c", " ")


def arabic(text: str) -> str:
    """Return a text as an Arabic keyboard types it."""
    return text.translate(str.maketrans("یک", "يك"))


def document(title: str, exchanges: Iterable[Exchange], names: tuple[str, str], note: str = "") -> bytes:
    """Return a Word file: a title, labels in bold, and a footnote at the end of the first answer if there is one."""
    paragraphs = [run(title, style="Title")]
    for number, (question, answer) in enumerate(exchanges):
        paragraphs.append(run(f"**{names[0]}:", f" {question}"))
        marked = [_REFERENCE] if note and not number else []
        paragraphs.append(run(f"**{names[1]}:", f" {answer}", *marked))
    files, relation = footnotes(note) if note else ({}, "")
    return word(*paragraphs, files=files, relations=relation)


def opened(exchanges: Iterable[Exchange], names: tuple[str, str]) -> bytes:
    """Return an OpenDocument file with labels."""
    body = "".join(
        f"<text:p>{html.escape(f'{name}: {text}')}</text:p>"
        for exchange in exchanges
        for name, text in zip(names, exchange, strict=True)
    )
    return opendocument(body)


def page(title: str, exchanges: Iterable[Exchange]) -> str:
    """Return a page as a browser saves it, with all that is around the interview."""
    body = "".join(f"<p><strong>{html.escape(q)}</strong></p><p>{html.escape(a)}</p>" for q, a in exchanges)
    around = "<nav><a href='/'>صفحهٔ نخست</a> <a href='/news'>خبرها</a></nav>"
    head = f"<head><meta charset='utf-8'><title>{title} | روزنامهٔ ساحل</title></head>"
    return (
        f"<!DOCTYPE html><html lang='fa' dir='rtl'>{head}"
        f"<body>{around}<article><h1>{title}</h1>{body}</article><footer>همهٔ حقوق محفوظ است</footer></body></html>"
    )


def _cues(exchanges: Iterable[Exchange], names: tuple[str, str]) -> list[tuple[int, int, str]]:
    said = [f"{name}: {text}" for exchange in exchanges for name, text in zip(names, exchange, strict=True)]
    return [(2 * at, 2 * at + 2, " ".join(text.split())) for at, text in enumerate(said)]


def subtitles(exchanges: Iterable[Exchange], names: tuple[str, str], *, web: bool = False) -> str:
    """Return SubRip, or WebVTT: a cue of two seconds for each turn."""
    sign, top = (".", "WEBVTT\n\n") if web else (",", "")
    blocks = [
        f"{'' if web else f'{number}{chr(10)}'}{_clock(start, sign)} --> {_clock(end, sign)}\n{text}\n"
        for number, (start, end, text) in enumerate(_cues(exchanges, names), 1)
    ]
    return top + "\n".join(blocks)


def seconds(exchanges: Sequence[Exchange]) -> int:
    """Return how long the recording of such subtitles is."""
    return 4 * len(exchanges)


def whisper(exchanges: Iterable[Exchange]) -> str:
    """Return what Whisper writes: segments with times, and nobody's name."""
    cues = _cues(exchanges, ("", ""))
    segments = [{"start": start, "end": end, "text": text.removeprefix(": ")} for start, end, text in cues]
    return json.dumps({"language": "fa", "segments": segments}, ensure_ascii=False)


def _clock(seconds: int, sign: str) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{sign}000"
