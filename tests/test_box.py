"""From a cardboard box to a public site: the whole way with an archive as people hand it in, command by command."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest

from goftogu.cli import main
from tests import sites
from tests.box import contents
from tests.box.__main__ import write

PACKAGE: Final = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
PLACE: Final = "https://example.org/box/"
SERIES: Final = '[tapes]\ntitle = {fa = "نوارهای دریا", en = "Tapes of the sea"}\n'
HIDDEN: Final = "چمدان قهوه‌ای"
PIECES: Final = contents.box()
HANDED_IN: Final = [piece for piece in PIECES if not piece.is_record]
RECORDS: Final = [piece for piece in PIECES if piece.is_record]

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

Said = Callable[..., str]
"""Runs a command that ends well; returns what it says."""


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("box") / "جعبه"
    assert write(folder) == len(PIECES)
    return folder


@pytest.fixture(scope="module")
def bayegani(box: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the archive: everything is imported, and the questions are answered."""
    root = tmp_path_factory.mktemp("archive") / "bayegani"
    assert main(["init", str(root), "--yes", "--url", PLACE, "--quiet"]) == 0
    sites.compiled(root / ".cache")
    for piece in HANDED_IN:
        assert main(["import", str(box / piece.file), "--root", str(root), "--quiet", *piece.answers]) == 0, piece.file
    for piece in RECORDS:
        shutil.copy(box / piece.file, root / "content/interviews")
    (root / "content/media").mkdir(exist_ok=True)
    for piece in PIECES:
        for name in piece.beside:
            shutil.copy(box / name, root / "content/media")
        if piece.head:
            edit(_transcript(root, piece), "\nspeakers:\n", f"\n{piece.head}\nspeakers:\n")
    (root / "content/series.toml").write_text(SERIES, encoding="utf-8")
    people = root / "content/people.toml"
    assert main(["stamp", "--root", str(root), "--quiet"]) == 0
    people.write_text(f"{people.read_text(encoding='utf-8')}\n{_suggested(root)}", encoding="utf-8")
    return root


@pytest.fixture
def archive(bayegani: Path, tmp_path: Path) -> Path:
    return shutil.copytree(bayegani, tmp_path / "archive")


@pytest.fixture
def say(archive: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*words: str) -> str:
        capsys.readouterr()
        code = main([*words, "--root", str(archive)])
        told = capsys.readouterr()
        assert code == 0, told.err
        return told.out + told.err

    return run


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name}: {old}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _transcript(root: Path, piece: contents.Piece) -> Path:
    """Return the transcript that a file became: the one that names it, or is it."""
    found = root / "content/interviews"
    if piece.is_record:
        return found / piece.file
    return next(
        file for file in found.iterdir() if re.search(rf'file: "?{re.escape(piece.file)}"?\n', file.read_text("utf-8"))
    )


