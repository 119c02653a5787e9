"""A site that stands: built from this archive, served below ``/archive/``, and a browser that looks at it."""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from goftogu.build import pipeline

ROOT: Final = Path(__file__).parent.parent
NODE: Final = ROOT / "tools" / "node_modules"
INTERVIEW: Final = "pezeshkian-kazinform"
FLAGS: Final = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
"""What Chromium is started with: it asks nobody, and runs as root."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site that is being served.

    Attributes:
        folder: Where it lies.
        address: Where it is served.
        browser: What looks at it.
        lenient: Whether a machine that is busy may make its pages look slow.
    """

    folder: Path
    address: str
    browser: Browser
    lenient: bool = False

    @contextmanager
    def opened(self, path: str, **options: Any) -> Iterator[Page]:  # noqa: ANN401  those of Playwright
        """Open a page in a fresh window."""
        context = self.browser.new_context(reduced_motion="reduce", **options)
        page = context.new_page()
        page.goto(self.address + path, wait_until="networkidle")
        yield page
        context.close()

    def kinds(self) -> list[str]:
        """Return one page of each kind: of each folder the index and the largest other page."""
        found: dict[tuple[Path, bool], Path] = {}
        for file in self.folder.rglob("*.html"):
            if file.parent.name != "data":
                key = (file.parent, file.name == "index.html")
                found[key] = max(found.get(key, file), file, key=lambda one: (one.stat().st_size, one.name))
        return sorted(file.relative_to(self.folder).as_posix() for file in found.values())


class _Pages(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: texts compressed, and ``404.html`` for what is not there."""

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        there = file.is_file()
        data = (file if there else Path(self.directory) / "archive/404.html").read_bytes()
        kind = self.guess_type(file if there else "404.html")
        pack = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
        data = gzip.compress(data, 6) if pack else data
        self.send_response(200 if there else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(data)))
        if pack:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def built(*, lenient: bool = False) -> Iterator[Site]:
    """Build the site and serve it.

    Args:
        lenient: As in :class:`Site`.

    Raises:
        SystemExit: The archive cannot be built; its problems are told.
    """
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(os.path.realpath(name), "archive")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(folder.parent)))
        address = f"http://127.0.0.1:{server.server_port}/archive/"
        report = pipeline.build(
            pipeline.Options(ROOT, folder, offline=True, url=address, strict=False, write=True, jobs=0, scheduler="")
        )
        if report.result is None:
            raise SystemExit("\n".join(map(str, report.problems)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield Site(folder, address, browser, lenient)
        browser.close()
        server.shutdown()
        server.server_close()
