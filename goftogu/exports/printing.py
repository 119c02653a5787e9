"""Pages on paper: a browser that is installed prints a page of the site, with its print style sheet, as PDF.

Chromium and the browsers made from it do this without a window. No font, no line break and no direction is ours here:
the PDF is the page as a reader would print it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from goftogu.locale.message import Message, verbatim

BROWSERS: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
"""Names of the programs that can print."""

_PLACES: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
"""Where they are on systems that do not put programs on a path."""

_OPTIONS: Final = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--print-to-pdf-no-header",
)
"""Nothing is fetched, and nothing is printed around the page: the last option is for older browsers."""

_PATIENCE: Final = 120
"""Seconds that a page may take."""
_BEGINNING: Final = b"%PDF-"


class PrintingError(Exception):
    """A page that could not be printed; its value is the reason."""

    def __init__(self, reason: Message) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def browser() -> str | None:
    """Return the program that prints; ``None`` when there is none."""
    found = filter(None, map(shutil.which, BROWSERS))
    return next(found, None) or next((place for place in _PLACES if Path(place).is_file()), None)


def printed(page: Path, program: str, workplace: Path) -> bytes:
    """Return a page as PDF.

    Args:
        page: A page of a site on the disk, with the files that it needs where its links say.
        program: The browser.
        workplace: A folder in which the browser may write; nothing is left there. A system may keep browsers away from
            the usual one for such files.

    Raises:
        PrintingError: The browser made no PDF.
    """
    with tempfile.TemporaryDirectory(dir=workplace, prefix=".pdf-", ignore_cleanup_errors=True) as folder:
        made = Path(folder).resolve() / "page.pdf"
        words = [program, *_OPTIONS, *_sandbox(), f"--user-data-dir={made.parent}/profile", f"--print-to-pdf={made}"]
        try:
            done = subprocess.run(  # noqa: S603  the browser that the user named, or one of the system
                [*words, page.resolve().as_uri()], capture_output=True, timeout=_PATIENCE, check=False
            )
        except OSError as error:
            raise PrintingError(verbatim(error.strerror or error)) from None
        except subprocess.TimeoutExpired:
            raise PrintingError(Message("it took more than {seconds} seconds", seconds=_PATIENCE)) from None
        data = made.read_bytes() if made.is_file() else b""
    if not data.startswith(_BEGINNING):
        raise PrintingError(_last_words(done.stderr))
    return data


def _sandbox() -> list[str]:
    """Return what lets a browser run for the administrator of a system, as in a container; it refuses otherwise."""
    return ["--no-sandbox"] if sys.platform != "win32" and os.geteuid() == 0 else []


def _last_words(said: bytes) -> Message:
    """Return the last line that a program has said."""
    lines = said.decode(errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return verbatim(last) if last else Message("it made no PDF and did not say why")
