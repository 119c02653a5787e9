from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.serve import reload
from goftogu.serve.reload import LiveSite
from goftogu.storage.staging import Result

ERROR = Problem("content/interviews/a.md", 3, 7, "T002", Message("label «<b>»"), Message("declare it"))
NOTE = Problem("content/interviews/a.md", 1, 1, "T010", Message("code points"), NO_HINT)
WARNING = Problem("content/interviews/a.md", 2, 1, "V005", Message("nobody speaks of it"), NO_HINT)


@dataclass
class Report:
    problems: Problems = field(default_factory=Problems)
    result: Result | None = field(default_factory=Result)


def changed(*written: str, removed: tuple[str, ...] = ()) -> Report:
    return Report(result=Result(written, 0, removed))


@pytest.fixture
def live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LiveSite:
    monkeypatch.setattr(reload, "_HEARTBEAT", 0.01)
    (tmp_path / "content").mkdir()
    (tmp_path / "output/fa").mkdir(parents=True)
    (tmp_path / "output/fa/a.html").write_text("a", encoding="utf-8")
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    return LiveSite(tmp_path, tmp_path / "output", url="")


def test_the_first_build_is_a_version_and_one_that_changes_nothing_is_not(live: LiveSite) -> None:
    assert (live.version, live.wait("0", "fa/a.html")) == (0, None)
    live.take(Report())
    assert live.version == 1
    live.take(Report())
    assert live.version == 1
    live.take(changed("fa/a.html"))
    live.take(changed(removed=("fa/b.html",)))
    assert live.version == 3


def test_what_was_shown_before_and_is_published_as_it_was_wakes_nobody(live: LiveSite, tmp_path: Path) -> None:
    live.take(Report())
    live.show({"fa/a.html": b"new"})
    assert (live.version, live.shown("fa/a.html"), live.shown("en/a.html")) == (2, b"new", None)
    (tmp_path / "output/fa/a.html").write_bytes(b"new")
    live.take(changed("fa/a.html"))
    assert (live.version, live.shown("fa/a.html")) == (2, None)
    live.show({"fa/a.html": b"newer"})
    assert live.version == 3
    live.take(changed("fa/a.html", "fa/index.html"))  # published as something else than what was shown
    assert (live.wait("3", "fa/a.html"), live.wait("3", "fa/index.html")) == (True, True)


def test_an_edit_that_was_taken_back_before_it_was_published_is_told(live: LiveSite) -> None:
    live.take(Report())
    live.show({"fa/a.html": b"new"})
    live.take(Report())  # the build has read the file as it was before
    assert (live.shown("fa/a.html"), live.wait("2", "fa/a.html"), live.wait("2", "fa/b.html")) == (None, True, None)


def test_what_is_shown_as_it_is_published_wakes_nobody(live: LiveSite) -> None:
    live.take(Report())
    live.show({"fa/a.html": b"a"})
    assert (live.version, live.wait("1", "fa/a.html")) == (1, None)
    live.show({"fa/a.html": b"b"})
    live.show({"fa/a.html": b"b"})
    assert (live.version, live.wait("1", "fa/a.html"), live.wait("2", "fa/a.html")) == (2, True, None)


def test_what_faults_hide_wakes_nobody(live: LiveSite) -> None:
    live.take(Report(Problems([ERROR]), None))
    live.show({"fa/a.html": b"new"})
    assert (live.version, live.wait("1", "fa/a.html")) == (1, None)
    live.take(changed("fa/a.html"))
    assert (live.version, live.wait("1", "fa/a.html")) == (2, True)


def test_only_pages_that_have_changed_are_told(live: LiveSite) -> None:
    live.take(Report())
    live.take(changed("fa/index.html", "fa/search/d1.js", removed=("fa/b.html",)))
    pages = ("fa/index.html", "fa/b.html", "fa/a.html")
    assert [live.wait("1", page) for page in pages] == [True, True, None]
    assert live.wait("2", "fa/index.html") is None


@pytest.mark.parametrize("what", ["style", "faults"])
def test_what_all_pages_share_is_told_to_all(live: LiveSite, what: str) -> None:
    live.take(Report())
    live.take(changed("static/site.css") if what == "style" else Report(Problems([ERROR]), None))
    assert live.wait("1", "fa/a.html") is True


def test_faults_are_those_of_a_build_that_published_nothing(live: LiveSite) -> None:
    seen = []
    for report in (
        Report(Problems([WARNING, NOTE])),
        Report(Problems([WARNING, ERROR, NOTE, ERROR]), None),
        Report(Problems([ERROR, WARNING]), None),
        Report(),
    ):
        live.take(report)
        seen.append((list(live.faults), live.version))
    assert seen == [([], 1), ([WARNING, ERROR], 2), ([WARNING, ERROR], 2), ([], 3)]


def test_errors_are_told_even_if_something_was_published(live: LiveSite) -> None:
    live.take(Report(Problems([ERROR])))
    assert live.faults == (ERROR,)


def test_a_page_waits_for_another_version_than_its_own(live: LiveSite) -> None:
    live.take(Report())
    assert live.wait("0", "fa/a.html") is True
    assert live.wait("1", "fa/a.html") is None
    assert live.wait("nonsense", "fa/a.html") is True
    assert live.wait("2", "fa/a.html") is True  # of an earlier server
    live.close()
    assert live.wait("1", "fa/a.html") is False


@pytest.mark.parametrize("event", ["take", "show", "close"])
def test_a_waiting_page_is_woken(live: LiveSite, monkeypatch: pytest.MonkeyPatch, event: str) -> None:
    monkeypatch.setattr(reload, "_HEARTBEAT", 60)
    live.take(Report())
    answers: list[bool | None] = []
    waiting = threading.Thread(target=lambda: answers.append(live.wait("1", "x")))
    waiting.start()
    {"take": lambda: live.take(changed("x")), "show": lambda: live.show({"x": b""}), "close": live.close}[event]()
    waiting.join(30)
    assert answers == [event != "close"]


def test_only_files_of_the_site_are_found(live: LiveSite, tmp_path: Path) -> None:
    (tmp_path / "output/link").symlink_to(tmp_path / "secret")
    assert live.find("fa/a.html") == (tmp_path / "output/fa/a.html").resolve()
    assert live.find("fa") == (tmp_path / "output/fa").resolve()
    assert live.find("") == (tmp_path / "output").resolve()
    for path in ("../secret", "fa/../../secret", "link", str(tmp_path / "secret"), "gone.html", "fa/\0", "a" * 5000):
        assert live.find(path) is None, path


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("", "/"),
        ("https://example.org", "/"),
        ("https://example.org/talks/", "/talks/"),
        ("https://example.org/%D8%A8%D8%A7%D8%BA/", "/باغ/"),
    ],
)
def test_the_base_is_that_of_the_settings_as_they_are_now(live: LiveSite, tmp_path: Path, url: str, base: str) -> None:
    assert live.base == "/"
    (tmp_path / "content/site.toml").write_text(f'url = "{url}"\n' if url else "", encoding="utf-8")
    live.take(Report())
    assert live.base == base


def test_an_address_on_the_command_line_is_the_one_that_is_served(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text('url = "https://example.org/old/"\n', encoding="utf-8")
    served = {url: LiveSite(tmp_path, tmp_path / "output", url) for url in ("", "https://example.org/new/")}
    for live in served.values():
        live.take(Report())
    assert [live.base for live in served.values()] == ["/old/", "/new/"]
