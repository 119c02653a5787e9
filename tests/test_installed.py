"""However the program came to a machine, it does the same, in any folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import installing, office, sites
from tests.installing import Way

FORMATS = sites.ROOT / "tests/fixtures/formats"
ROUGH = "تاریخ مصاحبه: ۱۴ خرداد ۱۴۰۲\n\nپرسش: این چاه را کی کندید؟\n\nپاسخ: چهل سال پیش. آب نزدیک بود.\n"
NAME = "بایگانی من (۲)"


@pytest.fixture(params=list(installing.WAYS), scope="module")
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Way:
    return installing.WAYS[request.param](tmp_path_factory.mktemp(f"the {request.param}"))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "سندها و چیزها"
    folder.mkdir()
    return folder


def test_it_makes_and_builds_an_archive(way: Way, here: Path) -> None:
    made = way.run(here, "init", NAME, "--yes")
    assert (made.returncode, made.stdout) == (0, "")
    assert f"{way.called} " in made.stderr
    built = way.run(here, "--root", NAME, "build", "--strict")
    assert (built.returncode, built.stderr.count("\n")) == (0, 2), built.stderr
    again = way.run(here / NAME / "content/pages")
    assert again.stderr.splitlines()[0] == f"the archive in {here / NAME}"
    assert re.search(r"^0 written, [1-9]\d unchanged, 0 removed$", again.stderr, re.MULTILINE)
    assert {path.name for path in here.iterdir()} == {NAME}


def test_its_hints_name_the_command_as_it_was_called(way: Way, here: Path) -> None:
    lost = way.run(here, "build")
    assert (lost.returncode, lost.stderr.count("\n")) == (1, 1)
    assert f"make one: {way.called} init FOLDER" in lost.stderr
    wrong = way.run(here, "biuld")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith(f"{way.called}: error: ")
    assert way.run(here, "help", "new").stdout.startswith(f"usage: {way.called} new ")


def test_the_first_day_of_a_newcomer(way: Way, here: Path) -> None:
    (here / "چاه.txt").write_text(ROUGH, encoding="utf-8")
    (here / "مصاحبه با خانم راد.docx").write_bytes(office.word("مجری: چرا باغبان شدید؟", "مینا راد: چون باغ داشتیم."))
    (here / "ferry.srt").write_bytes((FORMATS / "ferry.srt").read_bytes())
    assert way.run(here, "init", NAME, "--title-fa", "بایگانی ده", "--title-en", "The Village Archive").returncode == 0
    root = here / NAME
    answers = {
        "چاه.txt": ["--title", "چاه", "--speaker", "پاسخ=رضا نیک"],
        "مصاحبه با خانم راد.docx": ["--title", "باغ", "--date", "1403-02-15"],
        "ferry.srt": ["--title", "کشتی", "--date", "1403-02-16", "--id", "a ferry"],
    }
    for file, words in answers.items():
        done = way.run(root, "import", f"../{file}", *words)
        assert done.returncode == 0, done.stderr
    names = {path.stem for path in (root / "content/interviews").glob("*.md")}
    assert names == {"چاه", "مصاحبه-با-خانم-راد", "a-ferry"}
    for name in names:
        accept(root / f"content/interviews/{name}.md")
    built = way.run(root, "build")
    assert built.returncode == 0, built.stderr
    assert "3 interviews" in built.stderr
    assert "M006" in built.stderr
    checked = way.run(root, "publish", "--check")
    assert checked.returncode == 0, checked.stderr
    assert "fit for GitHub Pages" in checked.stderr
    assert "The Village Archive" in (root / "output/en/index.html").read_text(encoding="utf-8")
    assert {path.name for path in (root / "content/received").iterdir()} == set(answers)


def accept(file: Path) -> None:
    """Take a transcript for finished, as a person does who has read what it asks."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("draft: true\n", ""), encoding="utf-8")


def test_two_ways_make_the_same_site(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[dict[str, bytes]] = []
    for name in ("clone", "wheel"):
        way = installing.WAYS[name](tmp_path_factory.mktemp(name))
        assert way.run(here, "init", name, "--sample", "--yes").returncode == 0
        assert way.run(here / name, "build", "--packages", "none").returncode == 0
        made.append(sites.files(here / name / "output"))
    assert made[0] == made[1]