def _suggested(root: Path) -> str:
    """Take the first person that is suggested, with a name in English, as a person would."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        assert main(["people", "suggest", "--root", str(root)]) == 0
    block = shown.getvalue().split("\n\n")[0]
    taken = "\n".join(line.removeprefix("# ") for line in block.splitlines() if not line.startswith("##"))
    assert 'en = ""' in taken
    return taken.replace('en = ""', 'en = "Najib"') + "\n"


def test_every_file_becomes_an_interview(bayegani: Path) -> None:
    made = [_transcript(bayegani, piece) for piece in PIECES]
    assert len(set(made)) == len(PIECES)
    assert {file.name for file in (bayegani / "content/received").iterdir()} >= {piece.file for piece in HANDED_IN}


@pytest.mark.parametrize("piece", HANDED_IN, ids=[piece.file for piece in HANDED_IN])
def test_every_turn_is_found_and_the_guest_has_a_name(bayegani: Path, piece: contents.Piece) -> None:
    kind = contents.KINDS[PIECES.index(piece)]
    text = _transcript(bayegani, piece).read_text(encoding="utf-8")
    turns = re.findall(r"\{: #t\d+", text)
    assert len(turns) == len(re.findall(r"\{: #t\d+", text))
    assert len(turns) >= 4
    assert len(turns) % 2 == 0
    assert "questions:" not in text.partition("\n---\n")[0]
    assert kind.date
    assert re.search(r"^date: \S", text, re.MULTILINE)


def test_times_notes_and_half_spaces_have_come_along(bayegani: Path) -> None:
    held = {piece.file: _transcript(bayegani, piece).read_text(encoding="utf-8") for piece in HANDED_IN}
    for name in ("tape 7 side B.srt", "film.vtt", "whisper output.json"):
        assert held[name].count('time="0:00:') == 8, name
    assert "[^1]: این واژه در گویش محلی است." in held["interview with note.docx"]
    assert "نمی دیدم" not in held["interview with note.docx"]
    assert "نگه می داشت" in held["typed with blanks.txt"]


def test_it_builds_and_what_is_told_is_only_what_is_missing(archive: Path, say: Said) -> None:
    told = say("build", "--offline", "--packages", "none")
    codes = set(re.findall(r" ([A-Z]\d{3}) ", told))
    assert codes <= {"M006", "T007", "T008", "T010", "T012", "V005", "S018"}, told
    assert f"{len(PIECES)} interviews" in told
    site = sites.files(archive / "output")
    assert "fa/whisper-output.html" in site
    page = site["fa/typed-with-blanks.html"].decode()
    assert "نگه می\u200cداشت" in page
    assert "نگه می داشت" not in page
    assert 'lang="ckb"' in site["fa/kurdish.html"].decode()
    assert "data/tape-7-side-B.fa.vtt" in site
    assert site["en/ruth.html"].count(b'lang="en"')


def test_the_tiny_engine_translates_all_of_it(archive: Path, say: Said) -> None:
    say("package", "install", str(PACKAGE), "--packages", str(archive / ".packages"))
    say("translate", "--packages", str(archive / ".packages"), "--offline")
    told = say("build", "--packages", str(archive / ".packages"), "--offline")
    assert "8 missing" in told
    assert set(re.findall(r"content/translations/\S+: M006", told)) == UNTRANSLATED
    page = (archive / "output/en/libre.html").read_text(encoding="utf-8")
    assert "Persian is shown" not in page


def test_it_is_published_and_every_change_keeps_what_was_published(archive: Path, say: Said) -> None:
    words = ("--offline", "--packages", "none")
    say("publish", *words)
    assert main(["publish", "--check", "--root", str(archive), *words]) == 0
    before = set(re.findall(r'id="(t\d+)"', (archive / "output/fa/labelled.html").read_text(encoding="utf-8")))
    labelled = archive / "content/interviews/labelled.md"
    edit(labelled, "title: ", "title: دوباره، ")
    edit(labelled, "نامه هم می‌رسید؟", "نامه هم از شنوندگان می‌رسید؟")
    say("publish", *words)
    page = (archive / "output/fa/labelled.html").read_text(encoding="utf-8")
    assert "نامه هم از شنوندگان می\u200cرسید؟" in page
    assert set(re.findall(r'id="(t\d+)"', page)) == before


def test_a_published_turn_that_vanishes_is_named(archive: Path, say: Said, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--offline", "--packages", "none")
    say("publish", *words)
    labelled = archive / "content/interviews/labelled.md"
    text = labelled.read_text(encoding="utf-8")
    labelled.write_text(re.sub(r"\nپرسشگر: نامه هم.*", "\n", text, flags=re.DOTALL), encoding="utf-8")
    site = sites.files(archive / "output")
    assert main(["build", "--root", str(archive), *words]) == 1
    assert "labelled.md: W010 published ids are gone: t7, t8 " in capsys.readouterr().err
    assert sites.files(archive / "output") == site


def test_a_name_is_withheld_everywhere_and_with_the_file_received(archive: Path, say: Said) -> None:
    say("build", "--offline", "--packages", "none")
    assert _holding(archive / "output", HIDDEN)
    for name in ("مصاحبه-مریم-توانا", "typed-with-blanks"):
        file = archive / f"content/interviews/{name}.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"یک چمدان قهوه.ای", "[withheld: به خواست راوی]", text), encoding="utf-8")
    say("build", "--offline", "--packages", "none")
    assert not _holding(archive / "output", HIDDEN)
    assert not _holding(archive / "output", HIDDEN.replace("\u200c", " "))


def _holding(folder: Path, secret: str) -> list[str]:
    plain = secret.replace("\u200c", "").encode()
    found = sites.files(folder).items()
    return [name for name, data in found if plain in data.replace("\u200c".encode(), b"") or secret.encode() in data]


def test_a_renamed_interview_leaves_its_address_to_the_new_one(archive: Path, say: Said) -> None:
    words = ("--offline", "--packages", "none")
    say("publish", *words)
    interviews = archive / "content/interviews"
    (interviews / "old-computer.md").rename(interviews / "radio.md")
    (archive / "content/redirects.toml").write_text('[renamed]\nold-computer = "radio"\n', encoding="utf-8")
    say("publish", *words)
    assert b"radio.html" in (archive / "output/fa/old-computer.html").read_bytes()


def test_a_session_more_joins_its_series(archive: Path, say: Said, box: Path) -> None:
    answers = ("--title", "نشست چهارم", "--date", "۲۲ تیر ۱۳۹۴")
    new = archive.parent / "نوار 4.txt"
    new.write_text((box / "نوار 3.txt").read_text(encoding="utf-8").replace("چهل قایق", "سی قایق"), encoding="utf-8")
    say("import", str(new), *answers)
    edit(archive / "content/interviews/نوار-4.md", "\nspeakers:\n", "\nseries: tapes\npart: 4\nspeakers:\n")
    say("build", "--offline", "--packages", "none")
    page = (archive / "output/fa/series/tapes.html").read_text(encoding="utf-8")
    assert [quote(f"نوار-{number}.html") in page for number in range(1, 5)] == [True] * 4


def test_what_people_do_by_mistake_is_named_and_nothing_is_published(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in contents.mistakes().items():
        file = archive / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    capsys.readouterr()
    assert main(["build", "--offline", "--packages", "none", "--root", str(archive)]) == 1
    told = capsys.readouterr().err
    assert set(re.findall(r"^error: (\S.*?): ([A-Z]\d{3}) ", told, re.MULTILINE)) == MISTAKES
    assert "rename it to poem.md" in told
    assert not (archive / "output/fa").exists()


@pytest.mark.parametrize("number", [3, 40])
def test_a_box_of_any_size_needs_no_import(tmp_path: Path, number: int) -> None:
    names = [name for name, _ in contents.many(number)]
    assert len(set(names)) == number
    assert list(contents.many(number))[:3] == list(contents.many(3))
    if number < 10:
        root = tmp_path / "archive"
        assert main(["init", str(root), "--yes", "--quiet"]) == 0
        write(root / "content/interviews", number)
        assert main(["build", "--offline", "--packages", "none", "--quiet", "--root", str(root)]) == 0
        assert (root / "output/fa/talk-00002.html").exists()
