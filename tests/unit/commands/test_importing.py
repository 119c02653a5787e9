"""Files of any form become labelled transcripts: nothing is overwritten, nothing is lost, nothing guessed is hidden."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from goftogu.build.embargo import today
from goftogu.cli import main
from goftogu.transcripts.formats import registry
from tests import office, sites

FIXTURES = Path(__file__).parents[2] / "fixtures" / "formats"
ROUGH = "۱۴ خرداد ۱۴۰۲\n\nپرسش: از رودخانه چه به یاد دارید؟\n\nپاسخ: آب آن زلال بود و میشد از آن نوشید.\n"
TALK = "آب و باغ\n\nگفت‌وگو با مینا راد، باغبان.\n\nچرا؟\n\nچون.\n\nچه شد؟\n\nهیچ.\n"


@pytest.fixture(autouse=True)
def content(tmp_path: Path) -> Path:
    """Make an archive without interviews."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def rough(tmp_path: Path) -> Path:
    """Write a rough transcript outside the project."""
    file = tmp_path / "river.txt"
    file.write_text(ROUGH, encoding="utf-8")
    return file


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """Write a text without labels and without a date."""
    file = tmp_path / "talk.txt"
    file.write_text(TALK, encoding="utf-8")
    return file


def _import(root: Path, *words: object) -> int:
    (root / "content").mkdir(parents=True, exist_ok=True)
    return main(["import", *map(str, words), "--root", str(root)])


def test_import_writes_a_labelled_transcript_and_keeps_the_file(rough: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    (root / "content").mkdir(parents=True)
    days = [today()]
    assert main(["import", str(rough), "--root", str(root)]) == 0
    days.append(today())
    text = (root / "content/interviews/river.md").read_text(encoding="utf-8")
    assert "date: 1402-03-14" in text
    assert re.search(rf"(?m)^source:\n  received: ({'|'.join(days)})\n  file: river.txt$", text)
    assert "آب آن زلال بود و میشد از آن نوشید.\n{: #t2 }" in text
    assert (root / "content/received/river.txt").read_text(encoding="utf-8") == ROUGH


def test_import_takes_another_id(rough: Path, tmp_path: Path) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path), "--id", "azar"]) == 0
    assert (tmp_path / "content/interviews/azar.md").is_file()


def test_import_never_overwrites(rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 0
    first = (tmp_path / "content/interviews/river.md").read_bytes()
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 1
    assert "S008 it was imported already, as content/interviews/river.md" in capsys.readouterr().err
    assert (tmp_path / "content/interviews/river.md").read_bytes() == first


@pytest.mark.parametrize("number", [1, 2])
def test_a_copy_of_what_was_imported_is_no_interview(
    rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    assert _import(tmp_path, rough) == 0
    copies = [tmp_path / f"content/interviews/river {count}.txt" for count in range(number)]
    for copy in copies:
        copy.write_bytes(rough.read_bytes())
    capsys.readouterr()
    assert _import(tmp_path, *copies) == 1
    told = capsys.readouterr().err
    for copy in copies:
        assert f"{copy.name}: S008 it was imported already, as content/interviews/river.md (delete this copy)" in told
        assert copy.exists()


def test_import_never_mixes_two_files_as_received(rough: Path, tmp_path: Path) -> None:
    kept = tmp_path / "content/received/river.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("چیز دیگری", encoding="utf-8")
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 1
    assert kept.read_text(encoding="utf-8") == "چیز دیگری"
    assert not (tmp_path / "content/interviews").exists()


def test_import_prints_without_writing(rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path), "--print"]) == 0
    assert capsys.readouterr().out.startswith("---\n# This is a draft, which is not published.")
    assert not any((tmp_path / "content").iterdir())


