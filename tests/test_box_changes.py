"""The archive of the box is published; then people change it, and what was published before is still there after."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote

import polib
import pytest

from goftogu.cli import main
from tests import sites, workflows
from tests.box import archive
from tests.box.archive import WITHOUT_ENGINE, edit
from tests.serving import serving

HIDDEN: Final = "چمدان قهوه‌ای"
HIDDEN_ENGLISH: Final = "a brown suitcase"
VIEWS: Final = ("fa", "en", "both", "both-en")
_ID: Final = re.compile(r'\bid="?([tps]\d+(?:\.\d+)?)(?=[\s">])')

Say = Callable[..., str]


class Seen(NamedTuple):
    """What readers can reach: every address, the ids in each page, and the ids that are kept as published."""

    addresses: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    record: Mapping[str, list[str]]


def seen(root: Path) -> Seen:
    site = sites.files(root / "output")
    ids = {path: frozenset(_ID.findall(data.decode())) for path, data in site.items() if path.endswith(".html")}
    return Seen(frozenset(site), ids, json.loads((root / "content/published.json").read_bytes()))


def lost(before: Seen, after: Seen) -> set[str]:
    """Return the addresses that are gone; those of ids are written with ``#``."""
    ids = {
        f"{path}#{name}"
        for path, names in before.ids.items()
        if path in after.addresses
        for name in names - after.ids[path]
    }
    return set(before.addresses - after.addresses) | ids


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(archive.published(), tmp_path / "archive")


@pytest.fixture
def before(root: Path) -> Seen:
    return seen(root)


