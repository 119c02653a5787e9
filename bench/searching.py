"""What a reader waits for, and what comes over the line, when she searches: ``python -m bench.searching ROOT N``.

Into the folder ROOT goes the search of a made-up archive of N interviews, that of :mod:`bench.corpus`: its page, its
index and its texts, nothing else. A server on this machine sends its files compressed, as hosts do. Chromium opens the
page of the search with the connection that its developer tools call “Slow 3G” (2 s before each answer, 400 kbit/s) and
a processor that is six times slower. Each query begins with an empty cache. The figures:

* *first hit*: from Enter until the first result is there, a link to the interview and its turns;
* *its words*: until its first marked word is there;
* *longest task*: the longest time in which the page did not answer, from Enter on;
* *weight*: all bytes of scripts, index and texts, those that come with the page included.
"""

from __future__ import annotations

import argparse
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench import corpus
from goftogu import urls
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition import catalogue
from goftogu.edition.site import Site
from goftogu.exports import registry
from goftogu.model import Language
from goftogu.pages import lists
from goftogu.pages.render import Renderer, templates
from goftogu.problems import Problems
from goftogu.search import documents, pairs
from goftogu.search import index as search_index
from goftogu.search.documents import SearchDocument

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

QUERIES: Final = ("مدرسه", "معلمان", "کتاب کارخانه", "نویسنده مادر خیابان", "«کتاب روزنامه»", "معلپ")
"""A word, a form that the archive has not, two words, three, a phrase, and what is not there."""

SLOW: Final = {
    "offline": False,
    "latency": 2_000,
    "downloadThroughput": 50_000,
    "uploadThroughput": 50_000,
}
SLOWER: Final = 6

_PACKED: Final = (".html", ".js", ".css", ".svg")
_WATCH: Final = """() => {
    const seen = globalThis.seen = { longest: 0 };
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (entry.startTime + entry.duration > seen.start) seen.longest = Math.max(seen.longest, entry.duration);
        }
    }).observe({ type: "longtask" });
    new MutationObserver(() => {
        const now = performance.now();
        if (document.querySelector(".found > li a")) seen.hit ??= now;
        if (document.querySelector(".found mark")) seen.words ??= now;
    }).observe(document.querySelector("[data-search]"), { childList: true, subtree: true });
    document.querySelector("#q").addEventListener("keydown", () => { seen.start = performance.now(); });
}"""


@dataclass(slots=True)
class Figures:
    """What was measured of a query; times in milliseconds, sizes in bytes.

    Attributes:
        query: What was searched for.
        page: Bytes of scripts and index that came with the page.
        more: Bytes that came after Enter.
        hit: Until the first result; ``None`` when nothing was found.
        words: Until its first marked word.
        longest: The longest task.
    """

    query: str
    page: int = 0
    more: int = 0
    hit: float | None = None
    words: float | None = None
    longest: float = 0

    def row(self) -> str:
        """Return them as a row of Markdown."""
        times = [f"{time / 1000:.1f} s" if time else "nothing found" for time in (self.hit, self.words)]
        weights = [f"{size / 1000:.1f} kB" for size in (self.page, self.more, self.page + self.more)]
        return f"| {' | '.join([self.query, *times, f'{self.longest:.0f} ms', *weights])} |"


@dataclass(slots=True)
class _Line:
    """Counts the bytes of what a page fetches for its search."""

    names: dict[str, str] = field(default_factory=dict)
    total: int = 0

    def listen(self, session: CDPSession) -> None:
        """Begin."""

        def asked(event: dict[str, Any]) -> None:
            self.names[event["requestId"]] = event["request"]["url"]

        def come(event: dict[str, Any]) -> None:
            if self.names.get(event["requestId"], "").endswith(".js"):
                self.total += int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", asked)
        session.on("Network.loadingFinished", come)


def measure(browser: Browser, address: str, query: str, *, slow: bool = True) -> Figures:
    """Search for something once.

    Args:
        browser: Opens a fresh window.
        address: Of the page of the search.
        query: What is typed.
        slow: With the slow connection and processor.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, line = context.new_page(), _Line()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line.listen(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle", timeout=120_000)
    found = Figures(query, page=line.total)
    _ask(page, found)
    found.more = line.total - found.page
    context.close()
    return found


def _ask(page: Page, found: Figures) -> None:
    page.evaluate(_WATCH)
    page.fill("#q", found.query)
    page.press("#q", "Enter")
    page.wait_for_selector("[data-search][aria-busy=false]", timeout=120_000)
    page.wait_for_load_state("networkidle")
    seen = page.evaluate("seen")
    found.longest = seen["longest"]
    found.hit, found.words = (seen[key] - seen["start"] if key in seen else None for key in ("hit", "words"))


def write(root: Path, number: int) -> None:
    """Write the search of a made-up archive in Persian.

    Args:
        root: Where it goes.
        number: How many interviews.
    """
    problems = Problems()
    renderer = Renderer(templates([corpus.TEMPLATES], problems), catalogue.find([corpus.TEMPLATES], problems))
    pages = [page for page in lists.pages(Site(SiteConfig(), Vocabulary())) if page.path == urls.search("fa")]
    made = ((page.path, renderer.render(page, problems, dari=False)) for page in pages)
    if list(problems):
        raise SystemExit("\n".join(map(str, problems)))
    whole = ((path, data) for path, data in made if isinstance(data, bytes))
    for path, data in chain(whole, registry.assets([corpus.TEMPLATES]), _data(number)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def _data(number: int) -> Iterator[tuple[str, bytes]]:
    entries, lengths, following = [], [], []
    for at, interview in enumerate(corpus.interviews(number)):
        turns = enumerate(interview.turns["fa"], 1)
        parts = tuple((f"t{turn}", turn, corpus.label("fa", turn - 1), text) for turn, text in turns)
        held = SearchDocument(urls.interview("fa", interview.id), "", interview.titles["fa"], interview.date, parts)
        yield documents.numbered(Language.FA, at, documents.shown(Language.FA, held))
        rows = documents.rows(held)
        entries.append(documents.indexed(Language.FA, held, rows))
        lengths.append(documents.length(rows))
        following.append(pairs.groups(rows))
    divided = pairs.divided(lengths)
    yield from search_index.files(Language.FA, entries, pairs=divided)
    for share in pairs.shared(Language.FA, divided, number):
        yield from pairs.files(share, (held[group] for group in share.groups() for held in following))


@cache
def packed(file: Path) -> bytes:
    """Return a file as a host sends it, compressed."""
    return gzip.compress(file.read_bytes(), 9)


class _Host(SimpleHTTPRequestHandler):
    """Sends text compressed, and keeps connections open."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        if file.suffix not in _PACKED or not file.is_file():
            super().do_GET()
            return
        data = packed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a site, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def main() -> None:
    """Measure every query and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("root", type=Path, help="a folder")
    parser.add_argument("number", type=int, help="how many interviews")
    parser.add_argument("--chromium", help="the program, if it is not Playwright's own")
    parser.add_argument("--fast", action="store_true", help="without the slow connection and processor")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only those who measure need it

    print("| query | first hit | its words | longest task | with the page | after Enter | weight |")
    print("|---" * 7 + "|")
    write(options.root, options.number)
    with served(options.root) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for query in QUERIES:
            print(measure(browser, f"{address}fa/search/index.html", query, slow=not options.fast).row(), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
