"""Trials with names: what lies below ``content/`` and ``templates/`` is read, or named with what was probably meant."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from goftogu.build import pipeline
from goftogu.content import files
from goftogu.problems import Problems
from goftogu.storage import fingerprints
from goftogu.storage import names as storage_names
from goftogu.transcripts import archive
from goftogu.translation.memory import store
from goftogu.translation.memory.store import MemoryUse, Request
from tests import sites, trials
from tests.trials import ABOUT, PO, RIVER, SITE, Bench

MEANT: Final = {
    "content/azar.md": "content/interviews/azar.md",
    "content/azar.txt": "content/interviews/azar.txt",
    "content/azar.markdown": "content/interviews/azar.md",
    "content/interview/azar.md": "content/interviews/",
    "content/Interviews/azar.md": "content/interviews/",
    "content/interveiws/azar.md": "content/interviews/",
    "content/Pages/about.fa.md": "content/pages/",
    "content/page/about.fa.md": "content/pages/",
    "content/recieved/a.docx": "content/received/",
    "content/translation/en/river.po": "content/translations/",
    "content/medias/a.mp3": "content/media/",
    "content/pages/history.en.txt": "content/pages/history.en.md",
    "content/history.fa.md": "content/pages/history.fa.md",
    "content/glosary.toml": "content/glossary.toml",
    "content/Glossary.toml": "content/glossary.toml",
    "content/PEOPLE.TOML": "content/people.toml",
    "content/people.yaml": "content/people.toml",
    "content/orthografy.toml": "content/orthography.toml",
    "content/places.toml.txt": "content/places.toml",
    "content/site.toml.txt": "content/site.toml",
    "content/redirect.toml": "content/redirects.toml",
    "content/card.jpg": "content/card.png",
    "content/Card.PNG": "content/card.png",
    "content/river.po": "content/translations/en/river.po",
    "content/translations/river.po": "content/translations/en/river.po",
    "content/translations/en/river.PO": "content/translations/en/river.po",
    "content/interviews/river.po": "",
    "templates/home.html": "templates/home.html.jinja",
    "templates/Base.html.jinja": "templates/base.html.jinja",
    "templates/sub/base.html.jinja": "templates/base.html.jinja",
    "templates/intervew.html.jinja": "templates/interview.html.jinja",
    "templates/site.css": "templates/static/site.css",
    "templates/own.css": "templates/static/",
    "templates/fa.po": "templates/locale/fa.po",
    "templates/locale/en.po": "templates/locale/fa.po",
    "templates/static/site.css.txt": "templates/static/site.css",
}
"""Where a file was put, and what its problem proposes."""

LEFT: Final = (
    "content/Thumbs.db", "content/desktop.ini", "content/pages/desktop.ini", "content/site.toml.bak",
    "content/people.toml~", "content/~$azar.docx", "content/#site.toml#", "content/translations/en/river.po.orig",
    "content/translations/en/river.mo", "content/site.toml.rej", "content/received.part", "templates/Thumbs.db",
    "templates/base.html.jinja.bak", "content/__MACOSX/azar.md", "content/interviews/Thumbs.db",
    "content/interviews/~$azar.docx", "content/interviews/azar.md~", "content/interviews/azar.md.orig",
    "content/interviews/#azar.md#", "content/interviews/4913", "content/interviews/__MACOSX/._azar.md",
    "content/media/@eaDir/a.mp3", "content/$RECYCLE.BIN/a.md",
    "content/#recycle/a.md", "content/lost+found/a", "content/people.toml.sb-1f2e3d4c-aBc12D", "content/Icon\r",
    "content/translations/en/river.po~", "content/System Volume Information/x",
)  # fmt: skip
"""What programs leave behind."""

BROUGHT: Final = (
    "content/azar.docx",
    "content/گفت‌وگو ۱.docx",
    "content/azar.srt",
    "content/pages/azar.odt",
    "content/a.html",
)
STRAY: Final = (
    "content/azar.mp4", "content/pages/photo.jpg", "content/README", "content/translations/notes", "content/azar.pdf",
    "content/translations/de/river.po", "content/translations/en/sub/river.po", "content/pages/fa/about.md",
    "content/received/box/azar.docx", "content/archive.zip", "templates/fonts/x.woff", "templates/mine.html.jinja",
    "templates/notes.md",
)  # fmt: skip
FOLDERS: Final = (
    "content/new", "content/pages/old", "content/interviews/old", "content/translations/de", "content/received/old",
    "content/translations/en/old", "templates/new", "content/interviews/x.md", "content/pages/x.en.md",
    "content/translations/en/ghost.po", "content/site",
)  # fmt: skip
USED: Final = (
    "content/received/رسیده.docx", "content/received/a b (1).txt", "content/.DS_Store", "content/interviews/.gitkeep",
    "content/.obsidian/app.json", "templates/static/photo.jpg", "templates/static/deep/photo.jpg", "templates/.git",
    "templates/static/own.css", "content/translation.lock", "content/pages/.about.fa.md.swp",
)  # fmt: skip


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("trials"))


def of_place(bench: Bench, path: str) -> Iterator[str]:
    """Yield code and hint of what is said about a file, or about a folder that it is in."""
    for problem in bench.problems({path: trials.base(RIVER) if path.endswith(".md") else "x"}):
        if f"{path}/".startswith(f"{problem.path}/"):
            yield f"{problem.code} {problem.hint}"


@pytest.mark.parametrize("path", MEANT)
def test_what_was_meant_is_proposed(path: str, bench: Bench) -> None:
    (said,) = of_place(bench, path)
    assert said.startswith("S009 ")
    assert MEANT[path] in said
    assert not MEANT[path].endswith("md") or f"“{MEANT[path]}”" in said


@pytest.mark.parametrize("path", LEFT)
def test_what_a_program_left_is_to_be_deleted(path: str, bench: Bench) -> None:
    assert [said[:14] for said in of_place(bench, path)] == ["S009 delete it"]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "IMG_1.AAE", "a.mp3.bak"])
def test_what_a_program_left_beside_pictures_stops_no_build(name: str, bench: Bench) -> None:
    assert [said[:14] for said in of_place(bench, f"content/media/{name}")] == ["S013 delete it"]


@pytest.mark.parametrize("path", BROUGHT)
def test_what_can_be_imported_is_told_how(path: str, bench: Bench) -> None:
    (said,) = of_place(bench, path)
    assert "import" in said


@pytest.mark.parametrize("path", STRAY)
def test_everything_else_is_named(path: str, bench: Bench) -> None:
    assert [said[:4] for said in of_place(bench, path)] == ["S009"]


@pytest.mark.parametrize("path", FOLDERS)
def test_a_folder_where_none_belongs_is_named_even_when_it_is_empty(path: str, bench: Bench) -> None:
    found = [problem for problem in bench.problems({path: None}) if problem.path == path]
    assert {problem.code for problem in found} <= {"S002", "S009", "M005"}
    assert len(found) == 1


@pytest.mark.parametrize("path", USED)
def test_what_is_used_or_begins_with_a_dot_is_no_problem(path: str, bench: Bench) -> None:
    assert bench.told({path: "a{}" if path.endswith("css") else "x"}) == []


def test_a_template_that_another_one_names_is_used(bench: Bench) -> None:
    files = {
        "templates/landing.html.jinja": '{% extends "goftogu/landing.html.jinja" %}{% block title %}'
        "{% include 'mine/foot.jinja' %}{% endblock %}",
        "templates/mine/foot.jinja": "x",
    }
    assert not [told for told in bench.told(files) if "S009" in told]


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("content/notes", "content/notes/azar.md"),
        ("content/notes/", "content/notes/azar.md"),
        ("*.bak", "content/site.toml.bak"),
        ("Thumbs.db", "content/interviews/Thumbs.db"),
        ("content/interviews/raw", "content/interviews/raw/a.docx"),
        ("content/*.pdf", "content/azar.pdf"),
        ("templates/notes.md", "templates/notes.md"),
    ],
)
def test_what_the_settings_ignore_is_left_alone(pattern: str, path: str, bench: Bench) -> None:
    settings = f'ignore = ["{pattern}"]\n{trials.base(SITE)}'
    assert bench.told({SITE: settings, path: "x"}) == []
    assert bench.told({SITE: f'ignore = ["other"]\n{trials.base(SITE)}', path: "x"}) != []


@pytest.mark.parametrize(
    ("name", "meant"), [("x.md.txt", "x.md"), ("x.txt.md", "x.md"), ("x.docx.txt", "x.txt"), ("x.MD", "x.md")]
)
def test_an_ending_too_many_is_told_with_the_name_that_was_meant(name: str, meant: str, bench: Bench) -> None:
    (problem,) = bench.problems({f"content/interviews/{name}": trials.base(RIVER)})
    assert problem.code in {"S004", "S009"}
    assert meant in problem.hint


LINKED: Final = ("content", "content/interviews", "content/pages", "content/translations", "content/translations/en")


@pytest.mark.parametrize("path", LINKED)
def test_a_link_in_the_place_of_a_folder_is_told_cold_and_warm(path: str, tmp_path: Path) -> None:
    root = sites.make_built(tmp_path / "archive")
    for language in ("fa", "en"):
        (root / "content/pages").mkdir(exist_ok=True)
        (root / ABOUT.format(language)).write_text("# سرآغاز\n\nمتن.\n", encoding="utf-8")
    (root / "content/translations/en").mkdir(parents=True, exist_ok=True)
    (root / PO).write_text(trials.HEAD + trials.entry("t1.1", trials.QUESTION, "What?"), encoding="utf-8")
    assert sites.build(root).result is not None
    (root / path).rename(tmp_path / "elsewhere")
    (root / path).symlink_to(tmp_path / "elsewhere")
    warm = {problem.code for problem in sites.build(root).problems}
    assert "S005" in warm
    assert {problem.code for problem in sites.build(root).problems} == warm


@pytest.mark.parametrize("path", ["content/new", "content/interviews/x.md", "templates/new", "content/interviews/sub"])
def test_an_empty_folder_is_told_by_a_warm_build_too(path: str, tmp_path: Path) -> None:
    root = sites.make_built(tmp_path / "archive")
    assert not sites.build(root).problems.has_errors()
    (root / path).mkdir()
    assert sites.build(root).problems.has_errors()
    (root / path).rmdir()
    assert not sites.build(root).problems.has_errors()


@pytest.mark.parametrize(
    "path", ["content", "content/interviews", "content/pages", "content/translations/en", "templates"]
)
def test_a_folder_that_cannot_be_read_is_never_empty(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sites.make_built(tmp_path / "archive")
    (root / "content/pages").mkdir()
    (root / "content/translations/en").mkdir(parents=True, exist_ok=True)
    before = sites.files(root / "output")
    scan, iterate = os.scandir, Path.iterdir

    def judge(folder: object) -> None:
        if str(folder).rstrip("/") == str(root / path):
            raise PermissionError(13, "Permission denied", str(folder))

    def refuse(folder: str) -> object:
        judge(folder)
        return scan(folder)

    def refuse_too(folder: Path) -> Iterator[Path]:
        judge(folder)
        return iterate(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(Path, "iterdir", refuse_too)
    report = sites.build(root)
    assert [problem.code for problem in report.problems if problem.path == path][:1] == ["S002"]
    assert report.result is None
    assert sites.files(root / "output") == before


NFC: Final = "آب"
NFD: Final = unicodedata.normalize("NFD", NFC)


def test_both_spellings_of_a_name_are_one_name(tmp_path: Path) -> None:
    assert NFC != NFD
    (tmp_path / f"{NFD}.po").touch()
    assert storage_names.spelled(tmp_path, f"{NFC}.po") == f"{NFD}.po"
    assert storage_names.spelled(tmp_path, "x.po") == "x.po"
    assert storage_names.spelled(tmp_path, "هیچ.po") == "هیچ.po"
    assert storage_names.spelled(tmp_path / "none", f"{NFC}.po") == f"{NFC}.po"
    (tmp_path / f"{NFC}.po").touch()
    assert storage_names.spelled(tmp_path, f"{NFC}.po") == f"{NFC}.po"


@pytest.mark.parametrize(("interview", "memory"), [(NFD, NFC), (NFC, NFD), (NFD, NFD)])
def test_a_memory_is_found_however_its_name_is_spelled(interview: str, memory: str, tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    (root / RIVER).rename(root / f"content/interviews/{interview}.md")
    po = root / f"content/translations/en/{memory}.po"
    po.parent.mkdir(parents=True)
    po.write_text(trials.HEAD + trials.entry("t1.1", trials.QUESTION, "What do you recall?"), encoding="utf-8")
    report = sites.build(root)
    assert [problem.code for problem in report.problems if problem.code not in trials.ALWAYS] == []
    assert "What do you recall?" in (root / f"output/en/{NFC}.html").read_text(encoding="utf-8")
    assert [file.name for file in po.parent.iterdir()] == [po.name]


def test_a_memory_is_saved_under_the_name_that_it_has(tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    (root / RIVER).rename(root / f"content/interviews/{NFD}.md")
    po = root / f"content/translations/en/{NFD}.po"
    po.parent.mkdir(parents=True)
    po.write_text(trials.HEAD + trials.entry("t1.1", trials.QUESTION, "What?"), encoding="utf-8")
    content = archive.read_archive(root, Problems())
    store.update(root, content.interviews, content.vocabulary, Problems(), Request(MemoryUse.KEEP))
    assert [file.name for file in po.parent.iterdir()] == [po.name]
    assert "X-Entries: 4" in po.read_text(encoding="utf-8")


def test_a_received_file_is_found_however_its_name_is_spelled(bench: Bench) -> None:
    files = {
        **trials.river("speakers:", f"source:\n  file: {NFC}.txt\nspeakers:"),
        f"content/received/{NFD}.txt": "پرسشگر: از رودخانه چه به یاد دارید؟\n",
    }
    assert bench.told(files) == []


def test_two_files_whose_names_look_the_same_are_told(bench: Bench) -> None:
    interviews = {f"content/interviews/{name}.md": trials.base(RIVER) for name in (NFC, NFD)}
    assert [told for told in bench.told(interviews) if "S006" in told]
    received = {f"content/received/{name}.docx": "x" for name in (NFC, NFD)}
    assert [told for told in bench.told(received) if "S006" in told]


def test_a_receipt_knows_every_folder(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/c").mkdir()
    (tmp_path / "a/c/x").touch()
    assert list(fingerprints.everything(str(tmp_path), "a")) == ["a/b/", "a/c/x"]
    assert list(fingerprints.listing(str(tmp_path), "a")) == ["a/c/x"]
    assert list(fingerprints.everything(str(tmp_path), "none")) == ["none/"]
    assert pipeline.CACHE


COPIES: Final = (
    "river (1)", "river copy", "river - Copy", "Copy of river", "رونوشت river", "river-DESKTOP-AB12CD",
    "river-Saras-MacBook-Pro", "river.sync-conflict-20250101-120000-ABCDEFG", "river_BACKUP_1234", "river_LOCAL_1234",
    "river (conflicted copy 2025-01-01 120000)", "river (Sara's conflicted copy 2025-01-01)", "river.bak", "river.old",
)  # fmt: skip
"""What programs call a copy of ``river.md``."""


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_program_made_is_never_published_as_an_interview(name: str, bench: Bench) -> None:
    (problem,) = bench.problems({f"content/interviews/{name}.md": trials.base(RIVER)})
    assert (problem.code, problem.path) == ("S006", f"content/interviews/{name}.md")
    assert "copy of “river”" in str(problem.message)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_memory_is_told_with_that_which_is_read(name: str, bench: Bench) -> None:
    (problem,) = bench.problems({f"content/translations/en/{name}.po": trials.HEAD})
    assert problem.code == "M005"
    assert "copy of “river”" in str(problem.message)


@pytest.mark.parametrize("name", ["river-2", "river-copybook", "rivers", "garden-DESKTOP-1", "garden.bak"])
def test_an_interview_that_is_called_like_another_one_stays(name: str, bench: Bench) -> None:
    text = trials.base(RIVER).replace("دربارهٔ رودخانه", "دربارهٔ کوه")
    assert bench.told({f"content/interviews/{name}.md": text}) == []


AWAY: Final = (
    "content/interviews/.azar.md.icloud", "content/pages/.about.fa.md.icloud", "content/.glossary.toml.icloud",
    "content/translations/en/.river.po.icloud", "content/media/.azar.mp3.icloud", "content/received/.a.docx.icloud",
    "content/.card.png.icloud",
)  # fmt: skip


@pytest.mark.parametrize("path", AWAY)
def test_what_is_only_in_icloud_is_never_left_out(path: str, bench: Bench) -> None:
    found = [problem for problem in bench.problems({path: b"bplist00"}) if problem.code == "S007"]
    assert [problem.path for problem in found] == [path.replace("/.", "/").removesuffix(".icloud")]
    assert "download" in str(found[0].hint)


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        *((path, path.replace("/.", "/").removesuffix(".icloud")) for path in AWAY),
        *((path, "*.icloud") for path in AWAY),
    ],
)
def test_what_is_only_in_icloud_and_ignored_is_left_alone(path: str, ignored: str, bench: Bench) -> None:
    problems = bench.problems({SITE: f'ignore = ["{ignored}"]\n{trials.base(SITE)}', path: b"bplist00"})
    assert [problem for problem in problems if problem.code == "S007"] == []


@contextmanager
def odd(root: Path, path: str, kind: str) -> Iterator[None]:
    """Lay something into an archive that is no file, or one larger than any; take it out again."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    before = file.read_bytes() if file.exists() else None
    file.unlink(missing_ok=True)
    match kind:
        case "fifo":
            os.mkfifo(file)
        case "loop":
            file.symlink_to(file.name)
        case "outside":
            file.symlink_to("/dev/null")
        case "up":
            file.symlink_to("..")
        case _:
            with file.open("wb") as opened:
                opened.truncate(files.LARGEST + 1)
    try:
        yield
    finally:
        file.unlink()
        if before is not None:
            file.write_bytes(before)


