"""What an archive of an earlier format needs."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from goftogu.content import settings
from goftogu.problems import Problems
from goftogu.upgrading import steps
from goftogu.upgrading.steps import Upgrade
from tests import sites

EMPTY = "---\ntitle: آب\nspeakers:\n  الف:\n    role: interviewee\n    description: ''\n---\nالف: سلام\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make an archive of the first format without templates."""
    sites.make(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    return tmp_path


def planned(root: Path) -> Upgrade:
    problems = Problems()
    found = steps.plan(root, problems)
    assert found is not None
    assert list(problems) == []
    return found


def test_the_settings_get_the_format_last(root: Path) -> None:
    (root / "content/interviews/empty.md").write_bytes(EMPTY.replace("\n", "\r\n").encode())
    found = planned(root)
    assert found.before == 1
    assert list(found.files) == ["content/interviews/empty.md", "content/site.toml"]
    comment = EMPTY.replace("description", "# description").replace("\n", "\r\n").encode()
    assert found.files["content/interviews/empty.md"] == comment
    head = b'downloads = ["all"]\nformat = 2\n'
    assert found.files["content/site.toml"] == head + (root / "content/site.toml").read_bytes()
    assert found.done == [
        "content/interviews/empty.md:6: an empty text is a comment now: # description: ''",
        'content/site.toml:1: downloads = ["all"]',
        "content/site.toml:2: format = 2",
    ]


def test_an_upgrade_edits_nothing_that_is_ignored(root: Path) -> None:
    path = root / "content/site.toml"
    path.write_bytes(b'ignore = ["notes.md", "x.pages"]\n' + path.read_bytes())
    for name in ("notes.md", "x.pages", "empty.md"):
        (root / "content/interviews" / name).write_text(EMPTY, encoding="utf-8")
    found = planned(root)
    assert list(found.files) == ["content/interviews/empty.md", "content/site.toml"]
    assert not any("x.pages" in line for line in found.told)


def test_an_archive_that_has_chosen_its_downloads_keeps_its_choice(root: Path) -> None:
    path = root / "content/site.toml"
    path.write_bytes(b'downloads = ["epub"]\n' + path.read_bytes())
    found = planned(root)
    assert found.files["content/site.toml"] == b"format = 2\n" + path.read_bytes()
    assert found.done == ["content/site.toml:1: format = 2"]


@pytest.mark.parametrize("chosen", ["", 'downloads = ["json", "tei"]\n'])
def test_an_upgrade_takes_no_download_away(root: Path, chosen: str) -> None:
    path = root / "content/site.toml"
    path.write_bytes(chosen.encode() + path.read_bytes())
    before, after = (
        settings.read_settings(text, "x", Problems()).downloads
        for text in (path.read_text("utf-8"), planned(root).files["content/site.toml"].decode())
    )
    assert before == after


def test_a_step_leads_from_each_format_to_the_next() -> None:
    assert list(steps._STEPS) == list(range(1, settings.FORMAT))


def test_an_archive_of_this_format_needs_nothing(root: Path) -> None:
    path = root / "content/site.toml"
    path.write_bytes(b"format = %d\n" % settings.FORMAT + path.read_bytes())
    (root / "content/interviews/empty.md").write_text(EMPTY, encoding="utf-8")
    assert planned(root) == Upgrade(settings.FORMAT)


def test_what_was_built_last_becomes_the_record_of_what_was_published(root: Path) -> None:
    (root / "output/data").mkdir(parents=True)
    (root / "output/data/ids.json").write_text('{"river": ["t1", "t2"], "آب": []}', encoding="utf-8")
    found = planned(root)
    data = found.files["content/published.json"]
    assert json.loads(data) == {"river": ["t1", "t2"], "آب": []}
    assert data.count(b"\n") == 4
    assert "content/published.json: the ids of 2 published interviews, from output/data/ids.json" in found.done
    assert found.told == []


@pytest.mark.parametrize("data", [None, b"", b"[]", b'{"river": 7}'])
def test_without_a_built_site_a_person_is_told(root: Path, data: bytes | None) -> None:
    if data is not None:
        (root / "output/data").mkdir(parents=True)
        (root / "output/data/ids.json").write_bytes(data)
    found = planned(root)
    assert "content/published.json" not in found.files
    (told,) = found.told
    assert told.startswith("content/published.json: no built site tells")
    assert "publish --published URL" in told


def test_a_record_that_is_there_stays(root: Path) -> None:
    (root / "content/published.json").write_text("{}", encoding="utf-8")
    (root / "output/data").mkdir(parents=True)
    (root / "output/data/ids.json").write_text('{"river": []}', encoding="utf-8")
    found = planned(root)
    assert list(found.files) == ["content/site.toml"]
    assert found.told == []


def test_files_that_are_not_read_are_told(root: Path) -> None:
    (root / "content/published.json").write_text("{}", encoding="utf-8")
    (root / "content/interviews/talk.docx").write_bytes(b"")
    (told,) = planned(root).told
    assert told.startswith("content/interviews/talk.docx: it is not read, which is an error now; run: ")


def test_templates_that_hide_ours_are_told(root: Path) -> None:
    (root / "content/published.json").write_text("{}", encoding="utf-8")
    (root / "templates/static").mkdir(parents=True)
    (root / "templates/locale").mkdir()
    shutil.copy(sites.ROOT / "templates/home.html.jinja", root / "templates")
    for path in ("free.html.jinja", "own.html.jinja", "static/site.css", "static/own.css", "locale/fa.po"):
        (root / "templates" / path).write_text("", encoding="utf-8")
    assert planned(root).told == [
        "templates/free.html.jinja: it hides Goftogu's, which may have changed; compare the two",
        "templates/home.html.jinja: the same as Goftogu's; delete it, so that updates reach it",
        "templates/static/site.css: it hides Goftogu's, which may have changed; compare the two",
    ]


def test_messages_that_say_the_same_as_ours_are_counted(root: Path) -> None:
    (root / "content/published.json").write_text("{}", encoding="utf-8")
    (root / "templates/locale").mkdir(parents=True)
    own = root / "templates/locale/fa.po"
    ours = (sites.ROOT / "templates/locale/fa.po").read_text(encoding="utf-8")
    own.write_text(ours.replace('msgstr "گفت‌وگوها"', 'msgstr "مصاحبه‌ها"', 1), encoding="utf-8")
    (told,) = planned(root).told
    same, count = map(int, re.findall(r"\d+", told.partition(":")[2].replace(",", "")))
    assert same == count - 1
    assert told.startswith("templates/locale/fa.po: ")
    own.write_text('msgid "Interviews"\nmsgstr "مصاحبه‌ها"\n\nmsgid "New"\nmsgstr "نو"\n', encoding="utf-8")
    assert planned(root).told == []


@pytest.mark.parametrize(
    ("text", "code"),
    [(None, "S007"), ("format = 3\n", "C009"), ("format = 'x'\n", "C004"), ("x = 7\n", "C002"), ("[", "C001")],
)
def test_settings_that_cannot_be_read_end_it(root: Path, text: str | None, code: str) -> None:
    path = root / "content/site.toml"
    if text is None:
        path.unlink()
    else:
        path.write_bytes(text.encode() + path.read_bytes())
    problems = Problems()
    assert steps.plan(root, problems) is None
    assert [problem.code for problem in problems] == [code]


def test_a_transcript_that_cannot_be_read_is_left_to_the_build(root: Path) -> None:
    (root / "content/interviews/bad.md").write_bytes(b"\xff")
    assert list(planned(root).files) == ["content/site.toml"]


def test_births_that_mean_another_year_are_told(root: Path) -> None:
    with (root / "content/people.toml").open("a", encoding="utf-8") as stream:
        stream.write('born = "1325"\n')
    told = [str(message) for message in planned(root).told]
    assert any("1325 is a Jalali date now" in message for message in told)
    (root / "content/people.toml").unlink()
    assert not any("Jalali" in str(message) for message in planned(root).told)
