"""The wait for the page under edit, measured on the server as it is."""

from __future__ import annotations

import subprocess
import sys
from email.message import Message
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError

import pytest

from bench import corpus, serving
from bench.words import PERSIAN, TOPICS

PAGE = "http://127.0.0.1:1/oral-history/fa/a.html"


def process(script: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", script])


def test_the_words_are_in_no_interview() -> None:
    assert not {*serving.WORDS} & {*PERSIAN, *(corpus.topic_word(topic) for topic in range(len(TOPICS)))}
    assert len(serving.WORDS) > 1


def test_the_server_is_measured_and_the_interview_put_back(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    corpus.write(root, 1)
    file = root / "content/interviews/interview-00000.md"
    text = file.read_text(encoding="utf-8")
    (wait,) = serving.measure(root, root / "output", 1)
    assert wait > 0
    assert file.read_text(encoding="utf-8") == text
    assert [path.name for path in root.glob("*.md")] == []
    (page,) = (root / "output/fa").rglob("interview-00000*.html")
    assert serving.WORDS[0] not in page.read_text(encoding="utf-8")


def test_the_address_is_what_the_server_says(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("0 written\nhttp://127.0.0.1:4711/oral-history/ (Ctrl-C ends it)\n", encoding="utf-8")
    with process("input()") as server:
        assert serving.address_in(log, server) == "http://127.0.0.1:4711/oral-history/"
        server.kill()


def test_a_server_that_ends_is_heard(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("error: W007 the port is taken\n", encoding="utf-8")
    with process("pass") as server, pytest.raises(SystemExit, match="W007"):
        serving.address_in(log, server)


def test_a_page_that_stays_old_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "content/interviews/a.md"
    file.parent.mkdir(parents=True)
    monkeypatch.setattr(serving, "_LONGEST", 0.05)
    monkeypatch.setattr(serving, "_read", lambda _: "old")
    with pytest.raises(SystemExit, match=f"{PAGE} is old after"):
        serving._wait(PAGE, "آبگینه", file, "text")
    assert file.read_text(encoding="utf-8") == "text"


def test_problems_end_the_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(address: str) -> None:
        raise HTTPError(address, 500, "", Message(), BytesIO(b"<h1>The build has errors</h1>"))

    monkeypatch.setattr(serving, "urlopen", refuse)
    with pytest.raises(SystemExit, match="The build has errors"):
        serving._read(PAGE)


def test_a_page_is_asked_for_until_it_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "content/interviews/a.md"
    file.parent.mkdir(parents=True)
    answers = iter(["old", "old", "the آبگینه is here"])
    monkeypatch.setattr(serving, "_read", lambda _: next(answers))
    assert serving._wait(PAGE, "آبگینه", file, "text") > 0
    assert next(answers, None) is None


def test_the_server_is_left_in_peace_until_it_and_its_workers_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    used = iter([0.0, 1.0, 5.0, 2.0, 2.01, 9.0])  # a worker that has ended takes its seconds along
    monkeypatch.setattr(serving, "_QUIET", 0)
    monkeypatch.setattr(serving, "descendants", lambda _: {8, 9})
    monkeypatch.setattr(serving, "cpu_of", lambda pids: next(used) if pids == {7, 8, 9} else 0)
    serving._rest(7)
    assert next(used) == 9.0
