"""The server: what it sends, what it refuses, and that it tells the pages of a new build."""

from __future__ import annotations

import errno
import http.client
import re
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
import watchfiles

from goftogu import terminal
from goftogu.build.templates import default
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.serve import local, reload
from goftogu.serve import server as serve_server
from goftogu.serve.reload import Preview, ServerWork
from goftogu.storage.staging import Result

ERROR = Problem("content/interviews/a.md", 3, 7, "T002", Message("label «<b>»"), Message("declare it"))
NOTE = Problem("content/interviews/a.md", 1, 1, "T010", Message("code points"), NO_HINT)


@dataclass
class Report:
    problems: Problems = field(default_factory=Problems)
    result: Result | None = field(default_factory=Result)


EVENTS = f"{serve_server.EVENTS}?page=index.html&after="
CHANGED = Report(result=Result(("index.html",), 1, ()))
FAILED = Report(Problems([ERROR, NOTE]), None)


def unbuilt(_: Preview, __: Iterable[Path]) -> Report:
    pytest.fail("it was built")


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: str


class Running:
    """A server that runs beside the test, and the builds that it is given."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root = root
        self.output = output
        self.said: Queue[str] = Queue()
        self.changes: Queue[Report | None] = Queue()
        self.ended: Queue[int] = Queue()
        self.port = 0
        self.show: Preview = lambda _: None

    def get(self, path: str, method: str = "GET", host: str | None = None) -> Answer:
        connection = http.client.HTTPConnection(local.HOST, self.port, timeout=30)
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        found = Answer(answer.status, answer.headers, answer.read().decode())
        connection.close()
        return found

    def version(self) -> str:
        found = re.search(r"after=(\d+)", self.get("/archive/").body)
        assert found
        return found[1]


@contextmanager
def running(root: Path, output: Path, first: Report, patch: pytest.MonkeyPatch) -> Iterator[Running]:
    server = Running(root, output)
    patch.setattr(terminal, "say", server.said.put)
    reports = Queue[Report]()
    reports.put(first)

    def changes(_: Path) -> Iterator[list[Path]]:
        while (report := server.changes.get(timeout=30)) is not None:
            reports.put(report)
            yield [root]

    def build(show: Preview, _: Iterable[Path]) -> Report:
        server.show = show
        return reports.get()

    patch.setattr(serve_server, "changes", changes)
    work = Thread(target=lambda: server.ended.put(serve_server.serve(root, output, ServerWork(build), port=0, url="")))
    work.start()
    try:
        server.port = int(server.said.get(timeout=30).split("/")[2].partition(":")[2])
        yield server
    finally:
        server.changes.put(None)
        work.join(30)
    assert server.ended.get(timeout=30) == 0


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    (root / "content").mkdir(parents=True)
    (root / "content/site.toml").write_text(
        'url = "https://example.org/archive"\n[title]\nfa = "الف"\nen = "a"\n[description]\nfa = "ب"\nen = "b"\n'
    )
    output = root / "output"
    for path, text in {
        "index.html": "<html><body>front page</body></html>",
        "404.html": "not here",
        "fa/index.html": "خانه",
        "fa/گفت‌وگو.html": "Persian name",
        "fa/باغ/index.html": "a folder with a Persian name",
        "fa/empty/keep.txt": "",
        "static/site.css": "body { }",
        "data/a.bin": "data",
    }.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    (root / "secret.txt").write_text("secret")
    (output / "way-out.txt").symlink_to(root / "secret.txt")
    return root


@pytest.fixture
def server(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    with running(site, site / "output", CHANGED, monkeypatch) as found:
        yield found


def test_the_site_is_served_under_its_path(server: Running) -> None:
    answer = server.get("/archive/")
    assert answer.status == 200
    assert answer.body.startswith("<html><body>front page<script src=")
    assert answer.body.endswith("</script></body></html>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/", "/archive/"),
        ("/archive", "/archive/"),
        ("/archive/fa", "/archive/fa/"),
        ("/archive/fa/%D8%A8%D8%A7%D8%BA", "/archive/fa/%D8%A8%D8%A7%D8%BA/"),
    ],
)
def test_a_folder_leads_to_its_page(server: Running, path: str, target: str) -> None:
    answer = server.get(path)
    assert (answer.status, answer.headers["Location"]) == (302, target)


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("fa/", "خانه", "text/html; charset=utf-8"),
        ("fa/index.html?from=search", "خانه", "text/html; charset=utf-8"),
        ("fa/%DA%AF%D9%81%D8%AA%E2%80%8C%D9%88%DA%AF%D9%88.html", "Persian name", "text/html; charset=utf-8"),
        ("static/site.css", "body { }", "text/css; charset=utf-8"),
        ("data/a.bin", "data", "application/octet-stream"),
    ],
)
def test_files_have_their_type(server: Running, path: str, text: str, kind: str) -> None:
    answer = server.get(f"/archive/{path}")
    assert answer.status == 200
    assert answer.body.partition("<script")[0] == text
    assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/archive/gone.html", "/archive/../secret.txt", "/archive/%2e%2e/secret.txt", "/archive/..%2fsecret.txt",
        "/archive//etc/passwd", "/archive/%00", f"/archive/{'x' * 300}", "/archive/way-out.txt", "/elsewhere",
        "/archive/fa/empty/", "/archive/index.html/", "/archivefa/index.html",
    ],
)  # fmt: skip
def test_what_is_not_in_the_site_is_not_there(server: Running, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.body.startswith("not here")


def test_without_a_page_for_it_a_missing_address_is_still_answered(server: Running) -> None:
    (server.output / "404.html").unlink()
    assert "nothing here" in server.get("/archive/gone.html").body


def test_head_sends_no_body(server: Running) -> None:
    answer = server.get("/archive/static/site.css", "HEAD")
    assert (answer.status, answer.body, answer.headers["Content-Length"]) == (200, "", "8")


def test_another_host_name_is_refused(server: Running) -> None:
    assert server.get("/archive/", host="evil.example:8000").status == 421
    assert server.get("/archive/", host=f"localhost:{server.port}").status == 200


def test_the_files_stay_as_they_are(server: Running) -> None:
    server.get("/archive/")
    assert (server.output / "index.html").read_text() == "<html><body>front page</body></html>"
    assert "EventSource" in server.get(serve_server.SCRIPT).body


def test_a_page_is_told_of_a_new_build(server: Running) -> None:
    before = server.version()
    server.changes.put(CHANGED)
    answer = server.get(f"{EVENTS}{before}")
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.body == "data: reload\n\n"
    assert server.version() != before


def test_a_page_that_is_made_is_shown_before_its_build_is_done(server: Running) -> None:
    before, file = server.version(), server.output / "fa/index.html"
    server.show({"fa/index.html": "خانهٔ نو".encode()})
    events = EVENTS.replace("index.html", "fa%2Findex.html")
    assert server.get(f"{events}{before}").body == "data: reload\n\n"
    assert server.get("/archive/fa/index.html").body.startswith("خانهٔ نو<script")
    assert server.get("/fa/index.html").status == 404
    early = server.version()
    file.write_text("خانهٔ نو", encoding="utf-8")
    server.changes.put(Report(result=Result(("fa/index.html",), 1, ())))
    server.changes.put(CHANGED)
    server.get(f"{EVENTS}{early}")
    assert server.get("/archive/fa/index.html").body.startswith("خانهٔ نو<script")
    assert int(server.version()) == int(early) + 1  # the first of the two had nothing new to tell


def test_a_page_asks_for_news_of_itself(server: Running) -> None:
    for path, place in (("/archive/", "index.html"), ("/archive/fa/", "fa%2Findex.html"), ("/archive/a%26b", "a%26b")):
        assert f'after={server.version()}&amp;page={place}" defer' in server.get(path).body


def test_pages_of_a_build_that_fails_give_way_to_its_errors(server: Running) -> None:
    server.show({"fa/index.html": b"new"})
    before = server.version()
    server.changes.put(FAILED)
    server.get(f"{EVENTS}{before}")
    assert server.get("/archive/fa/index.html").status == 500
    assert server.get("/archive/").status == 500


def test_a_page_of_an_older_server_is_told_at_once(server: Running) -> None:
    assert server.get(f"{EVENTS}77").body == "data: reload\n\n"


def test_a_build_that_changes_nothing_is_not_told(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    before = server.version()
    monkeypatch.setattr(reload, "_HEARTBEAT", 0.01)
    server.changes.put(Report(Problems([NOTE])))
    server.changes.put(CHANGED)
    assert server.get(f"{EVENTS}{before}").body.endswith("data: reload\n\n")
    assert int(server.version()) == int(before) + 1


def test_errors_take_the_place_of_every_page_until_they_are_gone(server: Running) -> None:
    before = server.version()
    server.changes.put(FAILED)
    server.get(f"{EVENTS}{before}")
    answer = server.get("/archive/fa/index.html")
    assert answer.status == 500
    assert "<code>content/interviews/a.md:3:7</code> <strong>T002</strong>" in answer.body
    assert "label «&lt;b&gt;»" in answer.body
    assert "T010" not in answer.body
    assert "<script src=" in answer.body
    assert server.get("/archive/static/site.css").status == 200
    failed = server.version()
    server.changes.put(Report())
    server.get(f"{EVENTS}{failed}")
    assert server.get("/archive/fa/index.html").status == 200


def test_a_waiting_page_is_sent_away_when_the_server_ends(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(site, site / "output", CHANGED, monkeypatch) as server:
        connection = http.client.HTTPConnection(local.HOST, server.port, timeout=30)
        connection.request("GET", f"{EVENTS}{server.version()}")
        waiting = connection.getresponse()
        server.changes.put(None)
        assert waiting.read() == b""
        connection.close()


def test_a_page_that_went_away_is_forgotten(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reload, "_HEARTBEAT", 0.01)
    ended = Event()
    wait: Callable[..., Any] = serve_server._SiteHandler._wait

    def watched(handler: serve_server._SiteHandler, asked: dict[str, str]) -> None:
        try:
            wait(handler, asked)
        except ConnectionError:
            ended.set()
            raise

    monkeypatch.setattr(serve_server._SiteHandler, "_wait", watched)
    request = f"GET {EVENTS}{server.version()} HTTP/1.0\r\nHost: localhost:1\r\n\r\n"
    with socket.create_connection((local.HOST, server.port)) as connection:
        connection.sendall(request.encode())
    assert ended.wait(30)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", (200, "0123456789", None)),
        ("bytes=2-4", (206, "234", "bytes 2-4/10")),
        ("bytes=-3", (206, "789", "bytes 7-9/10")),
        ("bytes=4-2", (200, "0123456789", None)),
        ("bytes=10-", (416, "", "bytes */10")),
    ],
)
def test_a_recording_is_sent_in_parts(
    server: Running, site: Path, asked: str, expected: tuple[int, str, str | None]
) -> None:
    status, sent, told = expected
    (site / "output/media").mkdir()
    (site / "output/media/a.mp3").write_text("0123456789")
    connection = http.client.HTTPConnection(local.HOST, server.port, timeout=30)
    for method, body in (("GET", sent), ("HEAD", "")):
        connection.request(method, "/archive/media/a.mp3", headers={"Range": asked} if asked else {})
        answer = connection.getresponse()
        assert (answer.status, answer.read().decode()) == (status, body)
        assert answer.headers["Content-Range"] == told
        assert answer.headers["Content-Length"] == str(len(sent))
        if status != 416:
            assert (answer.headers["Content-Type"], answer.headers["Accept-Ranges"]) == ("audio/mpeg", "bytes")
    connection.close()


def test_without_a_usable_address_the_site_is_at_the_root(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "content/site.toml").unlink()
    with running(site, site / "output", CHANGED, monkeypatch) as server:
        assert server.get("/fa/index.html").status == 200
        assert server.get("/").status == 200


def test_a_port_that_is_taken_is_a_problem(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Problem] = []
    monkeypatch.setattr(terminal, "show_problems", shown.extend)
    with socket.create_server((local.HOST, 0)) as taken:
        port = taken.getsockname()[1]
        assert serve_server.serve(site, site / "output", ServerWork(unbuilt), port=port, url="") == 1
    assert [problem.code for problem in shown] == ["W007"]
    assert "--port" in shown[0].hint
    shown.clear()

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(serve_server, "LocalServer", refuse)
    assert serve_server.serve(site, site / "output", ServerWork(unbuilt), port=80, url="") == 1
    assert str(shown[0]) == "W007 port 80: Permission denied"


def test_content_and_templates_are_watched(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = watching(monkeypatch, [{"a.md"}, set(), {"b.md"}])
    assert list(serve_server.changes(site)) == [[Path("a.md")], [], [Path("b.md")]]
    assert watched == [(site / "content", default())]


def test_templates_that_come_and_go_are_noticed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = watching(monkeypatch, [set(), set()], [{"a.md"}, set()], [set()])
    own, changes = site / "templates", serve_server.changes(site)
    monkeypatch.setattr(watchfiles, "watch", meanwhile(watchfiles.watch, [own.mkdir, own.rmdir, lambda: None]))
    ours = [site / "content", default()]
    with_own = [site / "content", own, default()]
    assert list(changes) == [with_own, [*ours, Path("a.md")], []]
    assert watched == [tuple(ours), tuple(with_own), tuple(ours)]


def test_when_nothing_changes_that_is_told_after_a_moment(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_server, "_LOOK", 20)
    told: Queue[list[Path]] = Queue()
    Thread(target=lambda: told.put(next(serve_server.changes(site))), daemon=True).start()
    assert told.get(timeout=30) == []


def watching(monkeypatch: pytest.MonkeyPatch, *rounds: list[set[str]]) -> list[tuple[Path, ...]]:
    """Let the watch find some changes, round by round; return the folders that are watched in each."""
    watched, waiting = list[tuple[Path, ...]](), iter(rounds)

    def watch(*folders: Path, **_: object) -> Iterator[set[tuple[int, str]]]:
        watched.append(folders)
        return ({(1, name) for name in names} for names in next(waiting))

    monkeypatch.setattr(watchfiles, "watch", watch)
    return watched


def meanwhile(watch: Callable[..., Any], deeds: list[Callable[[], object]]) -> Callable[..., object]:
    """Let something happen in each round of a watch, before it finds a change."""
    waiting = iter(deeds)

    def later(*folders: Path, **options: object) -> object:
        found = watch(*folders, **options)
        next(waiting)()
        return found

    return later


def test_a_real_change_is_noticed_and_ctrl_c_ends_the_server(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "say", lambda _: None)
    noticed = Event()
    builds: list[list[Path]] = []

    def build(_: Preview, changed: Iterable[Path]) -> Report:
        builds.append(list(changed))
        if len(builds) > 1:
            noticed.set()
            raise KeyboardInterrupt
        return Report()

    ended: Queue[int] = Queue()
    given = ServerWork(build)
    work = Thread(target=lambda: ended.put(serve_server.serve(site, site / "output", given, port=0, url="")))
    work.start()
    for number in range(600):
        (site / "content/note.md").write_text(str(number))
        if noticed.wait(0.05):
            break
    work.join(30)
    assert ended.get(timeout=30) == 0
    assert [[path.name for path in changed] for changed in builds] == [[], ["note.md"]]


def test_ctrl_c_in_the_moment_in_which_the_address_is_said_ends_it_in_order(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(_: Message) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(terminal, "say", say)
    assert serve_server.serve(site, site / "output", ServerWork(lambda *_: Report()), port=0, url="") == 0


def test_the_page_of_the_faults_names_the_command_as_it_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "command", lambda: "python -m goftogu")
    page = serve_server._faults_page(
        (Problem("a.md", 1, 1, "T009", Message("<none>"), Message("run: {goftogu} stamp")),)
    ).decode()
    assert "run: python -m goftogu stamp" in page
    assert "&lt;none&gt;" in page


def test_nothing_that_a_fault_says_is_markup_of_the_page() -> None:
    fault = Problem("content/<i>&.md", 2, 1, "T009", Message("“<b>” & more"), Message("write &lt; or <u>"))
    page = serve_server._faults_page((fault,)).decode()
    assert "<code>content/&lt;i&gt;&amp;.md:2:1</code>" in page
    assert '<span dir="auto">“&lt;b&gt;” &amp; more</span> <em dir="auto">write &amp;lt; or &lt;u&gt;</em>' in page


def test_the_page_of_errors_is_in_the_language_of_the_program() -> None:
    fault = Problem(
        "content/site.toml", 3, 1, "C003", Message("“{name}” is missing in {of}", name="url", of="site"), NO_HINT
    )
    english = serve_server._faults_page((fault,)).decode()
    assert '<html lang="en" dir="ltr">' in english
    assert "<h1>The build has errors</h1>" in english
    language.choose(language.PERSIAN)
    page = serve_server._faults_page((fault,)).decode()
    assert '<html lang="fa" dir="rtl">' in page
    assert "<h1>سایت ساخته نشد</h1>" in page
    assert '<code>content/site.toml:3:1</code> <strong>C003</strong> <span dir="auto">«url» در site نیست</span>' in page


def test_a_second_without_a_change_is_a_rest_and_no_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "say", lambda _: None)
    monkeypatch.setattr(serve_server, "changes", lambda _: iter([[], [Path("a.md")], []]))
    done: list[object] = []

    def build(_: Preview, changed: Iterable[Path]) -> Report:
        done.append(list(changed))
        return Report()

    work = ServerWork(build, lambda: done.append("rest"))
    assert serve_server.serve(site, site / "output", work, port=0, url="") == 0
    assert done == [[], "rest", [Path("a.md")], "rest"]