@pytest.fixture
def say(root: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    return archive.teller(root, capsys)


def test_without_a_change_nothing_is_written(root: Path, say: Say) -> None:
    files = sites.files(root / "content")
    assert re.search(r"\n0 written, \d+ unchanged, 0 removed", say("publish", *WITHOUT_ENGINE))
    assert main(["publish", "--check", "--root", str(root), *WITHOUT_ENGINE]) == 0
    assert sites.files(root / "content") == files


def test_a_title_and_a_turn_are_corrected_and_their_english_is_stale(root: Path, say: Say, before: Seen) -> None:
    labelled = root / "content/interviews/labelled.md"
    edit(labelled, "title: ", "title: دوباره، ")
    edit(labelled, "نامه هم می‌رسید؟", "نامه هم از شنوندگان می‌رسید؟")
    told = say("publish", *WITHOUT_ENGINE)
    assert re.search(r"\b2 stale\b", told), told
    after = seen(root)
    assert lost(before, after) == set()
    assert after.record == before.record
    page = (root / "output/fa/labelled.html").read_text(encoding="utf-8")
    assert "نامه هم از شنوندگان می\u200cرسید؟" in page
    assert "دوباره، " in (root / "output/fa/interviews/index.html").read_text(encoding="utf-8")


def test_a_published_turn_that_vanishes_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labelled = root / "content/interviews/labelled.md"
    text = labelled.read_text(encoding="utf-8")
    labelled.write_text(re.sub(r"\nپرسشگر: نامه هم.*", "\n", text, flags=re.DOTALL), encoding="utf-8")
    site = sites.files(root / "output")
    capsys.readouterr()
    assert main(["build", "--root", str(root), *WITHOUT_ENGINE]) == 1
    assert "labelled.md: W010 published ids are gone: t7, t8 " in capsys.readouterr().err
    assert sites.files(root / "output") == site


def texts(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a site without half-spaces, and those within books and Word files."""
    for path, data in sites.files(folder).items():
        yield path, data.replace("\u200c".encode(), b"")
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as inner:
                yield from (
                    (f"{path}/{name}", inner.read(name).replace("\u200c".encode(), b"")) for name in inner.namelist()
                )


def holding(root: Path, words: str) -> list[str]:
    """Return the files of a site in which somebody finds some words, with half-spaces, without, or with blanks."""
    forms = {words.replace("\u200c", other).encode() for other in ("", " ")}
    return [path for path, data in texts(root / "output") if any(form in data for form in forms)]


def test_a_name_is_withheld_everywhere_with_its_english_and_the_file_received(root: Path, say: Say) -> None:
    names = ("مصاحبه-مریم-توانا", "typed-with-blanks")
    for name in names:
        memory = polib.pofile(str(root / f"content/translations/en/{name}.po"))
        entry = next(entry for entry in memory if "چمدان" in entry.msgid)
        entry.msgstr = f"He kept his books in {HIDDEN_ENGLISH}."
        memory.save()
        say("approve", f"{name}:{entry.msgctxt.partition('.')[0]}", "--by", "Sara")
    say("publish", *WITHOUT_ENGINE)
    before = seen(root)
    shown = holding(root, HIDDEN) + holding(root, HIDDEN_ENGLISH)
    assert {Path(path).suffix for path in shown} >= {".html", ".xhtml", ".json", ".xml", ".txt", ".js", ".tmx"}
    assert any(".received.docx/" in path for path in shown)
    for name in names:
        file = root / f"content/interviews/{name}.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"یک چمدان قهوه.ای", "[withheld: به خواست راوی]", text), encoding="utf-8")
    say("publish", *WITHOUT_ENGINE)
    assert holding(root, HIDDEN) + holding(root, HIDDEN_ENGLISH) == []
    after = seen(root)
    received = {f"data/{name}.received.{ending}" for name, ending in zip(names, ("docx", "txt"), strict=True)}
    assert lost(before, after) == received
    assert after.record == before.record


def test_a_published_interview_that_is_ignored_from_now_on_is_told(
    root: Path, before: Seen, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'ignore = ["content/interviews/old-computer.md"]\n{text}', encoding="utf-8")
    main(["check", "--root", str(root), *WITHOUT_ENGINE])
    assert "old-computer.md: W011 the interview was published and is gone " in capsys.readouterr().err


def test_a_renamed_interview_leaves_its_address_to_the_new_one(
    root: Path, say: Say, before: Seen, capsys: pytest.CaptureFixture[str]
) -> None:
    interviews, english = root / "content/interviews", root / "content/translations/en"
    (interviews / "old-computer.md").rename(interviews / "radio.md")
    assert main(["publish", "--root", str(root), *WITHOUT_ENGINE]) == 1
    told = capsys.readouterr().err
    assert "old-computer.md: W011 the interview was published and is gone " in told
    assert "old-computer.po: M005 belongs to no interview (rename it after its interview" in told
    assert lost(before, seen(root)) == set()
    (english / "old-computer.po").rename(english / "radio.po")
    (root / "content/redirects.toml").write_text('[renamed]\nold-computer = "radio"\n', encoding="utf-8")
    say("publish", *WITHOUT_ENGINE)
    after = seen(root)
    assert {path.partition(".")[0] for path in lost(before, after) if "#" not in path} == {"data/old-computer"}
    for view in VIEWS:
        assert "radio.html" in (root / f"output/{view}/old-computer.html").read_text(encoding="utf-8")
        assert after.ids[f"{view}/radio.html"] == before.ids[f"{view}/old-computer.html"]
    assert {path for path in lost(before, after) if "#" in path} == {
        f"{path}#{name}"
        for path in before.ids
        if "/old-computer." in path and path in after.ids
        for name in before.ids[path]
    }
    moved = {path.replace("old-computer", "radio") for path in before.addresses if "old-computer" in path}
    assert after.addresses >= moved
    assert after.record["radio"] == before.record["old-computer"]
    assert "Persian is shown" not in (root / "output/en/radio.html").read_text(encoding="utf-8")


def test_a_turn_of_a_renamed_interview_cannot_vanish_either(
    root: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = root / "content/interviews/radio.md"
    (root / "content/interviews/old-computer.md").rename(renamed)
    (root / "content/translations/en/old-computer.po").rename(root / "content/translations/en/radio.po")
    (root / "content/redirects.toml").write_text('[renamed]\nold-computer = "radio"\n', encoding="utf-8")
    text = renamed.read_text(encoding="utf-8")
    last = text.rindex("{: #t")
    renamed.write_text(text[:last] + text[last:].replace("#t", "#t9"), encoding="utf-8")
    capsys.readouterr()
    assert main(["publish", "--root", str(root), *WITHOUT_ENGINE]) == 1
    assert "radio.md: W010 published ids are gone: " in capsys.readouterr().err


def fourth_session() -> str:
    text = (archive.box() / "نوار 3.txt").read_text(encoding="utf-8")
    assert "چهل قایق" in text
    return text.replace("چهل قایق", "سی قایق")


def test_a_session_more_joins_its_series_and_the_others_stay(root: Path, say: Say, before: Seen) -> None:
    new = root.parent / "نوار 4.txt"
    new.write_text(fourth_session(), encoding="utf-8")
    say("import", str(new), "--title", "نشست چهارم", "--date", "۲۲ تیر ۱۳۹۴")
    edit(root / "content/interviews/نوار-4.md", "\nspeakers:\n", "\nseries: tapes\npart: 4\nspeakers:\n")
    say("publish", *WITHOUT_ENGINE)
    after = seen(root)
    assert lost(before, after) == set()
    assert {name: ids for name, ids in after.record.items() if name != "نوار-4"} == before.record
    assert after.record["نوار-4"] == ["t1", "t2", "t3", "t4"]
    page = (root / "output/fa/series/tapes.html").read_text(encoding="utf-8")
    assert [quote(f"نوار-{number}.html") in page for number in range(1, 5)] == [True] * 4
    assert quote("نوار-4.html") in (root / "output/fa/نوار-3.html").read_text(encoding="utf-8")


@pytest.mark.skipif(
    sys.platform == "win32" or not (shutil.which("git") and shutil.which("bash")),
    reason="runs the shell of a host: needs git and bash",
)
def test_the_workflow_that_init_wrote_publishes_it_and_takes_in_what_is_uploaded(root: Path, tmp_path: Path) -> None:
    """Every ``run:`` of the workflow, in its order; what installs from an index is only noted.

    Nobody has said when the new session was: it is kept as a draft, with ids, and not published yet.
    """
    before = seen(root)
    host = workflows.of_archive(root, tmp_path / "host")
    host.answers["archive/data/ids.json"] = (200, (root / "output/data/ids.json").read_bytes())
    host.upload("content/interviews/نوار 4.txt", fourth_session().encode())
    with serving(host.answers) as server:
        host.address = f"{server}archive/"
        done = host.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert host.installed == ["-m pip install -r requirements.txt"]
    assert host.commits() == ["Give ids and translations to new text", "Upload", "Upload"]
    assert re.findall(r"\{: #(t\d+) ?", host.held("content/interviews/نوار-4.md")) == ["t1", "t2", "t3", "t4"]
    assert "content/received/نوار 4.txt" in host.git("-c", "core.quotePath=off", "ls-files")
    after = seen(host.root)
    assert lost(before, after) == set()
    assert re.search(r"content/interviews/نوار-4\.md.*T015", done.stdout + done.stderr)
    assert not [path for path in after.addresses if "نوار-4" in path]
