"""The gates of the pages: ``make gates``. Builds the site, serves it below ``/archive/`` and lets it be judged.

The judges are the Nu Html Checker, axe-core, Lighthouse, linkinator and our own measures of weight and width. They
need node, java and Chromium. ``--broken`` shows that the gates are awake: it breaks a page in a way for each of them
and expects each of them to complain.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Browser, Page, Request, sync_playwright

ROOT: Final = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from goftogu import pipeline  # noqa: E402  the line above makes it known

NODE: Final = ROOT / "tools" / "node_modules"
INTERVIEW: Final = "pezeshkian-kazinform"
FLAGS: Final = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WEIGHTS: Final = {f"fa/{INTERVIEW}.html": (45_000, 6), f"en/{INTERVIEW}.html": (20_000, 6)}
"""Bytes on the line, and requests, that a page may cost."""

SLOWEST: Final = 1500
"""Milliseconds until the largest part of a page stands, on the slow network that Lighthouse assumes."""

TRIES: Final = 4
JUDGED: Final = {
    f"fa/{INTERVIEW}.html": ("performance", "accessibility", "best-practices", "seo"),
    f"en/{INTERVIEW}.html": ("performance", "accessibility", "best-practices", "seo"),
    "fa/index.html": ("performance", "accessibility", "best-practices", "seo"),
    "fa/search/index.html": ("performance", "accessibility", "best-practices", "seo"),
    f"both/{INTERVIEW}.html": ("performance", "accessibility", "best-practices"),
}
"""What Lighthouse judges; search engines are to leave the parallel page aside."""

BREAKS: Final[Mapping[str, tuple[str, str]]] = {
    "html": ("<p id=main></p>", "Duplicate ID"),
    "accessibility": ("<img src=../static/icon.svg>", "image-alt"),
    "links": ("<a href=nowhere.html>x</a><a href=#nowhere>y</a>", "nowhere"),
    "weight": (f"<!--{os.urandom(40_000).hex()}-->", "bytes"),
    "width": ("<img src=../static/icon.svg alt=x width=900 height=9>", "wide"),
    "lighthouse": ("<img src=../static/icon.svg>", "image-alt"),
}
"""What is put into the pages of an interview to wake each gate, and a word of its complaint."""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Site:
    """A built site that is being served.

    Attributes:
        folder: Where it lies.
        address: Where it is served.
        browser: What looks at it.
    """

    folder: Path
    address: str
    browser: Browser

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


def html(site: Site) -> Iterator[str]:
    """Ask the Nu Html Checker about every page."""
    pages = sorted(map(str, site.folder.rglob("*.html")))
    jar = NODE / "vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(["java", "-jar", jar, "--errors-only", *pages], capture_output=True, text=True, check=False)
    yield from done.stderr.replace(f"file:{site.folder}/", "").splitlines()


def accessibility(site: Site) -> Iterator[str]:
    """Ask axe-core about a page of each kind, light and dark, narrow and wide."""
    script = (NODE / "axe-core/axe.min.js").read_text(encoding="utf-8")
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for path in site.kinds():
        for scheme in schemes:
            for width in (360, 1280):
                size = {"width": width, "height": 800}
                with site.opened(path, viewport=size, color_scheme=scheme, bypass_csp=True) as page:
                    page.add_script_tag(content=script)
                    for found in page.evaluate("axe.run().then(result => result.violations)"):
                        place = found["nodes"][0]["html"][:120]
                        yield f"{path} ({scheme}, {width}): {found['id']}: {found['help']}: {place}"


def lighthouse(site: Site) -> Iterator[str]:
    """Ask Lighthouse, as on a phone with a slow network. A busy machine makes a page look slow, so it may try again."""
    for path, categories in JUDGED.items():
        for _ in range(TRIES):
            faults = list(_judged(path, _lighthouse(site.address + path), categories))
            if not faults:
                break
        yield from faults


def _judged(path: str, result: Mapping[str, Any], categories: tuple[str, ...]) -> Iterator[str]:
    for name in categories:
        score = result["categories"][name]["score"]
        if score != 1:
            yield f"{path}: {name} {score}: {', '.join(_poor(result, name))}"
    audits = result["audits"]
    paint, moved = (audits[name]["numericValue"] for name in ("largest-contentful-paint", "cumulative-layout-shift"))
    print(f"  {path}: largest paint {paint:.0f} ms, moved {moved:.3f}", flush=True)
    if paint > SLOWEST or moved:
        yield f"{path}: largest paint after {paint:.0f} ms, moved {moved:.3f}"
    hosts = {item["url"].split("/")[2] for item in audits["network-requests"]["details"]["items"]}
    if len(hosts) > 1:
        yield f"{path}: asks other hosts: {sorted(hosts)}"


def _poor(result: Mapping[str, Any], category: str) -> Iterator[str]:
    """Yield the audits that took something from the score of a category."""
    for reference in result["categories"][category]["auditRefs"]:
        score = result["audits"][reference["id"]]["score"]
        if reference["weight"] and score is not None and score < 1:
            yield reference["id"]


def _lighthouse(address: str) -> Mapping[str, Any]:
    flags = " ".join(["--headless=new", *FLAGS])
    command = [
        "node",
        str(NODE / "lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
        f"--chrome-flags={flags}",
    ]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    result: Mapping[str, Any] = json.loads(done.stdout)
    return result


def links(site: Site) -> Iterator[str]:
    """Let linkinator follow every link and fragment of the site."""
    program = str(NODE / "linkinator/build/src/cli.js")
    options = ["--recurse", "--check-fragments", "--format", "json", "--skip", r"^https?://(?!127\.0\.0\.1)"]
    done = subprocess.run(["node", program, site.address, *options], capture_output=True, text=True, check=False)
    for found in json.loads(done.stdout[done.stdout.index("{") :])["links"]:
        if found["state"] == "BROKEN":
            yield f"{found.get('parent', '')}: {found['url']} ({found.get('status', 0)})"


def weight(site: Site) -> Iterator[str]:
    """Weigh the pages of an interview with all that they load, as sent over the line."""
    for path, (most, requests) in WEIGHTS.items():
        context = site.browser.new_context()
        page = context.new_page()
        sent: list[Request] = []
        _listen(page, sent)
        page.goto(site.address + path, wait_until="networkidle")
        total = sum(request.sizes()["responseBodySize"] for request in sent)
        context.close()
        print(f"  {path}: {total:,} bytes, {len(sent)} requests")
        if total > most or len(sent) > requests:
            yield f"{path}: {total:,} bytes in {len(sent)} requests"


def _listen(page: Page, sent: list[Request]) -> None:
    page.on("requestfinished", lambda request: sent.append(request))  # noqa: PLW0108  Playwright wants a function


def width(site: Site) -> Iterator[str]:
    """Look whether a page of a kind is wider than the narrowest phone, or empty without script."""
    for path in site.kinds():
        with site.opened(path, viewport={"width": 320, "height": 700}, is_mobile=True) as page:
            if (found := page.evaluate("document.documentElement.scrollWidth")) > 320:  # noqa: PLR2004
                yield f"{path}: {found} pixels wide on a screen of 320"
        with site.opened(path, java_script_enabled=False) as page:
            if not page.locator("main").inner_text().strip():
                yield f"{path}: nothing to read without script"


GATES: Final[Mapping[str, Callable[[Site], Iterator[str]]]] = {
    "html": html,
    "accessibility": accessibility,
    "links": links,
    "weight": weight,
    "width": width,
    "lighthouse": lighthouse,
}


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
def built() -> Iterator[Site]:
    """Build the site and serve it."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(os.path.realpath(name), "archive")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(folder.parent)))
        address = f"http://127.0.0.1:{server.server_port}/archive/"
        report = pipeline.build(pipeline.Options(ROOT, folder, offline=True, url=address))
        if report.result is None:
            sys.exit("\n".join(map(str, report.problems)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield Site(folder, address, browser)
        browser.close()
        server.shutdown()
        server.server_close()


def judge(site: Site) -> int:
    """Pass every gate; print and count the faults."""
    count = 0
    for name, gate in GATES.items():
        faults = list(gate(site))
        print(f"{name}: {len(faults) or 'no'} faults", *faults[:20], sep="\n  ", flush=True)
        count += len(faults)
    return count


def wake(site: Site) -> int:
    """Break the pages of an interview for each gate in turn; count the gates that do not notice."""
    asleep = 0
    for name, gate in GATES.items():
        harm, word = BREAKS[name]
        pages = {folder: site.folder / folder / f"{INTERVIEW}.html" for folder in ("fa", "en", "both")}
        sound = {page: page.read_bytes() for page in pages.values()}
        for page, data in sound.items():
            page.write_bytes(data.replace(b"</main>", harm.encode() + b"</main>"))
        found = next((fault for fault in gate(site) if word in fault), "")
        print(f"{name}: {found or 'ASLEEP'}", flush=True)
        asleep += not found
        for page, data in sound.items():
            page.write_bytes(data)
    return asleep


def main() -> None:
    """Run the gates, or show that they are awake."""
    missing = [name for name in ("node", "java", "chromium") if not shutil.which(name)]
    missing += [] if NODE.is_dir() else ["tools/node_modules (make gates installs it)"]
    if missing:
        sys.exit(f"the gates of the pages cannot be passed; missing: {', '.join(missing)}")
    with built() as site:
        faults = wake(site) if "--broken" in sys.argv else judge(site)
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
