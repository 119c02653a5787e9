"""A small archive for reviewers, and the workbench at work on it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from goftogu.problems import Problems
from goftogu.serve.review import server as review_server
from goftogu.serve.review.answers import WorkbenchAnswers
from goftogu.serve.review.desk import Desk
from goftogu.serve.review.guard import HEADER
from goftogu.serve.review.refresh import Refresher
from goftogu.serve.review.server import WorkbenchServer
from goftogu.translation.corrections import Correction
from tests import sites
from tests.browsing import until

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

MEMORY: Final = "content/translations/en/mill.po"
TRANSCRIPT: Final = "content/interviews/mill.md"
WORDS: Final = ("گندم", "جو", "آب", "سنگ", "چوب", "باد", "نان", "ارزن", "آرد", "کیسه", "الاغ", "راه")
ENGLISH: Final = (
    "wheat", "barley", "water", "stone", "wood", "wind", "bread", "millet", "flour", "sack", "donkey", "road",
)  # fmt: skip

_HEAD: Final = """\
---
title: آسیاب کهنه
speakers:
  پرسشگر: {role: interviewer}
  مریم احمدی: {role: interviewee, person: ahmadi}
media:
  - {file: mill.wav}
---
"""
_PO: Final = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"""


def make(folder: Path, turns: int = 24) -> Path:
    """Make an archive with an interview of some turns; those with even numbers are answers, all have machine English.

    Args:
        folder: An empty folder.
        turns: How many turns there are.
    """
    root = sites.make(folder)
    texts = [_turn(number) for number in range(1, turns + 1)]
    (root / TRANSCRIPT).write_text(_HEAD + "\n".join(texts), encoding="utf-8")
    (root / MEMORY).parent.mkdir(parents=True)
    entries = [entry(f"t{number}.1", persian(number), english(number)) for number in range(1, turns + 1)]
    (root / MEMORY).write_text("\n".join([_PO, *entries]), encoding="utf-8")
    return root


def persian(number: int) -> str:
    """Return what is said in a turn."""
    word = WORDS[number % len(WORDS)]
    return f"آسیاب {number} را با {word} چه کردید؟" if number % 2 else f"ما {word} را به آسیاب بردیم."


def english(number: int) -> str:
    """Return its English."""
    word = ENGLISH[number % len(ENGLISH)]
    return f"What did you do with mill {number} and the {word}?" if number % 2 else f"We took the {word} to the mill."


def entry(unit: str, source: str, target: str, *notes: str) -> str:
    """Return an entry of a memory that an engine has made."""
    told = "".join(f"#. {note}\n" for note in ("origin: argos translate-fa_en 1.5", *notes))
    return f'{told}#, fuzzy\nmsgctxt "{unit}"\nmsgid "{source}"\nmsgstr "{target}"\n'


def desk(root: Path, name: str = "mill") -> Desk:
    """Open an interview of an archive."""
    found = Refresher(root, jobs=0).archive.desk(name, Problems())
    assert found is not None
    return found


def stray(root: Path) -> str:
    """Put a PO file of the wrong language beside the interview, with Persian for its Persian; return its path."""
    path = "content/translations/fa/mill.po"
    (root / path).parent.mkdir()
    (root / path).write_text(_PO + "\n" + entry("t2.1", persian(2), "گندم را بردیم."), encoding="utf-8")
    return path


def rewrite(root: Path, path: str, before: str, after: str) -> None:
    """Replace some words of a file, once, as another program does."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(before) == 1
    (root / path).write_text(text.replace(before, after), encoding="utf-8")


def looked(root: Path) -> Refresher:
    """Return what keeps the list of an archive, after it has looked at everything once."""
    found = Refresher(root, jobs=1)
    found.refresh()
    return found


def _turn(number: int) -> str:
    speaker = "پرسشگر" if number % 2 else "مریم احمدی"
    return f'{speaker}: {persian(number)}\n{{: #t{number} time="0:{number // 60:02}:{number % 60:02}" }}\n'


@dataclass(frozen=True)
class Workbench:
    """A workbench that runs.

    Attributes:
        server: The server.
        refresher: What keeps its list.
        root: The archive.
    """

    server: WorkbenchServer
    refresher: Refresher
    root: Path

    @property
    def token(self) -> str:
        """The token of the server."""
        return self.server.guard.token

    def get(self, name: str, **query: str) -> Any:
        """Return what the server answers to a question of its page."""
        return self._asked(f"{name}?{urlencode(query)}", None)

    def post(self, name: str, value: object) -> Any:
        """Return what the server answers when its page sends something."""
        return self._asked(name, json.dumps(value).encode())

    def _asked(self, path: str, body: bytes | None) -> Any:
        origin = f"http://127.0.0.1:{self.server.server_port}"
        headers = {HEADER: self.token, "Origin": origin, "Content-Type": "application/json"}
        with urlopen(Request(f"{origin}/api/{path}", body, headers), timeout=60) as answer:  # noqa: S310  this machine
            return json.load(answer)


@contextmanager
def running(root: Path, by: str = "", port: int = 0, letters: Sequence[Correction] = ()) -> Iterator[Workbench]:
    """Let a workbench run whose list is complete."""
    refresher = looked(root)
    server = WorkbenchServer(WorkbenchAnswers(refresher, by, letters), port)
    with review_server.running(server, refresher):
        yield Workbench(server, refresher, root)


def opened(window: BrowserContext, bench: Workbench, query: str = "") -> Page:
    """Open a workbench in a window of a browser."""
    page = window.new_page()
    page.goto(bench.server.address.replace("/#", f"/{query}#"))
    page.wait_for_selector(".unit.current")
    return page


def at(page: Page, unit: str) -> None:
    """Wait until a paragraph is in hand and has the focus."""
    until(
        page,
        "(unit) => document.activeElement.matches('.unit.current') && document.activeElement.dataset.unit === unit",
        arg=unit,
    )


def retype(page: Page, words: str) -> None:
    """Type an English in the place of the one in hand."""
    page.keyboard.press("e")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(words)


def says(page: Page, words: str) -> None:
    """Wait until the workbench says some words."""
    until(page, "(words) => document.querySelector('#status').textContent.includes(words)", arg=words)


def settled(page: Page) -> None:
    """Wait until the server has answered to every decision."""
    until(page, "() => !Object.keys(localStorage).some((key) => key.includes('-sent-'))")
