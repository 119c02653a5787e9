"""Whether text, and the key with it, may be sent to where a language model answers.

The archive names that machine, and an archive may come from anyone. It may agree that its own text is sent there; the
key is the person's, so only the person says who gets it.
"""

from __future__ import annotations

from goftogu.locale.message import Message
from goftogu.translation.chat.service import HOST, KEY, ChatError, ChatMeans


def check(means: ChatMeans) -> None:
    """Refuse to send what nobody has agreed to. This machine is asked freely.

    Raises:
        ChatError: The archive is offline, or nobody has agreed that text or the key is sent there (``A015``).
    """
    if means.service.is_here:
        return
    host = means.service.host
    if means.offline:
        message = Message("nothing is sent to {host}: the archive is offline", host=host)
        raise ChatError("A015", message, Message("take offline out of content/site.toml"))
    if not means.agreed and host not in {means.may_send_to, means.key_host}:
        message = Message("nothing is sent to {host}: nobody has agreed to that", host=host)
        hint = Message('agree with --yes, or with may_send_to = "{host}" under [translation]', host=host)
        raise ChatError("A015", message, hint)
    if means.service.key:
        _check_key(means, host)


def _check_key(means: ChatMeans, host: str) -> None:
    if means.key_host and means.key_host != host:
        message = Message("nothing is sent to {host}: the key is for {other}", host=host, other=means.key_host)
        raise ChatError("A015", message, Message("set {name} to the host that may have the key", name=HOST))
    if not means.agreed and not means.key_host:
        message = Message(
            "the key in {name} is not sent to {host}: only the archive asks for that", name=KEY, host=host
        )
        hint = Message("agree with --yes, or set the environment variable {name} to {host}", name=HOST, host=host)
        raise ChatError("A015", message, hint)
