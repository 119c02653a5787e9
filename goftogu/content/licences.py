"""Licences by their short names, as the SPDX list has them: ``CC-BY-4.0``. Any other one is given by its address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from goftogu.content.schema import Text
from goftogu.locale.message import Message

_COMMONS: Final = "https://creativecommons.org/"
KNOWN: Final[Mapping[str, str]] = {
    "CC0-1.0": f"{_COMMONS}publicdomain/zero/1.0/",
    "CC-BY-4.0": f"{_COMMONS}licenses/by/4.0/",
    "CC-BY-SA-4.0": f"{_COMMONS}licenses/by-sa/4.0/",
    "CC-BY-ND-4.0": f"{_COMMONS}licenses/by-nd/4.0/",
    "CC-BY-NC-4.0": f"{_COMMONS}licenses/by-nc/4.0/",
    "CC-BY-NC-SA-4.0": f"{_COMMONS}licenses/by-nc-sa/4.0/",
    "CC-BY-NC-ND-4.0": f"{_COMMONS}licenses/by-nc-nd/4.0/",
}
"""The address of each licence, by its short name."""

LICENCE: Final = Text(
    pattern="|".join([r"(?i:https?)://[^\s<>\"]+", *map(re.escape, KNOWN)]),
    expects=Message("an address, or one of {names}", names=", ".join(KNOWN)),
)
"""What a licence may be written as."""

_VERSION: Final = re.compile(r"-(?=BY)|-(?=[0-9.]+$)|(?<=CC0)-")
_NAMES: Final = {link: _VERSION.sub(" ", short) for short, link in KNOWN.items()}


def address(text: str) -> str:
    """Return the address of a licence that is given by its short name or its address."""
    return KNOWN.get(text, text)


def name(licence: str) -> str:
    """Return what readers call a licence: its short name, or its address without ``https://``."""
    return _NAMES.get(licence) or licence.partition("://")[2].rstrip("/")
