"""The commands of the translation side, on a small archive and the tiny package."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from goftogu import terminal
from goftogu.cli import main
from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.storage import files
from goftogu.translation.engine import argos, dask
from goftogu.translation.engine.processors import Device, Processors
from goftogu.translation.packages import checksums, installed
from goftogu.translation.packages import install as package_install
from tests import sites

PACKAGE = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
TEXT = """\
---
title: "کودکی و خانواده"
speakers:
  الف: {role: interviewer}
  ب: {role: interviewee}
---
الف: چرا معلم شدید؟
{: #t1 }

ب: من هم از شما سپاسگزارم.
{: #t2 }
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = sites.make(tmp_path / "archive")
    (made / "content/interviews/river.md").write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def ready(root: Path) -> Path:
    """The project, translated."""
    assert run(root, "package", "install", str(PACKAGE)) == 0
    assert run(root, "translate") == 0
    return root


def run(root: Path, *words: str) -> int:
    return main([*words, "--root", str(root)])


def po(root: Path) -> str:
    return (root / "content/translations/en/river.po").read_text(encoding="utf-8")


def change(root: Path, old: str, new: str) -> None:
    text = po(root)
    assert old in text
    (root / "content/translations/en/river.po").write_text(text.replace(old, new), encoding="utf-8")


def test_packages_come_and_go(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "package", "install", str(PACKAGE)) == 0
    assert (root / "content/translation.lock").read_text().count("argosmodel") == 1
    assert run(root, "package", "list") == 0
    assert run(root, "package", "verify") == 0
    shown = capsys.readouterr()
    assert shown.out == f"translate-fa_en 0.1\t{root}/.packages/translate-fa_en-0_1\n"
    assert "translate-fa_en-0_1: as it was installed" in shown.err
    (root / ".packages/translate-fa_en-0_1/model/config.json").write_text("{}")
    assert run(root, "package", "verify") == 1
    assert "translate-fa_en-0_1: not verified" in capsys.readouterr().err
    assert run(root, "package", "remove", "translate-fa_en") == 0
    assert run(root, "package", "remove", "translate-fa_en-0_1") == 1
    assert "A010 translate-fa_en-0_1 is not installed (installed: none)" in capsys.readouterr().err


def test_a_broken_package_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".packages/broken").mkdir(parents=True)
    assert run(root, "package", "list") == 0
    assert run(root, "package", "verify") == 1
    assert "A007" in capsys.readouterr().err
    assert run(root, "package", "install", str(root / "none")) == 1


def test_a_package_that_the_disk_refuses(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Any:
        raise PermissionError(13, "Permission denied", "x")

    assert run(root, "package", "install", str(PACKAGE)) == 0
    monkeypatch.setattr(checksums, "of_folder", fail)
    monkeypatch.setattr(installed, "remove", fail)
    assert run(root, "package", "verify") == 1
    assert run(root, "package", "remove", "translate-fa_en") == 1


def test_the_folder_of_the_settings_is_used(root: Path) -> None:
    settings = root / "content/site.toml"
    settings.write_text(f'packages = "models"\n{settings.read_text(encoding="utf-8")}', encoding="utf-8")
    assert run(root, "package", "install", str(PACKAGE)) == 0
    assert (root / "models/translate-fa_en-0_1").is_dir()
    assert run(root, "translate") == 0


def test_translate_without_a_package_ends_with_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "translate") == 1
    assert f"install a package with: goftogu --root {root} package install" in capsys.readouterr().err
    assert po(root).count("msgctxt") == 3


def test_translate_fetches_unless_it_may_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Problem("https://example.org", 0, 0, "A012", Message("cannot be downloaded"), NO_HINT)
    asked: list[str] = []

    def install(where: str, _root: Path, _folder: Path, problems: Problems) -> None:
        asked.append(where)
        problems.add(fault)

    monkeypatch.setattr(package_install, "install", install)
    assert run(root, "translate", "--download") == 1
    assert asked == []
    settings = root / "content/site.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("offline = true", ""), encoding="utf-8")
    assert run(root, "translate", "--offline") == 1
    assert asked == []
    assert run(root, "translate") == 1
    assert run(root, "build") == 0
    assert asked == []
    assert run(root, "translate", "--download") == 1
    assert run(root, "build", "--download") == 0
    assert asked == ["", ""]


def asked(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[Processors]:
    """Return what a command asks of the engine."""
    found: list[Processors] = []

    def load(_: object, __: Problems, processors: Processors) -> None:
        found.append(processors)

    monkeypatch.setattr(argos, "load", load)
    assert run(root, "package", "install", str(PACKAGE)) == 0
    run(root, *words)
    return found


@pytest.mark.parametrize(
    ("options", "table", "wanted"),
    [
        ((), "", Processors()),
        (("--device", "cpu", "--threads", "3", "--beam", "2", "--batch", "64"), "", Processors(Device.CPU, 3, 2, 64)),
        ((), 'device = "auto"\nthreads = 5\nbatch = 7', Processors(Device.AUTO, 5, 0, 7)),
        (("--device", "cuda", "--beam", "6"), 'device = "cpu"\nbeam = 2\nbatch = 7', Processors(Device.CUDA, 0, 6, 7)),
    ],
)
def test_what_the_engine_may_use(
    root: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], table: str, wanted: Processors
) -> None:
    settings = root / "content/site.toml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\n[translation]\n{table}\n", encoding="utf-8")
    assert asked(root, monkeypatch, "translate", *options) == [wanted]
    assert asked(root, monkeypatch, "build", *options) == [wanted]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--device", "gpu"),
        ("--threads", "0"),
        ("--threads", "1025"),
        ("--threads", "two"),
        ("--beam", "-1"),
        ("--beam", "65"),
        ("--batch", "1.5"),
        ("--batch", "1000001"),
    ],
)
def test_what_no_engine_may_use(root: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(root, "translate", f"{option}={value}")
    assert ended.value.code == 2
    shown = capsys.readouterr().err
    assert option in shown
    assert shown.count("\n") == 1


def test_the_memory_is_the_same_for_any_batch_and_number_of_threads(ready: Path) -> None:
    before = po(ready)
    for options in (("--threads", "1"), ("--threads", "4", "--batch", "1"), ("--batch", "1000000", "--device", "cpu")):
        (ready / "content/translations/en/river.po").unlink()
        assert run(ready, "translate", *options) == 0
        assert po(ready) == before


def test_cuda_that_is_not_here_is_told_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def load(*_: object, **__: object) -> Any:
        raise RuntimeError("CUDA driver version is insufficient")

    assert run(root, "package", "install", str(PACKAGE)) == 0
    monkeypatch.setattr("ctranslate2.Translator", load)
    assert run(root, "translate", "--device", "cuda") == 1
    shown = capsys.readouterr().err
    assert "A014 CUDA cannot be used: CUDA driver version is insufficient (it needs a GPU" in shown
    assert "package install" not in shown


def test_what_is_missing_is_named_and_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: str) -> Any:
        raise OSError("Timed out trying to connect")

    monkeypatch.setattr(dask, "connect", refuse)
    assert run(root, "translate", "--scheduler", "tcp://127.0.0.1:1") == 1
    shown = capsys.readouterr().err
    assert "package install" in shown
    assert "A013" not in shown
    assert run(root, "package", "install", str(PACKAGE)) == 0
    capsys.readouterr()
    assert run(root, "translate", "--scheduler", "tcp://127.0.0.1:1") == 1
    shown = capsys.readouterr().err
    assert "A013 cannot be reached: Timed out trying to connect (start the scheduler first)" in shown
    assert "package install" not in shown
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(root, "translate", "--scheduler", "tcp://127.0.0.1:1") == 1
    shown = capsys.readouterr().err
    assert "A013 Dask is not installed" in shown
    assert "package install" not in shown


