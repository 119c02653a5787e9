from __future__ import annotations

import signal
import threading
from itertools import repeat

import pytest

from goftogu.pages import bounds
from goftogu.pages.bounds import BoundError


def spin() -> None:
    while True:
        pass


def test_a_page_is_its_pieces() -> None:
    assert bounds.text(iter(["a", "", "b"])) == "ab"
    assert bounds.text(iter([])) == ""
    assert bounds.text(repeat("ab", 25_000)) == "ab" * 25_000


def test_pieces_without_end_are_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST", 50_000)
    with pytest.raises(BoundError):
        bounds.text(repeat("abcdef"))


def test_a_page_has_at_most_a_hundred_million_characters() -> None:
    assert len(bounds.text(iter(["x" * 100_000_000]))) == 100_000_000
    with pytest.raises(BoundError):
        bounds.text(iter(["x" * 100_000_001]))


def test_a_page_may_take_a_minute_of_the_processor() -> None:
    with bounds.limited():
        assert 59 < signal.getitimer(signal.ITIMER_VIRTUAL)[0] < 60.5


def test_what_takes_too_long_is_interrupted() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(BoundError), bounds.limited(0.02):
        spin()
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_what_is_quick_is_not_and_leaves_nothing_behind() -> None:
    before = signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    try:
        with bounds.limited(30):
            done = sum(range(1000))
        assert done == 499_500
        assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_IGN
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_another_thread_is_left_alone() -> None:
    done: list[int] = []

    def work() -> None:
        with bounds.limited(0.000_001):
            done.append(sum(range(100_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done
