"""The address under which a site is published: what it may be, and how programs write it."""

from __future__ import annotations

import re
from typing import Final

from goftogu.content import characters
from goftogu.locale.message import Message

FORM: Final = r"https?://[^\s/?#@:\[\]\\<>\"]+(?::[0-9]+)?(?:/[^\s?#]*)?"
"""The outer form of an address; :func:`fault` says what else is wrong with one."""

_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_FILE: Final = re.compile(r"\.(?:html?|php|aspx?|jsp|xml|json|md|txt)/?$", re.IGNORECASE)
_LAST_PORT: Final = 65_535
_LONGEST_LABEL: Final = 63
_ZWNJ: Final = "\u200c"


def fault(text: str) -> Message:
    """Say why a text cannot be the address of a site; an empty message when it can."""
    if not re.fullmatch(FORM, text):
        return Message("it does not begin with https:// and the name of a computer, or holds a blank, “?”, “#” or “@”")
    if characters.fault_of_value(text):
        return Message("it holds a character that cannot be seen")
    place, _, path = text.partition("://")[2].partition("/")
    return _fault_of_host(*place.partition(":")[::2]) or _fault_of_path(path)


def _fault_of_host(host: str, port: str) -> Message:
    if port and not 0 < int(port) <= _LAST_PORT:
        return Message("there is no port {port}", port=port)
    if _ZWNJ in host:
        return Message("a half-space in the name of a computer has two spellings; write the name as xn--…")
    return Message("") if _is_host(_ascii(host)) else Message("“{host}” is not the name of a computer", host=host)


def _fault_of_path(path: str) -> Message:
    if _FILE.search(path):
        return Message("it is the address of a page; leave out what follows the last “/”")
    steps = path.removesuffix("/").split("/") if path else []
    odd = {"", ".", ".."}.intersection(steps)
    return Message("its path has an empty step or one with dots alone") if odd else Message("")


def written(text: str) -> str:
    """Return an address as programs write it: a host in ASCII, and ``/`` at the end; an empty text stays one."""
    if not text:
        return ""
    scheme, mark, rest = text.partition("://")
    host, slash, path = rest.partition("/")
    name, colon, port = host.partition(":")
    address = f"{scheme}{mark}{_ascii(name)}{colon}{port}{slash}{path}"
    return address if address.endswith("/") else f"{address}/"


def _ascii(host: str) -> str:
    """Return the name of a computer as it is asked for; an empty text when it has no such form."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _is_host(host: str) -> bool:
    labels = host.removesuffix(".").split(".")
    return all(_LABEL.fullmatch(label) is not None and len(label) <= _LONGEST_LABEL for label in labels)
