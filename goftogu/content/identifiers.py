"""Ids that can be part of an address and of a file name on every common file system."""

from __future__ import annotations

import re
from typing import Final

from goftogu.locale.message import Message

LONGEST_ID: Final = 120
"""Longest id in UTF-8 bytes; leaves room for endings within the 255 bytes of common file systems."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\s]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(?:\..*)?", re.IGNORECASE)

_JOINTS: Final = re.compile("--+")

_NOT_FIRST: Final = ".-~"
_NOT_LAST: Final = ".-"
_NOT_RESERVED: Final = "1-"
"""What makes another name of one that is reserved."""


def fault_of_id(identifier: str) -> Message:
    """Say why an id cannot be part of an address.

    Args:
        identifier: The id of an interview, a topic, a person or a free page.

    Returns:
        The reason, or an empty string when the id can be used on every common file system.
    """
    if not any(map(str.isalnum, identifier)):
        return Message("it has no letter or digit") if identifier else Message("it is empty")
    if found := _FORBIDDEN.search(identifier):
        return Message("it contains {sign}", sign=repr(found.group()))
    if identifier[0] in _NOT_FIRST or identifier[-1] == ".":
        return Message("it begins or ends with a character that file systems treat specially")
    if _RESERVED.fullmatch(identifier):
        return Message("the name is reserved")
    if len(identifier.encode()) > LONGEST_ID:
        return Message("it is longer than {longest} bytes", longest=LONGEST_ID)
    return Message("")


def id_of(name: str) -> str:
    """Return an id that resembles a name: ``a b?`` gives ``a-b``.

    Args:
        name: What a person calls the thing: a title, the name of a file.

    Returns:
        An id without a fault (:func:`fault_of_id`); an empty string when nothing of the name can be part of one.
    """
    short = _JOINTS.sub("-", "-".join(_FORBIDDEN.sub(" ", name).split()))
    short = short.encode()[: LONGEST_ID - len(_NOT_RESERVED)].decode(errors="ignore")
    kept = short.lstrip(_NOT_FIRST).rstrip(_NOT_LAST) if any(map(str.isalnum, short)) else ""
    return f"{_NOT_RESERVED}{kept}" if _RESERVED.fullmatch(kept) else kept
