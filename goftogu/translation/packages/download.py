"""Downloads a translation package.

A download that breaks off goes on where it stopped. Nothing is trusted for having arrived: the archive is checked when
it is installed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import network
from goftogu.translation.packages.installed import SOURCE, TARGET
from goftogu.translation.packages.unzip import LARGEST

INDEX: Final = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""The list of the packages of Argos."""

_BLOCK: Final = 2**16
_LONGEST_INDEX: Final = 2**24
_PARTIAL: Final = 206
_BEYOND_END: Final = 416
_BY_HAND: Final = Message("or download the file with a browser, then: {goftogu} package install FILE")

Progress = Callable[[int, int], object]


def newest(problems: Problems, index: str = INDEX) -> str | None:
    """Return the address of the newest Persian to English package in the index of Argos."""
    try:
        with network.open_address(index) as response:
            entries = json.loads(response.read(_LONGEST_INDEX))
    except (OSError, HTTPException) as error:
        problems.add(_failed(index, error))
        return None
    except (ValueError, RecursionError) as error:
        problems.add(
            Problem.of_file(
                index, "A012", Message("the index is not what it should be: {error}", error=error), _BY_HAND
            )
        )
        return None
    offers = [offer for entry in entries if (offer := _offer(entry))] if isinstance(entries, list) else []
    if not offers:
        problems.add(
            Problem.of_file(
                index,
                "A012",
                Message("the index has no package from {source} to {target}", source=SOURCE, target=TARGET),
                _BY_HAND,
            )
        )
        return None
    return max(offers)[1]


def fetch(url: str, file: Path, problems: Problems, progress: Progress = lambda _done, _all: None) -> bool:
    """Download a file.

    Args:
        url: ``https:``, or ``http:`` on this machine.
        file: Where it goes; beside it, ``.part`` holds what has come so far.
        problems: What went wrong is added. What has come so far stays for the next time.
        progress: Called with the bytes that have come and all bytes (0 when nobody knows).

    Returns:
        Whether the file is there.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if _resume(url, part, problems, progress):
            part.replace(file)
            return True
    except (OSError, HTTPException) as error:
        problems.add(_failed(url, error))
    return False


def _resume(url: str, part: Path, problems: Problems, progress: Progress) -> bool:
    size = part.stat().st_size if part.exists() else 0
    try:
        with network.open_address(url, size) as response:
            return _receive(response, part, size, problems, progress)
    except HTTPError as error:
        if error.code != _BEYOND_END or not size:
            raise
    part.unlink()
    return _resume(url, part, problems, progress)


def _receive(response: HTTPResponse, part: Path, size: int, problems: Problems, progress: Progress) -> bool:
    done = size if response.status == _PARTIAL else 0
    whole = done + int(response.headers.get("Content-Length") or 0)
    with part.open("ab" if done else "wb") as target:
        while block := response.read(_BLOCK):
            target.write(block)
            done += len(block)
            progress(done, whole)
            if done > LARGEST:
                message = Message("is larger than {largest:,} bytes", largest=LARGEST)
                problems.add(Problem.of_file(response.url, "A004", message, Message("use another package")))
                return False
    if done < whole:
        message = Message("broke off after {done:,} of {whole:,} bytes", done=done, whole=whole)
        problems.add(
            Problem.of_file(
                response.url, "A012", message, Message("try again: it goes on from there; {by_hand}", by_hand=_BY_HAND)
            )
        )
    return done >= whole


def _failed(url: str, error: Exception) -> Problem:
    message = Message("cannot be downloaded: {reason}", reason=network.reason(error))
    return Problem.of_file(url, "A012", message, Message("try again later; {by_hand}", by_hand=_BY_HAND))


def _offer(entry: Any) -> tuple[list[int], str] | None:  # noqa: ANN401  # whatever the JSON holds
    """Return the version and the address of an entry of the index that fits."""
    if not isinstance(entry, dict) or (entry.get("from_code"), entry.get("to_code")) != (SOURCE, TARGET):
        return None
    links = [link for link in entry.get("links") or () if isinstance(link, str) and link.startswith("https://")]
    version = [int(part) for part in re.findall(r"\d+", str(entry.get("package_version")))]
    return (version, links[0]) if links else None
