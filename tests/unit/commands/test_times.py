from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites

RIVER = "content/interviews/river.md"
HEARD = (
    ("از رودخانه چه به یاد دارید", 3.4),
    ("آب آن زلال بود و می‌شد از آن نوشید", 8.2),
)


def words(*said: tuple[str, float]) -> bytes:
    made = [
        {"word": word, "start": start + place * 0.4, "end": start + place * 0.4 + 0.3}
        for text, start in said
        for place, word in enumerate(text.split())
    ]
    return json.dumps({"segments": [{"start": 0, "end": 99, "text": "", "words": made}]}).encode()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = sites.make(tmp_path / "archive")
    (made / "heard.json").write_bytes(words(*HEARD))
    monkeypatch.chdir(made)
    return made


def run(*options: str) -> int:
    return main(["times", "river", "heard.json", *options])


def test_the_times_are_written_and_nothing_else(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / RIVER).read_text(encoding="utf-8")
    assert run() == 0
    after = (root / RIVER).read_text(encoding="utf-8")
    assert after == before.replace("{: #t1 }", '{: #t1 time="0:00:03" }').replace("{: #t2 }", '{: #t2 time="0:00:08" }')
    assert "2 times" in capsys.readouterr().err
    assert run() == 0
    assert (root / RIVER).read_text(encoding="utf-8") == after
    assert sites.build(root).result is not None


def test_the_interview_may_be_named_as_its_file(root: Path) -> None:
    assert main(["times", "river.md", "heard.json"]) == 0
    assert '{: #t2 time="0:00:08" }' in (root / RIVER).read_text(encoding="utf-8")


def test_who_speaks_from_the_first_second_on_has_its_time(root: Path) -> None:
    (root / "heard.json").write_bytes(words((HEARD[0][0], 0.2), HEARD[1]))
    assert run() == 0
    assert '{: #t1 time="0:00:00" }' in (root / RIVER).read_text(encoding="utf-8")


def test_a_turn_without_an_id_gets_one_and_line_ends_stay(root: Path) -> None:
    text = (root / RIVER).read_text(encoding="utf-8").replace("{: #t1 }\n", "").replace("{: #t2 }", "\nو ماهی داشت.")
    (root / "heard.json").write_bytes(words(*HEARD, ("و ماهی داشت", 20)))
    (root / RIVER).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run() == 0
    data = (root / RIVER).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    found = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert '{: #t1 time="0:00:03" }' in found
    assert 'و ماهی داشت.\n{: time="0:00:20" }' in found


def test_times_that_are_there_stay_unless_asked_for(root: Path) -> None:
    text = (root / RIVER).read_text(encoding="utf-8")
    (root / RIVER).write_text(text.replace("{: #t1 }", '{: #t1 time="0:00:01" }'), encoding="utf-8")
    assert run() == 0
    kept = (root / RIVER).read_text(encoding="utf-8")
    assert '{: #t1 time="0:00:01" }' in kept
    assert '{: #t2 time="0:00:08" }' in kept
    assert run("--again") == 0
    assert '{: #t1 time="0:00:03" }' in (root / RIVER).read_text(encoding="utf-8")


def test_a_new_time_is_between_those_that_are_there(root: Path) -> None:
    text = (root / RIVER).read_text(encoding="utf-8")
    (root / RIVER).write_text(text.replace("{: #t1 }", '{: #t1 time="0:01:00" }'), encoding="utf-8")
    assert run() == 0
    assert "{: #t2 }" in (root / RIVER).read_text(encoding="utf-8")
    (root / RIVER).write_text(text.replace("{: #t2 }", '{: #t2 time="0:00:01" }'), encoding="utf-8")
    assert run() == 0
    assert "{: #t1 }" in (root / RIVER).read_text(encoding="utf-8")


def test_a_second_tape_begins_later(root: Path) -> None:
    assert run("--offset", "0:45:10") == 0
    assert '{: #t2 time="0:45:18" }' in (root / RIVER).read_text(encoding="utf-8")
    assert run("--offset=-0:00:02", "--again") == 0
    assert '{: #t2 time="0:00:06" }' in (root / RIVER).read_text(encoding="utf-8")


def test_what_was_not_heard_is_told_by_turn(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "heard.json").write_bytes(words(HEARD[0]))
    assert run() == 0
    told = capsys.readouterr().err
    assert f"{RIVER}:14:1: T012 t2: 0 of 9 words were heard; it gets no time" in told
    (root / "heard.json").write_bytes(words(HEARD[0], ("یک دو سه چهار آب پنج شش هفت", 8), ("نوشید", 12)))
    assert run() == 0
    assert "t2: 2 of 9 words were heard; its time is an estimate" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("rivr", "heard.json"), "content/interviews/rivr.md: S007 the file is missing"),
        (("river", "none.json"), "none.json: S002 the file cannot be read"),
        (("river", "heard.txt"), "heard.txt: S011 “heard.txt” has no times of words"),
        (("river", "other.json"), "other.json: S011 what is said in it is not what content/interviews/river.md has"),
    ],
)
def test_what_cannot_be_done_is_a_problem(
    options: tuple[str, str], message: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "heard.txt").write_text("x")
    (root / "other.json").write_bytes(words(("یک گفت‌وگوی دیگر دربارهٔ چیزهایی که هیچ‌کس نپرسید", 2)))
    before = (root / RIVER).read_bytes()
    assert main(["times", *options]) == 1
    assert message in capsys.readouterr().err
    assert (root / RIVER).read_bytes() == before


def test_a_transcript_with_an_error_stays_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (root / RIVER).read_text(encoding="utf-8").replace("{: #t2 }", "{: #t1 }")
    (root / RIVER).write_text(text, encoding="utf-8")
    assert run() == 1
    assert "T004" in capsys.readouterr().err
    assert (root / RIVER).read_text(encoding="utf-8") == text


def test_an_offset_that_is_no_time_is_refused(root: Path) -> None:
    with pytest.raises(SystemExit):
        run("--offset", "later")
