"""Links of Markdown, found in time that grows with the text.

The parser looks for the end of every ``[`` as far as the text goes: some thousand brackets that nobody closes would
take minutes. Here a bracket is offered to it only when a whole link begins there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown.inlinepatterns import LINK_RE, LinkInlineProcessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_LINK: Final = re.compile(
    r"\[(?:[^\[\]]|\[[^\[\]]{0,1000}\]){0,1000}\]\([^()]{0,1000}(?:\([^()]{0,1000}\)[^()]{0,1000}){0,3}\)"
)
"""A text with one level of brackets in it, and an address with a few in its path."""

_Found = tuple["Element | str | None", int | None, int | None]


class _Links(LinkInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802
        """Return the link that begins at a bracket, if one does."""
        if _LINK.match(data, m.start()):
            return super().handleMatch(m, data)
        return None, None, None


def install(reader: Markdown) -> None:
    """Make a parser look for links in this way."""
    reader.inlinePatterns.register(_Links(LINK_RE, reader), "link", 160)
