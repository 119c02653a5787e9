"""Checks the published ids, so that no id is lost unnoticed.

``data/ids.json`` in the site lists the ids of all turns, interview by interview. ``publish`` keeps that list as
``content/published.json``, and every build compares its ids with it. Somebody may have cited a turn: its id stays, or
``redirects`` in the transcript says which id replaced it. A build alone publishes nothing, so it leaves no such list.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from goftogu.content import files
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

IDS: Final = "data/ids.json"
"""The list of all ids, within the site."""

RECORD: Final = "content/published.json"
"""The list of the ids that were published last, within the project."""

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


def published(root: Path, problems: Problems) -> Mapping[str, Sequence[str]]:
    """Return the ids that were published last, by id of the interview; nothing when none were.

    Args:
        root: The project's folder.
        problems: What is wrong with the record is added.
    """
    if not (root / RECORD).exists():
        return {}
    data = files.data(root, RECORD, problems)
    found = {} if data is None else parse(data)
    if found is None:
        hint = Message("take it from an earlier version, or delete it: {goftogu} publish writes it again")
        problems.add(Problem.of_file(RECORD, "S002", Message("it is no list of published ids"), hint))
    return found or {}


def parse(data: bytes) -> Mapping[str, Sequence[str]] | None:
    """Read a list of ids, as :func:`listing` writes it; return ``None`` when it is none."""
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError):
        return None
    lists = found.values() if isinstance(found, dict) else [None]
    sound = all(isinstance(turns, list) and all(isinstance(turn, str) for turn in turns) for turns in lists)
    return found if sound else None


def merged(one: Mapping[str, Sequence[str]], other: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return all ids of two lists."""
    return {name: list(dict.fromkeys([*one.get(name, ()), *other.get(name, ())])) for name in {**one, **other}}


def renamed(before: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return published ids with those of renamed interviews under their new ids.

    Args:
        before: From :func:`published`.
        names: New ids by old ones.
    """
    found: dict[str, list[str]] = {}
    for name, turns in before.items():
        found.setdefault(names.get(name, name), []).extend(turns)
    return {name: list(dict.fromkeys(turns)) for name, turns in found.items()}


def check(
    before: Mapping[str, Iterable[str]],
    anchors: Mapping[str, Anchors],
    problems: Problems,
    unread: Container[str] = (),
) -> None:
    """Compare the ids with those that were published last.

    Args:
        before: From :func:`published`.
        anchors: By id of the interview.
        problems: An error is added for each interview that has lost permanent ids, and a warning for one that has lost
            passing ones or is gone as a whole.
        unread: Ids of interviews that are there; those that are not among the anchors could not be read.
    """
    for name, turns in before.items():
        if name in anchors or name not in unread:
            _check_turns(name, turns, anchors.get(name), problems)


def _check_turns(name: str, turns: Iterable[str], now: Anchors | None, problems: Problems) -> None:
    if now is None:
        hint = Message("links to its pages are broken now; put it back, or say in content/redirects.toml where it went")
        path = f"content/interviews/{name}.md"
        problems.add(Problem.of_file(path, "W011", Message("the interview was published and is gone"), hint))
        return
    lost = sorted(set(turns).difference(now.turns, now.redirects))
    for code, named in (("W010", "t"), ("W011", "h")):
        ids = [turn for turn in lost if turn.startswith(named)]
        if ids:
            shown = Message("{ids}", ids=ids)
            if len(ids) > _MOST:
                shown = Message("{ids} and {count} more", ids=ids[:_MOST], count=len(ids) - _MOST)
            hint = Message(
                "somebody may have cited it: put it back, or add to the front matter redirects: {{id}: …}", id=ids[0]
            )
            problems.add(Problem.of_file(now.path, code, Message("published ids are gone: {ids}", ids=shown), hint))
