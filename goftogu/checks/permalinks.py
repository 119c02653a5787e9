"""Checks the published ids, so that no id is lost unnoticed.

``data/ids.json`` lists the ids of all turns, interview by interview. A build compares them with the file that it
published last. Somebody may have cited a turn: its id stays, or ``redirects`` in the transcript says which id replaced
it.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from goftogu.problems import Problem, Problems

IDS: Final = "data/ids.json"
_MOST: Final = 5
"""How many ids a problem names."""


class Anchors(NamedTuple):
    """The ids of the turns of one interview.

    Attributes:
        path: The transcript.
        turns: In order.
        redirects: Retired ids.
    """

    path: str
    turns: tuple[str, ...]
    redirects: frozenset[str]


def listing(anchors: Mapping[str, Anchors]) -> bytes:
    """Return the file that is published.

    Args:
        anchors: By id of the interview.
    """
    lines = ",\n".join(f"{_json(name)}: {_json(anchors[name].turns)}" for name in sorted(anchors))
    return f"{{\n{lines}\n}}\n".encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def check(output: Path, anchors: Mapping[str, Anchors], problems: Problems, unread: Container[str] = ()) -> None:
    """Compare the ids with those that were published last.

    Args:
        output: The folder of the site.
        anchors: By id of the interview.
        problems: An error is added for each interview that has lost permanent ids, and a warning for one that has lost
            passing ones or is gone as a whole.
        unread: Ids of interviews that are there; those that are not among the anchors could not be read.
    """
    for name, turns in _last(output / IDS):
        if name in anchors or name not in unread:
            _check_turns(name, turns, anchors.get(name), problems)


def _last(file: Path) -> Iterator[tuple[str, list[str]]]:
    try:
        found: Any = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return
    if isinstance(found, dict):
        yield from ((name, turns) for name, turns in found.items() if isinstance(turns, list))


def _check_turns(name: str, turns: Iterable[str], now: Anchors | None, problems: Problems) -> None:
    if now is None:
        hint = "links to its pages are broken now; put it back, or tell readers where it went"
        path = f"content/interviews/{name}.md"
        problems.add(Problem.of_file(path, "W011", "the interview was published and is gone", hint))
        return
    lost = sorted({str(turn) for turn in turns}.difference(now.turns, now.redirects))
    for code, named in (("W010", "t"), ("W011", "h")):
        ids = [turn for turn in lost if turn.startswith(named)]
        if ids:
            shown = ", ".join(ids[:_MOST]) + (f" and {len(ids) - _MOST} more" if len(ids) > _MOST else "")
            hint = f"somebody may have cited it: put it back, or add to the front matter redirects: {{{ids[0]}: …}}"
            problems.add(Problem.of_file(now.path, code, f"published ids are gone: {shown}", hint))