PLACES: Final = (
    "content/interviews/x.md", "content/people.toml", "content/pages/x.fa.md", "content/translations/en/river.po",
    "content/card.png", "content/redirects.toml", "content/published.json", "templates/x.html.jinja",
    "templates/base.html.jinja", "templates/static/own.css", "templates/locale/fa.po",
)  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such things there")
@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("kind", ["fifo", "loop", "outside", "up", "huge"])
def test_what_is_no_file_is_told_at_once_and_never_read(kind: str, path: str, bench: Bench) -> None:
    with odd(bench.root, path, kind):
        told = [problem.code for problem in bench.problems({}) if problem.path == path]
    of_kind = {"fifo": {"S002"}, "huge": {"S010", "S002"}}.get(kind, {"S005"}) | {"P001", "P004"}
    assert set(told) & of_kind
    assert set(told) <= {*of_kind, "S009"}


def test_a_link_among_the_templates_is_told_although_the_settings_ignore_it(bench: Bench) -> None:
    secret = bench.root / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    link = bench.root / "templates/static/secret.txt"
    link.symlink_to(secret)
    try:
        told = bench.told({SITE: f'ignore = ["templates/static/secret.txt"]\n{trials.base(SITE)}'})
    finally:
        link.unlink()
    assert told == ["templates/static/secret.txt:0:0 S005"]


