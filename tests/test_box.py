"""From a cardboard box to a public site: the whole way with an archive as people hand it in, command by command."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

import polib
import pytest

from goftogu.cli import main
from goftogu.serve.review.queue import Wish
from tests import browsing, reviewing, sites
from tests.box import archive, contents
from tests.box.__main__ import write
from tests.box.archive import HANDED_IN, PACKAGES, PIECES, WITHOUT_ENGINE, transcript
from tests.reviewing import Workbench

UNTRANSLATED: Final = {"content/translations/en/kurdish.po: M006", "content/translations/fa/ruth.po: M006"}
"""What an engine from Persian to English leaves to a person: Kurdish, and the Persian of what was said in English."""

MISTAKES: Final = {
    ("content/interview", "S009"),
    ("content/interviews/labelled (1).md", "S006"),
    ("content/interviews/merged.md:8:1", "S015"),
    ("content/interviews/poem.md.txt", "S004"),
    ("content/translations/en/labelled.po:5:11", "M001"),
}
"""What is told of the mistakes; what Windows leaves in folders is no file of the archive."""

REVIEWER: Final = "سارا امیدی"
BETTER: Final = "Somebody has read it, and says it better."

Place = tuple[str, str]
"""Ids of an interview and of a paragraph."""

Say = Callable[..., str]
"""Runs a command that ends well; returns what it says."""


@pytest.fixture
def bayegani() -> Path:
    """Return the archive with everything imported; no test changes it."""
    return archive.imported()


@pytest.fixture
def root(bayegani: Path, tmp_path: Path) -> Path:
    return shutil.copytree(bayegani, tmp_path / "archive")


@pytest.fixture
def say(root: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    return archive.teller(root, capsys)


def test_every_file_becomes_an_interview(bayegani: Path) -> None:
    made = [transcript(bayegani, piece) for piece in PIECES]
    assert len(set(made)) == len(PIECES)
    assert {file.name for file in (bayegani / "content/received").iterdir()} >= {piece.file for piece in HANDED_IN}


@pytest.mark.parametrize("piece", HANDED_IN, ids=[piece.file for piece in HANDED_IN])
def test_every_turn_is_found_and_the_guest_has_a_name(bayegani: Path, piece: contents.Piece) -> None:
    kind = contents.KINDS[PIECES.index(piece)]
    text = transcript(bayegani, piece).read_text(encoding="utf-8")
    turns = re.findall(r"\{: #t\d+", text)
    assert len(turns) >= 4
    assert len(turns) % 2 == 0
    assert "questions:" not in text.partition("\n---\n")[0]
    assert kind.date
    assert re.search(r"^date: \S", text, re.MULTILINE)


def test_times_notes_and_half_spaces_have_come_along(bayegani: Path) -> None:
    held = {piece.file: transcript(bayegani, piece).read_text(encoding="utf-8") for piece in HANDED_IN}
    for name in ("tape 7 side B.srt", "film.vtt", "whisper output.json"):
        assert held[name].count('time="0:00:') == 8, name
    assert "[^1]: این واژه در گویش محلی است." in held["interview with note.docx"]
    assert "نمی دیدم" not in held["interview with note.docx"]
    assert "نگه می داشت" in held["typed with blanks.txt"]


def test_it_builds_and_what_is_told_is_only_what_is_missing(root: Path, say: Say) -> None:
    told = say("build", *WITHOUT_ENGINE)
    codes = set(re.findall(r" ([A-Z]\d{3}) ", told))
    assert codes <= {"M006", "T007", "T008", "T010", "T012", "V005", "S018"}, told
    assert f"{len(PIECES)} interviews" in told
    site = sites.files(root / "output")
    assert "fa/whisper-output.html" in site
    page = site["fa/typed-with-blanks.html"].decode()
    assert "نگه می\u200cداشت" in page
    assert "نگه می داشت" not in page
    assert 'lang="ckb"' in site["fa/kurdish.html"].decode()
    assert "data/tape-7-side-B.fa.vtt" in site
    assert site["en/ruth.html"].count(b'lang="en"')


def test_the_tiny_engine_translates_all_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = shutil.copytree(archive.translated(), tmp_path / "archive")
    told = archive.teller(root, capsys)("build", "--packages", str(root / PACKAGES), "--offline")
    assert "8 missing" in told
    assert set(re.findall(r"content/translations/\S+: M006", told)) == UNTRANSLATED
    page = (root / "output/en/libre.html").read_text(encoding="utf-8")
    assert "Persian is shown" not in page


def test_what_people_do_by_mistake_is_named_and_nothing_is_published(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in contents.mistakes().items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    capsys.readouterr()
    assert main(["build", *WITHOUT_ENGINE, "--root", str(root)]) == 1
    told = capsys.readouterr().err
    assert set(re.findall(r"^error: (\S.*?): ([A-Z]\d{3}) ", told, re.MULTILINE)) == MISTAKES
    assert "rename it to poem.md" in told
    assert not (root / "output/fa").exists()


@pytest.mark.parametrize("number", [3, 40])
def test_a_box_of_any_size_needs_no_import(tmp_path: Path, number: int) -> None:
    names = [name for name, _ in contents.many(number)]
    assert len(set(names)) == number
    assert list(contents.many(number))[:3] == list(contents.many(3))
    if number < 10:
        root = tmp_path / "archive"
        assert main(["init", str(root), "--yes", "--quiet"]) == 0
        write(root / "content/interviews", number)
        assert main(["build", *WITHOUT_ENGINE, "--quiet", "--root", str(root)]) == 0
        assert (root / "output/fa/talk-00002.html").exists()


def approved(root: Path) -> dict[tuple[str, str], str]:
    """Return the translations that the reviewer has approved, by interview and paragraph."""
    return {
        (file.stem, entry.msgctxt): entry.msgstr
        for file in (root / "content/translations").rglob("*.po")
        for entry in polib.pofile(str(file))
        if not entry.fuzzy and f" by {REVIEWER}" in entry.comment
    }


def by_keys(bench: Workbench, wanted: Sequence[Place], typed: Collection[Place]) -> None:
    """Review paragraphs in a browser, one after the other, without the mouse."""
    with browsing.launched() as browser:
        window = browser.new_context(reduced_motion="reduce", **browsing.DESK)
        page = reviewing.opened(window, bench)
        for number, place in enumerate(wanted):
            unit = place[1]
            reviewing.at(page, unit)
            if place not in typed:
                page.keyboard.press("Enter")
            else:
                reviewing.retype(page, BETTER)
                page.keyboard.press("Control+Enter")
            if number == 50:
                page.keyboard.press("u")
                reviewing.says(page, f"{unit}: taken back")
                reviewing.at(page, unit)
                page.keyboard.press("Enter")
        reviewing.settled(page)
        browsing.until(page, "() => document.querySelector('#count').textContent.startsWith('100 ')")
        window.close()


def by_requests(bench: Workbench, wanted: Sequence[Place], typed: Collection[Place]) -> None:
    """Review paragraphs as the scripts of the page do."""
    rows, after = list[Place](), ""
    while len(rows) < len(wanted):
        found = bench.get("queue", shown="waiting", after=after)["rows"]
        rows += [(row["interview"], row["unit"]) for row in found]
        after = found[-1]["place"]
    assert rows[: len(wanted)] == wanted
    for number, (interview, unit) in enumerate(wanted):
        held = next(
            item for item in bench.get("passage", interview=interview, unit=unit)["units"] if item["id"] == unit
        )
        text = BETTER if (interview, unit) in typed else held["text"]
        decision = {"text": text, "by": REVIEWER, "approved": True}
        place = {"interview": interview, "unit": unit, "version": held["version"]}
        saved = bench.post("save", {**place, **decision})
        assert saved["fate"] == "saved"
        if number == 50:
            assert bench.post("undo", {"undo": saved["undo"]})["fate"] == "saved"
            assert bench.post("save", {**place, **decision})["fate"] == "saved"


@pytest.mark.parametrize(
    "review",
    [
        pytest.param(by_keys, marks=browsing.MARKS),
        pytest.param(by_requests, marks=pytest.mark.skipif(browsing.CHROMIUM is not None, reason="a browser does it")),
    ],
)
def test_a_hundred_paragraphs_are_reviewed_and_published(
    review: Callable[[Workbench, Sequence[Place], Collection[Place]], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = shutil.copytree(archive.translated(), tmp_path / "archive")
    say = archive.teller(root, capsys)
    with reviewing.running(root, by=REVIEWER) as bench:
        rows = bench.refresher.queue.rows(Wish(), (), 100)
        wanted = [(row.interview, row.row.unit) for row in rows]
        assert len({interview for interview, _ in wanted}) > 3
        typed = {wanted[number] for number, row in enumerate(rows) if not number % 10 or row.row.state == "missing"}
        review(bench, wanted, typed)
    found = approved(root)
    assert found.keys() == set(wanted)
    assert {place for place, text in found.items() if text == BETTER} == typed
    assert not {f"{interview}:{unit}" for interview, unit in wanted} & set(say("review").split())
    told = say("publish", *WITHOUT_ENGINE)
    assert re.search(r" machine, 100 reviewed", told), told
    page = (root / f"output/en/{wanted[0][0]}.html").read_text(encoding="utf-8")
    assert REVIEWER in page
    assert BETTER in page
