"""What happens is told to every window once, and to one that has slept too long that it has to begin again."""

from __future__ import annotations

from threading import Thread

from goftogu.serve.review.news import Event, News


def test_what_has_happened_since_is_told_at_once() -> None:
    news = News()
    for name in "abc":
        news.tell(Event("changed", name))
    number, events = news.wait(1, 60)
    assert number == news.number == 3
    assert events == [Event("changed", "b", 0, 0), Event("changed", "c", 0, 0)]


def test_nothing_is_told_twice() -> None:
    news = News()
    news.tell(Event("changed", "a"))
    assert news.wait(1, 0.01) == (1, [])


def test_who_waits_is_woken() -> None:
    news, heard = News(), list[tuple[int, list[Event]]]()
    waiting = Thread(target=lambda: heard.append(news.wait(0, 60)))
    waiting.start()
    news.tell(Event("progress", done=2, total=5))
    waiting.join(60)
    assert heard == [(1, [Event("progress", "", 2, 5)])]


def test_at_the_end_nobody_waits() -> None:
    news, heard = News(), list[tuple[int, list[Event]]]()
    waiting = Thread(target=lambda: heard.append(news.wait(0, 60)))
    waiting.start()
    news.end()
    waiting.join(60)
    assert heard == [(0, [Event("end")])]
    assert news.wait(0, 60) == (0, [Event("end")])


def test_who_comes_from_another_run_begins_again() -> None:
    news = News()
    news.tell(Event("changed", "a"))
    assert news.wait(17, 60) == (1, [Event("all")])


def test_who_has_slept_too_long_begins_again() -> None:
    news = News()
    for _ in range(1002):
        news.tell(Event("changed", "a"))
    assert news.wait(1, 60)[1] == [Event("all")]
    assert len(news.wait(2, 60)[1]) == 1000
