"""Relative links: those to files of ``content/``, as an author sees them, and those of a page in another folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from goftogu.model import Language

_SOURCE: Final = re.compile(
    r"(?:\.{0,2}/)*(?:(?:content|interviews|pages)/)*([^/?#:]+?)(\.(?:fa|en))?\.(?:md|txt)(#.*)?"
)
_INTO_FOLDER: Final = re.compile(r"\]\(\s*<?(?![\w+.-]+:|[#/?]|\.\./)[^()\s/#]+/")
_ANCHOR: Final = re.compile(r'(<a href=")(?![\w+.-]+:|[#/?]|\.\./)([^"/#]+/)')


def page_of(target: str) -> str:
    """Return the page that is made from a file of ``content/``; any other target stays as it is."""
    found = _SOURCE.fullmatch(target)
    return f"{found[1]}.html{found[3] or ''}" if found else target


def leads_into_folder(texts: Iterable[str]) -> bool:
    """Tell whether a link of some texts leads into a folder, such as ``people/``."""
    return any("](" in text and _INTO_FOLDER.search(text) for text in texts)


def beside(made: Markup, language: Language) -> Markup:
    """Return safe HTML of a text for a page in a folder beside that of its language."""
    return Markup(_ANCHOR.sub(rf"\1../{language}/\2", str(made)))  # noqa: S704  only the beginning of an address is added
