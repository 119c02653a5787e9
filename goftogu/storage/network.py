"""Opens addresses, and only in ways that nobody between here and there can change."""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPResponse
from typing import Final
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener, urlopen

from goftogu.locale.message import Message, verbatim
from goftogu.storage import files, hosts

_TIMEOUT: Final = 30.0
"""Seconds."""


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


class _NoRedirects(HTTPRedirectHandler):
    """Follows no redirection: what is sent would be sent on, and the key with it."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, so that the answer becomes an error."""


def post(url: str, data: bytes, headers: Mapping[str, str], timeout: float) -> HTTPResponse:
    """Send something to an address, and to no other: no redirection is followed, and this machine needs no proxy.

    Args:
        url: ``https:``, or ``http:`` on this machine.
        data: What is sent.
        headers: With the kind of the data.
        timeout: Seconds that the server may be silent.

    Raises:
        urllib.error.HTTPError: The server refuses it.
        OSError: It cannot be sent, or not in a safe way.
        http.client.HTTPException: The server does not speak HTTP.
    """
    _refuse_open_way(url)
    own = [ProxyHandler({})] if urlsplit(url).hostname in hosts.LOCAL else []
    request = Request(url, data=data, headers={"User-Agent": "Goftogu", **headers})  # noqa: S310  # checked above
    response: HTTPResponse = build_opener(_NoRedirects(), *own).open(request, timeout=timeout)
    return response


def reason(error: Exception) -> Message:
    """Return in a few words why an address could not be opened."""
    inner: object = getattr(error, "reason", None) or error
    return files.reason(inner) if isinstance(inner, OSError) else verbatim(inner)


def _refuse_open_way(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise OSError(f"{url}: {error}") from error
    if parts.scheme != "https" and (parts.scheme, parts.hostname in hosts.LOCAL) != ("http", True):
        raise OSError(f"{parts.scheme or 'no'}: is not allowed, only https:")
    if not hosts.is_address(url):
        raise OSError(f"{url}: there is no such address")
