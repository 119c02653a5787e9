from __future__ import annotations

from pathlib import Path

import pytest

from bench import pages
from bench.pages import MOST_BYTES, MOST_SCREENS, Measured, kind_of, lists, table, worst

GOOD = Measured("fa/topics/sea.html", MOST_BYTES, MOST_SCREENS, sideways=False)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("fa/interviews/index.html", "interviews"),
        ("en/interviews/part/d1990/2.html", "interviews of a decade"),
        ("fa/a-z/index.html", "A to Z"),
        ("fa/a-z/part/be/2.html", "A to Z"),
        ("fa/people/index.html", "people"),
        ("fa/people/sarv.html", "a person"),
        ("fa/people/sarv/2.html", "a person"),
        ("en/places/rasht/12.html", "a place"),
        ("en/topics/index.html", "topics"),
        ("en/topics/sea.html", "a topic"),
        ("fa/chronology/part/d1350.html", "chronology"),
        ("fa/progress/index/2.html", "translation status"),
        ("fa/series/water.html", "series"),
        ("fa/index.html", ""),
        ("fa/interview-00001.html", ""),
        ("both/interview-00001.html", ""),
        ("index.html", ""),
    ],
)
def test_a_page_is_of_a_kind_by_its_path(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_all_lists_of_a_site_are_found(tmp_path: Path) -> None:
    for path in ("fa/topics/sea.html", "fa/sea.html", "en/a-z/index.html", "static/site.css"):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    assert list(lists(tmp_path)) == ["en/a-z/index.html", "fa/topics/sea.html"]


@pytest.mark.parametrize(
    "page",
    [
        GOOD._replace(size=MOST_BYTES + 1),
        GOOD._replace(screens=MOST_SCREENS + 0.01),
        GOOD._replace(sideways=True),
    ],
)
def test_a_page_keeps_every_bound(page: Measured) -> None:
    assert GOOD.kept
    assert not page.kept


def test_the_table_has_the_kinds_that_are_there_with_their_worst_pages() -> None:
    high = Measured("en/topics/sea.html", 1500, 7.25, sideways=False)
    assert list(table([GOOD, high, GOOD._replace(path="fa/places/rasht.html", size=900, screens=1.0)])) == [
        "| list | pages | largest | highest | out of bounds |",
        "|---|---|---|---|---|",
        "| a topic | 2 | 60.0 kB | 7.2 screens | 1 |",
        "| a place | 1 | 0.9 kB | 1.0 screens | none |",
    ]
    wide = GOOD._replace(sideways=True)
    assert worst([GOOD, wide, high]) == [high, wide]


def test_it_measures_a_site_that_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(output: Path, paths: list[str]) -> list[Measured]:
        assert output == tmp_path
        return [GOOD._replace(path=path, screens=9.0) for path in paths]

    (tmp_path / "fa/topics").mkdir(parents=True)
    for name in ("a", "b", "c"):
        (tmp_path / f"fa/topics/{name}.html").write_text("x", encoding="utf-8")
    monkeypatch.setattr(pages, "measure", measured)
    monkeypatch.setattr("sys.argv", ["pages", "--site", str(tmp_path), "--every", "2"])
    with pytest.raises(SystemExit, match="1"):
        pages.main()
    shown = capsys.readouterr()
    assert "| a topic | 2 | 60.0 kB | 9.0 screens | 2 |" in shown.out
    assert shown.err.splitlines() == [f"fa/topics/{name}.html: 60.0 kB, 9.0 screens" for name in ("a", "c")]
