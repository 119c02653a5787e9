"""Opens addresses, and only in ways that nobody between here and there can change."""

from __future__ import annotations

from http.client import HTTPResponse
from typing import Final
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from goftogu.locale.message import Message, verbatim
from goftogu.storage import files

_TIMEOUT: Final = 30.0
"""Seconds."""

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def open_address(url: str, start: int = 0) -> HTTPResponse:
    """Open an address.

    Args:
        url: ``https:``, or ``http:`` on this machine; what it leads to must be so, too.
        start: From which byte on; the server may send the whole all the same.

    Raises:
        OSError: It cannot be opened, or not in a safe way.
        http.client.HTTPException: The server does not speak HTTP.
    """
    headers = {"User-Agent": "Goftogu", **({"Range": f"bytes={start}-"} if start else {})}
    _refuse_open_way(url)
    response: HTTPResponse = urlopen(Request(url, headers=headers), timeout=_TIMEOUT)  # noqa: S310  # checked above
    _refuse_open_way(response.url)
    return response


def reason(error: Exception) -> Message:
    """Return in a few words why an address could not be opened."""
    inner: object = getattr(error, "reason", None) or error
    return files.reason(inner) if isinstance(inner, OSError) else verbatim(inner)


def _refuse_open_way(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise OSError(f"{url}: {error}") from error
    if parts.scheme != "https" and (parts.scheme, parts.hostname in _LOCAL) != ("http", True):
        raise OSError(f"{parts.scheme or 'no'}: is not allowed, only https:")
    if port == 0 or not parts.hostname:
        raise OSError(f"{url}: there is no such address")
