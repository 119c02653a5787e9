"""Who may ask: only pages of this very server, in the browser of the person who has its token.

Any page that a browser shows can send requests to this machine. So the name of the host is checked (against names that
were made to lead here), where the request comes from, and a token that only the address on the terminal has. The token
is behind the ``#`` of that address, so no server gets it in an address; the script sends it in a header of its own,
which no other origin may do.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from email.message import Message as Headers
from http import HTTPStatus
from typing import Final

from goftogu.serve.local import HOST

HEADER: Final = "X-Goftogu-Token"
_NAMES: Final = (HOST, "localhost")
_SITES: Final = frozenset({"", "same-origin", "none"})
_BYTES: Final = 24
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "media-src 'self' https: http:"
)
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer says. Recordings may be anywhere, so players may load from anywhere; scripts may not."""


class Guard:
    """Decides whether a request is answered.

    Attributes:
        token: What only the person at the terminal knows.
    """

    def __init__(self, port: int) -> None:
        """Make a token.

        Args:
            port: That of the server.
        """
        self.token = secrets.token_urlsafe(_BYTES)
        self._hosts = frozenset(f"{name}:{port}" for name in _NAMES)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    def refusal(self, headers: Headers, *, writes: bool = False) -> HTTPStatus | None:
        """Return why a request is refused whatever it asks for; ``None`` when it may be answered.

        Args:
            headers: Of the request.
            writes: Whether it would change something; then it must say where it comes from.
        """
        if headers.get("Host", "") not in self._hosts:
            return HTTPStatus.MISDIRECTED_REQUEST
        origin = headers.get("Origin", "")
        if (origin or writes) and origin not in self._origins:
            return HTTPStatus.FORBIDDEN
        return None if headers.get("Sec-Fetch-Site", "") in _SITES else HTTPStatus.FORBIDDEN

    def knows(self, token: str) -> bool:
        """Tell whether somebody has the token."""
        return hmac.compare_digest(token.encode(errors="replace"), self.token.encode())
