"""A real browser for tests, and a site for it to look at."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from goftogu.exports import registry
from tests.archives import TEMPLATES, Archive

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MARKS: Final = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: install the package “chromium”"),
]
PHONE: Final[dict[str, Any]] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
_PATIENCE: Final = 30
"""Seconds for what comes soon, on a machine that is busy."""
DESK: Final[dict[str, Any]] = {"viewport": {"width": 1280, "height": 900}}


@contextmanager
def launched(*more: str) -> Iterator[Browser]:
    """Start Chromium; a test that asks for it is skipped where playwright is missing.

    Args:
        more: Arguments of the command line beside the usual ones.
    """
    api = pytest.importorskip("playwright.sync_api", reason="the Python package “playwright” is missing")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])
        yield started
        started.close()


def write(archive: Archive, folder: Path) -> Path:
    """Write the pages of an archive, its feeds, its search and what the pages look like."""
    made = [(path, page.encode()) for path, page in archive.rendered().items()]
    for path, data in [*made, *archive.feeds(), *archive.searched(), *registry.assets([TEMPLATES])]:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def until(page: Page, expression: str, arg: Any = None) -> None:
    """Wait until an expression, or a function of an argument, is true on a page.

    Playwright's own wait asks again from within the page, which the policy of our pages forbids.
    """
    end = time.monotonic() + _PATIENCE
    while not page.evaluate(expression, arg):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


class Quiet(SimpleHTTPRequestHandler):
    """Sends files, and says nothing about it."""

    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a site below a folder of a server, as on GitHub Pages.

    Args:
        folder: The site.
        handler: What answers; its folder is the one around the site.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """Open an address in a fresh window."""
    context = browser.new_context(reduced_motion="reduce", **{**DESK, **options})
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()