def test_the_account_is_one_screen(rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(tmp_path, rough) == 0
    told = capsys.readouterr().err
    assert "  date       1402-03-14\n" in told
    assert "  speakers   پرسش (interviewer, 1 turn), پاسخ (interviewee, 1 turn)\n" in told
    assert "  text       2 turns, 2 paragraphs" in told
    assert "  set aside  data and boilerplate (line 1)\n" in told
    assert "  draft      2 questions to decide; until then it is not published\n" in told
    assert len(told.splitlines()) < 15


def test_for_programs_every_decision_is_a_problem(
    rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(tmp_path, rough, "--format", "json") == 0
    codes = {json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()}
    assert codes == {"T007", "T008", "T012"}


def test_options_answer_the_questions(talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--speaker", "پاسخ=مینا راد", "--title", "باغ بی‌آب", "--date", "1402-03-14", "--strict")
    assert _import(tmp_path, talk, *words, "--print") == 1  # T007 stays: who speaks was inferred
    printed = capsys.readouterr()
    assert "to decide" not in printed.err
    assert "title: باغ بی‌آب\ndate: 1402-03-14\n" in printed.out
    assert "مینا راد: چون." in printed.out


@pytest.mark.parametrize("words", ["نیک=interviewer", " نیک = interviewer "])
def test_a_role_may_be_given(tmp_path: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "two.txt"
    file.write_text("راد: یک.\n\nنیک: دو.\n\nراد: سه.\n\nنیک: چهار.\n", encoding="utf-8")
    assert _import(tmp_path, file, "--speaker", words, "--print") == 0
    printed = capsys.readouterr()
    assert "  راد: {role: interviewee}\n  نیک: {role: interviewer}\n" in printed.out
    assert "tells who asks" not in printed.err
    assert _import(tmp_path, file, "--speaker", "نیک=other", "--print") == 0
    assert "  راد: {role: interviewer}\n  نیک: {role: other}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("1402-03-14", "1402-03-14"),
        ("۱۴۰۲/۳/۱۴", "1402-03-14"),
        ("۱۲ آبان ۱۳۹۷", "1397-08-12"),
        ("آبان ۱۳۹۷", "1397-08"),
        ("۵ حمل ۱۳۹۹", "zodiac:1399-01-05"),
        ("۱۷ رمضان ۱۴۴۰", "hijri:1440-09-17"),
        ("1356-10/1356-12", "1356-10/1356-12"),
    ],
)
def test_a_date_may_be_given_in_digits_or_as_it_is_said(
    talk: Path, tmp_path: Path, said: str, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(tmp_path, talk, "--date", said, "--print") == 0
    assert f"\ndate: {written}\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--speaker", "کسی=مینا"), "C007"),
        (("--date", "1402-14-01"), "C006"),
        (("--date", "دیروز"), "C006"),
        (("--date", "۴۵ آبان ۱۳۹۷"), "C006"),
    ],
)
def test_answers_that_cannot_be(
    talk: Path, tmp_path: Path, words: tuple[str, ...], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(tmp_path, talk, *words) == 1
    assert code in capsys.readouterr().err
    assert not any((tmp_path / "content").iterdir())


def test_a_speaker_must_be_written_with_an_equals_sign(talk: Path, tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        _import(tmp_path, talk, "--speaker", "پاسخ")


def test_the_terminal_is_asked(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = iter(["1402-03-14", "مینا راد"])
    monkeypatch.setattr("builtins.input", lambda _: next(said))
    assert _import(tmp_path, talk, "--interactive", "--print") == 0
    printed = capsys.readouterr()
    assert "the introduction names مینا راد" in printed.err
    assert "date: 1402-03-14" in printed.out
    assert "مینا راد: هیچ." in printed.out


def test_a_label_of_two_words_can_be_answered_at_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tape.txt"
    file.write_text("پرسش: چرا؟\n\nمصاحبه شونده: چون.\n\nپرسش: چه شد؟\n\nمصاحبه شونده: هیچ.\n", encoding="utf-8")
    monkeypatch.setattr("builtins.input", lambda _: "مینا راد")
    assert _import(tmp_path, file, "--interactive", "--print", "--date", "1402-03-14", "--title", "نوار") == 0
    assert "مینا راد: هیچ." in capsys.readouterr().out


def test_what_is_left_open_stays_a_question(
    talk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ended(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    assert _import(tmp_path, talk, "--interactive") == 0
    assert "2 questions to decide" in capsys.readouterr().err
    monkeypatch.setattr("builtins.input", lambda _: "")
    assert _import(tmp_path, talk, "--interactive", "--print") == 0


def test_many_files_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    (folder / "more").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / ".hidden/x.txt").write_text(ROUGH, encoding="utf-8")
    (folder / "a.txt").write_text(ROUGH, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "notes.xyz").write_text("x", encoding="utf-8")
    (folder / "more/b.docx").write_bytes(office.word("پرسش: چرا؟", "پاسخ: چون."))
    (tmp_path / "c.srt").write_bytes((FIXTURES / "ferry.srt").read_bytes())
    root = tmp_path / "archive"
    assert _import(root, folder, tmp_path / "c.srt") == 1
    assert "4 files: 3 written, 1 failed" in capsys.readouterr().err
    assert sorted(path.name for path in (root / "content/interviews").iterdir()) == ["a.md", "b.md", "c.md"]
    assert sorted(path.name for path in (root / "content/received").iterdir()) == ["a.txt", "b.docx", "c.srt"]
    assert '{: #t1 time="0:00:01" }' in (root / "content/interviews/c.md").read_text(encoding="utf-8")
    (folder / "empty.txt").unlink()
    assert _import(root, folder, tmp_path / "c.srt") == 0
    assert "3 files: 3 there already" in capsys.readouterr().err
    assert _import(root, folder / "a.txt", tmp_path / "c.srt") == 0
    assert "2 files: 2 there already" in capsys.readouterr().err


def test_what_a_folder_holds_beside_transcripts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    (folder / "__MACOSX").mkdir(parents=True)
    for name in ("a.txt", "__MACOSX/a.txt"):
        (folder / name).write_text(ROUGH, encoding="utf-8")
    for name in ("b.doc", "c.DOC", "d.m4a", "e.xyz", "README", "Thumbs.db", "~$a.docx", ".DS_Store", "a.txt.bak"):
        (folder / name).write_bytes(b"x")
    assert _import(tmp_path / "archive", folder) == 0
    said = capsys.readouterr().err
    assert "left out 2 files ending in “.doc”: it is a Word file of the old kind" in said
    assert "left out 1 file ending in “.m4a”: it is a recording (have it transcribed" in said
    assert "left out 1 file ending in “.xyz”\n" in said
    assert "left out 1 file without an ending\n" in said
    assert said.count("left out") == 4
    assert [path.name for path in (tmp_path / "archive/content/interviews").iterdir()] == ["a.md"]


@pytest.mark.parametrize("name", ["a.srt.txt", "a.vtt.txt", "a.txt"])
def test_subtitles_are_known_although_their_name_ends_in_txt(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((FIXTURES / "ferry.srt").read_bytes())
    assert _import(tmp_path, tmp_path / name) == 0
    assert '{: #t1 time="0:00:01" }' in (tmp_path / "content/interviews/a.md").read_text(encoding="utf-8")
    assert (tmp_path / "content/received" / name).read_bytes() == (tmp_path / name).read_bytes()


def test_a_text_whose_letters_are_garbled_is_no_interview(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(ROUGH.encode().decode("latin-1").encode())
    assert _import(tmp_path, tmp_path / "a.txt") == 1
    assert "S001 its letters were garbled before it was saved: “" in capsys.readouterr().err


def test_one_id_is_for_one_file(rough: Path, talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(tmp_path, rough, talk, "--id", "x") == 1
    assert "C005" in capsys.readouterr().err


@pytest.mark.parametrize("label", ["پاسخ", "مصاحبه شونده"])
def test_the_option_that_answers_can_be_pasted(tmp_path: Path, label: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Double quotation marks around the whole are right for every shell, and for the terminal of Windows."""
    file = tmp_path / "tape.txt"
    file.write_text(f"پرسش: چرا؟\n\n{label}: چون.\n\nپرسش: چه شد؟\n\n{label}: هیچ.\n", encoding="utf-8")
    assert _import(tmp_path, file, "--date", "1402-03-14", "--title", "نوار") == 0
    assert f'(--speaker "{label}=…", or the name in the front matter)' in capsys.readouterr().err
    assert _import(tmp_path / "again", file, *shlex.split(f'--speaker "{label}=مینا راد"')) == 0
    assert "مینا راد" in (tmp_path / "again/content/interviews/tape.md").read_text(encoding="utf-8")


def test_a_folder_without_transcripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(tmp_path, tmp_path) == 1
    assert "S007 the folder holds nothing that can be imported" in capsys.readouterr().err


def test_blanks_in_a_name_are_hyphens_in_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "مصاحبه با راد.txt"
    file.write_text(ROUGH, encoding="utf-8")
    assert _import(tmp_path, file) == 0
    assert (tmp_path / "content/interviews/مصاحبه-با-راد.md").is_file()
    file = file.rename(tmp_path / "con.txt")
    assert _import(tmp_path / "other", file) == 0
    assert (tmp_path / "other/content/interviews/1-con.md").is_file()
    assert _import(tmp_path / "third", file, "--id", "the well: one") == 0
    assert (tmp_path / "third/content/interviews/the-well-one.md").is_file()
    assert _import(tmp_path / "fourth", file.rename(tmp_path / "~.txt")) == 1
    assert capsys.readouterr().err.count("S004") == 1


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("a.txt", b"abc\n\xff", "a.txt:2:1: S001"),
        ("a.txt", b"", "a.txt:1:1: T001"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "a.docx: S011"),
        ("a.vtt", b"WEBVTT\n\n00:01.000 -> 00:02.000\nx\n", "a.vtt:3: S011"),
    ],
)
def test_bad_input_is_one_problem_and_writes_nothing(
    tmp_path: Path, name: str, data: bytes, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert _import(tmp_path, tmp_path / name) == 1
    told = capsys.readouterr().err
    assert shown in told
    assert told.count("error:") == 1
    assert not any((tmp_path / "content").iterdir())


def test_files_that_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(tmp_path, tmp_path / "none.txt") == 1
    assert "S007" in capsys.readouterr().err
    large = tmp_path / "large.docx"
    large.write_bytes(b"x" * 11)
    monkeypatch.setattr(registry, "LARGEST", 10)
    assert _import(tmp_path, large) == 1
    assert "S010" in capsys.readouterr().err

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(registry, "LARGEST", 100)
    assert _import(tmp_path, large) == 1
    assert "S002 the file cannot be read: Permission denied" in capsys.readouterr().err


def test_what_is_no_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(tmp_path, "/dev/null") == 1
    assert "S002 it is not a regular file" in capsys.readouterr().err


def test_a_labelled_transcript_is_imported_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "---\ntitle: نان\nspeakers:\n  مجری: {role: interviewer}\n---\nمجری: چرا؟\n{: #t1 }\n"
    (tmp_path / "bread.md").write_text(text, encoding="utf-8")
    assert _import(tmp_path / "archive", tmp_path / "bread.md") == 0
    assert (tmp_path / "archive/content/interviews/bread.md").read_text(encoding="utf-8") == text
    assert "wrote" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kite.json", "dye.csv", "tram.xml", "bees.html", "bakery.vtt"])
def test_every_form_is_imported(tmp_path: Path, name: str) -> None:
    assert _import(tmp_path, FIXTURES / name) == 0
    assert len(list((tmp_path / "content/interviews").glob("*.md"))) == 1
    assert len(list((tmp_path / "content/received").glob("*"))) == 1


@pytest.mark.parametrize("name", ["river.txt", "river.docx"])
def test_a_file_among_the_transcripts_moves_and_the_next_build_is_sound(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sites.make(tmp_path / "archive")
    (root / "content/interviews/river.md").unlink()
    data = ROUGH.encode() if name.endswith(".txt") else office.word(*ROUGH.split("\n\n"))
    (root / "content/interviews" / name).write_bytes(data)
    assert _import(root, root / "content/interviews" / name, "--title", "رودخانه", "--speaker", "پاسخ=مریم احمدی") == 0
    assert [path.name for path in (root / "content/interviews").iterdir()] == ["river.md"]
    assert (root / "content/received" / name).read_bytes() == data
    assert "read it through, then run:" in capsys.readouterr().err
    assert sites.build(root).problems.errors() == []


def test_a_transcript_that_gets_another_name_stays_where_it_is(tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    assert _import(root, root / "content/interviews/river.md", "--id", "stream") == 0
    assert sorted(path.name for path in (root / "content/interviews").iterdir()) == ["river.md", "stream.md"]


def test_what_is_asked_makes_a_draft(talk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _import(tmp_path, talk) == 0
    assert "it is a draft until its questions are answered" in capsys.readouterr().err
    text = (tmp_path / "content/interviews/talk.md").read_text(encoding="utf-8")
    head, _, rest = text.partition("draft: true\n")
    assert head.startswith("---\n# This is a draft")
    assert "# - no date was found (--date 1402-03-14" in head
    assert '# - who is «پاسخ»?; the introduction names مینا راد (--speaker "پاسخ=مینا راد"' in head
    assert rest.startswith("title: آب و باغ\n")


def test_what_is_answered_is_no_draft(talk: Path, tmp_path: Path) -> None:
    assert _import(tmp_path, talk, "--speaker", "پاسخ=مینا راد", "--date", "1402-03-14") == 0
    assert (tmp_path / "content/interviews/talk.md").read_text(encoding="utf-8").startswith("---\ntitle: آب و باغ\n")


def test_the_english_of_a_file_becomes_its_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sites.make(tmp_path / "archive")
    assert _import(root, FIXTURES / "tram.xml", "--id", "rail") == 0
    assert "took over the English of 7 paragraphs; nobody here has approved it" in capsys.readouterr().err
    text = (root / "content/translations/en/rail.po").read_text(encoding="utf-8")
    assert 'msgid "میان دو تونل."\nmsgstr "Between two tunnels."' in text
    report = sites.build(root)
    assert not report.problems.errors()
    assert "Between two tunnels." in (root / "output/en/rail.html").read_text(encoding="utf-8")


def test_a_memory_that_is_there_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "content/translations/en/tram.po"
    file.parent.mkdir(parents=True)
    file.write_text("x", encoding="utf-8")
    assert _import(tmp_path, FIXTURES / "tram.xml") == 1
    assert "tram.po: S008" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "x"
    assert not (tmp_path / "content/interviews").exists()
