"""Reads the ids of a site that is published already: from its address, or from a file.

A folder that was cloned just now has no ``output/``, and its ``content/published.json`` may be old or missing. So a
workflow compares with the site that readers have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError

from goftogu import terminal
from goftogu.checks import permalinks
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage import network

Ids = Mapping[str, Sequence[str]]
"""Ids of turns, by the id of their interview."""

_ADDRESSES: Final = ("https://", "http://")
_NOT_THERE: Final = frozenset({404, 410})
_LONGEST: Final = 100_000_000
"""Bytes; 100,000 interviews have 20 million."""

_FIRST: Final = Message("if the site was never published, all is well; otherwise try again, since ids may be lost")


def published(where: str, problems: Problems) -> Ids:
    """Return the ids of a published site; nothing when there is none yet.

    Args:
        where: Address of the site or of its ``data/ids.json``; or such a file, or the folder of a site.
        problems: A list of ids that cannot be read is added: as a warning when it was to come from an address, since
            a host may answer anything before the first publication, and as an error when it is a file.
    """
    return _of_address(where, problems) if where.startswith(_ADDRESSES) else _of_file(Path(where), problems)


def _of_address(where: str, problems: Problems) -> Ids:
    url = where if where.endswith(".json") else f"{where.rstrip('/')}/{permalinks.IDS}"
    try:
        with network.open_address(url) as response:
            found = permalinks.parse(response.read(_LONGEST))
    except HTTPError as error:
        with error:
            if error.code in _NOT_THERE:
                terminal.say(Message("{url}: nothing is published there yet, so no id can be lost", url=url))
                return {}
        return _unknown(url, network.reason(error), problems)
    except (OSError, HTTPException) as error:
        return _unknown(url, network.reason(error), problems)
    return _unknown(url, "it is no list of ids", problems) if found is None else found


def _unknown(url: str, reason: str, problems: Problems) -> Ids:
    message = Message("the published ids are not known: {reason}", reason=reason)
    problems.add(Problem.of_file(url, "W012", message, _FIRST))
    return {}


def _of_file(file: Path, problems: Problems) -> Ids:
    path = file / permalinks.IDS if file.is_dir() else file
    try:
        found = permalinks.parse(path.read_bytes())
    except OSError as error:
        hint = Message("give the address of the site, its folder, or its file data/ids.json")
        problems.add(
            Problem.of_file(
                str(file),
                "S007",
                Message("the file cannot be read: {reason}", reason=storage_files.reason(error)),
                hint,
            )
        )
        return {}
    if found is None:
        problems.add(
            Problem.of_file(str(path), "S002", Message("it is no list of published ids"), Message("give another file"))
        )
    return found or {}
