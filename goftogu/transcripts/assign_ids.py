"""Assigns permanent ids to what has no id, and writes times: all that the program changes in a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from goftogu.content import times
from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts import ids, labelled
from goftogu.transcripts.draft import Draft, DraftParagraph, DraftPicture, Speech

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_MARK: Final = "{:"
_TIME: Final = re.compile(r'time="[^"]*"')


def stamp(text: str) -> str:
    """Write an id below every turn, front paragraph, heading and picture without one.

    A new number is above all that are in the text or in ``redirects``; no id is ever changed. Nothing else changes, and
    a second call changes nothing.

    Args:
        text: A labelled transcript.

    Returns:
        The transcript; as it was when it has errors, since they could lead to wrong ids.
    """
    lines, draft = _read(text)
    if draft is None:
        return text
    for item, name in _new_ids(draft):
        place = (item.listed or item.text_ends) - 1
        lines[place] = _listed(*lines[place], name) if item.listed else _below(*lines[place], f"#{name}", lines[0][1])
    return "".join(line + end for line, end in lines)


def _read(text: str) -> tuple[list[tuple[str, str]], Draft | None]:
    """Return the lines of a transcript, each with its end, and what it says; nothing of one that has errors."""
    lines = [(match[1], match[2]) for match in _LINE.finditer(text)]
    plain = "\n".join(line for line, _ in lines).removeprefix("\ufeff")
    problems = Problems()
    draft = labelled.read_labelled(Source("", b"", plain), problems)
    return lines, None if problems.has_errors() else draft


def put_times(text: str, seconds: Mapping[str, int]) -> str:
    """Write times into the attribute lists of turns and their paragraphs, and lists where there are none.

    Args:
        text: A labelled transcript with ids.
        seconds: By id of the paragraph (``t7.1``); a time that is there already is replaced.

    Returns:
        The transcript; as it was when it has errors. Nothing but attribute lists is changed.
    """
    lines, draft = _read(text)
    if draft is None:
        return text
    for item, name in _timed(draft):
        if name in seconds:
            place, said = (item.listed or item.text_ends) - 1, f'time="{times.clock(seconds[name])}"'
            lines[place] = _with_time(*lines[place], said) if item.listed else _below(*lines[place], said, lines[0][1])
    return "".join(line + end for line, end in lines)


def _timed(draft: Draft) -> Iterator[tuple[DraftParagraph | Speech, str]]:
    """Yield what may have a time, each with the id of its paragraph."""
    for speech in draft.speeches:
        for number, passage in enumerate(speech.passages, 1):
            yield (passage if number > 1 else speech), f"{speech.id}.{number}"


def _with_time(line: str, end: str, said: str) -> tuple[str, str]:
    """Put a time into an attribute list."""
    if _TIME.search(line):
        return _TIME.sub(said, line), end
    return f"{line.rstrip().removesuffix('}').rstrip()} {said} }}", end


def _new_ids(draft: Draft) -> Iterator[tuple[DraftParagraph | DraftPicture | Speech, str]]:
    taken = draft.taken()
    turns, paragraphs, sections, pictures = (ids.numbers(prefix, taken) for prefix in "tpsf")
    fronts = {id(passage) for _, passage in draft.front}
    for item in draft.stamped():
        if item.id:
            continue
        if isinstance(item, Speech):
            yield item, next(turns)
        elif isinstance(item, DraftPicture):
            yield item, next(pictures)
        else:
            yield item, next(paragraphs if id(item) in fronts else sections)


def _listed(line: str, end: str, name: str) -> tuple[str, str]:
    """Put an id into an attribute list."""
    return f"{_MARK} #{name}{line.removeprefix(_MARK)}", end


def _below(line: str, end: str, said: str, break_: str) -> tuple[str, str]:
    """Put an attribute list below a line, which may be the last one and have no end."""
    return f"{line}{end or break_}{_MARK} {said} }}", end