def test_a_fault_of_the_content_stops_translate(root: Path) -> None:
    (root / "content/site.toml").write_text("?", encoding="utf-8")
    assert run(root, "translate") == 1
    assert not (root / "content/translations").exists()


def test_what_is_stale_is_told_by_the_build(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ready, "approve", "river:t1", "--by", "Sara") == 0
    file = ready / "content/interviews/river.md"
    file.write_text(TEXT.replace("چرا معلم شدید؟", "چرا کودک شدید؟"), encoding="utf-8")
    assert run(ready, "build") == 0
    assert "M007 1 of 3 paragraphs have English that belongs to an earlier wording" in capsys.readouterr().err


def test_the_report(ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ready, "#. origin: argos translate-fa_en 0.1\n", "#. origin: argos translate-fa_en 0.1\n#. flags: cut-off\n")
    before = po(ready)
    page = tmp_path / "report.html"
    assert run(ready, "translate", "--report", str(page)) == 0
    shown = capsys.readouterr()
    assert "3 cut-off\n" in shown.out
    assert "river:title: cut-off (" in shown.out
    assert "<h1>Report on the English</h1>" in page.read_text(encoding="utf-8")
    assert run(ready, "translate", "--report") == 0
    assert po(ready) == before


def test_review_and_approve(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ready, "review") == 0
    shown = capsys.readouterr()
    assert [line.split()[1:3] for line in shown.out.splitlines()] == [
        ["machine", "river:title"],
        ["machine", "river:t1.1"],
        ["machine", "river:t2.1"],
    ]
    assert "3 paragraphs of 3 for review" in shown.err
    assert run(ready, "approve", "river:t1.1", "--by", "Sara") == 0
    assert "1 paragraph approved by Sara" in capsys.readouterr().err
    assert po(ready).count("by Sara") == 1
    assert run(ready, "approve", "river", "--by", "Omid") == 0
    assert run(ready, "review") == 0
    assert capsys.readouterr().out == ""
    assert run(ready, "build") == 0
    assert 'class="notice"' not in (ready / "output/en/river.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("unread", "said"), [(10, "3 paragraphs approved by Sara"), (11, "M014 11 paragraphs would be approved at once")]
)
def test_ten_paragraphs_are_approved_without_being_asked(
    ready: Path, unread: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("goftogu.translation.review.unread", lambda *_: unread)
    run(ready, "approve", "river", "--by", "Sara")
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("place", ["river:t1", "river:t1.1"])
def test_what_has_no_translation_cannot_be_approved(
    ready: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(ready, 'msgstr "Why did you become a teacher?"', 'msgstr ""')
    assert run(ready, "approve", place, "--by", "Sara") == 0
    shown = capsys.readouterr().err
    assert f"nothing was approved: “{place}” has no translation yet" in shown
    assert "by Sara" not in shown + po(ready)


@pytest.mark.parametrize("name", ["rivr", "river:t9"])
def test_approving_what_is_not_there(ready: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = po(ready)
    assert run(ready, "approve", name, "--by", "Sara") == 1
    assert "C007" in capsys.readouterr().err
    assert po(ready) == before


def test_nobody_approves_while_another_process_writes(ready: Path) -> None:
    held = files.lock(str(ready / "content"))
    assert held is not None
    assert run(ready, "approve", "river", "--by", "Sara") == 1
    assert run(ready, "translate") == 0, "there is nothing to do"
    change(ready, "Why did you", "Why have you")
    assert run(ready, "translate") == 1
    assert run(ready, "import", str(ready / "content/translations/en/river.po")) == 1
    assert run(ready, "build") == 0
    os.close(held)


@pytest.mark.parametrize(("form", "name"), [("tmx", "river.tmx"), ("xliff", "river.xlf"), ("tsv", "river.tsv")])
def test_export(ready: Path, tmp_path: Path, form: str, name: str) -> None:
    assert run(ready, "export", form, "river", "--to", str(tmp_path / "out")) == 0
    assert [file.name for file in (tmp_path / "out").iterdir()] == [name]
    assert run(ready, "export", form, "nobody", "--to", str(tmp_path / "none")) == 1
    assert not (tmp_path / "none").exists()


def test_translations_come_back(ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ready, "export", "xliff", "--to", str(tmp_path)) == 0
    file = tmp_path / "river.xlf"
    text = file.read_text(encoding="utf-8").replace("Why did you become a teacher?", "Why teach?")
    file.write_text(text.replace('id="t2.1" approved="no"', 'id="t2.1" approved="yes"'), encoding="utf-8")
    assert run(ready, "import", str(file), "--by", "Omid") == 0
    assert "river.xlf: 1 approved, 1 changed, 1 as they were" in capsys.readouterr().err
    assert 'msgstr "Why teach?"' in po(ready)
    assert po(ready).count("by Omid") == 1
    file.write_text(text.replace("چرا معلم شدید؟", "چرا؟"), encoding="utf-8")
    assert run(ready, "import", str(file)) == 0
    assert "M011 “river:t1.1” was not taken: its Persian is different here" in capsys.readouterr().err
    assert run(ready, "import", str(file), "--strict") == 1
    assert run(ready, "import", str(file), "--id", "nobody") == 1
    assert "C007 interview “nobody” does not exist" in capsys.readouterr().err
    file.write_text("", encoding="utf-8")
    assert run(ready, "import", str(file)) == 1


def test_every_interview_is_in_exactly_one_part(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ready / "content/interviews/azar.md").write_text(TEXT, encoding="utf-8")
    counted = []
    for part in ("1/3", "2/3", "3/3"):
        capsys.readouterr()
        assert run(ready, "translate", "--part", part) == 0
        counted.append(capsys.readouterr().err.count("machine"))
    assert (ready / "content/translations/en/azar.po").exists()
    assert sum(counted) in {1, 2}


@pytest.mark.parametrize("part", ["0/3", "4/3", "1", "a/b", "1/0"])
def test_a_part_that_cannot_be(ready: Path, part: str) -> None:
    with pytest.raises(SystemExit):
        run(ready, "translate", "--part", part)


def test_a_term_that_is_settled_later_reaches_what_the_engine_made(
    ready: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ready / "content/glossary.toml").write_text('"معلم" = ["instructor"]\n', encoding="utf-8")
    told = "names or terms have changed for 1 paragraph, which an engine made"
    assert run(ready, "translate") == 0
    assert told in capsys.readouterr().err
    assert "#. terms: instructor" in po(ready) or "#. lacks: " in po(ready)
    before = po(ready)
    assert run(ready, "translate") == 0
    assert told not in capsys.readouterr().err
    assert po(ready) == before


def test_what_was_approved_without_a_term_is_counted(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ready / "content/glossary.toml").write_text('"معلم" = ["instructor"]\n', encoding="utf-8")
    assert run(ready, "approve", "river:t1", "--by", "Sara") == 0
    assert run(ready, "translate") == 0
    shown = capsys.readouterr().err
    assert "1 paragraph approved without a settled name or term; see: translate --report" in shown
    assert "have changed" not in shown


def test_without_an_engine_what_depends_on_a_new_term_stays(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ready / "content/glossary.toml").write_text('"معلم" = ["instructor"]\n', encoding="utf-8")
    before = po(ready)
    assert run(ready, "translate", "--packages", str(ready / "none")) == 0
    assert "names or terms have changed for 1 paragraph" in capsys.readouterr().err
    assert po(ready) == before


def test_english_of_another_package_is_counted(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(ready, "argos translate-fa_en 0.1", "argos translate-fa_en 0.0")
    text = (ready / "content/interviews/river.md").read_text(encoding="utf-8")
    (ready / "content/interviews/river.md").write_text(f"{text}\nالف: چرا؟\n", encoding="utf-8")
    assert run(ready, "translate") == 0
    assert "another engine or package made 3 paragraphs; --refresh translates them" in capsys.readouterr().err


TABLE = "id\tstate\tfa\ten\n"


@pytest.mark.parametrize(("form", "name"), [("tmx", "river.tmx"), ("tsv", "river.tsv")])
def test_what_was_changed_in_another_form_comes_back(
    ready: Path, tmp_path: Path, form: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(ready, "export", form, "--to", str(tmp_path)) == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "Why did you become a teacher?" in text
    (tmp_path / name).write_text(text.replace("Why did you become a teacher?", "Why teach?"), encoding="utf-8")
    assert run(ready, "import", str(tmp_path / name)) == 0
    assert "1 changed, 2 as they were" in capsys.readouterr().err
    assert 'msgstr "Why teach?"' in po(ready)


def test_a_table_of_no_interview_is_a_text_to_import(
    ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.tsv").write_text(f"{TABLE}t1\tdraft\tچرا معلم شدید؟\tWhy?\n", encoding="utf-8")
    assert run(ready, "import", str(tmp_path / "other.tsv")) == 1
    assert "T003 no paragraph has a label" in capsys.readouterr().err
    assert run(ready, "import", str(tmp_path / "none.tsv")) == 1
    assert "S007 the file is missing" in capsys.readouterr().err


def test_every_entry_is_named_to_who_asks(ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ["t1.1\tdraft\tچرا معلم شدید؟\tWhy teach?", "t2.1\tdraft\tمتن\tText", "t9\tdraft\tمتن\tText"]
    (tmp_path / "river.tsv").write_text(TABLE + "\n".join(rows) + "\n", encoding="utf-8")
    assert run(ready, "import", str(tmp_path / "river.tsv"), "-v") == 0
    told = capsys.readouterr().err
    assert "river:t1.1: taken; nobody has approved it" in told
    assert "M011 “river:t2.1” was not taken: its Persian is different here" in told
    assert "M011 “river:t9” was not taken: there is no such paragraph" in told
    assert "1 changed, 2 not taken" in told


def test_a_memory_without_ids_is_for_the_whole_archive(
    ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = [("چرا معلم شدید؟", "Why teach?"), ("متن دیگر", "Another text")]
    units = [
        f'<tu><tuv xml:lang="fa"><seg>{fa}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>' for fa, en in pairs
    ]
    (tmp_path / "all.tmx").write_text(f'<tmx version="1.4">{"".join(units)}</tmx>', encoding="utf-8")
    assert run(ready, "import", str(tmp_path / "all.tmx")) == 0
    assert "all.tmx: 1 changed, 1 of texts that are not here" in capsys.readouterr().err
    (tmp_path / "none.tmx").write_text('<tmx version="1.4"/>', encoding="utf-8")
    assert run(ready, "import", str(tmp_path / "none.tmx")) == 0
    assert "none.tmx: nothing that the archive has" in capsys.readouterr().err


def test_a_mended_approval_needs_a_name(ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ready, "approve", "river:t1", "--by", "Sara") == 0
    copy = tmp_path / "river.PO"
    copy.write_text(po(ready).replace("Why did you become a teacher?", "Why teach?"), encoding="utf-8")
    assert run(ready, "import", str(copy)) == 0
    told = capsys.readouterr().err
    assert "was not taken: its English was approved here" in told
    assert "--by NAME" in told
    assert run(ready, "import", str(copy), "--by", "Omid") == 0
    assert "1 approved" in capsys.readouterr().err
    assert " by Omid\n" in po(ready)
    assert '#. earlier: ["Why did you become a teacher?"' in po(ready)


def test_an_interview_or_a_turn_by_name(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXT.replace("کودکی و خانواده", "گفت‌وگویی دیگر").replace("چرا معلم شدید؟", "کجا به دنیا آمدید؟")
    text = text.replace("من هم از شما سپاسگزارم.", "در شهر خودم.")
    (ready / "content/interviews/azar.md").write_text(text, encoding="utf-8")
    assert run(ready, "translate", "azar:t2") == 0
    assert "2 missing" in capsys.readouterr().err
    assert run(ready, "translate", "azar") == 0
    assert "3 machine\n" in capsys.readouterr().err.replace("\r", "")
    assert run(ready, "translate", "azr:t2", "rivr") == 1
    told = capsys.readouterr().err
    assert "C007 interview “azr” does not exist (did you mean “azar”?)" in told
    assert "C007 interview “rivr” does not exist" in told


def test_what_waits_in_one_interview(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ready / "content/interviews/azar.md").write_text(TEXT, encoding="utf-8")
    assert run(ready, "translate") == 0
    capsys.readouterr()
    assert run(ready, "review", "azar") == 0
    shown = capsys.readouterr()
    assert {line.split()[2].partition(":")[0] for line in shown.out.splitlines()} == {"azar"}
    assert "3 paragraphs of 3 for review" in shown.err
    assert run(ready, "review", "nobody") == 1
    assert run(ready, "approve", "nobody", "--by", "Sara") == 1
    assert run(ready, "translate", "nobody", "--report") == 1


def test_a_report_of_one_interview(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ready / "content/interviews/azar.md").write_text(TEXT, encoding="utf-8")
    capsys.readouterr()
    assert run(ready, "translate", "azar", "--report") == 0
    shown = capsys.readouterr()
    assert "3 missing" in shown.out
    assert "machine" not in shown.out


def many(root: Path) -> None:
    """Give the interview eleven more paragraphs, with English that nobody has approved."""
    file = root / "content/interviews/river.md"
    turns = "".join(f"\nالف: پرسش {'ی' * number}؟\n{{: #t{number} }}\n" for number in range(3, 14))
    file.write_text(file.read_text(encoding="utf-8") + turns, encoding="utf-8")
    assert run(root, "translate") == 0


def test_many_approvals_at_once_need_a_yes(
    ready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    many(ready)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    assert run(ready, "approve", "river", "--by", "Sara") == 1
    assert "M014 14 paragraphs would be approved at once" in capsys.readouterr().err
    assert "approved:" not in po(ready)
    assert run(ready, "approve", "river:t1", "--by", "Sara") == 0
    assert run(ready, "approve", "river", "--by", "Sara", "--yes") == 0
    assert po(ready).count(" by Sara\n") == 14
    assert run(ready, "approve", "river", "--by", "Omid") == 0, "nothing waits"


@pytest.mark.parametrize(("said", "count"), [("yes", 14), ("بله", 14), ("no", 0), ("", 0)])
def test_who_is_at_a_terminal_is_asked(ready: Path, monkeypatch: pytest.MonkeyPatch, said: str, count: int) -> None:
    many(ready)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return said

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(terminal, "ask", ask)
    assert run(ready, "approve", "river", "--by", "Sara") == 0
    assert asked == ["have you read all 14 paragraphs? yes or no"]
    assert po(ready).count(" by Sara\n") == count
