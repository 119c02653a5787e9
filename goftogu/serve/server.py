"""A local server: builds the site, serves it on this machine, and builds again on every change.

It listens on 127.0.0.1 only and serves under the path that the site will have, so that a link that works here works on
the published site. Every page gets one script that reloads it after a build; it is added on the way and is in no
file. As long as the build has errors, each page is replaced by the list of them, for the last good site would hide that
it is old.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from string import Template
from threading import Thread
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from goftogu import terminal, urls
from goftogu.build import templates
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.problems import Problem
from goftogu.serve import local
from goftogu.serve.local import HOST, LocalHandler, LocalServer
from goftogu.serve.reload import LiveSite, ServerWork

SCRIPT: Final = "/.goftogu/reload.js"
EVENTS: Final = "/.goftogu/events"

_LOOK: Final = 1000
"""Milliseconds between two looks for a new folder of templates."""
_FRESH: Final = {"Cache-Control": "no-store"}
_RELOAD: Final = f"""\
const reload = new EventSource("{EVENTS}" + new URL(document.currentScript.src).search);
reload.onmessage = () => location.reload();
""".encode()
_FAULTS: Final = Template("""<!DOCTYPE html>
<html lang="$language" dir="$direction">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
h1 { color: #a00 } li { margin-block: 1rem } code { unicode-bidi: isolate }
</style>
<h1>$title</h1>
<p>$text</p>
<ol>
$items
</ol>
""")
_TITLE: Final = Message("The build has errors")
_TEXT: Final = Message(
    "Nothing was published: the site is as it was before. This page goes away by itself when they are corrected."
)
_FAULT: Final = Template(
    '<li><code>$place</code> <strong>$code</strong> <span dir="auto">$message</span> <em dir="auto">$hint</em>'
)


def serve(root: Path, output: Path, work: ServerWork, *, port: int, url: str) -> int:
    """Build, serve, and build again on every change until the person stops it.

    Args:
        root: The project's folder.
        output: The folder of the site.
        work: What is done at every change, and without one.
        port: Port on 127.0.0.1; 0 takes any that is free.
        url: Address of the site, in place of that of ``site.toml``.

    Returns:
        The exit code.
    """
    site = LiveSite(root, output, url)
    try:
        server = LocalServer((HOST, port), partial(_SiteHandler, site))
    except OSError as error:
        terminal.show_problems([local.refused(port, error)])
        return 1
    with server:
        site.take(work.build(site.show, ()))
        Thread(target=server.serve_forever, args=(local.POLL,), daemon=True).start()
        with suppress(KeyboardInterrupt):
            terminal.say(
                Message("{address} (Ctrl-C ends it)", address=f"http://{HOST}:{server.server_port}{quote(site.base)}")
            )
            for changed in changes(root):
                if changed:
                    site.take(work.build(site.show, changed))
                else:
                    work.rest()
        site.close()
        server.shutdown()
    return 0


def changes(root: Path) -> Iterator[list[Path]]:
    """Yield the files of every change of the content or the templates, and nothing after a second without one.

    When a folder of templates comes or goes, it is all folders that have changed.
    """
    from watchfiles import watch  # noqa: PLC0415  only the server needs it

    while True:
        watched = _watched(root)
        for change in watch(*watched, rust_timeout=_LOOK, yield_on_timeout=True):
            there = _watched(root)
            moved = there if there != watched else []
            yield [*moved, *(Path(path) for _, path in change)]
            if moved:
                break
        else:
            return


def _watched(root: Path) -> list[Path]:
    return [folder for folder in (root / "content", *templates.folders(root)) if folder.is_dir()]


class _SiteHandler(LocalHandler):
    """Answers with a page or a file of the site."""

    timeout = 30
    """Seconds that a connection may be silent; browsers open a new one."""

    def __init__(self, site: LiveSite, *arguments: object) -> None:
        self._site = site
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802  http.server calls it so
        """Send a page, a file, the script, or wait for a change."""
        self._version, self._place = self._site.version, ""
        address = urlsplit(self.path)
        with suppress(ConnectionError):
            if self.headers.get("Host", "").rpartition(":")[0] not in {HOST, "localhost"}:
                self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", ".txt")
            elif address.path == EVENTS:
                self._wait(dict(parse_qsl(address.query)))
            elif address.path == SCRIPT:
                self._send(HTTPStatus.OK, _RELOAD, ".js")
            else:
                self._send_page(unquote(address.path))

    def do_HEAD(self) -> None:  # noqa: N802  http.server calls it so
        """Send what :meth:`do_GET` sends, without the body."""
        self.do_GET()

    def _send_page(self, path: str) -> None:
        base = self._site.base
        if path in {"/", base.rstrip("/")} and path != base:
            self._redirect(base)
            return
        place = self._place = path.removeprefix(base) + (urls.LANDING if path.endswith("/") else "")
        file = self._site.find(place) if path.startswith(base) else None
        if path.startswith(base) and (data := self._site.shown(place)) is not None:
            self._send(HTTPStatus.OK, data, Path(place).suffix)
        elif file is None:
            self._send_missing()
        elif file.is_dir():
            self._redirect(f"{path}/")
        elif local.is_played(file):
            self.send_recording(file)
        else:
            self._send(HTTPStatus.OK, file.read_bytes(), file.suffix)

    def _send_missing(self) -> None:
        file = self._site.find(urls.NOT_FOUND)
        page = file.read_bytes() if file else b"<!DOCTYPE html><title>404</title><p>There is nothing here."
        self._send(HTTPStatus.NOT_FOUND, page, ".html")

    def _redirect(self, path: str) -> None:
        self.send_data(HTTPStatus.FOUND, more={"Location": quote(path)})

    def _send(self, status: HTTPStatus, data: bytes, ending: str) -> None:
        if ending == ".html":
            if self._site.faults:
                status, data = HTTPStatus.INTERNAL_SERVER_ERROR, _faults_page(self._site.faults)
            data = _with_script(data, self._version, self._place)
        self.send_data(status, data, local.kind(ending), _FRESH)

    def _wait(self, asked: Mapping[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        while (found := self._site.wait(asked.get("after", ""), asked.get("page", ""))) is None:
            self.wfile.write(b": nothing yet\n\n")
        if found:
            self.wfile.write(b"data: reload\n\n")


def _with_script(page: bytes, version: int, place: str) -> bytes:
    asked = html.escape(urlencode({"after": version, "page": place}))
    script = f'<script src="{SCRIPT}?{asked}" defer></script>'.encode()
    body, end, rest = page.rpartition(b"</body>")
    return body + script + end + rest if end else page + script


def _faults_page(faults: tuple[Problem, ...]) -> bytes:
    items = (
        _FAULT.substitute(
            place=html.escape(":".join(str(part) for part in (fault.path, fault.line, fault.column) if part)),
            code=fault.code,
            message=html.escape(fault.message),
            hint=html.escape(fault.hint),
        )
        for fault in map(terminal.as_shown, faults)
    )
    return _FAULTS.substitute(
        language=language.chosen(),
        direction="rtl" if language.is_persian() else "ltr",
        title=terminal.as_said(_TITLE),
        text=terminal.as_said(_TEXT),
        items="\n".join(items),
    ).encode()
