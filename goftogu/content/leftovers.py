"""Names that a program gave and no person: leftovers, copies of what two have saved at once, places of what is away.

Every entry is the usual name of one program: Word's and LibreOffice's marks of an open document, what Windows and macOS
lay into a folder, backups of editors, copies of services that keep folders in step.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from pathlib import PurePosixPath
from typing import Final

from goftogu.locale.message import Message

_ENDINGS: Final = frozenset(
    ".bak .orig .rej .old .tmp .swp .part .crdownload .download .partial .lock .mo .save .sav .backup .aae".split()
)
_SYSTEMS: Final = frozenset(
    {
        ".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "picasa.ini", "4913", "__macosx", "@eadir",
        "#recycle", "$recycle.bin", "lost+found", "system volume information", "found.000", "lost.dir",
    }
)  # fmt: skip
"""What systems, their wastebaskets and the disks that are shared by many lay into a folder; folded."""

_ODD: Final = re.compile(r"~\$.*|\.~lock\..*#|.*~|#.*#|\.#.+|.*\.sb-[0-9a-f]{8}-\w+|~wrl\d+.*", re.DOTALL)
"""Of Word, LibreOffice, Emacs and Vim, Emacs twice, and of a document that macOS was saving."""

EMACS: Final = ".#"
"""What Emacs puts before the name of a file that somebody edits: it makes a link of that name, to nowhere."""

_AWAY: Final = re.compile(r"\.(?P<name>.+)\.icloud", re.DOTALL)
_COPIES: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<name>.+)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
        r"(?P<name>.+?)[ _-]*\((?:[^()]*conflict[^()]*|\d+)\)",  # Dropbox, Nextcloud; browsers
        r"(?P<name>.+)_(?:backup|base|local|remote)_\d+",  # git mergetool
        r"(?P<name>.+)\.(?:bak|orig|old|save|tmp|backup)",
        r"(?P<name>.+?)[ _-]+(?:copy|کپی|رونوشت)(?:[ _-]*\(?\d+\)?)?",  # file managers
        r"(?:copy of|رونوشتِ?|کپی) +(?P<name>.+)",
    )
)

_MACHINE: Final = re.compile(
    r"-(?:DESKTOP|LAPTOP)-\w+(?:-\d+)?|-[\w-]*(?:(?:MacBook|iMac)(?![a-z])|-PC(?![A-Za-z]))[\w-]*"
)
"""OneDrive puts the name of a computer behind that of a file, in the letters in which systems write it.

A person who is called Karimachi is no iMac.
"""

_MARK: Final = re.compile(r"[(.]|_\d|copy|کپی|رونوشت|desktop|laptop|macbook|imac|-pc", re.IGNORECASE)
"""What is in the name of each copy; looked for first, because hardly any interview has it."""


def is_left(name: str) -> bool:
    """Tell by the name of a file or a folder whether a program left it behind."""
    folded = name.lower()
    return folded in _SYSTEMS or _ODD.fullmatch(folded) is not None or PurePosixPath(folded).suffix in _ENDINGS


def original(name: str, known: Container[str]) -> str:
    """Return the name of which a program made this one for a copy.

    Args:
        name: Of a file, without its ending.
        known: The names of the files beside it, composed (NFC).

    Returns:
        One of the known names; nothing when it is that of no copy, or the original is not there.
    """
    if not _MARK.search(name):
        return ""
    composed = unicodedata.normalize("NFC", name)
    meant = [found["name"] for form in _COPIES if (found := form.fullmatch(composed))]
    dashes = (dash.start() for dash in re.finditer("-", composed))
    meant += [composed[:dash] for dash in dashes if _MACHINE.fullmatch(composed, dash)]
    return next((stem for stem in meant if stem in known), "")


def copied(first: str, name: str) -> tuple[Message, Message]:
    """Return message and hint of what a program made for a copy: names without their endings."""
    message = Message("its name is what a program calls a copy of “{first}”", first=first)
    hint = Message("compare them, keep what is right in “{first}”, and delete “{name}”", first=first, name=name)
    return message, hint


def away(name: str) -> str:
    """Return the name of the file whose place another one keeps while iCloud has it, or nothing."""
    found = _AWAY.fullmatch(name)
    return found["name"] if found else ""
