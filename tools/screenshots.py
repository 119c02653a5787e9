"""Takes the pictures of the README from the built site: ``make site``, then ``.venv/bin/python tools/screenshots.py``.

Needs Chromium and the packages of the tests. With a folder as its argument it takes the main pages, on a phone and on a
desk, light and dark, into that folder, to be looked at.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.standing import FLAGS, INTERVIEW, ROOT

SITE: Final = ROOT / "output"
IMAGES: Final = ROOT / "docs" / "images"
PICTURES: Final = {"fa-360": f"fa/{INTERVIEW}.html", "en-360": f"en/{INTERVIEW}.html"}
PAGES: Final = {
    "landing": "index.html",
    "home": "fa/index.html",
    "fa": f"fa/{INTERVIEW}.html",
    "en": f"en/{INTERVIEW}.html",
    "both": f"both/{INTERVIEW}.html",
    "topics": "fa/topics/index.html",
    "topic": "en/topics/visas.html",
    "index": "fa/a-z/index.html",
    "search": "fa/search/index.html?q=دریا",
}
Scheme = Literal["light", "dark"]


def main() -> None:
    """Take the pictures of the README, or those of all main pages."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        if len(sys.argv) > 1:
            take_all(browser, Path(sys.argv[1]))
        else:
            for name, page in PICTURES.items():
                take(browser, page, IMAGES / f"{name}.png", width=360, height=720)
        browser.close()


def take_all(browser: Browser, folder: Path) -> None:
    """Take every main page at both widths and in both colour schemes."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for name, page in PAGES.items():
        for width, height in ((360, 740), (1280, 900)):
            for scheme in schemes:
                take(browser, page, folder / f"{name}-{width}-{scheme}.png", width=width, height=height, scheme=scheme)


def take(browser: Browser, page: str, file: Path, *, width: int, height: int, scheme: Scheme = "light") -> None:  # noqa: PLR0913  a picture has that many properties
    """Take one page as a reader first sees it."""
    phone = width < height
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if phone else 1,
        is_mobile=phone,
        color_scheme=scheme,
    )
    view = context.new_page()
    path, mark, query = page.partition("?")
    view.goto((SITE / path).as_uri() + mark + query, wait_until="networkidle")
    view.evaluate("document.fonts.ready")
    file.parent.mkdir(parents=True, exist_ok=True)
    view.screenshot(path=file)
    context.close()


if __name__ == "__main__":
    main()
