"""The gates of the pages, as far as they can be tried without the programs that judge: what counts as a fault."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("playwright.sync_api", reason="the Python package “playwright” is missing")

from tools import gates, lighthouse
from tools.lighthouse import Verdict, verdict
from tools.reading import ReadingText, faults
from tools.standing import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOOD = ("accessibility", "seo")


def report(speed: float = 1.0, seo: float = 1.0, paint: float = 900.0, moved: float = 0.0, host: str = "a") -> Any:
    def category(score: float, audit: str) -> dict[str, object]:
        return {"score": score, "auditRefs": [{"id": audit, "weight": 1}, {"id": "sound", "weight": 1}]}

    return {
        "categories": {
            "performance": category(speed, "total-blocking-time"),
            "accessibility": category(1.0, "image-alt"),
            "seo": category(seo, "meta-description"),
        },
        "audits": {
            "total-blocking-time": {"score": speed},
            "image-alt": {"score": 1},
            "meta-description": {"score": seo},
            "sound": {"score": 1},
            "largest-contentful-paint": {"numericValue": paint},
            "cumulative-layout-shift": {"numericValue": moved},
            "network-requests": {"details": {"items": [{"url": "http://a/x"}, {"url": f"http://{host}/y"}]}},
        },
    }


@pytest.fixture
def site(tmp_path: Path) -> Site:
    browser: Browser = None  # type: ignore[assignment]  # nothing looks at it here
    return Site(tmp_path, "http://a/", browser)


def lenient(site: Site) -> Site:
    return Site(site.folder, site.address, site.browser, lenient=True)


def answer(monkeypatch: pytest.MonkeyPatch, *reports: object) -> list[str]:
    """Let Lighthouse judge one page and give these reports in turn; return the addresses that it is asked about."""
    asked: list[str] = []
    left = iter(reports)
    monkeypatch.setattr(lighthouse, "JUDGED", {"fa/x.html": GOOD})

    def ask(address: str) -> object:
        asked.append(address)
        return next(left)

    monkeypatch.setattr(lighthouse, "_ask", ask)
    return asked


def test_a_perfect_page_has_nothing_against_it() -> None:
    found = verdict(report(), GOOD)
    assert found == Verdict(1.0, "speed 100, largest paint after 900 ms, moved 0.000")
    assert found.perfect


def test_speed_is_told_apart_from_the_rest() -> None:
    assert verdict(report(speed=0.97), GOOD).slow.startswith("performance 0.97: total-blocking-time; largest paint")
    assert verdict(report(speed=0.97), GOOD).faults == ()
    assert verdict(report(seo=0.5), GOOD).faults == ("seo 0.5: meta-description",)
    assert verdict(report(seo=0.5), ("accessibility",)).perfect


@pytest.mark.parametrize(("measures", "word"), [({"paint": 1501.0}, "1501 ms"), ({"moved": 0.1}, "moved 0.100")])
def test_paint_and_movement_are_faults_whatever_the_score(measures: dict[str, Any], word: str) -> None:
    assert [word in fault for fault in verdict(report(**measures), GOOD).faults] == [True]


def test_another_host_is_a_fault() -> None:
    assert verdict(report(host="b"), GOOD).faults == ("asks other hosts: ['a', 'b']",)


def test_no_verdict_is_a_fault() -> None:
    found = verdict({"runtimeError": {"message": "the page did not paint"}}, GOOD)
    assert found.faults == ("Lighthouse gave no verdict: the page did not paint",)
    assert not found.perfect


def test_the_first_perfect_try_ends_the_tries(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    asked = answer(monkeypatch, report(speed=0.9), report())
    assert list(lighthouse.lighthouse(site)) == []
    assert asked == ["http://a/fa/x.html"] * 2


def test_the_best_of_the_tries_counts_and_each_is_told(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, *(report(speed=speed) for speed in (0.9, 0.99, 0.95)), report(speed=0.999, paint=2000))
    (fault,) = lighthouse.lighthouse(site)
    assert fault.startswith("fa/x.html: performance 0.99")
    shown = capsys.readouterr().out
    assert [f"try {number}: speed" in shown for number in (1, 2, 3, 4, 5)] == [True] * 4 + [False]


def test_a_lenient_site_may_be_slow_on_a_busy_machine(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, *[report(speed=0.9)] * 4)
    assert list(lighthouse.lighthouse(lenient(site))) == []
    assert "warning: fa/x.html: performance 0.9" in capsys.readouterr().out


@pytest.mark.parametrize("harm", [{"paint": 1600.0}, {"moved": 0.2}, {"seo": 0.9}])
def test_a_lenient_site_may_have_no_other_fault(
    monkeypatch: pytest.MonkeyPatch, site: Site, harm: dict[str, Any]
) -> None:
    answer(monkeypatch, *[report(speed=0.9, **harm)] * 4)
    assert len(list(lighthouse.lighthouse(lenient(site)))) == 1


def test_every_gate_has_a_way_to_wake_it() -> None:
    assert {way.gate for way in gates.BREAKS} == gates.GATES.keys()


def test_a_gate_that_says_nothing_is_asleep(
    monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    ways = [gates.Break("one", "X</main>", words, files=("a.html",)) for words in (("X",), ("X", "Y"))]
    monkeypatch.setattr(gates, "BREAKS", ways)
    page = site.folder / "a.html"
    page.write_text("<main></main>", encoding="utf-8")
    monkeypatch.setattr(gates, "GATES", {"one": lambda given: iter([(given.folder / "a.html").read_text("utf-8")])})
    assert gates.wake(site) == 1
    assert capsys.readouterr().out == "one: awake\none: ASLEEP: says nothing of ['Y']\n"
    assert page.read_text(encoding="utf-8") == "<main></main>"


def test_the_pages_of_a_book_are_broken_within_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.epub", "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("a.xhtml", "<body></body>")
    sound = (tmp_path / "a.epub").read_bytes()
    kept = gates.Break("epub", "<p>", (), mark="</body>", files=("a.epub",)).do(tmp_path)
    assert kept == {tmp_path / "a.epub": sound}
    with zipfile.ZipFile(tmp_path / "a.epub") as book:
        assert [item.filename for item in book.infolist()] == ["mimetype", "a.xhtml"]
        assert book.read("a.xhtml") == b"<body><p>"


def test_faults_are_counted(monkeypatch: pytest.MonkeyPatch, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gates, "GATES", {"one": lambda given: iter(["a", "b"]), "two": lambda given: iter([])})
    assert gates.judge(site) == 2
    assert capsys.readouterr().out == "one: 2 faults\n  a\n  b\ntwo: no faults\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a program is a shell script here")
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, said in {"node": "v18.20.1", "java": "openjdk 17.0.1", "chromium": "", "npm": ""}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert gates.missing() == ["node 20"]
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert gates.missing() == ["npm", "chromium", "node 20", "java 17"]


SPOKEN = ("نخستین پرسش چیست؟", "پاسخ نخست.", "پاسخ دوم.")


@pytest.mark.parametrize(
    ("shown", "view", "expected"),
    [
        ("نوبت ۱ نخستین  پرسش\nچیست؟ پاسخ نخست. پاسخ دوم.", "fa", []),
        ("نخستین پرسش چیست؟ پاسخ دوم.", "fa", ["the reading text lacks “پاسخ نخست.”"]),
        ("نخستین پرسش چیست؟ پاسخ دوم. پاسخ نخست.", "fa", ["the reading text has its paragraphs in another order"]),
        ("  ", "fa", ["the reading text is empty"]),
        (f"{' '.join(SPOKEN)} and as much English as Persian", "both", []),
        (
            f"{' '.join(SPOKEN)} Some English",
            "fa",
            ["28% of the letters of the reading text are of the other language"],
        ),
    ],
)
def test_a_reading_text_has_all_paragraphs_in_order_and_nothing_else(
    shown: str, view: str, expected: list[str]
) -> None:
    assert list(faults(ReadingText(shown, SPOKEN), view)) == expected


def test_a_page_without_paragraphs_has_no_reading_text() -> None:
    assert list(faults(ReadingText("something", ["", " "]), "en")) == ["the reading text is empty"]