@pytest.mark.skipif(os.name == "nt", reason="no such links there")
@pytest.mark.parametrize("folder", ["templates", "templates/static", "templates/locale"])
def test_nobody_is_kept_from_building_while_a_template_is_open_in_emacs(folder: str, bench: Bench) -> None:
    mark = bench.root / folder / ".#base.html.jinja"
    mark.symlink_to("sara@desk.4711:1764295200")
    try:
        assert bench.told({}) == []
    finally:
        mark.unlink()


def test_another_hidden_link_among_the_templates_is_told(bench: Bench) -> None:
    link = bench.root / "templates/.secret.html.jinja"
    link.symlink_to("/dev/null")
    try:
        assert "templates/.secret.html.jinja:0:0 S005" in bench.told({})
    finally:
        link.unlink()


@pytest.mark.parametrize("other", ["About", "ABOUT", "aBout"])
def test_pages_whose_names_read_alike_are_told(other: str, bench: Bench) -> None:
    alike = {f"content/pages/{other}.{language}.md": "# الف\n\nب\n" for language in ("fa", "en")}
    assert len([told for told in bench.told({**trials.page("# الف\n\nب\n"), **alike}) if "S006" in told]) == 2


@pytest.mark.parametrize("path", ["content/glossary.toml", "content/card.png", "content/published.json"])
def test_a_folder_in_the_place_of_a_file_is_told_once(path: str, bench: Bench) -> None:
    assert [problem.code for problem in bench.problems({path: None})] == ["S002"]


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("content/interviews/azar.doc", "save it as .docx"),
        ("content/interviews/azar.pages", "save it as .docx"),
        ("content/interviews/azar.lnk", "import the file that it leads to"),
        ("content/interviews/azar.gdoc", "download the document"),
        ("content/interviews/azar.m4a", "content/media/azar.m4a"),
        ("content/azar.tiff", "content/media/azar.tiff"),
        ("content/azar.heic", "or move it elsewhere"),
        ("content/azar.url", "import the file that it leads to"),
        ("content/people.xlsx", "content/people.toml"),
        ("content/translations/en/river.xlf", "elsewhere"),
    ],
)
def test_a_file_of_another_kind_is_told_how_it_comes_in(path: str, way: str, bench: Bench) -> None:
    (problem,) = bench.problems({path: b"x"})
    assert problem.code == "S009"
    assert way in str(problem.hint)


@pytest.mark.parametrize("path", ["content/interviews/README.md", "content/media/notes.xml", "content/media/a b.psd"])
def test_what_is_ignored_is_left_alone_in_every_folder(path: str, bench: Bench) -> None:
    assert bench.told({SITE: f'ignore = ["{path}"]\n{trials.base(SITE)}', path: "# Notes\n"}) == []
    assert bench.told({path: "# Notes\n"}) != []
