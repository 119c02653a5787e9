from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.translation import progress
from goftogu.translation.engine.fill import Done
from goftogu.translation.progress import PAUSE, SentenceProgress


class Clock:
    """Tells what it is told to tell."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(terminal, "is_terminal", lambda: False)
    return Clock()


def told(clock: Clock, steps: list[tuple[float, int]], total: int) -> Iterator[None]:
    with SentenceProgress(clock) as tells:
        for seconds, sentences in steps:
            clock.now += seconds
            tells(Done(sentences, sentences, total))
    yield None


def lines(capsys: pytest.CaptureFixture[str], clock: Clock, steps: list[tuple[float, int]], total: int) -> list[str]:
    list(told(clock, steps, total))
    return capsys.readouterr().err.splitlines()


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str], clock: Clock) -> None:
    assert lines(capsys, clock, [(0, 0), (PAUSE - 1, 50), (PAUSE, 100)], 100) == []


def test_long_work_says_now_and_then_how_long_it_will_take(capsys: pytest.CaptureFixture[str], clock: Clock) -> None:
    steps = [(0, 1000), (PAUSE, 1400), (PAUSE / 2, 1600), (PAUSE / 2, 1800), (PAUSE, 2200)]
    assert lines(capsys, clock, steps, 6131) == [
        "translated 1,400 of 6,131 sentences, about 2 min left",
        "translated 1,800 of 6,131 sentences, about 2 min left",
        "translated 2,200 of 6,131 sentences, about 2 min left",
    ]


@pytest.mark.parametrize(
    ("done", "left"), [(90, "less than a minute left"), (10, "about 2 min left"), (1, "about 2.8 h left")]
)
def test_how_much_is_left(capsys: pytest.CaptureFixture[str], clock: Clock, done: int, left: str) -> None:
    total = 100 if done > 1 else 1001
    assert lines(capsys, clock, [(0, 0), (PAUSE, done)], total)[0].endswith(left)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (59, "less than a minute left"),
        (60, "about 1 min left"),
        (3599, "about 60 min left"),
        (3600, "about 1.0 h left"),
        (5400, "about 1.5 h left"),
    ],
)
def test_what_is_left_is_told_in_minutes_up_to_an_hour(seconds: float, said: str) -> None:
    assert str(progress._left(seconds)) == said


def test_without_any_progress_nothing_is_foretold(capsys: pytest.CaptureFixture[str], clock: Clock) -> None:
    assert lines(capsys, clock, [(0, 5), (PAUSE, 5)], 100) == ["translated 5 of 100 sentences"]


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    list(told(Clock(), [(0, 0), (PAUSE, 50), (PAUSE, 100)], 100))
    assert "translated" not in capsys.readouterr().err


def test_the_bar_follows_the_sentences_and_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    @contextmanager
    def bar(title: Message, total: int) -> Iterator[terminal.Advance]:
        seen.append((str(title), total))
        yield seen.append
        seen.append("gone")

    monkeypatch.setattr(terminal, "is_terminal", lambda: True)
    monkeypatch.setattr(terminal, "progress", bar)
    list(told(Clock(), [(0, 0), (PAUSE, 50), (PAUSE, 100)], 100))
    assert seen == [("Translating", 100), 0, 50, 100, "gone"]
