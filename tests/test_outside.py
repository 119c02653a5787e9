"""From a file from outside to its page: what came in is what is shown."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import office, sites

SIGNS = "قیمت ۵*۳ و ۶*۲ بود، [خنده](آرام) و a_b_c و _این_ و \\( هم، http://example.org/a*b*c {: .x }"


def _shown(page: Path) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))).split())


def _build(root: Path) -> None:
    assert (
        main(["build", "--root", str(root), "--output", str(root / "output"), "--offline", "--packages", "none"]) == 0
    )


@pytest.mark.parametrize("route", ["raw", "txt", "docx", "odt"])
def test_signs_come_out_on_the_page_as_they_went_in(tmp_path: Path, route: str) -> None:
    root = sites.make(tmp_path / "archive")
    lines = ("نان و صبر", "پرسش: چه شد؟", f"پاسخ: {SIGNS}", "پرسش: و بعد؟", "پاسخ: هیچ.")
    data = {
        "docx": office.word(*lines),
        "odt": office.opendocument("".join(f"<text:p>{line}</text:p>" for line in lines)),
    }.get(route, "\n\n".join(lines).encode())
    if route == "raw":
        (root / "content/interviews/bread.txt").write_bytes(data)
    else:
        file = tmp_path / f"bread.{route}"
        file.write_bytes(data)
        answers = ["--speaker", "پاسخ=مینا راد", "--date", "1402-03-14"]
        assert main(["import", str(file), "--root", str(root), *answers]) == 0
    _build(root)
    assert SIGNS in _shown(root / "output/fa/bread.html")
    assert SIGNS in (root / "output/data/bread.fa.txt").read_text(encoding="utf-8")
    assert "[خنده](آرام)" in _shown(root / "output/both/bread.html")


def test_a_colon_with_a_backslash_shows_no_backslash(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    path = root / "content/interviews/river.md"
    text = path.read_text(encoding="utf-8").replace("آب آن زلال بود", "دو چیز بود\\: آب آن زلال بود")
    path.write_text(text, encoding="utf-8")
    _build(root)
    assert "دو چیز بود: آب" in _shown(root / "output/fa/river.html")
    for file in (root / "output").rglob("*"):
        if file.suffix in {".html", ".txt", ".json", ".xml", ".tsv"} and ".received." not in file.name:
            assert "بود\\:" not in file.read_text(encoding="utf-8").replace("\\\\", "\\"), file
