"""Texts that try to run, in a real browser and without a content security policy: nothing fires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests import hostile
from tests.browsing import MARKS, launched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TRAP: Final = """
window.fired = [];
for (const name of ["alert", "confirm", "prompt", "print", "msgbox"])
  window[name] = value => { window.fired.push(`${name} ${value}`); };
"""
PROVOKE: Final = """
() => {
  const events = ["click", "mouseover", "mouseenter", "focus", "toggle", "error", "load", "animationstart", "begin"];
  const stay = event => { if (!/^javascript:/i.test(event.target.closest("a")?.href ?? "")) event.preventDefault(); };
  document.addEventListener("click", stay);
  for (const element of document.body.querySelectorAll("*"))
    for (const name of events)
      element.dispatchEvent(new Event(name, {bubbles: true, cancelable: true}));
  return window.fired;
}
"""
LIVE: Final = """() => [...document.querySelectorAll("script, iframe, object, embed, form, base, svg, math, style, *")]
  .filter(element => [...element.attributes].some(({name}) => name.startsWith("on"))
    || /^(javascript|data|vbscript|file):/i.test(element.getAttribute("href") ?? element.getAttribute("action") ?? "")
    || (element.matches("iframe, object, embed, form:not(.seek), base, math, body *:is(script, style)")))
  .map(element => element.outerHTML.slice(0, 200))"""
FRAMES: Final = '<!doctype html><meta charset="utf-8"><title>x</title>{}'
NAMES: Final = [hostile.name(number) for number in range(len(hostile.CORPUS))]
GROUPS: Final = {
    "interviews in both languages": [f"both/{name}.html" for name in NAMES],
    "interviews in one language": [f"{('fa', 'en')[number % 2]}/{name}.html" for number, name in enumerate(NAMES)],
    "topics": [f"{('fa', 'en')[number % 2]}/topics/{name}.html" for number, name in enumerate(NAMES)],
    "downloads": [f"data/{name}.html" for name in NAMES],
    "lists": [
        "index.html",
        "404.html",
        *(f"{language}/{name}.html" for language in ("fa", "en") for name in ("index", "about", "people/index")),
        *(f"{language}/{name}/index.html" for language in ("fa", "en") for name in ("interviews", "topics")),
    ],
}

pytestmark = MARKS


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched("--allow-file-access-from-files") as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Render the pages and downloads of the whole corpus."""
    target = tmp_path_factory.mktemp("site")
    archive = hostile.read(hostile.write(tmp_path_factory.mktemp("hostile")))
    pages = ((path, page.encode()) for path, page in archive.rendered().items())
    for path, data in (*pages, *archive.downloads()):
        if path.endswith(".html"):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(data)
    return target


def found(folder: Path, paths: Sequence[str], browser: Browser) -> tuple[list[str], list[str]]:
    """Load pages in frames of one page; return what fired in them and what in them could fire."""
    door = folder / "frames.html"
    frames = "".join(f'<iframe src="{path}"></iframe>' for path in paths)
    door.write_text(FRAMES.format(frames), encoding="utf-8")
    context = browser.new_context(bypass_csp=True, offline=True)
    context.add_init_script(TRAP)
    page = context.new_page()
    page.goto(door.as_uri())
    inner = [frame for frame in page.frames if frame is not page.main_frame]
    assert len(inner) == len(paths)
    live = [item for frame in inner for item in frame.evaluate(LIVE)]
    fired = [item for frame in inner for item in frame.evaluate(PROVOKE)]
    context.close()
    return fired, live


def test_the_trap_works(tmp_path: Path, browser: Browser) -> None:
    for number, text in enumerate(("<img src=x onerror=alert(1)>", "<a href='javascript:alert(2)'>x</a>", "<p>x")):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><title>x</title>{text}", encoding="utf-8")
    fired, live = found(tmp_path, ["0.html", "1.html", "2.html"], browser)
    assert "alert 1" in fired
    assert len(live) == 2


@pytest.mark.parametrize("group", GROUPS)
def test_nothing_fires(group: str, folder: Path, browser: Browser) -> None:
    assert found(folder, GROUPS[group], browser) == ([], [])
